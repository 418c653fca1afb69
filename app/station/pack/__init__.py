"""Packing at a bench."""
