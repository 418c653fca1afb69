"""A station's file that is damaged: set aside, begun anew, and what can be read of it kept.

Facts the centre has not acknowledged are read out one by one and journalled again under a new
incarnation. They keep their event ids, so a fact that had reached the centre after all counts once.
Facts that cannot be read are counted. Everything else in the file is the centre's and comes back
with the next pull.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from app.domain.facts import Fact, chain_hash
from app.errors import DamagedFile
from app.store.journal_rows import fact_of
from app.store.station.file import StationFile

log = logging.getLogger(__name__)
_ACKED = "SELECT value FROM meta WHERE key = 'acked'"
_LAST = "SELECT max(seq) FROM journal"
_ONE = (
    "SELECT seq, incarnation, event_id, kind, subjects, body, occurred_at, operator, device, hash"
    " FROM journal WHERE seq = ?"
)
_GIVE_UP = 2000  # numbers in a row without a fact, where the last one cannot be read


@dataclass(frozen=True)
class Salvaged:
    """What became of a damaged file. kept: its new name. saved, lost: facts the centre lacked."""

    kept: Path
    saved: int
    lost: int

    def __str__(self) -> str:
        return (
            f"The station's file was damaged and begun anew: {self.saved} unsent facts were saved, "
            f"{self.lost} are lost. The damaged file is kept as {self.kept.name}."
        )


def open_station(path: Path, origin: str, now: datetime) -> tuple[StationFile, Salvaged | None]:
    """Open a station's file; a damaged one is rebuilt. Raises AlreadyRunning or StorageFault."""
    try:
        return StationFile.open(path, origin), None
    except DamagedFile as error:
        log.error("%s", error)  # noqa: TRY400  the sentence is the whole story
    kept = _set_aside(path, now)
    facts, lost = _read_out(kept, origin)
    file = StationFile.open(path, origin)
    file.adopt(facts)
    salvaged = Salvaged(kept, len(facts), lost)
    log.error("%s", salvaged)
    return file, salvaged


def _set_aside(path: Path, now: datetime) -> Path:
    """Rename the file and its write-ahead log; nothing is thrown away. Returns the new path."""
    names = (f"{path.stem}.damaged-{now:%Y%m%dT%H%M%S}-{number}.db" for number in count(1))
    kept = next(other for name in names if not (other := path.with_name(name)).exists())
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    return kept


def _read_out(path: Path, origin: str) -> tuple[list[Fact], int]:
    """The unsent facts that can be read and are unchanged, in order; and how many were lost."""
    try:
        with closing(sqlite3.connect(path)) as db:
            return _facts(db, origin)
    except sqlite3.Error as error:
        log.error("nothing of %s can be read: %s", path.name, error)  # noqa: TRY400  it says it all
        return [], 0


def _facts(db: sqlite3.Connection, origin: str) -> tuple[list[Fact], int]:
    acked = _number(_value(db, _ACKED))
    last = _value(db, _LAST)
    found: list[Fact] = []
    lost = 0
    before = _fact(db, origin, acked)
    for seq in _numbers(db, acked + 1, last):
        fact = _fact(db, origin, seq)
        if fact is None or (before is not None and chain_hash(before.hash, fact) != fact.hash):
            lost, before = lost + 1, None
            continue
        found.append(fact)
        before = fact
    if last is None:  # the numbers tried after the last readable fact need not have existed
        lost = max(0, lost - _GIVE_UP)
    return found, lost


def _numbers(db: sqlite3.Connection, first: int, last: Any) -> Iterator[int]:
    """Sequence numbers up to the last fact; where the last is unknown, until _GIVE_UP in a row are
    missing.
    """
    if last is not None:
        yield from range(first, int(last) + 1)
        return
    seq, missing = first, 0
    while missing < _GIVE_UP:
        yield seq
        missing = 0 if _value(db, _ONE, seq) else missing + 1
        seq += 1


def _value(db: sqlite3.Connection, query: str, *values: int) -> Any:
    try:
        row = db.execute(query, values).fetchone()
    except sqlite3.Error:
        return None
    return row[0] if row else None


def _number(text: Any) -> int:
    """0 where it cannot be read: the centre knows by their event ids what it has already."""
    try:
        return int(text or 0)
    except ValueError:
        return 0


def _fact(db: sqlite3.Connection, origin: str, seq: int) -> Fact | None:
    """One fact of the damaged file; None where it is missing or cannot be read as a fact."""
    try:
        found = db.execute(_ONE, (seq,))
        row = found.fetchone()
        if row is None:
            return None
        names = [column[0] for column in found.description]
        return fact_of(origin, SimpleNamespace(**dict(zip(names, row, strict=True))))
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        return None
