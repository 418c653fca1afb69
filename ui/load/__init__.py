"""The screen of loading a truck."""
