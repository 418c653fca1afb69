"""The application's event filter that keeps keyboard scans away from widgets.

Installed on the QApplication it sees a key once, at its QWindow, before shortcuts, widgets, open
menus and dialogs do. The filter keeps the keys that the decoder has not judged yet. A scan's keys
are dropped; typed keys are handed to the same window again. Qt first sends a ShortcutOverride event
for each key: the filter decides there, so that a scan cannot trigger a shortcut.

Shortcuts of a held and replayed key are not looked up again; typing with the timing mode on
therefore reaches text fields, but a shortcut of a single letter does not work there.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from app.device_api import KeyDecoder, KeyPress, KeyVerdict, Scan, Submit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_POLL_MS = 10
_SURELY_AGAIN_MS = 100
_SURELY_HELD_MS = 200
"""No system repeats a held key so early; every one begins after this time (X11's default: 660 ms).

X11 marks a key as repeated where its release and the next press have one time. So are the two
zeros of a code whose keys come in one batch.
"""
_X11_OFFSET = 8  # X11 keycodes are evdev codes plus 8; Wayland under Qt uses the same numbers


@dataclass
class _Held:
    window: QWindow
    event: QKeyEvent
    is_press: bool


class WedgeFilter(QObject):
    """Feeds a decoder and submits its scans.

    whole, torn: one of them is emitted before a scan is submitted. Keys that were handed on shortly
        before a torn one may be its beginning.
    clock: aware UTC, for the times of scans. steady_ms: a monotonic clock in milliseconds, for the
    silence between keys.
    """

    whole = Signal()
    torn = Signal()

    def __init__(
        self,
        decoder: KeyDecoder,
        submit: Submit,
        clock: Callable[[], datetime],
        *,
        device: str = "wedge",
        steady_ms: Callable[[], int] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._decoder = decoder
        self._submit = submit
        self._clock = clock
        self._device = device
        self._elapsed = QElapsedTimer()
        self._elapsed.start()
        self._steady_ms = steady_ms or self._elapsed.elapsed
        self._offset = _X11_OFFSET if sys.platform.startswith("linux") else 0
        self._held: list[_Held] = []
        self._down: set[int] = set()  # keys whose press was taken: their release is taken, too
        self._since: dict[int, int] = {}  # scan code: time of its last press that is no repeat
        # The key judged last at a ShortcutOverride, and whether it was taken.
        self._asked: tuple[tuple[int, int], bool] | None = None
        self._replaying = False
        self._last = (0, 0)  # of the last key: time of its event, steady_ms at its arrival
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._look_for_silence)

    def install(self) -> None:
        """Begin to filter all keys of the application."""
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("there is no application yet")
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or self._replaying:
            return False
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(watched, event)
        return self._pressed(watched, event)

    def check_silence(self) -> None:
        """Tell the decoder how long no key has come."""
        own, arrived = self._last
        self._obey(self._decoder.idle(own + self._steady_ms() - arrived))
        if not self._held:
            self._timer.stop()

    def _look_for_silence(self) -> None:
        # Keys may still wait in the event queue: a busy program is no silence of the scanner.
        QTimer.singleShot(0, self, self.check_silence)

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        key = (event.key(), event.timestamp())
        asked, self._asked = self._asked, None
        if event.type() == QEvent.Type.KeyPress and asked is not None and asked[0] == key:
            return asked[1]
        if self._is_held_down(event):
            if self._held:  # a busy system delivers releases late: no repeat is typed meanwhile
                event.accept()
            return bool(self._held)
        taken = self._decide(window, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            self._asked = (key, taken)
            if taken:
                event.accept()  # "not a shortcut": Qt sends the press next
        return taken

    def _is_held_down(self, event: QKeyEvent) -> bool:
        """Whether this is the repeat of a key that is held down; Windows says so rightly."""
        if not event.isAutoRepeat() or not self._offset:
            return event.isAutoRepeat()
        return self._since_press(event) >= _SURELY_HELD_MS

    def _since_press(self, event: QKeyEvent) -> int:
        """Milliseconds since the key was pressed last; a large number if that was never seen."""
        pressed = self._since.get(event.nativeScanCode() or event.key())
        return _SURELY_HELD_MS if pressed is None else event.timestamp() - pressed

    def _decide(self, window: QWindow, event: QKeyEvent) -> bool:
        """Ask the decoder about a key; True = the application must not see it."""
        now = self._steady_ms()
        own = event.timestamp() or now  # Windows gives no time of the event
        self._last = (own, now)
        sure = not event.isAutoRepeat() or self._since_press(event) < _SURELY_AGAIN_MS
        self._since[event.nativeScanCode() or event.key()] = event.timestamp()
        verdict = self._decoder.press(self._key_press(event, own, sure=sure))
        self._obey(verdict)
        taken = verdict.hold or verdict.scan is not None
        if taken:
            self._down.add(event.key())
        if verdict.hold:
            self._held.append(_Held(window, _as_press(event), is_press=True))
            self._timer.start()
        return taken

    def _key_press(self, event: QKeyEvent, own: int, *, sure: bool) -> KeyPress:
        native = event.nativeScanCode()
        modifiers = event.modifiers()
        return KeyPress(
            scan_code=native - self._offset if native > self._offset else 0,
            text=_text(event),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            ctrl=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            timestamp_ms=own,
            sure=sure,
        )

    def _released(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() not in self._down:
            return False
        if not event.isAutoRepeat():
            self._down.discard(event.key())
            if self._held:
                self._held.append(_Held(window, event.clone(), is_press=False))
        return True

    def _obey(self, verdict: KeyVerdict) -> None:
        if verdict.replay:
            self._replay(verdict.replay)
        if verdict.scan is not None:
            self._held.clear()
            text, symbology, defect = verdict.scan
            frame = self._decoder.frame
            (self.torn if defect else self.whole).emit()
            self._submit(Scan(text, symbology, self._device, self._clock(), defect, frame=frame))

    def _replay(self, presses: int) -> None:
        """Send the oldest `presses` held keys to their window, each with the releases after it."""
        end, left = 0, presses
        for held in self._held:
            if held.is_press and left == 0:
                break
            left -= held.is_press
            end += 1
        going, self._held = self._held[:end], self._held[end:]
        released = {held.event.key() for held in going if not held.is_press}
        self._down -= {held.event.key() for held in going if held.is_press} - released
        self._replaying = True
        try:
            for held in going:
                if shiboken6.isValid(held.window):
                    QCoreApplication.sendEvent(held.window, held.event)
        finally:
            self._replaying = False


def _as_press(event: QKeyEvent) -> QKeyEvent:
    """A new press event: the given one may be a ShortcutOverride, which cannot be sent again."""
    press = QKeyEvent(
        QEvent.Type.KeyPress,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
    )
    press.setTimestamp(event.timestamp())
    return press


def _text(event: QKeyEvent) -> str:
    """The key's text. Some platforms give none for Enter and control keys: then it is derived."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "\r"
    if event.key() == Qt.Key.Key_Tab:
        return "\t"
    text = event.text()
    is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if is_control and len(text) == 1 and "@" <= text.upper() <= "_":
        return chr(ord(text.upper()) & 0x1F)
    return text
