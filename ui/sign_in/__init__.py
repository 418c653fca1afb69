"""Signing in, and the locked station."""
