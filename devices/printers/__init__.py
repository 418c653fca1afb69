"""Ways to a printer: TCP, system queue, folder, simulated."""
