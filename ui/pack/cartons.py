"""Keys for the box sizes; the suggested one is marked (main thread)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.station.messages import EnterCode
from app.station.pack.view import CartonChoice
from ui import messages
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.screen import column
from ui.widgets.touch_button import TouchButton

MOST = {"bench": 5, "handheld": 3}


class CartonKeys(QWidget):
    """One key a size; touching it is the same as scanning the code on the box."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[CartonChoice, ...] = ()
        self._keys: list[TouchButton] = []
        self._place = column(spacing=theme.px(6) if theme.low else theme.size("gap"))
        title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        title.set_text(messages.words("boxes"))
        self._place.addWidget(title)
        self._place.addStretch(1)
        self.setLayout(self._place)

    def show_cartons(self, cartons: Sequence[CartonChoice]) -> None:
        wanted = tuple(
            sorted(cartons, key=lambda carton: not carton.suggested)[: MOST[self._theme.profile]]
        )
        if wanted == self._shown:
            return
        self._shown = wanted
        for key in self._keys:
            self._place.removeWidget(key)
            key.deleteLater()
        self._keys = [self._make_key(carton) for carton in wanted]
        for number, key in enumerate(self._keys):
            self._place.insertWidget(number + 1, key)

    def keys(self) -> list[TouchButton]:
        return self._keys

    def _make_key(self, carton: CartonChoice) -> TouchButton:
        words = f"{carton.code} · {carton.name}" if carton.name else carton.code
        if carton.suggested:
            words = f"{words} ({messages.words('suggested')})"
        key = TouchButton(
            self._theme,
            f"carton_{carton.code}",
            words,
            image="package-open",
            primary=carton.suggested,
            parent=self,
        )
        if self._theme.handheld:
            key.setFixedHeight(self._theme.px(60))
        code = carton.code
        key.clicked.connect(lambda _checked=False: self.asked.emit(EnterCode(code)))
        return key
