"""The device screen: one page a kind of device; no scan here touches an order (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout

from app.domain.bench.outcome import Checking
from app.domain.outcome import Outcome, Severity
from app.domain.outcome_anywhere import Anywhere
from app.domain.weighing.outcome import Weighing
from app.station.devices.task import Page
from app.station.devices.view import DevicesView
from ui import looks, messages
from ui.devices.overview import OverviewPage
from ui.devices.printer_page import PrinterPage
from ui.devices.scale_page import ScalePage
from ui.devices.scanner_page import ScannerPage
from ui.devices.self_test_page import SelfTestPage
from ui.devices.tabs import PageTabs
from ui.widgets.screen import Screen, Setting, column
from ui.widgets.strip import Strip

_Pages = OverviewPage | ScannerPage | ScalePage | PrinterPage | SelfTestPage
_SAID_BY_THE_PAGE = {
    Anywhere.CLEARED,
    Checking.TEST_SCANNED,
    Checking.TEST_LABEL_ASKED,
    Checking.TEST_STEP_OK,
    Checking.SELF_TEST_STARTED,
    Weighing.WEIGHT_NOTED,
}


class DevicesScreen(Screen):
    """Draws a DevicesView."""

    has_strip = True
    place = "devices"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._tabs = PageTabs(theme)
        self._tabs.asked.connect(self.press)
        scale, printer, test = ScalePage(theme), PrinterPage(theme), SelfTestPage(theme)
        for asking in (scale, printer, test):
            asking.asked.connect(self.press)
        self._pages: dict[Page, _Pages] = {
            Page.OVERVIEW: OverviewPage(theme),
            Page.SCANNER: ScannerPage(theme),
            Page.SCALE: scale,
            Page.PRINTER: printer,
            Page.TEST: test,
        }
        self._stack = QStackedLayout()
        for page in Page:
            self._stack.addWidget(self._pages[page])
        self._strip = Strip(theme, "said_strip", lines=1)
        self._strip.setFixedHeight(theme.px(44 if theme.handheld else 60))
        whole = column(self._tabs, spacing=theme.size("gap"))
        whole.addLayout(self._stack, 1)
        whole.addWidget(self._strip)
        self.setLayout(whole)

    def show_view(self, view: DevicesView) -> None:
        self.place = "devices" if view.check is None else "self_test"
        self._tabs.show_page(view.page)
        page = self._pages[view.page]
        page.show_view(view)
        self._stack.setCurrentWidget(page)
        self._show_strip(view.outcome)

    def _show_strip(self, answer: Outcome | None) -> None:
        """Show an accepted input in the strip; the bar shows refusals only."""
        said = answer is not None and answer.accepted and answer.kind not in _SAID_BY_THE_PAGE
        self._strip.setVisible(said)
        if answer is not None and said:
            good = answer.severity is not Severity.INFO
            tone = "ok" if good else "action"
            image = looks.SEVERITY_IMAGES[answer.severity]
            self._strip.say(messages.outcome_words(answer)[0], image=image, tone=tone)
