"""Since when goods lie on the site: set when they come, kept while they lie, carried by moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.domain import codec
from app.domain.facts import FactKind, Kind
from app.domain.reduce import reduce
from app.domain.rows.since import NOW as NOW_WORD
from app.domain.rows.since import told
from app.domain.rows.stock_move import StockMove
from app.domain.rows.things import Bin
from app.domain.stock import StockKey
from tests.unit.domain.test_reduce import about
from tests.unit.domain.world import NOW

K = FactKind
TEA = StockKey("TEA", "L7")
DAY = timedelta(days=1)


def opened(row: Bin | None, units: int, at: datetime = NOW, **told_: Any) -> Bin:
    body = {"bin": "B", "sku": "TEA", "quantity": units, "delta": units, "key": codec.dump(TEA)}
    return _after(row, K.STOCK_OPENED, at, **body, **told_)


def counted(row: Bin, delta: int, at: datetime, **told_: Any) -> Bin:
    body = {"bin": "B", "sku": "TEA", "delta": delta, "expected": 0, "key": codec.dump(TEA)}
    return _after(row, K.BIN_COUNTED, at, **body, **told_)


def taken(row: Bin, units: int) -> Bin:
    body = {"bin": "B", "sku": "TEA", "quantity": units, "line": 1, "key": codec.dump(TEA)}
    return _after(row, K.UNIT_PICKED, NOW, **body)


def moved_in(row: Bin, units: int, since: str | None) -> Bin:
    move = StockMove("bin:A", "bin:B", TEA, TEA, units, since=since)
    return _after(row, K.STOCK_MOVED, NOW + 9 * DAY, **move.fact().body)


def _after(row: Bin | None, kind: FactKind, at: datetime, **body: Any) -> Bin:
    found = reduce(Kind.BIN, row, replace(about(kind, **body), occurred_at=at)).row
    assert isinstance(found, Bin)
    return found


def since(row: Bin) -> datetime | None:
    (item,) = row.stock
    return item.since


def test_what_comes_has_the_time_of_its_fact_until_nothing_of_it_is_left() -> None:
    row = opened(None, 3, since=NOW_WORD)
    assert since(row) == NOW
    row = opened(taken(row, 1), 2, NOW + DAY, since=NOW_WORD)
    assert since(row) == NOW, "some of the first lie there still"
    row = counted(taken(row, 4), 5, NOW + 2 * DAY, since=NOW_WORD)
    assert since(row) == NOW + 2 * DAY


def test_facts_of_before_there_were_times_leave_the_row_as_it_was() -> None:
    assert "since" not in codec.to_text(counted(opened(None, 3), 2, NOW + DAY))
    old = opened(None, 3)
    assert since(moved_in(old, 2, None)) is None
    assert since(opened(old, 2, since=NOW_WORD)) is None, (
        "what lies there is older than anybody knows"
    )


def test_a_move_brings_the_age_along_and_the_older_one_counts() -> None:
    row = opened(None, 3, NOW, since=NOW_WORD)
    assert told(row, TEA) == NOW.isoformat()
    assert told(None, TEA) == told(row, StockKey("TEA")) == ""
    empty = Bin("B")
    assert since(moved_in(empty, 2, told(row, TEA))) == NOW
    assert since(moved_in(opened(None, 1, NOW + DAY, since=NOW_WORD), 2, told(row, TEA))) == NOW
    assert since(moved_in(row, 2, (NOW + DAY).isoformat())) == NOW
    assert since(moved_in(row, 2, "")) is None, "nobody knows how old these are"


def test_what_is_put_back_is_as_old_as_it_was() -> None:
    row = taken(opened(None, 1, since=NOW_WORD), 1)
    body = {"bin": "B", "sku": "TEA", "quantity": 1, "line": 1, "key": codec.dump(TEA)}
    assert since(_after(row, K.PICK_UNDONE, NOW + DAY, **body)) == NOW
