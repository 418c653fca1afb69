"""Who works here, and how long a bench may be believed."""
