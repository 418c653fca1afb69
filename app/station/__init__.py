"""The engine of one bench: one queue, one thread, frozen views out."""
