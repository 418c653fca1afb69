"""`packbench db`: the centre for its administrator."""
