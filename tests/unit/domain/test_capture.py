"""What a scan tells of the unit that waits for its lot, date or serial number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain import capture
from app.domain.capture import Missing, Unit
from app.domain.codes import Reading, read
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.rows.things import Bin, BinStock, Product
from app.domain.world import Hit, HitKind
from tests.unit.domain.world import TODAY

ALL = Product("X", "X", track_lot=True, track_expiry=True, track_serial=True)
OURS = "0109521321000018"
OTHERS = "0109521321000025"
END = date(2027, 12, 31)


def text(code: str, symbology: str = "") -> Hit:
    """A scan of which the site knows nothing."""
    return Hit(HitKind.TEXT, code, read(code, symbology))


def label(code: str, sku: str = "X") -> Hit:
    """A GS1-128 label of a product that the site knows."""
    return Hit(HitKind.PRODUCT, sku, read(code, "]C1"))


def test_what_is_missing_comes_one_after_the_other() -> None:
    unit, asked = Unit("X"), []
    given = {
        Missing.LOT: text("L1"),
        Missing.EXPIRY: text("271231"),
        Missing.SERIAL: text("SN"),
    }
    while what := capture.missing(ALL, unit):
        asked.append(what)
        filled = capture.answered(unit, what, given[what])
        assert isinstance(filled, Unit)
        unit = filled
    assert asked == [Missing.LOT, Missing.EXPIRY, Missing.SERIAL]
    assert unit == Unit("X", 1, "L1", END, "SN")
    assert capture.missing(ALL, Unit("X"), lots=False) is Missing.SERIAL
    assert capture.missing(None, Unit("X")) is None
    assert [capture.ask(what, "X").kind for what in asked] == [
        Working.LOT_NEEDED,
        Working.EXPIRY_NEEDED,
        Working.SERIAL_NEEDED,
    ]


@pytest.mark.parametrize("what", list(Missing))
def test_a_gs1_label_brings_every_part_under_its_own_identifier(what: Missing) -> None:
    scan = label(f"{OURS}1727123110L9\x1d21S9")
    assert capture.answered(Unit("X"), what, scan) == Unit("X", 1, "L9", END, "S9")


@pytest.mark.parametrize("what", list(Missing))
@pytest.mark.parametrize(
    "scan",
    [
        label(f"{OTHERS}1727123110L9\x1d21S9", "Y"),
        text(f"{OTHERS}1727123110L9\x1d21S9", "]C1"),  # a product that nobody here knows
        text(f"https://id.gs1.org/01/{OTHERS[2:]}/21/S9"),
        Hit(HitKind.PRODUCT, "Y", read("9521321000025")),
    ],
)
def test_another_products_label_is_never_the_lot_date_or_serial(what: Missing, scan: Hit) -> None:
    said = capture.answered(Unit("X"), what, scan)
    assert isinstance(said, Outcome) and said.kind is Working.OTHER_UNIT


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        (Unit("X", lot="L1"), f"{OURS}1727123110L9"),
        (Unit("X", lot="L1"), "10L9"),
        (Unit("X", serial="S1"), f"{OURS}21S9"),
        (Unit("X", expiry=date(2026, 5, 1)), f"{OURS}1727123110L9"),
    ],
)
def test_what_contradicts_the_unit_is_refused(unit: Unit, code: str) -> None:
    said = capture.answered(unit, Missing.EXPIRY, text(code, "]C1"))
    if OURS in code:
        said = capture.answered(unit, Missing.EXPIRY, label(code))
    assert isinstance(said, Outcome) and said.kind is Working.UNIT_CONTRADICTED


@pytest.mark.parametrize(
    "scan",
    [
        Hit(HitKind.PRODUCT, "X", read("9521321000018")),
        label(OURS),
        label(f"{OURS}3710"),
        text("3103001250", "]C1"),
        text("0109521321000012" + "10L9", "]C1"),  # a wrong check digit
    ],
)
def test_a_label_without_the_part_is_not_taken_for_it(scan: Hit) -> None:
    said = capture.answered(Unit("X"), Missing.LOT, scan)
    assert isinstance(said, Outcome) and said.kind is Working.LOT_NEEDED


def test_digits_of_a_products_barcode_are_no_lot_but_may_be_a_serial_number() -> None:
    foreign = text("4006381333931")
    said = capture.answered(Unit("X"), Missing.LOT, foreign)
    assert isinstance(said, Outcome) and said.kind is Working.OTHER_UNIT
    assert capture.answered(Unit("X"), Missing.SERIAL, foreign) == Unit("X", serial="4006381333931")
    assert capture.answered(Unit("X"), Missing.LOT, text("20260417")) == Unit("X", lot="20260417")


def test_a_text_that_is_no_date_is_refused() -> None:
    said = capture.answered(Unit("X"), Missing.EXPIRY, text("tomorrow"))
    assert isinstance(said, Outcome) and said.kind is Working.EXPIRY_UNREADABLE


SHELF = Bin("B", stock=(BinStock("X", 9, "M1"), BinStock("X", 9, "M12"), BinStock("Y", 9, "Q7")))


@pytest.mark.parametrize(
    ("code", "lost"),
    [
        (f"{OURS}10M117270131", True),
        (f"{OURS}10M1_17270131", True),  # a scanner that sends another sign instead
        (f"{OURS}10M117270131\x1d", False),  # the separator is sent: this is the lot
        (f"{OURS}10M1\x1d17270131", False),
        (f"{OURS}10M1", False),
        (f"{OURS}10M12", False),
        (f"{OURS}10M199", False),  # no element can follow
        (f"{OURS}10Q717270131", False),  # another product's lot
        ("M117270131", False),  # typed
    ],
)
def test_a_lot_that_swallowed_the_next_element_is_refused(code: str, lost: bool) -> None:
    said = capture.separator_lost("X", read(code), SHELF)
    assert (said is not None) is lost
    assert said is None or said.values["lot"] == "M1"
    assert capture.separator_lost("X", read(code), None) is None


def test_a_lots_expiry_is_known_from_the_shelf() -> None:
    shelf = Bin("B", stock=(BinStock("X", 1, "L1", TODAY), BinStock("Y", 1, "L2", TODAY)))
    assert capture.known_expiry(Unit("X", lot="L1"), shelf).expiry == TODAY
    for unit in (Unit("X", lot="L2"), Unit("X"), Unit("Y")):
        assert capture.known_expiry(unit, shelf).expiry is None
    other = TODAY + timedelta(days=9)
    assert capture.known_expiry(Unit("X", lot="L1", expiry=other), shelf).expiry == other


def test_a_reading_without_elements_is_the_text() -> None:
    assert Reading("L1") == read("L1")


@pytest.mark.parametrize(
    ("asked", "code", "ai"),
    [
        (Working.EXPIRY_NEEDED, OURS + "17270230", "17"),
        (Working.EXPIRY_NEEDED, OURS + "15271301", "15"),
        (Working.LOT_NEEDED, OURS + "10" + "A" * 21, "10"),
        (Working.SERIAL_NEEDED, OURS + "21" + "S" * 21, "21"),
    ],
)
def test_a_part_that_the_label_has_wrong_is_named(asked: Working, code: str, ai: str) -> None:
    said = outcome(asked, sku="X")
    named = outcome(Working.PART_WRONG, ai=ai, sku="X")
    assert capture.explained(said, read(code, "]C1")) == named
    assert capture.explained(said, read(OURS + "422999", "]C1")) == said
    assert capture.explained(said, read(OURS)) == said
