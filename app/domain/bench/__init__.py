"""Checks of a bench itself: its scanner, its devices, how long its badges are trusted."""
