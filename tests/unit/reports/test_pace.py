"""A person's pace is fair: like work, the site's median, and none of the system's seconds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.facts import Fact, FactKind
from app.reports.course import WorkStage
from app.reports.pace import LEAST, Pace
from tests.unit.reports.days import by_time, fact, report

K = FactKind


def packed(
    name: str, minute: float, seconds: float, who: str, *, printer: float = 1.0
) -> Iterator[Fact]:
    """One order of one line. seconds: of the packer. printer: minutes until its label is there."""
    own = seconds / 60
    yield fact(K.PACK_STARTED, minute, name, who=who, at=who)
    yield fact(K.UNIT_PACKED, minute + own / 2, name, who=who, at=who, quantity=2, line=1)
    yield fact(K.PARCEL_SEALED, minute + own, name, who=who, at=who)
    yield fact(K.LABEL_SENT, minute + own + printer / 2, name, who=who, at=who)
    yield fact(K.LABEL_PROVEN, minute + own + printer, name, who=who, at=who)
    yield fact(K.ORDER_PACKED, minute + own + printer, name, who=who, at=who)


def paces(*facts: Fact) -> dict[str, Pace]:
    made = report(*by_time(facts)).paces
    assert all(one.stage is WorkStage.PACK for one in made)
    return {one.name: one for one in made}


def test_who_takes_half_the_time_of_the_site_has_twice_its_pace() -> None:
    slow = (one for n in range(60) for one in packed(f"s{n}", 5 * n, 60, "12"))
    fast = (one for n in range(20) for one in packed(f"f{n}", 5 * n, 30, "11"))
    found = paces(*slow, *fast)
    assert (found["11"].percent, found["11"].n) == (200.0, 20)
    assert (found["12"].percent, found["12"].own_s) == (100.0, 3600.0)


def test_a_slow_printer_counts_against_nobody() -> None:
    one = (fact_ for n in range(30) for fact_ in packed(f"a{n}", 8 * n, 60, "11", printer=0.5))
    other = (fact_ for n in range(30) for fact_ in packed(f"b{n}", 8 * n, 60, "12", printer=5.0))
    found = paces(*one, *other)
    assert found["11"].percent == found["12"].percent == 100.0


def test_few_orders_give_no_pace_and_say_why() -> None:
    few = (one for n in range(LEAST - 1) for one in packed(f"a{n}", 5 * n, 60, "11"))
    (made,) = paces(*few).values()
    assert (made.percent, made.n) == (None, 0)
    assert f"fewer than {LEAST}" in made.why


def test_orders_of_two_people_are_nobodys_pace() -> None:
    mixed = []
    for n in range(30):
        first, *rest = packed(f"a{n}", 5 * n, 60, "11")
        mixed += [fact(K.PACK_STARTED, 5 * n, f"a{n}", who="12", at="11"), *rest]
        assert first.operator == "11"
    assert paces(*mixed) == {}


@pytest.mark.parametrize("count", [30])
def test_work_of_another_size_has_a_median_of_its_own(count: int) -> None:
    small = [one for n in range(count) for one in packed(f"a{n}", 5 * n, 30, "11")]
    large = []
    for n in range(count):
        facts = list(packed(f"b{n}", 5 * n, 240, "12"))
        facts[1].body["quantity"] = 50  # type: ignore[index]  # a plain dict, made here
        large += facts
    found = paces(*small, *large)
    assert (found["11"].percent, found["12"].percent) == (100.0, 100.0)
