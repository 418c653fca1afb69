"""Importing: files of the outside world become facts of a writer of its own."""
