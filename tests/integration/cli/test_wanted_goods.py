"""What an order asks for itself, from its file to `packbench order show`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from app.clock import SystemClock
from app.domain.facts import Kind
from app.paths import Home
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from tests.integration.cli.conftest import Cli, Put, order

JSON = ("--format", "packbench-json", "--json")
TEA = {"sku": "TEA", "name": "Tea", "quantity": 1}


def test_order_show_says_what_the_order_asks_for(
    cli: Cli, orders_file: Callable[..., Path]
) -> None:
    lines = [
        {**TEA, "lot": "L7"},
        {**TEA, "lot": "L8", "soft": True, "line_note": "Wrap: red"},
        {**TEA, "serial": "S-1"},
    ]
    asked: dict[str, Any] = {"complete": True, "life_days": 30, "owner": "ACME"}
    path = orders_file(order("1", lines=lines, **asked), order("2", complete=False), order("3"))
    assert cli("import", path, *JSON).json["orders_new"] == 3
    found = cli("order", "show", "1", "--json").json
    assert {key: found["order"][key] for key in asked} == asked
    assert [(one["lot"], one["serial"], one["soft"]) for one in found["lines"]] == [
        ("L7", "", False),
        ("L8", "", True),
        ("", "S-1", False),
    ]
    text = cli("order", "show", "1").out
    for words in (
        "everything or nothing",
        "Must stay good for days  30",
        "lot L7 alone",
        "Wrap: red, lot L8 if it is there",
        "serial S-1 alone",
    ):
        assert words in text
    assert "what there is" in cli("order", "show", "2").out
    assert "Gets" not in cli("order", "show", "3").out
    assert cli("import", path, *JSON).json["orders_same"] == 3


def test_another_lot_is_a_change(cli: Cli, orders_file: Callable[..., Path]) -> None:
    cli("import", orders_file(order("1", lines=[{**TEA, "lot": "L7"}])), *JSON)
    newer = orders_file(order("1", lines=[{**TEA, "lot": "L8"}]))
    assert cli("import", newer, *JSON).json["orders_changed"] == 1
    (line,) = cli("order", "show", "1", "--json").json["lines"]
    assert line["lot"] == "L8"


def test_a_bundle_that_names_a_lot_waits_for_a_person(
    cli: Cli, orders_file: Callable[..., Path], put_products: Put
) -> None:
    put_products("sku,name,parts\nTEA,Tea,\nGIFT,Gift set,TEA:2\n")
    gift = {"sku": "GIFT", "name": "Gift set", "quantity": 1}
    path = orders_file(order("1", lines=[{**gift, "lot": "L7"}]), order("2", lines=[gift]))
    cli("import", path, *JSON)
    held = cli("order", "show", "1", "--json").json["order"]["hold"]
    assert "GIFT is a bundle: name the lot of its parts" in held
    assert "bundle" not in cli("order", "show", "2", "--json").json["order"]["hold"]


def test_a_product_keeps_its_days_where_a_file_says_nothing_of_them(put_products: Put) -> None:
    assert put_products("sku,name,life_days\nTEA,Tea,30\n").json["products_new"] == 1
    assert put_products("sku,name\nTEA,Tea\n").json["products_same"] == 1
    assert put_products("sku,name,life_days\nTEA,Tea,0\n").json["products_changed"] == 1


def test_goods_of_a_file_lie_there_since_it_was_read(cli: Cli, home: Path, tmp_path: Path) -> None:
    def since() -> datetime | None:
        port = SqlCentre.open(Home(home).centre_url, SystemClock())
        row = port.row(Kind.BIN, "A-1")
        port.close()
        assert row is not None
        (item,) = decoded(row).stock
        return cast("datetime | None", item.since)

    path = tmp_path / "stock.csv"
    path.write_text("bin,sku,quantity\nA-1,TEA,5\n", "utf-8")
    words = ("import", path, "--format", "packbench-csv", "--what", "stock", "--json")
    assert cli(*words).json["stock_new"] == 1
    first = since()
    assert first is not None
    assert cli(*words).json["stock_same"] == 1
    path.write_text("bin,sku,quantity\nA-1,TEA,9\n", "utf-8")
    cli(*words)
    assert since() == first, "some of the first lie there still"
