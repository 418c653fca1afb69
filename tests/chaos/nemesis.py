"""Everything that goes wrong during a shift, from one seed."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from tests.chaos.cluster import Cluster
from tests.chaos.person import Desk
from tests.helpers.fault_proxy import Fault

log = logging.getLogger(__name__)

SHARES = {
    "cut": 5,
    "stall": 3,
    "deaf": 4,
    "refuse": 3,
    "slow": 2,
    "clock": 2,
    "station killed": 2,
    "server killed": 1,
}
LONGEST_S = 2.0


class Nemesis(threading.Thread):
    """Between start() and end() it breaks something every moment; end() mends it all."""

    def __init__(
        self, desks: Sequence[Desk], cluster: Cluster, dice: random.Random, gap_s: float
    ) -> None:
        """gap_s: mean time between two faults."""
        super().__init__(name="nemesis")
        self._desks = desks
        self._cluster = cluster
        self._dice = dice
        self._gap_s = gap_s
        self._over = threading.Event()
        self._mend_at: dict[str, float] = {}
        self._last = time.monotonic()
        self.done: Counter[str] = Counter()
        self.failed: BaseException | None = None

    def end(self) -> None:
        self._over.set()
        self.join()
        for desk in self._desks:
            self._mend(desk)
        if self.failed is not None:
            raise self.failed

    def run(self) -> None:
        names, weights = list(SHARES), list(SHARES.values())
        try:
            # Each once, then by chance.
            for name in self._dice.sample(names, len(names)):
                self._one(name)
            while not self._over.is_set():
                self._one(self._dice.choices(names, weights)[0])
        except BaseException as error:  # noqa: BLE001  told in the thread that waits
            self.failed = error

    def _one(self, name: str) -> None:
        self._over.wait(self._dice.expovariate(1 / self._gap_s))
        self._mend_what_is_due()
        desk = self._dice.choice(self._desks)
        log.info("%s: %s", desk.name, name)
        self._inject(name, desk)
        self.done[name] += 1

    def _inject(self, name: str, desk: Desk) -> None:
        match name:
            case "cut":
                desk.line.cut()
            case "slow":
                desk.line.delay_s = self._dice.uniform(0.005, 0.05)
                self._mend_later(desk)
            case "clock":
                desk.clock.off = timedelta(days=self._dice.choice((-1, 0, 1)))
            case "station killed":
                desk.kill()
                desk.open()
            case "server killed":
                self._cluster.die()
                self._over.wait(self._dice.uniform(0.0, 1.0))
                self._cluster.come_back()
            case _:
                desk.line.be(Fault(name))
                if name == "refuse":
                    desk.line.cut()
                self._mend_later(desk)

    def _mend_later(self, desk: Desk) -> None:
        self._mend_at[desk.name] = time.monotonic() + self._dice.uniform(0.2, LONGEST_S)

    def _mend_what_is_due(self) -> None:
        for desk in self._desks:
            if self._mend_at.get(desk.name, time.monotonic() + 1) <= time.monotonic():
                del self._mend_at[desk.name]
                self._mend(desk)

    def _mend(self, desk: Desk) -> None:
        """The line works again; what was under way on it may never be answered all the same."""
        desk.line.be(Fault.NONE)
        desk.line.delay_s = 0.0
