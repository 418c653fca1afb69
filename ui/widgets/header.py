"""The top line: order, devices, link to the centre, station and operator (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.device_api import DeviceChanged, DeviceKind, DeviceState
from app.station.views import Frame, Link
from ui import looks, messages
from ui.icons import icon
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, Fit, FitLabel, draw_fitted, fit
from ui.widgets.touch_button import TouchButton

NARROWEST = 0.55
"""How much of its words' full width a chip keeps where the line is too short."""
_WORSE = ("muted", "warn", "bad")


class Chip(QWidget):
    """Icon and word: grey without trouble; in trouble framed, coloured and of another shape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image, self._words, self._tone = "", "", "muted"
        self._brief = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_state(self, image: str, words: str, tone: str) -> None:
        if (image, words, tone) == (self._image, self._words, self._tone):
            return
        self._image, self._words, self._tone = image, words, tone
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._words

    def tone(self) -> str:
        return self._tone

    def fits(self) -> bool:
        return not self._shown_words() or self._fit().fits

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = theme.px(40 if not theme.handheld else 34)
        if not self._shown_words():
            return QSize(self._icon_pixels + theme.px(8), height)
        metrics = QFontMetrics(theme.font(theme.size("muted")))
        words = metrics.horizontalAdvance(self._shown_words())
        return QSize(words + self._icon_pixels + theme.px(30), height)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        if not self._shown_words():
            return whole
        taken = self._icon_pixels + self._theme.px(30)
        return QSize(taken + int((whole.width() - taken) * NARROWEST), whole.height())

    @property
    def _icon_pixels(self) -> int:
        return self._theme.px(24 if self._theme.handheld else 28)

    def _words_place(self) -> QRect:
        theme = self._theme
        left = theme.px(10) + self._icon_pixels + theme.px(8)
        return self.rect().adjusted(left, 0, -theme.px(6), 0)

    def _fit(self) -> Fit:
        theme = self._theme
        return fit(theme, self._shown_words(), self._words_place().size(), theme.size("muted"))

    def _shown_words(self) -> str:
        """The words to show; none on a handheld, which has room for shape and colour only."""
        return "" if self._theme.handheld or self._brief else self._words

    def set_brief(self, brief: bool) -> None:  # noqa: FBT001 - a setter
        """Leave the word out, but only while the device has no trouble."""
        brief = brief and self._tone == "muted"
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "muted"
        if self._tone != "muted":
            painter.setPen(QPen(theme.colour(self._tone), 2))
            painter.setBrush(theme.colour(self._tone))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
            ink = "on_" + self._tone
        pixels = self._icon_pixels
        left = theme.px(10 if self._shown_words() else 4)
        top = (self.height() - pixels) // 2
        painter.drawPixmap(left, top, icon(self._image, theme.colour(ink), pixels))
        painter.setPen(theme.colour(ink))
        if self._shown_words():
            draw_fitted(painter, self._words_place(), self._words, self._fit(), LEFT, 1)
        painter.end()


class Header(QWidget):
    """The line itself: the order on the left, the station on the right.

    typing_asked: emitted when the person wants to type a code. language_asked: carries the code of
    the other language, whose own name stands on its key.
    """

    typing_asked = Signal()
    language_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chips: list[Chip] = []
        self._roomy_for: tuple[object, ...] = ()
        self._order = FitLabel(theme, "title", bold=True).hug()
        self._customer = FitLabel(theme, "muted", colour="muted", data=True)
        self._reserved = Chip(theme)
        self._link = Chip(theme)
        self._station = FitLabel(theme, "title", bold=True).hug()
        self._operator = FitLabel(theme, "muted", colour="muted", data=True).hug()
        for label, name in ((self._link, "link_chip"), (self._reserved, "reserved_chip")):
            label.setObjectName(name)
        for text, name in (
            (self._order, "order"),
            (self._customer, "customer"),
            (self._station, "station"),
            (self._operator, "operator"),
        ):
            text.setObjectName(name)
        self._typing = TouchButton(theme, "type_code", "", image="keyboard")
        self._typing.setAccessibleName(messages.words("type_code"))
        self._typing.setFixedSize(
            theme.px(64 if not theme.handheld else 44), theme.size("header") - 4
        )
        self._typing.clicked.connect(self.typing_asked)
        other = messages.next_language(theme.language)
        self._language_name = messages.LANGUAGES[other]
        self._language = TouchButton(theme, "language", "", image="languages", size="muted")
        self._language.clicked.connect(lambda: self.language_asked.emit(other))
        self._build_line()

    def _build_line(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.size("header"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4 if theme.handheld else 16))
        line.addWidget(self._order)
        line.addWidget(self._reserved)
        line.addWidget(self._customer, 1)
        self._chip_line = QHBoxLayout()
        self._chip_line.setSpacing(theme.px(2 if theme.handheld else 8))
        line.addLayout(self._chip_line)
        line.addWidget(self._link)
        line.addWidget(self._station)
        line.addWidget(self._operator)
        line.addWidget(self._language)
        line.addWidget(self._typing)
        self._reserved.hide()

    def show_frame(self, frame: Frame, *, offline_minutes: int) -> None:
        self._order.set_text(frame.order)
        parts = [part for part in (frame.customer, frame.carrier) if part]
        self._customer.set_text(" · ".join(parts))
        narrow = self._theme.handheld and bool(frame.order)
        self._station.set_text("" if narrow else frame.station)
        self._operator.set_text("" if self._theme.handheld else frame.operator)
        self._reserved.setVisible(bool(frame.order) and not frame.reserved)
        if not frame.reserved:
            self._reserved.show_state("triangle-alert", messages.words("not_reserved"), "warn")
        self._show_devices(one_of_each_kind(frame.devices), frame.weight)
        self._show_link(frame.link, offline_minutes)
        self._make_room()
        line = self.layout()
        if line is not None:
            line.activate()  # or the first picture would still have the places of the last words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where the words do not all fit, hide those of devices without trouble, then more."""
        state: tuple[object, ...] = (
            self.width(),
            *(chip.text() for chip in self._chips),
            self._link.text(),
        )
        state = (*state, self._order.text(), self._reserved.isHidden())
        if state == self._roomy_for:
            return
        self._roomy_for = state
        for brief, named in ((False, True), (True, True), (True, False)):
            for chip in self._chips:
                chip.set_brief(brief)
            self._name_language(named=named and not self._theme.handheld)
            line = self.layout()
            if line is None or line.sizeHint().width() <= self.width():
                return

    def _name_language(self, *, named: bool) -> None:
        theme = self._theme
        self._language.set_words(self._language_name if named else "")
        self._language.setAccessibleName(self._language_name)
        wide = theme.px(190) if named else self._typing.width()
        self._language.setFixedSize(wide, self._typing.height())

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
                words = messages.device_words(device)
                if device.kind is DeviceKind.SCALE and device.state is DeviceState.READY:
                    words = weight or words
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
