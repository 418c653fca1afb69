"""Capture, cartons, weights, permissions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import capture
from app.domain.capture import Missing, Unit
from app.domain.codes import Reading
from app.domain.facts import Kind
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import cartons
from app.domain.permissions import DUTIES, allows, role_for
from app.domain.rows.things import Bin, BinStock, Carton, Content, Operator, Parcel, Product
from tests.unit.domain.world import ORDER, TODAY, FakeWorld, order, warehouse

# --- capture -------------------------------------------------------------------------------------

ALL = Product("X", "X", track_lot=True, track_expiry=True, track_serial=True)


def test_what_is_missing_comes_one_after_the_other() -> None:
    unit, asked = Unit("X"), []
    given_ = {
        Missing.LOT: Reading("L1"),
        Missing.EXPIRY: Reading("271231"),
        Missing.SERIAL: Reading("SN"),
    }
    while what := capture.missing(ALL, unit):
        asked.append(what)
        filled = capture.fill(unit, what, given_[what])
        assert isinstance(filled, Unit)
        unit = filled
    assert asked == [Missing.LOT, Missing.EXPIRY, Missing.SERIAL]
    assert unit == Unit("X", 1, "L1", date(2027, 12, 31), "SN")
    assert capture.missing(ALL, Unit("X"), lots=False) is Missing.SERIAL
    assert capture.missing(None, Unit("X")) is None
    assert [capture.ask(what, "X").kind for what in asked] == [
        Working.LOT_NEEDED,
        Working.EXPIRY_NEEDED,
        Working.SERIAL_NEEDED,
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("271231", date(2027, 12, 31)),
        ("2027-12-31", date(2027, 12, 31)),
        ("20271231", date(2027, 12, 31)),
        ("271200", None),
        ("271331", None),
        ("270230", None),
        ("", None),
        ("tomorrow", None),
        ("²²²²²²", None),
    ],
)
def test_how_an_expiry_may_be_written(text: str, day: date | None) -> None:
    filled = capture.fill(Unit("X"), Missing.EXPIRY, Reading(text))
    if day is None:
        assert isinstance(filled, Outcome) and filled.kind is Working.EXPIRY_UNREADABLE
    else:
        assert isinstance(filled, Unit) and filled.expiry == day


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_an_expiry(text: str) -> None:
    filled = capture.fill(Unit("X"), Missing.EXPIRY, Reading(text))
    assert isinstance(filled, Unit) or filled.kind is Working.EXPIRY_UNREADABLE


def test_a_gs1_scan_brings_a_value_under_its_own_identifier() -> None:
    reading = Reading("long text", lot="L9", serial="S9", expiry=date(2028, 1, 1))
    assert capture.fill(Unit("X"), Missing.LOT, reading) == Unit("X", lot="L9")
    assert capture.fill(Unit("X"), Missing.SERIAL, reading) == Unit("X", serial="S9")
    assert capture.fill(Unit("X"), Missing.EXPIRY, reading) == Unit("X", expiry=date(2028, 1, 1))


@pytest.mark.parametrize(("days", "refused"), [(-1, True), (0, False), (1, False)])
def test_goods_may_be_sold_on_their_last_day(days: int, refused: bool) -> None:
    unit = Unit("X", lot="L1", expiry=TODAY + timedelta(days=days))
    said = capture.expired(unit, FakeWorld())
    assert (said is not None) is refused
    assert said is None or (said.kind, said.values["lot"]) == (Working.LOT_EXPIRED, "L1")
    assert capture.expired(Unit("X"), FakeWorld()) is None


def test_a_lots_expiry_is_known_from_the_shelf() -> None:
    shelf = Bin("B", stock=(BinStock("X", 1, "L1", TODAY), BinStock("Y", 1, "L2", TODAY)))
    assert capture.known_expiry(Unit("X", lot="L1"), shelf).expiry == TODAY
    for unit in (Unit("X", lot="L2"), Unit("X"), Unit("Y")):
        assert capture.known_expiry(unit, shelf).expiry is None
    other = TODAY + timedelta(days=9)
    assert capture.known_expiry(Unit("X", lot="L1", expiry=other), shelf).expiry == other


# --- cartons --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([("MUG", 1)], "S"),
        ([("MUG", 6)], "S"),
        ([("MUG", 7)], "L"),
        ([("CLOCK", 11)], "L"),  # small, but heavier than the small one carries
        ([("POT", 99)], "L"),  # nothing holds it: the largest
    ],
)
def test_the_smallest_box_that_holds_it(lines: list[tuple[str, int]], code: str) -> None:
    world = warehouse()
    world.put(Kind.ORDER, ORDER, order(*lines))
    assert cartons.suggestion(world, ORDER) == code


def test_only_what_is_still_to_be_packed_needs_room() -> None:
    world = warehouse()
    full = order(("MUG", 7))
    world.put(Kind.ORDER, ORDER, replace(full, lines=(replace(full.lines[0], packed=5),)))
    assert cartons.suggestion(world, ORDER) == "S"


def test_no_boxes_no_suggestion() -> None:
    world = warehouse()
    world.rows = {item: row for item, row in world.rows.items() if not isinstance(row, Carton)}
    assert cartons.suggestion(world, ORDER) == ""


def test_a_box_of_which_only_the_name_is_known_has_no_size_and_no_weight() -> None:
    bare = Carton("BOX-S", "Small")
    assert (bare.length_mm, bare.width_mm, bare.height_mm) == (0, 0, 0)
    assert (bare.tare_g, bare.max_weight_g, bare.volume_mm3) == (0, 0, 0)


def box(*contents: tuple[str, int]) -> Parcel:
    return Parcel("1", ORDER, 1, contents=tuple(Content(1, sku, count) for sku, count in contents))


# --- permissions ---------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", sorted(DUTIES))
def test_who_may_do_what(duty: str) -> None:
    for role in ("picker", "packer", "loader", "supervisor", "admin"):
        person = Operator("1", "A", "x", roles=(role,))
        assert allows(person, duty) is (role in DUTIES[duty])
        assert not allows(replace(person, disabled=True), duty)
    assert not allows(None, duty)
    assert not allows(Operator("1", "A", "x"), duty)
    assert role_for(duty) in DUTIES[duty]


def test_a_supervisor_may_do_everything() -> None:
    assert all("supervisor" in roles for roles in DUTIES.values())
    assert outcome(Anywhere.NO_PERMISSION, role="picker").values == {"role": "picker"}
