"""Ways to a printer, and the thread that prints."""
