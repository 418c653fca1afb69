"""A thief with a station's login and psql: what he may do must not stop the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.facts import FactKind
from app.domain.rows.orders import Order
from app.errors import CentreAway
from app.store.admin import logins as centre_logins
from app.store.admin import roles as centre_roles
from app.store.admin import status as centre_status
from app.store.schema import take_turn
from app.sync.centre import SqlCentre
from app.sync.exchange import SSCC_BLOCK
from app.sync.proof.rebuild import rebuild
from app.sync.proof.verify import verify
from tests.conftest import StrayLogs
from tests.helpers.model import START, about
from tests.integration.db.test_roles import EVENT, Centre, busy, centre

__all__ = ["busy", "centre"]
pytestmark = pytest.mark.postgres

TIMES = (
    EVENT.replace("now(), now()", "'infinity', now()"),
    EVENT.replace("now(), now()", "now(), '0044-03-15 BC'"),
    "UPDATE station SET seen_at = 'infinity'",
    "UPDATE claim SET until = 'infinity'",
    "INSERT INTO claim(order_id, origin, until) VALUES ('x', 'P1', '12000-01-01')",
)


def steal(busy: Centre, *acts: str) -> None:
    with busy.engine("P1").begin() as db:
        for act in acts:
            db.exec_driver_sql(act)


def test_times_nobody_can_read_are_refused(busy: Centre) -> None:
    """One such row ended `verify` and `status`, which were to show what the thief did."""
    port = SqlCentre.open(busy.url_of("P1"), ManualClock(START))
    port.claim("P1", order="shop:02")
    port.close()
    for act in TIMES:
        with busy.refused("P1") as db:
            db.execute(sa.text(act), {"id": "new", "origin": "P1"} if ":id" in act else {})
    assert verify(busy.owner).findings == []
    assert centre_status.status(busy.owner, START).version


def test_serial_numbers_go_a_block_at_a_time(busy: Centre) -> None:
    """With the largest number there is, no station got past its hello."""
    for value in ("9223372036854775807", f"(value::bigint + {SSCC_BLOCK + 1})::text"):
        with busy.refused("P1") as db:
            db.exec_driver_sql(f"UPDATE meta SET value = {value} WHERE key = 'sscc_next'")
    port = SqlCentre.open(busy.url_of("P2"), ManualClock(START))
    first, after = port.hello("P2", "new", start=0, wants_sscc=True).sscc
    port.close()
    assert after - first == SSCC_BLOCK
    with busy.owner.begin() as db:  # a restore skips more
        db.exec_driver_sql("UPDATE meta SET value = '5000000' WHERE key = 'sscc_next'")


def test_a_row_of_nonsense_keeps_nothing_else_from_a_bench(
    busy: Centre, stray_logs: StrayLogs
) -> None:
    stray_logs.expected.add("app.sync.worker")
    other, shop = busy.bench("P2"), busy.bench("sup-north", "import")
    other.settle()
    before = other.file.rows.get(Order, "shop:02")
    steal(
        busy,
        "UPDATE orders SET body = 'x' WHERE id = 'shop:02'",
        "INSERT INTO feed(kind, id) VALUES ('order', 'shop:02'), ('no kind', 'x')",
    )
    shop.record(about(FactKind.HELP_CALLED, "shop:01"), about(FactKind.PICK_LEFT, "shop:01"))
    shop.settle()
    other.settle()
    assert other.file.rows.get(Order, "shop:02") == before
    assert other.file.meta.cursor
    other.restart()
    other.file.keep(replace(other.file.meta, cursor=""))
    other.settle()
    assert other.file.rows.get(Order, "shop:01") is not None
    assert [one.id for one in verify(busy.owner).findings] == ["shop:02"]
    other.record(about(FactKind.PICK_STARTED, "shop:02"))
    with pytest.raises(CentreAway, match=r"order shop:02 is damaged: packbench db verify"):
        other.steps.step()


def test_a_new_password_takes_back_what_a_login_did_to_itself(busy: Centre) -> None:
    steal(
        busy,
        'ALTER ROLE "P1" SET default_transaction_read_only = on',
        'ALTER ROLE "P1" SET statement_timeout = 0',
        'ALTER ROLE "P1" SET search_path = pg_catalog',
    )
    with busy.owner.begin() as db:
        centre_logins.new_password(db, "P1")
    busy.engine("P1").dispose()
    assert busy.rows("P1", "SHOW default_transaction_read_only") == [("off",)]
    assert busy.rows("P1", "SHOW statement_timeout") == [("15s",)]
    bench = busy.bench("P1")
    bench.record(about(FactKind.HELP_CALLED, "shop:01"))
    bench.settle()
    assert bench.file.waiting == 0


def test_an_administrator_does_not_wait_for_ever_for_his_turn(
    busy: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.schema._TURN_WAIT", "50ms")
    with busy.engine("P1").connect() as thief:
        thief.exec_driver_sql("SELECT pg_advisory_lock(7261310)")
        with pytest.raises(sa.exc.OperationalError, match="lock timeout"), busy.owner.begin() as db:
            take_turn(db)
        thief.exec_driver_sql("SELECT pg_advisory_unlock(7261310)")
        thief.rollback()
    with busy.owner.begin() as db:
        take_turn(db)
        assert db.exec_driver_sql("SHOW lock_timeout").scalar() == "100ms"


def test_a_bench_with_a_clock_of_any_year_is_not_refused(busy: Centre) -> None:
    """What is refused by its time would never leave the bench."""
    bench = busy.bench("P1")
    for years in (60, -150):
        bench.clock.advance(timedelta(days=365 * years).total_seconds())
        bench.record(about(FactKind.HELP_CALLED, "shop:01"))
        bench.settle()
    assert bench.file.waiting == 0
    assert [one.what for one in verify(busy.owner).findings] == []


def test_rights_installed_by_an_older_program_are_renewed(busy: Centre) -> None:
    with busy.owner.begin() as db:
        db.exec_driver_sql("DROP TRIGGER keep_serials ON meta")
        db.exec_driver_sql("DROP FUNCTION keep_serials()")
        centre_roles.install(db)
    with busy.refused("P1") as db:
        db.exec_driver_sql("UPDATE meta SET value = '900000000' WHERE key = 'sscc_next'")


NONSENSE = ("garbage", "{}", "[]", "null", "7", '{"opened_at": "infinity"}', '{"stock": 5}', "")
TABLES = ("parcel", "tote", "bin", "load", "serial", "weight", "exception")


@pytest.mark.parametrize("body", NONSENSE)
def test_rows_of_nonsense_blind_nobody(busy: Centre, body: str, stray_logs: StrayLogs) -> None:
    """One such row ended `status`, another one `verify`, which were to show what the thief did."""
    stray_logs.expected.add("app.sync.worker")
    with busy.engine("P1").begin() as db:
        for table in TABLES:
            for name in ("e1", "", "a//b", "a/order/shop:01"):
                query = sa.text(f"INSERT INTO {table}(id, body) VALUES (:id, :body)")
                db.execute(query, {"id": name, "body": body})
    assert centre_status.status(busy.owner, START).open_exceptions >= 4
    found = verify(busy.owner)
    assert {one.what for one in found.findings} == {"row_unexplained"}
    assert {(one.kind, one.id) for one in found.findings} >= {
        (table, name) for table in TABLES for name in ("e1", "a//b")
    }
    assert {one.origin for one in centre_status.status(busy.owner, START).stations} >= {"P1", "Q1"}
    other = busy.bench("P2")
    other.settle()
    assert other.file.rows.get(Order, "shop:01") is not None


@pytest.mark.parametrize("body", NONSENSE)
def test_changed_rows_of_nonsense_blind_nobody(
    busy: Centre, body: str, stray_logs: StrayLogs
) -> None:
    stray_logs.expected.add("app.sync.worker")
    with busy.engine("P1").begin() as db:
        for table in (*TABLES, "orders"):
            db.execute(sa.text(f"UPDATE {table} SET body = :body"), {"body": body})
    assert centre_status.status(busy.owner, START).version
    assert "row_differs" in {one.what for one in verify(busy.owner).findings}
    assert rebuild(busy.owner)
    assert verify(busy.owner).findings == []
