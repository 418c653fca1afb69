"""The composition root: a bench, its devices and its window are built here."""
