"""What the scale shows, live, and the key that zeroes it (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.device_api import DeviceKind
from app.domain.commands import Command
from app.station.devices.view import DevicesView
from ui import messages
from ui.devices.device_card import DeviceCards
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, FitLabel
from ui.widgets.screen import card, column
from ui.widgets.touch_button import TouchButton


class ScalePage(QWidget):
    """`asked` carries the command of the pressed key."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._weight = FitLabel(theme, "count", bold=True, align=CENTRE, lines=2)
        self._weight.setObjectName("live_weight")
        self._cards = DeviceCards(theme)
        self._zero = TouchButton(theme, "zero", messages.words("zero"), image="scale", primary=True)
        self._zero.clicked.connect(lambda _checked=False: self.asked.emit(Command.WEIGH))
        inside = column(spacing=theme.size("gap"))
        inside.addWidget(self._weight, 1)
        inside.addWidget(self._zero)
        self._zero.setHidden(theme.scant)  # the action row below has this key, too
        whole = column(self._cards, spacing=theme.size("gap"))
        whole.addWidget(card(theme, inside), 1)
        self.setLayout(whole)

    def show_view(self, view: DevicesView) -> None:
        scales = [one for one in view.frame.devices if one.kind is DeviceKind.SCALE]
        self._cards.show_devices(scales)
        self._cards.setVisible(bool(scales))
        self._zero.setEnabled(bool(scales))
        code = "no_weight" if scales else "no_scale_here"
        self._weight.set_text(view.frame.weight or messages.words(code))
        self._weight.set_colour("text" if view.frame.weight else "muted")
