"""The rows of the floor in memory, kept up to date with what changed at the centre."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from app.domain import codec
from app.domain.facts import FactKind, Kind
from app.domain.plan.flow import FlowStep, step_of
from app.domain.reduce import ROW_TYPES
from app.domain.rows.orders import Order, Sub
from app.domain.rows.tasks import FloorTask
from app.domain.rows.things import ExceptionRow, Load, Operator, Parcel
from app.domain.rows.working_set import in_work
from app.store.station.values import StoredRow
from app.sync.watch import Heard, Passed, Watched

KINDS = (Kind.ORDER, Kind.PARCEL, Kind.LOAD, Kind.TASK, Kind.EXCEPTION, Kind.OPERATOR)
STEPS = (FactKind.ORDER_PICKED, FactKind.ORDER_PACKED)
"""What the pace is made of."""
REMEMBERED = timedelta(hours=1)
_STEPPED = frozenset({Sub.PICKED, Sub.PACKING, Sub.PACKED, Sub.MANIFESTED})
"""Where an order stands that may just have taken one of them."""
UNREADABLE = (KeyError, ValueError, TypeError, AttributeError)


class Floor:
    """orders, parcels, loads, tasks, exceptions, people: rows in work, by their ids.

    at: the centre's time of the newest rows; None = nothing was read yet. steps: where each order
    stands.
    passed: recent steps of orders, oldest first. heard: when the centre heard of each station.
    """

    def __init__(self) -> None:
        self.epoch = self.cursor = ""
        self.at: datetime | None = None
        self.passed: deque[Passed] = deque()
        self.heard: tuple[Heard, ...] = ()
        self._rows: dict[Kind, dict[str, Any]] = {kind: {} for kind in KINDS}
        self._steps: dict[str, FlowStep] = {}

    @property
    def orders(self) -> Mapping[str, Order]:
        return MappingProxyType(self._rows[Kind.ORDER])

    @property
    def steps(self) -> Mapping[str, FlowStep]:
        return MappingProxyType(self._steps)

    @property
    def parcels(self) -> Mapping[str, Parcel]:
        return MappingProxyType(self._rows[Kind.PARCEL])

    @property
    def loads(self) -> Mapping[str, Load]:
        return MappingProxyType(self._rows[Kind.LOAD])

    @property
    def tasks(self) -> Mapping[str, FloorTask]:
        return MappingProxyType(self._rows[Kind.TASK])

    @property
    def exceptions(self) -> Mapping[str, ExceptionRow]:
        return MappingProxyType(self._rows[Kind.EXCEPTION])

    @property
    def people(self) -> Mapping[str, Operator]:
        return MappingProxyType(self._rows[Kind.OPERATOR])

    def take(self, told: Watched) -> set[str]:
        """Take over what changed. Returns the orders that have come further."""
        self.at = told.at
        if told.full:
            self._steps.clear()
            for rows in self._rows.values():
                rows.clear()
        for kind, name in told.gone:
            self._drop(Kind(kind), name)
        further = {stored.id for stored in told.rows if self._put(stored)}
        self.epoch, self.cursor = told.epoch, told.cursor
        return further

    def take_passed(self, steps: Iterable[Passed], now: datetime) -> None:
        """Take over steps. Those that are known are left out, old ones forgotten."""
        known = set(self.passed)
        new = [one for one in steps if one not in known]
        if new:
            self.passed = deque(sorted((*self.passed, *new), key=lambda one: one.at))
        while self.passed and self.passed[0].at <= now - REMEMBERED:
            self.passed.popleft()

    def _put(self, stored: StoredRow) -> bool:
        """Whether it is an order that has come further. A damaged row is left out: `packbench db
        verify` names it.
        """
        kind = Kind(stored.kind)
        before = self._rows[kind].get(stored.id)
        try:
            row = codec.from_text(ROW_TYPES[kind], stored.body or "")
        except UNREADABLE:
            self._drop(kind, stored.id)
            return False
        if not in_work(row):
            self._drop(kind, stored.id)
        else:
            self._rows[kind][stored.id] = row
            if isinstance(row, Order):
                self._steps[stored.id] = step_of(row)
        if not isinstance(row, Order):
            return False
        return row.sub in _STEPPED and (before is None or before.sub is not row.sub)

    def _drop(self, kind: Kind, name: str) -> None:
        self._rows[kind].pop(name, None)
        if kind is Kind.ORDER:
            self._steps.pop(name, None)
