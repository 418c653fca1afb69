"""Twenty orders, one bench without the centre and one with it: none is packed twice unannounced."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.domain.facts import FactKind, Kind
from app.domain.rows.orders import Order, Sub
from app.station.answer import Answer
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from tests.chaos import invariants
from tests.chaos.benches import Watched, benches
from tests.chaos.cluster import Cluster
from tests.chaos.work import must_hold, people
from tests.conftest import StrayLogs
from tests.helpers.fault_proxy import Fault
from tests.helpers.program import pause, rows, wait_until

pytestmark = pytest.mark.postgres
ORDERS = 20
RESERVE = 5
IN_FLIGHT_S = 1.0
"""What was on its way to the centre at the cut may still be done there: that is waited for."""
BEYOND = 3
"""So many orders the bench without the centre packs that it did not reserve."""


@dataclass
class Seeing(Watched):
    """A desk that notes in which orders' work the screen said that they are not reserved."""

    unreserved: set[str] = field(default_factory=set)

    def _heard(self, answer: Answer) -> None:
        view = answer.view
        if isinstance(view, PickView | PackView) and not view.frame.reserved:
            self.unreserved.add(view.frame.order)
        super()._heard(answer)


def packed(desk: Watched) -> set[str]:
    """Ids of the orders of which this bench's own journal says that they are packed."""
    return ended(desk, FactKind.ORDER_PACKED)


def ended(desk: Watched, kind: FactKind) -> set[str]:
    """Ids of the orders of which this bench's own journal has such a fact."""
    return {
        item.id
        for fact in invariants.facts_in(desk.path, desk.name)
        if fact.kind == kind
        for item in fact.concerns()
        if item.kind is Kind.ORDER
    }


def known_as_its(desk: Watched, centre: invariants.Centre) -> set[str]:
    """Orders of which the centre knows that they are this bench's, or that it has packed them."""
    done = {Sub.PACKED, Sub.MANIFESTED}
    orders: dict[str, Order] = centre.values(Kind.ORDER)
    begun = {name for name, row in orders.items() if row.worked_by == desk.name}
    over = {name for name in packed(desk) if orders[name].sub in done}
    return {name for name, holder in centre.claims.items() if holder == desk.name} | begun | over


def test_nothing_is_packed_twice_unannounced(
    centre: Cluster, tmp_path: Path, stray_logs: StrayLogs
) -> None:
    stray_logs.expected.update(("psycopg", "sqlalchemy.pool.impl.QueuePool"))
    with benches(centre, tmp_path, count=2, orders=ORDERS, kind=Seeing) as floor:
        away, other = floor.desks
        assert isinstance(away, Seeing) and isinstance(other, Seeing)
        with people(floor):
            wait_until(lambda: packed(away) and packed(other), "an order of each bench")
            away.line.be(Fault.REFUSE)
            away.line.cut()
            pause(IN_FLIGHT_S)
            sure = {row[0] for row in rows(away.path, "SELECT order_id FROM reserve")}
            mine = known_as_its(away, invariants.centre_of(centre.url))
            # Picked, and free for any packer as far as the centre has heard: only the tote, which
            # stands at the bench, says that it will be packed there.
            by_the_tote = ended(away, FactKind.ORDER_PICKED) - mine
            wait_until(
                lambda: len(packed(other)) >= ORDERS - len(mine) - BEYOND, "the bench with a centre"
            )
            wait_until(lambda: len(packed(away)) >= len(mine) + BEYOND, "work beyond the reserve")
            apart = packed(away), packed(other)
        away.line.be(Fault.NONE)
        must_hold(floor, f"{len(apart[0])} packed without the centre, {len(apart[1])} with it")
        orders = invariants.centre_of(centre.url).values(Kind.ORDER)
    refs = {name: row.ref for name, row in orders.items()}
    twice = packed(away) & packed(other)
    sys.stdout.write(
        f"  reserved {len(mine)}, packed twice {sorted(refs[name] for name in twice)}\n"
    )
    assert not mine & packed(other), "a reserved order is the other bench's"
    assert {refs[name] for name in twice - by_the_tote} <= away.unreserved
    assert {refs[name] for name in apart[0] - mine - by_the_tote} <= away.unreserved
    assert not {refs[name] for name in sure} & away.unreserved
