"""What a time span tells of each order on its way, for as long as the order is on it.

The courses of orders that have left are settled and forgotten, and never more than `MOST` are kept,
so that the memory follows from the orders in work and not from the length of the time span.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.facts import FactKind
from app.domain.rows.orders import Order

K = FactKind
MOST = 20_000
"""So many courses are kept. Of one that is forgotten too early a lead time is not told."""
LINGERS = timedelta(hours=1)
"""An order that has left is kept for so long: facts of two stations may come in either order."""

Orders = Callable[[Sequence[str]], Mapping[str, Order]]
"""The rows of the orders with these ids."""


class WorkStage(StrEnum):
    """The stages of a warehouse that people work in."""

    PICK = "pick"
    PACK = "pack"
    LOAD = "load"


STARTS = {K.PICK_STARTED: WorkStage.PICK, K.PACK_STARTED: WorkStage.PACK}
ENDS = {K.ORDER_PICKED: WorkStage.PICK, K.ORDER_PACKED: WorkStage.PACK}
LEAVING = frozenset({K.LOAD_CLOSED, K.HANDED_OVER})
BACK = frozenset({K.LOAD_REOPENED, K.PARCEL_RETURNED})
_FIRST = frozenset({*STARTS, K.PARCEL_LOADED})


@dataclass(frozen=True)
class Brief:
    """What the order's row says, as far as reports need it. units: ordered and not short."""

    channel: str
    carrier: str
    customer: str
    placed_at: datetime
    cut_off: datetime | None
    units: int
    whole: bool
    dispatched_at: datetime | None
    parcels: int

    @classmethod
    def of(cls, row: Order) -> Brief:
        return cls(
            row.channel,
            row.carrier,
            row.customer.receiver,
            row.placed_at,
            row.cut_off,
            sum(line.packed for line in row.lines),
            all(not line.short for line in row.lines),
            row.dispatched_at,
            len(row.live_parcels),
        )


@dataclass
class Effort:
    """One stage of one order: who worked on it, how long, and on what."""

    people: set[str] = field(default_factory=set)
    own_ms: int = 0
    lines: set[int] = field(default_factory=set)
    units: int = 0


@dataclass
class Course:
    """times: of the start of a stage the first, of all else the last time.

    again: a label of it failed, was printed again or was not its own. boxes: opened in this time.
    """

    name: str
    brief: Brief | None = None
    times: dict[FactKind, datetime] = field(default_factory=dict)
    efforts: dict[WorkStage, Effort] = field(default_factory=dict)
    again: bool = False
    damaged: bool = False
    boxes: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    gone_boxes: set[str] = field(default_factory=set)

    def box(self, sscc: str, at: datetime, carton: str) -> None:
        """A box was opened, or took another carton."""
        self.boxes[sscc] = max((at, carton), self.boxes.get(sscc, (at, carton)))

    @property
    def cartons(self) -> Iterator[str]:
        """The last one of each box, but of none that was voided or got another label."""
        return (carton for sscc, (_, carton) in self.boxes.items() if sscc not in self.gone_boxes)

    def pass_(self, kind: FactKind, at: datetime) -> None:
        known = self.times.get(kind)
        first = kind in _FIRST
        if known is None or (at < known if first else at > known):
            self.times[kind] = at

    def effort(self, stage: WorkStage) -> Effort:
        return self.efforts.setdefault(stage, Effort())

    @property
    def gone(self) -> datetime | None:
        """When it left, None = it has not, or a part of it is here still."""
        left = max((at for kind, at in self.times.items() if kind in LEAVING), default=None)
        back = max((at for kind, at in self.times.items() if kind in BACK), default=None)
        if left is None or (back is not None and back >= left):
            return None
        if self.brief is None:
            return left
        out = self.brief.dispatched_at
        return left if out is not None and left >= out else None

    @property
    def latest(self) -> datetime:
        return max(self.times.values())


class Book:
    """The courses of the orders in work. settle: is told of each when no more is expected of it."""

    def __init__(self, orders: Orders, settle: Callable[[Course], None]) -> None:
        self._orders, self._settle = orders, settle
        self._courses: dict[str, Course] = {}
        self.most = 0
        """So many courses were kept at once."""

    def meet(self, names: Iterable[str], now: datetime) -> None:
        """The next facts are about these orders, and none is older than `now`."""
        self._settle_gone(now)
        new = sorted({name for name in names if name not in self._courses})
        rows = self._orders(new) if new else {}
        for name in new:
            row = rows.get(name)
            self._courses[name] = Course(name, None if row is None else Brief.of(row))
        for name in list(self._courses)[: max(0, len(self._courses) - MOST)]:
            self._settle(self._courses.pop(name))
        self.most = max(self.most, len(self._courses))

    def known(self, name: str) -> Course | None:
        """None = it was not met, or is forgotten."""
        return self._courses.get(name)

    def end(self) -> None:
        """No more facts come."""
        for course in self._courses.values():
            self._settle(course)
        self._courses.clear()

    def _settle_gone(self, now: datetime) -> None:
        done = [
            name
            for name, course in self._courses.items()
            if course.gone is not None and course.latest < now - LINGERS
        ]
        for name in done:
            self._settle(self._courses.pop(name))
