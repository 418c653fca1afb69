"""The rows of the floor in memory, kept up to date with what changed at the centre."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from app.domain import codec
from app.domain.facts import FactKind, Kind
from app.domain.reduce import ROW_TYPES
from app.domain.rows.orders import Order
from app.domain.rows.tasks import FloorTask
from app.domain.rows.things import ExceptionRow, Load, Operator, Parcel
from app.domain.rows.working_set import in_work
from app.store.station.values import StoredRow
from app.sync.watch import Heard, Passed, Watched

KINDS = (Kind.ORDER, Kind.PARCEL, Kind.LOAD, Kind.TASK, Kind.EXCEPTION, Kind.OPERATOR)
STEPS = (FactKind.ORDER_PICKED, FactKind.ORDER_PACKED)
"""What the pace is made of."""
REMEMBERED = timedelta(hours=1)
UNREADABLE = (KeyError, ValueError, TypeError, AttributeError)


class Floor:
    """orders, parcels, loads, tasks, exceptions, people: rows in work, by their ids.

    at: the centre's time of the newest rows; None = nothing was read yet.
    passed: recent steps of orders, oldest first. heard: when the centre heard of each station.
    """

    def __init__(self) -> None:
        self.epoch = self.cursor = ""
        self.at: datetime | None = None
        self.passed: deque[Passed] = deque()
        self.heard: tuple[Heard, ...] = ()
        self._rows: dict[Kind, dict[str, Any]] = {kind: {} for kind in KINDS}

    @property
    def orders(self) -> Mapping[str, Order]:
        return MappingProxyType(self._rows[Kind.ORDER])

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

    def take(self, told: Watched) -> bool:
        """Take over what changed; whether anything did."""
        self.at = told.at
        if told.full:
            for rows in self._rows.values():
                rows.clear()
        for kind, name in told.gone:
            self._rows[Kind(kind)].pop(name, None)
        for stored in told.rows:
            self._put(stored)
        self.epoch, self.cursor = told.epoch, told.cursor
        return told.full or bool(told.rows or told.gone)

    def take_passed(self, steps: Iterable[Passed], now: datetime) -> None:
        """Take over the newest steps. Those that are known are left out, old ones forgotten."""
        known = {(one.kind, one.order, one.at) for one in self.passed}
        new = [one for one in steps if (one.kind, one.order, one.at) not in known]
        both = sorted((*self.passed, *new), key=lambda one: one.at)
        self.passed = deque(one for one in both if one.at > now - REMEMBERED)

    def _put(self, stored: StoredRow) -> None:
        """A damaged row is left out: `packbench db verify` names it."""
        kind = Kind(stored.kind)
        try:
            row = codec.from_text(ROW_TYPES[kind], stored.body or "")
        except UNREADABLE:
            self._rows[kind].pop(stored.id, None)
            return
        if in_work(row):
            self._rows[kind][stored.id] = row
        else:
            self._rows[kind].pop(stored.id, None)
