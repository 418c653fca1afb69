"""Reads files of other programs into orders and master data. Every row is accounted for."""
