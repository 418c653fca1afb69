"""A disk that is full is often found at the commit: then memory is what it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from app.domain.facts import Fact, FactKind, Kind
from app.domain.rows.orders import Order, Sub
from app.errors import StorageFault
from app.store.station.file import StationFile
from app.store.station.meta import Trim
from tests.helpers.model import START, about, packed, picked, placed
from tests.integration.store.station.rows import order_row, take

Reopen = Callable[[], StationFile]
LATER = START + timedelta(hours=1)


@contextmanager
def full_disk(engine: sa.Engine) -> Iterator[None]:
    """Whatever is written meanwhile is not committed."""

    def full(db: sa.Connection) -> None:
        if db.get_execution_options().get("reads"):
            return
        error = sqlite3.OperationalError("database or disk is full")
        raise sa.exc.OperationalError("COMMIT", {}, error)

    event.listen(engine, "commit", full)
    try:
        yield
    finally:
        event.remove(engine, "commit", full)


def elsewhere(file: StationFile) -> list[Fact]:
    """Facts of another file of this station."""
    return [replace(fact, event_id=f"{fact.event_id}-") for fact in file.history.facts_after(0, 9)]


CHANGES: dict[str, Callable[[StationFile], Any]] = {
    "record": lambda file: file.record(
        None,
        [picked("shop:1"), placed("9"), *packed("shop:2", "s2", 2)],
        at=START,
        operator="11",
        meta=replace(file.meta, session="new"),
    ),
    "adopt": lambda file: file.adopt(elsewhere(file)),
    "keep": lambda file: file.keep(replace(file.meta, cursor="", trims={"A": Trim("x", "")})),
    "new_incarnation": lambda file: file.new_incarnation(),
    "stage": lambda file: file.refresh.stage([order_row("5")]),
    "take_over": lambda file: file.refresh.take_over(
        [order_row("1", sub=Sub.PACKED)], full=True, meta=replace(file.meta, applied=1)
    ),
    "set_reserved": lambda file: file.refresh.set_reserved({"shop:2": LATER}),
}


def remembered(file: StationFile) -> tuple[object, ...]:
    return (
        file.meta,
        file.last_seq,
        file.waiting,
        file.rows.version,
        dict(file.rows.reserved),
        file.history.work_since("11", START),
    )


def answered(file: StationFile) -> tuple[object, ...]:
    """By the disk or by memory."""
    rows = [file.rows.get(Order, f"shop:{ref}") for ref in (1, 2, 5, 9)]
    return rows, file.rows.names(Kind.ORDER), file.history.facts_after(0, 99)


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_not_committed_is_not_in_memory(
    file: StationFile, reopen: Reopen, name: str
) -> None:
    take(file, order_row("1"), order_row("2"))
    facts = [picked("shop:1"), about(FactKind.ORDER_PACKED, "shop:1")]
    file.record(None, facts, at=START, operator="11", meta=replace(file.meta, session="old"))
    file.refresh.set_reserved({"shop:1": START})
    before, there = remembered(file), answered(file)
    with full_disk(file.db.engine), pytest.raises(StorageFault, match="The disk is full"):
        CHANGES[name](file)
    assert remembered(file) == before
    assert answered(file) == there
    file.rows.forget()
    assert answered(file) == there
    CHANGES[name](file)  # the very same, once there is room again
    after = answered(file)
    take(file, applied=file.meta.applied)  # a page that was put aside comes with it
    again = reopen()
    assert again.meta == file.meta
    assert name == "stage" or answered(again) == after
