"""Simulated devices for `packbench simulate` and the tests."""
