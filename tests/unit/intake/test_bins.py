"""Bins: what they are for, where they stand, what they hold; each contradiction in words."""

from __future__ import annotations

import pytest

from app.domain import codec
from app.domain.documents import BinDocument
from app.domain.place import BinKind, Mixing, PickFace, Side
from tests.unit.intake.conftest import Read

HEAD = (
    "code,walk,zone,kind,aisle,position_mm,level,side,"
    "capacity_units,capacity_mm3,capacity_g,mixing,owner,locked,faces\n"
)


def test_all_that_a_bin_may_say(read: Read) -> None:
    row = "A-1,3,A,pick_face,2,2400,1,left,200,2000000000,50000,one_lot,ACME,wet,A:B:0:9|MUG:10:40"
    told = BinDocument(
        "A-1",
        3,
        "A",
        kind=BinKind.PICK_FACE,
        aisle=2,
        position_mm=2400,
        level=1,
        side=Side.LEFT,
        capacity_units=200,
        capacity_mm3=2_000_000_000,
        capacity_g=50_000,
        mixing=Mixing.ONE_LOT,
        owner="ACME",
        locked="wet",
        faces=(PickFace("A:B", 0, 9), PickFace("MUG", 10, 40)),
    )
    assert read(f"{HEAD}{row}\n", "packbench-csv", "bins").documents == [told]
    entry = {"code": "A-1", "walk": 3, "zone": "A", "aisle": 2, "position_mm": 2400, "level": 1}
    entry |= {"side": "left", "capacity_units": 200, "capacity_mm3": 2_000_000_000}
    entry |= {"capacity_g": 50_000, "mixing": "one_lot", "owner": "ACME", "locked": "wet"}
    entry |= {"faces": ["A:B:0:9", "MUG:10:40"]}
    assert read({"bins": [entry]}, "packbench-json", "bins").documents == [told]


def test_a_bin_that_says_nothing_more_is_written_as_ever(read: Read) -> None:
    (plain,) = read(f"{HEAD}A-1,3,A,,,,,,,,,,,,\n", "packbench-csv", "bins").documents
    assert plain == BinDocument("A-1", 3, "A")
    assert codec.dump(plain) == {"code": "A-1", "walk": 3, "zone": "A"}


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ("shelves,,,,,,,,,,,", "kind", "is none of pick_face, reserve, dock, lane, cell, shelf, "
         "damaged, quarantine, returns"),
        (",0,5,,,,,,,,,", "aisle", "is missing: a position alone says not where the bin is"),
        (",,5,,,,,,,,,", "aisle", "is missing: a position alone says not where the bin is"),
        (",2,,,,,,,,,,", "position_mm", "is missing: an aisle alone says not where the bin is"),
        (",-2,5,,,,,,,,,", "aisle", "is negative"),
        (",2,-5,,,,,,,,,", "position_mm", "is negative"),
        (",2,2.5,,,,,,,,,", "position_mm", "is not a whole number"),
        (",2,5,-1,,,,,,,,", "level", "is negative"),
        (",2,5,,middle,,,,,,,", "side", "is none of left, right"),
        (",,,,,-3,,,,,,", "capacity_units", "is negative"),
        (",,,,,,-3,,,,,", "capacity_mm3", "is negative"),
        (",,,,,,2000000000000,,,,,", "capacity_mm3", "is not a number"),
        (",,,,,,,-3,,,,", "capacity_g", "is negative"),
        (",,,,,,,,sometimes,,,", "mixing", "is none of any, one_sku, one_lot"),
        (",,,,,,,,,,,MUG", "faces", "is not SKU:least:most, as MUG-BLUE:10:40"),
        (",,,,,,,,,,,MUG:ten:40", "faces", "is not a number"),
        (",,,,,,,,,,,:1:40", "faces", "is missing"),
        (",,,,,,,,,,,MUG:-1:40", "faces", "is negative"),
        (",,,,,,,,,,,MUG:41:40", "faces", "is to hold more at least than at most"),
        (",,,,,,,,,,,MUG:0:0", "faces", "is to hold 0 units at most"),
        (",,,,,,,,,,,MUG:1:4|MUG:2:5", "faces", "is there more than once"),
        ("reserve,,,,,,,,,,,MUG:1:4", "faces", "are for a pick_face alone"),
    ],
)  # fmt: skip
def test_contradictions(read: Read, cells: str, column: str, reason: str) -> None:
    parsed = read(f"{HEAD}A-1,3,A,{cells}\nA-2,4,A,,,,,,,,,,,,\n", "packbench-csv", "bins")
    assert [one.code for one in parsed.documents] == ["A-2"]
    assert [(one.row, one.column, one.reason) for one in parsed.rejected] == [(2, column, reason)]


def test_two_bins_stand_above_each_other_and_not_in_each_other(read: Read) -> None:
    head = "code,walk,aisle,position_mm,level,side\n"
    above = f"{head}A-1,1,1,900,0,left\nA-2,2,1,900,1,left\nA-3,3,1,900,0,right\n"
    assert len(read(above, "packbench-csv", "bins").documents) == 3
    parsed = read(f"{above}A-4,4,1,900,1,left\n", "packbench-csv", "bins")
    assert [one.code for one in parsed.documents] == ["A-1", "A-3"]
    assert [(one.row, one.column, one.value, one.reason) for one in parsed.rejected] == [
        (3, "level", "aisle 1 left, 900 mm, level 1", "is in row 5 too"),
        (5, "level", "aisle 1 left, 900 mm, level 1", "is in row 3 too"),
    ]
