"""Questions of a person to the centre, on a thread of their own."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.clock import Clock
from app.errors import EnvironmentFault
from app.sync.centre import SqlCentre

log = logging.getLogger(__name__)

GRACE_S = 1.0
"""How long a question may go on when the program ends."""

Question = Callable[[SqlCentre], object]
Work = Callable[[], object]


class Came(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    AWAY = "away"  # the centre did not answer
    BROKEN = "broken"  # the program failed; its log says how


@dataclass(frozen=True)
class Told:
    """The end of one question. value: None unless it was answered. at: when it ended, UTC."""

    topic: str
    number: int
    came: Came
    at: datetime
    value: object = None


class AskThread:
    """Asks one question after the other. Of each topic the newest question alone is answered.

    connect: opens the centre; raises CentreAway. told: called on the thread, once for each question
    that nobody has taken back when it ends.
    """

    def __init__(
        self,
        connect: Callable[[], SqlCentre],
        clock: Clock,
        told: Callable[[Told], None],
        *,
        name: str = "asker",
    ) -> None:
        self._connect, self._clock, self._told = connect, clock, told
        self._centre: SqlCentre | None = None
        self._asked: queue.SimpleQueue[tuple[str, int, Work] | None] = queue.SimpleQueue()
        self._newest: dict[str, int] = {}
        self._count = 0
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def ask(self, topic: str, question: Question) -> int:
        """Ask soon; an older question of the topic is taken back. Returns this one's number.

        Callable from any thread; never blocks.
        """
        return self.do(topic, lambda: question(self._connected()))

    def do(self, topic: str, work: Work) -> int:
        """As `ask`, of what needs no centre."""
        with self._lock:
            self._count += 1
            self._newest[topic] = number = self._count
        self._asked.put((topic, number, work))
        return number

    def stop(self, timeout_s: float = 5.0) -> bool:
        """True = it has ended. What waits is not asked any more."""
        with self._lock:
            self._newest.clear()
        self._asked.put(None)
        if self._thread.ident is None:
            return True
        self._thread.join(GRACE_S)
        centre = self._centre
        if self._thread.is_alive() and centre is not None:
            centre.abort()  # nobody waits for this answer any more
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (asked := self._asked.get()) is not None:
            topic, number, work = asked
            if not self._wanted(topic, number):
                continue
            came, value = self._answer(work)
            if self._wanted(topic, number):
                self._told(Told(topic, number, came, self._clock.now(), value))
        self._lose()

    def _wanted(self, topic: str, number: int) -> bool:
        with self._lock:
            return self._newest.get(topic) == number

    def _connected(self) -> SqlCentre:
        if self._centre is None:
            self._centre = self._connect()
        return self._centre

    def _answer(self, work: Work) -> tuple[Came, object]:
        try:
            return Came.ANSWERED, work()
        except EnvironmentFault as fault:
            log.info("a question was not answered: %s", fault)
            self._lose()
            return Came.AWAY, None
        except Exception:  # the thread's one broad handler: the next question may be answered
            log.exception("a question could not be answered")
            self._lose()
            return Came.BROKEN, None

    def _lose(self) -> None:
        """The next question connects anew: the last one may have ended half way."""
        centre, self._centre = self._centre, None
        if centre is not None:
            with suppress(EnvironmentFault):
                centre.close()
