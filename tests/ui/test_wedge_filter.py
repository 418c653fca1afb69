"""A scan never reaches a widget; typing does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.device_api import KeyDecoder, RawFrame, Scan, ScanDefect
from devices.wedge import WedgeDecoder, WedgeSettings
from ui.wedge_filter import WedgeFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
Key = Qt.Key


class Bench:
    """A window with a field, a default button and shortcuts, behind the filter."""

    def __init__(self, qtbot: QtBot) -> None:
        self.scans: list[Scan] = []
        self.clicks = 0
        self.shortcuts = 0
        self.releases = 0
        self.now = 10_000
        self.box = QWidget()
        qtbot.addWidget(self.box)
        self.field = QLineEdit()
        self.button = QPushButton("Delete everything")
        self.button.clicked.connect(self._click)
        layout = QVBoxLayout(self.box)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        for sequence in ("7", "F1", "Ctrl+]", "Ctrl+L"):
            QShortcut(QKeySequence(sequence), self.box, self._shortcut)
        self.box.show()
        self.box.activateWindow()
        qtbot.waitExposed(self.box)
        self.field.setFocus()

    def _click(self) -> None:
        self.clicks += 1

    def _shortcut(self) -> None:
        self.shortcuts += 1

    @property
    def window(self) -> QWindow:
        handle = self.box.windowHandle()
        assert handle is not None
        return handle

    def filtered(self, decoder: KeyDecoder) -> WedgeFilter:
        wedge = WedgeFilter(decoder, self._take, lambda: AT, steady_ms=lambda: self.now)
        wedge.install()
        return wedge

    def _take(self, message: object) -> None:
        assert isinstance(message, Scan)
        self.scans.append(message)

    def key(self, char: str, native: int = 0) -> None:
        """One key down and up, at `now` on the event's own clock."""
        code = {"\r": Key.Key_Return, "\x02": Key.Key_B}.get(char, Key(ord(char.upper())))
        ctrl = char == "\x02"
        mods = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code.value, mods, native, 0, 0, char)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(self.window, event)

    def keys(self, text: str, gap: int) -> None:
        for char in text:
            self.now += gap
            self.key(char)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


@pytest.fixture
def wedge(bench: Bench, request: pytest.FixtureRequest) -> Iterator[WedgeFilter]:
    settings = getattr(request, "param", WedgeSettings())
    made = bench.filtered(WedgeDecoder(settings))
    yield made
    app = QApplication.instance()
    assert app is not None
    app.removeEventFilter(made)


timing = pytest.mark.parametrize("wedge", [WedgeSettings(timing=True)], indirect=True)
both = pytest.mark.parametrize(
    "wedge", [WedgeSettings(), WedgeSettings(timing=True)], indirect=True
)


def scan_by_qtest(window: QWindow, text: str) -> None:
    """Through the platform layer, where shortcuts are looked up; Ctrl+B first, Enter last."""
    QTest.keyClick(window, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    for char in text:
        QTest.keyClick(window, Key(ord(char)))
    QTest.keyClick(window, Key.Key_Return)


@both
def test_a_scan_leaves_the_field_empty(bench: Bench, wedge: WedgeFilter) -> None:
    scan_by_qtest(bench.window, "4012345")
    assert [(s.text, s.defect, s.device, s.at) for s in bench.scans] == [
        ("4012345", None, "wedge", AT)
    ]
    assert bench.field.text() == ""


@both
def test_a_scan_presses_no_button_and_no_shortcut(bench: Bench, wedge: WedgeFilter) -> None:
    bench.button.setDefault(True)
    bench.button.setFocus()
    scan_by_qtest(bench.window, "7 7 12")
    assert [s.text for s in bench.scans] == ["7 7 12"]
    assert (bench.clicks, bench.shortcuts) == (0, 0)


@both
def test_a_scan_answers_no_dialog(bench: Bench, wedge: WedgeFilter, qtbot: QtBot) -> None:
    dialog = QMessageBox(bench.box)
    dialog.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    dialog.setDefaultButton(QMessageBox.StandardButton.Yes)
    dialog.open()
    qtbot.waitExposed(dialog)
    handle = dialog.windowHandle()
    assert handle is not None
    scan_by_qtest(handle, "12 34")
    assert dialog.isVisible()
    assert dialog.result() == 0
    assert [s.text for s in bench.scans] == ["12 34"]
    dialog.close()


def test_without_the_filter_these_tests_would_fail(bench: Bench) -> None:
    scan_by_qtest(bench.window, "4012345")
    assert bench.field.text() != ""
    bench.button.setFocus()
    QTest.keyClick(bench.window, Key.Key_7)
    QTest.keyClick(bench.window, Key.Key_Space)
    assert (bench.clicks, bench.shortcuts) == (1, 1)


@both
def test_function_keys_and_control_shortcuts_still_work(bench: Bench, wedge: WedgeFilter) -> None:
    QTest.keyClick(bench.window, Key.Key_F1)
    QTest.keyClick(bench.window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert bench.shortcuts == 2


@both
@pytest.mark.parametrize("gap", [60, 100])
def test_human_typing_reaches_the_field(bench: Bench, wedge: WedgeFilter, gap: int) -> None:
    bench.keys("hello", gap)
    bench.now += 50
    wedge.check_silence()
    assert bench.field.text() == "hello"
    assert bench.scans == []


@both
def test_a_typed_enter_presses_the_focused_field(bench: Bench, wedge: WedgeFilter) -> None:
    entered: list[str] = []
    bench.field.returnPressed.connect(lambda: entered.append(bench.field.text()))
    bench.keys("ab\r", 100)
    assert entered == ["ab"]


@timing
def test_a_burst_by_its_own_times_is_a_scan_even_when_delivered_late(
    bench: Bench, wedge: WedgeFilter
) -> None:
    bench.keys("]E04012345\r", 4)
    assert [(s.text, s.symbology) for s in bench.scans] == [("4012345", "]E0")]
    assert bench.field.text() == ""


@timing
def test_typing_delivered_in_one_go_stays_typing(bench: Bench, wedge: WedgeFilter) -> None:
    bench.keys("hello\r", 100)  # no turn of the event loop in between
    assert bench.scans == []
    assert bench.field.text() == "hello"


@timing
def test_a_split_burst_is_refused(bench: Bench, wedge: WedgeFilter) -> None:
    bench.keys("JJD0", 4)
    bench.now += 80
    wedge.check_silence()
    bench.keys("00390007\r", 4)
    assert [s.defect for s in bench.scans] == [ScanDefect.SPLIT]


@timing
def test_it_says_before_a_scan_whether_the_keys_before_it_were_part_of_it(
    bench: Bench, wedge: WedgeFilter
) -> None:
    said: list[object] = []
    wedge.torn.connect(lambda: said.append(("torn", len(bench.scans))))
    wedge.whole.connect(lambda: said.append(("whole", len(bench.scans))))
    bench.keys("4", 4)
    bench.now += 60
    wedge.check_silence()
    bench.keys("006381333931\r", 4)
    bench.now += 2000
    bench.keys("4012345\r", 4)
    assert said == [("torn", 0), ("whole", 1)]


def test_a_broken_scan_is_never_typed(bench: Bench, wedge: WedgeFilter) -> None:
    bench.keys("\x024012", 4)
    bench.now += 1000
    wedge.check_silence()
    assert [(s.text, s.defect) for s in bench.scans] == [("4012", ScanDefect.UNTERMINATED)]
    assert bench.field.text() == ""


def test_silence_is_noticed_by_the_timer(qtbot: QtBot, bench: Bench, wedge: WedgeFilter) -> None:
    bench.keys("\x024012", 4)
    bench.now += 1000
    qtbot.waitUntil(lambda: len(bench.scans) == 1, timeout=3000)


@pytest.mark.skipif("not sys.platform.startswith('linux')", reason="X11 key codes")
def test_scan_codes_go_before_text(bench: Bench, wedge: WedgeFilter) -> None:
    bench.key("\x02", native=48 + 8)
    for char, evdev in zip("&é", (2, 3), strict=True):
        bench.key(char, native=evdev + 8)
    bench.key("\r", native=28 + 8)
    assert [s.text for s in bench.scans] == ["12"]
    # What the computer's own layout made of the keys goes along, for the scanner test.
    assert [s.frame for s in bench.scans] == [RawFrame(b"12", b"\r", 0, typed="&é")]


@pytest.mark.skipif("not sys.platform.startswith('linux')", reason="X11 marks repeats by time")
@pytest.mark.parametrize(
    ("apart", "scan"),
    [
        (0, ("t-100", None)),  # a batch: X11 takes the second zero for a repeat
        (8, ("t-100", None)),
        (150, ("t-100", ScanDefect.UNREADABLE)),  # nobody can be sure
        (300, ("t-10", None)),  # the key is held down
    ],
)
def test_a_key_pressed_twice_is_no_key_held_down(
    bench: Bench, wedge: WedgeFilter, apart: int, scan: tuple[str, ScanDefect | None]
) -> None:
    bench.key("\x02", native=48 + 8)
    for char in "T-10":
        bench.key(char, native={"T": 20, "-": 12, "1": 2, "0": 11}[char] + 8)
    bench.now += apart
    again = QKeyEvent(
        QEvent.Type.KeyPress,
        Key.Key_0.value,
        Qt.KeyboardModifier.NoModifier,
        11 + 8,
        0,
        0,
        "0",
        True,
    )
    again.setTimestamp(bench.now)
    QCoreApplication.sendEvent(bench.window, again)
    bench.key("\r", native=28 + 8)
    (came,) = bench.scans
    assert (came.text, came.defect) == scan


class Watcher(QWidget):
    """Counts what reaches a focused widget."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if isinstance(event, QKeyEvent) and event.type() in kinds:
            # a modifier by itself does nothing
            self.seen += [event.type()] if event.key() != Key.Key_Control else []
        return super().event(event)


@pytest.fixture
def watcher(bench: Bench) -> Watcher:
    made = Watcher()
    layout = bench.box.layout()
    assert layout is not None
    layout.addWidget(made)
    made.show()
    made.setFocus()
    return made


@both
def test_releases_of_a_scan_are_swallowed_too(
    bench: Bench, watcher: Watcher, wedge: WedgeFilter
) -> None:
    scan_by_qtest(bench.window, "4012345")
    assert watcher.seen == []
    assert len(bench.scans) == 1


@timing
def test_replayed_keys_come_with_their_releases(
    bench: Bench, watcher: Watcher, wedge: WedgeFilter
) -> None:
    bench.keys("ab", 100)
    bench.now += 50
    wedge.check_silence()
    assert watcher.seen == [QEvent.Type.KeyPress, QEvent.Type.KeyRelease] * 2


@timing
def test_a_window_that_closed_meanwhile_gets_nothing(bench: Bench, wedge: WedgeFilter) -> None:
    bench.keys("a", 100)
    bench.box.close()
    bench.now += 50
    wedge.check_silence()
    assert bench.scans == []


def test_it_needs_an_application(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    nothing: Callable[[], None] = lambda: None  # noqa: E731  the type stands beside it
    monkeypatch.setattr(QCoreApplication, "instance", nothing)
    wedge = WedgeFilter(WedgeDecoder(), lambda _message: None, lambda: AT)
    with pytest.raises(RuntimeError, match="no application"):
        wedge.install()
