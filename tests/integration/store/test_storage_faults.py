"""A disk that is full, a file that is locked or damaged: a sentence, and nothing half done."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.rows.orders import Order
from app.errors import AlreadyRunning, StorageFault
from app.store import database
from app.store.lock import FileLock
from app.store.station.file import StationFile
from tests.helpers.model import START, placed

Reopen = Callable[[], StationFile]


def put(file: StationFile, ref: str, session: str) -> None:
    file.record(None, [placed(ref)], at=START, meta=replace(file.meta, session=session))


def put_many(file: StationFile, numbers: range) -> None:
    for number in numbers:
        put(file, str(number), f"s{number}")


def connection(file: StationFile) -> sqlite3.Connection:
    raw = file.db.engine.raw_connection()
    found = raw.driver_connection
    raw.close()
    assert isinstance(found, sqlite3.Connection)
    return found


def test_a_second_program_is_told_so(file: StationFile, path: Path) -> None:
    with pytest.raises(AlreadyRunning, match="Another program is already working here"):
        StationFile.open(path, "P1")
    put(file, "1", "s")
    assert file.last_seq == 1


def test_the_lock_goes_with_its_holder(tmp_path: Path) -> None:
    held = FileLock.take(tmp_path / "a.lock")
    with pytest.raises(AlreadyRunning):
        FileLock.take(tmp_path / "a.lock")
    held.release()
    FileLock.take(tmp_path / "a.lock").release()
    assert (tmp_path / "a.lock").read_text() == str(os.getpid())


def test_a_folder_in_the_files_place(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageFault, match=r"station-P1\.db cannot be written"):
        StationFile.open(path, "P1")
    path.rmdir()
    StationFile.open(path, "P1").close()  # the lock was given back


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("x")
    with pytest.raises(StorageFault, match="cannot be"):
        StationFile.open(tmp_path / "home" / "station-P1.db", "P1")


def test_a_damaged_file_is_kept(path: Path) -> None:
    path.write_bytes(b"no database at all, but long enough to look like one" * 200)
    before = path.read_bytes()
    with pytest.raises(StorageFault, match=r"is damaged\. Keep the file"):
        StationFile.open(path, "P1")
    assert path.read_bytes() == before


def test_a_page_overwritten_in_the_middle(file: StationFile, reopen: Reopen, path: Path) -> None:
    for number in range(60):
        put(file, str(number), "s")
    file.close()
    size = path.stat().st_size
    with path.open("r+b") as raw:
        raw.seek(4096)
        raw.write(b"\xff" * (size - 4096))
    with pytest.raises(StorageFault, match="damaged"):
        StationFile.open(path, "P1")
    path.unlink()
    reopen()


@pytest.mark.skipif(os.name == "nt", reason="mode bits")
def test_a_file_that_may_not_be_written(file: StationFile, path: Path) -> None:
    """Tried through SQLite's own switch: an administrator may write every file."""
    connection(file).execute("PRAGMA query_only=ON")
    with pytest.raises(StorageFault, match=r"cannot be written\. Check the folder"):
        put(file, "1", "s1")
    connection(file).execute("PRAGMA query_only=OFF")
    put(file, "1", "s1")
    assert (file.last_seq, file.meta.session) == (1, "s1")


def test_another_connection_that_holds_the_file(
    file: StationFile, reopen: Reopen, path: Path
) -> None:
    connection(file).execute("PRAGMA busy_timeout=20")
    put(file, "1", "s1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFault, match="is locked by another program"):
            put(file, "2", "s2")
        assert (file.last_seq, file.meta.session) == (1, "s1")
        other.execute("ROLLBACK")
    put(file, "2", "s2")
    assert (file.last_seq, reopen().meta.session) == (2, "s2")


def test_no_more_pages(file: StationFile, reopen: Reopen) -> None:
    put(file, "1", "s1")
    raw = connection(file)
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageFault, match=r"The disk is full.*nothing was lost"):
        put_many(file, range(2, 500))
    last = file.last_seq
    assert file.meta.session == f"s{last}"
    assert file.rows.get(Order, f"shop:{last + 1}") is None
    raw.execute("PRAGMA max_page_count=1000000")
    put(file, "again", "s-again")
    again = reopen()
    assert again.last_seq == last + 1
    assert again.meta.session == "s-again"
    assert again.history.facts_after(last, 9)[0].body["digest"] == "again-1"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    try:
        done = subprocess.run(words, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no mount here")
    if done.returncode:
        pytest.skip("file systems cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as raw:
        try:
            while raw.write(b"x" * 4096):
                pass
        except OSError:
            pass
    return filler


def test_a_disk_that_is_full_at_the_commit(small_disk: Path) -> None:
    """What is in memory must be what is on the disk, also where only the last step failed."""
    path = small_disk / "station-P1.db"
    file = StationFile.open(path, "P1")
    try:
        put(file, "1", "s1")
        filler = fill(small_disk)
        with pytest.raises(StorageFault, match="The disk is full"):
            put_many(file, range(2, 60))
        assert file.meta.session == f"s{file.last_seq}"
        with pytest.raises(StorageFault, match="The disk is full"):
            put_many(file, range(file.last_seq + 1, 60))
        assert file.meta.session == f"s{file.last_seq}"
        last = file.last_seq
        filler.unlink()
        # The very input that failed is done again.
        put(file, str(last + 1), f"s{last + 1}")
    finally:
        file.close()
    again = StationFile.open(path, "P1")
    try:
        assert again.last_seq == last + 1
        assert again.meta.session == f"s{last + 1}"
        again.keep(replace(again.meta, acked=1))
        assert again.meta.acked == 1
    finally:
        again.close()


def test_a_station_is_opened_on_a_full_disk_with_a_sentence(small_disk: Path) -> None:
    filler = fill(small_disk)
    with pytest.raises(StorageFault, match="disk is full"):
        StationFile.open(small_disk / "station-P1.db", "P1")
    filler.unlink()
    StationFile.open(small_disk / "station-P1.db", "P1").close()


def test_words_for_the_operator_never_name_the_library() -> None:
    for reason in (
        "database or disk is full",
        "database is locked",
        "unable to open database file",
    ):
        said = database._sentence(reason, "/x/station-P1.db")
        assert said.startswith(("The disk", "station-P1.db"))
        assert "sqlite" not in said.lower() and said.endswith(".")
