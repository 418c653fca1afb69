"""`verify` finds every planted change, names it, and finds nothing where nothing was planted."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain import codec
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.rows.stock_move import StockMove
from app.domain.stock import Reason, Status, StockKey
from app.errors import CentreAway
from app.sync.centre import SqlCentre
from app.sync.proof.values import Finding
from app.sync.proof.verify import Verified, verify
from tests.helpers.model import START, about, cancelled, packed, picked, placed, stocked
from tests.helpers.tamper import behind_the_triggers
from tests.integration.db.conftest import Benches

K = FactKind


@pytest.fixture(autouse=True)
def shift(bench: Benches) -> None:
    """An import, two pickers on one order, a packer, a conflict, a cancellation."""
    shop, one, two = bench("import"), bench("P1"), bench("P2")
    shop.record(*stocked("B0", "S0", 50), *stocked("B1", "S0", 50))
    shop.record(*(placed(f"{n:02}", 2) for n in range(1, 5)))
    shop.settle()
    one.settle()
    two.settle()
    one.record(about(K.PICK_STARTED, "shop:01"), picked("shop:01"), picked("shop:01", "B1"))
    one.record(about(K.ORDER_PICKED, "shop:01"), *packed("shop:01", "P1-1", 2))
    two.record(picked("shop:02", "B9"))  # a bin nobody knows
    two.record(about(K.PICK_STARTED, "shop:01"), picked("shop:01"))  # picked twice
    one.settle()
    two.settle()
    shop.record(cancelled("shop:03"))
    shop.settle()


def test_keys_are_compared_where_every_fact_tells_them(engine: sa.Engine, bench: Benches) -> None:
    two = bench("P2")
    key = StockKey("TEA", "L1")
    held = replace(key, status=Status.HOLD)
    body = {"bin": "B0", "sku": "TEA", "lot": "L1", "quantity": 9, "delta": 9}
    opened = NewFact(K.STOCK_OPENED, (Subject(Kind.BIN, "B0"),), body | {"key": codec.dump(key)})
    two.record(opened, StockMove("bin:B0", "bin:B0", key, held, 4, Reason.SUSPECT).fact())
    two.settle()
    assert verify(engine).findings == []
    with behind_the_triggers(engine) as db:
        swap = "UPDATE stock_move SET lot = 'L2' WHERE sku = 'TEA' AND status = 'hold'"
        assert db.exec_driver_sql(swap).rowcount == 1
    details = [one.detail for one in verify(engine).findings if one.what == "stock_differs"]
    assert "TEA L1 hold: the bin says 4, its moves say 0" in details
    assert "TEA L2 hold: the bin says 0, its moves say 4" in details


def words(found: Verified) -> set[str]:
    return {finding.what for finding in found.findings}


def test_a_day_of_work_proves_well(engine: sa.Engine) -> None:
    found = verify(engine)
    assert found.findings == []
    assert found.counted.events == 22
    assert found.counted.rows >= 8


def test_a_changed_body_is_named(engine: sa.Engine) -> None:
    with behind_the_triggers(engine) as db:
        row = db.execute(sa.text("SELECT * FROM event WHERE origin = 'P2' AND seq = 3")).one()
        body = row.body.replace('"S0"', '"S9"')
        assert body != row.body
        db.execute(
            sa.text("UPDATE event SET body = :body WHERE event_id = :id"),
            {"body": body, "id": row.event_id},
        )
    found = verify(engine)
    (changed,) = (one for one in found.findings if one.what == "changed")
    assert (changed.origin, changed.seq, changed.event_id) == ("P2", 3, row.event_id)
    assert changed.incarnation == row.incarnation
    assert words(found) >= {"moves_differ", "row_differs"}


def test_a_timeline_says_which_event_cannot_be_read(engine: sa.Engine) -> None:
    centre = SqlCentre(engine, ManualClock(START))
    for column, value in (("body", "[}"), ("subjects", "7")):
        with behind_the_triggers(engine) as db:
            change = f"UPDATE event SET {column} = '{value}' WHERE origin = 'P2' AND seq = 3"
            db.execute(sa.text(change))
        with pytest.raises(CentreAway, match=r"The centre's event \S+ is damaged"):
            centre.timeline(Kind.ORDER, "shop:01")
    assert len(centre.timeline(Kind.ORDER, "shop:02")) == 2


def test_every_hashed_column_counts(engine: sa.Engine) -> None:
    for column in ("operator", "kind", "occurred_at", "device", "hash"):
        value = "2026-01-01 00:00:00" if column == "occurred_at" else "somebody"
        change = sa.text(f"UPDATE event SET {column} = :v WHERE origin = 'P1' AND seq = 2")
        query = sa.text(f"SELECT {column} FROM event WHERE origin = 'P1' AND seq = 2")
        with behind_the_triggers(engine) as db:
            before = db.execute(query).scalar_one()
            db.execute(change, {"v": value})
        found = [one for one in verify(engine).findings if one.what == "changed"]
        wanted = [2, 3] if column == "hash" else [2]
        assert [one.seq for one in found] == wanted, column
        with behind_the_triggers(engine) as db:
            db.execute(change, {"v": before})
    assert verify(engine).findings == []


@pytest.mark.parametrize("seq", [1, 3, 10])
def test_a_deleted_event_is_named(engine: sa.Engine, seq: int) -> None:
    """The first, one in the middle, and the last one, which the chain itself does not miss."""
    with behind_the_triggers(engine) as db:
        where = "FROM event WHERE origin = 'P1' AND seq = :seq"
        name = db.execute(sa.text(f"SELECT event_id {where}"), {"seq": seq}).scalar_one()
        db.execute(sa.text(f"DELETE {where}"), {"seq": seq})
        db.execute(sa.text("DELETE FROM stock_move WHERE event_id = :id"), {"id": name})
        db.execute(sa.text("DELETE FROM event_subject WHERE event_id = :id"), {"id": name})
    missing = [one for one in verify(engine).findings if one.what == "missing"]
    assert [one.origin for one in missing] == ["P1"]
    if seq == 10:
        assert (missing[0].seq, missing[0].event_id) == (10, name)
    else:
        assert missing[0].seq == seq + 1
        assert missing[0].detail == f"{seq} before it is not there"


def test_a_deleted_event_whose_traces_were_left_is_named_with_its_rows(engine: sa.Engine) -> None:
    with behind_the_triggers(engine) as db:
        db.execute(sa.text("DELETE FROM event WHERE origin = 'P1' AND seq = 2"))
    found = verify(engine)
    assert {(one.kind, one.id) for one in found.findings if one.what == "missing"} >= {
        ("order", "shop:01"),
        ("bin", "B0"),
    }
    assert "moves_unexplained" in words(found)


def test_two_swapped_events_are_named(engine: sa.Engine) -> None:
    swap = sa.text("UPDATE event SET seq = 9 - seq WHERE origin = 'P1' AND seq IN (4, 5)")
    with behind_the_triggers(engine) as db:
        db.execute(swap)
    found = verify(engine).findings
    moved = {one.seq: one.detail for one in found if one.what == "reordered"}
    assert moved[4] == "it was number 5"
    assert moved[5] == "it was number 4"


PLANTED = [
    (
        "UPDATE orders SET body = replace(body, 'packed\":2', 'packed\":1') WHERE id = 'shop:01'",
        "row_differs",
        "shop:01",
    ),
    ("UPDATE orders SET priority = 9 WHERE id = 'shop:02'", "row_differs", "shop:02"),
    ("UPDATE parcel SET body = 'x' WHERE id = 'P1-1'", "row_differs", "P1-1"),
    ("DELETE FROM orders WHERE id = 'shop:04'", "row_missing", "shop:04"),
    (
        "INSERT INTO orders(id, body, site, ref, sub, priority, due, digest) SELECT 'shop:99', body, site, ref, sub, priority, due, digest FROM orders WHERE id = 'shop:02'",
        "row_unexplained",
        "shop:99",
    ),
    ("INSERT INTO tote(id, body) VALUES ('T-9', '{}')", "row_unexplained", "T-9"),
    ("UPDATE bin SET body = replace(body, '48', '49') WHERE id = 'B0'", "stock_differs", "B0"),
    ("UPDATE stock_move SET delta = 7 WHERE place = 'bin:B1'", "moves_differ", ""),
    ("DELETE FROM stock_move WHERE place = 'bin:B0'", "stock_differs", "B0"),
    ("UPDATE stock_move SET expiry = '' WHERE place = 'bin:B9'", "moves_differ", ""),
    (
        "INSERT INTO stock_move(event_id, n, sku, place, lot, delta) VALUES ('x', 0, 'S0', 'bin:B0', '', 5)",
        "moves_unexplained",
        "",
    ),
    ("DELETE FROM exception", "row_missing", ""),
    (
        "INSERT INTO exception(id, body) VALUES ('x/order/y', '{}')",
        "row_unexplained",
        "x/order/y",
    ),
]


def test_a_planted_change_is_named(engine: sa.Engine) -> None:
    known: set[Finding] = set()
    for statement, what, name in PLANTED:
        with behind_the_triggers(engine) as db:
            assert db.exec_driver_sql(statement).rowcount, statement
        found = set(verify(engine).findings)
        new = [one for one in found - known if one.what == what]
        assert new, statement
        assert not name or name in {one.id for one in new}, statement
        known = found


WITHOUT_HASH = [
    ("UPDATE event SET incarnation = 'x' WHERE origin = 'P1' AND seq = 4", "life_differs"),
    ("UPDATE event SET incarnation = 'x' WHERE origin = 'P1' AND seq = 10", "life_differs"),
    ("UPDATE event SET incarnation = 'x' WHERE origin = 'P1'", "life_differs"),
    ("UPDATE event SET verdict = 'applied', reason = '' WHERE origin = 'P2'", "verdict_differs"),
    ("UPDATE event SET verdict = 'conflict' WHERE origin = 'P1' AND seq = 2", "verdict_differs"),
    ("UPDATE event SET verdict = 'x' WHERE origin = 'P1' AND seq = 2", "verdict_differs"),
    ("UPDATE event SET reason = 'x' WHERE verdict = 'conflict'", "verdict_differs"),
    ("UPDATE station SET last_seq = last_seq + 1 WHERE origin = 'P1'", "life_differs"),
    ("UPDATE station SET last_seq = last_seq - 1 WHERE origin = 'P1'", "life_differs"),
    ("UPDATE station SET last_event = 'x' WHERE origin = 'P1'", "missing"),
    ("DELETE FROM station WHERE origin = 'P1'", "life_differs"),
]


@pytest.mark.parametrize(("statement", "what"), WITHOUT_HASH)
def test_what_no_hash_covers_is_named(engine: sa.Engine, statement: str, what: str) -> None:
    with behind_the_triggers(engine) as db:
        assert db.exec_driver_sql(statement).rowcount, statement
    found = verify(engine).findings
    assert what in {one.what for one in found}
    assert {one.origin for one in found if one.what == what} <= {"P1", "P2"}


def test_an_unreadable_event_is_named_and_the_rest_goes_on(engine: sa.Engine) -> None:
    with behind_the_triggers(engine) as db:
        db.execute(sa.text("UPDATE event SET body = '{' WHERE origin = 'P1' AND seq = 2"))
        db.execute(sa.text("UPDATE orders SET body = '[]' WHERE id = 'shop:04'"))
    found = verify(engine).findings
    assert [(one.origin, one.seq) for one in found if one.what == "unreadable"] == [("P1", 2)]
    assert "shop:04" in {one.id for one in found if one.what == "row_differs"}


def test_the_servers_time_zone_changes_no_hash(engine: sa.Engine) -> None:
    if engine.dialect.name == "postgresql":  # SQLite keeps no zone
        with engine.begin() as db:
            name = db.execute(sa.text("SELECT current_database()")).scalar_one()
            db.execute(sa.text(f"ALTER DATABASE {name} SET timezone = 'Asia/Shanghai'"))
    engine.dispose()
    assert verify(engine).findings == []


def test_the_log_refuses_changes(engine: sa.Engine) -> None:
    for table in ("event", "stock_move"):
        for statement in (f"UPDATE {table} SET event_id = 'x'", f"DELETE FROM {table}"):
            with pytest.raises(sa.exc.DBAPIError, match="is append-only"), engine.begin() as db:
                db.execute(sa.text(statement))
        if engine.dialect.name == "postgresql":
            with pytest.raises(sa.exc.DBAPIError, match="is append-only"), engine.begin() as db:
                db.execute(sa.text(f"TRUNCATE {table}"))
    assert verify(engine).findings == []
