"""The database itself refuses a movement of stock that cannot be."""

from __future__ import annotations

import itertools

import pytest
import sqlalchemy as sa

from app.domain.stock import Status, possible
from tests.integration.db.conftest import Benches

INSERT = sa.text(
    "INSERT INTO stock_move(event_id, n, sku, place, lot, delta, status, was)"
    " VALUES (:id, 0, 'TEA', 'bin:B0', '', 1, :status, :was)"
)


def taken(engine: sa.Engine, was: str, status: str) -> bool:
    try:
        with engine.begin() as db:
            db.execute(INSERT, {"id": f"{was}>{status}", "was": was, "status": status})
    except sa.exc.IntegrityError:
        return False
    return True


def test_only_what_can_be_is_taken(engine: sa.Engine, bench: Benches) -> None:
    """Every pair of statuses: what the migration says is what the rules say."""
    bench("P1")  # the centre is there
    for was, status in itertools.product(Status, Status):
        assert taken(engine, was.value, status.value) is possible(was, status), (was, status)


@pytest.mark.parametrize("status", ["", "broken", "AVAILABLE"])
def test_a_status_that_is_none_is_refused(engine: sa.Engine, bench: Benches, status: str) -> None:
    bench("P1")
    assert not taken(engine, "", status)
    assert taken(engine, "", Status.SCRAP.value), "what is gone may have come from anywhere"
