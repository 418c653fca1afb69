"""The demonstration's second window: codes to click instead of a scanner, labels instead of paper.

Main thread. A real station has no such window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import messages
from ui.demo_mark import DemoMark
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, RIGHT, FitLabel
from ui.widgets.screen import card, column, holder, row
from ui.widgets.touch_button import TouchButton

BASE_SIZE = (650, 1040)
"""Of the panel beside a bench at scale 1; where it is wider than high it has two columns."""
REFIT_MS = 120
_KEY_HEIGHT = 60
_SMALLEST, _LARGEST = 0.6, 2.0


@dataclass(frozen=True)
class Key:
    """Something to click. words: what it is, "" where the code itself says it."""

    words: str
    code: str

    @property
    def shown(self) -> str:
        """The test sheet has a code with signs that cannot be shown; it is only named."""
        if not self.code.isprintable():
            return self.words
        apart = bool(self.words) and self.code not in self.words
        return f"{self.words} · {self.code}" if apart else self.code


Group = tuple[str, tuple[Key, ...]]
"""(title, keys)"""


@dataclass(frozen=True)
class Offer:
    """What the panel shows. now: the code that is asked for, None = none.

    what, why: what to do now and what it is good for.
    """

    now: Key | None = None
    groups: tuple[Group, ...] = ()
    what: str = ""
    why: str = ""


class _Paper(QWidget):
    """The last label as the printer would print it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self._theme.px(100))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour("outline"))
        if self.image.isNull():
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        else:
            size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = self.rect().adjusted(0, 0, size.width() - self.width(), 0)
            place.setHeight(size.height())
            place.moveCenter(self.rect().center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self.image)
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()


class _Face(QWidget):
    """What the panel looks like at one size and in one language. `asked` carries codes."""

    asked = Signal(str)
    guide_asked = Signal()

    def __init__(self, theme: Theme, *, wide: bool, guided: bool) -> None:
        super().__init__()
        self._theme, self._guided = theme, guided
        self._groups = QVBoxLayout()
        self._field = QLineEdit()
        self._what = FitLabel(theme, "title", bold=True, align=LEFT, lines=2)
        self._what.setObjectName("guide_what")
        self._why = FitLabel(theme, "body", colour="muted", align=LEFT, lines=2)
        self._why.setObjectName("guide_why")
        self._now = TouchButton(theme, "now", "", image="scan-barcode", primary=True)
        self._now.setFixedHeight(theme.px(92))
        self._now.clicked.connect(self._scan_now)
        self._code_now = ""
        self._paper = _Paper(theme)
        self._paper_name = FitLabel(theme, "muted", colour="muted", align=RIGHT, data=True)
        self._paper_name.setObjectName("label_name")
        self._build(wide=wide)

    def _build(self, *, wide: bool) -> None:
        gap = self._theme.size("gap")
        whole = column(card(self._theme, self._build_guide()), spacing=gap, margin=gap)
        sides: QBoxLayout = row(spacing=gap) if wide else column(spacing=gap)
        sides.addWidget(card(self._theme, self._build_scanner()), 5)
        sides.addWidget(card(self._theme, self._build_printer()), 4)
        whole.addLayout(sides, 1)
        self.setLayout(whole)

    def _build_guide(self) -> QVBoxLayout:
        theme = self._theme
        title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        title.set_text(messages.words("sim_now"))
        switch = TouchButton(
            theme,
            "guide_switch",
            messages.words("guide_hide" if self._guided else "guide_show"),
            size="muted",
        )
        switch.setFixedSize(theme.px(240), theme.px(44))
        switch.clicked.connect(self.guide_asked)
        said = holder(column(self._what, self._why, spacing=theme.px(4)), "guide")
        said.setVisible(self._guided)
        top = row(title, spacing=theme.px(8))
        top.addWidget(switch)
        return column(top, said, self._now, spacing=theme.px(8))

    def _build_scanner(self) -> QVBoxLayout:
        theme = self._theme
        title = FitLabel(theme, "body", bold=True, align=LEFT)
        title.set_text(messages.words("sim_scanner"))
        hint = FitLabel(theme, "muted", colour="muted", align=RIGHT)
        hint.set_text(messages.words("sim_hint"))
        inside = QWidget()
        self._groups.setSpacing(theme.px(8))
        inside.setLayout(self._groups)
        area = QScrollArea()
        area.setObjectName("codes")
        area.setAccessibleName(messages.words("sim_hint"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        side = column(row(title.hug(), hint, spacing=theme.size("gap")), spacing=theme.px(4))
        side.addWidget(area, 1)
        side.addLayout(self._build_field())
        return side

    def _build_field(self) -> QBoxLayout:
        theme = self._theme
        self._field.setObjectName("demo_field")
        self._field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._field.setAccessibleName(messages.words("sim_typed"))
        self._field.setPlaceholderText(messages.words("sim_typed"))
        self._field.setFixedHeight(theme.px(_KEY_HEIGHT))
        self._field.returnPressed.connect(self._scan_typed)
        key = TouchButton(theme, "demo_scan", messages.words("sim_scan"), image="scan-barcode")
        key.setFixedSize(theme.px(200), theme.px(_KEY_HEIGHT))
        key.clicked.connect(self._scan_typed)
        line = row(spacing=theme.px(8))
        line.addWidget(self._field, 1)
        line.addWidget(key)
        return line

    def _build_printer(self) -> QVBoxLayout:
        title = FitLabel(self._theme, "body", bold=True, align=LEFT)
        title.set_text(messages.words("sim_printer"))
        line = row(title.hug(), self._paper_name, spacing=self._theme.size("gap"))
        side = column(line, spacing=self._theme.px(4))
        side.addWidget(self._paper, 1)
        return side

    def show_offer(self, offer: Offer) -> None:
        self._what.set_text(offer.what)
        self._why.set_text(offer.why)
        self._code_now = offer.now.code if offer.now else ""
        self._now.set_words(offer.now.shown if offer.now else messages.words("sim_wait"))
        self._now.setEnabled(offer.now is not None)
        while (item := self._groups.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for title, keys in offer.groups:
            label = FitLabel(self._theme, "muted", colour="muted", bold=True, align=LEFT)
            label.set_text(title)
            self._groups.addWidget(label)
            for key in keys:
                self._groups.addWidget(self._make_key(key, marked=key == offer.now))
        self._groups.addStretch(1)

    def _make_key(self, key: Key, *, marked: bool) -> TouchButton:
        made = TouchButton(self._theme, f"code_{key.code}", key.shown, primary=marked)
        made.setFixedHeight(self._theme.px(_KEY_HEIGHT))
        made.clicked.connect(lambda _checked=False: self.asked.emit(key.code))
        return made

    def show_label(self, image: QImage, name: str) -> None:
        self._paper.image = image
        self._paper_name.set_text(name or messages.words("no_label_yet"))
        self._paper.update()

    def _scan_now(self) -> None:
        self.asked.emit(self._code_now)

    def _scan_typed(self) -> None:
        text = self._field.text().strip()
        self._field.clear()
        self._field.clearFocus()
        if text:
            self.asked.emit(text)


class DemoPanel(QWidget):
    """Hands clicked and typed codes to `scan`, as if a scanner had read them."""

    def __init__(self, scan: Callable[[str], None], *, dark: bool = False) -> None:
        super().__init__()
        self._scan, self._dark = scan, dark
        self._offer, self._image, self._name = Offer(), QImage(), ""
        self._guided = True
        self.setObjectName("root")
        self.setWindowTitle("Packbench")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(320, 480)
        self._mark = DemoMark(self, Theme(dark=dark))
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.setInterval(REFIT_MS)
        self._refit.timeout.connect(self._dress)
        self._face: _Face | None = None
        self.resize(*BASE_SIZE)
        self._dress()

    def offer(self, offer: Offer) -> None:
        """Show these codes; nothing is redrawn when they are the ones already shown."""
        if offer != self._offer:
            self._offer = offer
            self._shown().show_offer(offer)

    def show_label(self, png: bytes, name: str) -> None:
        """Show what the printer was sent; bytes that are no picture show an empty sheet."""
        self._image, self._name = QImage.fromData(png), name
        self._shown().show_label(self._image, name)

    def label_shown(self) -> tuple[str, QSize]:
        """The name and the size of the label shown."""
        return self._name, self._image.size()

    def _shown(self) -> _Face:
        assert self._face is not None
        return self._face

    def _dress(self) -> None:
        """Build everything for this size and language."""
        space = self.contentsRect()
        wide = space.width() > space.height()
        base = (BASE_SIZE[0] * 2, BASE_SIZE[1]) if wide else BASE_SIZE
        fitting = min(space.width() / base[0], space.height() / base[1])
        scale = round(max(_SMALLEST, min(_LARGEST, fitting)), 3)
        language = QLocale().name()  # as `ui.application.set_language` has it
        if self._face is not None:
            self._face.hide()
            self._face.deleteLater()
        face = _Face(Theme(self._dark, scale, language=language), wide=wide, guided=self._guided)
        face.setParent(self)
        face.asked.connect(self._scan)
        face.guide_asked.connect(self._switch_guide)
        face.setGeometry(space)
        face.show_offer(self._offer)
        face.show_label(self._image, self._name)
        face.show()
        self._face = face

    def _switch_guide(self) -> None:
        self._guided = not self._guided
        # Not at once: the key that was pressed is one of those that are built anew.
        self._refit.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._face is not None:
            self._face.setGeometry(self.contentsRect())
            self._refit.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._face is not None:
            self._refit.start()
