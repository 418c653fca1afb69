"""The centre's tables and settings."""
