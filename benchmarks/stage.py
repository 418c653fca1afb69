"""A small site in a temporary home, for the measurements."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.clock import SystemClock
from app.demo.site import gtin
from app.domain.address import Address
from app.domain.documents import (
    BinDocument,
    CartonDocument,
    LineDocument,
    OperatorDocument,
    OrderDocument,
    ProductDocument,
    StockDocument,
)
from app.importing.direct import import_documents
from app.paths import Home

BADGE = "PBID-BENCH"
BIN = "A-01-1"
TOTE = "T-1"


@contextmanager
def site(*, lines: int, units: int = 1, orders: int = 1) -> Iterator[Home]:
    """A home whose centre has orders of so many lines; all goods lie in one bin."""
    with tempfile.TemporaryDirectory(prefix="packbench-bench-") as folder:
        home = Home(Path(folder))
        home.ensure()
        skus = [f"SKU-{n:05d}" for n in range(lines)]
        import_documents(
            {
                "bins": [BinDocument(BIN, 1)],
                "products": [
                    ProductDocument(sku, f"Thing {n}", (gtin(n),), 100, 10, 10, 10)
                    for n, sku in enumerate(skus)
                ],
                "stock": [StockDocument(BIN, sku, 10_000_000) for sku in skus],
                "cartons": [CartonDocument("BOX", "Box", 900, 900, 900)],
                "operators": [OperatorDocument("11", "Ann", BADGE)],
                "orders": [_order(n, skus, units) for n in range(orders)],
            },
            home,
            home.centre_url,
            SystemClock(),
        )
        yield home


def _order(number: int, skus: list[str], units: int) -> OrderDocument:
    return OrderDocument(
        channel="bench",
        ref=f"SO-{number + 1}",
        placed_at=datetime(2026, 1, 1, 8, number // 60 % 60, number % 60, tzinfo=UTC),
        customer=Address("Ada Example", "", "1 Test Road", "12345", "Sampleton", "", "GB"),
        lines=tuple(
            LineDocument(n, sku, f"Thing {n}", units) for n, sku in enumerate(skus, start=1)
        ),
        carrier="Northwind Parcel",
    )
