"""Builds one station from its home, with threads (a bench) or without (a script)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.clock import Clock, SystemClock
from app.compose.equipment import Equipment, InlineEquipment, Specs
from app.config import Config
from app.device_api import LabelPrinter
from app.errors import CentreAway
from app.paths import Home
from app.station.answer import Answer
from app.station.desk import DeskWork, InlineDesk, ThreadDesk
from app.station.engine import Station
from app.station.loop import StationLoop
from app.station.messages import Message, Submit
from app.station.workflow import Table
from app.station.workflows import WORKFLOWS
from app.store.station.reader import StationReader
from app.store.station.salvage import open_station
from app.sync.centre import SqlCentre
from app.sync.news import LinkChanged
from app.sync.thread import REMOTE_POLL_S, SyncThread
from app.sync.wake import Listener
from app.sync.worker import SyncSteps


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
    workflows: Table = field(default_factory=lambda: WORKFLOWS)

    @property
    def pictures(self) -> Path:
        """The folder of the product pictures; a relative path begins at the home."""
        return self.home.root / self.config.pictures


class ScriptBench:
    """A station without threads: `feed` returns when all that an input leads to has happened."""

    def __init__(
        self, plan: Plan, printers: Sequence[LabelPrinter], specs: Specs | None = None
    ) -> None:
        self.loop = StationLoop()
        self.answers: list[Answer] = []
        self.file, self.salvaged = open_station(
            plan.home.station_file(plan.name), plan.name, plan.clock.now()
        )
        self._reader = StationReader(self.file.path, plan.name)
        self._equipment = InlineEquipment(specs or Specs(), printers, self.loop.submit)
        self._desk = InlineDesk(_desk_work(plan, self._equipment, self.loop.submit))
        self._steps = _sync_steps(plan, self._reader, self.loop.submit)
        self.station = Station(
            self.file,
            plan.clock,
            plan.config,
            desk=self._desk,
            sync=_Wishes(self._steps),
            hand=self._equipment.hand,
            shown=self.answers.append,
            pictures=plan.pictures,
            language=plan.language,
            workflows=plan.workflows,
        )
        self.loop.attach(self.station)
        self.online = True

    def open(self) -> None:
        """Go on from the state in the station's file, and meet the centre."""
        self.station.resume(self.salvaged)
        self.settle()

    def feed(self, message: Message) -> list[Answer]:
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
            self.loop.submit(LinkChanged.lost(error))
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

    def leave(self) -> None:
        """The day ends: what nobody has begun here is given back to the centre."""
        self._steps.leave()

    def close(self) -> None:
        self._steps.disconnect()
        self._equipment.close()
        self._reader.close()
        self.file.close()


class ThreadBench:
    """A station with its threads: station, desk, sync, devices.

    shown: called on the station thread.
    """

    def __init__(
        self,
        plan: Plan,
        printers: Sequence[LabelPrinter],
        shown: Callable[[Answer], None],
        specs: Specs | None = None,
    ) -> None:
        self.loop = StationLoop()
        submit = self.loop.submit
        self._equipment = Equipment(specs or Specs(), printers, submit, plan.clock)
        self.file, self.salvaged = open_station(
            plan.home.station_file(plan.name), plan.name, plan.clock.now()
        )
        self._reader = StationReader(self.file.path, plan.name)
        self._desk = ThreadDesk(_desk_work(plan, self._equipment, submit), submit)
        steps = _sync_steps(plan, self._reader, self.loop.submit)
        self._sync, self._listener = _sync_thread(plan, steps, submit)
        self.station = Station(
            self.file,
            plan.clock,
            plan.config,
            desk=self._desk,
            sync=_Threaded(steps, self._sync),
            hand=self._equipment.hand,
            shown=shown,
            pictures=plan.pictures,
            language=plan.language,
            workflows=plan.workflows,
        )
        self.loop.attach(self.station)

    def start(self) -> None:
        self.loop.start(self.salvaged)
        self._sync.start()
        if self._listener is not None:
            self._listener.start()
        self._desk.start()
        self._equipment.start()

    def warm_up(self) -> None:
        """Load what the first label needs, before somebody waits for one."""
        self._desk.warm_up()

    def look_now(self) -> None:
        """Ask the centre for news at once."""
        self._sync.wake()

    def stop(self) -> bool:
        """Stop the inputs first, so that all that came is durable. Whether all has ended."""
        ended = [
            self._equipment.stop_reading(),
            self._listener is None or self._listener.stop(),
            self._sync.stop(),
            self.loop.stop(),
            self._desk.stop(),
            self._equipment.stop_printing(),
        ]
        if all(ended):
            self._reader.close()
            self.file.close()
        return all(ended)


def _desk_work(plan: Plan, equipment: Equipment | InlineEquipment, submit: Submit) -> DeskWork:
    return DeskWork(
        submit,
        plan.config,
        equipment.printers,
        documents=plan.documents or plan.home.documents,
        pictures=plan.pictures,
        elsewhere=equipment.elsewhere,
        logo=plan.home.root / plan.config.logo if plan.config.logo else None,
    )


def _sync_steps(plan: Plan, reader: StationReader, submit: Submit) -> SyncSteps:
    return SyncSteps(
        lambda: SqlCentre.at(plan.centre_url, SystemClock()),
        reader,
        plan.name,
        submit,
        plan.clock,
        reserve=plan.config.reserve,
    )


def _sync_thread(
    plan: Plan, steps: SyncSteps, submit: Submit
) -> tuple[SyncThread, Listener | None]:
    """The sync of this centre. A server is polled rarely, as it gives hints; a file is often."""
    if plan.centre_url.startswith("sqlite:"):
        return SyncThread(steps, submit), None
    thread = SyncThread(steps, submit, poll_s=REMOTE_POLL_S)
    return thread, Listener(plan.centre_url, thread.wake)


class _Wishes:
    """The Sync port of a script, whose steps `settle` takes."""

    def __init__(self, steps: SyncSteps) -> None:
        self.wish = steps.wish
        self.give_back = steps.give_back
        self.stand = steps.stand

    def wake(self) -> None:
        """Nothing: the next `settle` pushes."""


class _Threaded:
    def __init__(self, steps: SyncSteps, thread: SyncThread) -> None:
        self._steps = steps
        self._thread = thread

    def wish(self, order: str) -> None:
        self._steps.wish(order)
        self._thread.wake()

    def give_back(self, order: str) -> None:
        self._steps.give_back(order)
        self._thread.wake()

    def stand(self, text: str) -> None:
        self._steps.stand(text)

    def wake(self) -> None:
        """Push the facts at the sync's next turn, so that scans in a row share one push."""
