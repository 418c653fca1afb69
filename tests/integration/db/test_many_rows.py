"""Many rows in one statement, on each database."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from app.domain.facts import Kind
from app.store.centre import bulk
from app.store.centre.tables import ROWS, claim, feed
from app.store.database import among
from tests.helpers.statements import statements

TOTE = ROWS[Kind.TOTE]
TEXTS = (
    "",
    "a'b\"c",
    "back\\slash",
    "{}",
    '{"n":"\\u0000"}',
    "\u5468\u8f6c\u7bb1 \U0001f4e6",
    "\t\n",
)


def _bodies(engine: sa.Engine) -> dict[str, str]:
    with engine.begin() as db:
        return {row.id: row.body for row in db.execute(sa.select(TOTE.c.id, TOTE.c.body))}


def test_texts_come_back_as_they_were(engine: sa.Engine) -> None:
    with engine.begin() as db:
        bulk.insert(db, TOTE, [{"id": f"T{n}", "body": text} for n, text in enumerate(TEXTS)])
    assert _bodies(engine) == {f"T{n}": text for n, text in enumerate(TEXTS)}


def test_rows_are_written_in_their_sequence(engine: sa.Engine) -> None:
    names = [f"{number * 7 % 100:02}" for number in range(100)]
    with engine.begin() as db:
        bulk.insert(db, feed, [{"kind": "tote", "id": name} for name in names])
        assert list(db.execute(sa.select(feed.c.id).order_by(feed.c.seq)).scalars()) == names


def test_only_the_named_rows_and_columns_change(engine: sa.Engine) -> None:
    orders = ROWS[Kind.EXCEPTION]
    with engine.begin() as db:
        bulk.insert(db, orders, [{"id": f"E{n}", "body": "old", "live": True} for n in range(4)])
        bulk.update(db, orders, [{"id": f"E{n}", "body": f"new {n}"} for n in (1, 3, 9)])
        found = db.execute(sa.select(orders.c.id, orders.c.body, orders.c.live).order_by("id"))
        assert [(row.id, row.body, row.live) for row in found] == [
            ("E0", "old", True),
            ("E1", "new 1", True),
            ("E2", "old", True),
            ("E3", "new 3", True),
        ]


def test_times_come_back_to_the_microsecond(engine: sa.Engine) -> None:
    until = datetime(2026, 3, 2, 8, 30, 1, 123456, tzinfo=UTC)
    with engine.begin() as db:
        bulk.insert(db, claim, [{"order_id": "o", "origin": "P1", "until": until}])
        assert db.execute(sa.select(claim.c.until)).scalar_one() == until


def test_nothing_is_asked_for_no_rows(engine: sa.Engine) -> None:
    with statements(engine) as seen, engine.begin() as db:
        bulk.insert(db, TOTE, [])
        bulk.update(db, TOTE, [])
    assert [one for one in seen if "tote" in one] == []


def test_a_row_that_is_there_already_is_an_error_of_integrity(engine: sa.Engine) -> None:
    """A push then tries once more."""
    rows = [{"id": "T1", "body": "{}"}, {"id": "T1", "body": "{}"}]
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as db:
        bulk.insert(db, TOTE, rows)
    assert _bodies(engine) == {}


@pytest.mark.parametrize("names", [[], ["T1"], ["T3", "T1", "no", "T1"], ["a'b\"c{},\\"]])
def test_a_statement_that_is_built_once_takes_any_names(
    engine: sa.Engine, names: list[str]
) -> None:
    there = {"T1", "T2", "T3", "a'b\"c{},\\"}
    chosen = sa.select(TOTE.c.id).where(among(TOTE.c.id, "names"))
    with engine.begin() as db:
        bulk.insert(db, TOTE, [{"id": name, "body": "{}"} for name in sorted(there)])
        assert set(db.execute(chosen, {"names": names}).scalars()) == there & set(names)
        db.execute(TOTE.delete().where(among(TOTE.c.id, "names")), {"names": names})
    assert _bodies(engine).keys() == there - set(names)
