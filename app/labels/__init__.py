"""Labels and documents. A label becomes PDF, raster and ZPL, and its raster is decoded as proof."""
