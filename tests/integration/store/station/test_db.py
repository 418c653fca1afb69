"""Reading takes no writer's turn, and memory is asked before the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.facts import FactKind, Kind, Subject
from app.domain.rows.orders import Order
from app.errors import StorageFault
from app.store.station.file import StationFile
from app.store.station.values import Entry
from tests.helpers.model import START, about, picked
from tests.helpers.statements import statements
from tests.integration.store.station.rows import order_row, take

K = FactKind
ORDER = Subject(Kind.ORDER, "shop:1")

READS: dict[str, Callable[[StationFile], Any]] = {
    "get": lambda file: file.rows.get(Order, "shop:1"),
    "at": lambda file: file.rows.at(ORDER),
    "find": lambda file: file.rows.find("1"),
    "find_each": lambda file: file.rows.find_each(("1", "2")),
    "names": lambda file: file.rows.names(Kind.ORDER, ("released",)),
    "count": lambda file: file.rows.count(("started",)),
    "facts_after": lambda file: file.history.facts_after(0, 10),
    "facts_about": lambda file: file.history.facts_about(ORDER),
    "last_fact": lambda file: file.history.last_fact(K.UNIT_PICKED),
    "subjects_of": lambda file: file.history.subjects_of((K.UNIT_PICKED,), Kind.ORDER, 5),
    "last_time": lambda file: file.history.last_time(),
    "answered": lambda file: file.history.answered("t-1"),
    "work_since": lambda file: file.history.work_since("11", START),
}


@pytest.fixture
def worked(file: StationFile) -> StationFile:
    take(file, order_row("1"), order_row("2"))
    file.record(None, [picked("shop:1")], at=START, operator="11")
    file.rows.forget()
    return file


@pytest.fixture
def busy(worked: StationFile, path: Path) -> Iterator[StationFile]:
    """Another program writes all the time."""
    with worked.db.reading() as db:
        db.exec_driver_sql("PRAGMA busy_timeout=20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield worked


@pytest.mark.parametrize("name", READS)
def test_a_read_does_not_wait_for_a_writer(busy: StationFile, name: str) -> None:
    with pytest.raises(StorageFault, match="locked"):
        busy.keep(replace(busy.meta, cursor="x"))  # the other one really holds it
    with statements(busy.db.engine) as seen:
        READS[name](busy)
    assert seen[0] == "BEGIN"
    assert seen[-1] == "COMMIT"
    assert seen.count("BEGIN") == 1


def test_a_read_sees_one_moment(worked: StationFile, path: Path) -> None:
    """Another connection commits between two statements of one snapshot."""
    with worked.db.reading() as db, closing(sqlite3.connect(path)) as other:
        before = db.exec_driver_sql("SELECT count(*) FROM base").scalar_one()
        with other:
            other.execute("DELETE FROM base")
        assert db.exec_driver_sql("SELECT count(*) FROM base").scalar_one() == before == 2
    with worked.db.reading() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM base").scalar_one() == 0


def test_a_transaction_that_failed_leaves_nothing(worked: StationFile) -> None:
    def half() -> None:
        with worked.db.writing() as db:
            db.exec_driver_sql("DELETE FROM base")
            raise LookupError

    with pytest.raises(LookupError):
        half()
    assert worked.rows.names(Kind.ORDER) == ("shop:1", "shop:2")


MEMORY: dict[str, Callable[[StationFile], Any]] = {
    "a row": lambda file: file.rows.get(Order, "shop:1"),
    "an unknown row": lambda file: file.rows.get(Order, "shop:none"),
    "claims": lambda file: file.rows.reserved,
    "a person's work": lambda file: file.history.work_since("11", START),
    "meta": lambda file: (file.meta, file.waiting, file.last_seq),
    "the same meta": lambda file: file.keep(replace(file.meta)),
    "nothing to record": lambda file: file.record(None, [], at=START, meta=replace(file.meta)),
    "the same claims": lambda file: file.refresh.set_reserved(dict(file.rows.reserved)),
    "a pull without news": lambda file: file.refresh.take_over([], full=False, meta=file.meta),
}


@pytest.mark.parametrize("name", MEMORY)
def test_what_memory_has_opens_no_transaction(worked: StationFile, name: str) -> None:
    worked.refresh.set_reserved({"shop:1": START})
    first = MEMORY[name](worked)
    version = worked.rows.version
    with statements(worked.db.engine) as seen:
        assert MEMORY[name](worked) == first
    assert seen == []
    assert worked.rows.version == version


def test_one_record_is_one_transaction_of_few_statements(worked: StationFile) -> None:
    entry = Entry(START, "sim", "X", "]C1", "pick", "unit_picked", "good", "11")
    facts = [picked("shop:1"), about(K.ORDER_PICKED, "shop:1")]
    meta = replace(worked.meta, session="s1", sscc_next=7)
    reads = ["SELECT base.body", "SELECT journal.seq,"] * 2  # an order and a bin, not asked before
    writes = [
        "INSERT INTO journal ",
        "INSERT INTO journal_subject ",
        "INSERT INTO scan_log ",
        "INSERT OR REPLACE INTO meta",
    ]
    with statements(worked.db.engine) as seen:
        worked.record(entry, facts, at=START, operator="11", meta=meta)
    expected = ["BEGIN IMMEDIATE", *reads, *writes, "COMMIT"]
    assert len(seen) == len(expected), seen
    assert all(a.startswith(b) for a, b in zip(seen, expected, strict=True)), seen
    with statements(worked.db.engine) as seen:
        worked.record(entry, facts, at=START, operator="11", meta=replace(meta, session="s2"))
    expected = ["BEGIN IMMEDIATE", *writes, "COMMIT"]
    assert all(a.startswith(b) for a, b in zip(seen, expected, strict=True)), seen
