"""Which goods an order may get, as files say it: complete, life, owner, lot and unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.documents import LineDocument, OrderDocument
from app.intake.values import Parsed
from tests.unit.intake.conftest import Read

HEAD = "ref,placed_at,customer_name,country,sku,quantity,complete,life_days,owner,lot,serial,soft\n"
WHEN = "2026-03-02T08:00:00Z,Ada,DE"
MAP = """
[columns]
ref = "Order"
placed_at = "Date"
sku = "Article"
quantity = "Pieces"
complete = "Whole"
life_days = "Shelf life"
owner = "Client"
lot = "Batch"
serial = "S/N"
soft = "Or other"
[rules]
no_address = "release"
repeated_sku = "merge"
"""
MAPPED = "Order,Date,Article,Pieces,Whole,Shelf life,Client,Batch,S/N,Or other\n"


def mapped(read: Read, tmp_path: Path, *rows: str) -> Parsed:
    path = tmp_path / "map.toml"
    path.write_text(MAP, "utf-8")
    text = MAPPED + "".join(f"1,2026-03-02T08:00:00Z,{row}\n" for row in rows)
    return read(text, "csv", column_map=str(path))


def told(order: OrderDocument) -> tuple[object, ...]:
    (line,) = order.lines
    return order.complete, order.life_days, order.owner, line.lot, line.serial, line.soft


def test_a_file_says_which_goods_an_order_gets(read: Read, tmp_path: Path) -> None:
    own = read(HEAD + f"1,{WHEN},TEA,1,yes,30,ACME,L7,S-1,yes\n", "packbench-csv")
    line = {"sku": "TEA", "quantity": 1, "lot": "L7", "serial": "S-1", "soft": True}
    entry = {"ref": "1", "placed_at": "2026-03-02T08:00:00Z", "complete": True, "life_days": 30}
    json = read({"orders": [entry | {"owner": "ACME", "lines": [line]}]}, "packbench-json")
    other = mapped(read, tmp_path, "TEA,1,yes,30,ACME,L7,S-1,yes")
    for parsed in (own, json, other):
        (order,) = parsed.documents
        assert told(order) == (True, 30, "ACME", "L7", "S-1", True)


def test_a_file_that_says_nothing_leaves_it_to_the_site(read: Read, tmp_path: Path) -> None:
    own = read(HEAD + f"1,{WHEN},TEA,2,,,,,,\n", "packbench-csv")
    for parsed in (own, mapped(read, tmp_path, "TEA,2,,,,,,")):
        (order,) = parsed.documents
        assert told(order) == (None, 0, "", "", "", False)
    (order,) = read(HEAD + f"1,{WHEN},TEA,2,no,,,,,\n", "packbench-csv").documents
    assert order.complete is False


BAD = [
    ("TEA,2,perhaps,,,,,", "complete", 'is neither "yes" nor "no"'),
    ("TEA,2,,-1,,,,", "life_days", "is negative"),
    ("TEA,2,,99999,,,,", "life_days", "is too large"),
    ("TEA,2,,soon,,,,", "life_days", "is not a number"),
    ("TEA,2,,,," + "L" * 21 + ",,", "lot", "is longer than GS1's 20 characters"),
    ("TEA,1,,,,," + "S" * 21 + ",", "serial", "is longer than GS1's 20 characters"),
    ("TEA,2,,,,,S-1,", "quantity", "is more than the one unit that the line's serial names"),
    ("TEA,2,,,,L7,,perhaps", "soft", 'is neither "yes" nor "no"'),
]
FILES_OWN = {
    "complete": "Whole",
    "life_days": "Shelf life",
    "lot": "Batch",
    "serial": "S/N",
    "quantity": "Pieces",
    "soft": "Or other",
}


@pytest.mark.parametrize(("row", "column", "reason"), BAD)
def test_what_cannot_be_is_refused_in_words(
    read: Read, tmp_path: Path, row: str, column: str, reason: str
) -> None:
    own = read(HEAD + f"1,{WHEN},{row}\n", "packbench-csv")
    assert [(one.column, one.reason) for one in own.rejected] == [(column, reason)]
    found = mapped(read, tmp_path, row)
    assert [(one.column, one.reason) for one in found.rejected] == [(FILES_OWN[column], reason)]
    assert own.documents == found.documents == []


def test_all_that_is_wrong_with_a_line_is_told(read: Read, tmp_path: Path) -> None:
    found = mapped(read, tmp_path, "TEA,none,,,," + "L" * 21 + ",,")
    assert {one.column for one in found.rejected} == {"Pieces", "Batch"}
    line = {"sku": "TEA", "quantity": 2, "serial": "S-1"}
    entry = {"ref": "1", "placed_at": "2026-03-02T08:00:00Z", "lines": [line]}
    (wrong,) = read({"orders": [entry]}, "packbench-json").rejected
    assert wrong.column == "lines[1].quantity"


def test_lines_of_other_lots_stay_apart_where_repeats_are_added_up(
    read: Read, tmp_path: Path
) -> None:
    rows = [
        "TEA,1,,,,L7,,",
        "TEA,2,,,,L8,,",
        "TEA,3,,,,L7,,",
        "RADIO,1,,,,,S-1,",
        "RADIO,1,,,,,S-2,",
    ]
    (order,) = mapped(read, tmp_path, *rows).documents
    lines = [(one.sku, one.quantity, one.lot, one.serial) for one in order.lines]
    assert lines == [
        ("TEA", 4, "L7", ""),
        ("TEA", 2, "L8", ""),
        ("RADIO", 1, "", "S-1"),
        ("RADIO", 1, "", "S-2"),
    ]
    assert order.lines[0] == LineDocument(1, "TEA", "TEA", 4, lot="L7")


def test_a_product_says_how_long_its_units_must_stay_good(read: Read) -> None:
    (milk,) = read("sku,name,life_days\nMILK,Milk,7\n", "packbench-csv", "products").documents
    (bread,) = read("sku,name\nBREAD,Bread\n", "packbench-csv", "products").documents
    assert (milk.life_days, bread.life_days) == (7, None)
    (wrong,) = read("sku,name,life_days\nMILK,Milk,-7\n", "packbench-csv", "products").rejected
    assert (wrong.column, wrong.reason) == ("life_days", "is negative")
