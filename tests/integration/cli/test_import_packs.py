"""Packs at the centre: another file keeps them, their codes stay theirs, odd ones are named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.clock import SystemClock
from app.domain.facts import Kind
from app.domain.packs import Pack, PackLevel
from app.domain.rows.things import Product
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from tests.integration.cli.conftest import Cli, Put, Ran

PLAIN = "sku,name,barcodes,weight_g\n"
HEAD = "sku,name,barcodes,weight_g,inner_units,case_units,case_barcodes,case_weight_g\n"
UNIT, CASE = "9521321000056", "19521321000053"
TWELVE = Pack(PackLevel.CASE, 12, (CASE,))


def refused(done: Ran) -> list[tuple[int, str, str]]:
    return [(one["row"], one["column"], one["reason"]) for one in done.json["rejected"]]


def product(home: Path, sku: str = "COLA") -> Product:
    centre = SqlCentre.open(f"sqlite:{home / 'centre.db'}", SystemClock())
    try:
        row = centre.row(Kind.PRODUCT, sku)
        assert row is not None
        found: Any = decoded(row)
        assert isinstance(found, Product)
        return found
    finally:
        centre.close()


def test_a_file_that_says_nothing_of_packs_keeps_them(put_products: Put, home: Path) -> None:
    put_products(HEAD + f"COLA,Cola,{UNIT},350,,12,{CASE},\n")
    assert product(home).packs == (TWELVE,)
    done = put_products(PLAIN + f"COLA,Cola 0.33 l,{UNIT},351\n")
    assert done.json["products_changed"] == 1
    assert (product(home).name, product(home).packs) == ("Cola 0.33 l", (TWELVE,))
    assert put_products(PLAIN + f"COLA,Cola 0.33 l,{UNIT},351\n").json["products_same"] == 1
    put_products(HEAD + f"COLA,Cola,{UNIT},350,6,24,{CASE},\n")
    assert [(one.level.value, one.units) for one in product(home).packs] == [
        ("inner", 6),
        ("case", 24),
    ]
    put_products(HEAD + f"COLA,Cola,{UNIT},350,,,,\n")
    assert product(home).packs == ()


def test_a_packs_code_means_nothing_else(put_products: Put) -> None:
    put_products(HEAD + f"COLA,Cola,{UNIT},,,12,{CASE},\nTEA,Tea,TEA-1,,,,,\n")
    taken = "belongs to the product COLA already"
    assert refused(put_products(PLAIN + f"CRATE,Crate,{CASE},\n")) == [(2, "barcodes", taken)]
    assert refused(put_products(HEAD + f"CRATE,Crate,,,,6,{CASE},\n")) == [
        (2, "case_barcodes", taken)
    ]
    assert refused(put_products(HEAD + f"CRATE,Crate,,,,6,{UNIT},\n")) == [
        (2, "case_barcodes", taken)
    ]
    kept = "is the code of its case already"
    assert refused(put_products(PLAIN + f"COLA,Cola,{UNIT}|{CASE},\n")) == [(2, "barcodes", kept)]
    assert refused(put_products(HEAD + f"COLA,Cola,{UNIT},,,,,\nCRATE,Crate,{CASE},,,,,\n")) == []


def test_a_badge_is_no_packs_code(put_products: Put, cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("operator,name,badge\n11,Ann,CASE-12\n", "utf-8")
    cli("import", path, "--format", "packbench-csv", "--what", "operators")
    done = put_products(HEAD + "COLA,Cola,,,,12,CASE-12,\n")
    assert refused(done) == [(2, "case_barcodes", "is somebody's badge")]


def test_what_a_person_should_look_at_is_named_and_imported(put_products: Put) -> None:
    done = put_products(
        HEAD
        + f"COLA,Cola,{UNIT},350,,12,CASE-A,300\n"
        + "TEA,Tea,TEA-1,100,24,12,,9000\n"
        + "POT,Pot,9521321000018|19521321000015,980,,,,\n"
    )
    assert done.json["products_new"] == 3
    for note in (
        "A pack weighs less than one unit in it: COLA (case).",
        "A larger pack holds fewer units than a smaller one: TEA.",
        "The code 19521321000015 (POT) stands among the barcodes of one unit",
    ):
        assert note in done.err
    right = put_products(HEAD + f"COLA,Cola,{UNIT},350,,12,CASE-A,4300\n")
    assert "pack" not in right.err


def test_a_dry_run_shows_packs_as_they_would_become(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    path.write_text(HEAD + f"COLA,Cola,{UNIT}|C-1,350,,12,{CASE},4300\nPOT,Pot,,,,,,\n", "utf-8")
    said = cli("import", path, "--format", "packbench-csv", "--what", "products", "--dry-run").out
    shown = f"packs (level case, units 12, barcodes {CASE}, weight_g 4300)"
    assert f"sku COLA, name Cola, barcodes {UNIT} | C-1, weight_g 350, {shown}" in said
    assert "sku POT, name Pot, packs none" in said
