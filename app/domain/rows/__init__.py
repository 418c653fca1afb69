"""Nouns: what a row is, and what facts do to it."""
