"""Goods are moved from bin to bin, or taken out of use and back into it."""
