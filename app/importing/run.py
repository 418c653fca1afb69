"""One import, from the file to the centre."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from app.clock import Clock
from app.domain.facts import NewFact
from app.errors import CentreAway
from app.importing.journal import Pusher, open_journal, record
from app.importing.leftovers import write_leftovers
from app.importing.master import lot_tracked, master_facts
from app.importing.orders import order_facts
from app.importing.tally import ImportTally
from app.intake.formats import ORDERS, Format
from app.intake.values import Parsed, ReadOptions
from app.paths import Home
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre

log = logging.getLogger(__name__)


class Watcher(Protocol):
    """Is told how far the import is; a progress bar, for example."""

    def phase(self, name: str) -> None:
        """A new phase begins: reading (counted in bytes), comparing, sending (in facts) ..."""
        ...

    def moved(self, done: int, total: int) -> None: ...


@dataclass(frozen=True)
class Request:
    """What to import. column_map, channel: "" = not given."""

    path: Path
    format: Format
    column_map: str = ""
    channel: str = ""


@dataclass(frozen=True)
class Result:
    """What an import did.

    channel: the channels of the orders. resumed: how many facts of an earlier run were sent first.
    conflicts: how many facts of this run the centre keeps for a person to look at.
    """

    parsed: Parsed
    tally: ImportTally
    channel: str
    rejected_file: str | None
    set_aside_file: str | None
    resumed: int
    conflicts: int


def run_import(
    request: Request, home: Home, centre_url: str, clock: Clock, watcher: Watcher
) -> Result:
    """Import a file. Raises EnvironmentFault and IntakeError.

    Facts that are in the journal by then are sent by the next run.
    """
    home.ensure()
    file = open_journal(home, centre_url)
    try:
        centre = SqlCentre.open(centre_url, clock)
        try:
            return _Run(request, file, centre, clock, watcher).result(home)
        finally:
            centre.close()
    except CentreAway as error:
        if not file.waiting:
            raise
        text = f"{error} {file.waiting} facts are kept here and go out with the next import."
        raise CentreAway(text) from error
    finally:
        file.close()


@dataclass(frozen=True)
class _Run:
    """An import whose journal and centre are open."""

    request: Request
    file: StationFile
    centre: SqlCentre
    clock: Clock
    watcher: Watcher

    def result(self, home: Home) -> Result:
        pusher = Pusher(self.file, self.centre)
        self.watcher.phase("sending what waits")
        resumed, earlier = pusher.push(self.watcher.moved), pusher.conflicts
        self.watcher.phase("reading")
        parsed = self._read()
        self.watcher.phase("comparing")
        tally = ImportTally()
        record(self.file, self._facts(parsed, tally), self.clock)
        self.watcher.phase("sending")
        pusher.push(self.watcher.moved)
        # Operators' rows hold badges and PINs: they are written only beside the user's own file.
        fallback = None if self.request.format.what == "operators" else home.rejected
        files = write_leftovers(self.request.path, parsed, fallback)
        return Result(
            parsed=parsed,
            tally=tally,
            channel=self._channel(parsed),
            rejected_file=files["rejected_file"],
            set_aside_file=files["set_aside_file"],
            resumed=resumed,
            conflicts=pusher.conflicts - earlier,
        )

    def _read(self) -> Parsed:
        request = self.request
        lots = lot_tracked(self.centre) if request.format.what == "stock" else frozenset()
        options = ReadOptions(
            channel=request.channel,
            column_map=request.column_map,
            lot_tracked=lots,
            progress=self.watcher.moved,
        )
        parsed = request.format.read(request.path, options)
        if parsed.unaccounted:
            log.error(
                "the reader of %s has lost %d lines of %s",
                request.format.name,
                parsed.unaccounted,
                request.path,
            )
        return parsed

    def _facts(self, parsed: Parsed, tally: ImportTally) -> Iterator[NewFact]:
        documents = self._watched(parsed.documents)
        if self.request.format.what == ORDERS:
            return order_facts(documents, self.centre, tally, parsed.endings, parsed.faulty)
        return master_facts(self.request.format.what, documents, self.centre, tally)

    def _watched(self, documents: list[Any]) -> Iterator[Any]:
        for number, document in enumerate(documents, start=1):
            yield document
            self.watcher.moved(number, len(documents))

    def _channel(self, parsed: Parsed) -> str:
        """The channels of the orders, separated by commas; "" for other data."""
        if self.request.format.what != ORDERS:
            return ""
        return ", ".join(sorted({one.channel for one in parsed.documents}))
