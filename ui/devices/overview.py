"""All devices of the bench, and how the last self-test ended (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.station.devices.view import DevicesView
from ui import messages
from ui.devices.device_card import DeviceCards
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, LEFT, FitLabel
from ui.widgets.image import Image
from ui.widgets.screen import column, row

PASSED, NOT_PASSED = ("circle-check", "ok"), ("octagon-x", "bad")


class OverviewPage(QWidget):
    """Draws the devices listed in the view's frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cards = DeviceCards(theme)
        self._none = FitLabel(theme, "sku", colour="muted", bold=True, align=CENTRE)
        self._none.setObjectName("no_devices")
        self._shape = Image(theme, "info", 24 if theme.handheld else 36)
        self._test = FitLabel(theme, "body", align=LEFT)
        self._test.setObjectName("last_test")
        self._area = area = QScrollArea()
        area.setObjectName("device_cards")
        area.setAccessibleName(messages.words("devices"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._cards)
        whole = column(spacing=theme.px(8))
        whole.addWidget(self._none, 1)
        whole.addWidget(area, 1)
        whole.addLayout(row(self._shape, self._test, spacing=theme.size("gap")))
        self.setLayout(whole)

    def show_view(self, view: DevicesView) -> None:
        devices = view.frame.devices
        self._none.set_text("" if devices else messages.words("no_devices"))
        self._none.setVisible(not devices)
        self._area.setVisible(bool(devices))
        self._cards.show_devices(devices)
        self._test.set_text(last_test_words(view))
        if view.last_test is None:
            self._shape.show_icon("info", "muted")
        else:
            self._shape.show_icon(*(PASSED if view.passed else NOT_PASSED))


def last_test_words(view: DevicesView) -> str:
    """Words for the last self-test: its time and its result."""
    if view.last_test is None:
        return messages.words("no_test_yet")
    code = "last_test_ok" if view.passed else "last_test_bad"
    return messages.words(code, time=view.last_test.astimezone().strftime("%m-%d %H:%M"))
