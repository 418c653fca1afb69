"""The frame of all screens: header, instruction, work area, progress, actions (main thread)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.device_api import DeviceChanged, DeviceKind, DeviceState
from app.domain.commands import Command
from app.domain.outcome import Outcome, Severity
from app.station.messages import ChooseLanguage, Press
from app.station.views import Link, View
from ui import messages
from ui.theme import Theme
from ui.widgets.action_row import ActionRow
from ui.widgets.code_entry import CodeEntry
from ui.widgets.header import Header
from ui.widgets.help_line import HelpLine
from ui.widgets.instruction_bar import InstructionBar
from ui.widgets.note_line import NoteLine
from ui.widgets.progress import ProgressRow
from ui.widgets.screen import Screen, Setting
from ui.widgets.strip import Strip

TOLD_MS = 6000


class Body(QWidget):
    """Built anew for another theme or language. `asked` carries messages for the engine."""

    asked = Signal(object)
    panel_asked = Signal()

    def __init__(self, setting: Setting, screens: Mapping[type, type[Screen]]) -> None:
        super().__init__()
        self._setting, self._classes = setting, screens
        self._screens: dict[type, Screen] = {}
        self._stopped = False
        theme = setting.theme
        self._header = Header(theme)
        self._bar = InstructionBar(theme)
        # Not a stacked layout: that would need the room of the largest screen on all of them.
        self._area = QVBoxLayout()
        self._help = HelpLine(theme)
        self._note = NoteLine(theme)
        self._note.asked.connect(self._press)
        self._shown: Screen | None = None
        self._progress = ProgressRow(theme)
        self._entry = CodeEntry(theme)
        self._entry.asked.connect(self.asked)
        self._entry.opened.connect(self._make_room)
        self._row = ActionRow(theme)
        self._row.asked.connect(self._press)
        self._header.typing_asked.connect(self.type_code)
        self._header.language_asked.connect(self._choose)
        self._header.pressed.connect(self._press)
        self._header.panel_asked.connect(self.panel_asked)
        self._build(theme)
        self._panel: QWidget | None = None
        # It lies over the header and takes no room: what it says is said for a moment.
        self._notice = Strip(theme, "window_notice", "body", lines=1)
        self._notice.setParent(self)
        self._notice.hide()
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TOLD_MS)
        self._telling.timeout.connect(self._notice.hide)

    def _build(self, theme: Theme) -> None:
        self.setObjectName("body")
        margin = theme.size("margin")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margin, margin // 2, margin, margin // 2 + theme.px(6))
        whole.setSpacing(theme.px(8 if theme.handheld else 14))
        whole.addWidget(self._header)
        whole.addWidget(self._bar)
        whole.addWidget(self._note)
        whole.addWidget(self._help)
        whole.addLayout(self._area, 1)
        whole.addWidget(self._entry)
        whole.addWidget(self._progress)
        whole.addWidget(self._row)

    def header(self) -> Header:
        return self._header

    def bar(self) -> InstructionBar:
        return self._bar

    def action_row(self) -> ActionRow:
        return self._row

    def progress(self) -> ProgressRow:
        return self._progress

    def screen_shown(self) -> Screen:
        assert self._shown is not None
        return self._shown

    def show_clock(self, now: datetime) -> None:
        self._header.show_clock(now)

    def tell(self, words: str, tone: str = "action") -> None:
        """Say something about the window itself, for some seconds or until the next answer."""
        self._notice.say(words, image="info", tone=tone)
        self._notice.show()
        self._notice.raise_()
        self._telling.start()

    def cover(self, panel: QWidget | None) -> None:
        """Lay a page over the work and the keys below it, or take it away."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = panel
        if panel is not None:
            panel.setParent(self)
            panel.setGeometry(self._below_the_bar())
            panel.show()
            panel.raise_()

    def _below_the_bar(self) -> QRect:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        margin = self._setting.theme.size("margin")
        top = self._bar.geometry().bottom() + margin // 2
        return QRect(margin, top, self.width() - 2 * margin, self.height() - top - margin // 2)

    def told(self) -> str:
        """What is said about the window now, "" = nothing."""
        return "" if self._notice.isHidden() else self._notice.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = self._setting.theme.size("margin")
        self._notice.setFixedHeight(self._header.height() + margin // 2)
        self._notice.setGeometry(margin, 0, self.width() - 2 * margin, self._notice.height())
        if self._panel is not None:
            self._panel.setGeometry(self._below_the_bar())

    def show_view(self, view: View, answer: Outcome | None, now: datetime) -> None:
        """Draw frame and work area. answer: the reply to an input just made; None on a refresh."""
        if answer is not None:
            self._notice.hide()
        screen = self._screen_for(type(view))
        self._header.show_frame(
            view.frame,
            offline_minutes=offline_minutes(view.frame.link, now),
            ways_out=screen.ways_out,
            now=now,
        )
        self._bar.show_bar(
            view.bar,
            view.outcome,
            flash=answer is not None,
            brief=screen.has_strip,
            lack=_lock_words(view.frame.locks_in) or scanner_lack(view.frame.devices),
        )
        self._note.show_notes(view.frame.notes, at_work=bool(view.frame.operator))
        self._help.show_calls(view.frame.help, view.frame.station)
        self._progress.show_progress(view.frame.done, view.frame.wanted, screen.counts)
        screen.show_view(view)
        self._row.show_actions(view.frame.actions, screen.place)
        self._swap(screen)
        stopped = view.outcome is not None and view.outcome.severity is Severity.STOP
        if stopped != self._stopped:
            self._stopped = stopped
            self.update()

    def _swap(self, screen: Screen) -> None:
        if screen is not self._shown:
            if self._shown is not None:
                self._shown.hide()
            screen.show()
            self._shown = screen

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A STOP frames the whole window, so that it is seen from anywhere in the hall."""
        if not self._stopped:
            return
        theme = self._setting.theme
        painter = QPainter(self)
        edge = theme.px(8 if theme.handheld else 14)
        pen = QPen(theme.colour("alarm"), edge)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = edge // 2
        painter.drawRect(self.rect().adjusted(half, half, -half, -half))
        painter.end()

    def _screen_for(self, kind: type) -> Screen:
        screen = self._screens.get(kind)
        if screen is None:
            screen = self._classes[kind](self._setting)
            screen.asked.connect(self.asked)
            screen.hide()
            self._screens[kind] = screen
            self._area.addWidget(screen)
        return screen

    def type_code(self) -> None:
        """Open the line for a typed code, or leave it."""
        self._entry.toggle()

    def _make_room(self, typing: bool) -> None:  # noqa: FBT001 - a signal's value
        """The line to type in takes the place of the action row."""
        self._row.setVisible(not typing and bool(self._row.keys()))

    def change_language(self) -> None:
        """Ask for the next language, whoever is at work or nobody."""
        self._choose(messages.next_language(self._setting.theme.language))

    def _choose(self, language: str) -> None:
        self.asked.emit(ChooseLanguage(language))

    def _press(self, command: Command) -> None:
        self.asked.emit(Press(command))


def offline_minutes(link: Link, now: datetime) -> int:
    """Whole minutes since the centre was last heard."""
    return 0 if link.since is None else max(0, int((now - link.since).total_seconds() // 60))


def _lock_words(seconds: int) -> str:
    return messages.words("locks_in", seconds=seconds) if seconds else ""


def scanner_lack(devices: tuple[DeviceChanged, ...]) -> str:
    """The words for why no scanner works; "" while one works or none was ever connected."""
    scanners = [device for device in devices if device.kind is DeviceKind.SCANNER]
    if not scanners or any(scanner.state is DeviceState.READY for scanner in scanners):
        return ""
    if any(scanner.state is DeviceState.LOST for scanner in scanners):
        return messages.words("no_scanner")
    return messages.words("scanner_trouble", trouble=messages.device_words(scanners[0]))
