"""A whole shift through the real screens, offscreen, by a simulated operator."""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from app.cli.colleague import Colleague
from app.clock import SystemClock
from app.compose.bench import Plan
from app.compose.desktop import Desktop, Look
from app.compose.equipment import Specs
from app.config import Config
from app.demo.operator import Act, SimulatedOperator
from app.demo.stock_work import RARE, RIVAL
from app.device_api import DeviceChanged, DeviceKind, DeviceState, Scan
from app.domain.outcome import Outcome, Severity
from app.domain.pack.outcome import Packing
from app.paths import Home
from app.station.answer import Answer
from app.station.messages import ChooseLanguage, Press
from app.station.sign_in.view import SignInView
from app.station.view_json import view_json
from app.station.views import View
from devices.printers.folder import FolderPrinter

STATION = "P1"
BADGES = {"en": "PBID-DEMO-12", "zh_CN": "PBID-DEMO-11"}
COLLEAGUE = "PBID-DEMO-90"
STALL_MS = 20_000
REFUSED = {Severity.BAD, Severity.STOP, Severity.SOFT}
_UNITS = {
    Packing.UNIT_PACKED,
    Packing.LINE_PACKED,
    Packing.SET_COMPLETE,
    Packing.PARCEL_CLOSED,
}


@dataclass(frozen=True)
class Latency:
    """Milliseconds."""

    p50: float
    p95: float
    p99: float
    most: float


@dataclass(frozen=True)
class Summary:
    """What the shift did. latency: from a scan to durable and to painted, in milliseconds.

    orders_beside: those that the second bench packed.
    """

    orders: int
    orders_wanted: int
    orders_beside: int
    parcels: int
    units: int
    scans: int
    presses: int
    refusals: dict[str, int]
    seconds: float
    latency_durable_ms: Latency
    latency_painted_ms: Latency
    screenshots: list[str]
    complete: bool
    stalled_at: str = ""

    def json_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    def words(self) -> str:
        refused = ", ".join(f"{kind} {count}" for kind, count in sorted(self.refusals.items()))
        painted = self.latency_painted_ms
        lines = [
            f"{self.orders} of {self.orders_wanted} orders, {self.parcels} parcels, "
            f"{self.units} units, {self.scans} scans in {self.seconds:.1f} s",
            f"scan to painted: p50 {painted.p50:.1f} ms, p95 {painted.p95:.1f} ms, "
            f"p99 {painted.p99:.1f} ms",
            f"refused or asked: {refused or 'nothing'}",
        ]
        if self.orders_beside:
            lines.append(f"the last unit of {RARE.sku}: promised to {RIVAL} at the second bench")
        if self.stalled_at:
            lines.append(f"stopped at: {self.stalled_at}")
        return "\n".join(lines)


def quantiles(values: list[float]) -> Latency:
    """p50, p95, p99 and the largest, rounded to 0.01 ms."""
    found = sorted(values) or [0.0]

    def at(share: float) -> float:
        return round(found[min(len(found) - 1, int(share * len(found)))], 2)

    return Latency(at(0.5), at(0.95), at(0.99), round(found[-1], 2))


class Person(Protocol):
    """Whoever works at the bench. next: what to do at this view; None = wait, or finished."""

    finished: bool
    packed: int

    def next(self, view: View) -> Act | None: ...


class Shift(QObject):
    """Drives one Desktop: gives an input, waits for its painted answer, gives the next one."""

    def __init__(
        self,
        home: Home,
        config: Config,
        out: Path,
        look: Look,
        *,
        orders: int,
        language: str = "en",
        operator: Person | None = None,
    ) -> None:
        """operator: who works. Without one, a simulated person works and makes mistakes, the
        screens are photographed, and a colleague works at a second bench.
        """
        super().__init__()
        self._out, self._orders, self._language = out, orders, language
        self._takes_pictures = operator is None
        clock = SystemClock()
        plan = Plan(
            home,
            STATION,
            config,
            home.centre_url,
            clock,
            language=language,
            documents=out / "documents",
        )
        self.desktop = Desktop(plan, (FolderPrinter(out / "labels"),), Specs(), look)
        self._clock = clock
        self._colleague = None if operator else Colleague(plan, out / "second", COLLEAGUE)
        self._operator: Person = operator or SimulatedOperator(BADGES[language], orders=orders)
        self._handed = 0.0
        self._durable_at = 0.0
        self.durable_ms: list[float] = []
        self.painted_ms: list[float] = []
        self._scans = self._presses = self._units = 0
        self._refusals: Counter[str] = Counter()
        self._pictures: dict[str, str] = {}
        self._loaded = 0
        self._view: View | None = None
        self._waiting = True  # for the first view, or for the answer to the last input
        self._answered = False
        self._stalled = ""
        self._watchdog = QTimer(self)
        self._watchdog.setInterval(STALL_MS)
        self._watchdog.timeout.connect(self._stall)

    def play(self) -> Summary:
        """Run the shift to its end."""
        desktop = self.desktop
        desktop.listen(self._heard)
        desktop.bridge.shown.connect(self._shown)
        desktop.window.painted.connect(self._on_painted)
        if self._colleague is not None:
            self._colleague.open(RIVAL)
        began = time.perf_counter()
        desktop.start()
        submit = desktop.bench.loop.submit
        submit(DeviceChanged(DeviceKind.SCANNER, "sim", DeviceState.READY))
        submit(ChooseLanguage(self._language))
        self._watchdog.start()
        desktop.app.exec()
        desktop.stop()
        seconds = time.perf_counter() - began
        if self._colleague is not None:
            self._colleague.finish()
        return self._summary(seconds)

    # --- station thread ---------------------------------------------------------------------------

    def _heard(self, answer: Answer) -> None:
        if answer.outcome is not None and not self._durable_at:
            self._durable_at = time.perf_counter()

    # --- main thread ------------------------------------------------------------------------------

    def _shown(self, view: View, answer: Outcome | None) -> None:
        self._view = view
        if answer is not None and self._waiting:
            self._answered = True

    def _on_painted(self, at: float) -> None:
        """A view is on the screen: note when, and act on it."""
        view = self._view
        if view is None:
            return
        if self._answered:
            self._answered = self._waiting = False
            self._note(view, at)
        loading = isinstance(view, SignInView) and view.loading
        if not self._waiting and not loading:
            QTimer.singleShot(0, self._go_on)

    def _note(self, view: View, at: float) -> None:
        said = view.outcome
        if self._handed:
            self.durable_ms.append((self._durable_at - self._handed) * 1000)
            self.painted_ms.append((at - self._handed) * 1000)
            self._handed = 0.0
        if said is None:
            return
        if said.severity in REFUSED:
            self._refusals[said.kind.value] += 1
        if said.kind in _UNITS:
            self._units += 1
        if self._takes_pictures:
            self._photograph(view, said)

    def _photograph(self, view: View, said: Outcome) -> None:
        """Take one picture of each screen, state and kind of refusal."""
        shown = view_json(view)
        key = f"{shown['screen']}-{shown['state']}"
        if said.severity in REFUSED:
            key += f"-{said.kind.value}"
        if key in self._pictures:
            return
        name = f"{len(self._pictures) + 1:02d}-{key}.png".replace("_", "-")
        self.desktop.window.grab().save(str(self._out / name))
        self._pictures[key] = name

    def _go_on(self) -> None:
        if self._waiting or self._view is None:
            return
        act = self._operator.next(self._view)
        if act is not None:
            self._watchdog.start()
            self._waiting = True
            self._hand_in(act)
        elif self._operator.finished:
            self.desktop.app.quit()

    def _hand_in(self, act: Act) -> None:
        self._durable_at = 0.0
        self._handed = time.perf_counter()
        submit = self.desktop.bridge.submit
        if act.command is not None:
            self._presses += 1
            submit(Press(act.command))
            return
        self._scans += 1
        submit(Scan(act.code, "", "sim", self._clock.now(), batch=True))

    def _stall(self) -> None:
        """No answer has come for a long time: end the shift and report where it was."""
        shown = view_json(self._view) if self._view is not None else {}
        self._stalled = f"{shown.get('screen')} {shown.get('state')} {shown.get('order')}"
        self.desktop.window.grab().save(str(self._out / "stalled.png"))
        self.desktop.app.quit()

    def _summary(self, seconds: float) -> Summary:
        summary = Summary(
            orders=self._operator.packed,
            orders_wanted=self._orders,
            orders_beside=self._colleague.packed if self._colleague else 0,
            parcels=len(list((self._out / "labels").glob("*.zpl"))),
            units=self._units,
            scans=self._scans,
            presses=self._presses,
            refusals=dict(self._refusals),
            seconds=round(seconds, 2),
            latency_durable_ms=quantiles(self.durable_ms),
            latency_painted_ms=quantiles(self.painted_ms),
            screenshots=list(self._pictures.values()),
            complete=not self._stalled and self._operator.packed >= self._orders,
            stalled_at=self._stalled,
        )
        (self._out / "summary.json").write_text(summary.json_text() + "\n", encoding="utf-8")
        return summary
