"""A station's file: what is recorded stays, and what the centre sends lies under it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject, chain_hash
from app.domain.rows.orders import Order, Sub
from app.domain.rows.shop_word import from_document
from app.domain.rows.things import Operator, Product
from app.store.station.file import StationFile
from app.store.station.values import Entry
from tests.helpers.model import START, about, order_document, picked, placed
from tests.integration.store.station.rows import order, order_row, row, take

Reopen = Callable[[], StationFile]
K = FactKind


def record(file: StationFile, *facts: NewFact, session: str = "") -> tuple[Fact, ...]:
    meta = replace(file.meta, session=session)
    return file.record(None, facts, at=START, operator="11", device="sim", meta=meta)


def verified(facts: tuple[Fact, ...]) -> bool:
    """Numbers without a gap, and every hash follows from the one before."""
    hashes = ["", *(fact.hash for fact in facts)]
    linked = all(
        chain_hash(before, fact) == fact.hash for before, fact in zip(hashes, facts, strict=False)
    )
    return linked and [fact.seq for fact in facts] == list(range(1, len(facts) + 1))


def test_what_is_recorded_is_there_after_a_start_in_its_order(
    file: StationFile, reopen: Reopen
) -> None:
    made = record(file, placed("1"), picked("shop:1"), session="s1")
    made += record(file, about(K.ORDER_PICKED, "shop:1"), session="s2")
    incarnation = file.meta.incarnation
    again = reopen()
    assert again.history.facts_after(0, 10) == made
    assert (again.last_seq, again.waiting, again.meta.acked) == (3, 3, 0)
    assert again.meta.session == "s2"
    assert again.meta.incarnation == incarnation
    assert order(again, "shop:1").sub is Sub.PICKED


def test_the_chain_goes_on_over_restarts(reopen: Reopen) -> None:
    for number in range(4):
        record(reopen(), placed(str(number)), picked(f"shop:{number}"))
    facts = reopen().history.facts_after(0, 100)
    assert verified(facts)
    assert len({fact.event_id for fact in facts}) == 8
    assert all(a.event_id < b.event_id for a, b in pairwise(facts))


@pytest.mark.parametrize("column", ["body", "operator", "occurred_at", "subjects", "event_id"])
def test_a_changed_fact_breaks_the_chain(
    file: StationFile, reopen: Reopen, path: Path, column: str
) -> None:
    record(file, placed("1"), picked("shop:1"), picked("shop:1"))
    assert verified(file.history.facts_after(0, 10))
    word = {"body": '{"line":1}', "occurred_at": "2020-01-01T00:00:00+00:00", "subjects": "[]"}
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"UPDATE journal SET {column} = ? WHERE seq = 2", [word.get(column, "X")])
    assert not verified(reopen().history.facts_after(0, 10))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(counts=st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_batches_of_any_size_leave_no_gap(tmp_path: Path, counts: list[int]) -> None:
    file = StationFile.open(tmp_path / f"{abs(hash(tuple(counts)))}.db", "P1")
    try:
        before = file.last_seq
        for count in counts:
            assert len(record(file, *(placed(str(n)) for n in range(count)))) == count
        assert file.last_seq == before + sum(counts)
        assert verified(file.history.facts_after(0, 1000))
    finally:
        file.close()


def test_the_scan_log_answers_a_ticket_once(file: StationFile, reopen: Reopen) -> None:
    entry = Entry(START, "sim", "X", "]C1", "home", "shown", "info", "11", '{"code":"X"}', "t-1")
    file.record(entry, [], at=START)
    assert reopen().history.answered("t-1") == ("shown", "info", '{"code":"X"}')
    again = reopen()
    assert again.history.answered("t-2") is None
    assert again.history.last_time() == START
    assert again.last_seq == 0


# --- the centre's rows ---------------------------------------------------------------------------


def test_own_facts_lie_on_the_centres_row_until_it_has_them(file: StationFile) -> None:
    take(file, order_row("1"))
    record(file, picked("shop:1"))
    assert order(file, "shop:1").lines[0].picked == 1
    centres = from_document(order_document("1"), "d")
    line = replace(centres.lines[0], picked=1)
    take(file, order_row("1", lines=(line,), sub=Sub.STARTED), applied=1)
    assert order(file, "shop:1").lines[0].picked == 1
    record(file, picked("shop:1"))
    assert order(file, "shop:1").lines[0].picked == 2


def test_staged_pages_become_visible_all_at_once(file: StationFile) -> None:
    take(file, order_row("1"))
    file.refresh.stage([order_row("1", sub=Sub.PACKED), order_row("2")])
    assert order(file, "shop:1").sub is Sub.RELEASED
    assert file.rows.get(Order, "shop:2") is None
    assert file.rows.names(Kind.ORDER) == ("shop:1",)
    take(file, order_row("3"), full=True)
    assert order(file, "shop:1").sub is Sub.PACKED
    assert set(file.rows.names(Kind.ORDER)) == {"shop:1", "shop:2", "shop:3"}
    assert file.meta.cursor == "c"


def test_pages_of_a_refresh_that_never_ended_are_forgotten(
    file: StationFile, reopen: Reopen
) -> None:
    """The next refresh may be another centre's, or one that has forgotten these rows."""
    file.refresh.stage([order_row("1")])
    again = reopen()
    take(again, order_row("2"), full=True)
    assert again.rows.names(Kind.ORDER) == ("shop:2",)


def test_a_full_refresh_drops_what_did_not_come(file: StationFile) -> None:
    take(file, order_row("1"), order_row("2"))
    take(file, order_row("2"), full=True)
    assert file.rows.names(Kind.ORDER) == ("shop:2",)
    assert file.rows.get(Order, "shop:1") is None
    assert file.rows.find("1") == ()
    assert file.rows.find("2") == (Subject(Kind.ORDER, "shop:2"),)


def test_a_full_refresh_keeps_rows_with_own_facts_the_centre_has_not_applied(
    file: StationFile, reopen: Reopen
) -> None:
    take(file, order_row("1"), order_row("2"))
    record(file, picked("shop:1"))
    take(file, order_row("3"), full=True)
    openings: tuple[Reopen, ...] = (lambda: file, reopen)
    for opening in openings:
        found = opening()
        assert order(found, "shop:1").lines[0].picked == 1
        assert set(found.rows.names(Kind.ORDER)) == {"shop:1", "shop:3"}
        assert found.rows.find("1") == (Subject(Kind.ORDER, "shop:1"),)


def test_a_closed_file_is_not_opened_again_behind_its_lock(file: StationFile) -> None:
    file.close()
    with pytest.raises(RuntimeError, match="closed"):
        file.rows.get(Order, "shop:1")


def test_a_row_that_is_gone_is_gone(file: StationFile) -> None:
    take(file, order_row("1"))
    take(file, row(Kind.ORDER, "shop:1", None))
    assert file.rows.get(Order, "shop:1") is None


def test_a_product_that_lost_a_barcode_is_not_found_by_it(file: StationFile) -> None:
    take(file, row(Kind.PRODUCT, "MUG", Product("MUG", "Mug", ("9521321000003", "OLD"))))
    assert file.rows.find("OLD") == (Subject(Kind.PRODUCT, "MUG"),)
    take(file, row(Kind.PRODUCT, "MUG", Product("MUG", "Mug", ("9521321000010",))))
    assert file.rows.find("OLD") == () == file.rows.find("9521321000003")
    assert file.rows.find("9521321000010") == (Subject(Kind.PRODUCT, "MUG"),)


def test_an_operator_who_got_a_new_badge_is_not_found_by_the_old_one(file: StationFile) -> None:
    take(file, row(Kind.OPERATOR, "11", Operator("11", "Ann", "aa")))
    take(file, row(Kind.OPERATOR, "11", Operator("11", "Ann", "bb")))
    assert file.rows.find("\x1fbadge:aa") == ()
    assert file.rows.find("\x1fbadge:bb") == (Subject(Kind.OPERATOR, "11"),)


def test_the_queue_is_by_priority_then_time(file: StationFile) -> None:
    take(file, order_row("a"), order_row("b", priority=2), order_row("c", cut_off=START))
    assert file.rows.names(Kind.ORDER, ("released",)) == ("shop:b", "shop:c", "shop:a")
    assert file.rows.names(Kind.ORDER, ("released",), limit=1) == ("shop:b",)
    assert file.rows.count(("released",)) == 3
    record(file, picked("shop:a"))
    assert file.rows.count(("released",)) == 2
    assert file.rows.count(("started",)) == 1


def test_a_limit_counts_no_row_with_own_facts(file: StationFile) -> None:
    """Such a row may have left the queue; counted, it would hide what waits behind it."""
    take(file, *(order_row(ref) for ref in "abcd"))
    record(file, picked("shop:a"), picked("shop:c"))
    first = file.rows.names(Kind.ORDER, ("released",), limit=1)
    assert first == ("shop:a", "shop:b", "shop:c")
    assert set(file.rows.names(Kind.ORDER, ("released",), limit=2)) == {
        "shop:a",
        "shop:b",
        "shop:c",
        "shop:d",
    }


def test_a_new_life_keeps_the_unsent_facts_and_drops_the_numbers(file: StationFile) -> None:
    record(file, placed("1"), placed("2"), placed("3"))
    file.keep(replace(file.meta, acked=1, sscc_next=7, sscc_end=99))
    before = file.meta.incarnation
    file.new_incarnation()
    lives = [fact.incarnation for fact in file.history.facts_after(0, 9)]
    assert lives == [before, file.meta.incarnation, file.meta.incarnation]
    assert file.meta.incarnation != before
    assert (file.meta.start, file.meta.sscc_next, file.meta.sscc_end) == (1, 0, 0)
    assert verified(file.history.facts_after(0, 9))


def test_claims_are_replaced_as_a_whole(file: StationFile) -> None:
    file.refresh.set_reserved({"shop:1": START, "shop:2": START})
    file.refresh.set_reserved({"shop:2": START})
    assert file.rows.reserved == {"shop:2": START}
    file.refresh.set_reserved({})
    assert file.rows.reserved == {}
