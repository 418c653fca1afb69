"""What a fact does to a row. The station and the centre share these rules to the letter.

`reduce(kind, row, fact)` never refuses a fact. A fact that cannot be right becomes a conflict with
its reason, and the row still takes over what physically happened, as far as that is known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain import codec
from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind, serial_id
from app.domain.rows import (
    bin_rules,
    exceptions,
    messages,
    order_rules,
    parcel_rules,
    serial_rules,
    site_rules,
    tasks,
    thing_rules,
)
from app.domain.rows.learned import Learned
from app.domain.rows.messages import Message
from app.domain.rows.orders import Order
from app.domain.rows.site_rules import SiteRule
from app.domain.rows.stock_move import LIMBO, StockMove
from app.domain.rows.tasks import FloorTask
from app.domain.rows.things import (
    Bin,
    Carton,
    ExceptionRow,
    Load,
    Operator,
    Parcel,
    Product,
    Serial,
    Tote,
)
from app.domain.stock import Reason, Status, StockKey

RULES_VERSION = 10
"""Raise it whenever a rule changes its answer: an origin with older rules then does not push."""

ROW_TYPES: Mapping[Kind, type[Any]] = {
    Kind.ORDER: Order,
    Kind.PARCEL: Parcel,
    Kind.TOTE: Tote,
    Kind.BIN: Bin,
    Kind.LOAD: Load,
    Kind.PRODUCT: Product,
    Kind.CARTON: Carton,
    Kind.OPERATOR: Operator,
    Kind.SERIAL: Serial,
    Kind.WEIGHT: Learned,
    Kind.TASK: FloorTask,
    Kind.EXCEPTION: ExceptionRow,
    Kind.SITE: SiteRule,
    Kind.MESSAGE: Message,
}

Rule = Callable[[Any, Fact], Effect]
"""(row, fact) -> effect. row None = none exists yet; only a WEIGHT row begins as an empty row."""

RULES: Mapping[Kind, Mapping[FactKind, Rule]] = {
    Kind.ORDER: order_rules.RULES,
    Kind.PARCEL: parcel_rules.RULES,
    Kind.TOTE: thing_rules.TOTE_RULES,
    Kind.BIN: bin_rules.BIN_RULES,
    Kind.LOAD: thing_rules.LOAD_RULES,
    Kind.PRODUCT: thing_rules.PRODUCT_RULES,
    Kind.CARTON: thing_rules.CARTON_RULES,
    Kind.OPERATOR: thing_rules.OPERATOR_RULES,
    Kind.SERIAL: serial_rules.RULES,
    Kind.WEIGHT: thing_rules.WEIGHT_RULES,
    Kind.TASK: tasks.TASK_RULES,
    Kind.EXCEPTION: exceptions.EXCEPTION_RULES,
    Kind.SITE: site_rules.RULES,
    Kind.MESSAGE: messages.RULES,
}

_ABOUT_MANY = frozenset({FactKind.BIN_COUNTED, FactKind.STOCK_MOVED})
"""Facts that may be about several serial numbers: each is read from the name of its row."""
_KNOWN = {kind.value: kind for kind in FactKind}


def reduce(kind: Kind, row: Any, fact: Fact, name: str = "") -> Effect:
    """The effect of `fact` on the row of one of its subjects; row None = none exists yet.

    name: the subject's id. A fact may be about several WEIGHT, BIN or SERIAL rows; their rules need
    it.
    """
    known = _KNOWN.get(fact.kind)
    if known is None:
        return Effect(row, conflict="unknown_kind")
    if known is FactKind.EXCEPTION_DECIDED and kind is not Kind.EXCEPTION:
        return exceptions.decision(row, fact)  # an exception can be about a row of any kind
    rule = RULES[kind].get(known)
    if rule is None:
        return Effect(row)
    if kind is Kind.WEIGHT and row is None:
        row = Learned(name, 0.0, 0.0, seen=0)
    if row is None and kind is Kind.SERIAL and known in _ABOUT_MANY:
        sku = str(fact.body["sku"])
        row = Serial(sku, name.removeprefix(serial_id(sku, "")))
    if row is None and (kind, known) == (Kind.BIN, FactKind.STOCK_MOVED):
        effect = rule(Bin(name), fact)
        return replace(effect, conflict=effect.conflict or "unknown_bin")
    return rule(row, fact)


@dataclass(frozen=True)
class Move:
    """A stock movement: delta units of a key at a place ("bin:A-01-1", "tote:T-22" ...).

    keyed: the fact tells the whole key; one of before there were keys tells SKU and lot only.
    was: the status that the units had where they came from, if the fact says it and undoes nothing.
    """

    key: StockKey
    place: str
    delta: int
    keyed: bool = False
    was: Status | None = None

    @property
    def sku(self) -> str:
        return self.key.sku

    @property
    def lot(self) -> str:
        return self.key.lot


def moves(fact: Fact) -> tuple[Move, ...]:
    """The stock movements of a fact; they count whether the fact is applied or in conflict."""
    body = fact.body
    match fact.kind:
        case FactKind.UNIT_PICKED:
            return _shift(body, f"bin:{body['bin']}", f"hand:{fact.origin}")
        case FactKind.PICK_UNDONE:
            return _shift(body, f"hand:{fact.origin}", f"bin:{body['bin']}")
        case FactKind.PUT_IN_TOTE:
            return _shift(body, f"hand:{fact.origin}", f"tote:{body['tote']}")
        case FactKind.UNIT_PUT_BACK:
            return _shift(body, body["from"], f"bin:{body['bin']}")
        case FactKind.UNIT_DAMAGED:
            return _shift(body, body["from"], LIMBO)
        case FactKind.DAMAGE_UNDONE:
            return _shift(body, LIMBO, body["from"])
        case FactKind.UNIT_PACKED:
            return _shift(body, body["from"], f"parcel:{body['sscc']}")
        case FactKind.UNIT_REMOVED:
            return _shift(body, f"parcel:{body['sscc']}", body["from"])
        case FactKind.STOCK_OPENED | FactKind.BIN_COUNTED if body["sku"]:
            return (Move(*_told(body, f"bin:{body['bin']}", body["delta"])),)
        case FactKind.STOCK_MOVED:
            return _moved(StockMove.of(body))
        case _:
            return ()


def _shift(body: Mapping[str, Any], source: str, target: str) -> tuple[Move, ...]:
    count = body["quantity"]
    return (Move(*_told(body, source, -count)), Move(*_told(body, target, count)))


def _told(body: Mapping[str, Any], place: str, delta: int) -> tuple[StockKey, str, int, bool]:
    keyed = "key" in body
    told = codec.load(StockKey, body["key"]) if keyed else None
    return told or StockKey(body["sku"], body.get("lot", "")), place, delta, keyed


def _moved(move: StockMove) -> tuple[Move, ...]:
    """Nothing of a move that cannot be."""
    if not move.possible:
        return ()
    # What is undone goes a way that the table of changes does not have.
    was = None if move.reason is Reason.UNDONE else move.key.status
    return (
        Move(move.key, move.source, -move.quantity, keyed=True),
        Move(move.into, move.target, move.quantity, keyed=True, was=was),
    )
