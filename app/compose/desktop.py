"""Composes a bench with a window: engine, screens, scanners, printers and sounds.

All parts are built, connected and started here, and stopped in this order: wedge filter, devices,
sync, engine, desk, printers, Qt.
"""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.compose.bench import Plan, ThreadBench
from app.compose.equipment import Specs
from app.device_api import DeviceChanged, DeviceKind, DeviceState, LabelPrinter, Submit
from app.domain.outcome import Outcome
from app.errors import NoScreen
from app.station.answer import Answer
from app.station.messages import Tick
from app.station.views import View
from devices.simulated import SimulatedScanner
from devices.wedge import WedgeDecoder, WedgeSettings
from ui.application import QtUnsuitableError, make_application
from ui.bridge import Bridge
from ui.kept import WindowFile
from ui.shell import StationWindow
from ui.sounds import Speaker
from ui.theme import Profile
from ui.wedge_filter import WedgeFilter

log = logging.getLogger(__name__)
TICK_MS = 1000
WARM_UP_MS = 1500


@dataclass(frozen=True)
class Look:
    """How the window is shown; None = as it was last.

    scale: 1.0 = the size meant for the profile's screen. inside: the window is a part of another
    one, which keeps its place.
    """

    profile: Profile = "bench"
    kiosk: bool = False
    dark: bool | None = None
    scale: float | None = None
    offscreen: bool = False
    mute: bool = False
    inside: bool = False


class Desktop:
    """One bench on one screen."""

    def __init__(
        self, plan: Plan, printers: Sequence[LabelPrinter], specs: Specs, look: Look
    ) -> None:
        try:
            self.app: QApplication = make_application(sys.argv[:1], offscreen=look.offscreen)
        except QtUnsuitableError as error:
            raise NoScreen(str(error)) from error
        self._heard: list[Callable[[Answer], None]] = []
        self._heard_notes: frozenset[str] = frozenset()
        self.bench = ThreadBench(plan, printers, self._shown, specs)
        self.bridge = Bridge(self.bench.loop.submit)
        self.file = file = WindowFile(plan.home.window_file(plan.name))
        kept = file.kept
        self.window = StationWindow(
            self.bridge.submit,
            profile=look.profile,
            kiosk=look.kiosk,
            dark=kept.dark if look.dark is None else look.dark,
            scale=kept.zoom if look.scale is None else look.scale,
            pictures=plan.pictures,
            volume=None if look.mute else kept.volume,
            file=None if look.offscreen or look.inside else file,  # it has no place of its own
            clock=plan.clock.now,
        )
        self.speaker = Speaker(plan.home.root / "sounds", muted=look.mute, volume=kept.volume)
        self.window.volume_changed.connect(self.speaker.set_volume)
        self.window.look_asked.connect(self.bench.look_now)
        self.window.reminder.due.connect(self.speaker.play)
        self.bridge.shown.connect(self._draw)
        self._clock = plan.clock
        self.simulated: SimulatedScanner | None = None
        self.wedge: WedgeFilter | None = None
        self._scanners_of_the_window(specs.scanners)
        self._ticker = QTimer()
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._tick)

    def _scanners_of_the_window(self, specs: Sequence[str]) -> None:
        submit, clock = self.bench.loop.submit, self._clock.now
        if "wedge" in specs or "wedge:prefix" in specs:
            decoder = WedgeDecoder(WedgeSettings(timing="wedge" in specs))
            self.wedge = WedgeFilter(decoder, submit, clock)
            self.wedge.whole.connect(self.window.settle_typed)
            self.wedge.torn.connect(self.window.forget_typed)
        if "sim" in specs:
            self.simulated = SimulatedScanner(submit, clock)

    # --- running --------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the window first, so that a person sees something; then start the devices."""
        self.window.open()
        self.bench.start()
        if self.wedge is not None:
            self.wedge.install()
            _ready(self.bench.loop.submit, DeviceKind.SCANNER, "wedge")
        if self.simulated is not None:
            self.simulated.start()
        self.speaker.start()
        self._ticker.start()
        # Only after the first screen: this takes the processor for some 400 ms.
        QTimer.singleShot(WARM_UP_MS, self.bench.warm_up)

    def run(self) -> None:
        """Run until somebody closes the window or ends the program."""
        for told in (signal.SIGINT, signal.SIGTERM):
            signal.signal(told, lambda *_: self._end())
        self.start()
        try:
            self.app.exec()
        finally:
            self.stop()

    def _end(self) -> None:
        """Also before the loop runs, where it would be forgotten, and in a kiosk, whose window
        refuses to be closed (Qt's quit asks the windows first; exit does not).
        """
        QTimer.singleShot(0, lambda: self.app.exit(0))

    def stop(self) -> None:
        """Stop the inputs first, so that all that came is durable."""
        self._ticker.stop()
        if self.wedge is not None:
            self.app.removeEventFilter(self.wedge)
        if not self.bench.stop():
            log.warning("the engine or a device did not stop in time")
        self.speaker.stop()
        self.window.keep_place()
        self.window.hide()

    def listen(self, heard: Callable[[Answer], None]) -> None:
        """Also call `heard` with every answer, on the station thread."""
        self._heard.append(heard)

    def _shown(self, answer: Answer) -> None:
        """Runs on the station thread."""
        for heard in self._heard:
            heard(answer)
        self.bridge.post(answer.view)

    def _draw(self, view: View, answer: Outcome | None) -> None:
        """Runs on the main thread."""
        self.window.show_view(view, answer)
        notes = frozenset(note.id for note in view.frame.notes)
        if not notes <= self._heard_notes:
            self.speaker.ring(urgent=False)
        self._heard_notes = notes
        if answer is not None:
            self.speaker.play(answer)

    def _tick(self) -> None:
        self.bench.loop.submit(Tick(self._clock.now()))


def _ready(submit: Submit, kind: DeviceKind, device: str) -> None:
    submit(DeviceChanged(kind, device, DeviceState.READY))
