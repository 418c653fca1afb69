"""A station's file that is damaged: set aside, begun anew, and what can be read of it kept.

Facts the centre has not acknowledged are read out page by page and journalled again under a new
incarnation. They keep their event ids, so a fact that had reached the centre after all counts once.
Facts that cannot be read are counted, and where their number cannot be known, that is said.
Everything else in the file is the centre's and comes back with the next pull.
"""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from types import SimpleNamespace

from app.domain.facts import Fact, chain_hash
from app.errors import DamagedFile
from app.store.journal_rows import fact_of
from app.store.station import carve
from app.store.station.file import StationFile
from app.store.station.tables import journal

log = logging.getLogger(__name__)
_ACKED = "SELECT value FROM meta WHERE key = 'acked'"
# The journal's last number stands at the end of the table, and in the whole of either index.
_LAST = (
    "SELECT max(seq) FROM journal",
    "SELECT max(seq) FROM journal INDEXED BY sqlite_autoindex_journal_1 WHERE event_id > ''",
)
_AT_LEAST = "SELECT max(seq) FROM journal_subject"
_COLUMNS = [column.name for column in journal.columns]


@dataclass(frozen=True)
class Salvaged:
    """What became of a damaged file. kept: its new name. saved, lost: facts the centre lacked.

    sure: False = more may be lost than `lost` says; the journal's end could not be read.
    """

    kept: Path
    saved: int
    lost: int
    sure: bool = True

    def __str__(self) -> str:
        if self.sure:
            lost = f"{self.lost} are lost."
        elif self.lost:
            lost = f"at least {self.lost} are lost; how many more cannot be told."
        else:
            lost = "how many are lost cannot be told."
        return (
            f"The station's file was damaged and begun anew: {self.saved} unsent facts were saved, "
            f"{lost} The damaged file is kept as {self.kept.name}."
        )


def open_station(path: Path, origin: str, now: datetime) -> tuple[StationFile, Salvaged | None]:
    """Open a station's file; a damaged one is rebuilt. Raises AlreadyRunning or StorageFault."""
    try:
        return StationFile.open(path, origin), None
    except DamagedFile as error:
        log.error("%s", error)  # noqa: TRY400  the sentence is the whole story
    kept = _set_aside(path, now)
    facts, lost, sure = _read_out(kept, origin)
    file = StationFile.open(path, origin)
    file.adopt(facts)
    salvaged = Salvaged(kept, len(facts), lost, sure)
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


def _read_out(path: Path, origin: str) -> tuple[list[Fact], int, bool]:
    """The unsent facts that can be read and are unchanged, in order; how many were lost; and
    whether that many is all.
    """
    acked, last, sure = _known(path)
    found = _carved(path, origin)
    last = max(last, *found, 0)
    kept: list[Fact] = []
    before = found.get(acked)
    for seq in range(acked + 1, last + 1):
        fact = found.get(seq)
        if fact is None or (before is not None and chain_hash(before.hash, fact) != fact.hash):
            before = None
            continue
        kept.append(fact)
        before = fact
    return kept, max(0, last - acked) - len(kept), sure


def _known(path: Path) -> tuple[int, int, bool]:
    """What SQLite still reads: the acknowledged number, the last one, and whether it is the last.

    The centre knows by their event ids what it has already, so an acknowledged number that cannot
    be read is 0.
    """
    try:
        with closing(sqlite3.connect(path)) as db:
            # Otherwise a file that is shorter than its first page says is refused as a whole.
            db.execute("PRAGMA writable_schema = ON")
            acked = _number(db, _ACKED)
            ends = [end for query in _LAST if (end := _number(db, query)) is not None]
            return acked or 0, max((*ends, _number(db, _AT_LEAST) or 0)), bool(ends)
    except sqlite3.Error as error:
        log.error("SQLite reads nothing of %s: %s", path.name, error)  # noqa: TRY400  says it all
        return 0, 0, False


def _number(db: sqlite3.Connection, query: str) -> int | None:
    """None = it cannot be read. A table without rows has 0."""
    try:
        row = db.execute(query).fetchone()
        return int(row[0] or 0) if row else 0
    except (sqlite3.Error, ValueError):
        return None


def _carved(path: Path, origin: str) -> dict[int, Fact]:
    """The facts of all pages that can be read, by their number."""
    found: dict[int, Fact] = {}
    for row in carve.rows(path, len(_COLUMNS)):
        values = dict(zip(_COLUMNS, row.values, strict=True)) | {"seq": row.number}
        try:
            found[row.number] = fact_of(origin, SimpleNamespace(**values))
        except (ValueError, TypeError):
            continue
    return found
