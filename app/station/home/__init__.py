"""Home: the queue, and scan-anything."""
