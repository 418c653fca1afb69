"""An order and all that happened to it."""
