"""The home screen: what waits."""
