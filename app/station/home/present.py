"""The view of home: what waits to be picked, packed and loaded, and what was scanned."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice

from app.domain.commands import Command
from app.domain.facts import Kind
from app.domain.packs import Pack
from app.domain.pick.plan import places, usable
from app.domain.place import BinKind
from app.domain.plan.allocate import Want
from app.domain.rows.orders import Order
from app.domain.rows.tasks import TaskKind
from app.domain.rows.things import Bin, Carton, Product
from app.station.frame import buttons, frame
from app.station.home.outcome import HomePrompt
from app.station.home.rules import (
    PACK_SUBS,
    PICK_SUBS,
    QUEUE_ROWS,
    can_be_picked,
    of_a_reserve,
)
from app.station.home.view import Card, HomeView, QueueKind, QueueRow
from app.station.load.present import load_rows
from app.station.seen import Seen
from app.station.views import Bar
from app.station.world import StationWorld

C = Command
SHOWN_ROWS = 30
BUTTONS = buttons(C.SIGN_OUT, C.LOCK, C.PRINT, C.TEST, C.HELP, C.NEXT)


def home_view(seen: Seen) -> HomeView:
    """The home screen. Its queue has the totes ready to pack first, then the orders to pick."""
    world = seen.world
    rows = [_queue_row(QueueKind.PACK, *row) for row in world.waiting(PACK_SUBS, QUEUE_ROWS)]
    rows += [_queue_row(QueueKind.PICK, *row) for row in _to_pick_here(world)]
    loads = load_rows(seen)
    tasks = world.open_tasks()
    counts = sum(one.kind is TaskKind.COUNT for one in tasks)
    orders, units = seen.journal.history.work_since(seen.session.operator, _midnight(seen.now))
    return HomeView(
        frame=frame(seen, BUTTONS),
        bar=Bar(HomePrompt.SCAN_ANYTHING),
        outcome=seen.outcome,
        to_pick=world.count_orders(PICK_SUBS),
        to_pack=world.count_orders(PACK_SUBS),
        loads_open=len(loads),
        exceptions=world.open_exceptions(),
        tasks=len(tasks) - counts,
        counts=counts,
        queue=tuple(rows[:SHOWN_ROWS]),
        loads=loads,
        my_orders=orders,
        my_units=units,
        card=_card(seen),
        now=seen.now,
    )


def _to_pick_here(world: StationWorld) -> list[tuple[str, Order]]:
    """Orders to pick, with their ids, but those that are likely in reserves of other benches.

    While this bench has nothing reserved that can be picked, all are shown: its claims are on
    their way, or the centre is away.
    """
    found = [
        (name, order)
        for name, order in world.waiting(PICK_SUBS, QUEUE_ROWS)
        if can_be_picked(order, world)
    ]
    if any(name in world.reserved() for name, _ in found):
        found = [(name, order) for name, order in found if not of_a_reserve(name, "", world)]
    return found


def _midnight(now: datetime) -> datetime:
    """When the site's calendar day began, in UTC."""
    return now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


def _queue_row(kind: QueueKind, name: str, order: Order) -> QueueRow:
    left = [line.to_pack if kind is QueueKind.PACK else line.to_pick for line in order.lines]
    return QueueRow(
        kind=kind,
        order=order.ref,
        customer=order.customer.receiver,
        carrier=order.carrier,
        priority=order.precedence,
        lines=sum(1 for units in left if units),
        units=sum(left),
        placed_at=order.placed_at,
        cut_off=order.cut_off,
        tote=", ".join(order.totes),
        started_by=order.worked_by,
        held=bool(order.parked),
        id=name,
    )


def _card(seen: Seen) -> Card | None:
    """What is shown of the product, bin or carton that was scanned at home; None = nothing."""
    session, world = seen.session, seen.world
    match session.shown_kind:
        case Kind.PRODUCT:
            product = world.product(session.shown)
            return _product_card(seen, product) if product else None
        case Kind.BIN:
            place = world.bin(session.shown)
            return _bin_card(place, _standing(seen, session.shown)) if place else None
        case "shelf":
            return Card("shelf", session.shown, (("orders", _standing(seen, session.shown)),))
        case "search":
            return _search_card(seen, session.shown)
        case Kind.CARTON:
            carton = world.carton(session.shown)
            return _carton_card(carton) if carton else None
        case _:
            return None


def _product_card(seen: Seen, product: Product) -> Card:
    bins = (f"{row.code}: {row.quantity(product.sku)}" for row in seen.world.bins_of(product.sku))
    parts = " · ".join(f"{part.units} × {part.sku}" for part in product.parts)
    lying = (
        (("parts", parts), ("whole_sets", str(_whole_sets(product, seen.world))))
        if product.parts
        else (("bins", ", ".join(bins) or "-"),)
    )
    rows = (
        ("name", product.name),
        ("barcode", ", ".join(product.barcodes)),
        *((pack.level.value, _pack_words(pack)) for pack in product.packs),
        ("weight", f"{product.weight_g} g" if product.weight_g else "-"),
        *lying,
    )
    return Card("product", product.sku, rows, seen.pictures.name(product.picture))


def _whole_sets(product: Product, world: StationWorld) -> int:
    """How many sets of a bundle the bins hold: the scarcest part decides."""

    def held(sku: str) -> int:
        anything = Want(0, sku, 0)
        return sum(usable(place, anything, world) for place in places(anything, world))

    return min(max(0, held(part.sku)) // part.units for part in product.parts)


def _pack_words(pack: Pack) -> str:
    return " · ".join((f"× {pack.units}", *pack.barcodes))


def _standing(seen: Seen, shelf: str) -> str:
    return ", ".join(order.ref for _, order in seen.world.standing_on(shelf))


def _search_card(seen: Seen, part: str) -> Card | None:
    """Orders that were searched for; None = there is none any more."""
    found = islice(seen.world.orders_with(part), SHOWN_ROWS)
    rows = tuple(
        (order.ref, " · ".join(filter(None, (order.customer.receiver, *order.totes))))
        for _, order in found
    )
    return Card("search", part, rows) if rows else None


def _bin_card(place: Bin, orders: str) -> Card:
    held = [
        f"{item.sku} {item.lot} × {item.quantity}".replace("  ", " ")
        for item in place.stock
        if item.quantity
    ]
    kept = (f"{face.sku}: {face.min_units} – {face.max_units}" for face in place.faces)
    special = place.kind is not BinKind.PICK_FACE
    rows = (
        ("locked", place.locked),
        ("zone", place.zone or "-"),
        ("kind", place.kind.value if special else ""),
        ("kept", ", ".join(kept)),
        ("stock", ", ".join(held) or "-"),
        ("orders", orders),
    )
    return Card("bin", place.code, tuple(row for row in rows if row[1]))


def _carton_card(carton: Carton) -> Card:
    size = f"{carton.length_mm} × {carton.width_mm} × {carton.height_mm} mm"
    return Card("carton", carton.code, (("name", carton.name), ("size", size)))
