"""The command line's own modules, under the composition root."""
