"""The lost-seconds ledger: what the time between two facts of a station or a person was for.

A cause is told from the two facts at the ends of a gap alone. Where they do not tell, it is UNTOLD:
nothing is guessed. What the system or an exception takes is never a person's own time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.facts import Fact, FactKind, Kind

K = FactKind
PAUSE = timedelta(minutes=5)
"""Who does nothing for longer has paused: the time is no time of work."""


class Cause(StrEnum):
    """What a stretch of time was for; the closed set."""

    SEARCHING = "searching"  # the way to the first unit in a bin
    SCANNING = "scanning"  # from one unit to the next
    HANDLING = "handling"  # boxes, totes, weights, shelves, counts
    CENTRE = "centre"  # waiting for the centre
    CARRIER = "carrier"  # waiting for the carrier
    PRINTER = "printer"  # from the order to print to the proven label
    EXCEPTION = "exception"  # help, shortages, damage, what was wrong and is put right
    IDLE = "idle"  # longer than PAUSE, or signed out
    UNTOLD = "untold"  # between two pieces of work


OWN = frozenset({Cause.SEARCHING, Cause.SCANNING, Cause.HANDLING})
"""A person's own time."""
SYSTEM = frozenset({Cause.CENTRE, Cause.CARRIER, Cause.PRINTER})
"""Never a person's."""
NOT_TOLD = {
    Cause.CENTRE: "no fact is written while a bench waits for the centre; it is in untold",
    Cause.CARRIER: "no fact tells the wait for a carrier's label from that for the printer",
}
"""Causes that no fact tells, and why: no seconds are given for them, also not 0."""

_PROBLEMS = frozenset(
    {
        K.PICK_SHORT,
        K.PACK_SHORT,
        K.SHORT_TAKEN_BACK,
        K.UNIT_DAMAGED,
        K.DAMAGE_UNDONE,
        K.PICK_UNDONE,
        K.UNIT_PUT_BACK,
        K.UNIT_REMOVED,
        K.PARCEL_WITHDRAWN,
        K.PARCEL_REOPENED,
        K.PARCEL_VOIDED,
        K.PARCEL_RETURNED,
        K.PARCEL_UNLOADED,
        K.LOAD_REOPENED,
        K.LABEL_MISMATCH,
        K.ORDER_PARKED,
        K.PICK_LEFT,
        K.PACK_LEFT,
        K.HELP_CALLED,
        K.HELP_ENDED,
    }
)
_PRINTS = frozenset({K.LABEL_SENT, K.LABEL_FAILED, K.LABEL_REPRINTED})
_PRINTED = frozenset({K.LABEL_PROVEN, *_PRINTS})
_UNITS = frozenset({K.UNIT_PICKED, K.UNIT_PACKED, K.PARCEL_LOADED})
_AWAY = frozenset({K.SIGNED_OUT, K.LOCKED})


@dataclass(frozen=True)
class Seen:
    """What the ledger keeps of the last fact. work: the order, truck, bin ... that it was about."""

    at: datetime
    kind: FactKind
    work: frozenset[tuple[str, str]]
    bin: str


@dataclass(frozen=True)
class Gap:
    cause: Cause
    ms: int


_WORK = frozenset(one.value for one in (Kind.ORDER, Kind.LOAD, Kind.TASK))


def seen(fact: Fact) -> Seen:
    about = frozenset(one for one in fact.subjects if one[0] in _WORK)
    place = next((name for kind, name in fact.subjects if kind == Kind.BIN.value), "")
    return Seen(fact.occurred_at, FactKind(fact.kind), about, place)


def cause_of(before: Seen, now: Seen) -> Cause:
    """What the time between two facts was for. Who calls for help waits, however long it takes; any
    scan ends the call.
    """
    if before.kind is K.HELP_CALLED or now.kind is K.HELP_ENDED:
        return Cause.EXCEPTION
    if now.at - before.at > PAUSE or before.kind in _AWAY:
        return Cause.IDLE
    if now.kind in _PRINTED and not now.work.isdisjoint(before.work):
        wrong = before.kind is K.LABEL_MISMATCH
        return Cause.EXCEPTION if wrong else Cause.PRINTER
    if before.kind is K.LABEL_FAILED:
        return Cause.PRINTER
    if now.kind in _PROBLEMS:
        return Cause.EXCEPTION
    if before.work and now.work and not before.work.isdisjoint(now.work):
        if now.kind is K.UNIT_PICKED and before.bin != now.bin:
            return Cause.SEARCHING
        return Cause.SCANNING if now.kind in _UNITS else Cause.HANDLING
    counts = now.bin and now.bin == before.bin
    return Cause.HANDLING if counts else Cause.UNTOLD


@dataclass
class Chain:
    """The facts of one station, or of one person, one after the other."""

    last: Seen | None = None
    ms: Counter[Cause] = field(default_factory=Counter)

    def add(self, now: Seen) -> Gap | None:
        """The time since the fact before; None = there was none."""
        before, self.last = self.last, now
        if before is None:
            return None
        ms = max(0, (now.at - before.at) // timedelta(milliseconds=1))
        gap = Gap(cause_of(before, now), ms)
        self.ms[gap.cause] += ms
        return gap

    @property
    def hours(self) -> float:
        """Of work: all but the pauses."""
        return sum(ms for cause, ms in self.ms.items() if cause is not Cause.IDLE) / 3_600_000
