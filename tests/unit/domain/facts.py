"""Every kind of fact a station or an import could write, about a few rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject, serial_id
from app.domain.rows.stock_move import GONE, StockMove
from app.domain.rows.tasks import FloorTask, TaskKind, task_id, wanted
from app.domain.rows.things import Carton, Load, Operator, Product
from app.domain.stock import Status, StockKey
from tests.unit.domain.world import NOW, as_fact, document

K = FactKind

_names = st.sampled_from(["shop:SO-1", "shop:SO-2"])
_ssccs = st.sampled_from(["1", "2", "3"])
_bins = st.sampled_from(["A1", "A2", "Z9"])
_totes = st.sampled_from(["T-1", "T-2"])
_loads = st.sampled_from(["L-1", "L-2"])
_skus = st.sampled_from(["MUG", "POT"])
_counts = st.integers(1, 3)
_lots = st.sampled_from(["", "L1"])

TASKS = {
    place: FloorTask(
        task_id(TaskKind.REPLENISH, place, "MUG"),
        TaskKind.REPLENISH,
        "Z9",
        place,
        StockKey("MUG"),
        6,
    )
    for place in ("A1", "A2")
}
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "priority": st.integers(-1, 9),
    "order": _names,
    "sscc": _ssccs,
    "bin": _bins,
    "tote": _totes,
    "load": _loads,
    "sku": _skus,
    "quantity": _counts,
    "lot": _lots,
    "line": st.integers(1, 3),
    "number": st.integers(1, 3),
    "grams": st.integers(0, 5000),
    "reason": st.just("paper"),
    "shelf": st.just("H-1"),
    "serial": st.sampled_from(["SN1", "SN2"]),
    "digest": st.sampled_from(["d1", "d2"]),
    "delta": st.integers(-5, 9),
    "counted": st.integers(0, 9),
    "expected": st.integers(-2, 9),
    "language": st.sampled_from(["en", "zh_CN"]),
    "from": st.sampled_from(["hand:P1", "tote:T-1", "bin:A1", "bin:A2"]),
    "ssccs": st.lists(_ssccs, unique=True),
    "missing": st.just([]),
    "notes": st.lists(st.sampled_from(["fragile", "gift"]), max_size=2),
    "carton": st.sampled_from(["S", "L"]),
    "into": _ssccs,
    "name": st.just("Sample"),
    "added": st.sampled_from(["free", "instead"]),
    "instead_of": st.integers(0, 2),
    "lines": st.lists(st.tuples(st.integers(1, 3), _counts).map(list), max_size=2),
    "count": st.integers(1, 3),
    "doubtful": st.booleans(),
    "fetch": st.booleans(),
    "whole": st.booleans(),
    "doubted": st.booleans(),
    "seen": st.just(True),
    "task": st.sampled_from([TASKS[name].id for name in sorted(TASKS)]),
    "units": _counts,
    "card": st.just("e1"),
    "carrier": st.sampled_from(["DHL", "UPS"]),
    "service": st.just("express"),
    "value": st.sampled_from(["", "expiry", "best_before"]),
    "to": st.sampled_from(["P1", "P2"]),
    "text": st.just("Come to the dock"),
    "decision": st.sampled_from(["take", "accept"]),
    "note": st.just("seen"),
    "ends": st.booleans(),
    "learned": st.lists(
        st.tuples(_skus, st.floats(1, 900), st.floats(0.001, 90)).map(list), max_size=2
    ),
}

_UNIT = ("line", "sku", "quantity", "lot")
_BOX = ("order", "sscc")
_O, _P, _T, _B, _L = Kind.ORDER, Kind.PARCEL, Kind.TOTE, Kind.BIN, Kind.LOAD
# Kind of fact: the kinds of its subjects, the names in its body.
SHAPES: dict[FactKind, tuple[tuple[Kind, ...], tuple[str, ...]]] = {
    K.ORDER_CANCELLED: ((_O,), ("digest",)),
    K.ORDER_HELD: ((_O,), ("reason",)),
    K.SITE_HELD: ((_O,), ("reason",)),
    K.SITE_RELEASED: ((_O,), ()),
    K.PRIORITY_SET: ((_O,), ("priority",)),
    K.ORDER_REDIRECTED: ((_O,), ("carrier", "service")),
    K.SITE_RULE_SET: ((Kind.SITE,), ("value",)),
    K.MESSAGE_SENT: ((Kind.MESSAGE,), ("to", "text")),
    K.MESSAGE_SHOWN: ((Kind.MESSAGE,), ()),
    K.MESSAGE_READ: ((Kind.MESSAGE,), ()),
    K.MESSAGE_WITHDRAWN: ((Kind.MESSAGE,), ()),
    K.BIN_SET: ((_B,), ()),
    K.STOCK_OPENED: ((_B,), ("bin", "sku", "quantity", "delta", "lot", "seen")),
    K.SIGNED_IN: ((Kind.OPERATOR,), ()),
    K.SIGNED_OUT: ((Kind.OPERATOR,), ()),
    K.LOCKED: ((Kind.OPERATOR,), ()),
    K.UNLOCKED: ((Kind.OPERATOR,), ()),
    K.PIN_PAUSED: ((Kind.OPERATOR,), ()),
    K.TAKEN_OVER: ((_O,), ()),
    K.HELP_CALLED: ((Kind.OPERATOR, _O), ("order",)),
    K.HELP_ENDED: ((Kind.OPERATOR,), ()),
    K.LANGUAGE_CHOSEN: ((Kind.OPERATOR,), ("language",)),
    K.SCANNER_CHECKED: ((), ()),
    K.SELF_TESTED: ((), ()),
    K.FILE_REBUILT: ((), ()),
    K.PICK_STARTED: ((_O,), ()),
    K.UNIT_PICKED: ((_O, _B, Kind.SERIAL), (*_UNIT, "bin", "serial")),
    K.PICK_UNDONE: ((_O, _B, Kind.SERIAL), (*_UNIT, "bin", "serial")),
    K.PUT_IN_TOTE: ((_O, _T), (*_UNIT, "tote", "order")),
    K.PICK_SHORT: ((_O, _B), (*_UNIT, "bin", "doubted")),
    K.SHORT_TAKEN_BACK: ((_O, _B), (*_UNIT, "bin")),
    K.UNIT_PUT_BACK: ((_O, _B), (*_UNIT, "bin", "from")),
    K.TOTE_EMPTIED: ((_O, _T), ("tote", "order")),
    K.UNIT_DAMAGED: ((_O, _B), (*_UNIT, "bin", "from", "fetch")),
    K.DAMAGE_UNDONE: ((_O,), (*_UNIT, "from", "whole")),
    K.ORDER_PICKED: ((_O,), ()),
    K.PICK_LEFT: ((_O,), ()),
    K.PACK_STARTED: ((_O,), ()),
    K.NOTE_CONFIRMED: ((_O,), ("notes",)),
    K.LINE_ADDED: ((_O,), (*_UNIT, "name", "added", "instead_of")),
    K.PARCEL_OPENED: ((_O, _P), (*_BOX, "number")),
    K.CARTON_CHANGED: ((_O, _P), (*_BOX, "carton")),
    K.PARCEL_WITHDRAWN: (
        (_O, _P, Kind.SERIAL),
        (*_BOX, "sku", "serial", "into", "lines", "reason"),
    ),
    K.UNIT_PACKED: ((_O, _P, Kind.SERIAL), (*_UNIT, *_BOX, "from", "serial")),
    K.UNIT_REMOVED: ((_O, _P, Kind.SERIAL), (*_UNIT, *_BOX, "from", "serial")),
    K.PACK_SHORT: ((_O,), (*_UNIT, "reason")),
    K.PARCEL_WEIGHED: ((_O, _P, Kind.WEIGHT), (*_BOX, "grams", "learned")),
    K.WEIGHT_ACCEPTED: ((_O, _P, Kind.WEIGHT), (*_BOX, "grams", "learned")),
    K.PARCEL_SEALED: ((_O, _P), (*_BOX, "count")),
    K.PARCEL_REOPENED: ((_O, _P), _BOX),
    K.PARCEL_VOIDED: ((_O, _P), _BOX),
    K.LABEL_SENT: ((_P, _O), (*_BOX, "count")),
    K.LABEL_FAILED: ((_P, _O), (*_BOX, "reason", "count", "doubtful")),
    K.LABEL_REPRINTED: ((_O, _P), (*_BOX, "count", "reason")),
    K.LABEL_MISMATCH: ((_O, _P), _BOX),
    K.LABEL_PROVEN: ((_O, _P), _BOX),
    K.ORDER_PACKED: ((_O, _T), ("order",)),
    K.PICKUP_SHELVED: ((_O, _P), (*_BOX, "shelf")),
    K.HANDED_OVER: ((_O, _P, Kind.SERIAL), ("order", "sscc", "ssccs")),
    K.ORDER_PARKED: ((_O,), ("shelf",)),
    K.PACK_LEFT: ((_O,), ()),
    K.BIN_COUNTED: ((_B, Kind.SERIAL), ("bin", "sku", "lot", "counted", "expected", "delta")),
    K.TASK_STARTED: ((Kind.TASK,), ("task",)),
    K.TASK_LEFT: ((Kind.TASK,), ("task",)),
    K.TASK_DONE: ((Kind.TASK,), ("task", "units")),
    K.TASK_DROPPED: ((Kind.TASK,), ("task",)),
    K.EXCEPTION_DECIDED: (
        (_O, Kind.EXCEPTION),
        ("card", "reason", "decision", "note", "ends"),
    ),
    K.PARCEL_LOADED: ((_O, _P, _L), (*_BOX, "load")),
    K.PARCEL_UNLOADED: ((_O, _P, _L), (*_BOX, "load")),
    K.LOAD_CLOSED: ((_L, _P, _O, Kind.SERIAL), ("load", "ssccs", "missing")),
    K.LOAD_REOPENED: ((_L, _P, _O, Kind.SERIAL), ("load", "ssccs")),
    K.LOAD_LEFT: ((_L,), ("load",)),
    K.PARCEL_RETURNED: ((_O, _P, _L, Kind.SERIAL), (*_BOX, "load", "reason")),
}
GOING_BACK = frozenset(
    {K.UNIT_DAMAGED, K.PARCEL_WITHDRAWN, K.LOAD_REOPENED, K.PARCEL_RETURNED},
)
"""After these facts of a bench an order or a box may be less far than before: they say so."""
_ID: dict[Kind, Callable[[dict[str, Any]], str]] = {
    Kind.ORDER: lambda values: str(values["order"]),
    Kind.PARCEL: lambda values: str(values["sscc"]),
    Kind.TOTE: lambda values: str(values["tote"]),
    Kind.BIN: lambda values: str(values["bin"]),
    Kind.LOAD: lambda values: str(values["load"]),
    Kind.SERIAL: lambda values: serial_id(values["sku"], values["serial"]),
    Kind.OPERATOR: lambda _values: "11",
    Kind.WEIGHT: lambda values: str(values["sku"]),
    Kind.TASK: lambda values: str(values["task"]),
    Kind.SITE: lambda _values: "expires_by",
    Kind.MESSAGE: lambda _values: "m1",
    Kind.EXCEPTION: lambda values: f"paper/order/{values['order']}",
}


@st.composite
def known_facts(draw: st.DrawFn) -> Fact:
    """Any fact a station or an import could write."""
    kind = draw(st.sampled_from(sorted(FactKind)))
    values = {name: draw(strategy) for name, strategy in _VALUES.items()}
    subjects: tuple[Subject, ...]
    body: dict[str, Any]
    if kind in SHAPES:
        kinds, names = SHAPES[kind]
        subjects = tuple(Subject(one, _ID[one](values)) for one in kinds)
        body = {name: values[name] for name in names}
        if kind is K.BIN_SET:
            body = {"code": values["bin"], "walk": 3}
    else:
        subjects, body = _from_outside(kind, values, draw)
    origin = draw(st.sampled_from(["P1", "P2", "import"]))
    return as_fact(NewFact(kind, subjects, body), draw(st.integers(1, 99)), origin)


def _from_outside(
    kind: FactKind, values: dict[str, Any], draw: st.DrawFn
) -> tuple[tuple[Subject, ...], dict[str, Any]]:
    match kind:
        case K.ORDER_PLACED | K.ORDER_CHANGED:
            new = document(
                ("MUG", values["quantity"]),
                ("POT", 1),
                ref=values["order"].partition(":")[2],
                hold=draw(st.sampled_from(["", "unpaid"])),
                cancelled=draw(st.booleans()) and draw(st.booleans()),
            )
            body = {"document": codec.dump(new), "digest": values["digest"]}
            return (Subject(Kind.ORDER, values["order"]),), body
        case K.PRODUCT_SET:
            return (Subject(Kind.PRODUCT, "MUG"),), codec.dump(Product("MUG", "Mug", ("1",)))
        case K.OPERATOR_SET:
            return (Subject(Kind.OPERATOR, "11"),), codec.dump(Operator("11", "Ann", "aa"))
        case K.CARTON_SET:
            return (Subject(Kind.CARTON, "S"),), codec.dump(Carton("S", "Small"))
        case K.TASK_WANTED:
            place = draw(st.sampled_from(sorted(TASKS)))
            urgent = draw(st.sampled_from([0, 100]))
            task = replace(TASKS[place], priority=urgent, quantity=values["quantity"])
            made = wanted(task, Subject(Kind.BIN, place))
            return made.subjects, dict(made.body)
        case K.STOCK_MOVED:
            sku = values["sku"]
            key = StockKey(sku, values["lot"], status=draw(st.sampled_from(Status)))
            into = replace(key, status=draw(st.sampled_from(Status)))
            places = st.sampled_from(["bin:A1", "bin:A2", "bin:Z9", "tote:T-1", GONE])
            move = StockMove(draw(places), draw(places), key, into, values["quantity"])
            made = move.fact()
            return made.subjects, dict(made.body)
        case K.LOAD_SET:
            load = Load(values["load"], "DHL", "4", NOW)
            return (Subject(Kind.LOAD, values["load"]),), codec.dump(load)
        case _:
            raise AssertionError(f"no example of {kind}")
