"""What a fact does to one line of an order, whatever its kind."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import Fact
from app.domain.rows.orders import Order, OrderLine, Taken


def with_line(order: Order, fact: Fact, **deltas: int) -> tuple[Order, OrderLine | None]:
    """The order and its line with `deltas` added to the line; (order, None) without such a line.

    A line of that number with another SKU is not the line that the fact is about.
    """
    number = fact.body["line"]
    line = order.line(number)
    if line is None or fact.body.get("sku", line.sku) != line.sku:
        return order, None
    new = replace(line, **{name: getattr(line, name) + delta for name, delta in deltas.items()})
    if "picked" in deltas and _notes(line, fact):
        new = replace(new, taken=_taken_of(line, fact, deltas["picked"]))
    lines = tuple(new if item.number == number else item for item in order.lines)
    return replace(order, lines=lines), new


def _notes(line: OrderLine, fact: Fact) -> bool:
    """Whether the line notes the fact's lot or serial number: from its first picked unit on.

    Facts of programs before 2026-11-28 are not `noted`, so that their rows stay as they are.
    """
    named = bool(fact.body.get("lot") or fact.body.get("serial"))
    return named and bool(line.taken or (fact.body.get("noted") and not line.picked))


def _taken_of(line: OrderLine, fact: Fact, delta: int) -> tuple[Taken, ...]:
    """Lots and serial numbers of the line's picked units, with those of this fact."""
    this = str(fact.body.get("lot", "")), str(fact.body.get("serial", ""))
    count = delta + sum(one.quantity for one in line.taken if (one.lot, one.serial) == this)
    others = [one for one in line.taken if (one.lot, one.serial) != this]
    new = [*others, Taken(*this, count)] if count else others
    return tuple(sorted(new, key=lambda one: (one.lot, one.serial)))


def foreign(order: Order, fact: Fact) -> str:
    """The conflict if another station has the order open; "" = none."""
    if order.worked_by and order.worked_by != fact.origin:
        return "worked_by_another_station"
    return ""
