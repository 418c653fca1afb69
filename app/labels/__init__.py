"""One label model becomes PDF, raster and ZPL; no label leaves here undecoded."""
