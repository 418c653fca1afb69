"""What a shift lead sees of the whole floor: rows of the centre become frozen views."""
