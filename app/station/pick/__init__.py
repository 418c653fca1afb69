"""Picking at a bench."""
