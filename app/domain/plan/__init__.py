"""Plans: pure sums over rows and places, that any workflow may ask for."""
