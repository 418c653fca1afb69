"""The labels of a zone's bins: which are still to be scanned at their bins (main thread)."""

from __future__ import annotations

from app.station.labels.zone_view import BinLabelRow, ZoneLabelsView
from ui import messages
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import Screen, Setting, card, column

_COLUMNS = (Column(share=2, bold=True), Column(share=3, muted=True))


class ZoneLabelsScreen(Screen):
    """Draws a ZoneLabelsView. A row does nothing when it is touched: only a scan proves a label."""

    place = "zone_labels"
    has_strip = True

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._title = FitLabel(theme, "body", bold=True, align=LEFT)
        self._title.setObjectName("zone_title")
        self._rows = RowList(theme, "zone_bins", messages.words("zone_bins"), _COLUMNS)
        listed = column(self._title, spacing=theme.px(8))
        listed.addWidget(self._rows, 1)
        whole = column(spacing=theme.size("gap"))
        whole.addWidget(card(theme, listed), 1)
        self.setLayout(whole)

    def show_view(self, view: ZoneLabelsView) -> None:
        done = sum(label.proven for label in view.rows)
        title = messages.words("zone_named", zone=view.zone, done=done, count=len(view.rows))
        self._title.set_text(title)
        self._rows.set_rows([self._row(label) for label in view.rows], -1)

    def _row(self, label: BinLabelRow) -> Row:
        if label.proven:
            return Row((label.bin, messages.words("bin_proven")), "circle-check", Tone.DONE)
        words = messages.words("bin_sent" if label.sent else "bin_to_print")
        return Row((label.bin, words), "printer" if label.sent else "tag", Tone.PLAIN)
