"""The screen of one order with its timeline."""
