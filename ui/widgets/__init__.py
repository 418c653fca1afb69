"""The building blocks that screens share; none of them knows one particular screen."""
