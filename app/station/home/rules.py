"""The rules of home: a scanned code opens what it is, NEXT opens the first order that waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.load import rules as loading
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import opening as packing
from app.domain.pack.boxes import ask_to_open, waits
from app.domain.pack.outcome import Packing
from app.domain.pick import rules as picking
from app.domain.pick.outcome import Picking
from app.domain.pick.plan import places, wanted
from app.domain.rows.orders import Order, Stage, State, Stop, Sub
from app.domain.rows.stages import outdated
from app.domain.stops import stop_of
from app.domain.world import Hit, HitKind, Want, Wish
from app.station.home import pickup
from app.station.home.goods_back import goods_back
from app.station.home.outcome import AtHome
from app.station.manage import rules as manage
from app.station.session import EXCEPTIONS, HOME, ORDER, WITHOUT_TASK, Session
from app.station.sign_in.outcome import SigningIn
from app.station.sign_in.rules import forbidden
from app.station.turn import Turn, opened, say
from app.station.turn import home as home_session
from app.station.workflow import Table
from app.station.world import StationWorld
from app.store.lookup import place_of

SEARCH, LEAST_PART = "search", 2
"""What is shown of a search, and how many characters one has at least."""
QUEUE_ROWS = 60
"""So many rows of the centre's queue are looked at."""
ANY_ORDER = "*"
"""What `Session.asked` has while this bench waits for whichever order it is given next."""
PACK_SUBS = (Sub.PICKED.value, Sub.PACKING.value)
PICK_SUBS = (Sub.RELEASED.value, Sub.STARTED.value)


def scan(session: Session, hit: Hit, orders: int, world: StationWorld) -> Turn:
    """Open what a code is. orders: how many orders the code names."""
    # Only the same order, scanned again, answers "take it from there?" and "wait for it".
    asked = session
    session = replace(session, take_from="", asked="", asked_of="", handing="")
    match hit.kind:
        case HitKind.ORDER if orders > 1:
            return say(session, outcome(AtHome.AMBIGUOUS, code=hit.reading.text, count=orders))
        case HitKind.ORDER:
            return open_order(asked, hit.id, world)
        case HitKind.TOTE:
            tote = world.tote(hit.id)
            if tote is None or not tote.order:
                return say(session, outcome(Working.TOTE_EMPTY, tote=hit.id))
            order = world.order(tote.order)
            if order is not None and order.cancelled and hit.id in order.totes:
                return goods_back(asked, hit.id, tote.order, order, world)
            return open_order(asked, tote.order, world, tote=hit.id)
        case HitKind.PARCEL:
            return _parcel(session, hit.id, world)
        case HitKind.LOAD:
            return open_load(session, hit.id, world)
        case HitKind.TEXT | HitKind.BIN:
            return _shelf_or_bin(asked, hit, world)
        case HitKind.BADGE:
            return say(session, outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text))
        case _:
            shown = replace(session, screen=HOME, shown_kind=hit.kind.value, shown=hit.id)
            return say(shown, outcome(AtHome.SHOWN, code=hit.id, what=hit.kind.value))


def searched(session: Session, part: str, world: StationWorld) -> Turn | None:
    """Orders with this part in their number, customer or tote are listed; None = there is none."""
    if len(part) < LEAST_PART or next(world.orders_with(part), None) is None:
        return None
    shown = replace(session, screen=HOME, shown_kind=SEARCH, shown=part)
    return say(shown, outcome(AtHome.SHOWN, code=part, what=SEARCH))


def _shelf_or_bin(asked: Session, hit: Hit, world: StationWorld) -> Turn:
    """A shelf or a bin. The one order that stands there is opened; of several all are shown."""
    session = replace(asked, take_from="")
    place = world.bin(hit.id) if hit.kind is HitKind.BIN else None
    names = [name for name, _ in world.standing_on(hit.id)]
    if len(names) == 1 and not (place and any(item.quantity for item in place.stock)):
        return open_order(asked, names[0], world)
    if not names and place is None:
        return say(session, outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text))
    kind = "bin" if place else "shelf"
    shown = replace(session, screen=HOME, shown_kind=kind, shown=hit.id)
    return say(shown, outcome(AtHome.SHOWN, code=hit.id, what=kind))


def open_order(session: Session, name: str, world: StationWorld, tote: str = "") -> Turn:
    """Open an order for what it needs next: to be picked, packed or its label proven.

    Otherwise the answer says why not. name: the order's id. tote: scanned for it, "" = none.
    """
    order = world.order(name)
    if order is None:
        return say(session, outcome(Anywhere.UNKNOWN_CODE, code=name))
    refused = _closed(session, name, order, world)
    if refused is not None:
        return refused
    if order.worked_by and order.worked_by != world.station:
        return _of_another(session, name, order, order.worked_by, world)
    if order.pickable or order.all_short:
        return open_pick(session, name, order, world)
    if not (order.packable or _unproven(order, world)):
        return say(session, outcome(Picking.NOTHING_PICKED, order=order.ref))
    if not world.allows("pack"):
        return forbidden(session, "pack")
    step = packing.start(name, order, world, tote)
    return opened(session, step)


def _of_another(
    session: Session, name: str, order: Order, station: str, world: StationWorld
) -> Turn:
    """An order that another station has: a supervisor takes it from there by scanning it twice."""
    if not world.allows("take_over"):
        return say(session, outcome(AtHome.ORDER_TAKEN, order=order.ref, station=station))
    if session.take_from != name:
        asked = replace(session, take_from=name)
        return say(asked, outcome(AtHome.TAKE_ORDER_ASKED, order=order.ref, station=station))
    subjects = (Subject(Kind.ORDER, name), Subject(Kind.OPERATOR, session.operator))
    fact = NewFact(FactKind.TAKEN_OVER, subjects, {"from": station})
    said = outcome(SigningIn.TAKEN_OVER, operator=station, order=order.ref)
    return Turn(home_session(session), said, (fact,), (Wish(Want.CLAIM, name),))


def _closed(session: Session, name: str, order: Order, world: StationWorld) -> Turn | None:
    """The answer to an order that cannot be worked on; None = it can."""
    if order.cancelled:
        return say(session, outcome(Working.ORDER_CANCELLED, order=order.ref))
    if order.sub is Sub.ON_HOLD or order.stopped is Stop.HELD:
        return say(session, outcome(AtHome.ORDER_ON_HOLD, order=order.ref, reason=order.held_for))
    shown = replace(session, screen=ORDER, shown_kind="order", shown=name)
    if order.state is not State.ORDERED and order.state is not State.PICKING:
        return say(shown, outcome(AtHome.ALREADY_SHIPPED, order=order.ref))
    if pickup.ready(order) and not order.surplus:
        return pickup.ask(session, name, order, world)
    if order.sub is Sub.PACKED and not _unproven(order, world):
        return say(shown, outcome(AtHome.ALREADY_PACKED, order=order.ref))
    return None


def _unproven(order: Order, world: StationWorld) -> bool:
    """Whether an order is packed, but one of its boxes needs a hand.

    Its label was not scanned back, shows what the shop has changed since, or it holds too much.
    """
    if order.sub is not Sub.PACKED:
        return False
    boxes = ((mark, world.parcel(mark.sscc)) for mark in order.live_parcels)
    return bool(order.surplus) or any(box and waits(mark, box, order) for mark, box in boxes)


def open_pick(session: Session, name: str, order: Order, world: StationWorld) -> Turn:
    """Begin a walk and claim the order. Whoever may not pick is told where its goods lie."""
    if not world.allows("pick"):
        lines = [line for line in order.lines if line.to_pick]
        wants = (wanted(order, line, line.to_pick, world).at_least for line in lines[:5])
        bins = {place.code for want in wants for place in places(want, world)[:1]}
        said = outcome(
            AtHome.NOT_PICKED_YET, order=order.ref, lines=len(lines), bins=", ".join(sorted(bins))
        )
        return say(session, said)
    if _claimable(session, name, order, world):
        return _ask(session, name, order, world)
    step = picking.start(name, order, world)
    turn = opened(session, step)
    return turn if step.task is None else replace(turn, wishes=(Wish(Want.CLAIM, name),))


def _claimable(session: Session, name: str, order: Order, world: StationWorld) -> bool:
    """Whether the order can be claimed before anybody walks: it may be in another's reserve.

    A second scan while the centre has not answered opens the order without its claim.
    """
    ours = order.worked_by == world.station or name in world.reserved()
    unanswered = session.asked == name and not session.asked_of
    return world.online and not ours and not unanswered


def _ask(session: Session, name: str, order: Order, world: StationWorld) -> Turn:
    if session.asked == name and world.allows("take_over"):
        return _of_another(session, name, order, session.asked_of, world)
    said = outcome(AtHome.CLAIM_ASKED, order=order.ref)
    asked = replace(home_session(session), asked=name)
    return Turn(asked, said, (), (Wish(Want.CLAIM, name),))


def claimed(session: Session, world: StationWorld) -> Turn | None:
    """The order for which this bench waited is its own now, or the centre cannot be asked any more.

    None = it waits for none, or somebody has gone on to something else.
    """
    name = session.asked
    if not name or session.screen not in WITHOUT_TASK or not session.operator:
        return None
    free = replace(session, asked="", asked_of="")
    if name == ANY_ORDER:
        turn = _next(free, world, "", picks=True, packs=False)
        return turn if turn.session.asked != ANY_ORDER else None
    if world.online and name not in world.reserved():
        return None
    return open_order(free, name, world)


def refused(session: Session, name: str, holder: str, world: StationWorld) -> Turn | None:
    """Another station has the order that was scanned here; None = nobody waits for it any more."""
    if session.asked != name:
        return None
    order = world.order(name)
    said = outcome(AtHome.ORDER_RESERVED, order=order.ref if order else name, station=holder)
    return Turn(replace(session, asked_of=holder), said)


def _parcel(session: Session, sscc: str, world: StationWorld) -> Turn:
    parcel = world.parcel(sscc)
    if parcel is None:
        return say(session, outcome(Anywhere.UNKNOWN_CODE, code=sscc))
    if outdated(parcel, world.order(parcel.order)):
        return open_order(session, parcel.order, world)
    shown = replace(session, screen=ORDER, shown_kind="parcel", shown=sscc)
    return say(shown, outcome(AtHome.SHOWN, code=sscc, what="parcel"))


def _open_box(session: Session, world: StationWorld) -> Turn:
    """Open the closed box that is shown, or the only one of the order that is shown."""
    parcel = world.parcel(session.shown) if session.shown_kind == "parcel" else None
    name = parcel.order if parcel else session.shown
    order = world.order(name)
    if session.screen != ORDER or order is None:
        return say(session, outcome(Anywhere.COMMAND_NOT_HERE, command=Command.REOPEN.value))
    refused = stop_of(order) if order.stopped in {Stop.CANCELLED, Stop.HELD} else None
    if refused is not None:
        return say(session, refused)
    closed = [one.sscc for one in order.live_parcels if one.stage in {Stage.SEALED, Stage.CLOSED}]
    sscc = parcel.sscc if parcel else closed[0] if len(closed) == 1 else ""
    if not sscc:
        return say(session, outcome(AtHome.WHICH_BOX, order=order.ref))
    return opened(session, ask_to_open(name, order, sscc))


def _slips(session: Session, world: StationWorld) -> Turn:
    """Print the slips of the closed boxes of the order that is shown, or of the one box."""
    order = shown_order(session, world)
    boxes = [one.sscc for one in order.live_parcels if one.stage is not Stage.OPEN] if order else []
    if session.shown_kind == "parcel":
        boxes = [sscc for sscc in boxes if sscc == session.shown]
    if order is None or not boxes:
        return say(session, outcome(Anywhere.COMMAND_NOT_HERE, command=Command.SLIP.value))
    wishes = tuple(Wish(Want.SLIP, sscc, printed=True) for sscc in boxes)
    return Turn(session, outcome(Packing.SLIP_PRINTED, order=order.ref), (), wishes)


def _shown_name(session: Session, world: StationWorld) -> str:
    """Id of the order on the order screen, "" on any other screen."""
    if session.screen != ORDER:
        return ""
    parcel = world.parcel(session.shown) if session.shown_kind == "parcel" else None
    return parcel.order if parcel else session.shown


def shown_order(session: Session, world: StationWorld) -> Order | None:
    return world.order(_shown_name(session, world))


def opens(order: Order | None, world: StationWorld) -> bool:
    """Whether there is work on the order that somebody at this bench may begin."""
    if order is None or order.cancelled or order.stopped is Stop.HELD:
        return False
    work = order.packable or can_be_picked(order, world) or _unproven(order, world)
    return work and order.worked_by in {"", world.station}


def open_load(session: Session, name: str, world: StationWorld) -> Turn:
    if not world.allows("load"):
        return forbidden(session, "load")
    return opened(session, loading.open_load(name, world))


def command(session: Session, pressed: Command, world: StationWorld, table: Table) -> Turn:
    """A command at home or on the order screen. table: the workflows that commands open."""
    refused = session.asked if session.asked_of else ""
    handing = session.handing if session.hands_over else ""
    session = replace(session, take_from="", asked="", asked_of="", handing="")
    for flow in table.values():
        if flow.opens is pressed and flow.begin is not None:
            if flow.duty and not world.allows(flow.duty):
                return forbidden(session, flow.duty)
            return opened(session, flow.begin(session, world))
    match pressed:
        case Command.PICK:
            return _next(session, world, refused, picks=True, packs=False)
        case Command.PACK:
            return _next(session, world, refused, picks=False, packs=True)
        case Command.NEXT:
            return _next(session, world, refused, picks=True, packs=True)
        case Command.REOPEN:
            return _open_box(session, world)
        case Command.SLIP if session.screen == ORDER:
            return _slips(session, world)
        case Command.MANAGE:
            return manage.open_page(session, _shown_name(session, world), world)
        case Command.EXCEPTIONS:
            listed = replace(home_session(session), screen=EXCEPTIONS)
            return say(listed, outcome(Anywhere.CLEARED))
        case Command.OK if handing:
            return pickup.handed_over(session, handing, world)
        case Command.OK if opens(shown_order(session, world), world):
            return open_order(session, _shown_name(session, world), world)
        case Command.HOME | Command.CLEAR | Command.OK | Command.UNDO:
            calm = replace(session, screen=HOME, shown_kind="", shown="")
            return say(calm, outcome(Anywhere.CLEARED))
        case _:
            return say(session, outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value))


def _next(session: Session, world: StationWorld, refused: str, *, picks: bool, packs: bool) -> Turn:
    """Open the first order that waits: a tote ready to pack comes before a new walk.

    What does not open is passed over. refused: order that the centre has just denied, "" none.
    """
    denied: Turn | None = None
    if packs and world.allows("pack"):
        for name, order in world.waiting(PACK_SUBS, QUEUE_ROWS):
            if not order.worked_by and not order.set_aside and order.stopped is not Stop.HELD:
                turn = open_order(session, name, world)
                if turn.session.task is not None:
                    return turn
                denied = denied or turn
    taken = False
    if picks and world.allows("pick"):
        for name in next_picks(world):
            if of_a_reserve(name, refused, world):
                taken = True  # the sync asks the centre for one of them
                continue
            turn = open_order(session, name, world)
            if turn.session.task is not None or turn.session.asked:
                return turn
    if not (picks and world.allows("pick")) and not (packs and world.allows("pack")):
        return forbidden(session, "pick" if picks else "pack")
    if denied or not taken:
        return denied or say(session, outcome(AtHome.QUEUE_EMPTY))
    return Turn(replace(session, asked=ANY_ORDER), outcome(AtHome.NEXT_ASKED))


def of_a_reserve(name: str, refused: str, world: StationWorld) -> bool:
    """Whether the order is likely another bench's. A walk that was left is in nobody's reserve."""
    if not world.online or name in world.reserved():
        return False
    order = world.order(name)
    return name == refused or order is None or order.sub is Sub.RELEASED


def next_picks(world: StationWorld) -> Iterator[str]:
    """Ids of orders to pick: those claimed for this station first, then any nobody works on."""
    reserved = world.reserved()
    mine = [(name, order) for name in reserved if (order := world.order(name)) is not None]
    # Looked up one by one: our claimed orders may lie beyond the first QUEUE_ROWS rows.
    mine.sort(key=_place)
    others = (
        (name, order)
        for name, order in world.waiting(PICK_SUBS, QUEUE_ROWS)
        if name not in reserved
    )
    # What a packer waits for comes first: its box stands on a shelf.
    fetched = [
        (name, order)
        for name, order in world.waiting((Sub.STARTED.value,), QUEUE_ROWS)
        if order.parked_for == "fetch"
    ]
    for name, order in chain(fetched, mine, others):
        if (
            order.sub.value in PICK_SUBS
            and can_be_picked(order, world)
            and order.worked_by in {"", world.station}
        ):
            yield name


def can_be_picked(order: Order, world: StationWorld) -> bool:
    """Whether there is to pick, or again stock for an order of which nothing was found."""
    return order.pickable or (order.all_short and picking.in_stock(order, world))


def _place(row: tuple[str, Order]) -> tuple[int, str, str]:
    name, order = row
    place = place_of(order)
    return place.priority, place.due, name
