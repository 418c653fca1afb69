"""The view of one order: its parcels, and what this station knows has happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.domain.commands import Command
from app.domain.facts import Fact, FactKind, Kind, Subject
from app.domain.packs import in_fact
from app.domain.rows.orders import Order, Stage
from app.domain.rows.things import Label
from app.station.frame import Buttons, frame, in_packs, kit_views
from app.station.home.outcome import HomePrompt
from app.station.home.rules import opens
from app.station.order.view import OrderView, ParcelRow, TimelineRow
from app.station.seen import Seen
from app.station.views import Action, Bar, LabelState, LineView
from app.station.world import StationWorld

C = Command
BUTTONS = (C.HOME, C.REOPEN, C.SLIP, C.MANAGE, C.HELP, C.NEXT, C.OK)
_OF_A_BOX = frozenset({C.REOPEN, C.SLIP})
_INNER = frozenset({"card", "ends"})
"""What a fact of a decision says to the rules, and to nobody else."""
_OPENABLE = frozenset({Stage.SEALED, Stage.CLOSED})


def order_view(seen: Seen, name: str, order: Order) -> OrderView:
    """The view of an order. name: its id."""
    to_open = opens(order, seen.world)
    facts = seen.journal.history.facts_about(Subject(Kind.ORDER, name))
    kits = kit_views(order)
    return OrderView(
        frame=frame(seen, _buttons(order, ok=to_open or seen.session.hands_over), order),
        bar=Bar(_prompt(seen, to_open=to_open)),
        outcome=seen.outcome,
        order=order.ref,
        state=order.state.value,
        sub_state=order.sub.value,
        customer=order.customer.receiver,
        carrier=order.carrier,
        lines=tuple(
            LineView(
                line.number,
                line.sku,
                line.name,
                line.packed,
                line.ordered,
                note=line.note,
                short=line.short,
                left=in_packs(
                    seen.world.product(line.sku), line.ordered - line.packed - line.short
                ),
                kit=kits.get(line.number),
            )
            for line in order.lines
        ),
        parcels=tuple(_parcel_row(seen, mark.sscc) for mark in order.live_parcels),
        timeline=timeline(order, facts, seen.journal.kept.now.acked, seen.world),
        town=town(order),
        notes=tuple(text for text in (order.note, order.gift_message) if text),
        opens=to_open,
    )


def _prompt(seen: Seen, *, to_open: bool) -> HomePrompt:
    if seen.session.hands_over:
        return HomePrompt.HAND_OVER
    return HomePrompt.OPEN_ORDER if to_open else HomePrompt.SCAN_ANYTHING


def town(order: Order) -> str:
    place = order.customer
    return " ".join(part for part in (place.country, place.postcode, place.city) if part)


def _buttons(order: Order, *, ok: bool) -> Buttons:
    """A closed box can be opened again and has a slip; without one these keys are dark."""
    closed = any(mark.stage in _OPENABLE for mark in order.live_parcels)
    lit = {C.OK: ok, **dict.fromkeys(_OF_A_BOX, closed)}
    return tuple(Action(one, lit.get(one, True)) for one in BUTTONS)


def _parcel_row(seen: Seen, sscc: str) -> ParcelRow:
    parcel = seen.world.parcel(sscc)
    if parcel is None:
        return ParcelRow(0, sscc, "", LabelState.NONE, "", None)
    label = LabelState.NONE if parcel.label is Label.NONE else LabelState(parcel.label.value)
    return ParcelRow(parcel.number, sscc, parcel.carton, label, parcel.place, parcel.grams)


def timeline(
    order: Order, facts: tuple[Fact, ...], acked: int, world: StationWorld
) -> tuple[TimelineRow, ...]:
    """The order's placing, then own facts, oldest first.

    acked: sequence number of the last own fact that the centre has; later ones are "waiting".
    """
    rows = own_rows(facts, acked, world)
    return (placed_row(order.placed_at, order.channel), *rows)


def own_rows(facts: tuple[Fact, ...], acked: int, world: StationWorld) -> tuple[TimelineRow, ...]:
    """Own facts as rows of a timeline."""
    known = {fact.operator for fact in facts} | {str(fact.body.get("from")) for fact in facts}
    names = {one: person.name for one in known if (person := world.person(one)) is not None}
    return tuple(_row(fact, acked, names) for fact in facts)


def _row(fact: Fact, acked: int, names: Mapping[str, str]) -> TimelineRow:
    """names: of operators, by their numbers."""
    verdict = "applied" if fact.seq <= acked else "waiting"
    values = {
        key: value
        for key, value in fact.body.items()
        if isinstance(value, str | int) and key not in _INNER
    }
    if fact.kind == FactKind.TAKEN_OVER:
        values["from"] = names.get(str(values.get("from")), values.get("from", ""))
    who = names.get(fact.operator, fact.operator)
    row = TimelineRow(fact.occurred_at, fact.kind, fact.origin, who, fact.device, verdict, values)
    return replace(row, pack=in_fact(fact.body))


def placed_row(at: datetime, channel: str) -> TimelineRow:
    values = {"channel": channel}
    return TimelineRow(at, FactKind.ORDER_PLACED.value, channel, "", "", "applied", values)
