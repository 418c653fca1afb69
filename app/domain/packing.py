"""Packing one order: choose a box, scan every unit into it, prove its label, next box or done.

The last unit seals the box by itself; a box counts as closed only when its own label has been
scanned back from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain import capture, cartons, weights
from app.domain.capture import Missing, Unit
from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.orders import Order, OrderLine, Stage, Sub
from app.domain.outcome import Outcome, OutcomeKind, Prompt, outcome
from app.domain.things import Label, Parcel
from app.domain.world import Hit, HitKind, Step, Want, Wish, World

O = OutcomeKind  # noqa: E741  short for a long table of names


class Phase(StrEnum):
    CARTON = "carton"
    ITEM = "item"
    CAPTURE = "capture"  # the serial number of `pending`
    REMOVE = "remove"
    DAMAGED = "damaged"
    MISSING = "missing"  # the rest of the current line will not come?
    PARTLY = "partly"  # ship what is there?
    WEIGHT = "weight"  # the weight does not fit the contents
    LABEL = "label"
    SHELF = "shelf"  # where the order is parked


@dataclass(frozen=True)
class Packed:
    """One accepted scan, for undo."""

    line: int
    unit: Unit


@dataclass(frozen=True)
class PackTask:
    """The state of one pack; it lives in the session and survives a restart.

    line: the one last scanned, 0 = none. stopped: why work must not go on until OK, "" = it may.
    grams, weighed_units: the last weight, and how many units were in the box then.
    finishing: the order ends with this box although lines are short.
    """

    order: str
    phase: Phase = Phase.CARTON
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
    prints: int = 0


PackStep = Step[PackTask]


# --- opening --------------------------------------------------------------------------------------


def start(name: str, order: Order, world: World) -> PackStep:
    """Open an order at this bench, or take up where somebody left it."""
    subjects = (Subject(Kind.ORDER, name),)
    facts = [NewFact(FactKind.PACK_STARTED, subjects)] if order.sub is not Sub.PACKED else []
    said = outcome(O.ORDER_OPENED, order=order.ref)
    wishes: tuple[Wish, ...] = (Wish(Want.CLAIM, name),)
    for mark in order.live_parcels:
        parcel = world.parcel(mark.sscc)
        if parcel is None or mark.stage not in {Stage.OPEN, Stage.SEALED}:
            continue
        phase = Phase.ITEM if mark.stage is Stage.OPEN else Phase.LABEL
        task = PackTask(name, phase, mark.sscc, mark.number, parcel.carton, prints=parcel.prints)
        if phase is Phase.LABEL and parcel.label is not Label.SENT:
            wishes = (*wishes, Wish(Want.LABEL, mark.sscc))
        return Step(said, task, tuple(facts), wishes)
    task = PackTask(name, number=1 + max((m.number for m in order.parcels), default=0))
    return Step(said, task, tuple(facts), wishes)


def _open_parcel(task: PackTask, carton: str, world: World) -> tuple[PackTask, NewFact] | None:
    sscc = world.next_sscc()
    if not sscc:
        return None
    order = world.order(task.order)
    body = {
        "sscc": sscc,
        "order": task.order,
        "number": task.number,
        "carton": carton,
        "carrier": order.carrier if order else "",
    }
    fact = NewFact(FactKind.PARCEL_OPENED, _subjects(task.order, sscc), body)
    opened = replace(
        task,
        phase=Phase.ITEM,
        sscc=sscc,
        carton=carton,
        steps=(),
        grams=None,
        weighed_units=-1,
        prints=0,
    )
    return opened, fact


def _subjects(order: str, sscc: str) -> tuple[Subject, ...]:
    return (Subject(Kind.ORDER, order), Subject(Kind.PARCEL, sscc))


# --- scans ----------------------------------------------------------------------------------------


def scan(task: PackTask, hit: Hit, world: World) -> PackStep:
    """Answer one scan."""
    order = world.order(task.order)
    if order is None:
        return Step(outcome(O.NOTHING_OPEN), None)
    if order.cancelled:
        return Step(outcome(O.ORDER_CANCELLED, order=order.ref), replace(task, stopped="cancelled"))
    # The right label answers a wrong one; every other stop waits for OK.
    if task.stopped and task.stopped != "label":
        return Step(outcome(O.ANSWER_FIRST), task)
    if task.phase is Phase.LABEL:
        return _label(task, hit, order, world)
    if task.phase is Phase.SHELF:
        return _park(task, hit.id)
    if task.phase is Phase.CAPTURE and hit.kind in {HitKind.TEXT, HitKind.PRODUCT}:
        return _captured(task, hit, order, world)
    match hit.kind:
        case HitKind.PRODUCT:
            return _product(task, hit, order, world)
        case HitKind.CARTON:
            return _carton(task, hit.id, world)
        case HitKind.TOTE:
            return _tote(task, hit, world)
        case HitKind.TEXT:
            return Step(outcome(O.UNKNOWN_CODE, code=hit.reading.text), task)
        case _:
            return Step(outcome(O.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)


def _carton(task: PackTask, code: str, world: World) -> PackStep:
    if task.phase is not Phase.CARTON:
        return Step(outcome(O.NOT_HERE, code=code, what="carton"), task)
    opened = _open_parcel(task, code, world)
    if opened is None:
        return Step(outcome(O.NO_NUMBERS), task)
    return Step(outcome(O.CARTON_CHOSEN, carton=code), opened[0], (opened[1],))


def _tote(task: PackTask, hit: Hit, world: World) -> PackStep:
    tote = world.tote(hit.id)
    if tote is None or not tote.order:
        return Step(outcome(O.TOTE_EMPTY, tote=hit.id), task)
    if tote.order == task.order:
        return Step(outcome(O.NOT_HERE, code=hit.id, what="tote"), task)
    other = world.order(tote.order)
    return Step(
        outcome(O.FOREIGN_TOTE, tote=hit.id, order=other.ref if other else tote.order), task
    )


def _product(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    if task.phase is Phase.REMOVE:
        return _remove(task, hit, order, world)
    if task.phase is Phase.DAMAGED:
        return _damaged(task, hit, order, world)
    line = open_line(order, hit.id)
    if line is None:
        return _refused(task, hit, order, world)
    counted = _quantity(task, hit, line, world)
    if isinstance(counted, Outcome):
        return Step(counted, replace(task, typed=""))
    unit = capture.from_scan(hit.id, hit.reading, counted)
    return _unit(replace(task, typed=""), line, unit, world)


def open_line(order: Order, sku: str) -> OrderLine | None:
    """The first line of this SKU with picked units that are not yet in a box."""
    for line in order.lines:
        if line.sku == sku and _room(line) > 0:
            return line
    return None


def _room(line: OrderLine) -> int:
    return min(line.to_pack, line.picked - line.packed)


def _refused(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    ours = [line for line in order.lines if line.sku == hit.id]
    if ours:
        wanted = sum(line.ordered - line.short for line in ours)
        return Step(outcome(O.OVER_COUNT, sku=hit.id, wanted=wanted), task)
    product = world.product(hit.id)
    wanted_line = current_line(task, order)
    return Step(
        outcome(
            O.NOT_ON_ORDER,
            code=hit.reading.text,
            sku=hit.id,
            name=product.name if product else hit.id,
            wanted=wanted_line.sku if wanted_line else "",
        ),
        task,
    )


def _quantity(task: PackTask, hit: Hit, line: OrderLine, world: World) -> int | Outcome:
    """1, or the typed number where the product allows counting."""
    if not task.typed:
        return 1
    number, product = int(task.typed), world.product(hit.id)
    if product is None or not product.count_by_number or product.track_serial:
        return outcome(O.COUNT_NOT_ALLOWED, sku=hit.id)
    if not 0 < number <= _room(line):
        return outcome(O.NUMBER_TOO_LARGE, number=number, most=_room(line))
    return number


def _captured(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    pending = task.pending or Unit("")
    line = open_line(order, pending.sku)
    if line is None:
        return Step(outcome(O.CLEARED), replace(task, phase=Phase.ITEM, pending=None))
    if hit.kind is HitKind.PRODUCT and not hit.reading.serial:
        return Step(capture.ask(Missing.SERIAL, pending.sku), task)
    filled = capture.fill(pending, Missing.SERIAL, hit.reading)
    if isinstance(filled, Outcome):
        return Step(filled, task)
    return _unit(task, line, filled, world)


def _unit(task: PackTask, line: OrderLine, unit: Unit, world: World) -> PackStep:
    """Take the unit if everything about it is known and right, else ask for what is missing."""
    back = replace(task, pending=None, phase=Phase.ITEM if task.sscc else Phase.CARTON)
    refused = capture.expired(unit, world.today) or _serial_used(unit, world)
    if refused:
        return Step(refused, back)
    facts: tuple[NewFact, ...] = ()
    if not task.sscc:
        # An item scanned before the box: the suggested box is taken.
        opened = _open_parcel(task, cartons.suggestion(world, task.order), world)
        if opened is None:
            return Step(outcome(O.NO_NUMBERS), task)
        task, facts = opened[0], (opened[1],)
    if capture.missing(world.product(unit.sku), unit, lots=False) is not None:
        asking = replace(task, pending=unit, phase=Phase.CAPTURE)
        return Step(capture.ask(Missing.SERIAL, unit.sku), asking, facts)
    task = replace(
        task,
        pending=None,
        phase=Phase.ITEM,
        line=line.number,
        steps=(*task.steps, Packed(line.number, unit)),
    )
    facts = (*facts, _unit_fact(FactKind.UNIT_PACKED, task, line.number, unit, world))
    done, wanted = line.packed + unit.quantity, line.ordered - line.short
    kind = O.LINE_PACKED if done >= wanted else O.UNIT_PACKED
    said = outcome(kind, sku=unit.sku, done=done, wanted=wanted)
    order = world.order(task.order)
    rest = sum(item.to_pack for item in order.lines) - unit.quantity if order else 0
    if rest > 0:
        return Step(said, task, facts)
    return _seal(task, facts, world, added=unit.quantity)


def _serial_used(unit: Unit, world: World) -> Outcome | None:
    known = world.serial(unit.sku, unit.serial) if unit.serial else None
    if known is None or not known.parcel:
        return None
    order = world.order(known.order)
    return outcome(O.SERIAL_USED, serial=unit.serial, order=order.ref if order else known.order)


def _unit_fact(kind: FactKind, task: PackTask, line: int, unit: Unit, world: World) -> NewFact:
    order = world.order(task.order)
    source = f"tote:{order.totes[0]}" if order and order.totes else f"hand:{world.station}"
    body: dict[str, str | int] = {
        "line": line,
        "sku": unit.sku,
        "quantity": unit.quantity,
        "sscc": task.sscc,
        "order": task.order,
        "from": source,
    }
    subjects = _subjects(task.order, task.sscc)
    if unit.lot:
        body["lot"] = unit.lot
    if unit.serial:
        body["serial"] = unit.serial
        subjects = (*subjects, Subject(Kind.SERIAL, serial_id(unit.sku, unit.serial)))
    return NewFact(kind, subjects, body)


def _remove(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    parcel = world.parcel(task.sscc)
    for item in reversed(parcel.contents if parcel else ()):
        if item.sku != hit.id or (hit.reading.serial and item.serial != hit.reading.serial):
            continue
        unit = Unit(item.sku, 1, item.lot, None, item.serial)
        fact = _unit_fact(FactKind.UNIT_REMOVED, task, item.line, unit, world)
        line = order.line(item.line)
        done = line.packed - 1 if line else 0
        wanted = line.ordered - line.short if line else 0
        said = outcome(O.UNIT_REMOVED, sku=item.sku, done=done, wanted=wanted)
        kept = replace(task, phase=Phase.ITEM, line=item.line, steps=())
        return Step(said, kept, (fact,))
    return Step(outcome(O.NOT_IN_PARCEL, sku=hit.id), task)


def _damaged(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    line = open_line(order, hit.id)
    if line is None:
        return _refused(task, hit, order, world)
    body = {"line": line.number, "sku": hit.id, "quantity": 1, "reason": "damaged"}
    source = f"tote:{order.totes[0]}" if order.totes else f"hand:{world.station}"
    subjects = (Subject(Kind.ORDER, task.order),)
    facts = (
        NewFact(FactKind.PACK_SHORT, subjects, body),
        NewFact(FactKind.UNIT_DAMAGED, subjects, {**body, "from": source}),
    )
    task = replace(task, phase=Phase.ITEM if task.sscc else Phase.CARTON)
    return _after_short(task, outcome(O.DAMAGED_RECORDED, sku=hit.id), facts, world, lost=1)


def _after_short(
    task: PackTask, said: Outcome, facts: tuple[NewFact, ...], world: World, *, lost: int
) -> PackStep:
    """When nothing is left to pack the box seals itself, or an order without goods ends."""
    order, parcel = world.order(task.order), world.parcel(task.sscc)
    rest = sum(line.to_pack for line in order.lines) - lost if order else 0
    if rest > 0:
        return Step(said, task, facts)
    if parcel is not None and parcel.units:
        return _seal(task, facts, world)
    return _without_box(task, said, facts)


def _without_box(task: PackTask, said: Outcome, facts: tuple[NewFact, ...]) -> PackStep:
    """The last box stayed empty: it is voided and the order is packed with the boxes before it."""
    if task.sscc:
        void = NewFact(
            FactKind.PARCEL_VOIDED, _subjects(task.order, task.sscc), {"sscc": task.sscc}
        )
        facts = (*facts, void)
    return Step(said, None, facts)


# --- sealing and the label -----------------------------------------------------------------------


def _seal(task: PackTask, facts: tuple[NewFact, ...], world: World, *, added: int = 0) -> PackStep:
    """The contents are complete: the label is made, unless a weight taken now says otherwise."""
    parcel = world.parcel(task.sscc)
    units = (parcel.units if parcel else 0) + added
    if task.grams is not None and task.weighed_units == units and parcel is not None:
        check = weights.check(parcel, task.carton, task.grams, world)
        if check is not None and check.kind is O.WEIGHT_OFF:
            return Step(check, replace(task, phase=Phase.WEIGHT), facts)
    return _sealed(task, facts)


def _sealed(task: PackTask, facts: tuple[NewFact, ...]) -> PackStep:
    fact = NewFact(FactKind.PARCEL_SEALED, _subjects(task.order, task.sscc), {"sscc": task.sscc})
    said = outcome(O.PARCEL_CLOSED, parcel=task.number, sscc=task.sscc)
    wishes = (Wish(Want.LABEL, task.sscc), Wish(Want.SLIP, task.sscc))
    sealed = replace(task, phase=Phase.LABEL, steps=(), typed="", prints=1)
    return Step(said, sealed, (*facts, fact), wishes)


def _label(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    """Only the box's own label closes it."""
    scanned = hit.id if hit.kind is HitKind.PARCEL else hit.reading.sscc
    if not scanned:
        return Step(outcome(O.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    if scanned != task.sscc:
        other = world.parcel(scanned)
        whose = world.order(other.order) if other else None
        fact = NewFact(
            FactKind.LABEL_MISMATCH,
            _subjects(task.order, task.sscc),
            {"sscc": task.sscc, "scanned": scanned},
        )
        said = outcome(
            O.WRONG_LABEL, sscc=scanned, order=whose.ref if whose else "", wanted=task.sscc
        )
        return Step(said, replace(task, stopped="label"), (fact,))
    fact = NewFact(FactKind.LABEL_PROVEN, _subjects(task.order, task.sscc), {"sscc": task.sscc})
    if order.packed_out:
        return _finished(task, order, (fact,))
    said = outcome(O.LABEL_PROVEN, sscc=task.sscc, parcel=task.number)
    return Step(said, PackTask(task.order, number=task.number + 1), (fact,))


def _finished(task: PackTask, order: Order, facts: tuple[NewFact, ...]) -> PackStep:
    """The order is packed; boxes sealed without a proven label stay a state of their own."""
    open_labels = [
        mark for mark in order.live_parcels if mark.stage is Stage.SEALED and mark.sscc != task.sscc
    ]
    said = outcome(O.ORDER_PACKED, order=order.ref, parcels=len(order.live_parcels))
    if open_labels:
        said = outcome(O.LABEL_MISSING, order=order.ref)
    if order.sub is not Sub.PACKED:
        facts = (*facts, packed_fact(task.order, order))
    return Step(said, None, facts)


def packed_fact(name: str, order: Order) -> NewFact:
    totes = tuple(Subject(Kind.TOTE, tote) for tote in order.totes)
    return NewFact(FactKind.ORDER_PACKED, (Subject(Kind.ORDER, name), *totes), {"order": name})


# --- commands -------------------------------------------------------------------------------------


def command(task: PackTask, pressed: Command, world: World) -> PackStep:
    """Answer one command."""
    order = world.order(task.order)
    if order is None:
        return Step(outcome(O.NOTHING_OPEN), None)
    if task.stopped:
        return _answered(task, pressed, world)
    if order.cancelled:
        return Step(outcome(O.ORDER_CANCELLED, order=order.ref), replace(task, stopped="cancelled"))
    if pressed.digit is not None:
        typed = (task.typed + str(pressed.digit)).lstrip("0")[:4] or "0"
        return Step(outcome(O.DIGITS, number=typed), replace(task, typed=typed))
    if pressed is Command.DELETE and task.typed:
        task = replace(task, typed=task.typed[:-1])
        return Step(outcome(O.DIGITS, number=task.typed), task)
    if task.phase is Phase.LABEL:
        return _label_command(task, pressed, order)
    if pressed is Command.OK:
        return _confirmed(task, order, world)
    if pressed in {Command.CLEAR, Command.UNDO} and _half_done(task):
        rest = Phase.ITEM if task.sscc else Phase.CARTON
        return Step(outcome(O.CLEARED), replace(task, phase=rest, typed="", pending=None))
    return _work_command(task, pressed, order, world)


def _half_done(task: PackTask) -> bool:
    return bool(task.typed) or task.phase not in {Phase.CARTON, Phase.ITEM}


def _answered(task: PackTask, pressed: Command, world: World) -> PackStep:
    if task.stopped == "weight":
        return _weight_answered(task, pressed, world)
    if pressed not in {Command.OK, Command.CLEAR, Command.UNDO, Command.HOME}:
        return Step(outcome(O.ANSWER_FIRST), task)
    if task.stopped == "cancelled":
        fact = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
        return Step(outcome(O.CLEARED), None, (fact,))
    return Step(outcome(O.CLEARED), replace(task, stopped=""))


def _weight_answered(task: PackTask, pressed: Command, world: World) -> PackStep:
    """A supervisor accepts the weight, or the box is opened and counted again."""
    if pressed is Command.UNDO:
        return _reopened(task)
    if pressed is not Command.OK:
        return Step(outcome(O.ANSWER_FIRST), task)
    if not world.allows("accept_weight"):
        return Step(outcome(O.NO_PERMISSION, role="supervisor"), task)
    return Step(outcome(O.CLEARED), replace(task, stopped=""), (_weight_accepted(task),))


def _weight_accepted(task: PackTask) -> NewFact:
    return NewFact(
        FactKind.WEIGHT_ACCEPTED,
        _subjects(task.order, task.sscc),
        {"sscc": task.sscc, "grams": task.grams},
    )


def _reopened(task: PackTask) -> PackStep:
    fact = NewFact(FactKind.PARCEL_REOPENED, _subjects(task.order, task.sscc), {"sscc": task.sscc})
    opened = replace(task, phase=Phase.ITEM, steps=(), stopped="", grams=None, weighed_units=-1)
    return Step(outcome(O.REOPENED, parcel=task.number), opened, (fact,))


def _work_command(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    parcel = world.parcel(task.sscc)
    match pressed:
        case Command.UNDO:
            return _undo(task, world)
        case Command.CLEAR:
            return Step(outcome(O.CLEARED), task)
        case Command.REMOVE if task.sscc:
            return Step(outcome(O.REMOVE_ASKED), replace(task, phase=Phase.REMOVE))
        case Command.DAMAGED:
            line = current_line(task, order)
            said = outcome(O.DAMAGED_ASKED, sku=line.sku if line else "")
            return Step(said, replace(task, phase=Phase.DAMAGED))
        case Command.SHORT:
            line = current_line(task, order)
            if line is None:
                return Step(outcome(O.COMMAND_NOT_HERE, command=pressed.value), task)
            said = outcome(O.SHORT_ASKED, sku=line.sku, wanted=line.ordered - line.short)
            return Step(said, replace(task, phase=Phase.MISSING, line=line.number))
        case Command.BOX | Command.CLOSE:
            if parcel is None or not parcel.units:
                return Step(outcome(O.PARCEL_EMPTY), task)
            return _seal(task, (), world)
        case Command.FINISH:
            lines = sum(1 for line in order.lines if line.to_pack)
            said = outcome(O.SHIP_PARTLY_ASKED, lines=lines)
            return Step(said, replace(task, phase=Phase.PARTLY))
        case Command.HOLD | Command.HOME:
            return Step(outcome(O.CLEARED), replace(task, phase=Phase.SHELF))
        case _:
            return Step(outcome(O.COMMAND_NOT_HERE, command=pressed.value), task)


def _confirmed(task: PackTask, order: Order, world: World) -> PackStep:
    match task.phase:
        case Phase.CARTON:
            return _carton(task, cartons.suggestion(world, task.order), world)
        case Phase.PARTLY:
            return _partly(task, order, world)
        case Phase.MISSING:
            line = order.line(task.line)
            lost = line.to_pack if line else 0
            body = {"line": task.line, "quantity": lost, "reason": "missing"}
            fact = NewFact(FactKind.PACK_SHORT, (Subject(Kind.ORDER, task.order),), body)
            sku = line.sku if line else ""
            said = outcome(
                O.SHORT_RECORDED,
                sku=sku,
                found=line.packed if line else 0,
                wanted=line.ordered if line else 0,
            )
            back = replace(task, phase=Phase.ITEM if task.sscc else Phase.CARTON)
            return _after_short(back, said, (fact,), world, lost=lost)
        case Phase.WEIGHT:
            if not world.allows("accept_weight"):
                return Step(outcome(O.NO_PERMISSION, role="supervisor"), task)
            return _sealed(task, (_weight_accepted(task),))
        case Phase.SHELF:
            return _park(task, "")
        case _:
            return Step(outcome(O.COMMAND_NOT_HERE, command=Command.OK.value), task)


def _partly(task: PackTask, order: Order, world: World) -> PackStep:
    """Everything not yet in a box is reported short, and the order ends with what is there."""
    facts = tuple(
        NewFact(
            FactKind.PACK_SHORT,
            (Subject(Kind.ORDER, task.order),),
            {"line": line.number, "quantity": line.to_pack, "reason": "shipped_partly"},
        )
        for line in order.lines
        if line.to_pack
    )
    parcel = world.parcel(task.sscc)
    if parcel is not None and parcel.units:
        return _sealed(task, facts)
    if not any(mark.stage is not Stage.OPEN for mark in order.live_parcels):
        return Step(outcome(O.PARCEL_EMPTY), replace(task, phase=Phase.ITEM))
    said = outcome(O.ORDER_PACKED, order=order.ref, parcels=len(order.live_parcels) - 1)
    step = _without_box(task, said, facts)
    return replace(step, facts=(*step.facts, packed_fact(task.order, order)))


def _label_command(task: PackTask, pressed: Command, order: Order) -> PackStep:
    match pressed:
        case Command.PRINT:
            count = task.prints + 1
            fact = NewFact(
                FactKind.LABEL_REPRINTED,
                _subjects(task.order, task.sscc),
                {"sscc": task.sscc, "count": count},
            )
            said = outcome(O.REPRINTING, sscc=task.sscc, count=count)
            wishes = (Wish(Want.LABEL, task.sscc),)
            return Step(said, replace(task, prints=count), (fact,), wishes)
        case Command.UNDO:
            return _reopened(task)
        case Command.FINISH | Command.NEXT | Command.HOLD | Command.HOME:
            # Office trouble never keeps a bench: the box waits, sealed and without a proven label.
            said = outcome(O.LABEL_MISSING, order=order.ref)
            if not order.packed_out:
                fact = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
                return Step(said, None, (fact,))
            if order.sub is Sub.PACKED:
                return Step(said, None)
            return Step(said, None, (packed_fact(task.order, order),))
        case _:
            return Step(outcome(O.COMMAND_NOT_HERE, command=pressed.value), task)


def _undo(task: PackTask, world: World) -> PackStep:
    if not task.steps:
        return Step(outcome(O.NOTHING_TO_UNDO), task)
    last = task.steps[-1]
    fact = _unit_fact(FactKind.UNIT_REMOVED, task, last.line, last.unit, world)
    undone = replace(task, steps=task.steps[:-1], line=last.line)
    return Step(outcome(O.UNDONE, what=last.unit.sku), undone, (fact,))


def _park(task: PackTask, shelf: str) -> PackStep:
    fact = NewFact(FactKind.ORDER_PARKED, (Subject(Kind.ORDER, task.order),), {"shelf": shelf})
    return Step(outcome(O.HELD, order=task.order.partition(":")[2]), None, (fact,))


# --- weight ---------------------------------------------------------------------------------------


def weigh(task: PackTask, grams: int, world: World) -> PackStep:
    """A stable weight of the box. A partly filled box is only noted: it proves nothing."""
    parcel = world.parcel(task.sscc)
    if parcel is None:
        return Step(outcome(O.WEIGHT_NOTED, grams=grams), task)
    fact = NewFact(
        FactKind.PARCEL_WEIGHED,
        _subjects(task.order, task.sscc),
        {"sscc": task.sscc, "grams": grams},
    )
    noted = replace(task, grams=grams, weighed_units=parcel.units)
    if task.phase is not Phase.LABEL:
        return Step(outcome(O.WEIGHT_NOTED, grams=grams), noted, (fact,))
    said = weights.check(parcel, task.carton, grams, world)
    if said is None:
        return Step(outcome(O.WEIGHT_NOTED, grams=grams), noted, (fact,))
    stopped = "weight" if said.kind is O.WEIGHT_OFF else ""
    return Step(said, replace(noted, stopped=stopped or noted.stopped), (fact,))


# --- what the bar asks for -----------------------------------------------------------------------


def current_line(task: PackTask, order: Order) -> OrderLine | None:
    """The line last scanned while it is open, else the first open one."""
    line = order.line(task.line)
    if line is not None and line.to_pack:
        return line
    return next((item for item in order.lines if item.to_pack), None)


def prompt(task: PackTask, world: World) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    if task.stopped:
        return Prompt.STOPPED, {"reason": task.stopped}
    order = world.order(task.order)
    match task.phase:
        case Phase.CARTON:
            return Prompt.CHOOSE_CARTON, {"carton": cartons.suggestion(world, task.order)}
        case Phase.ITEM:
            if task.typed:
                return Prompt.SCAN_COUNTED, {"number": task.typed}
            return Prompt.SCAN_ITEM, {}
        case Phase.CAPTURE:
            return Prompt.SCAN_SERIAL, {"sku": task.pending.sku if task.pending else ""}
        case Phase.REMOVE:
            return Prompt.SCAN_OUT, {}
        case Phase.DAMAGED:
            return Prompt.SCAN_DAMAGED, {}
        case Phase.MISSING:
            line = order.line(task.line) if order else None
            return Prompt.HOW_MANY_FOUND, {
                "sku": line.sku if line else "",
                "number": line.packed if line else 0,
            }
        case Phase.PARTLY:
            lines = sum(1 for line in order.lines if line.to_pack) if order else 0
            return Prompt.SHIP_PARTLY, {"lines": lines}
        case Phase.WEIGHT:
            parcel = world.parcel(task.sscc)
            expected = weights.expected(parcel, task.carton, world) if parcel else None
            return Prompt.CHECK_WEIGHT, {"grams": task.grams or 0, "expected": expected or 0}
        case Phase.SHELF:
            return Prompt.HOLD_SHELF, {}
        case Phase.LABEL:
            return _label_prompt(world.parcel(task.sscc))


def _label_prompt(parcel: Parcel | None) -> tuple[Prompt, dict[str, str | int]]:
    label = parcel.label if parcel else Label.NONE
    if label is Label.SENT:
        return Prompt.SCAN_LABEL, {}
    if label is Label.FAILED and parcel is not None:
        return Prompt.LABEL_TROUBLE, {"reason": parcel.label_reason}
    return Prompt.LABEL_PRINTING, {}
