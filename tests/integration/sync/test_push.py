"""What a push promises: exactly once, in order, whatever gets lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.rows.orders import Sub
from app.domain.rows.things import ExceptionRow
from app.store.centre.tables import ROWS, stock_move
from app.store.station.file import StationFile
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from app.sync.port import Fenced, Gap, Hello, StaleEpoch
from tests.helpers.model import START, Site, about, cancelled, packed, picked, placed, stocked

K = FactKind
Stations = Callable[[str], StationFile]


def record(file: StationFile, *facts: NewFact) -> tuple[Fact, ...]:
    return file.record(None, facts, at=START, operator="11", device="sim")


def hello(centre: SqlCentre, file: StationFile) -> Hello:
    return centre.hello(file.origin, file.meta.incarnation, start=file.meta.start, wants_sscc=False)


def push(centre: SqlCentre, file: StationFile) -> tuple[str, ...]:
    """All that waits; the conflicts."""
    said = hello(centre, file)
    done = centre.push(
        file.origin,
        file.meta.incarnation,
        said.epoch,
        file.history.facts_after(said.last_seq, 1000),
    )
    file.keep(replace(file.meta, acked=done.last_seq))
    return done.conflicts


def exceptions(centre: SqlCentre) -> list[ExceptionRow]:
    found = (centre.row(Kind.EXCEPTION, name) for name in centre.digests(Kind.EXCEPTION))
    return [decoded(row) for row in found if row is not None]


def order(centre: SqlCentre, name: str) -> object:
    row = centre.row(Kind.ORDER, name)
    return None if row is None else decoded(row)


def test_a_lost_answer_is_pushed_again_and_changes_nothing(
    centre: SqlCentre, station: Stations, url: str
) -> None:
    file = station("P1")
    facts = record(file, *stocked("B0", "S0", 9), placed("1"), picked("shop:1"))
    said = hello(centre, file)
    first = centre.push("P1", file.meta.incarnation, said.epoch, facts)
    before = centre.digests(Kind.ORDER), centre.digests(Kind.BIN), centre.timeline(Kind.BIN, "B0")
    again = centre.push("P1", file.meta.incarnation, said.epoch, facts)
    assert again.last_seq == first.last_seq == 4
    assert before == (
        centre.digests(Kind.ORDER),
        centre.digests(Kind.BIN),
        centre.timeline(Kind.BIN, "B0"),
    )
    site = Site(url, clock=None)  # type: ignore[arg-type]  # nothing here asks for the time
    assert len(site.events()) == 4
    assert sum(row["delta"] for row in site.rows(stock_move) if row["place"] == "bin:B0") == 8
    site.close()


def test_an_overlapping_batch_adds_only_what_is_new(centre: SqlCentre, station: Stations) -> None:
    file = station("P1")
    record(file, placed("1"), picked("shop:1"))
    push(centre, file)
    record(file, picked("shop:1"))
    said = hello(centre, file)
    done = centre.push("P1", file.meta.incarnation, said.epoch, file.history.facts_after(0, 10))
    assert done.last_seq == 3
    found = decoded(centre.row(Kind.ORDER, "shop:1"))  # type: ignore[arg-type]  # there is a row
    assert found.lines[0].picked == 2


def test_a_gap_is_refused_and_writes_nothing(centre: SqlCentre, station: Stations) -> None:
    file = station("P1")
    facts = record(file, placed("1"), placed("2"), placed("3"))
    said = hello(centre, file)
    with pytest.raises(Gap):
        centre.push("P1", file.meta.incarnation, said.epoch, facts[1:])
    with pytest.raises(Gap):
        centre.push("P1", file.meta.incarnation, said.epoch, (facts[0], facts[2]))
    assert centre.digests(Kind.ORDER) == {}
    assert hello(centre, file).last_seq == 0


def test_a_station_that_never_said_hello_is_refused(centre: SqlCentre, station: Stations) -> None:
    file = station("P1")
    epoch = hello(centre, file).epoch
    with pytest.raises(Gap):
        centre.push("P1", "another life", epoch, record(file, placed("1")))


def test_another_epoch_is_refused(centre: SqlCentre, station: Stations) -> None:
    file = station("P1")
    hello(centre, file)
    with pytest.raises(StaleEpoch):
        centre.push("P1", file.meta.incarnation, "yesterday", record(file, placed("1")))
    with pytest.raises(StaleEpoch):
        centre.pull("P1", file.meta.incarnation, "yesterday", "")


def test_a_copied_file_is_fenced_and_loses_nothing(
    centre: SqlCentre, station: Stations, tmp_path: Path
) -> None:
    file = station("P1")
    record(file, *stocked("B0", "S0", 9), placed("1"), picked("shop:1"))
    push(centre, file)
    twin = copied(file, tmp_path / "twin.db")
    try:
        assert twin.meta.incarnation == file.meta.incarnation
        record(file, picked("shop:1"))
        push(centre, file)
        theirs = record(twin, about(K.ORDER_PICKED, "shop:1"))
        said = hello(centre, twin)
        with pytest.raises(Fenced):
            centre.push("P1", twin.meta.incarnation, said.epoch, theirs)
        assert said.last_event != theirs[0].event_id
        twin.new_incarnation()
        assert push(centre, twin) == ()
        found = centre.timeline(Kind.ORDER, "shop:1")
        assert {row.fact.event_id for row in found} >= {theirs[0].event_id}
        assert [row.fact.kind for row in found].count("unit_picked") == 2
        # The original goes on undisturbed.
        record(file, about(K.PICK_LEFT, "shop:1"))
        assert push(centre, file) == ()
    finally:
        twin.close()


def copied(file: StationFile, path: Path) -> StationFile:
    """A clone of the disk, opened as the same station."""
    engine = sa.create_engine(f"sqlite:///{file.path}", poolclass=sa.pool.NullPool)
    with engine.connect() as db:
        db.exec_driver_sql("VACUUM INTO ?", (str(path),))
    engine.dispose()
    return StationFile.open(path, file.origin)


def test_an_old_copy_that_knows_less_than_the_centre_takes_a_new_life(
    centre: SqlCentre, station: Stations, tmp_path: Path
) -> None:
    file = station("P1")
    record(file, placed("1"))
    push(centre, file)
    old = copied(file, tmp_path / "old.db")
    try:
        record(file, picked("shop:1"))
        push(centre, file)
        said = hello(centre, old)
        assert said.last_seq == 2 and old.last_seq == 1
        old.new_incarnation()
        mine = record(old, picked("shop:1"))
        push(centre, old)
        found = decoded(centre.row(Kind.ORDER, "shop:1"))  # type: ignore[arg-type]  # there is a row
        assert found.lines[0].picked == 2
        assert mine[0].seq == 2
    finally:
        old.close()


def test_an_impossible_fact_is_kept_and_opens_an_exception(
    centre: SqlCentre, station: Stations, url: str
) -> None:
    record(station("P1"), *stocked("B0", "S0", 9), placed("1", quantity=1), picked("shop:1"))
    record(station("P2"), picked("shop:1"))
    assert push(centre, station("P1")) == ()
    (conflict,) = push(centre, station("P2"))
    (exception,) = exceptions(centre)
    assert (exception.event_id, exception.reason) == (conflict, "picked_twice")
    assert (exception.subject_id, exception.station, exception.operator) == ("shop:1", "P2", "11")
    last = centre.timeline(Kind.ORDER, "shop:1")[-1]
    assert (last.verdict, last.reason) == ("conflict", "picked_twice")
    # The goods did move.
    site = Site(url, clock=None)  # type: ignore[arg-type]  # never asked
    assert sum(row["delta"] for row in site.rows(stock_move) if row["place"] == "bin:B0") == 7
    site.close()


def test_a_row_that_a_conflict_left_as_it_was_is_told_all_the_same(
    centre: SqlCentre, station: Stations
) -> None:
    """The station that is wrong must see the row; it may never have had it."""
    file, other = station("P1"), station("P2")
    record(file, placed("1"))
    push(centre, file)
    before = order(centre, "shop:1")
    said = hello(centre, other)
    cursor = centre.pull("P2", other.meta.incarnation, said.epoch, "").cursor
    again = placed("1", quantity=9)
    record(other, replace(again, body={**again.body, "digest": "of another file"}))
    assert len(push(centre, other)) == 1
    assert order(centre, "shop:1") == before
    pulled = centre.pull("P2", other.meta.incarnation, said.epoch, cursor)
    assert [row.id for row in pulled.rows if row.kind == "order"] == ["shop:1"]


def test_a_shortage_is_applied_and_opens_an_exception(centre: SqlCentre, station: Stations) -> None:
    short = about(K.PICK_SHORT, "shop:1", line=1, sku="S0", quantity=1)
    record(station("P1"), placed("1"), short)
    assert push(centre, station("P1")) == ()
    assert [one.reason for one in exceptions(centre)] == ["short"]
    assert centre.timeline(Kind.ORDER, "shop:1")[-1].verdict == "applied"


def test_more_of_the_same_is_evidence_and_the_last_taken_back_settles_it(
    centre: SqlCentre, station: Stations
) -> None:
    def said(kind: FactKind) -> NewFact:
        return about(kind, "shop:1", line=1, sku="S0", quantity=1)

    facts = record(station("P1"), placed("1", quantity=2), said(K.PICK_SHORT), said(K.PICK_SHORT))
    push(centre, station("P1"))
    (one,) = exceptions(centre)
    assert (one.event_id, one.times, one.closed) == (facts[1].event_id, 2, False)
    assert one.evidence == tuple(fact.event_id for fact in facts[1:])
    record(station("P1"), said(K.SHORT_TAKEN_BACK))
    push(centre, station("P1"))
    assert [one.closed for one in exceptions(centre)] == [False]
    (last,) = record(station("P1"), said(K.SHORT_TAKEN_BACK))
    push(centre, station("P1"))
    (one,) = exceptions(centre)
    assert (one.closed, one.closed_at, one.evidence[-1]) == (True, START, last.event_id)
    record(station("P1"), said(K.PICK_SHORT))
    push(centre, station("P1"))
    assert [(one.closed, one.times) for one in exceptions(centre)] == [(False, 1)]


def test_two_rows_of_one_fact_in_conflict_are_two_exceptions(
    centre: SqlCentre, station: Stations
) -> None:
    names = ("shop:1", "shop:2")
    closed = NewFact(
        K.LOAD_CLOSED,
        tuple(Subject(Kind.ORDER, name) for name in names),
        {"load": "L", "ssccs": []},
    )
    record(station("P1"), placed("1"), placed("2"), *map(cancelled, names), closed)
    push(centre, station("P1"))
    assert sorted(one.subject_id for one in exceptions(centre)) == list(names)


@pytest.mark.parametrize("subjects", [(("order", "shop:1"),), (("drone", "D-1"),), ()])
def test_a_fact_of_an_unknown_kind_is_kept_and_shown(
    centre: SqlCentre, station: Stations, subjects: tuple[tuple[str, str], ...]
) -> None:
    file = station("P1")
    (known,) = record(file, placed("1"))
    strange = replace(known, seq=2, event_id="strange", kind="teleported", subjects=subjects)
    said = hello(centre, file)
    done = centre.push("P1", file.meta.incarnation, said.epoch, (known, strange))
    assert done.conflicts == ("strange",)
    assert [one.reason for one in exceptions(centre)] == ["unknown_kind"]
    assert decoded(centre.row(Kind.ORDER, "shop:1")).sub is Sub.RELEASED  # type: ignore[arg-type]  # there is a row
    for kind, name in subjects:
        if kind == "order":
            last = centre.timeline(Kind.ORDER, name)[-1]
            assert (last.fact.kind, last.reason) == ("teleported", "unknown_kind")


def test_a_timeline_is_told_in_order_and_whole(centre: SqlCentre, station: Stations) -> None:
    record(
        station("P1"), placed("1", quantity=1), picked("shop:1"), about(K.ORDER_PICKED, "shop:1")
    )
    push(centre, station("P1"))
    record(station("P2"), *packed("shop:1", "SSCC-1", 1))
    push(centre, station("P2"))
    found = centre.timeline(Kind.ORDER, "shop:1")
    assert [row.fact.kind for row in found] == [
        "order_placed",
        "unit_picked",
        "order_picked",
        "pack_started",
        "parcel_opened",
        "unit_packed",
        "parcel_sealed",
        "label_proven",
        "order_packed",
    ]
    assert [row.fact.origin for row in found] == ["P1"] * 3 + ["P2"] * 6
    assert all(row.fact.occurred_at == START and row.fact.operator == "11" for row in found)
    assert len(centre.timeline(Kind.PARCEL, "SSCC-1")) == 4
    assert ROWS[Kind.PARCEL].name == "parcel"
