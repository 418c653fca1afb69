"""The demo: an invented site, simulated devices, and a shift played on them."""
