"""The demonstration's second window: codes to click instead of a scanner, labels instead of paper.

Main thread. A real station has no such window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import messages
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, LEFT, FitLabel
from ui.widgets.screen import card, column, row
from ui.widgets.strip import Strip
from ui.widgets.touch_button import TouchButton

Group = tuple[str, Sequence[tuple[str, str]]]
"""(title, [(words, code)])"""
_KEY_HEIGHT = 60


class _Paper(QWidget):
    """The last label as the printer would print it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(630))

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


class DemoPanel(QWidget):
    """Hands clicked and typed codes to `scan`, as if a scanner had read them."""

    def __init__(self, scan: Callable[[str], None], *, theme: Theme | None = None) -> None:
        super().__init__()
        self._scan = scan
        self._theme = theme or Theme(scale=0.7)
        self._offered: tuple[Group, ...] = ()
        self.setObjectName("root")
        self.setWindowTitle(messages.words("sim_scanner"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._banner = Strip(self._theme, "demo_banner", "body", lines=1)
        self._banner.say(messages.words("demo"), image="info", tone="action")
        self._groups = QVBoxLayout()
        self._field = QLineEdit()
        self._paper = _Paper(self._theme)
        self._paper_name = FitLabel(self._theme, "muted", align=CENTRE, data=True)
        self._paper_name.setObjectName("label_name")
        self._build()

    def _build(self) -> None:
        theme = self._theme
        whole = column(self._banner, spacing=theme.size("gap"), margin=theme.size("gap"))
        sides = row(spacing=theme.size("gap"))
        sides.addWidget(card(theme, self._build_scanner()), 5)
        sides.addWidget(card(theme, self._build_printer()), 4)
        whole.addLayout(sides, 1)
        self.setLayout(whole)
        self.resize(theme.px(1280), theme.px(1080))

    def _build_scanner(self) -> QVBoxLayout:
        theme = self._theme
        title = FitLabel(theme, "title", bold=True, align=LEFT)
        title.set_text(messages.words("sim_scanner"))
        hint = FitLabel(theme, "muted", colour="muted", align=LEFT)
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
        side = column(title, hint, spacing=theme.px(8))
        side.addWidget(area, 1)
        side.addLayout(self._build_field())
        return side

    def _build_field(self) -> QHBoxLayout:
        theme = self._theme
        self._field.setObjectName("demo_field")
        self._field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._field.setAccessibleName(messages.words("sim_typed"))
        self._field.setPlaceholderText(messages.words("sim_typed"))
        self._field.setFixedHeight(theme.px(_KEY_HEIGHT))
        self._field.returnPressed.connect(self._scan_typed)
        key = TouchButton(theme, "demo_scan", messages.words("sim_scan"), image="scan-barcode")
        key.setFixedSize(theme.px(220), theme.px(_KEY_HEIGHT))
        key.clicked.connect(self._scan_typed)
        line = row(spacing=theme.px(8))
        line.addWidget(self._field, 1)
        line.addWidget(key)
        return line

    def _build_printer(self) -> QVBoxLayout:
        theme = self._theme
        title = FitLabel(theme, "title", bold=True, align=LEFT)
        title.set_text(messages.words("sim_printer"))
        self._paper_name.set_text(messages.words("no_label_yet"))
        side = column(title, spacing=theme.px(8))
        side.addWidget(self._paper, 1)
        side.addWidget(self._paper_name)
        return side

    def offer(self, groups: Sequence[Group]) -> None:
        """Show these codes; nothing is redrawn when they are the ones already shown."""
        wanted = tuple((title, tuple(codes)) for title, codes in groups)
        if wanted == self._offered:
            return
        self._offered = wanted
        while (item := self._groups.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for title, codes in wanted:
            label = FitLabel(self._theme, "muted", colour="muted", bold=True, align=LEFT)
            label.set_text(title)
            self._groups.addWidget(label)
            for words, code in codes:
                self._groups.addWidget(self._make_key(words, code))
        self._groups.addStretch(1)

    def _make_key(self, words: str, code: str) -> TouchButton:
        shown = words if code in words else f"{words} · {code}"
        key = TouchButton(self._theme, f"code_{code}", shown)
        key.setFixedHeight(self._theme.px(_KEY_HEIGHT))
        key.clicked.connect(lambda _checked=False: self._scan(code))
        return key

    def show_label(self, png: bytes, name: str) -> None:
        """Show what the printer was sent; bytes that are no picture show an empty sheet."""
        self._paper.image = QImage.fromData(png)
        self._paper_name.set_text(name)
        self._paper.update()

    def label_shown(self) -> tuple[str, QSize]:
        """The name and the size of the label shown."""
        return self._paper_name.text(), self._paper.image.size()

    def _scan_typed(self) -> None:
        text = self._field.text().strip()
        self._field.clear()
        self._field.clearFocus()
        if text:
            self._scan(text)
