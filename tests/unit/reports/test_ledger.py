"""Whose the seconds are: told from two facts, and not guessed."""

from __future__ import annotations

import pytest

from app.domain.facts import FactKind
from app.reports.ledger import NOT_TOLD, OWN, SYSTEM, Cause
from app.reports.shift import Lost
from tests.unit.reports.days import fact, report

K = FactKind
C = Cause


def lost(*steps: tuple[FactKind, float, str, str]) -> dict[Cause, float]:
    """The seconds of one station by cause, those of nothing left out."""
    facts = [fact(kind, minute, *name.split(), place=place) for kind, minute, name, place in steps]
    made = report(*facts)
    (station,) = made.lost
    assert made.people_lost == (Lost("11", station.seconds),)
    return {Cause(name): seconds for name, seconds in station.seconds.items() if seconds}


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        ((K.PICK_STARTED, 0, "a", ""), (K.UNIT_PICKED, 1, "a", "A-1"), C.SEARCHING),
        ((K.UNIT_PICKED, 0, "a", "A-1"), (K.UNIT_PICKED, 1, "a", "A-1"), C.SCANNING),
        ((K.UNIT_PICKED, 0, "a", "A-1"), (K.UNIT_PICKED, 1, "a", "A-2"), C.SEARCHING),
        ((K.UNIT_PICKED, 0, "a", "A-1"), (K.UNIT_PICKED, 1, "b", "A-1"), C.HANDLING),
        ((K.UNIT_PACKED, 0, "a", ""), (K.UNIT_PACKED, 1, "a", ""), C.SCANNING),
        ((K.UNIT_PACKED, 0, "a", ""), (K.PARCEL_SEALED, 1, "a", ""), C.HANDLING),
        ((K.PARCEL_SEALED, 0, "a", ""), (K.LABEL_SENT, 1, "a", ""), C.PRINTER),
        ((K.LABEL_SENT, 0, "a", ""), (K.LABEL_PROVEN, 1, "a", ""), C.PRINTER),
        ((K.PARCEL_SEALED, 0, "a", ""), (K.LABEL_FAILED, 1, "a", ""), C.PRINTER),
        ((K.LABEL_FAILED, 0, "a", ""), (K.PACK_STARTED, 1, "b", ""), C.PRINTER),
        ((K.LABEL_MISMATCH, 0, "a", ""), (K.LABEL_PROVEN, 1, "a", ""), C.EXCEPTION),
        ((K.UNIT_PICKED, 0, "a", "A-1"), (K.PICK_SHORT, 1, "a", "A-2"), C.EXCEPTION),
        ((K.UNIT_PACKED, 0, "a", ""), (K.ORDER_PARKED, 1, "a", ""), C.EXCEPTION),
        ((K.HELP_CALLED, 0, "", ""), (K.HELP_ENDED, 60, "", ""), C.EXCEPTION),
        ((K.ORDER_PACKED, 0, "a", ""), (K.PACK_STARTED, 1, "b", ""), C.UNTOLD),
        ((K.SIGNED_OUT, 0, "", ""), (K.SIGNED_IN, 1, "", ""), C.IDLE),
        ((K.LABEL_SENT, 0, "a", ""), (K.LABEL_PROVEN, 5.1, "a", ""), C.IDLE),
        ((K.BIN_COUNTED, 0, "", "A-1"), (K.BIN_COUNTED, 1, "", "A-1"), C.HANDLING),
    ],
)
def test_two_facts_tell_the_cause_between_them(
    before: tuple[FactKind, float, str, str],
    after: tuple[FactKind, float, str, str],
    cause: Cause,
) -> None:
    minutes = after[1] - before[1]
    assert lost(before, after) == {cause: minutes * 60}


def test_who_called_for_help_works_again_though_another_person_ended_the_call() -> None:
    made = report(
        fact(K.HELP_CALLED, 0),
        fact(K.HELP_ENDED, 20, who="90"),
        fact(K.UNIT_PACKED, 21, "a"),
        fact(K.UNIT_PACKED, 22, "a"),
    )
    caller = next(one.seconds for one in made.people_lost if one.name == "11")
    assert (caller[C.EXCEPTION], caller[C.SCANNING]) == (21 * 60, 60)


def test_all_seconds_are_told_once() -> None:
    found = lost(
        (K.SIGNED_IN, 0, "", ""),
        (K.PICK_STARTED, 1, "a", ""),
        (K.UNIT_PICKED, 2, "a", "A-1"),
        (K.HELP_CALLED, 3, "", ""),
        (K.UNIT_PICKED, 8.5, "a", "A-1"),
        (K.HELP_ENDED, 9, "", ""),
        (K.ORDER_PICKED, 30, "a", ""),
    )
    assert sum(found.values()) == 30 * 60
    assert found[C.EXCEPTION] == 7 * 60


def test_no_cause_is_both_a_persons_and_the_systems_and_what_is_not_told_has_no_seconds() -> None:
    assert not OWN & SYSTEM
    assert NOT_TOLD.keys() <= SYSTEM
    (station,) = report(fact(K.PACK_STARTED, 0, "a"), fact(K.UNIT_PACKED, 1, "a")).lost
    assert {name for name, told in station.seconds.items() if told is None} == set(NOT_TOLD)
