"""Picking: walk, bin, item, tote."""
