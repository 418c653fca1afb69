"""Loading: parcels onto a truck."""
