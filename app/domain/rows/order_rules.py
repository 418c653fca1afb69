"""What each fact does to an order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind
from app.domain.rows import order_boxes, order_damage, shop_word, site_word
from app.domain.rows.order_lines import foreign, with_line
from app.domain.rows.orders import Order, OrderLine, ParcelMark, Stage, Sub
from app.domain.rows.progress import forward, reached, standing
from app.domain.rows.stages import after

Rule = Callable[[Order | None, Fact], Effect]


def _known(rule: Callable[[Order, Fact], Effect]) -> Rule:
    """The rule for orders that exist; a fact about an unknown order is a conflict."""

    def checked(order: Order | None, fact: Fact) -> Effect:
        return Effect(None, conflict="unknown_order") if order is None else rule(order, fact)

    return checked


def _pick_started(order: Order, fact: Fact) -> Effect:
    if order.cancelled:
        return Effect(order, conflict="picked_cancelled")
    conflict = foreign(order, fact) or ("already_picked" if reached(order, Sub.PICKED) else "")
    if conflict:
        return Effect(order, conflict=conflict)
    shelf = order.parked if order.parked_for == "fetch" else ""  # its box stands there meanwhile
    held = replace(order, worked_by=fact.origin, worked_operator=fact.operator, parked=shelf)
    on_hold = "picked_on_hold" if order.sub is Sub.ON_HOLD else ""
    return Effect(forward(held, Sub.STARTED), conflict=on_hold)


def _unit_picked(order: Order, fact: Fact) -> Effect:
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


def _pick_undone(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, picked=-fact.body["quantity"])
    if line is None or line.picked < 0:
        return Effect(order, conflict="undone_never_picked")
    conflict = "undone_after_picking" if reached(order, Sub.PICKED) else ""
    return Effect(row, conflict=conflict, settles=_all_back(row))


def _all_back(order: Order) -> tuple[str, ...]:
    """What is settled once every unit of a cancelled order is back on its shelf."""
    left = any(line.picked > line.packed for line in order.lines)
    return ("return_goods",) if order.cancelled and not left else ()


def _put_in_tote(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, put=fact.body["quantity"])
    if line is None:
        return Effect(order, conflict="unknown_line")
    tote = str(fact.body["tote"])
    totes = row.totes if tote in row.totes else (*row.totes, tote)
    return Effect(replace(row, totes=totes))


def _short(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, short=fact.body["quantity"])
    if line is None:
        return Effect(order, conflict="unknown_line")
    settled = fact.body.get("reason") == "substituted"  # by a permitted person, with something else
    return Effect(forward(row, Sub.STARTED), exception="" if settled else "short")


def _short_taken_back(order: Order, fact: Fact) -> Effect:
    """Units that were called short are there. The last of them settles the exception."""
    row, line = with_line(order, fact, short=-fact.body["quantity"])
    if line is None or line.short < 0:
        return Effect(order, conflict="undone_never_short")
    short = any(line.short for line in row.lines)
    return Effect(row, settles=() if short else ("short", "nothing_picked"))


def _put_back(order: Order, fact: Fact) -> Effect:
    """Units that were picked for the order are in a bin again; what it wants is picked anew."""
    count = fact.body["quantity"]
    put = count if fact.body["from"].startswith("tote:") else 0
    row, line = with_line(order, fact, picked=-count, put=-put)
    if line is None or line.picked < 0:
        return Effect(order, conflict="undone_never_picked")
    if order.cancelled:
        return Effect(row, settles=_all_back(row))
    return Effect(row, settles=_put_right(order, row))


def _tote_emptied(order: Order, fact: Fact) -> Effect:
    totes = tuple(tote for tote in order.totes if tote != fact.body["tote"])
    return Effect(replace(order, totes=totes))


def _order_picked(order: Order, fact: Fact) -> Effect:
    row = _given_back(order, fact)
    if not any(line.picked for line in order.lines):
        return Effect(row, exception="nothing_picked")
    return Effect(forward(row, Sub.PICKED), exception="" if row.picked_out else "picked_incomplete")


def _given_back(order: Order, fact: Fact) -> Order:
    """The order given back by the fact's station; one that another station works on stays there."""
    if order.worked_by != fact.origin:
        return order
    return replace(order, worked_by="", worked_operator="")


def _left(order: Order, fact: Fact) -> Effect:
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


def _pack_started(order: Order, fact: Fact) -> Effect:
    if order.cancelled:
        return Effect(order, conflict="packed_cancelled")
    conflict = foreign(order, fact) or ("already_packed" if reached(order, Sub.PACKED) else "")
    if conflict:
        return Effect(order, conflict=conflict)
    row = _taken(order, fact)
    return Effect(forward(row, Sub.PACKING), settles=("parked",))


def _taken_over(order: Order, fact: Fact) -> Effect:
    """A take-over. Its body's `from`: the station, or at the same station the operator, before."""
    row = _taken(order, fact)
    expected = {"", fact.origin, fact.body.get("from", order.worked_by)}
    return Effect(row, conflict="" if order.worked_by in expected else "taken_over_twice")


def _parcel_opened(order: Order, fact: Fact) -> Effect:
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


def _unit_packed(order: Order, fact: Fact) -> Effect:
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


def _unit_removed(order: Order, fact: Fact) -> Effect:
    row, line = with_line(order, fact, packed=-fact.body["quantity"])
    if line is None or line.packed < 0:
        return Effect(order, conflict="removed_never_packed")
    return Effect(row, settles=_put_right(order, row))


def _put_right(before: Order, row: Order) -> tuple[str, ...]:
    """What is settled when the last unit that the shop does not want any more is out."""
    was_wrong, is_wrong = (bool(one.surplus or one.to_put_back) for one in (before, row))
    return ("lines_changed_while_worked",) if was_wrong and not is_wrong else ()


def _line_added(order: Order, fact: Fact) -> Effect:
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


def _note_confirmed(order: Order, fact: Fact) -> Effect:
    return Effect(replace(order, read=tuple(dict.fromkeys((*order.read, *fact.body["notes"])))))


def _withdrawn(order: Order, fact: Fact) -> Effect:
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
    return Effect(row if conflict else _taken(row, fact), conflict=conflict, settles=settles)


def _unpacked(order: Order, number: int, quantity: int) -> Order:
    lines = tuple(
        replace(line, packed=line.packed - quantity) if line.number == number else line
        for line in order.lines
    )
    return replace(order, lines=lines)


def _order_packed(order: Order, fact: Fact) -> Effect:
    """The order is packed. The totes named in the fact are free, others stay with the order."""
    row = _without_totes(_given_back(order, fact), fact)
    if order.cancelled:
        return Effect(forward(row, Sub.PACKED), conflict="packed_cancelled")
    complete = row.packed_out and all(mark.stage is not Stage.OPEN for mark in row.parcels)
    row = order_boxes.shipped(row if order.reopened else forward(row, Sub.PACKED), fact)
    return Effect(row, conflict="" if complete else "packed_incomplete")


def _parked(order: Order, fact: Fact) -> Effect:
    """The order waits on a shelf; without one it stands at the bench that parked it."""
    shelf = str(fact.body["shelf"]) or fact.origin
    why = str(fact.body.get("for", ""))
    row = replace(_given_back(order, fact), parked=shelf, parked_for=why)
    return Effect(row, exception="" if why else "parked")


RULES: Mapping[FactKind, Rule] = {
    FactKind.ORDER_PLACED: shop_word.placed,
    FactKind.ORDER_CHANGED: _known(shop_word.changed),
    FactKind.ORDER_CANCELLED: _known(shop_word.cancelled),
    FactKind.ORDER_HELD: _known(shop_word.held),
    FactKind.SITE_HELD: _known(site_word.held),
    FactKind.SITE_RELEASED: _known(site_word.released),
    FactKind.PRIORITY_SET: _known(site_word.priority_set),
    FactKind.PICK_STARTED: _known(_pick_started),
    FactKind.UNIT_PICKED: _known(_unit_picked),
    FactKind.PICK_UNDONE: _known(_pick_undone),
    FactKind.PUT_IN_TOTE: _known(_put_in_tote),
    FactKind.PICK_SHORT: _known(_short),
    FactKind.SHORT_TAKEN_BACK: _known(_short_taken_back),
    FactKind.UNIT_PUT_BACK: _known(_put_back),
    FactKind.TOTE_EMPTIED: _known(_tote_emptied),
    FactKind.UNIT_DAMAGED: _known(order_damage.damaged),
    FactKind.DAMAGE_UNDONE: _known(order_damage.damage_undone),
    FactKind.ORDER_PICKED: _known(_order_picked),
    FactKind.PICK_LEFT: _known(_left),
    FactKind.PACK_STARTED: _known(_pack_started),
    FactKind.TAKEN_OVER: _known(_taken_over),
    FactKind.NOTE_CONFIRMED: _known(_note_confirmed),
    FactKind.LINE_ADDED: _known(_line_added),
    FactKind.PARCEL_OPENED: _known(_parcel_opened),
    FactKind.UNIT_PACKED: _known(_unit_packed),
    FactKind.UNIT_REMOVED: _known(_unit_removed),
    FactKind.PACK_SHORT: _known(_short),
    FactKind.PARCEL_SEALED: _known(order_boxes.box),
    FactKind.PARCEL_REOPENED: _known(order_boxes.box),
    FactKind.PARCEL_VOIDED: _known(order_boxes.box),
    FactKind.PARCEL_WITHDRAWN: _known(_withdrawn),
    FactKind.LABEL_REPRINTED: _known(order_boxes.reprinted),
    FactKind.LABEL_PROVEN: _known(order_boxes.box),
    FactKind.ORDER_PACKED: _known(_order_packed),
    FactKind.PICKUP_SHELVED: _known(order_boxes.box),
    FactKind.HANDED_OVER: _known(order_boxes.handed_over),
    FactKind.ORDER_PARKED: _known(_parked),
    FactKind.PACK_LEFT: _known(_left),
    FactKind.PARCEL_LOADED: _known(order_boxes.loaded),
    FactKind.PARCEL_UNLOADED: _known(order_boxes.box),
    FactKind.LOAD_CLOSED: _known(order_boxes.load_closed),
    FactKind.LOAD_REOPENED: _known(order_boxes.load_reopened),
    FactKind.PARCEL_RETURNED: _known(order_boxes.returned),
}
