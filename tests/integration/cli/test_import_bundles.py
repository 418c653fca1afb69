"""Bundles at the centre: what they hold is frozen in each order, and no bundle holds another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Cli, Put, Ran, order

HEAD = "sku,name,parts\n"
GOODS = "MUG,Mug,\nTEA,Tea,\nGIFT,Gift set,MUG:2|TEA:1\n"


@pytest.fixture
def ordered(cli: Cli, orders_file: Callable[..., Path]) -> Callable[..., Ran]:
    """Imports one order of GIFT."""

    def run(quantity: int = 3, ref: str = "SO-1") -> Ran:
        lines = [{"sku": "GIFT", "name": "Gift set", "quantity": quantity}]
        path = orders_file(order(ref, lines=lines))
        return cli("import", path, "--format", "packbench-json", "--json")

    return run


def lines(cli: Cli) -> list[tuple[str, int]]:
    shown = cli("order", "show", "SO-1", "--json").json["lines"]
    return [(one["sku"], one["ordered"]) for one in shown]


def refused(done: Ran) -> list[tuple[int, str, str]]:
    return [(one["row"], one["column"], one["reason"]) for one in done.json["rejected"]]


def test_an_order_keeps_the_parts_of_its_day(
    put_products: Put, ordered: Callable[..., Ran], cli: Cli
) -> None:
    put_products(HEAD + GOODS)
    first = ordered(3)
    assert first.json["orders_new"] == 1 and "No product" not in first.err
    assert lines(cli) == [("MUG", 6), ("TEA", 3)]
    put_products(HEAD + "GIFT,Gift set,MUG:1|TEA:5\n")
    assert ordered(3).json["orders_same"] == 1
    assert ordered(2).json["orders_changed"] == 1
    assert lines(cli) == [("MUG", 4), ("TEA", 2)]


def test_order_show_names_the_bundle_above_its_parts(
    put_products: Put, ordered: Callable[..., Ran], cli: Cli
) -> None:
    put_products(HEAD + GOODS)
    ordered(1)
    shown = cli("order", "show", "SO-1")
    assert [
        " ".join(row.split()) for row in shown.out.splitlines() if "GIFT" in row or "- " in row
    ] == [
        "GIFT Gift set (1 set)",
        "1 - MUG Mug 2 0 0 0",
        "2 - TEA Tea 1 0 0 0",
    ]
    kit = {"line": 1, "sku": "GIFT", "name": "Gift set", "units": 2}
    assert cli("order", "show", "SO-1", "--json").json["lines"][0]["set"] == kit


def test_a_file_that_says_nothing_of_parts_keeps_them(
    put_products: Put, ordered: Callable[..., Ran], cli: Cli
) -> None:
    put_products(HEAD + GOODS)
    assert put_products("sku,name,virtual\nGIFT,Gift set,yes\n").json["products_changed"] == 1
    ordered(1)
    assert lines(cli) == [("MUG", 2), ("TEA", 1)], "the goods of a bundle are its parts"
    put_products(HEAD + "GIFT,Gift set,\n")
    assert put_products("sku,name,virtual\nGIFT,Gift set,no\n").json["products_same"] == 1
    ordered(2, ref="SO-2")
    shown = cli("order", "show", "SO-2", "--json").json["lines"]
    assert [(one["sku"], one["ordered"], one["set"]) for one in shown] == [("GIFT", 2, None)]


def test_no_bundle_holds_another_one_that_is_known(put_products: Put) -> None:
    put_products(HEAD + GOODS)
    nested = "is a bundle itself; name its parts instead"
    assert refused(put_products(HEAD + "BOX,Box,GIFT:1\n")) == [(2, "parts", nested)]
    held = "is a part of the bundle GIFT, and no part is a bundle"
    assert refused(put_products(HEAD + "MUG,Mug,TEA:1\n")) == [(2, "parts", held)]
    together = put_products(HEAD + "MUG,Mug,TEA:1\nGIFT,Gift set,TEA:3\n")
    assert refused(together) == [], "the file says what GIFT holds from now on"


def test_parts_that_are_no_product_are_named(
    put_products: Put, ordered: Callable[..., Ran]
) -> None:
    note = "No product has the SKU POT, which a bundle names as its part."
    assert note in put_products(HEAD + "GIFT,Gift set,POT:1\n").err
    assert "No product has the SKU POT. Nobody can pick it" in ordered(1).err
    assert note not in put_products(HEAD + "POT,Pot,\nGIFT,Gift set,POT:1\n").err
