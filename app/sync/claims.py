"""Who works on which order: leases in the centre's time. Functions over one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app.domain.facts import Fact, FactKind, Kind
from app.domain.rows.claims import ENDING, LEAVING, claims_of
from app.domain.rows.orders import Sub
from app.domain.rows.tasks import is_task
from app.store.centre import bulk, settings
from app.store.centre.settings import LEASE, Decided
from app.store.centre.tables import ROWS, claim, feed, orders, wish
from app.store.database import among
from app.sync import promises
from app.sync.port import Claim, Held

PATIENCE = timedelta(minutes=1)
"""How long a station waits for an order of another one's reserve."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_UNCLAIMED = claim.delete().where(among(claim.c.order_id, "names"))
_UNWISHED = wish.delete().where(among(wish.c.order_id, "names"))
_HELD = sa.select(claim.c.order_id).where(claim.c.until > sa.bindparam("ended"))
_CLAIMS = sa.select(claim).where(among(claim.c.order_id, "names"))
_TASK = (
    sa.select(ROWS[Kind.TASK].c.id)
    .where(ROWS[Kind.TASK].c.id == sa.bindparam("name"), ROWS[Kind.TASK].c.live)
    .with_for_update()
)
_WISHED = sa.select(wish.c.order_id).where(
    wish.c.origin != sa.bindparam("origin"), wish.c.until > sa.bindparam("now")
)
_FREE = (
    sa.select(orders.c.id, orders.c.body)
    .where(
        orders.c.sub == Sub.RELEASED.value, orders.c.id.not_in(_HELD), orders.c.id.not_in(_WISHED)
    )
    .order_by(orders.c.priority, orders.c.due, orders.c.id)
    .limit(sa.bindparam("count"))
    .with_for_update(skip_locked=True)
)
_DONE = {Sub.PACKED.value, Sub.MANIFESTED.value, Sub.CANCELLED.value}


def claim_next(db: sa.Connection, origin: str, now: datetime, count: int) -> Claim:
    """The first orders of the queue that wait to be picked and are nobody's; at most `count`. Each
    comes with its goods.

    A station that has none and gets none asks another one for an order of its reserve.
    """
    site = settings.decided(db)
    ended = _ended(site, now)
    told = {"origin": origin, "now": now, "ended": ended, "count": count}
    rows = db.execute(_FREE, told).all()
    # Another station may have been granted one while we read the queue; its claim can be seen
    # only now that we hold the locks of the orders.
    had = _claims_on(db, [row.id for row in rows])
    mine = [row for row in rows if row.id not in had or had[row.id].until <= ended]
    if not mine:
        _ask_for_one(db, origin, site, now)
        return Claim({})
    until = now + LEASE
    names = [row.id for row in mine]
    grant(db, origin, names, until, [name for name in names if name in had])
    promised = promises.make(db, mine, site.allocation, now)
    return Claim(dict.fromkeys(names, until), promised=promised)


def _ask_for_one(db: sa.Connection, origin: str, site: Decided, now: datetime) -> None:
    """Wish for the last order of the longest reserve, if this station has nothing to pick.

    Whoever has a single order keeps it: two idle stations must not pass one to and fro.
    """
    mine = sa.select(wish.c.order_id).where(wish.c.origin == origin, wish.c.until > now)
    if db.execute(mine.limit(1)).first() is not None:
        return
    queue = (
        sa.select(claim.c.origin, claim.c.order_id, orders.c.sub)
        .join(orders, orders.c.id == claim.c.order_id)
        .where(claim.c.until > _ended(site, now))
        .order_by(orders.c.priority, orders.c.due, orders.c.id)
    )
    has: Counter[str] = Counter()
    waiting: dict[str, str] = {}  # station -> the last order that it has not begun
    for row in db.execute(queue):
        has[row.origin] += 1
        if row.sub == Sub.RELEASED.value:
            waiting[row.origin] = row.order_id
    if origin in waiting:
        return
    most = max((one for one in waiting if has[one] > 1), key=has.__getitem__, default="")
    if most:
        _ask(db, origin, waiting[most], now)


def _ask(db: sa.Connection, origin: str, order: str, now: datetime) -> None:
    """Wish for a claimed order; its holder is told by the feed, once."""
    waiting = sa.and_(wish.c.order_id == order, wish.c.origin == origin)
    known = db.execute(sa.select(wish.c.until).where(waiting)).scalar()
    db.execute(wish.delete().where(waiting))
    db.execute(wish.insert().values(order_id=order, origin=origin, until=now + PATIENCE))
    if known is None or known <= now:
        db.execute(feed.insert().values(kind=Kind.ORDER.value, id=order))


def claim_one(db: sa.Connection, origin: str, now: datetime, order: str) -> Claim:
    """This order or task, unless it is done or another station has it; the station that has the
    order is then asked for it.
    """
    if is_task(order):
        return _claim_task(db, origin, now, order)
    # The order's row is locked first: two stations cannot both see the claim free.
    query = sa.select(orders.c.id, orders.c.sub, orders.c.body).where(orders.c.id == order)
    rows = db.execute(query.with_for_update()).all()
    if any(row.sub in _DONE for row in rows):
        return Claim({})  # nobody needs a done order alone, and no fact would end its claim
    site = settings.decided(db)
    held = _claims_on(db, [order]).get(order)
    if held is not None and held.origin != origin and held.until > _ended(site, now):
        _ask(db, origin, order, now)
        return Claim({}, held.origin)
    grant(db, origin, [order], now + LEASE)
    promised = promises.make(db, rows, site.allocation, now)
    return Claim({order: now + LEASE}, promised=promised)


def _claim_task(db: sa.Connection, origin: str, now: datetime, name: str) -> Claim:
    """Nobody is asked for a task: there are others to do."""
    if db.execute(_TASK, {"name": name}).first() is None:
        return Claim({})
    held = _claims_on(db, [name]).get(name)
    if (
        held is not None
        and held.origin != origin
        and held.until > _ended(settings.decided(db), now)
    ):
        return Claim({}, held.origin)
    grant(db, origin, [name], now + LEASE, [name] if held else [])
    return Claim({name: now + LEASE})


def _claims_on(db: sa.Connection, names: Sequence[str]) -> dict[str, Any]:
    """The claims on these orders, by order; those that are over, too."""
    rows = db.execute(_CLAIMS, {"names": names}) if names else ()
    return {row.order_id: row for row in rows}


def grant(
    db: sa.Connection,
    origin: str,
    names: Sequence[str],
    until: datetime,
    over: Sequence[str] | None = None,
) -> None:
    """These orders are this station's, whoever had them.

    over: those of them that have had a claim; None = nobody has looked.
    """
    if over := names if over is None else over:
        db.execute(_UNCLAIMED, {"names": over})
    values = [{"order_id": name, "origin": origin, "until": until} for name in names]
    bulk.insert(db, claim, values)
    db.execute(_UNWISHED, {"names": names})


def held(db: sa.Connection, origin: str, now: datetime) -> Held:
    """This station's claimed orders, the ends of their leases, and which of them others want."""
    query = sa.select(claim.c.order_id, claim.c.until).where(claim.c.origin == origin)
    until = {row.order_id: row.until for row in db.execute(query)}
    others = sa.and_(wish.c.origin != origin, wish.c.until > now)
    wanted = (
        sa.select(wish.c.order_id)
        .join(claim, claim.c.order_id == wish.c.order_id)
        .where(claim.c.origin == origin, others)
    )
    asked = frozenset(db.execute(wanted).scalars())
    return Held(until, asked, promises.pins(db, until))


def give_back(db: sa.Connection, origin: str, now: datetime, order: str) -> None:
    """The station does not need this order: whoever wished for it may have it, else anybody."""
    mine = sa.and_(claim.c.order_id == order, claim.c.origin == origin)
    if db.execute(claim.delete().where(mine)).rowcount:
        db.execute(feed.insert().values(kind=Kind.ORDER.value, id=order))
        promises.end(db, [order], now)


def renew(db: sa.Connection, origin: str, now: datetime) -> None:
    """The leases of this station begin anew, and its orders get what has come in since."""
    db.execute(claim.update().where(claim.c.origin == origin).values(until=now + LEASE))
    # An order that somebody changes at this moment is left out.
    mine = (
        sa.select(orders.c.id, orders.c.body)
        .join(claim, claim.c.order_id == orders.c.id)
        .where(claim.c.origin == origin)
        .order_by(orders.c.id)
        .with_for_update(of=orders, skip_locked=True)
    )
    promises.make(db, db.execute(mine), settings.allocation(db), now)


def release(db: sa.Connection, origin: str, now: datetime) -> None:
    """The station ends for today: what it has not begun is anybody's."""
    waiting = sa.select(orders.c.id).where(
        orders.c.id == claim.c.order_id, orders.c.sub == Sub.RELEASED.value
    )
    mine = sa.and_(claim.c.origin == origin, waiting.exists())
    names = list(db.execute(sa.select(claim.c.order_id).where(mine)).scalars())
    db.execute(wish.delete().where(wish.c.origin == origin))
    if names:
        # A station without work looks for some when the feed names an order.
        db.execute(feed.insert(), [{"kind": Kind.ORDER.value, "id": name} for name in names])
        db.execute(claim.delete().where(claim.c.order_id.in_(names), claim.c.origin == origin))
        promises.end(db, names, now)


def follow(db: sa.Connection, facts: Sequence[Fact], now: datetime) -> None:
    """What newly applied facts say of the claims on their orders."""
    for fact in facts:
        names = claims_of(fact)
        if fact.kind == FactKind.TAKEN_OVER.value:
            # a supervisor took it from another station
            grant(db, fact.origin, sorted(set(names)), now + LEASE)
        elif fact.kind in ENDING:
            db.execute(_UNCLAIMED, {"names": names})
            db.execute(_UNWISHED, {"names": names})
        elif fact.kind in LEAVING:
            mine = claim.c.origin == fact.origin
            db.execute(claim.delete().where(claim.c.order_id.in_(names), mine))


def _ended(site: Decided, now: datetime) -> datetime:
    """Leases that ran to this time are over. They are renewed while their station is heard."""
    hours = site.lease_hours
    return _NEVER if hours is None else now + LEASE - timedelta(hours=hours)
