"""The self-test: all steps on the left, the current one large on the right (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.device_api import Trouble
from app.domain.bench.self_test import CheckedPart, PartVerdict
from app.domain.commands import Command
from app.station.devices.task import Page
from app.station.devices.view import DevicesView
from ui import messages
from ui.devices.overview import NOT_PASSED, PASSED, last_test_words
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, FitLabel
from ui.widgets.image import Image
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import card, column, row
from ui.widgets.touch_button import TouchButton

_COLUMNS = (Column(share=3, bold=True), Column(share=2, muted=True, right=True))
_CHECK_IMAGES: dict[CheckedPart, str] = {
    CheckedPart.PRINT: "printer",
    CheckedPart.SCAN: "scan-barcode",
    CheckedPart.WEIGH: "scale",
    CheckedPart.BEEP: "volume-2",
}
_VERDICT_LOOKS: dict[PartVerdict, tuple[str, Tone]] = {
    PartVerdict.OPEN: ("circle", Tone.PLAIN),
    PartVerdict.OK: ("circle-check", Tone.DONE),
    PartVerdict.FAILED: ("octagon-x", Tone.BAD),
    PartVerdict.SKIPPED: ("skip-forward", Tone.WARN),
    PartVerdict.ABSENT: ("circle-minus", Tone.PLAIN),
}


class SelfTestPage(QWidget):
    """`asked` carries the command of the pressed key."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._checks = RowList(theme, "checks", messages.page_words(Page.TEST), _COLUMNS)
        self._image = Image(theme, "list-checks", 56 if theme.handheld else 150)
        self._now = FitLabel(theme, "instruction", bold=True, align=CENTRE, lines=2)
        self._now.setObjectName("check_now")
        size = "muted" if theme.handheld else "body"
        self._help = FitLabel(theme, size, colour="muted", align=CENTRE, lines=2)
        self._help.setObjectName("check_help")
        self._begin = TouchButton(
            theme, "begin_test", messages.words("begin_test"), image="list-checks", primary=True
        )
        self._begin.clicked.connect(lambda _checked=False: self.asked.emit(Command.TEST))
        self._begin.setHidden(theme.scant)  # the action row below has this key, too
        inside = column(None, self._image, self._now, spacing=theme.px(6))
        if not theme.handheld:
            inside.addWidget(self._help)
        inside.addStretch(1)
        inside.addWidget(self._begin)
        self._large = card(theme, inside)
        self._steps = card(theme, column(self._checks))
        whole = (column if theme.handheld else row)(spacing=theme.size("gap"))
        whole.addWidget(self._steps, 4)
        whole.addWidget(self._large, 5)
        if theme.handheld:
            self._help.setFixedHeight(theme.px(52))
            whole.addWidget(self._help)
        self.setLayout(whole)

    def show_view(self, view: DevicesView) -> None:
        at = next((n for n, (check, _) in enumerate(view.checks) if check is view.check), -1)
        self._checks.set_rows(
            [_row(check, verdict, now=view.check) for check, verdict in view.checks], at
        )
        self._steps.setVisible(bool(view.checks))
        # A handheld has room for one of the two; its bar says what to do now.
        self._large.setVisible(not (self._theme.handheld and view.checks))
        self._begin.setVisible(view.check is None and not self._theme.scant)
        self._help.set_text(_help(view))
        if view.check is not None:
            self._image.show_icon(_CHECK_IMAGES[view.check])
            self._now.set_text(messages.check_words(view.check))
        elif not view.checks:
            self._image.show_icon("list-checks")
            self._now.set_text(last_test_words(view))
        else:
            good = all(
                verdict in {PartVerdict.OK, PartVerdict.ABSENT} for _, verdict in view.checks
            )
            self._image.show_icon(*(PASSED if good else NOT_PASSED))
            self._now.set_text(messages.words("test_passed" if good else "test_failed"))


def _row(check: CheckedPart, verdict: PartVerdict, *, now: CheckedPart | None) -> Row:
    image, tone = _VERDICT_LOOKS[verdict]
    if check is now:
        image, tone = "chevron-right", Tone.CURRENT
    return Row((messages.check_words(check), messages.check_verdict_words(verdict)), image, tone)


def _help(view: DevicesView) -> str:
    """Help for the current check: the known weight, or what the printer reported."""
    if view.check is CheckedPart.WEIGH and view.read_grams is not None:
        return messages.words("scale_read", grams=view.test_grams, read=view.read_grams)
    if view.check is CheckedPart.WEIGH:
        return messages.words("known_weight", grams=view.test_grams)
    if view.printed in Trouble._value2member_map_:
        name, remedy = messages.trouble_words(Trouble(view.printed))
        return messages.words("with_remedy", name=name, remedy=remedy)
    return ""
