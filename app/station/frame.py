"""What views have in common: the frame around each, the button row, a product's line."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.packs import InPacks, split
from app.domain.rows.kits import by_kit
from app.domain.rows.orders import Order
from app.domain.rows.things import Product
from app.station.seen import Seen
from app.station.session import SIGN_IN
from app.station.views import Action, Frame, HelpCall, KitView, LineView, Note
from app.station.world import StationWorld

Buttons = tuple[Action, ...]


def buttons(*commands: Command) -> Buttons:
    """Buttons that always do something."""
    return tuple(Action(one) for one in commands)


def frame(
    seen: Seen, actions: Buttons, order: Order | None = None, done: int = 0, wanted: int = 0
) -> Frame:
    """What surrounds every screen. order: open or shown. done of wanted: units of the task."""
    session = seen.session
    person = seen.world.person(session.operator) if session.screen != SIGN_IN else None
    return Frame(
        station=seen.world.station,
        operator=person.name if person else "",
        staff=session.operator if person else "",
        language=session.language or "en",
        link=seen.link,
        devices=tuple(seen.devices.values()),
        actions=actions,
        order=order.ref if order else "",
        customer=order.customer.receiver if order else "",
        carrier=" ".join(filter(None, (order.carrier, order.service))) if order else "",
        cut_off=order.cut_off if order else None,
        reserved=_reserved(seen, order),
        done=done,
        wanted=wanted,
        locks_in=seen.locks_in,
        help=_help(seen),
        truck=seen.world.truck,
        notes=_notes(seen.world) if seen.world.messages else (),
        weight=f"{seen.scale.value} {seen.scale.unit.value}" if seen.scale else "",
    )


def _notes(world: StationWorld) -> tuple[Note, ...]:
    return tuple(
        Note(one.id, one.text, _name(one.by, world), one.sent_at) for one in world.unread()
    )


def _name(number: str, world: StationWorld) -> str:
    person = world.person(number)
    return person.name if person else number


def _help(seen: Seen) -> tuple[HelpCall, ...]:
    """This bench's own call first: the centre need not have heard of it yet."""
    world, mine = seen.world, seen.session.calling
    own = (_call(world, world.station, mine, seen.session.open_order),) if mine else ()
    return own + tuple(
        _call(world, row.station, row.subject_id, row.order)
        for row in world.calls
        if row.station != world.station
    )


def _call(world: StationWorld, station: str, operator: str, name: str) -> HelpCall:
    order = world.order(name)
    return HelpCall(station, _name(operator, world), order.ref if order else "")


def _reserved(seen: Seen, order: Order | None) -> bool:
    """Whether the open order is this station's alone.

    Online, its row says so too, and its claim is under way. Offline, only a claim counts: whatever
    else is done here may be done at another bench as well.
    """
    if seen.link.online and order is not None and order.worked_by == seen.world.station:
        return True
    name = seen.session.open_order
    return not name or name in seen.world.reserved()


def product_line(
    seen: Seen, sku: str, *, number: int = 0, done: int = 0, wanted: int = 0, short: int = 0
) -> LineView:
    """A line with what the master data know of its product. done, wanted, short: units."""
    product = seen.world.product(sku)
    return LineView(
        number=number,
        sku=sku,
        name=product.name if product else "",
        done=done,
        wanted=wanted,
        picture=seen.pictures.name(product.picture) if product and product.picture else "",
        barcode=product.barcodes[0] if product and product.barcodes else sku,
        note=product.note if product else "",
        short=short,
        left=in_packs(product, wanted - done - short),
    )


def kit_views(order: Order | None) -> dict[int, KitView]:
    """The bundle of each line that is a part of one, by the line's number."""
    found: dict[int, KitView] = {}
    for kit in by_kit(order.lines if order else ()):
        if kit.sku:
            done = kit.whole(lambda line: line.packed)
            view = KitView(kit.number, kit.sku, kit.name, done, kit.wanted)
            found |= {line.number: view for line in kit.lines}
    return found


def in_packs(product: Product | None, units: int) -> InPacks | None:
    """The units as packs; None = there are none, or the product has no packs."""
    return split(units, product.packs) if product and product.packs and units > 0 else None
