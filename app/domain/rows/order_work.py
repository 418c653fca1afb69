"""What work at the benches does to an order: picking, packing, totes, boxes, parking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind
from app.domain.rows import ends, order_boxes
from app.domain.rows.orders import Order, OrderLine, ParcelMark, Stage, Sub, Taken
from app.domain.rows.progress import forward, reached, standing
from app.domain.rows.stages import after

Rule = Callable[[Order | None, Fact], Effect]


def known(rule: Callable[[Order, Fact], Effect]) -> Rule:
    """The rule for orders that exist; a fact about an unknown order is a conflict."""

    def checked(order: Order | None, fact: Fact) -> Effect:
        return Effect(None, conflict="unknown_order") if order is None else rule(order, fact)

    return checked


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


def pick_started(order: Order, fact: Fact) -> Effect:
    if order.cancelled:
        return Effect(order, conflict="picked_cancelled")
    conflict = foreign(order, fact) or ("already_picked" if reached(order, Sub.PICKED) else "")
    if conflict:
        return Effect(order, conflict=conflict)
    shelf = order.parked if order.parked_for == "fetch" else ""  # its box stands there meanwhile
    held = replace(order, worked_by=fact.origin, worked_operator=fact.operator, parked=shelf)
    on_hold = "picked_on_hold" if order.sub is Sub.ON_HOLD else ""
    return Effect(forward(held, Sub.STARTED), conflict=on_hold)


def unit_picked(order: Order, fact: Fact) -> Effect:
    count = fact.body["quantity"]
    row, line = with_line(order, fact, picked=count)
    if line is None:
        return Effect(order, conflict="unknown_line")
    if order.sub is not Sub.STARTED:
        row = forward(row, Sub.STARTED)
    if order.cancelled:
        return Effect(row, conflict="picked_cancelled")
    if line.picked > line.ordered - line.short:
        return Effect(row, conflict="picked_twice")
    return Effect(row, conflict=foreign(order, fact))


def pick_undone(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, picked=-fact.body["quantity"])
    if line is None or line.picked < 0:
        return Effect(order, conflict="undone_never_picked")
    conflict = "undone_after_picking" if reached(order, Sub.PICKED) else ""
    return Effect(row, conflict, settles=ends.all_back(row), finishes=ends.put_back(order, row))


def put_in_tote(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, put=fact.body["quantity"])
    if line is None:
        return Effect(order, conflict="unknown_line")
    tote = str(fact.body["tote"])
    totes = row.totes if tote in row.totes else (*row.totes, tote)
    return Effect(replace(row, totes=totes))


def short(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, short=fact.body["quantity"])
    if line is None:
        return Effect(order, conflict="unknown_line")
    settled = fact.body.get("reason") == "substituted"  # by a permitted person, with something else
    return Effect(forward(row, Sub.STARTED), exception="" if settled else "short")


def short_taken_back(order: Order, fact: Fact) -> Effect:
    """Units that were called short are there. The last of them settles the exception.

    The body's `fetch`: they are to be picked, so that the order is a picker's once more.
    """
    row, line = with_line(order, fact, short=-fact.body["quantity"])
    if line is None or line.short < 0:
        return Effect(order, conflict="undone_never_short")
    short = any(line.short for line in row.lines)
    if fact.body.get("fetch"):
        row = to_fetch(row)
    return Effect(row, settles=() if short else ends.SHORTS)


def to_fetch(order: Order) -> Order:
    """The order with the pickers once more; a cancelled one notes that it would be."""
    if order.cancelled:
        waits = order.stood in {Sub.PICKED, Sub.PACKING}
        return replace(order, stood=Sub.STARTED) if waits else order
    return standing(order, Sub.STARTED) if order.sub in {Sub.PICKED, Sub.PACKING} else order


def put_back(order: Order, fact: Fact) -> Effect:
    """Units that were picked for the order are in a bin again; what it wants is picked anew."""
    count = fact.body["quantity"]
    put = count if fact.body["from"].startswith("tote:") else 0
    row, line = with_line(order, fact, picked=-count, put=-put)
    if line is None or line.picked < 0:
        return Effect(order, conflict="undone_never_picked")
    settles = ends.all_back(row) if order.cancelled else ends.put_right(order, row)
    return Effect(row, settles=settles, finishes=ends.put_back(order, row))


def tote_emptied(order: Order, fact: Fact) -> Effect:
    totes = tuple(tote for tote in order.totes if tote != fact.body["tote"])
    return Effect(replace(order, totes=totes))


def order_picked(order: Order, fact: Fact) -> Effect:
    row = _given_back(order, fact)
    if not any(line.picked for line in order.lines):
        return Effect(row, exception="nothing_picked")
    return Effect(forward(row, Sub.PICKED), exception="" if row.picked_out else "picked_incomplete")


def _given_back(order: Order, fact: Fact) -> Order:
    """The order given back by the fact's station; one that another station works on stays there."""
    if order.worked_by != fact.origin:
        return order
    return replace(order, worked_by="", worked_operator="")


def left(order: Order, fact: Fact) -> Effect:
    """The order is given back. The totes named in the fact are free: nothing of it is in them."""
    return Effect(_without_totes(_given_back(order, fact), fact))


def _without_totes(order: Order, fact: Fact) -> Order:
    freed = {name for kind, name in fact.subjects if kind == Kind.TOTE}
    return replace(order, totes=tuple(tote for tote in order.totes if tote not in freed))


def _taken(order: Order, fact: Fact) -> Order:
    """The order in the hands of the fact's station, off its shelf."""
    return replace(
        order, worked_by=fact.origin, worked_operator=fact.operator, parked="", parked_for=""
    )


def pack_started(order: Order, fact: Fact) -> Effect:
    if order.cancelled:
        return Effect(order, conflict="packed_cancelled")
    conflict = foreign(order, fact) or ("already_packed" if reached(order, Sub.PACKED) else "")
    if conflict:
        return Effect(order, conflict=conflict)
    row = _taken(order, fact)
    return Effect(forward(row, Sub.PACKING), settles=("parked",))


def taken_over(order: Order, fact: Fact) -> Effect:
    """A take-over. Its body's `from`: the station, or at the same station the operator, before."""
    row = _taken(order, fact)
    expected = {"", fact.origin, fact.body.get("from", order.worked_by)}
    return Effect(row, conflict="" if order.worked_by in expected else "taken_over_twice")


def parcel_opened(order: Order, fact: Fact) -> Effect:
    sscc, number = fact.body["sscc"], fact.body["number"]
    if order.parcel(sscc) is not None:  # the parcel's own row reports the conflict
        return Effect(order)
    numbered_twice = any(mark.number == number for mark in order.live_parcels)
    row = replace(order, parcels=(*order.parcels, ParcelMark(sscc, number)))
    if reached(order, Sub.PACKED):
        return Effect(row, conflict="already_packed")
    if fact.body.get("carrier", order.carrier) != order.carrier:
        return Effect(row, exception="carrier_changed")
    return Effect(row, exception="numbered_twice" if numbered_twice else "")


def unit_packed(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, packed=fact.body["quantity"])
    if line is None:
        return Effect(order, conflict="unknown_line")
    # An order that was opened again is to be picked first; a bench may not have heard of it yet.
    if order.sub is not Sub.PACKING and not order.reopened:
        row = forward(row, Sub.PACKING)
    if order.cancelled:
        return Effect(row, conflict="packed_cancelled")
    if line.packed > line.ordered - line.short:
        return Effect(row, conflict="packed_twice")
    # An order picked without scans has picked = 0: there is nothing to compare with.
    unpicked = "packed_unpicked" if 0 < line.picked < line.packed else ""
    return Effect(row, conflict=foreign(order, fact) or unpicked)


def unit_removed(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, packed=-fact.body["quantity"])
    if line is None or line.packed < 0:
        return Effect(order, conflict="removed_never_packed")
    return Effect(row, settles=ends.put_right(order, row), finishes=ends.put_back(order, row))


def line_added(order: Order, fact: Fact) -> Effect:
    """A person of this site adds units: a substitute, or something free."""
    body = fact.body
    if order.line(body["line"]) is not None:
        return Effect(order, conflict="line_added_twice")
    line = OrderLine(
        body["line"],
        str(body["sku"]),
        str(body["name"]),
        body["quantity"],
        picked=body.get("picked", 0),
        added=str(body["added"]),
        instead_of=body.get("instead_of", 0),
    )
    row = replace(order, lines=(*order.lines, line))
    return Effect(row, conflict=foreign(order, fact))


def note_confirmed(order: Order, fact: Fact) -> Effect:
    return Effect(replace(order, read=tuple(dict.fromkeys((*order.read, *fact.body["notes"])))))


def withdrawn(order: Order, fact: Fact) -> Effect:
    """A proven box was opened again: its goods are to be packed anew, into a box of another number.

    With the damaged unit for which another is fetched, and the truck that comes back, these are the
    facts of a bench after which an order is less far than before.
    """
    mark = order.parcel(str(fact.body["sscc"]))
    if mark is None:
        return Effect(order, conflict="unknown_parcel")
    if after(mark.stage, FactKind.PARCEL_WITHDRAWN)[1]:
        return Effect(order)  # the box's own row reports the conflict
    row = order_boxes.marked(order, {mark.sscc}, fact)
    for line, quantity in fact.body["lines"]:
        row = _unpacked(row, line, quantity)
    if order.cancelled:
        return Effect(row, conflict="packed_cancelled")
    if reached(row, Sub.PACKED):
        row = standing(row, Sub.PACKING)
    conflict = foreign(order, fact)
    reason = str(fact.body.get("reason", ""))
    settles = (reason, f"{reason}_after_loading")
    row = row if conflict else _taken(row, fact)
    return Effect(row, conflict, settles=settles, finishes=ends.ORDER_RELABELLED)


def _unpacked(order: Order, number: int, quantity: int) -> Order:
    lines = tuple(
        replace(line, packed=line.packed - quantity) if line.number == number else line
        for line in order.lines
    )
    return replace(order, lines=lines)


def order_packed(order: Order, fact: Fact) -> Effect:
    """The order is packed. The totes named in the fact are free, others stay with the order."""
    row = _without_totes(_given_back(order, fact), fact)
    if order.cancelled:
        return Effect(forward(row, Sub.PACKED), conflict="packed_cancelled")
    complete = row.packed_out and all(mark.stage is not Stage.OPEN for mark in row.parcels)
    row = order_boxes.shipped(row if order.reopened else forward(row, Sub.PACKED), fact)
    return Effect(row, conflict="" if complete else "packed_incomplete")


def parked(order: Order, fact: Fact) -> Effect:
    """The order waits on a shelf; without one it stands at the bench that parked it."""
    shelf = str(fact.body["shelf"]) or fact.origin
    why = str(fact.body.get("for", ""))
    row = replace(_given_back(order, fact), parked=shelf, parked_for=why)
    return Effect(row, exception="" if why else "parked")
