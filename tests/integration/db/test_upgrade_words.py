"""A centre of before there were words is given those of all its orders, while benches write on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.domain import codec
from app.domain.address import Address
from app.domain.facts import Kind
from app.domain.reduce import ROW_TYPES
from app.store import online, schema
from app.store.database import open_centre
from app.sync.proof.verify import verify
from tests.helpers.model import Bench, packed, placed

SSCC = "123456789012345675"
ORDERS = 23


def make_old(engine: sa.Engine, bench: Bench) -> None:
    """Orders, a box and a damaged row, as a centre of the version before has them."""
    bench.record(*(placed(f"SO-{n:02}", sku=f"S{n}") for n in range(ORDERS)))
    bench.record(*packed("shop:SO-03", SSCC, 2, "S3"))
    bench.settle()
    with engine.begin() as db:
        for table in ("order_word", "site_rule", "message", "alarm", "mix_up"):
            db.execute(sa.text(f"DROP TABLE {table}"))
        db.execute(sa.text("ALTER TABLE station DROP COLUMN standing"))
        db.execute(sa.text("UPDATE alembic_version SET version_num = 'c0012'"))


def old_write(engine: sa.Engine, number: int, name: str) -> bool:
    """As an older program changes an order: its row and the feed; whether it still may."""
    order = f"shop:SO-{number:02}"
    with engine.begin() as db:
        if schema.version(db) != "c0012":
            return False
        query = sa.text("SELECT body FROM orders WHERE id = :id FOR UPDATE")
        row = codec.from_text(ROW_TYPES[Kind.ORDER], db.execute(query, {"id": order}).scalar_one())
        body = codec.to_text(replace(row, customer=Address(name)))
        change = sa.text("UPDATE orders SET body = :body WHERE id = :id")
        db.execute(change, {"body": body, "id": order})
        db.execute(sa.text("INSERT INTO feed(kind, id) VALUES ('order', :id)"), {"id": order})
    return True


def words(engine: sa.Engine, order: str) -> set[str]:
    with engine.connect() as db:
        query = sa.text("SELECT word FROM order_word WHERE order_id = :id")
        return set(db.execute(query, {"id": order}).scalars())


def test_every_order_gets_its_words(
    engine: sa.Engine, bench: Callable[[str], Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(online, "_BATCH", 7)
    make_old(engine, bench("P1"))
    schema.upgrade(engine, "centre")
    assert verify(engine).findings == []
    assert {"so03", "s3", SSCC, "<" + SSCC[::-1]} <= words(engine, "shop:SO-03")
    with engine.connect() as db:
        left = sa.text("SELECT count(*) FROM meta WHERE key LIKE 'words%'")
        assert db.execute(left).scalar_one() == 0
        assert schema.version(db) == schema.HEAD["centre"]


def test_what_older_programs_write_meanwhile_is_found(
    engine: sa.Engine, bench: Callable[[str], Bench], monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """They write before every single transaction of a server's upgrade; a file has none of them."""
    monkeypatch.setattr(online, "_BATCH", 7)
    make_old(engine, bench("P1"))
    station = open_centre(url) if engine.dialect.name == "postgresql" else engine
    written: dict[int, str] = {}
    real = online.patiently

    def written_before(db: sa.Connection, work: Callable[[], object]) -> object:
        number = 5 * len(written) % ORDERS
        if old_write(station, number, f"Customer{len(written)}"):
            written[number] = f"customer{len(written)}"
        return real(db, work)

    monkeypatch.setattr(online, "patiently", written_before)
    monkeypatch.setattr(schema, "patiently", written_before)
    schema.upgrade(engine, "centre")
    station.dispose()
    assert (len(written) > 9) == (engine.dialect.name == "postgresql")
    for number, name in written.items():
        found = words(engine, f"shop:SO-{number:02}")
        assert {one for one in found if one.startswith("customer")} == {name}
        assert f"{number:02}" in found


def test_a_damaged_row_has_no_words_and_stops_nobody(
    engine: sa.Engine, bench: Callable[[str], Bench]
) -> None:
    make_old(engine, bench("P1"))
    with engine.begin() as db:
        db.execute(sa.text("UPDATE orders SET body = '{' WHERE id = 'shop:SO-02'"))
    schema.upgrade(engine, "centre")
    assert words(engine, "shop:SO-02") == set()
    assert "so01" in words(engine, "shop:SO-01")
