"""The last labels of a bench."""
