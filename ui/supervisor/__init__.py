"""The supervisor's window: the whole floor on one screen."""
