"""What an administrator does to a centre; used by `packbench db` alone."""
