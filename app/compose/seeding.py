"""Fills an empty home with an invented site."""

from __future__ import annotations

from app.clock import SystemClock
from app.demo.site import Site
from app.importing.direct import import_documents
from app.paths import Home


def seed_centre(home: Home, site: Site) -> None:
    """Import the site's documents into the home's own centre."""
    import_documents(
        {
            "bins": site.bins,
            "products": site.products,
            "stock": site.stock,
            "operators": site.operators,
            "cartons": site.cartons,
            "loads": site.loads,
            "orders": site.orders,
        },
        home,
        home.centre_url,
        SystemClock(),
    )
