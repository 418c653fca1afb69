"""Reproducible measurements; each prints its figures as a table and asserts nothing of time.

.venv/bin/python -m benchmarks            all of them
.venv/bin/python -m benchmarks scan kill  some of them
"""
