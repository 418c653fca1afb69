"""The page of the bench's devices."""
