"""How many units a scan means, as exact whole numbers: the unit-of-measure bugs of others as cases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import capture, codec
from app.domain.capture import Unit
from app.domain.codes import Reading
from app.domain.facts import Kind
from app.domain.outcome import Outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.packs import ONE, PackCount, PackLevel, PackSize
from app.domain.rows.things import Product
from app.domain.world import Hit, HitKind
from tests.unit.domain.world import FakeWorld, warehouse

CASE, DOZEN, ROLL = PackLevel.CASE, PackLevel.CASE, PackLevel.INNER


def scanned(
    pack: PackSize = ONE, *, count: int | None = None, contained: bool = False, sku: str = "MUG"
) -> Hit:
    return Hit(HitKind.PRODUCT, sku, Reading("code", count=count, contained=contained), pack)


def meant(
    hit: Hit, typed: str = "", most: int | None = 1_000, world: FakeWorld | None = None
) -> Unit | Outcome:
    return capture.from_scan(hit, world or warehouse(), typed, most)


@pytest.mark.parametrize(
    ("what", "pack", "typed", "count", "units", "packs"),
    [
        ("one unit", ONE, "", None, 1, None),
        ("one case is its content, not 1", PackSize(CASE, 12), "", None, 12, 1),
        ("3 packs of 6 are 18, and stay 3 packs", PackSize(CASE, 6), "3", None, 18, 3),
        ("12 units typed are 12, not 12 dozen and not 1", ONE, "12", None, 12, None),
        ("one dozen is 12, not 1", PackSize(DOZEN, 12), "1", None, 12, 1),
        ("four rolls of one yard are 4, not 4.01", ONE, "4", None, 4, None),
        ("4 metres are no 4 kilometres: nothing but the pack multiplies", ONE, "4", None, 4, None),
        ("a roll of 25 is 25", PackSize(ROLL, 25), "", None, 25, 1),
        ("10 units ordered are no 10 packs", ONE, "10", None, 10, None),
        ("a label's count is units where it names the unit", ONE, "", 12, 12, None),
    ],
)
def test_units_are_exact(
    what: str, pack: PackSize, typed: str, count: int | None, units: int, packs: int | None
) -> None:
    found = meant(scanned(pack, count=count), typed)
    assert isinstance(found, Unit), what
    assert (found.quantity, found.pack.count if found.pack else None) == (units, packs), what
    assert found.pack is None or found.pack.total == found.quantity


def test_a_logistic_label_that_names_cases_counts_cases_once() -> None:
    """(02) case (37) 4: four cases of twelve; nothing is converted twice."""
    found = meant(scanned(PackSize(CASE, 12), count=4, contained=True))
    assert isinstance(found, Unit)
    assert (found.quantity, found.pack) == (48, PackCount(CASE, 4, 12))


def test_a_label_on_the_case_that_agrees_with_its_content_counts_it_once() -> None:
    found = meant(scanned(PackSize(CASE, 12), count=12))
    assert isinstance(found, Unit)
    assert (found.quantity, found.pack) == (12, PackCount(CASE, 1, 12))


@pytest.mark.parametrize("count", [0, 1, 11, 24])
def test_a_label_on_the_case_that_says_otherwise_is_refused(count: int) -> None:
    said = meant(scanned(PackSize(CASE, 12), count=count))
    assert isinstance(said, Outcome)
    assert said.kind is Working.PACK_CONTRADICTED
    assert (said.values["known"], said.values["scanned"]) == (12, count)


def test_more_than_wanted_is_refused_with_both_numbers() -> None:
    said = meant(scanned(PackSize(CASE, 12)), most=5)
    assert isinstance(said, Outcome)
    assert said.kind is Working.PACK_TOO_LARGE
    assert said.values == {"sku": "MUG", "level": "case", "count": 1, "units": 12, "most": 5}
    said = meant(scanned(PackSize(CASE, 12)), "3", most=35)
    assert isinstance(said, Outcome)
    assert (said.values["count"], said.values["units"], said.values["most"]) == (3, 36, 35)


@pytest.mark.parametrize(
    ("hit", "typed", "kind"),
    [
        (scanned(), "6", Anywhere.NUMBER_TOO_LARGE),
        (scanned(), "0", Anywhere.NUMBER_TOO_LARGE),
        (scanned(count=0), "", Anywhere.NUMBER_TOO_LARGE),  # a label that holds nothing is not one
        (scanned(count=3), "2", Working.COUNT_NOT_ALLOWED),
        (scanned(PackSize(CASE, 2), count=2, contained=True), "2", Working.COUNT_NOT_ALLOWED),
        (scanned(PackSize(CASE, 2)), "0", Anywhere.NUMBER_TOO_LARGE),
        (scanned(sku="POT"), "2", Working.COUNT_NOT_ALLOWED),  # each pot is scanned
        (scanned(PackSize(CASE, 2), sku="POT"), "2", Working.COUNT_NOT_ALLOWED),
        (scanned(PackSize(CASE, 2), sku="CLOCK"), "", Working.PACK_OF_SERIALS),
        (scanned(sku="CLOCK", count=2), "", Working.COUNT_NOT_ALLOWED),
    ],
)
def test_what_means_no_number_of_units(hit: Hit, typed: str, kind: object) -> None:
    said = meant(hit, typed, most=5)
    assert isinstance(said, Outcome)
    assert said.kind is kind


def test_a_case_counts_even_where_each_unit_is_scanned() -> None:
    """Nobody typed its number: it is what the master data say of this very code."""
    found = meant(scanned(PackSize(CASE, 2), sku="POT"))
    assert isinstance(found, Unit)
    assert found.quantity == 2


def test_who_counts_a_bin_may_type_any_number() -> None:
    for typed, units in (("7", 7), ("0", 0)):
        found = meant(scanned(sku="POT"), typed, most=None)
        assert isinstance(found, Unit)
        assert (found.quantity, found.pack) == (units, None)
    found = meant(scanned(PackSize(CASE, 12), sku="POT"), "7", most=None)
    assert isinstance(found, Unit)
    assert found.pack == PackCount(CASE, 7, 12)
    said = meant(scanned(PackSize(CASE, 12)), "999999", most=None)
    assert isinstance(said, Outcome)
    assert said.values["most"] == capture.MOST


def test_another_factor_leaves_what_was_scanned_as_it_was() -> None:
    """A unit carries what its packs held; a session keeps that over a restart."""
    world = warehouse()
    before = meant(scanned(PackSize(CASE, 12)), world=world)
    mug = world.product("MUG")
    assert isinstance(mug, Product) and isinstance(before, Unit)
    world.put(Kind.PRODUCT, "MUG", replace(mug, packs=()))
    assert codec.from_text(Unit, codec.to_text(before)) == before
    assert before.quantity == 12


@given(units=st.integers(2, 10_000), typed=st.integers(1, 999), most=st.integers(1, capture.MOST))
def test_no_scan_means_more_than_there_is_room_for(units: int, typed: int, most: int) -> None:
    found = meant(scanned(PackSize(CASE, units)), str(typed), most)
    if isinstance(found, Unit):
        assert found.quantity == typed * units <= most
    else:
        assert found.kind is Working.PACK_TOO_LARGE
        assert typed * units > most


def test_who_learns_scans_each_unit_and_counts_bins_like_anybody() -> None:
    world = warehouse()
    assert isinstance(meant(scanned(), "12", world=world), Unit)
    world.in_training = True
    refused = meant(scanned(), "12", world=world)
    assert isinstance(refused, Outcome) and refused.kind is Working.EACH_IN_TRAINING
    assert isinstance(meant(scanned(), world=world), Unit)
    assert isinstance(meant(scanned(PackSize(CASE, 12)), world=world), Unit), "a case is one scan"
    assert isinstance(meant(scanned(), "12", most=None, world=world), Unit)
