"""What a supervisor says of one order at a bench."""
