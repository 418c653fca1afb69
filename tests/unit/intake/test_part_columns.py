"""The parts of bundles in files of products: what is read, what is refused and why."""

from __future__ import annotations

import pytest

from app.domain.documents import Part
from tests.unit.intake.conftest import Read

HEAD = "sku,name,parts\n"
GOODS = "MUG,Mug,\nTEA:1,Tea,\n"


def test_parts_in_a_row_and_in_an_object(read: Read) -> None:
    parsed = read(HEAD + "SET,Set,MUG:2 | TEA:1:3.0\n" + GOODS, "packbench-csv", "products")
    assert [one.parts for one in parsed.documents] == [(Part("MUG", 2), Part("TEA:1", 3)), (), ()]
    entry = {"sku": "SET", "name": "Set", "parts": ["MUG:2", "TEA:1:3"]}
    (kit,) = read([entry], "packbench-json", "products").documents
    assert kit.parts == (Part("MUG", 2), Part("TEA:1", 3))


def test_a_file_without_the_column_says_nothing_of_parts(read: Read) -> None:
    (mug,) = read("sku,name\nMUG,Mug\n", "packbench-csv", "products").documents
    assert mug.parts is None
    (mug,) = read([{"sku": "MUG", "name": "Mug"}], "packbench-json", "products").documents
    assert mug.parts is None


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("MUG", "is not SKU:units, as MUG-BLUE:2"),
        (":2", "is not SKU:units, as MUG-BLUE:2"),
        ("MUG:", "is missing"),
        ("MUG:two", "is not a number"),
        ("MUG:0", "is zero"),
        ("MUG:-1", "is negative"),
        ("MUG:1.5", "is not a whole number"),
        ("MUG:1.000", "may be 1 or 1,000 times as much; write it plainly"),
        ("MUG:1000001", "is more than 1,000,000 units"),
        ("MUG:1|MUG:2", "is there more than once"),
        ("MUG:1|SET:2", "is a part of itself"),
        ("MUG:1|BOX:2", "is a bundle itself; name its parts instead"),
    ],
)
def test_what_no_bundle_can_hold(read: Read, cell: str, reason: str) -> None:
    rows = f"SET,Set,{cell}\nBOX,Box,MUG:2\n{GOODS}"
    parsed = read(HEAD + rows, "packbench-csv", "products")
    assert [one.sku for one in parsed.documents] == ["BOX", "MUG", "TEA:1"]
    assert [(one.row, one.column, one.reason) for one in parsed.rejected] == [(2, "parts", reason)]


def test_two_bundles_that_hold_each_other_are_both_refused(read: Read) -> None:
    parsed = read(HEAD + "A,A,B:1\nB,B,A:1\n", "packbench-csv", "products")
    assert parsed.documents == []
    assert [one.row for one in parsed.rejected] == [2, 3]
