"""Who works on which order: leases in the centre's time. Functions over one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from app.domain.facts import Fact, FactKind, Kind
from app.domain.rows.orders import Sub
from app.store.centre import settings
from app.store.centre.settings import LEASE
from app.store.centre.tables import claim, feed, orders
from app.sync.port import Claim

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_DONE = {Sub.PACKED.value, Sub.MANIFESTED.value, Sub.CANCELLED.value}
# The order waits for nobody to do what it was claimed for.
_ENDING = {
    FactKind.ORDER_PICKED.value,
    FactKind.ORDER_PACKED.value,
    FactKind.ORDER_CANCELLED.value,
}
# The station that says so has put the order away.
_LEAVING = {FactKind.PICK_LEFT.value, FactKind.PACK_LEFT.value, FactKind.ORDER_PARKED.value}


def claim_next(db: sa.Connection, origin: str, now: datetime, count: int) -> Claim:
    """The first orders of the queue that wait to be picked and are nobody's; at most `count`."""
    held = sa.select(claim.c.order_id).where(claim.c.until > _ended(db, now))
    free = (
        sa.select(orders.c.id)
        .where(orders.c.sub == Sub.RELEASED.value, orders.c.id.not_in(held))
        .order_by(orders.c.priority, orders.c.due, orders.c.id)
        .limit(count)
        .with_for_update(skip_locked=True)
    )
    names = [row.id for row in db.execute(free)]
    # Another station may have been granted one while we read the queue; its claim can be seen
    # only now that we hold the locks of the orders.
    taken = {row.order_id for row in db.execute(held.where(claim.c.order_id.in_(names)))}
    granted = {name: now + LEASE for name in names if name not in taken}
    for name, until in granted.items():
        grant(db, origin, name, until)
    return Claim(granted)


def claim_one(db: sa.Connection, origin: str, now: datetime, order: str) -> Claim:
    """This order, unless another station has it or it is done."""
    # The order's row is locked first: two stations cannot both see the claim free.
    query = sa.select(orders.c.sub).where(orders.c.id == order).with_for_update()
    if db.execute(query).scalar() in _DONE:
        return Claim({})  # nobody needs a done order alone, and no fact would end its claim
    held = db.execute(sa.select(claim).where(claim.c.order_id == order)).first()
    if held is not None and held.origin != origin and held.until > _ended(db, now):
        return Claim({}, held.origin)
    grant(db, origin, order, now + LEASE)
    return Claim({order: now + LEASE})


def grant(db: sa.Connection, origin: str, order: str, until: datetime) -> None:
    """The order is this station's, whoever had it."""
    db.execute(claim.delete().where(claim.c.order_id == order))
    db.execute(claim.insert().values(order_id=order, origin=origin, until=until))


def held(db: sa.Connection, origin: str) -> dict[str, datetime]:
    """This station's claimed orders and the ends of their leases."""
    query = sa.select(claim.c.order_id, claim.c.until).where(claim.c.origin == origin)
    return {row.order_id: row.until for row in db.execute(query)}


def renew(db: sa.Connection, origin: str, now: datetime) -> None:
    """The leases of this station begin anew."""
    db.execute(claim.update().where(claim.c.origin == origin).values(until=now + LEASE))


def release(db: sa.Connection, origin: str) -> None:
    """The station ends for today: what it has not begun is anybody's."""
    waiting = sa.select(orders.c.id).where(
        orders.c.id == claim.c.order_id, orders.c.sub == Sub.RELEASED.value
    )
    mine = sa.and_(claim.c.origin == origin, waiting.exists())
    # A station without work looks for some when the feed names an order.
    news = sa.select(sa.literal(Kind.ORDER.value), claim.c.order_id).where(mine)
    db.execute(feed.insert().from_select(["kind", "id"], news))
    db.execute(claim.delete().where(mine))


def follow(db: sa.Connection, facts: Sequence[Fact], now: datetime) -> None:
    """What newly applied facts say of the claims on their orders."""
    for fact in facts:
        names = [name for kind, name in fact.subjects if kind == Kind.ORDER.value]
        if fact.kind == FactKind.TAKEN_OVER.value:
            for name in names:  # a supervisor took it from another station
                grant(db, fact.origin, name, now + LEASE)
        elif fact.kind in _ENDING:
            db.execute(claim.delete().where(claim.c.order_id.in_(names)))
        elif fact.kind in _LEAVING:
            mine = claim.c.origin == fact.origin
            db.execute(claim.delete().where(claim.c.order_id.in_(names), mine))


def _ended(db: sa.Connection, now: datetime) -> datetime:
    """Leases that ran to this time are over. They are renewed while their station is heard."""
    hours = settings.lease_hours(db)
    return _NEVER if hours is None else now + LEASE - timedelta(hours=hours)
