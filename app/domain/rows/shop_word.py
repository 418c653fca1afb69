"""What the shop's word does to an order: placed, changed, held, cancelled.

The shop's word counts wherever the order stands. What the bench has done stays on the row, so that
the difference shows what to take out of a box, to put back, or to fetch (`Order.surplus`,
`Order.to_put_back`, `OrderLine.to_pick`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count

from app.domain import codec
from app.domain.documents import LineDocument, LinePart, OrderDocument
from app.domain.effect import Effect
from app.domain.facts import Fact
from app.domain.rows.orders import Kit, Order, OrderLine, Stage, State, Sub
from app.domain.rows.progress import RANK, STATE_OF, reached, standing

PART_LEFT = "the shop wants less of it, and a part has left: say what is still to go"


def from_document(document: OrderDocument, digest: str) -> Order:
    """The row of a new order."""
    sub = Sub.ON_HOLD if document.hold else Sub.RELEASED
    if document.cancelled:
        sub = Sub.CANCELLED
    return Order(
        channel=document.channel,
        ref=document.ref,
        placed_at=document.placed_at,
        customer=document.customer,
        lines=tuple(_opened(document.lines)),
        state=STATE_OF[sub],
        sub=sub,
        carrier=document.carrier,
        service=document.service,
        cut_off=document.cut_off,
        priority=document.priority,
        note=document.note,
        hold=document.hold,
        digest=digest,
        charges=document.charges,
        shop_id=document.shop_id,
        changed_at=document.changed_at,
        gift_message=document.gift_message,
        pickup=document.pickup,
        complete=document.complete,
        life_days=document.life_days,
        owner=document.owner,
        stood=Sub.RECEIVED if document.cancelled else None,
    )


def _opened(lines: Sequence[LineDocument]) -> Iterator[OrderLine]:
    """The lines to work on: of a bundle one for each of its parts, the first with its number."""
    free = count(max((line.number for line in lines), default=0) + 1)
    for line in lines:
        told = OrderLine(
            line.number,
            line.sku,
            line.name,
            line.quantity,
            line.barcode,
            note=line.note,
            key=line.key,
            lot=line.lot,
            serial=line.serial,
            soft=line.soft,
        )
        if not line.parts:
            yield told
        for at, part in enumerate(line.parts):
            yield replace(
                told,
                number=next(free) if at else line.number,
                sku=part.sku,
                name=part.name,
                ordered=part.units * line.quantity,
                barcode="",
                kit=Kit(line.number, line.sku, line.name, part.units),
            )


def superseded(order: Order, changed_at: datetime | None) -> bool:
    """Whether the shop has said something newer of this order than what it said then."""
    return bool(order.changed_at and changed_at and changed_at < order.changed_at)


def placed(order: Order | None, fact: Fact) -> Effect:
    new = from_document(_document(fact), _digest(fact))
    if order is None:
        return Effect(new)
    return Effect(order, conflict="" if order.digest == new.digest else "placed_twice")


def changed(order: Order, fact: Fact) -> Effect:
    document = as_the_site_sends(order, _with_its_parts(order, _document(fact)))
    if superseded(order, document.changed_at):
        return Effect(order)
    new = from_document(document, _digest(fact))
    if order.cancelled:
        if not _revives(order, new):
            # The new digest is kept: the same document sent again opens no second conflict.
            return Effect(replace(order, digest=new.digest), conflict="changed_after_cancel")
        return _revived(order, new, document)
    if order.state is State.DISPATCHED:
        # What has left is never rewritten; whoever must know is told.
        row = replace(order, digest=new.digest, changed_at=new.changed_at)
        return Effect(row, exception=too_late(order, new, matched(order.lines, document.lines)))
    if not reached(order, Sub.STARTED):
        return Effect(_unworked(order, new))
    lines = matched(order.lines, document.lines)
    row = _worked(order, new, lines)
    if _lowered(order, lines) and any(mark.stage is Stage.DISPATCHED for mark in order.parcels):
        # Whether the shop counts what has left is not told, so a person says what is still to go.
        row = replace(row, lines=order.lines, sub=order.sub, state=order.state, hold=PART_LEFT)
    goes_on = bool(order.hold) and not row.hold
    settles = ("held_while_worked",) if goes_on else ()
    return Effect(row, exception=too_late(order, new, lines), settles=settles)


def cancelled(order: Order, fact: Fact) -> Effect:
    """Nothing of it is wanted any more. The body's document, if there is one, says why; without one
    a person of the site has cancelled it, and the body's `why` is that person's.
    """
    document = _document(fact) if "document" in fact.body else None
    if order.cancelled or (document and superseded(order, document.changed_at)):
        return Effect(order)
    digest = str(fact.body.get("digest", order.digest))
    told = replace(order, digest=digest)
    if document is not None:
        told = replace(told, changed_at=document.changed_at or order.changed_at)
    if order.state is State.DISPATCHED:
        return Effect(told, conflict="cancelled_after_dispatch")
    row = replace(
        standing(told, Sub.CANCELLED),
        hold=document.hold if document is not None else str(fact.body.get("why", "")),
        stood=order.sub,
        live_digest=order.digest,
    )
    touched = any(line.picked for line in order.lines)
    return Effect(row, exception="return_goods" if touched else "")


def held(order: Order, fact: Fact) -> Effect:
    """The shop's newest word cannot be read: nobody goes on by the older one.

    The body's `reason` says why; `changed_at`, if there is one, when the shop said it. The digest
    goes, so that any document that can be read is heard, the old one too.
    """
    at = fact.body.get("changed_at")
    changed_at = datetime.fromisoformat(at) if at else None
    if order.cancelled or superseded(order, changed_at):
        return Effect(order)
    if order.state is State.DISPATCHED:
        return Effect(order, exception="held_while_worked")
    row = replace(
        order,
        hold=str(fact.body.get("reason", "")),
        digest="",
        changed_at=changed_at or order.changed_at,
    )
    if not reached(order, Sub.STARTED):
        return Effect(standing(row, Sub.ON_HOLD))
    return Effect(row, exception="held_while_worked")


def _document(fact: Fact) -> OrderDocument:
    return codec.load(OrderDocument, fact.body["document"])


def _digest(fact: Fact) -> str:
    return str(fact.body.get("digest", ""))


# --- what becomes of the row ----------------------------------------------------------------------


def as_the_site_sends(order: Order, document: OrderDocument) -> OrderDocument:
    """The shop's document with the carrier and the address that a person of this site has said."""
    if order.site_carrier:
        document = replace(document, carrier=order.site_carrier, service=order.site_service)
    return replace(document, customer=order.site_customer or document.customer)


def _unworked(order: Order, new: Order) -> Order:
    held = order.site_hold and not new.cancelled
    return replace(
        standing(new, Sub.ON_HOLD) if held else new,
        site_hold=order.site_hold,
        site_priority=order.site_priority,
        site_carrier=order.site_carrier,
        site_service=order.site_service,
        site_customer=order.site_customer,
        worked_by=order.worked_by,
        worked_operator=order.worked_operator,
        parked=order.parked,
        shop_id=new.shop_id or order.shop_id,
        changed_at=new.changed_at or order.changed_at,
    )


def _worked(order: Order, new: Order, lines: tuple[OrderLine, ...]) -> Order:
    """The shop's new word on an order whose goods are on their way through the house."""
    wants_more = any(
        line.to_pick > (before.to_pick if before else 0)
        for line in lines
        for before in [order.line(line.number)]
    )
    row = replace(
        order,
        lines=lines,
        customer=new.customer,
        carrier=new.carrier,
        service=new.service,
        cut_off=new.cut_off,
        priority=new.priority,
        note=new.note,
        hold=new.hold,
        digest=new.digest,
        charges=new.charges,
        shop_id=new.shop_id or order.shop_id,
        changed_at=new.changed_at or order.changed_at,
        gift_message=new.gift_message,
        pickup=new.pickup,
        complete=new.complete,
        life_days=new.life_days,
        owner=new.owner,
    )
    if wants_more:
        return standing(row, Sub.STARTED)
    took_back_the_rest = row.picked_out and not order.picked_out
    return _settled(row) if took_back_the_rest else row


def _settled(row: Order) -> Order:
    """The row on its way to the packers, if nobody has it and the shop left nothing to pick."""
    waits = row.sub is Sub.STARTED and not row.worked_by and row.picked_out
    if not waits or not any(line.picked for line in row.lines):
        return row
    return standing(row, Sub.PACKING if row.live_parcels else Sub.PICKED)


def _revives(order: Order, new: Order) -> bool:
    """Whether a document of a cancelled order is news, and not an older copy of what it was."""
    if order.stood is None:  # cancelled by an older program, which kept nothing to tell it by
        return False
    if order.changed_at and new.changed_at:
        return True
    return new.digest != order.live_digest


def _revived(order: Order, new: Order, document: OrderDocument) -> Effect:
    """Cancelled, and wanted after all: it goes on where its goods are."""
    if new.cancelled:
        return Effect(replace(order, digest=new.digest))
    if not any(line.picked or line.packed for line in order.lines):
        return Effect(_unworked(order, new))
    reached_by_goods = Sub.PACKING if order.live_parcels else Sub.STARTED
    sub = max(order.stood or reached_by_goods, reached_by_goods, key=RANK.__getitem__)
    alive = standing(replace(order, stood=None, live_digest="", hold=""), sub)
    row = _worked(alive, new, matched(order.lines, document.lines))
    return Effect(row, exception="changed_after_cancel")


# --- lines ----------------------------------------------------------------------------------------


def _with_its_parts(order: Order, document: OrderDocument) -> OrderDocument:
    """The document with the parts that its bundles had when the order was placed.

    What a bundle holds now is for the orders that come.
    """
    heads: dict[str, int] = {}
    parts: dict[str, tuple[LinePart, ...]] = {}
    for line in order.lines:
        kit = line.kit
        if kit and heads.setdefault(kit.sku, kit.line) == kit.line:
            part = LinePart(line.sku, line.name, kit.units)
            parts[kit.sku] = (*parts.get(kit.sku, ()), part)
    lines = tuple(replace(one, parts=parts.get(one.sku, one.parts)) for one in document.lines)
    return replace(document, lines=lines)


def matched(old: tuple[OrderLine, ...], new: tuple[LineDocument, ...]) -> tuple[OrderLine, ...]:
    """The lines as the shop wants them now, each with what was done to it so far.

    A line keeps its number. One that the shop no longer wants stays with `ordered` 0, because its
    units may be in a tote or a box; one that is new takes the next number. The parts of a bundle
    are one line of the shop's.
    """
    shops = [line for line in old if not line.added]  # the others are this site's own
    left = [line for line in shops if line.number == line.sold_line]
    found = dict[int, OrderLine]()
    for same in (_same_key, _same_goods, _same_sku):
        for at, document in enumerate(new):
            line = next((one for one in left if at not in found and same(one, document)), None)
            if line is not None:
                left.remove(line)
                found[at] = line
    told = {line.number: new[at] for at, line in found.items()}
    kept = {line.number: _wanting(line, told.get(line.sold_line)) for line in shops}
    last = max((line.number for line in old), default=0)
    added = (document for at, document in enumerate(new) if at not in found)
    fresh = [replace(one, number=number) for number, one in enumerate(added, start=last + 1)]
    return (*(kept.get(line.number, line) for line in old), *_opened(fresh))


def _same_key(line: OrderLine, document: LineDocument) -> bool:
    return bool(line.key) and line.key == document.key and _same_goods(line, document)


def _same_goods(line: OrderLine, document: LineDocument) -> bool:
    same = (line.sold, line.note) == (document.sku, document.note)
    return same and _same_units(line, document)


def _same_units(line: OrderLine, document: LineDocument) -> bool:
    return (line.lot, line.serial) == (document.lot, document.serial)


def _same_sku(line: OrderLine, document: LineDocument) -> bool:
    """A line that an older program read had neither key nor note."""
    same = line.sold == document.sku and not line.key and not line.note
    return same and _same_units(line, document)


def _wanting(line: OrderLine, document: LineDocument | None) -> OrderLine:
    """The line as the shop wants it now. document: what it says of it, None = nothing any more."""
    if document is None:
        return _less(line, 0)
    told = replace(line, note=document.note, key=document.key or line.key, soft=document.soft)
    if line.kit:
        return _less(told, line.kit.units * document.quantity)
    told = replace(told, name=document.name, barcode=document.barcode or line.barcode)
    return _less(told, document.quantity)


def _less(line: OrderLine, ordered: int) -> OrderLine:
    """The line with this quantity. Units that were short are the first that nobody waits for."""
    given_up = max(0, line.ordered - ordered)
    return replace(line, ordered=ordered, short=max(0, line.short - given_up))


def _lowered(order: Order, lines: tuple[OrderLine, ...]) -> bool:
    now = {line.number: line.ordered for line in lines}
    return any(now[line.number] < line.ordered for line in order.lines)


def too_late(order: Order, new: Order, lines: tuple[OrderLine, ...]) -> str:
    """The part of a change a bench may already be past (lines, address, carrier, hold).

    Only the most serious is reported; "" = none.
    """
    before = {line.number: (line.ordered, line.note) for line in order.lines}
    if before != {line.number: (line.ordered, line.note) for line in lines}:
        return "lines_changed_while_worked"
    stages = {mark.stage for mark in order.live_parcels}
    if order.customer.mark != new.customer.mark and stages & {Stage.LOADED, Stage.DISPATCHED}:
        return "address_changed_after_loading"
    if order.carrier != new.carrier and stages:
        return "carrier_changed"
    return "held_while_worked" if new.hold and new.hold != order.hold else ""
