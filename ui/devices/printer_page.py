"""The printer, and what it reported about the last test label (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.device_api import DeviceKind, Proof, Trouble
from app.domain.bench.outcome import Checking
from app.domain.commands import Command
from app.station.devices.view import DevicesView
from ui import messages
from ui.devices.device_card import DeviceCards
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, FitLabel
from ui.widgets.image import Image
from ui.widgets.screen import card, column
from ui.widgets.touch_button import TouchButton


class PrinterPage(QWidget):
    """`asked` carries the command of the pressed key."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cards = DeviceCards(theme)
        self._shape = Image(theme, "printer", 56 if theme.handheld else 110)
        self._said = FitLabel(theme, "title", bold=True, align=CENTRE, lines=2)
        self._said.setObjectName("printer_said")
        self._remedy = FitLabel(theme, "body", align=CENTRE, lines=2)
        self._remedy.setObjectName("printer_remedy")
        self._print = TouchButton(
            theme, "test_label", messages.words("test_label"), image="printer", primary=True
        )
        self._print.clicked.connect(lambda _checked=False: self.asked.emit(Command.PRINT))
        inside = column(None, self._shape, self._said, self._remedy, None, self._print)
        inside.setSpacing(theme.px(6))
        self._print.setHidden(theme.scant)  # the action row below has this key, too
        whole = column(self._cards, spacing=theme.size("gap"))
        whole.addWidget(card(theme, inside), 1)
        self.setLayout(whole)

    def show_view(self, view: DevicesView) -> None:
        printers = [one for one in view.frame.devices if one.kind is DeviceKind.PRINTER]
        self._cards.show_devices(printers)
        self._cards.setVisible(bool(printers))
        self._print.setEnabled(bool(printers))
        if not printers:
            self._shape.show_icon("printer", "muted")
            self._said.set_text(messages.words("no_printer_here"))
            self._remedy.set_text("")
            return
        image, tone = _look(view.printed)
        self._shape.show_icon(image, tone)
        asked = view.outcome is not None and view.outcome.kind is Checking.TEST_LABEL_ASKED
        if asked and not view.printed and view.outcome is not None:
            self._shape.show_icon("hourglass", "action")
            self._said.set_text(messages.outcome_words(view.outcome)[0])
        else:
            self._said.set_text(messages.printed_words(view.printed))
        # A trouble that the printer's own card already shows is not repeated here.
        told = {printer.trouble for printer in printers}
        remedy = "" if view.printed in told else messages.remedy_words(view.printed)
        self._remedy.set_text(remedy)


def _look(printed: str) -> tuple[str, str]:
    """(icon, colour) for what the printer reported about the test label."""
    if printed in Trouble._value2member_map_:
        return "octagon-x", "bad"
    if printed == Proof.COUNTED:
        return "circle-check", "ok"
    return ("tag" if printed else "printer"), "action"
