"""Packs in files of products: what is read, what is refused and at which column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.domain.packs import Pack, PackLevel
from tests.unit.intake.conftest import Read

HEAD = "sku,name,barcodes,inner_units,inner_barcodes,case_units,case_barcodes,case_weight_g\n"
UNIT, CASE, INNER = "9521321000056", "19521321000053", "29521321000050"


def test_packs_in_a_row(read: Read) -> None:
    text = HEAD + f"COLA,Cola,{UNIT},6,{INNER},24.0,{CASE}|CASE24,8600\nMUG,Mug,,,,,,\n"
    parsed = read(text, "packbench-csv", "products")
    cola, mug = parsed.documents
    assert cola.packs == (
        Pack(PackLevel.INNER, 6, (INNER,)),
        Pack(PackLevel.CASE, 24, (CASE, "CASE24"), weight_g=8600),
    )
    assert cola.barcodes == (UNIT,)
    assert mug.packs == (), "the file tells packs, and this product has none"


def test_a_file_without_these_columns_says_nothing_of_packs(read: Read) -> None:
    (mug,) = read("sku,name\nMUG,Mug\n", "packbench-csv", "products").documents
    assert mug.packs is None
    (mug,) = read([{"sku": "MUG", "name": "Mug"}], "packbench-json", "products").documents
    assert mug.packs is None


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        (",,,0,,", "case_units", "is zero"),
        (",,,1,,", "case_units", "is one unit, which is no pack"),
        (",,,-12,,", "case_units", "is negative"),
        (",,,12.5,,", "case_units", "is not a whole number"),
        (",,,1.000,,", "case_units", "may be 1 or 1,000 times as much; write it plainly"),
        (",,,a dozen,,", "case_units", "is not a number"),
        (",,,1e3,,", "case_units", "is not a number"),
        (",,,1000001,,", "case_units", "is more than 1,000,000 units"),
        (f",,,,{CASE},", "case_units", "is missing: what does the case hold?"),
        (",,,,,8600", "case_units", "is missing: what does the case hold?"),
        (",,,12,,-1", "case_weight_g", "is negative"),
        (f"{UNIT},,,12,0{UNIT},", "case_barcodes", "is the code of one unit, too"),
        (",,,12,COLA,", "case_barcodes", "is the code of one unit, too"),
        (f",6,{CASE},12,{CASE},", "case_barcodes", "is the code of the inner, too"),
        (",,,12,PBCXOK,", "case_barcodes", "begins with PBCX, reserved for commands"),
        (",,,12,1.95213E+13,", "case_barcodes", None),
    ],
)
def test_what_no_pack_can_be(read: Read, cells: str, column: str, reason: str | None) -> None:
    parsed = read(f"{HEAD}COLA,Cola,{cells}\nMUG,Mug,,,,,,\n", "packbench-csv", "products")
    assert [one.sku for one in parsed.documents] == ["MUG"]
    ((row, found, said),) = [(one.row, one.column, one.reason) for one in parsed.rejected]
    assert (row, found) == (2, column)
    assert reason is None or said == reason


def test_a_case_of_one_product_is_no_unit_of_another(read: Read) -> None:
    text = HEAD + f"COLA,Cola,,,,12,{CASE},\nCRATE,Crate,{CASE},,,,,\n"
    parsed = read(text, "packbench-csv", "products")
    assert parsed.documents == []
    assert sorted((one.column, one.reason) for one in parsed.rejected) == [
        ("barcodes", "is in row 2 too"),
        ("case_barcodes", "is in row 3 too"),
    ]


def test_json_names_the_same_columns(read: Read) -> None:
    entry: dict[str, Any] = {"sku": "COLA", "name": "Cola", "case_units": 12, "case_barcodes": CASE}
    (cola,) = read([entry], "packbench-json", "products").documents
    assert cola.packs == (Pack(PackLevel.CASE, 12, (CASE,)),)
    odd: tuple[Any, ...] = (1, 0, -2, 2.5, "x", True, {})
    for wrong in odd:
        parsed = read([entry | {"case_units": wrong}], "packbench-json", "products")
        assert [one.column for one in parsed.rejected] == ["case_units"], wrong
    (none,) = read(
        [entry | {"case_units": None, "case_barcodes": None}], "packbench-json", "products"
    ).documents
    assert none.packs == ()


def test_a_column_map_names_them_as_the_file_does(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        "delimiter=';'\n[columns]\nsku='Nr'\nname='Text'\ncase_units='VPE'\n"
        "case_barcodes='VPE EAN'\ncase_weight_g='VPE kg'\n"
        "[numbers]\ndecimal=','\nthousands='.'\nweight='kg'\n",
        "utf-8",
    )
    text = f"Nr;Text;VPE;VPE EAN;VPE kg\nCOLA;Cola;1.200;{CASE};8,6\nMUG;Mug;1;;\nPOT;Pot;;;\n"
    parsed = read(text, "csv", "products", column_map=str(path))
    cola, pot = parsed.documents
    assert cola.packs == (Pack(PackLevel.CASE, 1200, (CASE,), weight_g=8600),)
    assert pot.packs == ()
    assert [(one.row, one.column) for one in parsed.rejected] == [(3, "VPE")]
