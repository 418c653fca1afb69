"""Loading at a bench."""
