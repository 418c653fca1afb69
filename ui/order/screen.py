"""The order screen: state, lines and parcels left, timeline right (main thread)."""

from __future__ import annotations

from dataclasses import replace

from app.station.order.view import OrderView, ParcelRow, TimelineRow
from app.station.views import LabelState, LineView
from ui import messages
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.line_list import LineList
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import Screen, Setting, card, column, row, wide

_PARCELS = (
    Column(width=110, bold=True),
    Column(share=2, muted=True),
    Column(share=5),
    Column(width=130, right=True),
)
_TIMELINE = (
    Column(width=190, muted=True),
    Column(share=5, bold=True),
    Column(share=4, muted=True),
    Column(share=3, muted=True),
)
_TIMELINE_NARROW = (
    Column(width=70, muted=True),
    Column(share=11, bold=True),
    Column(share=4, muted=True),
)
_LABEL_TONES = {
    LabelState.PROVEN: ("circle-check", Tone.DONE),
    LabelState.FAILED: ("octagon-x", Tone.BAD),
    LabelState.DOUBTFUL: ("triangle-alert", Tone.WARN),
}
_VERDICTS = {"conflict": ("triangle-alert", Tone.WARN), "waiting": ("hourglass", Tone.PLAIN)}
_SHOWN_VALUES = 3


class OrderScreen(Screen):
    """Draws an OrderView."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._order = FitLabel(theme, "sku", bold=True, align=LEFT)
        self._order.setObjectName("order_title")
        self._state = FitLabel(theme, "title", colour="action", bold=True, align=LEFT)
        self._state.setObjectName("order_state")
        self._who = FitLabel(theme, "muted", colour="muted", align=LEFT, data=True)
        self._who.setObjectName("order_who")
        self._notes = FitLabel(theme, "muted", bold=True, align=LEFT, lines=2)
        self._notes.setObjectName("order_notes")
        self._lines = LineList(theme)
        self._parcels_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._parcels = RowList(theme, "parcels", messages.words("parcels"), _PARCELS)
        self._timeline_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        columns = _TIMELINE_NARROW if theme.handheld else _TIMELINE
        self._timeline = RowList(theme, "timeline", messages.words("timeline"), columns)
        self._build_handheld() if theme.handheld else self._build_bench()

    def _build_bench(self) -> None:
        theme = self.theme
        left = column(self._order, self._state, self._who, self._notes, spacing=theme.px(6))
        left.addWidget(self._lines, 3)
        left.addWidget(self._parcels_title)
        left.addWidget(self._parcels, 2)
        right = column(self._timeline_title, spacing=theme.px(8))
        right.addWidget(self._timeline, 1)
        work = row(spacing=theme.size("gap"))
        for inside, share in ((left, 5), (right, 7)):
            work.addWidget(wide(card(self.theme, inside)), share)
        self.setLayout(work)

    def _build_handheld(self) -> None:
        theme = self.theme
        for hidden in (self._parcels_title, self._parcels):
            hidden.setParent(self)
            hidden.hide()
        top = column(self._order, self._state, self._who, self._notes, spacing=theme.px(2))
        lower = column(self._timeline_title, spacing=theme.px(4))
        lower.addWidget(self._lines, 1)
        lower.addWidget(self._timeline, 1)
        work = column(card(theme, top), spacing=theme.size("gap"))
        work.addWidget(card(theme, lower), 1)
        self.setLayout(work)

    def show_view(self, view: OrderView) -> None:
        self._order.set_text(view.order)
        self._state.set_text(messages.state_words(view.state, view.sub_state))
        who = (view.customer, view.town, view.carrier)
        self._who.set_text(" · ".join(part for part in who if part))
        self._notes.set_text(" · ".join(view.notes))
        self._notes.setVisible(bool(view.notes))
        self._lines.show_lines([_with_note(line) for line in view.lines])
        code = "parcels" if view.parcels else "no_parcels"
        self._parcels_title.set_text(messages.words(code))
        self._parcels.set_rows([_parcel_row(parcel) for parcel in view.parcels])
        if self.theme.handheld:  # it has room for one list: what is to be done, or what was done
            self._lines.setVisible(view.opens)
            self._timeline.setVisible(not view.opens)
        else:
            self._parcels.setVisible(bool(view.parcels))
        title = "lines" if self.theme.handheld and view.opens else "timeline"
        self._timeline_title.set_text(messages.words(title))
        rows = [_timeline_row(row, narrow=self.theme.handheld) for row in view.timeline]
        self._timeline.set_rows(rows, len(rows) - 1)


def _with_note(line: LineView) -> LineView:
    return replace(line, name=f"{line.note} · {line.name}") if line.note else line


def _parcel_row(parcel: ParcelRow) -> Row:
    image, tone = _LABEL_TONES.get(parcel.label, ("package", Tone.PLAIN))
    weight = ""
    if parcel.grams is not None:
        weight = messages.words("weight", kg=messages.kilograms(parcel.grams))
    cells = (
        messages.words("box", parcel=parcel.number),
        parcel.carton,
        parcel.place or messages.label_words(parcel.label),
        weight,
    )
    return Row(cells, image, tone)


def _timeline_row(row: TimelineRow, *, narrow: bool) -> Row:
    what = messages.fact_words(row.what)
    who = " · ".join(part for part in (row.operator, row.station) if part)
    image, tone = _VERDICTS.get(row.verdict, ("circle-check", Tone.PLAIN))
    if narrow:
        return Row((messages.clock_time(row.at), what, who), image, tone)
    # Details of a fact are its own values. They are shown as they are, the first few only.
    values = [_value(row, *item) for item in list(row.values.items())[:_SHOWN_VALUES]]
    if row.verdict in _VERDICTS:
        values.insert(0, messages.verdict_words(row.verdict))
    details = ", ".join(values)
    at = row.at.astimezone().strftime("%m-%d %H:%M")
    return Row((at, what, details, who), image, tone)


def _value(row: TimelineRow, name: str, value: str | int) -> str:
    if name == "quantity" and row.pack is not None:
        return messages.scanned_packs_words(row.pack)
    if name == "decision":
        return messages.decision_words(str(value))
    return messages.reason_words(str(value)) if name == "reason" else str(value)
