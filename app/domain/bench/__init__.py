"""A bench looked at by itself: its scanner, its devices, how far it is believed."""
