"""The one fact of stock work: so many units of a key leave a place and arrive at another.

Transfer, put-away, replenishment, hold, grading and scrap are all this fact. Picking, packing and
counting keep their own facts and come down to the same moves (`app.domain.reduce.moves`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain import codec
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.stock import Reason, Status, StockKey, possible

GONE = "gone"
"""The place of goods that the site has no more."""
LIMBO = "damaged"
"""The place of damaged goods that somebody has in hand."""
_BIN = "bin:"


def bin_place(code: str) -> str:
    """A bin as a place of moves."""
    return f"{_BIN}{code}"


@dataclass(frozen=True)
class StockMove:
    """What a `stock_moved` fact says.

    source, target: places ("bin:A-01-1", "tote:T-22", LIMBO, GONE ...). key: of the units as
    they leave; into: as they arrive. quantity: base units, > 0. task: id of the task that asked for
    it, "" = nobody did. since: as in `app.domain.rows.since`, None = the fact says nothing of it.
    serials: of the units, as far as they were scanned.
    """

    source: str
    target: str
    key: StockKey
    into: StockKey
    quantity: int
    reason: Reason = Reason.NONE
    task: str = ""
    since: str | None = None
    serials: tuple[str, ...] = ()

    @property
    def possible(self) -> bool:
        """Whether such a move can be. Product and lot stay; scrap, and only scrap, is gone."""
        same = replace(self.into, status=self.key.status, container=self.key.container)
        return (
            self.quantity > 0
            and same == self.key
            and self._may_follow
            and (self.source, self.key) != (self.target, self.into)
            and (self.into.status is Status.SCRAP) == (self.target == GONE)
        )

    @property
    def _may_follow(self) -> bool:
        """Whether the one status may follow the other. What is undone goes a way back."""
        if possible(self.key.status, self.into.status):
            return True
        back = self.reason is Reason.UNDONE and self.key.status is not Status.SCRAP
        return back and possible(self.into.status, self.key.status)

    @property
    def undoing(self) -> StockMove:
        """The move that takes this one back."""
        return StockMove(
            self.target,
            self.source,
            self.into,
            self.key,
            self.quantity,
            Reason.UNDONE,
            since=self.since,
            serials=self.serials,
        )

    def fact(self, *about: Subject) -> NewFact:
        """The fact. about: what it is about besides the bins (an order, a tote ...)."""
        bins = dict.fromkeys(
            place.removeprefix(_BIN)
            for place in (self.source, self.target)
            if place.startswith(_BIN)
        )
        body: dict[str, Any] = {
            "sku": self.key.sku,
            "quantity": self.quantity,
            "from": self.source,
            "to": self.target,
            "key": codec.dump(self.key),
        }
        if self.into != self.key:
            body["into"] = codec.dump(self.into)
        if self.reason:
            body["reason"] = self.reason.value
        if self.task:
            body["task"] = self.task
        if self.since is not None:
            body["since"] = self.since
        if self.serials:
            body["serials"] = list(self.serials)
        units = (Subject(Kind.SERIAL, serial_id(self.key.sku, one)) for one in self.serials)
        subjects = (*(Subject(Kind.BIN, code) for code in bins), *about, *units)
        return NewFact(FactKind.STOCK_MOVED, subjects, body)

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> StockMove:
        """What a fact's body says. Raises KeyError, ValueError or TypeError on other data."""
        key = codec.load(StockKey, body["key"])
        into = codec.load(StockKey, body["into"]) if "into" in body else key
        reason = Reason(body.get("reason", ""))
        task, since = str(body.get("task", "")), body.get("since")
        serials = tuple(body.get("serials", ()))
        units = body["quantity"]
        return cls(body["from"], body["to"], key, into, units, reason, task, since, serials)
