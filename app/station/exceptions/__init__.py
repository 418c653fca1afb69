"""What waits for a person, as a list at any bench; a card of each, on which a person decides."""
