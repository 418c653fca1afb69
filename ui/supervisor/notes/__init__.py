"""Messages to benches, and who has read them."""
