"""Facts and reports of invented days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.rows.orders import Order
from app.reports.course import Orders
from app.reports.shift import Asked, ShiftReport, shift_report
from tests.helpers.model import START
from tests.unit.domain.world import as_fact

K = FactKind
MINUTE = timedelta(minutes=1)
UNTIL = START + timedelta(hours=8)
TOMORROW = START + timedelta(days=1)


def fact(
    kind: FactKind,
    minute: float,
    *names: str,
    who: str = "11",
    at: str = "P1",
    place: str = "",
    **body: Any,
) -> Fact:
    """names: of orders. place: a bin."""
    subjects = [Subject(Kind.ORDER, name) for name in names]
    if place:
        subjects.append(Subject(Kind.BIN, place))
        body["bin"] = place
    made = as_fact(NewFact(kind, tuple(subjects), body), 1, at)
    return replace(made, occurred_at=START + minute * MINUTE, operator=who)


def rows_of(orders: Mapping[str, Order] | None) -> Orders:
    def rows(names: Sequence[str]) -> Mapping[str, Order]:
        return {name: row for name, row in (orders or {}).items() if name in names}

    return rows


def report(
    *facts: Fact,
    orders: Mapping[str, Order] | None = None,
    stock: Mapping[str, int] | None = None,
    since: datetime = START,
    until: datetime = UNTIL,
    **asked: Any,
) -> ShiftReport:
    words = Asked(since, until, asked.pop("now", TOMORROW), **{"personal": True, **asked})
    made, _ = shift_report(facts, rows_of(orders), lambda _skus: stock or {}, words)
    return made


def figures(made: ShiftReport) -> dict[str, float | None]:
    return {one.code: one.value for one in made.figures}


def by_time(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda one: (one.occurred_at, one.origin))


def gone(row: Order, minute: float) -> Order:
    """The order, that left then."""
    return replace(row, dispatched_at=START + minute * MINUTE)


def one_order(name: str = "shop:a", minute: float = 0) -> tuple[Fact, ...]:
    """From pick to truck in 70 minutes; a unit is short, and a label was swapped."""

    def step(kind: FactKind, after: float, *names: str, **body: Any) -> Fact:
        who, at = ("11", "P1") if after < 10 else ("12", "P2")
        return fact(kind, minute + after, *(names or (name,)), who=who, at=at, **body)

    return (
        step(K.PICK_STARTED, 0),
        step(K.UNIT_PICKED, 2, quantity=3, sku="MUG", line=1, place="A-1"),
        step(K.PICK_SHORT, 3, quantity=2, sku="MUG", line=1, place="A-1"),
        step(K.SHORT_TAKEN_BACK, 3, quantity=1, sku="MUG", line=1, place="A-1"),
        step(K.ORDER_PICKED, 4),
        step(K.PACK_STARTED, 10),
        step(K.PARCEL_OPENED, 10.5, carton="BOX-S"),
        step(K.UNIT_PACKED, 11, quantity=3, sku="MUG", line=1),
        step(K.PARCEL_SEALED, 11.5, carrier="DHL"),
        step(K.LABEL_SENT, 12),
        step(K.LABEL_MISMATCH, 12),
        step(K.LABEL_PROVEN, 12.5),
        step(K.ORDER_PACKED, 13),
        step(K.PARCEL_LOADED, 60),
        step(K.LOAD_CLOSED, 70),
    )
