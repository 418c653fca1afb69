"""One device: its name, its state, and what to do about the state (main thread)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from app.device_api import DeviceChanged
from ui import looks, messages
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, RIGHT, FitLabel
from ui.widgets.image import Image
from ui.widgets.screen import column, row

_TONES = {"muted": "ok", "warn": "warn", "bad": "bad"}
_SHAPES = {"ok": "circle-check", "warn": "triangle-alert", "bad": "octagon-x"}


class DeviceCard(QFrame):
    """Name and state of a device; below them a remedy in trouble, else what the device can do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("card", "yes")
        self._image = Image(theme, "cable", 32 if theme.handheld else 52)
        self._shape = Image(theme, "circle-check", 24 if theme.handheld else 36)
        self._name = FitLabel(theme, "body" if theme.handheld else "title", bold=True, data=True)
        self._name.setObjectName("device_name")
        side = LEFT if theme.handheld else RIGHT
        self._state = FitLabel(
            theme, "body" if theme.handheld else "title", bold=True, align=side
        ).hug()
        self._state.setObjectName("device_state")
        lines = 2 if theme.handheld else 1
        self._advice = FitLabel(theme, "body", align=LEFT, lines=lines)
        self._advice.setObjectName("device_advice")
        self._advice.setFixedHeight(theme.px(36))
        self._detail = FitLabel(theme, "muted", colour="muted", data=True, align=side)
        self._detail.setObjectName("device_detail")
        self._build()

    def _build(self) -> None:
        theme = self._theme
        gap = theme.size("gap")
        state = row(self._shape, self._state, spacing=theme.px(8))
        if theme.handheld:
            self._detail.setParent(self)
            self._detail.hide()
            top = row(self._image, spacing=gap)
            top.addWidget(self._name, 1)
            top.addLayout(state)
            whole = column(top, self._advice, spacing=theme.px(2), margin=theme.px(8))
            self.setLayout(whole)
            return
        top = row(spacing=gap)
        top.addWidget(self._name, 1)
        top.addLayout(state)
        below = row(spacing=gap)
        below.addWidget(self._advice, 3)
        below.addWidget(self._detail, 2)
        line = row(self._image, spacing=gap, margin=gap)
        line.addLayout(column(top, below, spacing=theme.px(4)), 1)
        self.setLayout(line)

    def show_device(self, device: DeviceChanged) -> None:
        tone = _TONES[looks.device_tone(device)]
        kind = messages.kind_words(device.kind)
        self._image.show_icon(looks.DEVICE_IMAGES[device.kind], tone if tone != "ok" else "text")
        self._shape.show_icon(_SHAPES[tone], tone)
        name = device.name or device.device
        self._name.set_text(name if self._theme.handheld else f"{kind} · {name}")
        self._state.set_text(messages.device_words(device))
        self._state.set_colour(tone)
        self._advice.set_text(advice(device))
        if self._theme.handheld:
            # A remedy is a sentence and needs more height than a few abilities.
            self._advice.setFixedHeight(self._theme.px(30 if tone == "ok" else 56))
        self._detail.set_text(device.detail)
        self.setAccessibleName(f"{kind}: {messages.device_words(device)}")


def advice(device: DeviceChanged) -> str:
    """The remedy of the device's trouble; without a trouble, what the device can do."""
    if looks.device_tone(device) != "muted" and device.trouble is not None:
        return messages.trouble_words(device.trouble)[1]
    return " · ".join(map(messages.ability_words, device.abilities))


class DeviceCards(QWidget):
    """One card a device; devices in trouble come first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[DeviceCard] = []
        self._place = column(spacing=theme.px(6) if theme.handheld else theme.size("gap"))
        self._place.addStretch(1)
        self.setLayout(self._place)

    def show_devices(self, devices: Sequence[DeviceChanged]) -> None:
        while len(self._cards) < len(devices):
            fresh = DeviceCard(self._theme)
            self._place.insertWidget(len(self._cards), fresh)
            self._cards.append(fresh)
        ranked = sorted(devices, key=lambda device: looks.device_tone(device) == "muted")
        for number, one in enumerate(self._cards):
            one.setVisible(number < len(ranked))
            if number < len(ranked):
                one.show_device(ranked[number])

    def cards(self) -> list[DeviceCard]:
        """The cards shown now."""
        return [one for one in self._cards if not one.isHidden()]
