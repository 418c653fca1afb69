"""One import, from the file to the centre."""

from __future__ import annotations

from dataclasses import dataclass

from app.clock import Clock
from app.errors import CentreAway
from app.importing.journal import Pusher, open_journal, record
from app.importing.leftovers import write_leftovers
from app.importing.reading import Reading, Request, Watcher
from app.importing.tally import ImportTally
from app.intake import site_rules
from app.intake.site_rules import SiteRules
from app.intake.values import Parsed
from app.paths import Home
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre


@dataclass(frozen=True)
class Result:
    """What an import did, or of a dry run would do.

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
    rules = site_rules.load(home.root)
    if request.dry_run:
        return _tried(request, rules, centre_url, clock, watcher)
    file = open_journal(home, centre_url)
    try:
        centre = SqlCentre.open(centre_url, clock)
        try:
            reading = Reading(request, centre, rules, watcher)
            return _Run(reading, file, centre, clock).result(home)
        finally:
            centre.close()
    except CentreAway as error:
        if not file.waiting:
            raise
        text = f"{error} Facts kept here for the next import: {file.waiting}."
        raise CentreAway(text) from error
    finally:
        file.close()


def _tried(
    request: Request, rules: SiteRules, centre_url: str, clock: Clock, watcher: Watcher
) -> Result:
    """What an import would do, by a look at the centre."""
    centre = SqlCentre.open(centre_url, clock)
    try:
        reading = Reading(request, centre, rules, watcher)
        watcher.phase("reading")
        parsed = reading.read()
        tally = ImportTally()
        watcher.phase("comparing")
        for _fact in reading.facts(parsed, tally):
            pass
        return Result(parsed, tally, reading.channel(parsed), None, None, resumed=0, conflicts=0)
    finally:
        centre.close()


@dataclass(frozen=True)
class _Run:
    """An import whose journal and centre are open."""

    reading: Reading
    file: StationFile
    centre: SqlCentre
    clock: Clock

    def result(self, home: Home) -> Result:
        request, watcher = self.reading.request, self.reading.watcher
        pusher = Pusher(self.file, self.centre)
        watcher.phase("sending what waits")
        resumed, earlier = pusher.push(watcher.moved), pusher.conflicts
        watcher.phase("reading")
        parsed = self.reading.read()
        watcher.phase("comparing")
        tally = ImportTally()
        record(self.file, self.reading.facts(parsed, tally), self.clock)
        watcher.phase("sending")
        pusher.push(watcher.moved)
        # Operators' rows hold badges and PINs: they are written only beside the user's own file.
        fallback = None if request.format.what == "operators" else home.rejected
        files = write_leftovers(request.path, parsed, fallback)
        return Result(
            parsed=parsed,
            tally=tally,
            channel=self.reading.channel(parsed),
            rejected_file=files["rejected_file"],
            set_aside_file=files["set_aside_file"],
            resumed=resumed,
            conflicts=pusher.conflicts - earlier,
        )
