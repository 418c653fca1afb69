"""Moments at which two benches lose the network, and all that each of them can write then.

A bench writes what it can from what it shows: `choices` follows the tasks' own rules (`picking`,
`packing`, `dispatching`, `counting`) and builds bodies like theirs.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.domain import codec
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.rows import messages
from app.domain.rows.exceptions import exception_name
from app.domain.rows.orders import Order, OrderLine, Stage, Sub
from app.domain.rows.site_rules import setting
from app.domain.rows.stock_move import StockMove
from app.domain.rows.tasks import (
    WAITING,
    FloorTask,
    TaskKind,
    TaskState,
    task_id,
    wanted,
)
from app.domain.rows.things import ExceptionRow, Label, Load, Operator, Parcel
from app.domain.stock import Reason, Status, StockKey
from tests.helpers.model import order_document, stocked
from tests.unit.domain.world import NOW, FakeWorld

K = FactKind
ORDER, OTHER = "shop:1", "shop:2"
BIN = {"S0": "B0", "S1": "B1"}
REFILL = FloorTask(
    task_id(TaskKind.REPLENISH, "B0", "S0"), TaskKind.REPLENISH, "B1", "B0", StockKey("S0"), 6
)
IMPORT = "import"
CARD = exception_name("short", Subject(Kind.ORDER, ORDER), "P0")
"""An exception that everybody knows."""
MESSAGE = "m1"
SERIALS = ("SN1", "SN2", "SN3")


def document(ref: str = "1", **changes: Any) -> OrderDocument:
    """Two of S0, and one of S1, whose units have serial numbers."""
    plain = order_document(ref)
    return replace(plain, lines=(*plain.lines, LineDocument(2, "S1", "Clock", 1)), **changes)


def _said(kind: FactKind, new: OrderDocument) -> NewFact:
    body = {"document": codec.dump(new), "digest": codec.to_text(new)}
    return NewFact(kind, (Subject(Kind.ORDER, f"{new.channel}:{new.ref}"),), body)


def _load_set(name: str, carrier: str) -> NewFact:
    body = codec.dump(Load(name, carrier, "4", NOW))
    return NewFact(K.LOAD_SET, (Subject(Kind.LOAD, name),), body)


def _operator_set(*roles: str) -> NewFact:
    body = codec.dump(Operator("11", "Ann", "aa", roles=roles))
    return NewFact(K.OPERATOR_SET, (Subject(Kind.OPERATOR, "11"),), body)


def _restocked(place: str, sku: str) -> NewFact:
    body = {"bin": place, "sku": sku, "quantity": 12, "delta": 3, "seen": True}
    return NewFact(K.STOCK_OPENED, (Subject(Kind.BIN, place),), body)


SITE: tuple[NewFact, ...] = (
    *stocked("B0", "S0", 9),
    *stocked("B1", "S1", 9),
    _said(K.ORDER_PLACED, document("1")),
    _said(K.ORDER_PLACED, document("2")),
    _load_set("L-1", "DHL"),
    _load_set("L-2", "DHL"),
    _operator_set("packer"),
    setting("expires_by", "best_before"),
    messages.sent(MESSAGE, "P0", "Come to the dock"),
)


def outside(view: FakeWorld) -> Iterator[NewFact]:
    """What the shop and the site's files can say at any moment."""
    old = document("1")
    yield _said(K.ORDER_PLACED, replace(old, note="twice"))
    yield _said(K.ORDER_CHANGED, replace(old, lines=old.lines[:1]))
    yield _said(K.ORDER_CHANGED, replace(old, carrier="UPS"))
    yield _said(K.ORDER_CHANGED, replace(old, customer=replace(old.customer, name="Eve")))
    yield _said(K.ORDER_CHANGED, replace(old, hold="unpaid"))
    for units in (1, 3):
        other = replace(old.lines[0], quantity=units)
        yield _said(K.ORDER_CHANGED, replace(old, lines=(other, *old.lines[1:])))
    yield NewFact(K.ORDER_CANCELLED, (Subject(Kind.ORDER, ORDER),), {"digest": "gone"})
    yield NewFact(K.ORDER_HELD, (Subject(Kind.ORDER, ORDER),), {"reason": "unreadable"})
    yield NewFact(K.SITE_HELD, (Subject(Kind.ORDER, ORDER),), {"reason": "look at it"})
    yield NewFact(K.SITE_RELEASED, (Subject(Kind.ORDER, ORDER),), {})
    yield NewFact(K.PRIORITY_SET, (Subject(Kind.ORDER, ORDER),), {"priority": 5})
    for to in ({}, {"customer": codec.dump(replace(old.customer, name="Eve"))}):
        body = {"carrier": "UPS", "service": "", **to}
        yield NewFact(K.ORDER_REDIRECTED, (Subject(Kind.ORDER, ORDER),), body)
    yield setting("expires_by", "expiry")
    yield messages.sent(MESSAGE, "P1", "again")
    yield messages.withdrawn(MESSAGE)
    for place in ("B0", "B1"):
        body = {"code": place, "walk": 7}
        yield NewFact(K.BIN_SET, (Subject(Kind.BIN, place),), body)
    yield _restocked("B0", "S0")
    yield _load_set("L-1", "UPS")
    yield _operator_set("packer", "loader")


# --- what one bench can write ---------------------------------------------------------------------


def choices(view: FakeWorld, me: str) -> Iterator[NewFact]:
    """Everything the bench `me` could write next."""
    if me == IMPORT:
        yield from outside(view)
        return
    order = view.order(ORDER)
    assert order is not None
    if order.worked_by not in {"", me}:
        yield _about(K.TAKEN_OVER, **{"from": order.worked_by})
    elif order.cancelled:
        yield from _putting_back(order)
    else:
        if order.sub in {Sub.RELEASED, Sub.STARTED}:
            yield from _picking(order, view, me)
        if order.packable or order.sub is Sub.PACKED:
            yield from _packing(order, view, me)
        yield from _not_damaged(order, view)
    yield from _loading(view)
    for sku, place in BIN.items():
        yield _counted(view, place, sku)
    yield from _moving()
    yield messages.shown(MESSAGE)
    yield messages.read(MESSAGE)
    yield from _tasks(view, me)
    body = {"language": "en" if me == "P1" else "zh_CN"}
    yield NewFact(K.LANGUAGE_CHOSEN, (Subject(Kind.OPERATOR, "11"),), body)
    asked = {"order": ORDER if me == "P1" else ""}
    yield NewFact(K.HELP_CALLED, (Subject(Kind.OPERATOR, "11"),), asked)
    yield NewFact(K.HELP_ENDED, (Subject(Kind.OPERATOR, "11"),))
    for decision, ends in (("ship_partly", True), ("accept", True)):
        said = {"card": "e0", "reason": "short", "decision": decision, "ends": ends}
        yield NewFact(K.EXCEPTION_DECIDED, (Subject(Kind.ORDER, ORDER), CARD), said)


def _about(kind: FactKind, **body: Any) -> NewFact:
    return NewFact(kind, (Subject(Kind.ORDER, ORDER),), body)


def _picking(order: Order, view: FakeWorld, me: str) -> Iterator[NewFact]:
    if order.worked_by != me and order.pickable:
        yield _about(K.PICK_STARTED)
    held = sum(line.picked - line.put for line in order.lines)
    for line in order.lines:
        if line.to_pick:
            yield _shelf(K.UNIT_PICKED, line, serial=_free_serial(line.sku, view))
            yield _shelf(K.PICK_SHORT, line, doubted=True)
            serial = _free_serial(line.sku, view)
            yield _shelf(K.UNIT_DAMAGED, line, serial=serial, **{"from": f"bin:{BIN[line.sku]}"})
        if line.short:
            yield _shelf(K.SHORT_TAKEN_BACK, line)
        if line.picked > line.put:
            yield _shelf(K.PICK_UNDONE, line, serial=_picked_serial(line.sku, view))
            yield _put(order, line, view)
    if order.sub is Sub.STARTED and not held:
        yield _about(K.PICK_LEFT)
        if order.picked_out:
            yield _about(K.ORDER_PICKED)


def _putting_back(order: Order) -> Iterator[NewFact]:
    for line in order.lines:
        if line.put > line.packed and order.totes:
            yield _shelf(K.UNIT_PUT_BACK, line, **{"from": f"tote:{order.totes[0]}"})
    for tote in order.totes:
        subjects = (Subject(Kind.ORDER, ORDER), Subject(Kind.TOTE, tote))
        yield NewFact(K.TOTE_EMPTIED, subjects, {"tote": tote, "order": ORDER})


def _shelf(kind: FactKind, line: OrderLine, *, serial: str = "", **more: Any) -> NewFact:
    place = BIN[line.sku]
    body = {"line": line.number, "sku": line.sku, "bin": place, "quantity": 1, **more}
    subjects = (Subject(Kind.ORDER, ORDER), Subject(Kind.BIN, place))
    if not serial:
        return NewFact(kind, subjects, body)
    unit = Subject(Kind.SERIAL, serial_id(line.sku, serial))
    return NewFact(kind, (*subjects, unit), body | {"serial": serial})


def _put(order: Order, line: OrderLine, view: FakeWorld) -> NewFact:
    def free(code: str) -> bool:
        tote = view.tote(code)
        return tote is None or tote.order in {"", ORDER}

    tote = next(code for code in ("T-1", "T-2", "T-3") if free(code))
    count = line.picked - line.put
    body = {"line": line.number, "sku": line.sku, "tote": tote, "order": ORDER, "quantity": count}
    return NewFact(K.PUT_IN_TOTE, (Subject(Kind.ORDER, ORDER), Subject(Kind.TOTE, tote)), body)


def _packing(order: Order, view: FakeWorld, me: str) -> Iterator[NewFact]:
    if order.worked_by != me and order.sub is not Sub.PACKED:
        yield _about(K.PACK_STARTED)
    boxes = [box for mark in order.live_parcels if (box := view.parcel(mark.sscc)) is not None]
    box = next((one for one in boxes if one.stage in {Stage.OPEN, Stage.SEALED}), None)
    if box is None and not order.packed_out:
        for maker in dict.fromkeys((me, "P0")):  # or with the numbers of a disk it was copied from
            yield _opened(order, maker)
    elif box is not None and box.stage is Stage.OPEN:
        yield from _filling(order, box, view, me)
    elif box is not None:
        yield from _labelling(order, box)
    yield _about(K.NOTE_CONFIRMED, notes=["fragile"])
    for one in boxes:
        if one.stage is not Stage.OPEN:
            body = {"count": one.prints + 1, "reason": "lost"}
            yield _box(K.LABEL_REPRINTED, one.sscc, **body)
        if one.stage is Stage.CLOSED:
            yield _withdrawn(one)
    for line in order.lines:
        if line.to_pack and order.sub is not Sub.PACKED:
            unit = {"line": line.number, "sku": line.sku, "quantity": 1, "reason": "damaged"}
            yield _about(K.PACK_SHORT, **unit)
            if line.picked > line.packed:
                unit |= {"from": "tote:T-1"}
                serial = _picked_serial(line.sku, view)
                yield _serial(_about(K.UNIT_DAMAGED, **unit), serial)
                yield _serial(_about(K.UNIT_DAMAGED, **unit, fetch=True), serial)
    if order.sub is Sub.PACKING:
        yield _about(K.PACK_LEFT)
        totes = tuple(Subject(Kind.TOTE, tote) for tote in order.totes)
        yield NewFact(K.PACK_LEFT, (Subject(Kind.ORDER, ORDER), *totes), {"order": ORDER})
        yield _about(K.ORDER_PARKED, shelf="H-1")
    done = order.packed_out and boxes and all(one.stage is not Stage.OPEN for one in boxes)
    if done and order.sub is not Sub.PACKED:
        totes = tuple(Subject(Kind.TOTE, tote) for tote in order.totes)
        subjects = (Subject(Kind.ORDER, ORDER), *totes)
        yield NewFact(K.ORDER_PACKED, subjects, {"order": ORDER})


def _not_damaged(order: Order, view: FakeWorld) -> Iterator[NewFact]:
    """A bench had called a unit damaged, and takes that back."""
    rest = sum(line.to_pick for line in order.lines)
    for line in order.lines:
        if line.to_pick and order.sub in {Sub.STARTED, Sub.PACKING}:
            unit = {"line": line.number, "sku": line.sku, "quantity": 1, "from": "tote:T-1"}
            undone = _about(K.DAMAGE_UNDONE, **unit, whole=rest == 1)
            yield _serial(undone, _free_serial(line.sku, view))


def _serial(new: NewFact, serial: str) -> NewFact:
    """The fact about the one unit with this serial number, too; "" = it has none."""
    if not serial:
        return new
    unit = Subject(Kind.SERIAL, serial_id(new.body["sku"], serial))
    return replace(new, subjects=(*new.subjects, unit), body={**new.body, "serial": serial})


def _box(kind: FactKind, sscc: str, *more: Subject, **body: Any) -> NewFact:
    subjects = (Subject(Kind.ORDER, ORDER), Subject(Kind.PARCEL, sscc), *more)
    return NewFact(kind, subjects, {"sscc": sscc, **body})


def _withdrawn(box: Parcel) -> NewFact:
    serials = (Subject(Kind.SERIAL, name) for name in box.serials)
    lines = [[item.line, item.quantity] for item in box.contents]
    body = {"into": f"{box.sscc}+", "reason": "opened", "lines": lines, "order": ORDER}
    return _box(K.PARCEL_WITHDRAWN, box.sscc, *serials, **body)


def _opened(order: Order, maker: str) -> NewFact:
    number = 1 + max((mark.number for mark in order.parcels), default=0)
    body = {"order": ORDER, "number": number, "carton": "S", "carrier": order.carrier}
    return _box(K.PARCEL_OPENED, f"{maker}-{number}", **body)


def _filling(order: Order, box: Parcel, view: FakeWorld, me: str) -> Iterator[NewFact]:
    for line in order.lines:
        if min(line.to_pack, line.picked - line.packed) > 0:
            serial = _picked_serial(line.sku, view) or _free_serial(line.sku, view)
            yield _unit(K.UNIT_PACKED, box, line.number, line.sku, serial)
    for item in box.contents:
        yield _unit(K.UNIT_REMOVED, box, item.line, item.sku, item.serial)
    if order.sub is Sub.PACKING:
        number = 1 + max(line.number for line in order.lines)
        added = {"line": number, "sku": "S0", "name": me, "quantity": 1, "picked": 1}
        yield _about(K.LINE_ADDED, **added, added="free")
    yield _box(K.CARTON_CHANGED, box.sscc, carton="L" if me == "P1" else "M")
    if not box.contents:
        yield _box(K.PARCEL_VOIDED, box.sscc)
        return
    yield _weighed(K.PARCEL_WEIGHED, box, me)
    yield _weighed(K.WEIGHT_ACCEPTED, box, me)
    yield _box(K.PARCEL_SEALED, box.sscc, count=box.prints + 1)


def _weighed(kind: FactKind, box: Parcel, me: str) -> NewFact:
    grams = 200 if me == "P1" else 203
    body = {"grams": grams, "learned": [["S0", float(grams), 4.0]]}
    return _box(kind, box.sscc, Subject(Kind.WEIGHT, "S0"), **body)


def _free_serial(sku: str, view: FakeWorld) -> str:
    def free(serial: str) -> bool:
        row = view.serial(sku, serial)
        return row is None or not (row.parcel or row.picked)

    return next(filter(free, SERIALS)) if sku == "S1" else ""


def _picked_serial(sku: str, view: FakeWorld) -> str:
    rows = [row for serial in SERIALS if (row := view.serial(sku, serial)) is not None]
    return next((row.serial for row in rows if row.picked and not row.parcel), "")


def _unit(kind: FactKind, box: Parcel, line: int, sku: str, serial: str) -> NewFact:
    body = {"line": line, "sku": sku, "quantity": 1, "order": ORDER, "from": "tote:T-1"}
    if not serial:
        return _box(kind, box.sscc, **body)
    return _box(kind, box.sscc, Subject(Kind.SERIAL, serial_id(sku, serial)), **body, serial=serial)


def _labelling(order: Order, box: Parcel) -> Iterator[NewFact]:
    job = {"count": box.prints, "to": order.customer.mark}
    if box.label is not Label.SENT:
        yield _box(K.LABEL_SENT, box.sscc, **job)
        yield _box(K.LABEL_FAILED, box.sscc, **job, reason="paper", doubtful=True)
    yield _box(K.LABEL_MISMATCH, box.sscc, scanned="9")
    yield _box(K.LABEL_PROVEN, box.sscc)
    yield _box(K.PICKUP_SHELVED, box.sscc, shelf="H-2", order=ORDER)
    yield _box(K.PARCEL_REOPENED, box.sscc)


def _loading(view: FakeWorld) -> Iterator[NewFact]:
    order = view.order(ORDER)
    here = [mark.sscc for mark in order.live_parcels if mark.stage is Stage.CLOSED] if order else []
    if order and order.sub is Sub.PACKED and len(here) == len(order.live_parcels) > 0:
        boxes = tuple(Subject(Kind.PARCEL, sscc) for sscc in here)
        subjects = (Subject(Kind.ORDER, ORDER), *boxes, *_serials(here, view))
        yield NewFact(K.HANDED_OVER, subjects, {"order": ORDER, "ssccs": here})
    for box in view.all(Kind.PARCEL):
        if box.order != ORDER:
            continue
        if box.stage is Stage.DISPATCHED and box.load:
            body = {"load": box.load, "order": ORDER, "reason": "refused"}
            about = (Subject(Kind.LOAD, box.load), *_serials([box.sscc], view))
            yield _box(K.PARCEL_RETURNED, box.sscc, *about, **body)
        for name in ("L-1", "L-2"):
            load = view.load(name)
            if load is None or load.closed:
                continue
            body = {"load": name, "order": ORDER}
            fits = box.carrier == load.carrier and not (order and order.cancelled)
            if box.stage is Stage.CLOSED and fits:
                yield _box(K.PARCEL_LOADED, box.sscc, Subject(Kind.LOAD, name), **body)
            if box.sscc in load.parcels:
                yield _box(K.PARCEL_UNLOADED, box.sscc, Subject(Kind.LOAD, name), **body)
    for load in view.all(Kind.LOAD):
        if load.parcels and not load.closed:
            yield _closed(load, view)
        if load.closed and not load.left:
            closed = _closed(load, view)
            body = {"load": load.load, "ssccs": closed.body["ssccs"]}
            yield NewFact(K.LOAD_REOPENED, closed.subjects, body)
            yield NewFact(K.LOAD_LEFT, closed.subjects[:1], {"load": load.load})


def _serials(ssccs: Iterable[str], view: FakeWorld) -> tuple[Subject, ...]:
    boxes = (view.parcel(sscc) for sscc in ssccs)
    return tuple(Subject(Kind.SERIAL, name) for box in boxes if box for name in box.serials)


def _closed(load: Load, view: FakeWorld) -> NewFact:
    subjects = (
        Subject(Kind.LOAD, load.load),
        *(Subject(Kind.PARCEL, sscc) for sscc in load.parcels),
        Subject(Kind.ORDER, ORDER),
        *_serials(load.parcels, view),
    )
    body = {"load": load.load, "carrier": load.carrier, "ssccs": list(load.parcels), "missing": []}
    return NewFact(K.LOAD_CLOSED, subjects, body)


def _counted(view: FakeWorld, place: str, sku: str) -> NewFact:
    row = view.bin(place)
    assert row is not None
    held = row.held(sku, "")
    body = {"bin": place, "sku": sku, "lot": "", "counted": held - 1, "expected": held}
    body |= {"delta": -1, "moves": row.moves}
    units = [Subject(Kind.SERIAL, serial_id(sku, SERIALS[0]))] if sku == "S1" else []
    return NewFact(K.BIN_COUNTED, (Subject(Kind.BIN, place), *units), body)


def _tasks(view: FakeWorld, me: str) -> Iterator[NewFact]:
    about = (Subject(Kind.TASK, REFILL.id),)
    more = 8 if me == "P2" else 6
    urgent = 100 if me == "P2" else 0
    yield wanted(replace(REFILL, quantity=more, priority=urgent), Subject(Kind.BIN, "B0"))
    row = view.task(REFILL.id)
    if row is None or row.state not in WAITING:
        return
    if row.state is TaskState.OPEN:
        yield NewFact(K.TASK_STARTED, about)
        yield NewFact(K.TASK_DROPPED, about)
    elif row.worked_by in {me, ""}:
        yield NewFact(K.TASK_LEFT, about)
        yield NewFact(K.TASK_DONE, about, {"units": 6})


def _moving() -> Iterator[NewFact]:
    """A unit goes to another bin, and one is taken out of use where it lies."""
    key = StockKey("S0")
    yield StockMove("bin:B0", "bin:B1", key, key, 1, Reason.ASKED).fact()
    held = replace(key, status=Status.HOLD)
    yield StockMove("bin:B0", "bin:B0", key, held, 1, Reason.SUSPECT).fact()
    clock = StockKey("S1")
    for serial in SERIALS:
        yield StockMove("bin:B1", "bin:B0", clock, clock, 1, serials=(serial,)).fact()


# --- moments --------------------------------------------------------------------------------------

Want = Callable[[NewFact], bool]


def is_(kind: FactKind, **body: Any) -> Want:
    return lambda fact: fact.kind is kind and body.items() <= fact.body.items()


def _unit_of(kind: FactKind, line: int) -> Want:
    return is_(kind, line=line)


PATH: tuple[tuple[str, tuple[Want, ...]], ...] = (
    ("released", ()),
    ("begun elsewhere", (is_(K.PICK_STARTED),)),
    ("in the hand", (_unit_of(K.UNIT_PICKED, 1),)),
    ("one short", ()),
    ("task waits", ()),
    ("task begun", ()),
    ("called off", ()),
    ("half picked", (is_(K.PUT_IN_TOTE), is_(K.PICK_LEFT))),
    ("clock in the hand", ()),
    (
        "all in the tote",
        (
            is_(K.PICK_STARTED),
            _unit_of(K.UNIT_PICKED, 1),
            _unit_of(K.UNIT_PICKED, 2),
            is_(K.PUT_IN_TOTE, line=1),
            is_(K.PUT_IN_TOTE, line=2),
        ),
    ),
    ("picked", (is_(K.ORDER_PICKED),)),
    ("empty box", (is_(K.PACK_STARTED), is_(K.PARCEL_OPENED), is_(K.PACK_LEFT))),
    (
        "half packed",
        (
            is_(K.PACK_STARTED),
            _unit_of(K.UNIT_PACKED, 1),
            _unit_of(K.UNIT_PACKED, 2),
            is_(K.PACK_LEFT),
        ),
    ),
    (
        "first box sealed",
        (is_(K.PACK_STARTED), is_(K.PARCEL_SEALED), is_(K.LABEL_SENT), is_(K.PACK_LEFT)),
    ),
    ("first box proven", (is_(K.LABEL_PROVEN),)),
    ("second box empty", (is_(K.PACK_STARTED), is_(K.PARCEL_OPENED))),
    ("second box filled", (_unit_of(K.UNIT_PACKED, 1),)),
    ("second box sealed", (is_(K.PARCEL_SEALED),)),
    ("all proven", (is_(K.LABEL_PROVEN), is_(K.PACK_LEFT))),
    ("packed", (is_(K.ORDER_PACKED),)),
    ("first box loaded", (is_(K.PARCEL_LOADED, load="L-1"),)),
    ("all loaded", (is_(K.PARCEL_LOADED, load="L-1", sscc="P0-2"),)),
    ("gone", (is_(K.LOAD_CLOSED),)),
)
"""The way of one order through the hands of P0; after each step everybody has heard of it."""

ASIDE: Mapping[str, tuple[Want, ...]] = {
    "one short": (is_(K.PICK_SHORT, line=1),),
    "clock in the hand": (is_(K.PICK_STARTED), _unit_of(K.UNIT_PICKED, 2)),
    "task waits": (is_(K.TASK_WANTED),),
    "task begun": (is_(K.TASK_WANTED), is_(K.TASK_STARTED)),
    "called off": (is_(K.PUT_IN_TOTE), is_(K.ORDER_CANCELLED)),
}
"""What may happen on the way without being on it."""


def moments() -> dict[str, FakeWorld]:
    """The rows at each moment. A wish that P0 could not have fulfilled is an error."""
    world = FakeWorld(station=IMPORT)
    assert world.do(*SITE) == []
    card = ExceptionRow("e0", "short", Kind.ORDER.value, ORDER, "P0", "11", NOW)
    world.put(CARD.kind, CARD.id, card)
    world.station = "P0"
    found = {}
    for name, wishes in PATH:
        for wish in wishes:
            free = list(choices(world, "P0"))
            fact = next((one for one in free if wish(one)), None)
            assert fact is not None, (name, [one.kind.value for one in free])
            conflicts = world.do(fact)
            assert conflicts == [], (name, fact.kind, conflicts)
        found[name] = copied(world)
        for wish in ASIDE.get(name, ()):
            every = (*choices(found[name], "P0"), *outside(found[name]))
            assert found[name].do(next(one for one in every if wish(one))) == []
        begun = found[name].task(REFILL.id)
        if begun is not None:  # by a bench that the others take for themselves
            found[name].put(Kind.TASK, REFILL.id, replace(begun, worked_by=""))
        order = found[name].order(ORDER)
        if order is not None and order.worked_by:
            given_up = copied(found[name])
            given_up.put(Kind.ORDER, ORDER, replace(order, worked_by="", worked_operator=""))
            found[f"{name}, nobody's"] = given_up
    return found


def copied(world: FakeWorld) -> FakeWorld:
    return replace(world, rows=copy.copy(world.rows))
