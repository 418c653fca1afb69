"""The scanner test: the bytes a scanner sent, and what they tell about it (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from app.device_api import DeviceKind
from app.domain.bench.scanner_check import HARMFUL
from app.station.devices.view import DevicesView, ScanRow
from ui import messages
from ui.devices.device_card import DeviceCards
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import card, column, row
from ui.widgets.strip import Strip

_FINDINGS = (Column(share=4, bold=True), Column(share=5, muted=True))
_NARROW = (Column(bold=True),)
_BEFORE = (Column(share=3, bold=True, cut=True), Column(share=3, muted=True))
_TONES = {Tone.PLAIN: "action", Tone.DONE: "ok", Tone.WARN: "warn", Tone.BAD: "bad"}
_UNBROKEN = 12
_BREAK = "\u200b"  # zero width space: lets a line break inside a code, which has no spaces


class ScannerPage(QWidget):
    """Shows the newest scan in full and each earlier one in a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._verdict = Strip(theme, "scan_verdict", "body" if theme.handheld else "detail")
        self._text = FitLabel(theme, "sku", bold=True, align=LEFT, lines=2)
        self._text.setObjectName("scan_text")
        self._facts = FitLabel(theme, "body", align=LEFT)
        self._facts.setObjectName("scan_facts")
        # The screen has no room for all bytes of a long code: it shows the first.
        self._raw = FitLabel(theme, "muted", colour="muted", align=LEFT, lines=2, data=True)
        self._raw.setObjectName("scan_raw")
        columns = _NARROW if theme.handheld else _FINDINGS
        self._findings = RowList(theme, "findings", messages.words("scan_verdicts"), columns)
        self._before_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._before_title.set_text(messages.words("scans_before"))
        self._before = RowList(theme, "scans_before", messages.words("scans_before"), _BEFORE)
        self._cards = DeviceCards(theme)
        self._build_handheld() if theme.handheld else self._build_bench()

    def _build_bench(self) -> None:
        theme = self._theme
        left = column(self._text, self._facts, self._raw, spacing=theme.px(10))
        left.addWidget(self._before_title)
        left.addWidget(self._before, 1)
        left.addWidget(self._cards, 1)
        right = column(self._verdict, spacing=theme.size("gap"))
        right.addWidget(self._findings, 1)
        right.addStretch(0)
        whole = row(spacing=theme.size("gap"))
        whole.addWidget(self._wide_card(left), 5)
        whole.addWidget(self._wide_card(right), 6)
        self.setLayout(whole)

    def _build_handheld(self) -> None:
        for hidden in (self._before_title, self._before, self._raw, self._cards):
            hidden.setParent(self)
            hidden.hide()
        whole = column(self._verdict, self._text, self._facts, spacing=self._theme.px(4))
        whole.addWidget(self._findings, 1)
        whole.addStretch(0)
        self.setLayout(whole)

    def _wide_card(self, inside: QLayout) -> QFrame:
        frame = card(self._theme, inside)
        frame.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        return frame

    def show_view(self, view: DevicesView) -> None:
        newest = view.scans[0] if view.scans else None
        if newest is None:
            self._verdict.say(messages.words("scan_sheet"), image="scan-barcode", tone="action")
            self._text.set_text(messages.words("no_effect"))
        else:
            self._say_verdict(verdicts(newest)[0])
            self._text.set_text(breakable(messages.visible(newest.text)))
        code = "scan_facts_brief" if self._theme.handheld else "scan_facts"
        self._facts.set_text(_facts(newest, code) if newest else "")
        raw = f"{messages.words('scan_raw')}: {newest.raw}" if newest and newest.raw else ""
        self._raw.set_text(raw)
        self._facts.setVisible(newest is not None)
        self._raw.setVisible(bool(raw) and not self._theme.handheld)
        self._findings.setVisible(newest is not None)
        self._findings.set_rows(self._found(newest) if newest else [])
        before = view.scans[1:]
        self._before_title.setVisible(bool(before) and not self._theme.handheld)
        self._before.set_rows([_before_row(scan) for scan in before])
        if not self._theme.handheld:
            self._show_scanners(view)

    def _show_scanners(self, view: DevicesView) -> None:
        """List the scanners; shown until the first scan arrives."""
        self._before.setVisible(bool(view.scans))
        self._cards.setVisible(not view.scans)
        scanners = [one for one in view.frame.devices if one.kind is DeviceKind.SCANNER]
        self._cards.show_devices(scanners)

    def _say_verdict(self, worst: Row) -> None:
        name, remedy = worst.cells
        words = messages.words("with_remedy", name=name, remedy=remedy) if remedy else name
        self._verdict.say(words, image=worst.image, tone=_TONES[worst.tone])

    def _found(self, scan: ScanRow) -> list[Row]:
        """Rows for what the strip above does not show."""
        faults = verdicts(scan)[1:]
        if not self._theme.handheld:
            return [*faults, *(Row((f"({ai})", value), "tag") for ai, value in scan.parts)]
        return [*faults, *(Row((f"({ai}) {value}",), "tag") for ai, value in scan.parts)]


def breakable(code: str) -> str:
    """The code with invisible places at which a line may break."""
    return _BREAK.join(code[at : at + _UNBROKEN] for at in range(0, len(code), _UNBROKEN))


def _facts(scan: ScanRow, code: str) -> str:
    none = messages.words("scan_none")
    end = messages.visible(bytes.fromhex(scan.terminator).decode("latin-1"))
    return messages.words(
        code,
        symbology=scan.symbology or none,
        terminator=end or none,
        ms="–" if scan.ms_per_char is None else f"{scan.ms_per_char:g}",
    )


def verdicts(scan: ScanRow) -> list[Row]:
    """One row a fault of the scanner, worst first; a single good row where there is none."""
    if not scan.code:
        return [Row((messages.words("no_test_code"), ""), "info", Tone.PLAIN)]
    if not scan.faults:
        words = messages.words("test_code_good", number=scan.code)
        return [Row((words, ""), "circle-check", Tone.DONE)]
    ranked = sorted(scan.faults, key=lambda fault: fault not in HARMFUL)
    rows = []
    for fault in ranked:
        harmful = fault in HARMFUL
        image, tone = ("octagon-x", Tone.BAD) if harmful else ("triangle-alert", Tone.WARN)
        rows.append(Row(messages.fault_words(fault), image, tone))
    return rows


def _before_row(scan: ScanRow) -> Row:
    worst = verdicts(scan)[0]
    words = messages.words("test_code", number=scan.code) if scan.code else ""
    if scan.faults:
        words = worst.cells[0]
    return Row((messages.visible(scan.text), words), worst.image, worst.tone)
