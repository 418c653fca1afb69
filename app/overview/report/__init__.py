"""What the floor has done in a time, for a screen: tables, charts, files."""
