"""One code means one thing, in the file, in the file before, and for people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import ExitCode
from tests.integration.cli.conftest import Cli, footprint, order

Put = Callable[..., Any]
PRODUCTS = "sku,name,barcodes\n"
STAFF = "operator,name,badge,pin,roles\n"


@pytest.fixture
def put(cli: Cli, tmp_path: Path) -> Put:
    """Imports rows of one kind; the reasons for which rows were refused."""

    def run(what: str, text: str) -> list[tuple[int, str, str]]:
        path = tmp_path / f"{what}.csv"
        path.write_text(text, "utf-8")
        done = cli("import", path, "--format", "packbench-csv", "--what", what, "--json").json
        return [(one["row"], one["column"], one["reason"]) for one in done["rejected"]]

    return run


def test_a_barcode_of_another_product_is_refused_across_files(put: Put) -> None:
    assert put("products", PRODUCTS + "P-A,A,4006381333931\n") == []
    taken = "belongs to the product P-A already"
    assert put("products", PRODUCTS + "P-B,B,4006381333931\nP-C,C,\n") == [(2, "barcodes", taken)]
    assert put("products", PRODUCTS + "04006381333931,D,\n") == [(2, "sku", taken)], "one GTIN"
    assert put("products", PRODUCTS + "P-A,A,4006381333931\n") == [], "its own"


def test_a_file_may_give_a_barcode_to_another_of_its_products(put: Put) -> None:
    put("products", PRODUCTS + "P-A,A,4006381333931\n")
    assert put("products", PRODUCTS + "P-A,A,\nP-B,B,4006381333931\n") == []


def test_one_barcode_as_upc_and_ean_is_one(put: Put) -> None:
    found = put("products", PRODUCTS + "P-A,A,012345678905\nP-B,B,0012345678905\n")
    assert [(row, column) for row, column, _ in found] == [(2, "barcodes"), (3, "barcodes")]


def test_a_badge_means_nothing_else(put: Put, cli: Cli, orders_file: Callable[..., Path]) -> None:
    put("products", PRODUCTS + "MUG,Mug,9521321000018\n")
    put("bins", "code,walk\nA-01,1\n")
    cli("import", orders_file(order("SO-1")), "--format", "packbench-json")
    assert put("operators", STAFF + "11,Ann,B-ANN,,picker\n") == []
    rows = ["12,Bo,B-ANN", "13,Cy,9521321000018", "14,Di,MUG", "15,Ed,SO-1", "16,Flo,A-01"]
    found = put("operators", STAFF + "".join(f"{row},,picker\n" for row in rows))
    assert found == [
        (2, "badge", "is the badge of 11 already"),
        (3, "badge", "is a product's code"),
        (4, "badge", "is a product's code"),
        (5, "badge", "is the number of an order"),
        (6, "badge", "is the code of a bin"),
    ]


def test_what_comes_later_may_not_be_a_badge(
    put: Put, cli: Cli, orders_file: Callable[..., Path]
) -> None:
    put("operators", STAFF + "11,Ann,BADGE-7,,picker\n")
    assert put("products", PRODUCTS + "MUG,Mug,BADGE-7\n") == [
        (2, "barcodes", "is somebody's badge")
    ]
    assert put("bins", "code,walk\nBADGE-7,1\n") == [(2, "code", "is somebody's badge")]
    said = cli("import", orders_file(order("BADGE-7")), "--format", "packbench-json")
    assert "The order number BADGE-7 is somebody's badge" in said.err


@pytest.mark.parametrize("pin", ["1", "22", "abc", "12a4", "１２３４", "1234567890123"])
def test_pins_are_four_digits_and_more(put: Put, pin: str) -> None:
    assert put("operators", STAFF + f"11,Ann,B-ANN,{pin},picker\n") == [
        (2, "pin", "is no PIN: 4 to 12 digits")
    ]
    assert put("operators", STAFF + "11,Ann,B-ANN,2407,picker\n") == []


def test_a_refused_badge_or_pin_is_not_shown(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text(STAFF + "11,Ann,PBCXOK,s3cret,picker\n", "utf-8")
    said = cli("import", path, "--format", "packbench-csv", "--what", "operators")
    assert "PBCXOK" not in said.out + said.err
    assert "s3cret" not in said.out + said.err


# --- orders ---------------------------------------------------------------------------------------


def test_skus_that_no_product_has_are_told(
    put: Put, cli: Cli, orders_file: Callable[..., Path]
) -> None:
    said = cli("import", orders_file(order("1")), "--format", "packbench-json", "--json")
    assert said.json["unknown_skus"] == 1
    assert "No product has the SKU MUG." in said.err
    put("products", PRODUCTS + "MUG,Mug,\n")
    known = cli("import", orders_file(order("2")), "--format", "packbench-json", "--json")
    assert (known.json["unknown_skus"], "No product" in known.err) == (0, False)


def test_lines_without_goods_do_not_block_an_order(
    cli: Cli, tmp_path: Path, home: Path, orders_file: Callable[..., Path]
) -> None:
    products = tmp_path / "p.csv"
    products.write_text("sku,name,virtual\nMUG,Mug,no\nEBOOK,Book,yes\n", "utf-8")
    cli("import", products, "--format", "packbench-csv", "--what", "products")
    (home / "orders.toml").write_text('[goods]\nnone = ["gift-*"]\n', "utf-8")

    def line(sku: str) -> dict[str, Any]:
        return {"sku": sku, "name": sku, "quantity": 1}

    mixed = order("1", lines=[line("EBOOK"), line("MUG"), line("GIFT-20")])
    none = order("2", lines=[line("EBOOK")])
    done = cli("import", orders_file(mixed, none), "--format", "packbench-json", "--json").json
    assert (done["orders_new"], done["unknown_skus"]) == (1, 0)
    assert done["treatments"] == {"non_stock_lines": 3, "orders_without_goods": 1}
    told = cli("order", "show", "1", "--json").json
    assert [item["sku"] for item in told["lines"]] == ["MUG"]
    assert [item["code"] for item in told["order"]["charges"]] == ["EBOOK", "GIFT-20"]


ADDRESS = {"customer_name": "Ada", "street": "S 5", "city": "T", "country": "DE"}


def test_shipping_methods_become_carriers_by_the_sites_rules(
    cli: Cli, home: Path, orders_file: Callable[..., Path]
) -> None:
    home.mkdir()
    (home / "orders.toml").write_text(
        'unmapped = "hold"\n'
        '[[method]]\nis = ["express*"]\ncountry = ["DE"]\ncarrier = "ACME"\nservice = "X"\n'
        '[[method]]\nis = ["collect"]\npickup = true\n'
        '[hold]\ntags = ["hold"]\n',
        "utf-8",
    )
    made = orders_file(
        order("1", service="Express overnight", customer=ADDRESS),
        order("2", service="Express overnight", customer=ADDRESS | {"country": "FR"}),
        order("3", service="Collect", customer={}),
        order("4", service="Flat", carrier="OWN", customer=ADDRESS, tags="gift, HOLD"),
    )
    cli("import", made, "--format", "packbench-json")
    found = [cli("order", "show", ref, "--json").json["order"] for ref in "1234"]
    assert [(x["carrier"], x["service"], x["hold"]) for x in found] == [
        ("ACME", "X", ""),
        ("", "Express overnight", 'no carrier for "Express overnight"'),
        ("", "Collect", ""),
        ("OWN", "Flat", "marked HOLD in the shop"),
    ]


# --- a dry run ------------------------------------------------------------------------------------


def test_a_dry_run_shows_the_first_orders_and_changes_nothing(
    cli: Cli, home: Path, orders_file: Callable[..., Path]
) -> None:
    cli("import", orders_file(order("0")), "--format", "packbench-json")
    before = footprint(home)
    lines = [{"sku": "MUG", "quantity": 1, "line_note": "Engraving: Oma"}]
    path = orders_file(
        order("1", lines=lines, note="no invoice", customer=ADDRESS),
        *(order(str(number)) for number in range(2, 9)),
        order("9", 0),
    )
    said = cli("import", path, "--format", "packbench-json", "--dry-run")
    assert said.code == ExitCode.REJECTED
    assert "order 1 of file, placed 2026-03-02 08:15 UTC" in said.out
    assert "Ada / S 5 / T / GERMANY" in said.out
    assert "1 x MUG MUG\n           Engraving: Oma" in said.out
    assert "note     no invoice" in said.out
    assert "order 4 of" not in said.out
    assert "orders new        8" in said.out
    assert "row 9: lines[1].quantity '0' is zero" in said.out
    assert footprint(home) == before
    assert list(path.parent.glob("*.rejected*")) == []
    shown = cli("import", path, "--format", "packbench-json", "--dry-run", "--json").json
    assert (shown["dry_run"], [one["ref"] for one in shown["first"]]) == (True, ["1", "2", "3"])


def test_a_dry_run_shows_no_secret(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text(STAFF + "11,Ann,B-ANN-7,2407,picker\n", "utf-8")
    said = cli("import", path, "--format", "packbench-csv", "--what", "operators", "--dry-run")
    assert "operator 11" in said.out
    assert "B-ANN-7" not in said.out and "2407" not in said.out


def test_another_encoding(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes("sku,name\nMUG,Köln\n".encode("cp1252"))
    words = ("import", path, "--format", "packbench-csv", "--what", "products", "--json")
    assert "--encoding" in cli(*words).json["error"]
    assert cli(*words, "--encoding", "cp1252").json["products_new"] == 1
