"""The state of one pack, and opening a box for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from app.domain.capture import Unit
from app.domain.damage import Broken
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.rows.orders import Order, OrderLine, Stop, Sub
from app.domain.task import Task
from app.domain.weighing.scale_watch import Watch
from app.domain.weighing.weights import Packs
from app.domain.world import Step, World


class PackPhase(StrEnum):
    TOTES = "totes"  # asks for the order's other totes
    NOTE = "note"  # a note is to be read and confirmed
    CARTON = "carton"
    ITEM = "item"
    CAPTURE = "capture"  # the serial number of `pending`
    REMOVE = "remove"
    DAMAGED = "damaged"  # asks: which unit is damaged?
    DAMAGED_BIN = "damaged_bin"  # asks: where does the damaged unit lie now?
    REPLACE = "replace"  # asks: shall another unit be fetched for the damaged one?
    MISSING = "missing"  # asks: will the rest of the current line not come?
    PARTLY = "partly"  # asks: ship what is there?
    WEIGHT = "weight"  # the weight does not fit the contents
    LABEL = "label"
    REPRINT = "reprint"  # asks: why print the label again?
    SHELF = "shelf"  # asks: on which shelf is the order parked?
    ADD_ASKED = "add_asked"  # asks a permitted person: may something be added?
    ADD = "add"  # asks for the unit to add
    ADD_BIN = "add_bin"  # asks for the bin that unit came from
    OPEN_BOX = "open_box"  # asks a permitted person: open the closed box `other` again?


@dataclass(frozen=True)
class Packed:
    """One step that undo takes back: a packed unit, or `short` units that will not come.

    broken: the unit was not packed, but is damaged. fetch: another is picked for it.
    """

    line: int
    unit: Unit
    short: int = 0
    broken: Broken | None = None
    fetch: bool = False


@dataclass(frozen=True)
class Addition:
    """What a person adds. instead_of: number of the line it replaces, 0 = it is free.

    allowed: the operator who allowed it, "" = nobody yet.
    """

    instead_of: int = 0
    allowed: str = ""


@dataclass(frozen=True)
class PackTask(Task):
    """The state of one pack.

    number: of the box within the order. line: the line scanned last, 0 = none. prints: how often
    the label was ordered. stopped: why work must not go on until OK, "" = it may.
    grams, weighed_units: the last weight, and how many units were in the box then.
    value, unit: the same weight as the scale sent it.
    watch: follows scans and weight steps of the box on the scale, None = it stands on no scale.
    taught: this box has taught the weight of its units; each parcel does so only once.
    packs: whole packs that were scanned into this box, as far as this task has seen.
    totes: those of the order that were scanned at this bench.
    other: SSCC of a closed box that is to be opened again, "" = none. adding: None = nothing.
    """

    name: ClassVar[str] = "pack"

    order: str
    phase: PackPhase = PackPhase.CARTON
    sscc: str = ""
    number: int = 1
    carton: str = ""
    line: int = 0
    typed: str = ""
    pending: Unit | None = None
    steps: tuple[Packed, ...] = ()
    stopped: str = ""
    grams: int | None = None
    weighed_units: int = -1
    value: str = ""
    unit: str = ""
    watch: Watch | None = None
    taught: bool = False
    packs: Packs = ()
    prints: int = 0
    totes: tuple[str, ...] = ()
    other: str = ""
    adding: Addition | None = None

    @property
    def at_stake(self) -> Subject:
        return Subject(Kind.ORDER, self.order)

    @property
    def box(self) -> str:
        return self.sscc

    @property
    def halted(self) -> bool:
        return bool(self.stopped)

    def disarmed(self) -> Self:
        return replace(self, typed="") if self.typed else self

    @property
    def duty(self) -> str:
        if self.stopped == "weight" or (not self.stopped and self.phase is PackPhase.WEIGHT):
            return "accept_weight"
        asks = {PackPhase.OPEN_BOX: "open_box", PackPhase.ADD_ASKED: "add_line"}
        return "" if self.stopped else asks.get(self.phase, "")

    @property
    def taken(self) -> bool:
        return self.stopped == "taken"

    @property
    def takes_text(self) -> bool:
        asks_unit = self.phase is PackPhase.DAMAGED and self.pending is not None
        return asks_unit or self.phase in {PackPhase.CAPTURE, PackPhase.SHELF}

    @property
    def watching(self) -> bool:
        return self.watch is not None

    def done_with(self, order: Order) -> bool:
        return order.sub in {Sub.PACKED, Sub.MANIFESTED}

    def halt(self, reason: str) -> Self:
        return replace(self, stopped=reason)

    def freed(self, order: Order) -> Self:
        reason = order.stopped.value if order.stopped else ""
        gone = self.stopped in {stop.value for stop in Stop} and self.stopped != reason
        return replace(self, stopped="") if gone else self


PackStep = Step[PackTask]


def resting(task: PackTask) -> PackTask:
    """The task without anything half done."""
    rest = PackPhase.ITEM if task.sscc else PackPhase.CARTON
    return replace(task, phase=rest, typed="", pending=None, adding=None)


def unplaced(task: PackTask) -> tuple[Packed, ...]:
    """The steps of damaged units that lie in no place yet; no other box makes them forgotten."""
    return tuple(one for one in task.steps if one.broken is not None and not one.broken.bin)


def open_parcel(task: PackTask, carton: str, world: World) -> tuple[PackTask, NewFact] | None:
    sscc = world.take_sscc()
    if not sscc:
        return None
    order = world.order(task.order)
    body = {
        "sscc": sscc,
        "order": task.order,
        "number": task.number,
        "carton": carton,
        "carrier": order.carrier if order else "",
        "service": order.service if order else "",
    }
    fact = NewFact(FactKind.PARCEL_OPENED, subjects_of(task.order, sscc), body)
    opened = replace(
        task,
        phase=PackPhase.ITEM,
        sscc=sscc,
        carton=carton,
        steps=unplaced(task),
        grams=None,
        weighed_units=-1,
        watch=Watch() if world.weighs_units else None,
        taught=False,
        packs=(),
        prints=0,
    )
    return opened, fact


def source_of(order: Order | None, world: World) -> str:
    """Where the units of an order come from (and go back to), as a place of stock."""
    return f"tote:{order.totes[0]}" if order and order.totes else f"hand:{world.station}"


def subjects_of(order: str, sscc: str) -> tuple[Subject, ...]:
    return (Subject(Kind.ORDER, order), Subject(Kind.PARCEL, sscc))


def open_lines(order: Order, sku: str) -> list[tuple[int, OrderLine]]:
    """(picked units that are not yet in a box, line) of each line of this SKU that has such."""
    found = [(room(line), line) for line in order.lines if line.sku == sku]
    return [one for one in found if one[0] > 0]


def open_line(order: Order, sku: str) -> OrderLine | None:
    """The first line of this SKU with picked units that are not yet in a box."""
    return next((line for _, line in open_lines(order, sku)), None)


def short_line(order: Order, sku: str) -> OrderLine | None:
    """The first line of this SKU of which picked units were reported short; None = none was."""
    for line in order.lines:
        if line.sku == sku and line.short and line.picked > line.packed:
            return line
    return None


def room(line: OrderLine) -> int:
    return min(line.to_pack, line.picked - line.packed)


def current_line(task: PackTask, order: Order) -> OrderLine | None:
    """The line scanned last, if it has units to pack; else the first line that has; None = none."""
    line = order.line(task.line)
    if line is not None and line.to_pack:
        return line
    return order.first_to_pack()
