"""Every pair of facts has an outcome that is written down, and no fact is missing from the pairs."""

from __future__ import annotations

from collections import defaultdict

from app.domain.facts import Kind
from app.domain.reduce import RULES
from tests.unit.domain.conflict_pairs import (
    DOCUMENT,
    OUTSIDE,
    KindPair,
    all_meetings,
    key,
    later_counts,
    outcomes,
    rendered,
    wanted,
)


def test_every_pair_of_rules_has_met() -> None:
    """A new kind of fact without a way to write it in `two_benches` fails here."""
    assert sorted(wanted() - set(outcomes())) == []


def test_every_pair_has_met_over_each_kind_of_row() -> None:
    """Both have a rule for that kind of row, and both were about one row of it."""
    missing = [
        (kind.value, first.value, second.value)
        for kind, rules in RULES.items()
        for first in rules
        for second in rules
        if not {first, second} <= OUTSIDE and kind not in outcomes()[key(first, second)].about
    ]
    assert missing == []


def test_the_document_is_what_the_rules_do() -> None:
    """Where this fails the rules have changed: read the difference, and write the document anew."""
    assert DOCUMENT.read_text(encoding="utf-8") == rendered()


def test_nothing_depends_on_the_order_of_arrival_in_silence() -> None:
    """Whatever each bench has heard; and what conflicts.md exempts is met, each row of it."""
    found: dict[bool, set[KindPair]] = defaultdict(set)
    for pair, meeting in all_meetings():
        if meeting.silent:
            found[bool(meeting.all_a_then_b or meeting.all_b_then_a)].add(pair)
    never, late = later_counts(late=False), later_counts(late=True)
    assert sorted(found[False] - never) == []
    assert sorted(found[True] - late - never) == []
    assert sorted(never | late) == sorted((found[False] | found[True]) & (never | late))


def test_an_order_and_a_box_meet_in_all_their_facts() -> None:
    """The pairs are not few by accident."""
    assert len(outcomes()) > 400
    assert {Kind.ORDER, Kind.PARCEL, Kind.LOAD, Kind.SERIAL, Kind.TOTE} <= {
        kind for outcome in outcomes().values() for kind in outcome.about
    }
