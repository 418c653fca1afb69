"""The life of a serial number: in a bin, picked, in a box, gone, back.

Facts of programs before 2026-11-28 name a serial number only where it goes into a box or comes out
of one; their rows are as they were. What a person does with a unit in the hand is believed. Where a
unit would have to be in two places, the row stays with its box, and a person is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind
from app.domain.rows.stock_move import StockMove, bin_place
from app.domain.rows.things import Serial, SerialState

Rule = Callable[[Serial | None, Fact], Effect]
ELSEWHERE = "serial_elsewhere"
"""By its row the unit is in another place than where a person had it."""


def _new(fact: Fact) -> Serial:
    return Serial(fact.body["sku"], fact.body["serial"])


def _order_of(fact: Fact) -> str:
    return next((name for kind, name in fact.subjects if kind == Kind.ORDER), "")


def _picked(row: Serial | None, fact: Fact) -> Effect:
    row, order = row or _new(fact), _order_of(fact)
    if row.parcel:
        if row.order == order:  # this fact is late: the unit is in a box of its order already
            return Effect(replace(row, picked=order))
        return Effect(row, conflict=ELSEWHERE)
    other = row.picked not in {"", order} or row.bin not in {"", fact.body["bin"]}
    return Effect(replace(row, picked=order, bin=""), exception=ELSEWHERE if other else "")


def _undone(row: Serial | None, fact: Fact) -> Effect:
    if row is None or row.picked != _order_of(fact):
        return Effect(row)
    place = "" if row.parcel else str(fact.body["bin"])
    return Effect(replace(row, picked="", bin=place))


def _packed(row: Serial | None, fact: Fact) -> Effect:
    if row is not None and row.parcel:
        return Effect(row, conflict="serial_packed_twice")
    row, order = row or _new(fact), str(fact.body["order"])
    other = row.picked not in {"", order}
    boxed = replace(row, order=order, parcel=str(fact.body["sscc"]), bin="")
    if other:
        return Effect(replace(boxed, picked=""), exception=ELSEWHERE)
    return Effect(boxed)


def _removed(row: Serial | None, fact: Fact) -> Effect:
    """Out of the box: in the tote again if it was picked, else nobody knows where."""
    if row is None or row.parcel != fact.body["sscc"]:
        return Effect(row)
    return Effect(replace(row, order="", parcel="", left_at=None, returned=False))


def _counted(row: Serial | None, fact: Fact) -> Effect:
    """A counter has it in the hand at a bin. Goods of a box that came back may lie there again."""
    if row is None:
        return Effect(None)
    if row.parcel and row.state is not SerialState.RETURNED:
        return Effect(replace(row, picked=""), exception=ELSEWHERE)
    return Effect(Serial(row.sku, row.serial, bin=str(fact.body["bin"])))


def _moved(row: Serial | None, fact: Fact) -> Effect:
    """Somebody has it in the hand and puts it down; if not into a bin, it lies in no place."""
    assert row is not None, "`reduce` makes one"
    move = StockMove.of(fact.body)
    if not move.possible:
        return Effect(row)
    if row.parcel and row.state is not SerialState.RETURNED:
        return Effect(replace(row, picked=""), exception=ELSEWHERE)
    known = bin_place(row.bin) if row.bin else ""
    other = known not in {"", move.source} or bool(row.picked)
    lies = move.target.removeprefix(bin_place(""))
    place = lies if lies != move.target else ""
    return Effect(Serial(row.sku, row.serial, bin=place), exception=ELSEWHERE if other else "")


def _damaged(row: Serial | None, fact: Fact) -> Effect:
    """It is the order's no more, and lies in no place until somebody tells one."""
    row = row or _new(fact)
    if row.parcel:
        return Effect(row, conflict=ELSEWHERE)
    other = row.picked not in {"", _order_of(fact)}
    return Effect(replace(row, picked="", bin=""), exception=ELSEWHERE if other else "")


def _not_damaged(row: Serial | None, fact: Fact) -> Effect:
    row, order = row or _new(fact), _order_of(fact)
    if row.parcel or row.picked == order:
        return Effect(row)
    other = bool(row.picked or row.bin)
    return Effect(replace(row, picked=order, bin=""), exception=ELSEWHERE if other else "")


def _gone(row: Serial | None, fact: Fact) -> Effect:
    if row is None or row.parcel not in fact.body["ssccs"]:
        return Effect(row)
    return Effect(replace(row, left_at=row.left_at or fact.occurred_at, returned=False))


def _not_gone(row: Serial | None, fact: Fact) -> Effect:
    if row is None or row.parcel not in fact.body["ssccs"]:
        return Effect(row)
    return Effect(replace(row, left_at=None))


def _returned(row: Serial | None, fact: Fact) -> Effect:
    if row is None or row.parcel != fact.body["sscc"]:
        return Effect(row)  # the box's own row knows whether it had left
    return Effect(replace(row, left_at=None, returned=True))


RULES: Mapping[FactKind, Rule] = {
    FactKind.UNIT_PICKED: _picked,
    FactKind.PICK_UNDONE: _undone,
    FactKind.UNIT_PACKED: _packed,
    FactKind.UNIT_REMOVED: _removed,
    FactKind.PARCEL_WITHDRAWN: _removed,
    FactKind.BIN_COUNTED: _counted,
    FactKind.STOCK_MOVED: _moved,
    FactKind.UNIT_DAMAGED: _damaged,
    FactKind.DAMAGE_UNDONE: _not_damaged,
    FactKind.LOAD_CLOSED: _gone,
    FactKind.HANDED_OVER: _gone,
    FactKind.LOAD_REOPENED: _not_gone,
    FactKind.PARCEL_RETURNED: _returned,
}
