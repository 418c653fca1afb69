"""The last labels of this bench: choose one and a reason to print it again (main thread)."""

from __future__ import annotations

from app.station.labels.view import LabelRow, LabelsView
from app.station.messages import EnterCode
from app.station.views import LabelState
from ui import messages
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.reasons import ReasonKeys, reprint_reasons
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import Screen, Setting, card, column, row

_COLUMNS = (
    Column(width=60, bold=True, right=True),
    Column(width=200, bold=True),
    Column(share=4, muted=True),
    Column(share=3),
    Column(width=150, right=True),
)
_NARROW = (
    Column(width=34, bold=True, right=True),
    Column(width=136, bold=True),
    Column(muted=True),
)
_LOOKS = {
    LabelState.NONE: ("tag", Tone.PLAIN),
    LabelState.WANTED: ("hourglass", Tone.PLAIN),
    LabelState.SENT: ("printer", Tone.PLAIN),
    LabelState.FAILED: ("octagon-x", Tone.WARN),
    LabelState.DOUBTFUL: ("triangle-alert", Tone.WARN),
    LabelState.PROVEN: ("circle-check", Tone.DONE),
}


class LabelsScreen(Screen):
    """Draws a LabelsView; touching a row is the same as scanning its label."""

    has_strip = True

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._title = FitLabel(theme, "body", bold=True, align=LEFT)
        self._title.setObjectName("labels_title")
        columns = _NARROW if theme.handheld else _COLUMNS
        self._rows = RowList(theme, "labels", messages.words("labels"), columns)
        self._rows.chosen.connect(lambda sscc: self.asked.emit(EnterCode(sscc)))
        self._reasons = ReasonKeys(theme, reprint_reasons())
        self._reasons.asked.connect(self.press)
        listed = column(self._title, spacing=theme.px(8))
        listed.addWidget(self._rows, 1)
        self._asking = card(theme, column(self._reasons))
        work = column if theme.handheld else row
        whole = work(spacing=theme.size("gap"))
        whole.addWidget(card(theme, listed), 2)
        whole.addWidget(self._asking, 0 if theme.handheld else 1)
        self.setLayout(whole)

    def show_view(self, view: LabelsView) -> None:
        if view.typed:
            title = messages.words("number_typed", number=view.typed)
        else:
            title = messages.words("labels" if view.rows else "no_labels")
        self._title.set_text(title)
        self._asking.setVisible(view.asking)
        meant = [label.chosen or str(label.number) == view.typed for label in view.rows]
        rows = [self._row(label, meant=this) for label, this in zip(view.rows, meant, strict=True)]
        self._rows.set_rows(rows, meant.index(True) if any(meant) else -1)

    def _row(self, label: LabelRow, *, meant: bool) -> Row:
        known = label.label in LabelState._value2member_map_
        state = LabelState(label.label) if known else LabelState.NONE
        image, tone = ("chevron-right", Tone.CURRENT) if meant else _LOOKS[state]
        words = messages.label_words(state, brief=True)
        cells: tuple[str, ...] = (str(label.number), label.order, words)
        if not self.theme.handheld:
            who = " · ".join(part for part in (label.customer, label.carrier) if part)
            times = messages.words("sent_times", count=label.prints)
            cells = (str(label.number), label.order, who, words, times)
        return Row(cells, image, tone, label.sscc)
