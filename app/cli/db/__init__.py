"""`packbench db`: the administrator's commands for a centre."""
