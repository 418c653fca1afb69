"""A bench that slept for three weeks wakes: its facts arrive, and what is finished leaves it."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from app.domain.facts import FactKind
from app.domain.rows.orders import Order
from app.store.admin import centre as centre_admin
from app.store.centre import feed as centre_feed
from app.sync.proof.verify import verify
from tests.helpers.model import START, Site, about, packed, picked, placed, shipped, stocked
from tests.integration.db.conftest import Benches

K = FactKind
DAYS = 21


def test_a_bench_that_slept_three_weeks_loses_nothing(
    engine: sa.Engine, site: Site, bench: Benches
) -> None:
    shop, one, awake = bench("import"), bench("P1"), bench("P2")
    shop.record(*stocked("B0", "S0", 500), *(placed(f"{n:02}", 1) for n in range(DAYS + 3)))
    shop.settle()
    one.settle()
    awake.settle()
    # Alone on 00; on 01 another bench works, too, while it sleeps.
    for order in ("shop:00", "shop:01"):
        one.record(about(K.PICK_STARTED, order), picked(order), about(K.ORDER_PICKED, order))
    late = {fact.event_id for fact in one.journal()}

    for day in range(1, DAYS + 1):
        now = START + timedelta(days=day)
        for clock in (site.clock, awake.clock, one.clock):
            clock.advance(timedelta(days=1).total_seconds())
        order, sscc = f"shop:{day:02}", f"P2-{day}"
        awake.record(about(K.PICK_STARTED, order), picked(order), about(K.ORDER_PICKED, order))
        awake.record(*packed(order, sscc, 1), *shipped(order, sscc, f"L{day}"))
        awake.settle()
        centre_admin.maintain(engine, now.date())
    with engine.connect() as db:
        assert centre_feed.floor(db) > 0

    one.settle()
    arrived = {row["event_id"]: row for row in site.events() if row["origin"] == "P1"}
    assert arrived.keys() == late
    verdicts = {row["verdict"] for row in arrived.values() if "shop:01" in row["subjects"]}
    assert "conflict" in verdicts
    here = {n for n in range(DAYS + 3) if one.file.rows.get(Order, f"shop:{n:02}") is not None}
    assert here >= {0, DAYS + 1, DAYS + 2}
    assert not here & set(range(2, DAYS + 1))
    assert verify(engine).findings == []
