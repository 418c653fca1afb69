"""Which goods an order gets. Pure: wants and shelves go in, pins and shortages come out.

A pin promises units of one stock key in one bin to one line. A site chains stages: each stage
narrows the shelves down to its best ones, and the first stage that leaves any out is why the pin
stands where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from app.domain.stock import Action, StockKey, may


class Stage(StrEnum):
    """One rule of a site's chain."""

    FEFO = "fefo"  # what expires first leaves first
    FIFO = "fifo"  # what came to the site first leaves first
    FULL_CASE = "full_case"  # whole cases, where one is full and wanted whole
    FACE = "face"  # the SKU's own pick faces before any other bin
    EMPTY_BIN = "empty_bin"  # what leaves nothing behind
    NEAREST = "nearest"  # what comes first in the walking order


class Why(StrEnum):
    """Why a pin stands where it stands. A closed set with words of its own."""

    PINNED = "pinned"  # the order names the lot or the unit
    ONLY_ONE = "only_one"  # no other shelf has such goods
    EARLIEST_DATE = "earliest_date"
    OLDEST = "oldest"  # came to the site first
    FULL_CASE = "full_case"
    PICK_FACE = "pick_face"
    EMPTIES_BIN = "empties_bin"
    NEAREST = "nearest"
    PUT_BACK = "put_back"  # its picker has just put it back there


CHAIN = (Stage.FEFO, Stage.FULL_CASE, Stage.FACE, Stage.EMPTY_BIN, Stage.NEAREST)
"""The chain of a site that has decided nothing."""

_WHY: Mapping[Stage, Why] = MappingProxyType(
    {
        Stage.FEFO: Why.EARLIEST_DATE,
        Stage.FIFO: Why.OLDEST,
        Stage.FULL_CASE: Why.FULL_CASE,
        Stage.FACE: Why.PICK_FACE,
        Stage.EMPTY_BIN: Why.EMPTIES_BIN,
        Stage.NEAREST: Why.NEAREST,
    }
)


class Ends(StrEnum):
    """Which date takes goods out of sale."""

    EITHER = "either"  # (17), the last day of use; where there is none (15), best before
    EXPIRY = "expiry"  # (17) alone
    BEST_BEFORE = "best_before"  # (15) alone


class OwnWord(Protocol):
    """An order, as far as it decides by itself. complete: None = as its site does."""

    @property
    def complete(self) -> bool | None: ...


@dataclass(frozen=True)
class Rules:
    """stages: the site's chain. complete: the order gets everything or nothing. ends: which date
    takes goods out of sale.
    """

    stages: tuple[Stage, ...] = CHAIN
    complete: bool = False
    ends: Ends = Ends.EITHER

    def of(self, order: OwnWord | None) -> Rules:
        """The rules for an order, which may have its own word."""
        own = order.complete if order is not None else None
        return self if own is None else replace(self, complete=own)


@dataclass(frozen=True)
class Want:
    """Units that one line needs.

    owner: whose goods they must be, "" = the site's own. life: for how many days after today they
    must stay good. lot: the line wants this lot, "" = any. bin: where the one unit lies that the
    line names, "" = in none, None = it names none, or nobody knows where that is.
    soft: other goods will do where these are not there.
    """

    line: int
    sku: str
    quantity: int
    owner: str = ""
    life: int = 0
    lot: str = ""
    bin: str | None = None
    soft: bool = False

    @property
    def pinned(self) -> bool:
        """Whether it names its goods."""
        return bool(self.lot) or self.bin is not None

    @property
    def hard(self) -> bool:
        """Whether no other goods than those it names will do."""
        return self.pinned and not self.soft

    @property
    def choosy(self) -> bool:
        """Whether goods of the SKU that anybody else would take may not do."""
        return self.hard or bool(self.owner) or self.life > 0

    @property
    def at_least(self) -> Want:
        """What will do where its wishes cannot be had."""
        return replace(self, lot="", bin=None) if self.soft else self


@dataclass(frozen=True)
class Shelf:
    """Units of one key in one bin. free: units that are promised to nobody.

    walk: the bin's place in the walking order. case: units in a full case of it, 0 = it lies loose.
    face: it is a pick face of the SKU. locked: nobody may take goods from there now.
    since: when the goods came to the site, None = before anybody noted it.
    """

    bin: str
    walk: int
    key: StockKey
    free: int
    case: int = 0
    face: bool = False
    locked: bool = False
    since: datetime | None = None


@dataclass(frozen=True)
class Pin:
    """Units of one key in one bin that are promised to a line. hard: no other goods will do."""

    line: int
    bin: str
    key: StockKey
    quantity: int
    why: Why
    hard: bool = False


@dataclass(frozen=True)
class Short:
    """Units that a line lacks."""

    line: int
    sku: str
    quantity: int


@dataclass(frozen=True)
class Allocation:
    pins: tuple[Pin, ...] = ()
    shorts: tuple[Short, ...] = ()


def last_day(key: StockKey, ends: Ends = Ends.EITHER) -> date | None:
    """The day through which the goods are good, None = they do not go off.

    Goods that should be used before a day are good through that day.
    """
    match ends:
        case Ends.EXPIRY:
            return key.expiry
        case Ends.BEST_BEFORE:
            return key.best_before
        case Ends.EITHER:
            return key.expiry or key.best_before


def good_on(key: StockKey, day: date, ends: Ends = Ends.EITHER) -> bool:
    """Whether the goods are good on a day, all of it; `day` is the site's."""
    last = last_day(key, ends)
    return last is None or last >= day


def allocate(
    wants: Iterable[Want], shelves: Sequence[Shelf], rules: Rules, today: date
) -> Allocation:
    """Pins for the wants, and what is short. today: the site's calendar day.

    The wants choose in their order, but those that name their goods come first: others must not
    take from them what nothing else can replace. An order that must be complete and is not gets no
    pin; its shorts say what is missing.
    """
    left: dict[str, list[Shelf]] = {}
    for shelf in shelves:
        left.setdefault(shelf.key.sku, []).append(shelf)
    pins: list[Pin] = []
    shorts: list[Short] = []
    for want in by_need(wants):
        here = left.get(want.sku, [])
        rest = _pin(want, here, rules, today, pins)
        if rest and want.soft and want.pinned:
            others = replace(want.at_least, quantity=rest)
            rest = _pin(others, here, rules, today, pins)
        if rest:
            shorts.append(Short(want.line, want.sku, rest))
    if rules.complete and shorts:
        pins = []
    return Allocation(tuple(pins), tuple(sorted(shorts, key=lambda short: short.line)))


def by_need(wants: Iterable[Want]) -> list[Want]:
    """Those that can have the fewest goods first."""
    return sorted(wants, key=lambda want: (not want.hard, not want.pinned))


def _pin(want: Want, left: list[Shelf], rules: Rules, today: date, pins: list[Pin]) -> int:
    """Add the pins of one want and take their units off the shelves; the units that are short."""
    rest = want.quantity
    fitting = [at for at, shelf in enumerate(left) if _fits(shelf, want, today, rules.ends)]
    alone = len(fitting) == 1
    while rest > 0 and (open_ := [at for at in fitting if left[at].free > 0]):
        at, why = _best({at: left[at] for at in open_}, rules, rest)
        shelf = left[at]
        units = min(rest, shelf.free)
        if Stage.FULL_CASE in rules.stages and 0 < shelf.case <= units:
            units -= units % shelf.case  # what is left of it is looked for anew, loose
        left[at] = replace(shelf, free=shelf.free - units)
        rest -= units
        why = Why.PINNED if want.pinned else Why.ONLY_ONE if alone else why
        _add(pins, Pin(want.line, shelf.bin, shelf.key, units, why, hard=want.hard))
    return rest


def _fits(shelf: Shelf, want: Want, today: date, ends: Ends) -> bool:
    return shelf.free > 0 and not shelf.locked and suits(shelf.key, shelf.bin, want, today, ends)


def suits(key: StockKey, bin_: str, want: Want, today: date, ends: Ends = Ends.EITHER) -> bool:
    """Whether goods of a key in a bin are what a line wants, wishes included."""
    return (
        (key.sku, key.owner) == (want.sku, want.owner)
        and may(key.status, Action.PROMISE)
        and good_on(key, today + timedelta(days=want.life), ends)
        and (not want.lot or key.lot == want.lot)
        and want.bin in {None, bin_}
    )


def _best(shelves: Mapping[int, Shelf], rules: Rules, rest: int) -> tuple[int, Why]:
    """The index of the best shelf, and the first stage that decided."""
    why = None
    # A walk has an order whatever the site has chosen.
    for stage in (*rules.stages, Stage.NEAREST):
        ranks = {at: _RANK[stage](shelf, rest, rules.ends) for at, shelf in shelves.items()}
        best = min(ranks.values())
        if why is None and max(ranks.values()) != best:
            why = _WHY[stage]
        shelves = {at: shelf for at, shelf in shelves.items() if ranks[at] == best}
    at = min(shelves, key=lambda at: (shelves[at].bin, _order_of(shelves[at].key)))
    return at, why or Why.NEAREST


def _add(pins: list[Pin], new: Pin) -> None:
    """A shelf is one pin of a line, also where its cases and then its loose units are taken."""
    for at, pin in enumerate(pins):
        if (pin.line, pin.bin, pin.key) == (new.line, new.bin, new.key):
            pins[at] = replace(pin, quantity=pin.quantity + new.quantity)
            return
    pins.append(new)


def _order_of(key: StockKey) -> tuple[str, ...]:
    return key.lot, str(key.expiry), str(key.best_before), key.container


Rank = Callable[[Shelf, int, Ends], float]
"""(shelf, units that are still wanted, which date counts) -> the smaller the better."""

_RANK: Mapping[Stage, Rank] = MappingProxyType(
    {
        Stage.FEFO: lambda shelf, _rest, ends: (last_day(shelf.key, ends) or date.max).toordinal(),
        Stage.FIFO: lambda shelf, _rest, _ends: shelf.since.timestamp() if shelf.since else 0,
        Stage.FULL_CASE: lambda shelf, rest, _: not 0 < shelf.case <= min(shelf.free, rest),
        Stage.FACE: lambda shelf, _rest, _ends: not shelf.face,
        Stage.EMPTY_BIN: lambda shelf, rest, _ends: shelf.free > rest,
        Stage.NEAREST: lambda shelf, _rest, _ends: shelf.walk,
    }
)
