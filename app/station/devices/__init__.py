"""The device page of a bench."""
