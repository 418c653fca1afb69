"""Composes the supervisor's window: the watcher of the centre, its board, and a desk."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.compose.alarms import Watch
from app.compose.bench import Plan
from app.compose.desktop import Desktop, Look
from app.compose.equipment import Specs
from app.device_api import Scan
from app.domain.commands import Command
from app.domain.facts import NewFact
from app.errors import NoScreen
from app.importing import saying
from app.overview.asking import AskThread
from app.overview.duty import Word
from app.overview.note_office import NoteOffice, Say
from app.overview.office import Office
from app.overview.report.view import Reporter
from app.overview.setting_office import SettingOffice
from app.overview.settings import Devices
from app.station.loop import StationLoop
from app.station.messages import ChooseLanguage, Press
from app.sync.centre import SqlCentre
from ui.application import QtUnsuitableError, make_application
from ui.kept import WindowFile
from ui.sounds import Sound, Speaker
from ui.supervisor.notes.page import NotesPage
from ui.supervisor.page import Answers
from ui.supervisor.settings.entries import Ways
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.shell import SupervisorShell
from ui.supervisor.window import SupervisorWindow

_ALIVE_MS = 200
DEVICE = "overview"
"""From where the desk has what was given to it from another page."""


@dataclass(frozen=True)
class BoardLook:
    """How the window is shown. wall: the board alone, full screen; nothing to press."""

    language: str = "en"
    dark: bool = False
    wall: bool = False
    offscreen: bool = False
    mute: bool = False


@dataclass(frozen=True)
class Outside:
    """What the pages do beside asking the centre. reporter: makes reports; devices: tries them."""

    reporter: Reporter
    devices: Devices


class Overview:
    """One supervisor's window on one screen. Raises NoScreen where Qt cannot run.

    plan: of the desk, which is a bench without printer and scale. scanners: their specs.
    outside: what its pages do beside asking the centre.
    """

    def __init__(
        self, plan: Plan, scanners: Sequence[str], look: BoardLook, outside: Outside
    ) -> None:
        try:
            self.app: QApplication = make_application(sys.argv[:1], offscreen=look.offscreen)
        except QtUnsuitableError as error:
            raise NoScreen(str(error)) from error
        kept = WindowFile(plan.home.window_file(plan.name)).kept
        dark = look.dark or kept.dark
        self.board = SupervisorWindow(dark=dark, language=look.language, wall=look.wall)
        self.desk: Desktop | None = None
        self.shell: SupervisorShell | None = None

        def connect() -> SqlCentre:
            return SqlCentre.open(plan.centre_url, plan.clock)

        self._answers = Answers()
        self._asking = AskThread(connect, plan.clock, self._answers.post)
        self._hands = AskThread(connect, plan.clock, self._answers.post, name="hands")
        if not look.wall:
            inner = Look(dark=dark, offscreen=look.offscreen, mute=look.mute, inside=True)
            self.desk = desk = Desktop(plan, (), Specs(tuple(scanners)), inner)
            settings = SettingsPage(
                self._settings(plan, outside.devices), plan.config, Ways(dark, kept.volume)
            )
            notes = NotesPage(NoteOffice(self._asking, self._sayer(plan)))
            office = self._office(plan, outside.reporter)
            self.shell = SupervisorShell(self.board, desk.window, office, settings, notes)
            self._join(plan, desk, self.shell)
        # On a wall there is no desk, whose speaker the board would share.
        self._own_speaker = Speaker(plan.home.root / "sounds", muted=look.mute)
        self.speaker = self.desk.speaker if self.desk is not None else self._own_speaker
        self.board.alarmed.connect(self._ring)
        self._watch = Watch(plan.home, plan.config, plan.centre_url, plan.clock, self.board.post)
        self._alive = QTimer()  # Python hears of signals only while it runs
        self._alive.setInterval(_ALIVE_MS)
        self._alive.timeout.connect(lambda: None)

    def _office(self, plan: Plan, reporter: Reporter) -> Office:
        personal = plan.config.personal_reports
        asking = self._asking
        return Office(asking, plan.home, plan.clock, reporter, personal_reports=personal)

    def _settings(self, plan: Plan, devices: Devices) -> SettingOffice:
        say = self._sayer(plan)
        return SettingOffice(self._asking, self._hands, plan.home.root, devices, say)

    def _sayer(self, plan: Plan) -> Say:
        def say(fact: NewFact, operator: str) -> None:
            saying.say([fact], plan.home, plan.centre_url, plan.clock, operator=operator)

        return say

    def _join(self, plan: Plan, desk: Desktop, shell: SupervisorShell) -> None:
        """Pages and desk hear of each other."""
        loop, settings = desk.bench.loop, shell.settings
        desk.bridge.shown.connect(shell.heard)
        self._answers.told.connect(shell.hear)
        loop.takes = shell.takes
        shell.acknowledged.connect(self._acknowledge)
        shell.to_desk.connect(lambda text: loop.submit(Scan(text, "", DEVICE, plan.clock.now())))
        shell.managed.connect(partial(self._manage, loop, plan))
        settings.language.connect(lambda language: loop.submit(ChooseLanguage(language)))
        settings.dark.connect(lambda dark: desk.file.change(dark=dark))
        settings.volume.connect(desk.window.set_volume)
        settings.volume.connect(lambda volume: desk.file.change(volume=volume))
        settings.sound.connect(lambda name: desk.speaker.sound(Sound(name)))

    def _manage(self, loop: StationLoop, plan: Plan, order: str) -> None:
        """The page on which something is said of an order comes first, so that no work begins."""
        loop.submit(Press(Command.MANAGE))
        loop.submit(Scan(order, "", DEVICE, plan.clock.now()))

    def _acknowledge(self, alarm: str, who: str) -> None:
        self._watch.duty.hear(Word(alarm, who))

    def _ring(self, urgent: bool) -> None:  # noqa: FBT001 - a slot
        self.speaker.ring(urgent=urgent)

    def start(self) -> None:
        if self.shell is not None:
            self.shell.show()
        else:
            self.board.open()
        if self.desk is not None:
            self.desk.start()
            self._asking.start()
            self._hands.start()
        else:
            self._own_speaker.start()
        self._watch.start()
        self._alive.start()

    def run(self) -> None:
        """Run until somebody closes the window or ends the program."""
        for told in (signal.SIGINT, signal.SIGTERM):
            signal.signal(told, lambda *_: self.app.exit(0))
        self.start()
        try:
            self.app.exec()
        finally:
            self.stop()

    def stop(self) -> bool:
        """Whether all that watches has ended."""
        self._alive.stop()
        if self.desk is not None:
            self.desk.stop()
        self._own_speaker.stop()
        ended = [self._asking.stop(), self._hands.stop(), self._watch.stop()]
        return all(ended)
