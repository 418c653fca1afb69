"""The demo's second bench, without a window: its simulated person wants the same last unit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.compose.bench import Plan, ScriptBench
from app.demo.operator import Act, SimulatedOperator
from app.device_api import DeviceChanged, DeviceKind, DeviceState, Scan
from app.station.messages import Message, Press
from app.station.pick.view import PickView
from app.station.views import View
from devices.printers.folder import FolderPrinter

NAME = "P2"
_MOST_ACTS = 200


class Colleague:
    """Opens an order before the first bench begins, and packs it when that one has ended."""

    def __init__(self, plan: Plan, out: Path, badge: str) -> None:
        """plan: of the first bench. out: where this one's labels and documents are written."""
        self._clock = plan.clock
        # It would keep what it claims in reserve from the first bench: it hears of nobody's wishes.
        alone = replace(plan.config, reserve=0)
        mine = replace(plan, name=NAME, config=alone, documents=out / "documents")
        self._bench = ScriptBench(mine, (FolderPrinter(out / "labels"),))
        self._person = SimulatedOperator(badge, mistakes=False, orders=1)
        self._badge = badge
        self._view: View | None = None

    @property
    def packed(self) -> int:
        return self._person.packed

    def open(self, order: str) -> None:
        """Sign in and open the order: its goods are promised to it from now on."""
        self._bench.open()
        self._feed(DeviceChanged(DeviceKind.SCANNER, "sim", DeviceState.READY))
        for code in (self._badge, order):
            self._do(Act(code))

    def finish(self) -> None:
        """Pick and pack what was opened. Nothing was where an earlier demo has packed it."""
        opened = isinstance(self._view, PickView)
        for _ in range(_MOST_ACTS if opened else 0):
            act = self._person.next(self._view) if self._view and not self.packed else None
            if act is None:
                break
            self._do(act)
        self._bench.leave()
        self._bench.close()

    def _do(self, act: Act) -> None:
        if act.command is not None:
            self._feed(Press(act.command))
        else:
            self._feed(Scan(act.code, "", "sim", self._clock.now(), batch=True))

    def _feed(self, message: Message) -> None:
        answers = self._bench.feed(message)
        if answers:
            self._view = answers[-1].view
