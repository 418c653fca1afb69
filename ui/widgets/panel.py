"""The window's own page: how it looks and sounds, what its keys do, what it is (main thread).

It lies over the work and is no dialog: scans are answered as ever, and an answer closes it.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass

from PySide6.QtCore import Signal, qVersion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app import VERSION
from app.domain.commands import Command
from ui import messages
from ui.kept import LARGEST_ZOOM, SMALLEST_ZOOM
from ui.keys import SHOWN_KEYS, OwnKey
from ui.sounds import LOUDEST
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, LEFT, FitLabel
from ui.widgets.rows import Column, Row, RowList
from ui.widgets.screen import card, column, row
from ui.widgets.touch_button import TouchButton

ZOOM_STEP = 0.1
VOLUME_STEP = 25
_KEYS = (Column(width=150, bold=True), Column())


@dataclass(frozen=True)
class Ways:
    """How the window is. zoom: as it is shown. volume: 0 = mute; None = sounds are switched off."""

    dark: bool
    zoom: float
    volume: int | None


class WindowPanel(QFrame):
    """`dark`, `zoom` and `volume` carry what the person chose; `closed` that it has seen enough."""

    dark = Signal(bool)
    zoom = Signal(float)
    volume = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ways = Ways(dark=False, zoom=1.0, volume=None)
        self.setObjectName("panel")
        self.setProperty("card", "yes")
        self.setAccessibleName(messages.words("panel"))
        self._light_key = self._key("look_light", messages.words("light"), "sun")
        self._dark_key = self._key("look_dark", messages.words("dark"), "moon")
        self._light_key.clicked.connect(lambda: self.dark.emit(False))  # noqa: FBT003 - a signal
        self._dark_key.clicked.connect(lambda: self.dark.emit(True))  # noqa: FBT003 - a signal
        self._size = self._number("zoom_shown")
        self._smaller = self._key("zoom_smaller", messages.words("smaller"), "zoom-out")
        self._larger = self._key("zoom_larger", messages.words("larger"), "zoom-in")
        self._smaller.clicked.connect(lambda: self._zoomed(-ZOOM_STEP))
        self._larger.clicked.connect(lambda: self._zoomed(ZOOM_STEP))
        self._loudness = self._number("volume_shown")
        self._quieter = self._key("volume_quieter", messages.words("quieter"), "volume-x")
        self._louder = self._key("volume_louder", messages.words("louder"), "volume-2")
        self._quieter.clicked.connect(lambda: self._sounded(-VOLUME_STEP))
        self._louder.clicked.connect(lambda: self._sounded(VOLUME_STEP))
        close = self._key("panel_close", messages.words("panel_close"), "x")
        close.clicked.connect(self.closed)
        both = (column if theme.handheld else row)(spacing=theme.size("gap"))
        both.addLayout(self._build_look(), 1)
        both.addLayout(self._build_keys(), 1)
        whole = column(spacing=theme.size("gap"), margin=theme.size("gap"))
        whole.addLayout(both, 1)
        whole.addWidget(close)
        self.setLayout(whole)

    def _key(self, name: str, words: str, image: str) -> TouchButton:
        return TouchButton(self._theme, name, words, image=image, parent=self)

    def _number(self, name: str) -> FitLabel:
        label = FitLabel(self._theme, "body", bold=True, align=CENTRE)
        label.setObjectName(name)
        return label

    def _build_look(self) -> QVBoxLayout:
        gap = self._theme.size("gap")
        title = FitLabel(self._theme, "title", bold=True, align=LEFT)
        title.set_text(messages.words("panel_look"))
        look = column(title, spacing=gap)
        look.addLayout(self._line(self._light_key, self._dark_key))
        look.addWidget(self._size)
        look.addLayout(self._line(self._smaller, self._larger))
        look.addWidget(self._loudness)
        look.addLayout(self._line(self._quieter, self._louder))
        look.addStretch(1)
        return look

    def _line(self, *keys: TouchButton) -> QHBoxLayout:
        line = row(spacing=self._theme.size("gap"))
        for key in keys:
            line.addWidget(key, 1)
        return line

    def _build_keys(self) -> QVBoxLayout:
        theme = self._theme
        title = FitLabel(theme, "title", bold=True, align=LEFT)
        title.set_text(messages.words("panel_keys"))
        listed = RowList(theme, "key_list", messages.words("panel_keys"), _KEYS)
        listed.set_rows([Row((key, _meaning(meant))) for key, meant in SHOWN_KEYS])
        keys = column(title, spacing=theme.px(8))
        keys.addWidget(card(theme, column(listed)), 1)
        for unknown in (title, listed):  # a handheld has no keyboard
            unknown.setHidden(theme.handheld)
        for code in ("about", "licences"):
            label = FitLabel(theme, "muted", colour="muted", align=LEFT)
            label.setObjectName(code)
            label.set_text(
                messages.words(
                    code, version=VERSION, qt=qVersion(), python=platform.python_version()
                )
            )
            keys.addWidget(label)
        return keys

    def show_ways(self, ways: Ways) -> None:
        self._ways = ways
        self._light_key.set_primary(not ways.dark)
        self._dark_key.set_primary(ways.dark)
        self._size.set_text(messages.words("zoom", percent=round(ways.zoom * 100)))
        self._smaller.setEnabled(ways.zoom > SMALLEST_ZOOM)
        self._larger.setEnabled(ways.zoom < LARGEST_ZOOM)
        silent = not ways.volume
        code = "muted" if silent else "volume"
        self._loudness.set_text(messages.words(code, percent=ways.volume))
        self._quieter.setEnabled(ways.volume is not None and not silent)
        self._louder.setEnabled(ways.volume is not None and ways.volume < LOUDEST)

    def _zoomed(self, by: float) -> None:
        wanted = round(self._ways.zoom + by, 1)
        self.zoom.emit(max(SMALLEST_ZOOM, min(LARGEST_ZOOM, wanted)))

    def _sounded(self, by: int) -> None:
        self.volume.emit(max(0, min(LOUDEST, (self._ways.volume or 0) + by)))


def _meaning(meant: Command | OwnKey | str) -> str:
    if isinstance(meant, Command):
        return messages.command_words(meant)
    return messages.words(f"key_{meant.name.lower()}" if isinstance(meant, OwnKey) else meant)
