"""Imports files: their documents become facts, of which an import is the origin."""
