"""The rules of the warehouse: pure functions and frozen values; no clock, no I/O."""
