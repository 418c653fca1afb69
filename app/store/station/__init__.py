"""A station's own durable file."""
