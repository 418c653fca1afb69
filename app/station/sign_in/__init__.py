"""Who works here, and how long a bench without the centre may let people in."""
