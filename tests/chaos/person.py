"""One station with a person at it, on a line that fails."""

from __future__ import annotations

import queue
import random
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from app.clock import SystemClock
from app.compose.bench import Plan, ThreadBench
from app.config import Config
from app.demo.operator import Act, SimulatedOperator
from app.device_api import Scan
from app.paths import Home
from app.station.answer import Answer
from app.station.engine import Station
from app.station.messages import Press
from app.station.sign_in.view import SignInView
from app.station.views import View
from devices.printers.folder import FolderPrinter
from tests.helpers.fault_proxy import Fault, FaultProxy
from tests.helpers.program import DEADLINE_S, wait_until

ANSWER_S = 2.0


class JumpClock:
    """The machine's clock, set wrong."""

    def __init__(self) -> None:
        self.off = timedelta()

    def now(self) -> datetime:
        return SystemClock().now() + self.off


@dataclass
class Promises:
    """last_seq: the journal was this long when an answer was shown, so this much is safe."""

    last_seq: int = 0
    inputs: int = 0


@dataclass
class Desk:
    """A station that can be killed and opened again on the same file."""

    name: str
    home: Home
    url: str
    line: FaultProxy
    reserve: int = 5
    clock: JumpClock = field(default_factory=JumpClock)
    promises: Promises = field(default_factory=Promises)
    answers: queue.SimpleQueue[Answer] = field(default_factory=queue.SimpleQueue)
    lives: int = 0
    bench: ThreadBench | None = None

    @property
    def path(self) -> Path:
        return self.home.station_file(self.name)

    def open(self) -> None:
        plan = Plan(self.home, self.name, Config(reserve=self.reserve), self.url, self.clock)
        self.lives += 1
        self.bench = ThreadBench(plan, (FolderPrinter(self.home.labels),), self._heard)
        assert self.bench.file.last_seq >= self.promises.last_seq, f"{self.name} lost facts"
        self.bench.start()

    def _heard(self, answer: Answer) -> None:
        bench = self.bench
        if bench is not None:
            self.promises.last_seq = max(self.promises.last_seq, bench.file.last_seq)
        self.answers.put(answer)

    def kill(self) -> None:
        """Between two inputs: what is queued then is never handled."""
        bench = self.bench
        assert bench is not None
        bench.loop.attach(cast("Station", None))
        self._end(bench)

    def close(self) -> None:
        if self.bench is not None:
            self._end(self.bench)

    def _end(self, bench: ThreadBench) -> None:
        """A sync thread that waits for an answer ends when its line is cut."""

        def ended() -> bool:
            self.line.cut()
            return bench.stop()

        self.line.be(Fault.REFUSE)
        wait_until(ended, f"the end of {self.name}", 2 * DEADLINE_S)
        self.line.be(Fault.NONE)
        self.bench = None

    def give(self, act: Act) -> None:
        bench = self.bench
        if bench is None:
            return
        if act.command is not None:
            bench.loop.submit(Press(act.command))
        else:
            bench.loop.submit(Scan(act.code, "", "sim", self.clock.now(), batch=True))


class Person(threading.Thread):
    """Works at a desk until the shift ends; a person who has nothing left to do signs in again."""

    def __init__(self, desk: Desk, number: int, dice: random.Random, pace_s: float) -> None:
        """number: gives totes and serial numbers that nobody else has."""
        super().__init__(name=f"person {desk.name}")
        self._desk = desk
        self._number = number
        self._dice = dice
        self._pace_s = pace_s
        self._over = threading.Event()
        self._before = 0
        self._operator = self._signed_on(None)

    def _signed_on(self, before: SimulatedOperator | None) -> SimulatedOperator:
        badge = ("PBID-DEMO-11", "PBID-DEMO-12")[self._number % 2]
        found = SimulatedOperator(badge, mistakes=before is None)
        if before is None:
            found.hands.totes = self._number * 10_000
            found.hands.serials = self._number * 10_000
        else:
            found.hands = before.hands
            self._before += before.packed
        return found

    @property
    def packed(self) -> int:
        """Parcels whose label was scanned back."""
        return self._before + self._operator.packed

    def end_shift(self) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        view: View | None = None
        while not self._over.is_set():
            view = self._newest(view)
            act = self._operator.next(view) if view is not None and not loading(view) else None
            if act is not None:
                self._desk.give(act)
                self._desk.promises.inputs += 1
                if self._pace_s:
                    self._over.wait(self._dice.expovariate(1 / self._pace_s))
            elif self._operator.finished:
                self._operator = self._signed_on(self._operator)

    def _newest(self, before: View | None) -> View | None:
        """Waits a moment for an answer; without one the person does what the screen says again."""
        try:
            answer = self._desk.answers.get(timeout=ANSWER_S)
            while True:
                before = answer.view
                answer = self._desk.answers.get_nowait()
        except queue.Empty:
            return before


def loading(view: View) -> bool:
    return isinstance(view, SignInView) and view.loading
