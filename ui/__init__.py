"""The only package that knows Qt: screens render frozen views and submit messages."""
