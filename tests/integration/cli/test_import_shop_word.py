"""What the shop says after its order is here: newer, older, less, more, faulty, again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import ExitCode
from tests.integration.cli.conftest import Cli, footprint, order

LINE: dict[str, Any] = {"id": 1, "sku": "MUG", "name": "Mug", "quantity": 3, "current_quantity": 3}
ORDER: dict[str, Any] = {
    "id": 5001,
    "name": "#1001",
    "created_at": "2026-11-02T08:15:00Z",
    "updated_at": "2026-11-02T08:15:00Z",
    "financial_status": "paid",
    "shipping_address": {"name": "Ada", "address1": "S 5", "city": "T", "country_code": "DE"},
    "line_items": [LINE],
}

Says = Callable[..., dict[str, Any]]


@pytest.fixture
def says(cli: Cli, tmp_path: Path) -> Says:
    """Imports orders, each ORDER with changes; what the import counted."""

    def run(*changes: dict[str, Any]) -> dict[str, Any]:
        path = tmp_path / "in.json"
        path.write_text(json.dumps({"orders": [ORDER | one for one in changes]}), "utf-8")
        return cli("import", path, "--format", "shopify-json", "--json").json

    return run


def at(hour: int) -> dict[str, str]:
    return {"updated_at": f"2026-11-02T{hour:02}:00:00Z"}


def less(units: int) -> dict[str, Any]:
    return {"line_items": [LINE | {"current_quantity": units}]}


def shown(cli: Cli, name: str = "shopify:#1001") -> dict[str, Any]:
    return cli("order", "show", name, "--json").json


def test_an_older_version_after_a_newer_one_changes_nothing(
    says: Says, cli: Cli, home: Path
) -> None:
    assert says(at(9))["orders_new"] == 1
    assert says(at(11) | less(1))["orders_changed"] == 1
    before = footprint(home)
    assert says(at(10) | less(2))["orders_older"] == 1
    assert footprint(home) == before
    assert [line["ordered"] for line in shown(cli)["lines"]] == [1]


def test_an_order_that_is_shipped_elsewhere_ends_and_says_why(says: Says, cli: Cli) -> None:
    says({})
    assert says(at(9) | {"fulfillment_status": "fulfilled"})["orders_cancelled"] == 1
    told = shown(cli)["order"]
    assert (told["state"], told["hold"]) == ("CANCELLED", "the order is already shipped")
    assert says(at(9) | {"fulfillment_status": "fulfilled"})["orders_cancelled"] == 0


def test_of_an_order_that_is_unknown_an_ending_keeps_nothing(says: Says, cli: Cli) -> None:
    assert says({"fulfillment_status": "fulfilled"}, less(0) | {"name": "#2"})["orders_new"] == 0
    assert cli("order", "show", "#1001").code == ExitCode.ERROR


def test_refunded_wholly_it_is_cancelled_and_paid_again_it_lives(says: Says, cli: Cli) -> None:
    says({})
    assert says(at(9) | less(0) | {"financial_status": "refunded"})["orders_cancelled"] == 1
    assert says(at(10) | less(2))["orders_changed"] == 1
    told = shown(cli)
    assert (told["order"]["state"], told["order"]["hold"]) == ("ORDERED", "")
    assert [line["ordered"] for line in told["lines"]] == [2]


def test_a_faulty_version_holds_the_order_and_a_good_one_lets_it_go(
    says: Says, cli: Cli, home: Path
) -> None:
    says({})
    bad = at(9) | {"line_items": [LINE, LINE | {"id": 2, "sku": None, "name": "Bowl"}]}
    assert says(bad)["orders_held"] == 1
    assert 'of "Bowl" is missing' in shown(cli)["order"]["hold"]
    before = footprint(home)
    assert says(bad)["orders_held"] == 0
    assert footprint(home) == before, "told once"
    assert says({})["orders_older"] == 1, "the version before is no answer to it"
    assert says(at(10))["orders_changed"] == 1
    assert shown(cli)["order"]["hold"] == ""


def test_a_number_that_is_used_again_is_a_new_order(says: Says, cli: Cli, home: Path) -> None:
    says({})
    again = {"id": 777, "created_at": "2027-01-05T08:00:00Z", "updated_at": "2027-01-05T08:00:00Z"}
    assert says(again | less(1))["orders_new"] == 1
    assert [line["ordered"] for line in shown(cli)["lines"]] == [3]
    assert [line["ordered"] for line in shown(cli, "shopify:#1001~2")["lines"]] == [1]
    several = cli("order", "show", "#1001", "--json")
    assert "shopify:#1001, shopify:#1001~2" in several.json["error"]
    before = footprint(home)
    assert says({}, again | less(1))["orders_same"] == 2
    assert footprint(home) == before
    third = again | {"id": 778, "created_at": "2027-06-05T08:00:00Z"}
    assert says(third)["orders_new"] == 1
    assert shown(cli, "shopify:#1001~3")["order"]["state"] == "ORDERED"


def test_a_number_that_ends_like_a_second_order_is_its_own(says: Says, cli: Cli) -> None:
    says({}, {"id": 2, "name": "#1001", "created_at": "2027-01-05T08:00:00Z"})
    assert says({"id": 3, "name": "#1001~2"})["orders_new"] == 1
    assert shown(cli, "shopify:#1001~2~2")["order"]["ref"] == "#1001~2"


def test_without_a_shops_id_the_time_of_placing_tells(
    cli: Cli, orders_file: Callable[..., Path]
) -> None:
    words = ("--format", "packbench-json", "--json")
    cli("import", orders_file(order("7")), *words)
    moved = {"placed_at": "2026-03-02T09:15:00Z"}
    corrected = cli("import", orders_file(order("7", 5, **moved)), *words).json
    assert (corrected["orders_changed"], corrected["orders_new"]) == (1, 0)
    other = order("7", placed_at="2026-03-02T10:15:00Z", customer={"customer_name": "Bob"})
    assert cli("import", orders_file(other), *words).json["orders_new"] == 1
    year = order("7", placed_at="2027-03-02T08:15:00Z")
    assert cli("import", orders_file(year), *words).json["orders_new"] == 1
