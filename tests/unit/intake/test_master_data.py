"""Products, bins, stock, operators, cartons and loads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.documents import BinDocument, OperatorDocument, StockDocument
from app.intake.rejected_file import write_rejected
from tests.unit.intake.conftest import Read

PRODUCTS = "sku,name,barcodes,gtins,weight_g,track_lot\n"


def test_products(read: Read) -> None:
    text = PRODUCTS + "MUG,Mug,M1|4012345678901,96385074,340,yes\nCUP,Cup,,,,\n"
    mug, cup = read(text, "packbench-csv", "products").documents
    assert mug.barcodes == ("M1", "4012345678901", "96385074")
    assert (mug.weight_g, mug.track_lot) == (340, True)
    assert (cup.barcodes, cup.weight_g) == ((), 0)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("X,X,PBCXOK,,,", "barcodes", "begins with PBCX, reserved for commands"),
        ("X,X,4012345678902,,,", "barcodes", "has a wrong check digit (EAN-13)"),
        ("X,X,,12345678,,", "gtins", "has a wrong check digit (GTIN)"),
        ("X,X,,ABC,,", "gtins", "is no GTIN: 8, 12, 13 or 14 digits"),
        ("X,X,,,-5,", "weight_g", "is negative"),
        ("X,X,,,,perhaps", "track_lot", 'is neither "yes" nor "no"'),
        ("X,,,,,", "name", "is missing"),
        (",X,,,,", "sku", "is missing"),
        ("X,X,,,,,,more", "", "has more cells than the header"),
    ],
)
def test_bad_products(read: Read, row: str, column: str, reason: str) -> None:
    parsed = read(f"{PRODUCTS}{row}\nMUG,Mug,,,,\n", "packbench-csv", "products")
    assert [one.sku for one in parsed.documents] == ["MUG"]
    assert [(one.row, one.column, one.reason) for one in parsed.rejected] == [(2, column, reason)]


def test_house_numbers_of_eight_digits_are_barcodes(read: Read) -> None:
    (mug,) = read(PRODUCTS + "MUG,Mug,12345678,,,\n", "packbench-csv", "products").documents
    assert mug.barcodes == ("12345678",)


def test_repeats_count_once_and_contradictions_are_rejected(read: Read, tmp_path: Path) -> None:
    text = PRODUCTS + "A,Mug,,,,\nA,Mug,,,,\nB,Mug,,,,\nB,Cup,,,,\nC,Cup,X1,,,\nD,Jug,X1,,,\n"
    parsed = read(text, "packbench-csv", "products")
    assert [one.sku for one in parsed.documents] == ["A"]
    assert parsed.treatments == {"repeated_rows": 1}
    assert [(one.row, one.reason) for one in parsed.rejected] == [
        (4, "differs from row 5"),
        (5, "differs from row 4"),
        (6, "is in row 7 too"),
        (7, "is in row 6 too"),
    ]
    again = tmp_path / "again.csv"
    write_rejected(again, parsed)
    assert read(again.read_text("utf-8"), "packbench-csv", "products").lines_rejected == 4


def test_stock_by_lots(read: Read) -> None:
    text = "bin,sku,quantity,lot,expiry\nA-1,TEA,5,L7,2027-03-31\nA-2,TEA,5,,\nA-3,MUG,5,,\n"
    parsed = read(text, "packbench-csv", "stock", lot_tracked=frozenset({"TEA"}))
    assert parsed.documents == [
        StockDocument("A-1", "TEA", 5, "L7", date(2027, 3, 31)),
        StockDocument("A-3", "MUG", 5),
    ]
    assert [(one.row, one.column) for one in parsed.rejected] == [(3, "lot")]


def test_badges_are_never_shown(read: Read) -> None:
    text = "operator,name,badge,roles\nada,Ada,SECRET1,admin\nbo,Bo,SECRET1,\ncy,Cy,PBCXsecret,\n"
    parsed = read(text, "packbench-csv", "operators")
    assert parsed.documents == []
    assert len(parsed.rejected) == 3
    assert "SECRET1" not in repr(parsed.rejected)
    assert "PBCXsecret" not in repr(parsed.rejected)


def test_roles(read: Read) -> None:
    text = "operator,name,badge,roles\nada,Ada,B1,\nbo,Bo,B2,admin|packer\ncy,Cy,B3,king\n"
    parsed = read(text, "packbench-csv", "operators")
    assert [one.roles for one in parsed.documents] == [
        ("picker", "packer", "loader"),
        ("admin", "packer"),
    ]
    assert [one.column for one in parsed.rejected] == ["roles"]


def test_json(read: Read) -> None:
    data = {"bins": [{"code": "A-1", "walk": 3}, {"code": "A-2", "walk": "x"}, "A-3", {"walk": {}}]}
    parsed = read(data, "packbench-json", "bins")
    assert parsed.documents == [BinDocument("A-1", 3)]
    assert [one.row for one in parsed.rejected] == [2, 3, 4, 4]
    operator = {
        "operator": "ada",
        "name": "Ada",
        "badge": "B1",
        "roles": ["packer"],
        "disabled": True,
    }
    assert read([operator], "packbench-json", "operators").documents == [
        OperatorDocument("ada", "Ada", "B1", "", ("packer",), "", disabled=True)
    ]


def test_products_by_a_column_map(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[columns]\nsku='Nr'\nname='Text'\n[rules]\nrepeated_sku='merge'\n", "utf-8")
    text = "Nr,Text\nA,Mug\nA,Mug red\nB,\n"
    parsed = read(text, "csv", "products", column_map=str(path))
    assert [(one.sku, one.name) for one in parsed.documents] == [("A", "Mug")]
    assert parsed.treatments == {"merged_repeats": 1}
    assert [(one.row, one.column) for one in parsed.rejected] == [(4, "Text")]
