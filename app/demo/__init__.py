"""The demo: an invented site, and a simulated person who works a shift there."""
