"""The top line: order, devices, link to the centre, station and operator (main thread)."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.device_api import DeviceChanged, DeviceKind, DeviceState
from app.domain.commands import Command
from app.station.views import Frame, Link, NextTruck
from ui import looks, messages
from ui.theme import Theme
from ui.widgets.chip import Chip
from ui.widgets.fit_label import FitLabel
from ui.widgets.touch_button import TouchButton

NAME_ROOM = 320
"""So many pixels at scale 1 a customer's name has before words of devices are shown."""
TRUCK_SHOWN, TRUCK_URGENT = timedelta(minutes=60), timedelta(minutes=15)
"""So long before it leaves the next truck is shown, and is amber if something is left to pack."""
_WORSE = ("muted", "warn", "bad")


class Header(QWidget):
    """The line itself: ways out and the order on the left, the station on the right.

    pressed: carries the command of a pressed key. typing_asked: the person wants to type a code.
    language_asked: carries the code of the other language, whose own name stands on its key.
    panel_asked: the person wants to see or change how the window is.
    """

    pressed = Signal(object)
    typing_asked = Signal()
    language_asked = Signal(str)
    panel_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chips: list[Chip] = []
        self._roomy_for: tuple[object, ...] = ()
        self._ways_out = False
        self._order = FitLabel(theme, "title", bold=True).hug()
        self._customer = FitLabel(theme, "muted", colour="muted", data=True)
        self._reserved = Chip(theme)
        self._link = Chip(theme)
        self._truck = Chip(theme)
        self._next_truck: NextTruck | None = None
        self._truck_words = "", "", ""
        self._station = FitLabel(theme, "title", bold=True).hug()
        self._operator = FitLabel(theme, "muted", colour="muted", data=True).hug()
        self._clock = FitLabel(theme, "muted", bold=True).hug()
        for part, name in (
            (self._link, "link_chip"),
            (self._truck, "truck_chip"),
            (self._reserved, "reserved_chip"),
            (self._order, "order"),
            (self._customer, "customer"),
            (self._station, "station"),
            (self._operator, "operator"),
            (self._clock, "clock"),
        ):
            part.setObjectName(name)
        self._home = self._key("home", messages.command_words(Command.HOME), "house")
        self._back = self._key("back", messages.words("back"), "arrow-left")
        self._typing = self._key("type_code", messages.words("type_code"), "keyboard")
        self._panel = self._key("window_panel", messages.words("panel"), "settings")
        other = messages.next_language(theme.language)
        self._language_name = messages.LANGUAGES[other]
        self._language = self._key("language", self._language_name, "languages")
        self._home.clicked.connect(lambda: self.pressed.emit(Command.HOME))
        self._back.clicked.connect(lambda: self.pressed.emit(Command.CLEAR))
        self._typing.clicked.connect(self.typing_asked)
        self._panel.clicked.connect(self.panel_asked)
        self._language.clicked.connect(lambda: self.language_asked.emit(other))
        self._build_line()

    def _key(self, name: str, words: str, image: str) -> TouchButton:
        """A key with an icon alone; its words are for screen readers."""
        key = TouchButton(self._theme, name, "", image=image, size="muted", parent=self)
        key.setAccessibleName(words)
        key.setFixedSize(self._theme.size("header_key"), self._theme.size("header") - 2)
        return key

    def _build_line(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.size("header"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4 if theme.handheld else 14))
        line.addWidget(self._home)
        line.addWidget(self._back)
        line.addWidget(self._order)
        line.addWidget(self._reserved)
        line.addWidget(self._customer, 1)
        line.addWidget(self._truck)
        self._chip_line = QHBoxLayout()
        self._chip_line.setSpacing(theme.px(2 if theme.handheld else 8))
        line.addLayout(self._chip_line)
        line.addWidget(self._link)
        line.addWidget(self._station)
        line.addWidget(self._operator)
        line.addWidget(self._clock)
        line.addWidget(self._language)
        line.addWidget(self._typing)
        line.addWidget(self._panel)
        self._reserved.hide()
        self._truck.hide()

    def show_frame(
        self, frame: Frame, *, offline_minutes: int, ways_out: bool, now: datetime
    ) -> None:
        """Show the frame. ways_out: there is something to leave or to go back from."""
        self._next_truck = frame.truck
        self._show_time(now)
        self._order.set_text(frame.order)
        parts = [part for part in (frame.customer, frame.carrier) if part]
        self._customer.set_text(" · ".join(parts))
        narrow = self._theme.handheld and bool(frame.order)
        self._station.set_text("" if narrow else frame.station)
        self._operator.set_text("" if self._theme.handheld else frame.operator)
        self._ways_out = ways_out
        self._reserved.setVisible(bool(frame.order) and not frame.reserved)
        if not frame.reserved:
            self._reserved.show_state("triangle-alert", messages.words("not_reserved"), "warn")
        self._show_devices(one_of_each_kind(frame.devices), frame.weight)
        self._show_link(frame.link, offline_minutes)
        self._make_room()
        line = self.layout()
        if line is not None:
            line.activate()  # or the first picture would still have the places of the last words

    def show_clock(self, now: datetime) -> None:
        """Show what time it is, and how long it is until the next truck leaves."""
        self._show_time(now)
        self._make_room()

    def _show_time(self, now: datetime) -> None:
        self._clock.set_text("" if self._theme.handheld else messages.clock_time(now))
        truck = self._next_truck
        left = truck.at - now if truck else TRUCK_SHOWN
        shown = truck is not None and timedelta(0) < left < TRUCK_SHOWN
        self._truck.setVisible(shown)
        if truck is not None and shown:
            urgent = left < TRUCK_URGENT and truck.left > 0
            minutes = left // timedelta(minutes=1)
            words = messages.words(
                "truck_next",
                carrier=truck.carrier or "-",
                time=messages.clock_time(truck.at),
                minutes=minutes,
                count=truck.left,
            )
            brief = messages.words("board_age_short", minutes=minutes)
            self._truck_words = words, brief, "warn" if urgent else "muted"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where not all fits, leave out words of devices without trouble, then more."""
        state: tuple[object, ...] = (
            self.width(),
            *(chip.text() for chip in self._chips),
            self._link.text(),
            self._truck_words,
            self._truck.isHidden(),
            self._operator.text(),
            self._order.text(),
            self._customer.text(),
            self._reserved.isHidden(),
            self._ways_out,
        )
        if state == self._roomy_for:
            return
        self._roomy_for = state
        bench = not self._theme.handheld
        for left_out in range(8):
            for chip in self._chips:
                chip.set_brief(left_out >= 1)
            self._name_truck(brief=left_out >= 6)
            self._name_language(named=bench and left_out < 2)
            self._clock.setVisible(bench and left_out < 3)
            self._operator.setVisible(bench and left_out < 4)
            self._home.setVisible(self._ways_out and left_out < 7)
            self._back.setVisible(self._ways_out and bench and left_out < 7)
            self._chip_line.invalidate()  # a layout inside another one does not hear of it
            line = self.layout()
            name_room = self._name_room() if left_out < 5 else 0
            if line is None or line.sizeHint().width() + name_room <= self.width():
                return

    def _name_room(self) -> int:
        """The room that the customer's name needs beside the least that a label asks for."""
        return min(self._customer.full_width(), self._theme.px(NAME_ROOM))

    def _name_truck(self, *, brief: bool) -> None:
        words, minutes, tone = self._truck_words
        self._truck.show_state("truck", minutes if brief else words, tone)

    def _name_language(self, *, named: bool) -> None:
        theme = self._theme
        self._language.set_words(self._language_name if named else "")
        self._language.setAccessibleName(self._language_name)
        self._language.setFixedWidth(theme.px(190) if named else theme.size("header_key"))

    def chips(self) -> tuple[Chip, ...]:
        """The device chips shown now."""
        return tuple(chip for chip in self._chips if not chip.isHidden())

    def _show_devices(self, devices: tuple[DeviceChanged, ...], weight: str) -> None:
        while len(self._chips) < len(devices):
            chip = Chip(self._theme)
            chip.setObjectName(f"device_chip_{len(self._chips)}")
            self._chips.append(chip)
            self._chip_line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(devices))
            if number < len(devices):
                device = devices[number]
                image = looks.DEVICE_IMAGES[device.kind]
                state = messages.device_words(device)
                if device.kind is DeviceKind.SCALE and device.state is DeviceState.READY:
                    state = weight or state
                kind = messages.kind_words(device.kind)
                words = messages.words("device_state", device=kind, state=state)
                chip.show_state(image, words, looks.device_tone(device))

    def _show_link(self, link: Link, minutes: int) -> None:
        words = messages.link_words(link, minutes)
        if link.behind is not None:
            self._link.show_state("triangle-alert", words, "warn")
            return
        # Working offline is normal: the header names it without an alarm.
        self._link.show_state("database" if link.online else "cloud-off", words, "muted")


def one_of_each_kind(devices: tuple[DeviceChanged, ...]) -> tuple[DeviceChanged, ...]:
    """One device of each kind: the one in the worst trouble."""
    kinds = [[one for one in devices if one.kind is kind] for kind in DeviceKind]
    return tuple(max(same, key=_badness) for same in kinds if same)


def _badness(device: DeviceChanged) -> int:
    return _WORSE.index(looks.device_tone(device))
