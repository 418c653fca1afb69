"""A station in an operating system's process of its own; the person at it stays in this one."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from app.clock import SystemClock
from app.compose.bench import Plan, ThreadBench
from app.config import Config
from app.demo.operator import Act
from app.device_api import Scan
from app.paths import Home
from app.station.answer import Answer
from app.station.messages import Message, Press, Tick
from app.station.views import Link
from devices.printers.folder import FolderPrinter
from tests.chaos.person import Desk
from tests.helpers.program import DEADLINE_S

Said = tuple[int, Answer | None]
"""How long the journal was when the answer was shown, and the answer; the first has none."""
Given = Press | Scan | None


def child(home: Home, name: str, url: str, reserve: int, line: Connection[Said, Given]) -> None:
    """Its whole life: messages in by the line, answers out, until None comes or nobody is there."""
    logging.basicConfig(filename=home.root / f"{name}.log", level=logging.INFO)
    plan = Plan(home, name, Config(reserve=reserve), url, SystemClock())

    def shown(answer: Answer) -> None:
        with suppress(BrokenPipeError):
            line.send((bench.file.last_seq, answer))

    bench = ThreadBench(plan, (FolderPrinter(home.labels),), shown)
    line.send((bench.file.last_seq, None))
    bench.start()
    with suppress(EOFError):
        while (message := _next(line)) is not None:
            bench.loop.submit(message)
    while not bench.stop():
        """A label that is being written, or a call to the centre, is waited for."""


def _next(line: Connection[Said, Given]) -> Message | None:
    """What comes next; about once a second that time has passed."""
    return line.recv() if line.poll(1.0) else Tick(SystemClock().now())


@dataclass
class ProcessDesk(Desk):
    """told: called with the name and with every view's link, on a thread of its own."""

    told: Callable[[str, Link], None] = lambda _name, _link: None
    _process: BaseProcess | None = None
    _line: Connection[Given, Said] | None = None
    _reader: threading.Thread | None = None
    _sending: threading.Lock = field(default_factory=threading.Lock)

    def open(self) -> None:
        programs = multiprocessing.get_context("forkserver")
        programs.set_forkserver_preload([__name__])
        self.lives += 1
        here, there = programs.Pipe()
        words = (self.home, self.name, self.url, self.reserve, there)
        self._process = programs.Process(target=child, args=words)
        self._process.start()
        there.close()
        first, _answer = here.recv()
        assert first >= self.promises.last_seq, f"{self.name} lost facts"
        self._line = here
        self._reader = threading.Thread(target=self._read, args=(here,), name=f"read {self.name}")
        self._reader.start()

    def _read(self, line: Connection[Given, Said]) -> None:
        """Until the process has ended: what it said before that was said after it was durable."""
        with suppress(EOFError, ConnectionResetError):
            while True:
                last_seq, answer = line.recv()
                assert answer is not None
                self.promises.last_seq = max(self.promises.last_seq, last_seq)
                self.told(self.name, answer.view.frame.link)
                self.answers.put(answer)

    def give(self, act: Act) -> None:
        """Lost where there is no process, as what is typed at a dark screen."""
        message = (
            Press(act.command)
            if act.command is not None
            else Scan(act.code, "", "sim", self.clock.now(), batch=True)
        )
        with self._sending:
            if self._line is not None:
                with suppress(BrokenPipeError, ConnectionResetError):
                    self._line.send(message)

    @property
    def number(self) -> int:
        """The process's."""
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    def kill(self) -> None:
        """By SIGKILL."""
        assert self._process is not None
        self._process.kill()
        self._wait(self._process)

    def close(self) -> None:
        """As by closing the window; raises where it does not end, and kills it."""
        if self._line is None or self._process is None:
            return
        with self._sending, suppress(BrokenPipeError):
            self._line.send(None)
        self._process.join(DEADLINE_S)
        late = self._process.is_alive()
        self._process.kill()
        self._wait(self._process)
        assert not late, f"{self.name} did not end"

    def _wait(self, process: BaseProcess) -> None:
        assert self._reader is not None
        assert self._line is not None
        process.join()
        self._reader.join()
        with self._sending:
            self._line.close()
            self._line = None
        process.close()
        self._process = None
