"""What an order was promised and what the waiting ones would lack, on the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import SystemClock
from app.domain.address import Address
from app.domain.documents import (
    BinDocument,
    LineDocument,
    OrderDocument,
    ProductDocument,
    StockDocument,
)
from app.importing.direct import import_documents
from app.paths import Home
from app.sync.centre import SqlCentre
from tests.integration.cli.conftest import Cli


@pytest.fixture
def centre(home: Path) -> str:
    """Two orders of three mugs each; four mugs in two lots."""
    clock, place = SystemClock(), Home(home)
    place.ensure()
    soon = clock.now().astimezone().date() + timedelta(days=9)
    orders = [
        OrderDocument("shop", ref, clock.now(), Address("Ada"), (LineDocument(1, "MUG", "Mug", 3),))
        for ref in ("SO-1", "SO-2")
    ]
    import_documents(
        {
            "products": [ProductDocument("MUG", "Mug", track_lot=True, track_expiry=True)],
            "bins": [BinDocument("A-1", 1), BinDocument("A-2", 2)],
            "stock": [
                StockDocument("A-1", "MUG", 2, "LATE", soon + timedelta(days=90)),
                StockDocument("A-2", "MUG", 2, "SOON", soon),
            ],
            "orders": orders,
        },
        place,
        place.centre_url,
        clock,
    )
    return place.centre_url


def test_an_order_shows_its_promises_and_why_they_are_there(cli: Cli, centre: str) -> None:
    assert cli("order", "show", "SO-1", "--json").json["promises"] == []
    assert "PROMISED" not in cli("order", "show", "SO-1").out
    port = SqlCentre.open(centre, SystemClock())
    port.claim("P1", order="shop:SO-1")
    port.close()
    found = cli("order", "show", "SO-1", "--json").json["promises"]
    assert [(one["bin"], one["quantity"], one["lot"], one["why"]) for one in found] == [
        ("A-1", 1, "LATE", "nearest"),
        ("A-2", 2, "SOON", "earliest_date"),
    ]
    text = cli("order", "show", "SO-1").out
    assert "PROMISED  SKU  BIN  UNITS  LOT   GOOD UNTIL  WHY THERE" in text
    assert "earliest date" in text


def test_what_the_orders_that_wait_would_lack(cli: Cli, centre: str) -> None:
    lacks = {"order": "shop:SO-2", "line": 1, "sku": "MUG", "quantity": 2}
    assert cli("order", "shorts", "--json").json == {"short": [lacks]}
    assert "shop:SO-2  1     MUG  2" in cli("order", "shorts").out
    assert cli("order", "show", "SO-1", "--json").json["promises"] == [], "nothing was promised"
    port = SqlCentre.open(centre, SystemClock())
    port.claim("P1", order="shop:SO-2")
    port.close()
    lacks = {"order": "shop:SO-1", "line": 1, "sku": "MUG", "quantity": 2}
    assert cli("order", "shorts", "--json").json == {"short": [lacks]}


def test_where_everybody_gets_all_that_is_said(cli: Cli, home: Path) -> None:
    place = Home(home)
    place.ensure()
    SqlCentre.open(place.centre_url, SystemClock()).close()
    assert cli("order", "shorts").out == "No order that waits would be short of anything.\n"
