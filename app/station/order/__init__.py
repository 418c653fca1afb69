"""One order, looked at."""
