"""What waits for a person, as a list at any bench; nothing is decided here."""
