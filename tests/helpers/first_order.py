"""A newcomer at the demo, who clicks only what its panel marks: from sign-in to the truck.

`python -m tests.helpers.first_order FILE.png` takes a picture of each step on one sheet.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from app.cli import demo
from app.cli.demo_window import DemoWindow
from app.clock import SystemClock
from app.demo.guide import Advice, Tip, advise
from app.domain.outcome import Outcome
from app.paths import Home
from app.station.hearing import REPEAT
from app.station.views import View
from ui.widgets.touch_button import TouchButton

SCREEN = QSize(1366, 768)
STEPS_AT_MOST = 200
_DEADLINE_S = 20.0
_FRAME = QSize(683, 384)
_COLUMNS = 3

WaitUntil = Callable[[Callable[[], bool]], None]


class Newcomer:
    """Sits before the demo on a screen of 1366 x 768; call `start` first, `leave` at the end."""

    def __init__(
        self,
        home: Home,
        wait_until: WaitUntil,
        *,
        language: str = "en",
        orders: int = 3,
        looked: Callable[[Newcomer], None] = lambda _newcomer: None,
    ) -> None:
        """looked: called before each click."""
        demo._seed(home, orders, 1)
        words = argparse.Namespace(lang=language, profile="bench", dark=False)
        self.demo = DemoWindow(home, words, demo.STATION)
        self._wait_until, self._looked = wait_until, looked
        self._clock = SystemClock()
        self._clicked = self._clock.now() - REPEAT
        self.view: View | None = None
        self.said: list[Outcome] = []
        self.tips: list[Tip] = []
        self.demo.desktop.bridge.shown.connect(self._shown)

    def _shown(self, view: View, answer: Outcome | None) -> None:
        self.view = view
        if answer is not None:
            self.said.append(answer)

    def start(self) -> None:
        self.demo.place(QRect(0, 0, SCREEN.width(), SCREEN.height()))
        self.demo.panel.show()
        self.demo.desktop.start()

    def leave(self) -> None:
        self.demo.desktop.stop()
        self.demo.panel.close()

    def advice(self) -> Advice | None:
        return advise(self.view) if self.view is not None else None

    def work(self, until: Callable[[Advice], bool]) -> None:
        """Click the marked code again and again until this is advised."""
        for _ in range(STEPS_AT_MOST):
            self._wait_until(self._asked)
            found = self.advice()
            assert found is not None
            if not self.tips or self.tips[-1] is not found.tip:
                self.tips.append(found.tip)
            self._looked(self)
            if until(found):
                return
            # No hand clicks so fast that the bench takes it for the trigger's bounce.
            self._wait_until(lambda: self._clock.now() - self._clicked >= REPEAT)
            self._clicked = self._clock.now()
            heard = len(self.said)
            QTest.mouseClick(self._now(), Qt.MouseButton.LeftButton)
            self._wait_until(lambda heard=heard: len(self.said) > heard)  # type: ignore[misc]  # a default binds it
        raise AssertionError(f"not there after {STEPS_AT_MOST} clicks: {self.tips}")

    def _asked(self) -> bool:
        """The panel shows the code for this view, and is not just being built anew."""
        found = self.advice()
        now = found.now if found is not None else None
        if found is not None and found.tip is Tip.ALL_DONE:
            return True
        return now is not None and now.code in self._now().text() + now.words + self._now_code()

    def _now_code(self) -> str:
        offered = self.demo.panel._offer.now
        return offered.code if offered is not None else ""

    def _now(self) -> TouchButton:
        panel = self.demo.panel
        return next(key for key in panel.findChildren(TouchButton, "now") if key.isVisibleTo(panel))

    def picture(self) -> QImage:
        """Both windows, where they are on the screen."""
        made = QImage(SCREEN, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.darkGray)
        painter = QPainter(made)
        for window in (self.demo.desktop.window, self.demo.panel):
            painter.drawPixmap(window.geometry().topLeft(), window.grab())
        painter.end()
        return made


def sheet(pictures: list[QImage]) -> QImage:
    """All pictures on one, in rows of three."""
    rows = -(-len(pictures) // _COLUMNS)
    gap = 6
    made = QImage(
        _COLUMNS * (_FRAME.width() + gap) + gap,
        rows * (_FRAME.height() + gap) + gap,
        QImage.Format.Format_RGB32,
    )
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    smooth = Qt.TransformationMode.SmoothTransformation
    for number, picture in enumerate(pictures):
        at = (number % _COLUMNS, number // _COLUMNS)
        small = picture.scaled(_FRAME, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        painter.drawImage(
            gap + at[0] * (_FRAME.width() + gap), gap + at[1] * (_FRAME.height() + gap), small
        )
    painter.end()
    return made.convertToFormat(QImage.Format.Format_Indexed8)


def main(words: list[str]) -> None:
    language = words[1] if len(words) > 1 else "en"
    pictures: dict[Tip, QImage] = {}

    def settle(done: Callable[[], bool]) -> None:
        end = time.monotonic() + _DEADLINE_S
        while not done():
            assert time.monotonic() < end, "the demo does not answer"
            QTest.qWait(10)

    def look(newcomer: Newcomer) -> None:
        QTest.qWait(200)  # the panel is built anew for another language
        pictures.setdefault(newcomer.tips[-1], newcomer.picture())

    with tempfile.TemporaryDirectory() as folder:
        newcomer = Newcomer(Home(Path(folder)), settle, language=language, looked=look)
        newcomer.start()
        dispatched = False

        def there(found: Advice) -> bool:
            nonlocal dispatched
            dispatched = dispatched or found.tip is Tip.CLOSE_TRUCK
            return dispatched and found.tip is Tip.TAKE_ORDER

        newcomer.work(there)
        pictures[Tip.ALL_DONE] = newcomer.picture()
        newcomer.leave()
    sheet(list(pictures.values())).save(words[0], "PNG", 0)  # type: ignore[call-overload]  # bytes


if __name__ == "__main__":
    main(sys.argv[1:])
