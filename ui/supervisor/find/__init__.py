"""The page on which a supervisor finds an order and sees all that happened to it."""
