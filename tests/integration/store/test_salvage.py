"""A damaged station file is set aside and begun anew; what the centre lacks of it is kept."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject, chain_hash
from app.errors import AlreadyRunning, DamagedFile
from app.store.station.file import StationFile
from app.store.station.salvage import Salvaged, open_station
from tests.conftest import StrayLogs

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path, stray_logs: StrayLogs) -> Path:
    stray_logs.expected.add("app.store.station.salvage")
    return tmp_path / "station-P1.db"


def filled(path: Path, facts: int, acked: int = 0) -> list[str]:
    """A file with some facts; their event ids."""
    file = StationFile.open(path, "P1")
    made: list[Fact] = []
    for number in range(facts):
        subject = (Subject(Kind.OPERATOR, "11"),)
        fact = NewFact(FactKind.SIGNED_IN, subject, {"number": number, "pad": "x" * 600})
        made += file.record(None, (fact,), at=NOW, operator="11")
    file.keep(replace(file.meta, acked=acked))
    file.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return [fact.event_id for fact in made]


def reopened(path: Path) -> tuple[list[str], Salvaged | None]:
    """Event ids of the file that is there now, checked to be a whole chain."""
    file, salvaged = open_station(path, "P1", NOW)
    try:
        facts = file.history.facts_after(0, 10_000)
        assert [fact.seq for fact in facts] == list(range(1, len(facts) + 1))
        previous = ""
        for fact in facts:
            assert fact.incarnation == file.meta.incarnation
            previous = chain_hash(previous, fact)
            assert fact.hash == previous
        return [fact.event_id for fact in facts], salvaged
    finally:
        file.close()


def page_of(path: Path, text: bytes) -> int:
    """Number, from 0, of the page that holds a text."""
    return path.read_bytes().index(text) // PAGE


def spoil(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(b"\xa5" * PAGE)


def cut(path: Path, to_page: int) -> None:
    """Shorten the file to so many pages."""
    with path.open("r+b") as file:
        file.truncate(to_page * PAGE)


def test_a_sound_file_is_left_alone(path: Path) -> None:
    ids = filled(path, 5)
    assert reopened(path) == (ids, None)


def test_facts_that_can_be_read_are_kept_and_the_rest_is_counted(path: Path) -> None:
    ids = filled(path, 200, acked=20)
    spoil(path, page_of(path, b'"number":100,'))
    with pytest.raises(DamagedFile):
        StationFile.open(path, "P1")
    found, salvaged = reopened(path)
    assert salvaged is not None
    assert salvaged.saved == len(found)
    assert salvaged.saved + salvaged.lost == 180
    assert 1 <= salvaged.lost < 30
    assert set(found) < set(ids[20:])
    assert found == [one for one in ids if one in set(found)]
    assert salvaged.kept.exists()
    assert reopened(path) == (found, None)


def test_what_was_changed_is_not_taken_for_a_fact(path: Path) -> None:
    ids = filled(path, 60)
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE journal SET body = replace(body, 'number', 'numbers') WHERE seq = 3")
        db.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spoil(path, page_of(path, b'"number":40,'))
    found, salvaged = reopened(path)
    assert salvaged is not None
    assert ids[2] not in found
    assert {ids[0], ids[1], ids[3], ids[4]} <= set(found)
    assert salvaged.saved + salvaged.lost == 60


def test_a_file_without_its_last_page(path: Path) -> None:
    """As a copy that was cut short: SQLite refuses the whole file, and all other pages are there."""
    ids = filled(path, 50, acked=7)
    pages = [page_of(path, f'"number":{number},'.encode()) for number in range(50)]
    cut(path, to_page=max(pages))
    gone = [one for one, page in zip(ids, pages, strict=True) if page == max(pages)]
    found, salvaged = reopened(path)
    assert found == [one for one in ids[7:] if one not in gone]
    assert salvaged is not None
    assert (salvaged.saved, salvaged.lost) == (len(found), len(gone))
    assert gone


def test_a_journal_whose_end_cannot_be_known(path: Path) -> None:
    ids = filled(path, 50)
    pages = [page_of(path, f'"number":{number},'.encode()) for number in range(50)]
    cut(path, to_page=pages[30])
    found, salvaged = reopened(path)
    assert found == [one for one, page in zip(ids, pages, strict=True) if page < pages[30]]
    assert salvaged is not None
    assert salvaged.sure is (salvaged.saved + salvaged.lost == 50)
    assert ("cannot be told" in str(salvaged)) is not salvaged.sure


def test_a_file_without_its_first_page(path: Path) -> None:
    """Nothing says any more where a table begins, what was acknowledged, or how long it was."""
    ids = filled(path, 50, acked=7)
    spoil(path, 0)
    found, salvaged = reopened(path)
    assert found == ids
    assert salvaged is not None
    assert (salvaged.saved, salvaged.lost, salvaged.sure) == (50, 0, False)
    assert "how many are lost cannot be told" in str(salvaged)


def test_facts_that_stand_in_the_log_alone(path: Path, tmp_path: Path) -> None:
    """A program that was killed has not moved them into the file yet."""
    ids = filled(path, 5)
    copy = tmp_path / "killed" / path.name
    copy.parent.mkdir()
    file = StationFile.open(path, "P1")
    made = file.record(None, (NewFact(FactKind.SIGNED_IN, (), {}),) * 3, at=NOW, operator="11")
    for part in path.parent.glob(f"{path.name}*"):
        shutil.copy(part, copy.parent)
    file.close()
    spoil(copy, 0)
    assert reopened(copy)[0] == [*ids, *(fact.event_id for fact in made)]


def test_facts_longer_than_a_page(path: Path) -> None:
    filled(path, 3)
    file = StationFile.open(path, "P1")
    long = NewFact(FactKind.SIGNED_IN, (), {"text": "ü" * 3 * PAGE, "number": "long"})
    made = file.record(None, (long,), at=NOW, operator="11")
    file.close()
    spoil(path, 0)
    found, _ = open_station(path, "P1", NOW)
    try:
        assert found.history.facts_after(3, 10)[0].body == made[0].body
    finally:
        found.close()


def test_a_file_of_which_nothing_can_be_read(path: Path) -> None:
    filled(path, 5)
    path.write_bytes(b"\xa5" * 3 * PAGE)
    found, salvaged = reopened(path)
    assert salvaged is not None
    assert (found, salvaged.saved, salvaged.lost, salvaged.sure) == ([], 0, 0, False)


def test_a_running_station_is_not_set_aside(path: Path) -> None:
    filled(path, 1)
    file = StationFile.open(path, "P1")
    try:
        with pytest.raises(AlreadyRunning):
            open_station(path, "P1", NOW)
    finally:
        file.close()
    assert list(path.parent.glob("*damaged*")) == []
