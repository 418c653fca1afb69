"""What each fact does to parcels, totes, bins, loads and serial numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind
from app.domain.reduce import reduce
from app.domain.rows.orders import Stage
from app.domain.rows.things import Bin, BinStock, Content, Label, Load, Parcel, Serial, Tote
from tests.unit.domain.test_reduce import about, unit
from tests.unit.domain.world import (
    NOW,
    ORDER,
)

K = FactKind

# --- parcels and other things --------------------------------------------------------------------

BOX = Parcel("1", ORDER, 1, contents=(Content(1, "MUG", 2),))


@pytest.mark.parametrize(
    ("reason", "row", "fact"),
    [
        ("unknown_parcel", None, about(K.PARCEL_SEALED, sscc="1")),
        ("sscc_used_twice", BOX, about(K.PARCEL_OPENED, sscc="1", order=ORDER, number=1)),
        ("removed_never_packed", BOX, about(K.UNIT_REMOVED, line=2, sku="POT", quantity=1)),
        ("loaded_unproven", BOX, about(K.PARCEL_LOADED, sscc="1", load="L-1")),
        (
            "loaded_twice",
            replace(BOX, stage=Stage.LOADED, load="L-2"),
            about(K.PARCEL_LOADED, sscc="1", load="L-1"),
        ),
    ],
)
def test_a_parcel_in_conflict(reason: str, row: Parcel | None, fact: Fact) -> None:
    assert reduce(Kind.PARCEL, row, fact).conflict == reason


def test_contents_merge_by_line_and_lot_but_serials_stand_alone() -> None:
    row = replace(BOX, contents=())
    for lot, serial in (("", ""), ("", ""), ("L1", ""), ("", "A"), ("", "B")):
        row = reduce(Kind.PARCEL, row, unit(K.UNIT_PACKED, lot=lot, serial=serial)).row
    assert [(c.quantity, c.lot, c.serial) for c in row.contents] == [
        (2, "", ""),
        (1, "L1", ""),
        (1, "", "A"),
        (1, "", "B"),
    ]
    less = reduce(Kind.PARCEL, row, unit(K.UNIT_REMOVED, serial="A")).row
    assert less.units == row.units - 1
    assert all(content.serial != "A" for content in less.contents)


def test_the_printers_word_never_weakens_a_proof() -> None:
    proven = reduce(Kind.PARCEL, BOX, about(K.LABEL_PROVEN, sscc="1")).row
    assert (proven.label, proven.stage) == (Label.PROVEN, Stage.CLOSED)
    for late in (about(K.LABEL_SENT), about(K.LABEL_FAILED, reason="paper")):
        assert reduce(Kind.PARCEL, proven, late).row.label is Label.PROVEN
    opened = reduce(Kind.PARCEL, proven, about(K.PARCEL_REOPENED))
    assert (opened.row, opened.conflict) == (proven, "reopened_after_proof")
    sealed = replace(BOX, stage=Stage.SEALED, label=Label.SENT)
    opened = reduce(Kind.PARCEL, sealed, about(K.PARCEL_REOPENED))
    assert (opened.row.label, opened.row.stage, opened.conflict) == (Label.NONE, Stage.OPEN, "")


def test_a_parcel_travels_with_its_load_only() -> None:
    closed = about(K.LOAD_CLOSED, load="L-1", ssccs=["1"])
    assert reduce(Kind.PARCEL, BOX, closed).row.stage is Stage.DISPATCHED
    assert reduce(Kind.PARCEL, replace(BOX, sscc="2"), closed).row.stage is Stage.OPEN


def test_a_tote_belongs_to_one_order_until_it_is_packed() -> None:
    put = unit(K.PUT_IN_TOTE, tote="T-1", order=ORDER)
    tote = reduce(Kind.TOTE, None, put).row
    assert tote == Tote("T-1", ORDER)
    other = reduce(Kind.TOTE, Tote("T-1", "shop:2"), put)
    assert (other.row.order, other.conflict) == ("shop:2", "tote_of_another_order")
    assert reduce(Kind.TOTE, tote, about(K.ORDER_PACKED, order="shop:2")).row == tote
    assert reduce(Kind.TOTE, tote, about(K.ORDER_PACKED, order=ORDER)).row == Tote("T-1")


def test_a_bin_goes_below_zero_and_says_so_once() -> None:
    row = Bin("A1", stock=(BinStock("MUG", 1),))
    first = reduce(Kind.BIN, row, unit(K.UNIT_PICKED, 2, bin="A1"))
    assert (first.row.quantity("MUG"), first.exception) == (-1, "negative_stock")
    second = reduce(Kind.BIN, first.row, unit(K.UNIT_PICKED, bin="A1"))
    assert (second.row.quantity("MUG"), second.exception) == (-2, "")
    assert reduce(Kind.BIN, None, unit(K.UNIT_PICKED, bin="Z9")).conflict == "unknown_bin"


def test_an_opening_count_corrects_the_one_before() -> None:
    row = Bin("A1", 1)
    for quantity, delta in ((10, 10), (12, 2)):
        fact = about(K.STOCK_OPENED, bin="A1", sku="MUG", quantity=quantity, delta=delta)
        row = reduce(Kind.BIN, row, fact).row
    row = reduce(Kind.BIN, row, unit(K.UNIT_PICKED, 3, bin="A1")).row
    assert (row.quantity("MUG"), row.stock[0].opening) == (9, 12)


def test_a_load_that_has_left_takes_nothing_in_silence() -> None:
    load = Load("L-1", "DHL", "4", NOW)
    on = reduce(Kind.LOAD, load, about(K.PARCEL_LOADED, sscc="1", load="L-1")).row
    assert reduce(Kind.LOAD, on, about(K.PARCEL_LOADED, sscc="1", load="L-1")).row == on
    gone = reduce(Kind.LOAD, on, about(K.LOAD_CLOSED, load="L-1", missing=[{"sscc": "2"}]))
    assert (gone.row.closed, gone.row.closed_by, gone.exception) == (True, "11", "parcels_missing")
    late = reduce(Kind.LOAD, gone.row, about(K.PARCEL_LOADED, sscc="3", load="L-1"))
    assert (late.row.parcels, late.conflict) == (("1", "3"), "load_closed_before")
    for again in (about(K.LOAD_CLOSED), about(K.LOAD_SET, **codec.dump(load))):
        assert reduce(Kind.LOAD, gone.row, again).conflict == "load_closed_before"


def test_a_serial_number_is_packed_once() -> None:
    packed = about(K.UNIT_PACKED, sku="CLOCK", serial="A", order=ORDER, sscc="1")
    row = reduce(Kind.SERIAL, None, packed).row
    assert row == Serial("CLOCK", "A", ORDER, "1")
    twice = reduce(
        Kind.SERIAL, row, about(K.UNIT_PACKED, sku="CLOCK", serial="A", order="x", sscc="2")
    )
    assert (twice.row, twice.conflict) == (row, "serial_packed_twice")
    out = reduce(Kind.SERIAL, row, about(K.UNIT_REMOVED, sscc="1")).row
    assert (out.order, out.parcel) == ("", "")
    assert reduce(Kind.SERIAL, out, packed).conflict == ""
