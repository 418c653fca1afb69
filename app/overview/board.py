"""The board made of the floor's rows. Pure: the floor and a time go in, a frozen view comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from heapq import nsmallest

from app.domain.facts import FactKind, Kind, order_ref
from app.domain.plan.flow import TO_PACK, FlowStep, late
from app.domain.plan.forecast import forecast, missed, pace_of, saved
from app.domain.rows.exceptions import HELP_WANTED
from app.domain.rows.orders import Order
from app.domain.rows.things import ExceptionRow
from app.overview.floor import Floor
from app.overview.view import BoardView, CutOffBar, OldOrder, OpenCard, StationTile
from app.sync.watch import Passed

WINDOW = timedelta(minutes=30)
"""A station's rate is that of the last half hour."""
AWAY = timedelta(minutes=6)
"""A station says that it is there every five minutes (`app.sync.worker.RENEW`)."""
HOUR, SLICES = timedelta(hours=1), 12
OLDEST, CARDS = 5, 50
DAY = timedelta(hours=24)
_UNTOLD = (10**9,)
NOT_AT_THE_FLOOR = frozenset({"import"})

Rows = list[tuple[Order, FlowStep]]


def board(floor: Floor, now: datetime, *, online: bool) -> BoardView:
    """now: aware, UTC; the centre's time where it answers."""
    orders, steps = floor.orders, floor.steps
    rows: Rows = [(orders[name], step) for name, step in steps.items() if step is not FlowStep.GONE]
    flow = Counter(step for _order, step in rows)
    cards = sorted(floor.exceptions.values(), key=lambda one: (one.opened_at, one.event_id))
    return BoardView(
        now=now,
        at=floor.at,
        online=online,
        flow={step: flow[step] for step in FlowStep if step is not FlowStep.GONE},
        late=sum(late(order, step, now) for order, step in rows),
        tasks=len(floor.tasks),
        exceptions=len(cards),
        bars=tuple(_bars(rows, floor, now)),
        tiles=tuple(_tiles(rows, floor, now)),
        oldest=tuple(_oldest(rows, now)),
        cards=tuple(_card(floor, one) for one in cards[:CARDS]),
    )


# --- the cut-offs ---------------------------------------------------------------------------------


def _bars(rows: Rows, floor: Floor, now: datetime) -> Iterator[CutOffBar]:
    """One for each carrier and time of the next day, and of trucks that should have left."""
    pace = pace_of(((one.at, one.operator) for one in _packed(floor)), now)
    trucks: dict[tuple[datetime, str], Rows] = {}
    for order, step in rows:
        if order.cut_off is not None and order.cut_off < now + DAY and not order.pickup:
            trucks.setdefault((order.cut_off, order.carrier), []).append((order, step))
    ahead = 0
    for (at, carrier), mine in sorted(trucks.items()):
        steps = Counter(step for _order, step in mine)
        left = sum(steps[step] for step in TO_PACK)
        ahead += left  # what leaves earlier is packed earlier
        packed = steps[FlowStep.NO_LABEL] + steps[FlowStep.STAGED]
        yield CutOffBar(
            carrier=carrier,
            at=at,
            planned=len(mine),
            packed=packed,
            loaded=steps[FlowStep.LOADED],
            waits=steps[FlowStep.WAITS],
            forecast=forecast(ahead, pace, now, at) if left else None,
            missed=missed(ahead, pace, now, at, left),
            saved=saved(ahead, pace, now, at, left),
        )


def _packed(floor: Floor) -> Iterator[Passed]:
    return (one for one in floor.passed if one.kind == FactKind.ORDER_PACKED.value)


# --- stations -------------------------------------------------------------------------------------


def _tiles(rows: Rows, floor: Floor, now: datetime) -> Iterator[StationTile]:
    """Those where something is wrong first, then by name."""
    work = {order.worked_by: order for order, _step in rows if order.worked_by}
    calls = {one.station: one for one in floor.exceptions.values() if one.reason == HELP_WANTED}
    done: dict[str, list[Passed]] = {}
    for step in floor.passed:
        done.setdefault(step.station, []).append(step)
    told = [_key(one.standing.version) for one in floor.heard]
    newest = max((key for key in told if key != _UNTOLD), default=())
    found = []
    for one in floor.heard:
        if one.station in NOT_AT_THE_FLOOR or now - one.at > DAY:
            continue
        mine = done.get(one.station, [])
        order = work.get(one.station)
        call = calls.get(one.station)
        who = order.worked_operator if order else one.standing.operator
        person = floor.people.get(who)
        packed = [step for step in mine if step.kind == FactKind.ORDER_PACKED.value]
        found.append(
            StationTile(
                station=one.station,
                operator=person.name if person else who,
                order=order.ref if order else "",
                seen_at=one.at,
                per_hour=sum(now - WINDOW < step.at <= now for step in packed) / (WINDOW / HOUR),
                done=_slices(packed, now),
                help_since=call.opened_at if call else None,
                idle_since=mine[-1].at if mine and order is None else None,
                away=now - one.at > AWAY,
                troubles=one.standing.troubles,
                version=one.standing.version,
                behind=_key(one.standing.version) < newest,
            )
        )
    yield from sorted(found, key=_in_trouble)


def _in_trouble(one: StationTile) -> tuple[bool, bool, bool, str]:
    return one.help_since is None, not one.away, not one.troubles, one.station


def _key(version: str) -> tuple[int, ...]:
    """What orders versions; one that was not told is behind none."""
    parts = version.split(".")
    return tuple(map(int, parts)) if version and all(map(str.isdigit, parts)) else _UNTOLD


def _slices(packed: Iterable[Passed], now: datetime) -> tuple[int, ...]:
    """How many in each twelfth of the last hour, the newest last."""
    counts = Counter(int((now - one.at) / (HOUR / SLICES)) for one in packed if one.at <= now)
    return tuple(counts[at] for at in reversed(range(SLICES)))


# --- what waits -----------------------------------------------------------------------------------


def _oldest(rows: Rows, now: datetime) -> Iterator[OldOrder]:
    waiting = (row for row in rows if row[1] is not FlowStep.LOADED)
    first = nsmallest(OLDEST, waiting, key=lambda row: (row[0].placed_at, row[0].ref))
    for order, step in first:
        yield OldOrder(order.ref, step, order.placed_at, late(order, step, now))


def _card(floor: Floor, row: ExceptionRow) -> OpenCard:
    return OpenCard(
        id=f"{row.reason}/{row.subject_kind}/{row.subject_id}",
        reason=row.reason,
        kind=row.subject_kind,
        name=_name(floor, row),
        since=row.opened_at,
        station=row.station,
        times=row.times,
    )


def _name(floor: Floor, row: ExceptionRow) -> str:
    """What people call the row: an order's number, a person's name."""
    match row.subject_kind:
        case Kind.ORDER.value:
            order = floor.orders.get(row.subject_id)
            return order.ref if order else order_ref(row.subject_id)
        case Kind.OPERATOR.value:
            person = floor.people.get(row.subject_id)
            return person.name if person else row.subject_id
        case _:
            return row.subject_id
