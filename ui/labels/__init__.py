"""The last labels of this bench."""
