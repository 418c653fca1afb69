"""Packing: units into a box, its weight, its label."""
