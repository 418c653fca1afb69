"""The building blocks of the screens; they know themes and texts, never views of other screens."""
