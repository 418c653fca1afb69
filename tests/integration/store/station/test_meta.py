"""What a file keeps of itself is typed here and text on the disk, as it always was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import DamagedFile
from app.store.station.file import StationFile
from app.store.station.meta import Meta, Trim, meta_of, texts_of
from app.store.station.reader import StationReader
from app.store.station.salvage import open_station
from tests.conftest import StrayLogs
from tests.helpers.model import START, placed
from tests.helpers.statements import statements

Reopen = Callable[[], StationFile]

OLD = {
    "incarnation": "6a4e",
    "origin": "P1",
    "start": "3",
    "epoch": "e-1",
    "cursor": "48",
    "acked": "21",
    "applied": "20",
    "refreshed": "2026-11-27T17:55:28.594768+00:00",
    "sscc_next": "3",
    "sscc_end": "10001",
    "session": '{"language":"en"}',
    "contact": "2026-03-02T08:00:00+00:00",
    "latest": "2026-03-02T09:00:00+00:00",
    "trim:usb:1-2": '["]Q1", "\\r"]',
    "trim:COM3": '["", "\\u00a7"]',
}
"""Texts as the programs before this one wrote them."""
STRANGE = {"colour": "blue", "rim:x": "[1]", "later": ""}

TYPED = Meta(
    incarnation="6a4e",
    origin="P1",
    start=3,
    epoch="e-1",
    cursor="48",
    acked=21,
    applied=20,
    refreshed=datetime(2026, 11, 27, 17, 55, 28, 594768, UTC),
    sscc_next=3,
    sscc_end=10001,
    session='{"language":"en"}',
    contact=datetime(2026, 3, 2, 8, tzinfo=UTC),
    latest=datetime(2026, 3, 2, 9, tzinfo=UTC),
    trims={"usb:1-2": Trim("]Q1", "\r"), "COM3": Trim("", "§")},
)


def texts(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT key, value FROM meta"))


@pytest.fixture
def old(reopen: Reopen, path: Path) -> StationFile:
    """A file with every key there is, and some that nobody knows."""
    reopen().close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM meta")
        db.executemany("INSERT INTO meta VALUES (?, ?)", [*OLD.items(), *STRANGE.items()])
    return reopen()


def test_the_texts_of_older_programs_are_read_and_left_as_they_are(
    old: StationFile, path: Path
) -> None:
    assert old.meta == TYPED
    assert texts(path) == OLD | STRANGE
    assert texts_of(TYPED) == OLD


def test_only_what_has_changed_is_written_and_in_one_statement(
    old: StationFile, reopen: Reopen, path: Path
) -> None:
    new = replace(TYPED, cursor="", acked=22, trims={**TYPED.trims, "COM3": Trim("a", "b", "|")})
    with statements(old.db.engine) as seen:
        old.keep(new)
    assert [words.split(" INTO ")[0] for words in seen] == [
        "BEGIN IMMEDIATE",
        "INSERT OR REPLACE",
        "COMMIT",
    ]
    changed = {"cursor": "", "acked": "22", "trim:COM3": '["a", "b", "|"]'}
    assert texts(path) == OLD | STRANGE | changed
    assert old.meta == reopen().meta == new


def test_what_is_no_longer_known_is_no_longer_there(old: StationFile, path: Path) -> None:
    """An older program would take an empty text for a time."""
    old.keep(replace(TYPED, refreshed=None, contact=None, trims={}))
    gone = {"refreshed", "contact", "trim:usb:1-2", "trim:COM3"}
    assert texts(path) == {k: v for k, v in (OLD | STRANGE).items() if k not in gone}


def test_a_new_file_has_a_name_and_nothing_else(file: StationFile, path: Path) -> None:
    assert set(texts(path)) == {"incarnation", "origin"}
    assert file.meta == Meta(incarnation=file.meta.incarnation, origin="P1")
    assert len(file.meta.incarnation) == 36


def test_empty_texts_are_as_good_as_none() -> None:
    assert meta_of(dict.fromkeys(OLD.keys() - {"trim:usb:1-2", "trim:COM3"}, "")) == Meta()


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9)
times = st.none() | st.datetimes(timezones=st.just(UTC))


@given(
    st.builds(
        Meta,
        incarnation=words,
        origin=words,
        start=st.integers(0),
        epoch=words,
        cursor=words,
        acked=st.integers(0),
        applied=st.integers(0),
        refreshed=times,
        sscc_next=st.integers(0),
        sscc_end=st.integers(0),
        session=words,
        contact=times,
        latest=times,
        trims=st.dictionaries(words, st.builds(Trim, words, words, words), max_size=3),
    )
)
def test_every_meta_comes_back(values: Meta) -> None:
    assert meta_of(texts_of(values)) == values


def test_the_sync_reads_the_same(old: StationFile) -> None:
    old.refresh.set_reserved({"shop:1": START})
    reader = StationReader(old.path, "P1")
    try:
        state = reader.state()
    finally:
        reader.close()
    assert (state.incarnation, state.start, state.epoch, state.cursor) == ("6a4e", 3, "e-1", "48")
    assert (state.acked, state.sscc_left, state.refreshed) == (21, 9998, TYPED.refreshed)
    assert (set(state.reserved), state.waiting) == ({"shop:1"}, -21)


@pytest.mark.parametrize("key", ["acked", "contact", "trim:COM3"])
def test_a_text_that_makes_no_sense_is_damage_and_the_facts_are_saved(
    file: StationFile, path: Path, key: str, stray_logs: StrayLogs
) -> None:
    stray_logs.expected.add("app.store.station.salvage")
    made = file.record(None, [placed("1"), placed("2")], at=START)
    file.close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, 'x')", (key,))
    with pytest.raises(DamagedFile, match=r"station-P1\.db is damaged"):
        StationFile.open(path, "P1")
    again, salvaged = open_station(path, "P1", START)
    try:
        assert salvaged is not None
        assert (salvaged.saved, salvaged.lost) == (2, 0)
        kept = again.history.facts_after(0, 9)
        assert [fact.event_id for fact in kept] == [fact.event_id for fact in made]
    finally:
        again.close()
