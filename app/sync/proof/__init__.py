"""What a centre holds, proven from its facts; used by `packbench db` alone."""
