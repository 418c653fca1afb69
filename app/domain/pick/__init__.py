"""Picking: walk, scan the bin, scan the units, scan the tote."""
