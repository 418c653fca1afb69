"""Build one station from its home, with threads (a bench) or without (a script)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.clock import Clock, SystemClock
from app.config import Config
from app.device_api import LabelPrinter, Submit
from app.errors import CentreAway
from app.paths import Home
from app.station.desk import DeskWork, InlineDesk, ThreadDesk
from app.station.engine import Answer, Station
from app.station.loop import StationLoop
from app.station.ports import Hand, NoHand
from app.store.station_file import StationFile
from app.store.station_reader import StationReader
from app.sync.centre import SqlCentre
from app.sync.news import LinkChanged
from app.sync.worker import SyncSteps, SyncThread


@dataclass(frozen=True)
class Plan:
    """What a station is built from."""

    home: Home
    name: str
    config: Config
    centre_url: str
    clock: Clock
    language: str = "en"
    documents: Path | None = None

    @property
    def pictures(self) -> Path:
        """Folder of the product pictures; a relative one lies in the home."""
        return self.home.root / self.config.pictures


class ScriptBench:
    """A station without threads: everything an input leads to has happened when `feed` returns."""

    def __init__(self, plan: Plan, printers: Sequence[LabelPrinter]) -> None:
        self.loop = StationLoop()
        self.answers: list[Answer] = []
        self.file = StationFile.open(plan.home.station_file(plan.name), plan.name)
        self._reader = StationReader(self.file.path, plan.name)
        self._desk = InlineDesk(_desk_work(plan, printers, self.loop.submit))
        self._steps = _sync_steps(plan, self._reader, self.loop.submit)
        self.station = Station(
            self.file,
            plan.clock,
            plan.config,
            desk=self._desk,
            sync=_Wishes(self._steps.wish),
            hand=NoHand(),
            shown=self.answers.append,
            pictures=plan.pictures,
            language=plan.language,
        )
        self.loop.attach(self.station)
        self.online = True

    def open(self) -> None:
        """Take up where the file stands and meet the centre."""
        self.station.resume()
        self.settle()

    def feed(self, message: object) -> list[Answer]:
        """Handle one message and everything it leads to; the answers, oldest first."""
        self.answers.clear()
        self.loop.submit(message)
        self.loop.drain()
        self.settle()
        return list(self.answers)

    def settle(self) -> None:
        """Sync and drain until nothing is left to do."""
        while True:
            busy = self.online and self._step()
            if not (self.loop.drain() or busy):
                return

    def _step(self) -> bool:
        try:
            busy = self._steps.step()
        except CentreAway as error:
            self._steps.disconnect()
            self.online = False
            self.loop.submit(LinkChanged(online=False, reason=str(error)))
            return True
        if not self.station.link.online:
            self.loop.submit(LinkChanged(online=True))
            return True
        return busy

    def go_offline(self) -> None:
        self.online = False
        self._steps.disconnect()
        self.loop.submit(LinkChanged(online=False, reason="asked"))
        self.settle()

    def go_online(self) -> None:
        self.online = True
        self.settle()

    def close(self) -> None:
        self._steps.disconnect()
        self._desk.close()
        self._reader.close()
        self.file.close()


class ThreadBench:
    """A station with its threads: station, desk, sync. shown: called on the station thread."""

    def __init__(
        self,
        plan: Plan,
        printers: Sequence[LabelPrinter],
        shown: Callable[[Answer], None],
        hand: Hand | None = None,
    ) -> None:
        self.loop = StationLoop()
        self.file = StationFile.open(plan.home.station_file(plan.name), plan.name)
        self._reader = StationReader(self.file.path, plan.name)
        self._desk = ThreadDesk(_desk_work(plan, printers, self.loop.submit), self.loop.submit)
        steps = _sync_steps(plan, self._reader, self.loop.submit)
        self._sync = SyncThread(steps, self.loop.submit)
        self.station = Station(
            self.file,
            plan.clock,
            plan.config,
            desk=self._desk,
            sync=_Threaded(steps, self._sync),
            hand=hand or NoHand(),
            shown=shown,
            pictures=plan.pictures,
            language=plan.language,
        )
        self.loop.attach(self.station)

    def start(self) -> None:
        self.loop.start()
        self._sync.start()
        self._desk.start()

    def warm_up(self) -> None:
        """Load what the first label needs, while nobody waits for it."""
        self._desk.warm_up()

    def stop(self) -> bool:
        """Sync, then the engine (drained), then the desk. True = everything has ended."""
        ended = [self._sync.stop(), self.loop.stop(), self._desk.stop()]
        if all(ended):
            self._reader.close()
            self.file.close()
        return all(ended)


def _desk_work(plan: Plan, printers: Sequence[LabelPrinter], submit: Submit) -> DeskWork:
    documents = plan.documents or plan.home.documents
    return DeskWork(submit, plan.config, printers, documents=documents, pictures=plan.pictures)


def _sync_steps(plan: Plan, reader: StationReader, submit: Submit) -> SyncSteps:
    return SyncSteps(
        lambda: SqlCentre.open(plan.centre_url, SystemClock()),
        reader,
        plan.name,
        submit,
        plan.clock,
        reserve=plan.config.reserve,
    )


class _Wishes:
    """The sync port of a script: its steps are called by `settle`."""

    def __init__(self, wish: Callable[[str], None]) -> None:
        self._wish = wish

    def wish(self, order: str) -> None:
        self._wish(order)

    def wake(self) -> None:
        """The next `settle` pushes."""


class _Threaded:
    def __init__(self, steps: SyncSteps, thread: SyncThread) -> None:
        self._steps = steps
        self._thread = thread

    def wish(self, order: str) -> None:
        self._steps.wish(order)
        self._thread.wake()

    def wake(self) -> None:
        """Facts are pushed at the next turn, so that scans in a row share one."""
