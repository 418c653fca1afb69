"""Loading trucks."""
