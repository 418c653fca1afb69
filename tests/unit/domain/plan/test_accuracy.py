"""What counts have found, zone by zone."""

from __future__ import annotations

from datetime import timedelta

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.plan.accuracy import ZoneCounts, by_zone, last_count
from app.domain.rows.things import Bin, Look
from tests.unit.domain.world import NOW, as_fact


def count(code: str, delta: int, why: str = "") -> Fact:
    body = {"bin": code, "sku": "MUG", "counted": 9 + delta, "expected": 9, "delta": delta}
    told = {"why": why} if why else {}
    return as_fact(
        NewFact(FactKind.BIN_COUNTED, (Subject(Kind.BIN, code),), {**body, **told}), 1, "P1"
    )


def days(number: int) -> timedelta:
    return timedelta(days=number)


BINS = (
    Bin("A1", zone="A", counted_at=NOW - days(2)),
    Bin("A2", zone="A", looks=(Look("MUG", counted_at=NOW - days(9)),)),
    Bin("A3", zone="A"),
    Bin("B1", zone="B"),
)


def test_a_zone_in_numbers() -> None:
    counts = [count("A1", 0), count("A2", -3, "lost"), count("A2", 2, "not_booked_in")]
    a, b = by_zone(BINS, counts, NOW)
    assert a == ZoneCounts(
        "A",
        bins=3,
        counted=2,
        right=1,
        net=-1,
        absolute=5,
        whys={"lost": 3, "not_booked_in": 2},
        never=1,
        days=9,
    )
    assert b == ZoneCounts("B", 1, 0, 0, 0, 0, {}, never=1, days=None)


def test_a_bin_that_was_wrong_once_was_not_right() -> None:
    counts = [count("A1", -1, "mispicked"), count("A1", 0)]
    assert by_zone(BINS, counts, NOW)[0].right == 0


def test_a_difference_of_before_there_were_reasons_counts_as_well() -> None:
    assert by_zone(BINS, [count("A1", -4)], NOW)[0].whys == {"": 4}


def test_counts_of_bins_that_are_not_looked_at_are_left_out() -> None:
    assert by_zone(BINS[:1], [count("B1", -4)], NOW)[0].counted == 0


def test_the_last_count_is_the_later_one_of_bin_and_sku() -> None:
    look = Look("MUG", counted_at=NOW)
    assert last_count(Bin("A1", counted_at=NOW - days(1), looks=(look,))) == NOW
    assert last_count(Bin("A1", counted_at=NOW + days(1), looks=(look,))) == NOW + days(1)
    assert last_count(Bin("A1", looks=(Look("MUG", missed_at=NOW),))) is None
