"""Damaged units that an order was to get: in which place they lie now.

Until that place is scanned they lie in nobody's stock (`LIMBO`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.facts import Kind, NewFact, Subject
from app.domain.outcome import Outcome
from app.domain.place import BinKind
from app.domain.plan.places import TAKES, may_put
from app.domain.putting import refused
from app.domain.rows.stock_move import LIMBO, StockMove, bin_place
from app.domain.rows.things import Bin
from app.domain.stock import Reason, Status, StockKey
from app.domain.world import World


@dataclass(frozen=True)
class Broken:
    """Damaged units. key: as they were before. bin: where they lie now, "" = nowhere yet.

    serial: of the one unit, "" = it has none that anybody knows.
    """

    key: StockKey
    quantity: int
    bin: str = ""
    serial: str = ""

    @property
    def damaged(self) -> StockKey:
        return replace(self.key, status=Status.DAMAGED)


def place_for(one: Broken, world: World) -> str:
    """The place for damaged goods that is named to the person; "" = no such place takes them.

    It is the one nearest to the start of all walks.
    """
    fit = (
        place
        for place in world.bins_of_kind(BinKind.DAMAGED)
        if may_put(place, one.damaged, one.quantity, world.product) is None
    )
    best = min(fit, key=lambda place: (place.walk, place.code), default=None)
    return best.code if best else ""


def takes_damaged(place: Bin) -> bool:
    """Whether the place is one for damaged goods, among others."""
    return Status.DAMAGED in TAKES[place.kind]


def wrong_place(broken: tuple[Broken, ...], place: Bin, world: World) -> Outcome | None:
    """The refusal of a place for these damaged goods; None = it takes them."""
    return refused([(one.damaged, one.quantity) for one in broken], place, world)


def put(one: Broken, place: str, order: str) -> NewFact:
    """The fact that they lie in this bin."""
    return _into(one, place).fact(Subject(Kind.ORDER, order))


def taken_out(one: Broken, order: str) -> NewFact:
    """The fact that they are taken out of their bin again, because they are not damaged."""
    return _into(one, one.bin).undoing.fact(Subject(Kind.ORDER, order))


def _into(one: Broken, place: str) -> StockMove:
    serials = (one.serial,) if one.serial else ()
    return StockMove(
        LIMBO,
        bin_place(place),
        one.key,
        one.damaged,
        one.quantity,
        Reason.DAMAGED,
        serials=serials,
    )
