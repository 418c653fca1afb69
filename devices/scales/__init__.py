"""Scales: bytes become readings, and only a stable one that can be believed becomes a weight."""
