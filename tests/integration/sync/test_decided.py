"""What a person's decision does to an exception at the centre, and that the proof agrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.desk.decide import decide
from app.domain.desk.decisions import ENDING, Decision
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.rows.exceptions import exception_name
from app.domain.rows.things import ExceptionRow
from app.importing.desk import CentreWorld
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.sync.apply import Batch
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from app.sync.proof.verify import verify
from tests.helpers.model import START, about, cancelled, picked, placed, stocked

K, D = FactKind, Decision
Stations = Callable[[str], StationFile]
ORDER, BIN = Subject(Kind.ORDER, "shop:1"), Subject(Kind.BIN, "B0")
SHORT = about(K.PICK_SHORT, "shop:1", line=1, sku="S0", quantity=1)
FOUND = about(K.SHORT_TAKEN_BACK, "shop:1", line=1, sku="S0", quantity=1)


class Desk:
    """A centre, and stations that write to it."""

    def __init__(self, centre: SqlCentre, station: Stations) -> None:
        self._centre = centre
        self._station = station

    def write(self, *facts: NewFact, at: str = "P1", by: str = "11", later: int = 0) -> Fact:
        """Write the facts and send them; the last one."""
        file = self._station(at)
        when = START + timedelta(minutes=later)
        made = file.record(None, facts, at=when, operator=by, device="sim")
        said = self._centre.hello(
            at, file.meta.incarnation, start=file.meta.start, wants_sscc=False
        )
        waiting = file.history.facts_after(said.last_seq, 1000)
        done = self._centre.push(at, file.meta.incarnation, said.epoch, waiting)
        file.keep(replace(file.meta, acked=done.last_seq))
        return made[-1]

    def row(self, kind: Kind, name: str) -> Any:
        stored = self._centre.row(kind, name)
        return None if stored is None else decoded(stored)

    def card(self, reason: str, item: Subject = ORDER) -> ExceptionRow:
        found = self.row(Kind.EXCEPTION, exception_name(reason, item, "").id)
        assert isinstance(found, ExceptionRow)
        return found

    def decision(
        self, row: ExceptionRow, decision: Decision, item: Subject | None = ORDER, note: str = ""
    ) -> NewFact:
        exception = exception_name(row.reason, item, row.station)
        body = {
            "card": row.event_id,
            "reason": row.reason,
            "decision": decision.value,
            "ends": decision in ENDING,
            "note": note,
        }
        return NewFact(K.EXCEPTION_DECIDED, (*((item,) if item else ()), exception), body)


@pytest.fixture
def desk(centre: SqlCentre, station: Stations) -> Desk:
    return Desk(centre, station)


@pytest.fixture(autouse=True)
def _proven(url: str, desk: Desk) -> Any:
    yield
    engine = open_centre(url)
    try:
        assert verify(engine).findings == []
    finally:
        engine.dispose()


class Listening:
    """Stands for a connection; the tables that are asked for, in their order."""

    def __init__(self) -> None:
        self.tables: list[str] = []

    def execute(self, query: sa.Select[Any], _names: Any) -> list[Any]:
        self.tables += [str(one) for one in query.columns_clause_froms]
        return []


def test_an_exception_is_locked_after_the_row_that_it_is_about() -> None:
    """Who picks for that order locks its row, and then what it opens: else they wait in a circle."""
    asked = Listening()
    exception = exception_name("short", ORDER, "P1")
    Batch(asked, START).lock((exception, ORDER, BIN))  # type: ignore[arg-type]  # it only asks
    assert asked.tables == ["bin", "orders", "exception"]


def test_accepting_closes_it_and_says_who_and_why(desk: Desk) -> None:
    desk.write(placed("1"), SHORT)
    before = desk.row(Kind.ORDER, "shop:1")
    said = desk.decision(desk.card("short"), D.ACCEPT, note="told the customer")
    fact = desk.write(said, at="P2", by="1", later=9)
    row = desk.card("short")
    assert (row.closed, row.closed_by, row.closed_at) == (True, "1", START + timedelta(minutes=9))
    assert (row.decision, row.note, row.decided_by) == ("accept", "told the customer", "1")
    assert row.evidence[-1] == fact.event_id
    assert desk.row(Kind.ORDER, "shop:1") == before


def test_the_second_decision_changes_nothing(desk: Desk) -> None:
    desk.write(placed("1"), SHORT)
    seen = desk.card("short")
    desk.write(desk.decision(seen, D.SHIP_PARTLY), at="P2", by="1")
    first = desk.card("short")
    desk.write(desk.decision(seen, D.ACCEPT), at="P3", by="2", later=5)
    assert desk.card("short") == first


def test_a_late_decision_does_not_close_what_was_opened_since(desk: Desk) -> None:
    desk.write(placed("1"), SHORT)
    seen = desk.card("short")
    desk.write(FOUND)
    desk.write(SHORT, later=3)
    desk.write(desk.decision(seen, D.ACCEPT), at="P2", by="1")
    row = desk.card("short")
    assert (row.closed, row.decision, row.times) == (False, "", 1)


def test_who_takes_it_keeps_it_open_until_the_work_is_done(desk: Desk) -> None:
    desk.write(placed("1"), SHORT)
    desk.write(desk.decision(desk.card("short"), D.TAKE), at="P2", by="1")
    row = desk.card("short")
    assert (row.closed, row.decision, row.decided_by) == (False, "take", "1")
    desk.write(FOUND, later=4)
    row = desk.card("short")
    assert (row.closed, row.closed_by, row.decision, row.decided_by) == (True, "11", "take", "1")


def counted(counted: int, expected: int, moves: int) -> NewFact:
    body = {"bin": "B0", "sku": "S0", "counted": counted, "expected": expected}
    return NewFact(K.BIN_COUNTED, (BIN,), body | {"delta": counted - expected, "moves": moves})


def test_a_count_ends_what_it_was_decided_for(desk: Desk) -> None:
    desk.write(*stocked("B0", "S0", 1), placed("1"), picked("shop:1"), picked("shop:1"))
    card = desk.card("negative_stock", BIN)
    desk.write(desk.decision(card, D.COUNT, BIN), at="P2", by="1")
    assert not desk.card("negative_stock", BIN).closed
    desk.write(counted(4, -1, desk.row(Kind.BIN, "B0").moves), later=8)
    row = desk.card("negative_stock", BIN)
    assert (row.closed, row.closed_by, row.decision) == (True, "11", "count")


def test_a_count_that_nobody_decided_on_ends_nothing(desk: Desk) -> None:
    """As before there were decisions: the rows of old facts stay as they are."""
    desk.write(*stocked("B0", "S0", 1), placed("1"), picked("shop:1"), picked("shop:1"))
    desk.write(counted(4, -1, desk.row(Kind.BIN, "B0").moves), later=8)
    assert not desk.card("negative_stock", BIN).closed


def test_a_count_that_did_not_know_all_is_wanted_again(desk: Desk) -> None:
    desk.write(*stocked("B0", "S0", 9), counted(9, 9, 0))
    desk.write(desk.decision(desk.card("recount", BIN), D.COUNT, BIN), by="1")
    desk.write(counted(9, 9, 0), later=2)
    row = desk.card("recount", BIN)
    assert (row.closed, row.decision, row.times) == (False, "count", 2)
    desk.write(counted(9, 9, desk.row(Kind.BIN, "B0").moves), later=4)
    assert desk.card("recount", BIN).closed


def test_goods_that_are_put_back_end_what_was_decided(desk: Desk) -> None:
    desk.write(*stocked("B0", "S0", 9), placed("1"), cancelled("shop:1"), picked("shop:1"))
    desk.write(desk.decision(desk.card("picked_cancelled"), D.PUT_BACK), by="1")
    body = {"line": 1, "sku": "S0", "bin": "B0", "quantity": 1, "from": "hand:P1"}
    desk.write(NewFact(K.UNIT_PUT_BACK, (ORDER, BIN), body), later=6)
    row = desk.card("picked_cancelled")
    assert (row.closed, row.decision, row.closed_by) == (True, "put_back", "11")


def test_another_label_ends_what_was_decided(desk: Desk) -> None:
    box = Subject(Kind.PARCEL, "9")
    sealed = {"sscc": "9", "order": "shop:1", "count": 1}
    desk.write(
        placed("1"),
        NewFact(K.PARCEL_OPENED, (ORDER, box), {"sscc": "9", "order": "shop:1", "number": 1}),
        NewFact(K.PARCEL_SEALED, (ORDER, box), sealed),
    )
    desk.write(NewFact(K.PARCEL_SEALED, (ORDER, box), sealed), at="P2")
    card = desk.card("sealed_twice", box)
    desk.write(desk.decision(card, D.NEW_LABEL, box), by="1")
    again = {"sscc": "9", "order": "shop:1", "count": 2, "reason": "desk"}
    desk.write(NewFact(K.LABEL_REPRINTED, (ORDER, box), again), later=3)
    assert desk.card("sealed_twice", box).closed


class Newer(StrEnum):
    TELEPORTED = "teleported"


def test_one_about_no_row_is_decided(desk: Desk) -> None:
    desk.write(NewFact(Newer.TELEPORTED))  # type: ignore[arg-type]  # no kind that we know
    name = exception_name("unknown_kind", None, "P1").id
    row = desk.row(Kind.EXCEPTION, name)
    desk.write(desk.decision(row, D.ACCEPT, None), at="P2", by="1")
    assert desk.row(Kind.EXCEPTION, name).closed


def test_the_office_decides_over_the_rows_of_the_centre(desk: Desk, centre: SqlCentre) -> None:
    """The facts that the desk makes, not such as a test would like."""
    desk.write(*stocked("B0", "S0", 9), placed("1"), SHORT)
    row = desk.card("short")
    world = CentreWorld(centre, ManualClock(START))
    made = decide(exception_name("short", ORDER, "").id, row, D.PICK_AGAIN, "", world)
    assert isinstance(made, tuple)
    desk.write(*made, at="P2", by="1")
    after = desk.row(Kind.ORDER, "shop:1")
    assert (after.pickable, after.lines[0].short) == (True, 0)
    row = desk.card("short")
    assert (row.closed, row.decision, row.closed_by) == (True, "pick_again", "1")
