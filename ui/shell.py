"""The station's window: the frame around every screen, and which screen is shown (main thread).

It knows what kind of view belongs to which screen, and nothing of what the screens do.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.device_api import Scan, ScanDefect
from app.domain.commands import Command
from app.domain.outcome import Outcome
from app.station.count.view import CountView
from app.station.devices.view import DevicesView
from app.station.exceptions.view import ExceptionsView, ExceptionView
from app.station.home.view import HomeView
from app.station.labels.view import LabelsView
from app.station.labels.zone_view import ZoneLabelsView
from app.station.load.view import LoadView
from app.station.manage.view import ManageView
from app.station.messages import Press, UserMessage
from app.station.move.view import MoveView
from app.station.order.view import OrderView
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.station.sign_in.view import SignInView
from app.station.views import View
from ui import application, messages
from ui.body import Body
from ui.count.screen import CountScreen
from ui.devices.screen import DevicesScreen
from ui.exceptions.card import ExceptionScreen
from ui.exceptions.screen import ExceptionsScreen
from ui.home.screen import HomeScreen
from ui.kept import WindowFile
from ui.keys import KEYS, OwnKey, command_for, own_key
from ui.labels.screen import LabelsScreen
from ui.labels.zone_screen import ZoneLabelsScreen
from ui.load.screen import LoadScreen
from ui.manage.screen import ManageScreen
from ui.move.screen import MoveScreen
from ui.order.screen import OrderScreen
from ui.pace import Pace
from ui.pack.screen import PackScreen
from ui.pick.screen import PickScreen
from ui.placing import show_again, where
from ui.reminder import StopReminder
from ui.sign_in.screen import SignInScreen
from ui.theme import BASE_SIZE, Profile, Theme, apply, fit_scale, is_low, least_size, zoom_at
from ui.walker import Walker
from ui.widgets.panel import Ways, WindowPanel
from ui.widgets.screen import Screen, Setting

SCREENS: dict[type, type[Screen]] = {
    SignInView: SignInScreen,
    HomeView: HomeScreen,
    PickView: PickScreen,
    PackView: PackScreen,
    LoadView: LoadScreen,
    OrderView: OrderScreen,
    ExceptionsView: ExceptionsScreen,
    ExceptionView: ExceptionScreen,
    ManageView: ManageScreen,
    DevicesView: DevicesScreen,
    LabelsView: LabelsScreen,
    ZoneLabelsView: ZoneLabelsScreen,
    CountView: CountScreen,
    MoveView: MoveScreen,
}
REBUILD_MS = 120
NOTICEABLE = 0.02
ROUNDED = 0.05
CLOCK_MS = 5000


def utc_now() -> datetime:
    """The wall clock; only used to show for how long the centre has been away."""
    return datetime.fromtimestamp(time.time(), UTC)  # noqa: TID251  the default clock itself


class StationWindow(QWidget):
    """Shows any view and hands what the person does to `submit`.

    painted: emits perf_counter() once a new view is on the screen. reminder: emits when a STOP
    should sound again. look_asked: the person wants to hear what is new at the centre.
    volume_changed: how loud it should be, 0 to 100. volume: how loud it is, None = not at all.
    """

    painted = Signal(float)
    look_asked = Signal()
    volume_changed = Signal(int)

    def __init__(  # noqa: PLR0913  one argument for each thing it is built from
        self,
        submit: Callable[[UserMessage], None],
        *,
        profile: Profile = "bench",
        kiosk: bool = False,
        dark: bool = False,
        scale: float = 1.0,
        pictures: Path | None = None,
        file: WindowFile | None = None,
        volume: int | None = None,
        clock: Callable[[], datetime] = utc_now,
        set_language: Callable[[str], None] = application.set_language,
    ) -> None:
        super().__init__()
        self._submit, self._profile, self._kiosk = submit, profile, kiosk
        self._dark, self._wish, self._pictures = dark, scale, pictures
        self._set_language, self._clock = set_language, clock
        self._file = file
        self._volume = volume
        self._panel: WindowPanel | None = None
        self._theme = Theme(dark=dark, profile=profile)
        self._body: Body | None = None
        self._view: View | None = None
        self._unpainted = False
        self._rebuild_timer = QTimer(self)
        self._rebuild_timer.setSingleShot(True)
        self._rebuild_timer.setInterval(REBUILD_MS)
        self._rebuild_timer.timeout.connect(self._refit)
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(CLOCK_MS)
        self._clock_timer.timeout.connect(self.tick)
        self._clock_timer.start()
        self.reminder = StopReminder(self)
        self._pace = Pace(self)
        self._pace.pressed.connect(self._command)
        self._pace.disturbed.connect(self._disturbed)
        self._pace.typed.connect(self._typed)
        self._walker = Walker(self)
        self.setObjectName("root")
        self.setWindowTitle("Packbench")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*least_size(profile))
        self.resize(*BASE_SIZE[profile])
        if kiosk:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setCursor(Qt.CursorShape.BlankCursor)

    def show_view(self, view: View, answer: Outcome | None = None) -> None:
        """Draw the view. answer: the reply to an input just made; None on a refresh."""
        language = view.frame.language
        self._view = view
        if self._body is None or language != self._theme.language:
            self._dress(language)
        assert self._body is not None
        if answer is not None:
            self._close_panel()  # whoever works sees the work
        self._body.show_view(view, answer, self._clock())
        self._walker.follow()
        self._unpainted = True
        self.reminder.follow(view.outcome)

    def screen_shown(self) -> Screen:
        """The work area shown now."""
        assert self._body is not None
        return self._body.screen_shown()

    def body(self) -> Body:
        assert self._body is not None
        return self._body

    def theme(self) -> Theme:
        return self._theme

    def set_dark(self, dark: bool) -> None:  # noqa: FBT001 - a setter
        """Change between dark and light colours; the screens are built anew."""
        self._dark = dark
        self._keep(dark=dark)
        self._dress_again()

    def set_zoom(self, zoom: float) -> None:
        """Make everything larger or smaller, as far as there is room."""
        self._wish = zoom
        self._dress_again()
        self._wish = min(zoom, self._zoom_shown())
        self._keep(zoom=self._wish)

    def set_volume(self, volume: int) -> None:
        self._volume = volume
        self._keep(volume=volume)
        self.volume_changed.emit(volume)
        self._show_ways()

    def panel(self) -> WindowPanel | None:
        """The window's own page, None while it is not shown."""
        return self._panel

    def turn_panel(self) -> None:
        """Show the window's own page, or take it away."""
        if self._panel is not None:
            self._close_panel()
        elif self._body is not None:
            self._panel = panel = WindowPanel(self._theme)
            panel.dark.connect(self.set_dark)
            panel.zoom.connect(self.set_zoom)
            panel.volume.connect(self.set_volume)
            panel.closed.connect(self._close_panel)
            self._body.cover(panel)
            self._show_ways()

    def _close_panel(self) -> None:
        if self._panel is not None and self._body is not None:
            self._body.cover(None)
            self._walker.leave()
        self._panel = None

    def _show_ways(self) -> None:
        if self._panel is not None:
            self._panel.show_ways(Ways(self._dark, self._zoom_shown(), self._volume))

    def _zoom_shown(self) -> float:
        """The zoom there is: the wished one, unless there is no room for it."""
        space = self.contentsRect()
        shown = zoom_at(self._profile, space.width(), space.height(), self._theme.scale)
        return self._wish if abs(shown - self._wish) < ROUNDED else shown

    def _keep(self, **values: float) -> None:
        if self._file is not None:
            self._file.change(**values)

    def _dress_again(self) -> None:
        if self._view is None:
            return
        reading = self._panel is not None
        self._dress(self._theme.language)
        self.show_view(self._view)
        if reading:
            self.turn_panel()

    def open(self) -> None:
        """Show the window where it was last, or full screen, as this station is configured.

        Inside of another window it is shown by that one.
        """
        if not self.isWindow():
            return
        if self._kiosk:
            self.showFullScreen()
            return
        if self._file is None or self.testAttribute(Qt.WidgetAttribute.WA_Moved):
            self.show()
            return
        show_again(self, self._file.kept)

    def keep_place(self) -> None:
        """Write down where the window is, for the next start."""
        if self._file is None or self._kiosk or self.isFullScreen():
            return
        self._file.change(**where(self))

    def _dress(self, language: str) -> None:
        """Build the frame and its screens for this language, light and size."""
        self._set_language(language)
        space = self.contentsRect()
        scale = self._fitting()
        low = is_low(self._profile, space.height(), scale)
        self._theme = Theme(self._dark, scale, self._profile, language, low)
        instance = QApplication.instance()
        assert isinstance(instance, QApplication)
        apply(instance, self._theme)
        if self._body is not None:
            self._close_panel()
            self._walker.leave()
            self._body.hide()
            self._body.deleteLater()
        body = Body(Setting(self._theme, self._pictures), SCREENS)
        body.setParent(self)
        body.asked.connect(self._submit)
        body.panel_asked.connect(self.turn_panel)
        body.setGeometry(space)
        body.show()
        self._body = body
        shown = self._zoom_shown()
        if shown < self._wish - NOTICEABLE:
            wanted, largest = round(self._wish * 100), round(shown * 100)
            body.tell(messages.words("zoom_refused", wanted=wanted, largest=largest), "warn")

    def tick(self) -> None:
        """Show what time it is."""
        if self._body is not None:
            self._body.show_clock(self._clock())

    def _fitting(self) -> float:
        space = self.contentsRect()
        return fit_scale(self._profile, space.width(), space.height(), self._wish)

    def _refit(self) -> None:
        if abs(self._fitting() - self._theme.scale) > NOTICEABLE:
            self._dress_again()

    def sizeHint(self) -> QSize:
        return QSize(*BASE_SIZE[self._profile])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._body is not None:
            self._body.setGeometry(self.contentsRect())
            self._rebuild_timer.start()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self._unpainted:
            self._unpainted = False
            self.painted.emit(time.perf_counter())
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._own_key(event) or self._walked(event):
            return
        if self._panel is not None and event.key() == Qt.Key.Key_Escape:
            self._close_panel()
            return
        command = command_for(event)
        if command is not None or event.key() not in KEYS:
            self._pace.key(event, command)
        if command is None and event.key() not in KEYS:
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the window itself; False = it means nothing there."""
        asked = own_key(event)
        if asked is None or self._body is None:
            return False
        match asked:
            case OwnKey.FULL_SCREEN:
                if not self._kiosk:
                    self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
            case OwnKey.PANEL:
                self.turn_panel()
            case OwnKey.LOOK:
                self._body.tell(messages.words("looking"))
                self.look_asked.emit()
            case OwnKey.LANGUAGE:
                self._body.change_language()
            case OwnKey.TYPE_CODE:
                self._body.type_code()
        return True

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001 - Qt's
        return False  # Tab moves the frame: no key ever has Qt's focus

    def _walked(self, event: QKeyEvent) -> bool:
        """Move the frame by Tab and Shift+Tab; False = it is another key."""
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or self._body is None:
            return False
        field = self.focusWidget()
        if field is not None:
            field.clearFocus()
        by = 1 if event.key() == Qt.Key.Key_Tab else -1
        inside = self._panel if self._panel is not None else self._body
        self._walker.step(by, inside, self._theme)
        return True

    def walker(self) -> Walker:
        return self._walker

    def _typed(self, text: str) -> None:
        if text == " ":
            self._walker.press()

    def _command(self, command: Command) -> None:
        if command is Command.OK and self._walker.press():
            return
        self._submit(Press(command))

    def settle_typed(self) -> None:
        """A scan comes next: a digit typed before it counts before it."""
        self._pace.settle()

    def forget_typed(self) -> None:
        """A torn scan comes next: what was typed just before it was its beginning."""
        self._pace.forget()

    def _disturbed(self, typed: str) -> None:
        text = typed.strip() or typed
        self._submit(Scan(text, "", "keyboard", self._clock(), ScanDefect.SPLIT))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._kiosk:
            event.ignore()
        else:
            event.accept()
