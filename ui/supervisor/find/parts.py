"""The parts of an order's sheet: timeline, lines, boxes, its packing step by step, its labels
(main thread).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.overview.order.view import Box, LabelPicture, Line, OrderSheet, Step
from app.station.views import LabelState
from ui import messages
from ui.supervisor.find import telling
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import card, column, row
from ui.widgets.touch_button import TouchButton

_TIMELINE = (
    Column(width=150, muted=True),
    Column(share=5, bold=True, cut=True),
    Column(share=5),
    Column(share=4, muted=True),
)
_DETAILS = (Column(share=2, bold=True, cut=True), Column(share=5))
_LINES = (
    Column(width=40, right=True),
    Column(share=4, bold=True, cut=True),
    Column(share=3, muted=True),
    Column(share=6),
    Column(width=110, right=True),
)
_BOXES = (
    Column(share=6, bold=True),
    Column(share=2, muted=True),
    Column(share=4),
    Column(width=130, right=True),
)
_CONTENT = (Column(width=120, right=True), Column(share=1, bold=True, cut=True))
_LABELS = {
    "proven": ("circle-check", Tone.DONE),
    "failed": ("octagon-x", Tone.BAD),
    "doubtful": ("triangle-alert", Tone.WARN),
}


class Timeline(QWidget):
    """What happened; a touch on a row shows all that is known of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = messages.words
        self._sheet: OrderSheet | None = None
        self._rows = RowList(theme, "find_rows", words("find_timeline"), _TIMELINE)
        self._details = RowList(theme, "find_detail_rows", words("find_details"), _DETAILS)
        self._unknown = FitLabel(theme, "muted", colour="muted", lines=2)
        self._unknown.set_text(words("find_unknown_here"))
        self._rows.chosen.connect(self.choose)
        inside = column(spacing=theme.px(6))
        inside.addWidget(self._rows, 3)
        inside.addWidget(self._details, 2)
        inside.addWidget(self._unknown)
        self.setLayout(column(card(theme, inside)))
        self._key = ""

    def show_sheet(self, sheet: OrderSheet) -> None:
        known = self._sheet is not None and self._sheet.order == sheet.order
        self._sheet = sheet
        self.choose(self._key if known else "")

    def choose(self, key: str) -> None:
        """Show the details of a row; "" = of none."""
        self._key = key
        if self._sheet is None:
            return
        shown = telling.rows(self._sheet)
        marked = [replace(one, tone=Tone.CURRENT) if one.key == key else one for one in shown]
        at = next((number for number, one in enumerate(shown) if one.key == key), len(shown) - 1)
        self._rows.set_rows(marked, at)
        found = telling.details(self._sheet, key) if key else []
        self._details.set_rows(found)
        self._details.setVisible(bool(found))


class Lines(QWidget):
    """What was ordered, and how much of it is picked, packed and short."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = RowList(theme, "find_line_rows", messages.words("find_lines"), _LINES)
        self.setLayout(column(card(theme, column(self._rows))))

    def show_sheet(self, sheet: OrderSheet) -> None:
        self._rows.set_rows([_line(one) for one in sheet.lines])


def _line(one: Line) -> Row:
    done = messages.words("find_line", picked=one.picked, packed=one.packed, ordered=one.ordered)
    short = messages.words("find_short_of", short=one.short) if one.short else ""
    name = f"{one.name} ({one.asked})" if one.asked else one.name
    cells = (str(one.number), one.sku, name, done, short)
    if one.short:
        return Row(cells, "triangle-alert", Tone.WARN)
    whole = one.packed >= one.ordered
    return Row(cells, "circle-check" if whole else "circle", Tone.DONE if whole else Tone.PLAIN)


class Boxes(QWidget):
    """Each box with its number, and what is in it below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = FitLabel(theme, "muted", colour="muted")
        self._rows = RowList(theme, "find_box_rows", messages.words("find_boxes"), _BOXES)
        self.setLayout(column(card(theme, _titled(theme, self._title, self._rows))))

    def show_sheet(self, sheet: OrderSheet) -> None:
        self._title.set_text("" if sheet.boxes else messages.words("find_no_boxes"))
        self._title.setVisible(not sheet.boxes)
        self._rows.set_rows([row_ for box in sheet.boxes for row_ in _box(box)])


def _box(box: Box) -> Iterator[Row]:
    image, tone = _LABELS.get(box.label, ("package", Tone.PLAIN))
    label = messages.reason_words(box.label_reason) if box.label_reason else _label(box.label)
    where = box.load or box.place
    name = f"{messages.words('find_box', number=box.number)} · {box.sscc}"
    weight = ""
    if box.grams is not None:
        weight = messages.words("weight", kg=messages.kilograms(box.grams))
    told = " · ".join(text for text in (label, where) if text)
    yield Row((name, box.carton, told, weight), image, tone)
    for sku, units, lot, serial in box.contents:
        marks = " · ".join(text for text in (lot, serial) if text)
        yield Row((f"      {units} × {sku}", marks))


def _label(state: str) -> str:
    known = state in LabelState._value2member_map_
    return messages.label_words(LabelState(state), brief=True) if known else state


class Replay(QWidget):
    """The packing again, a step at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._sheet: OrderSheet | None = None
        self._at = 0
        self._number = FitLabel(theme, "title", bold=True)
        self._number.setObjectName("find_step_number")
        self._what = FitLabel(theme, "body", bold=True, colour="action", data=True)
        self._who = FitLabel(theme, "muted", colour="muted", data=True)
        self._holds = FitLabel(theme, "muted", colour="muted")
        self._rows = RowList(theme, "find_content_rows", messages.words("find_replay"), _CONTENT)
        self._back = _turner(theme, "step_back", "arrow-left")
        self._next = _turner(theme, "step_next", "arrow-right")
        self._back.clicked.connect(lambda _checked=False: self.go(-1))
        self._next.clicked.connect(lambda _checked=False: self.go(1))
        inside = column(self._number, self._what, self._who, self._holds, spacing=theme.px(4))
        inside.addWidget(self._rows, 1)
        keys = row(spacing=theme.size("gap"))
        keys.addWidget(self._back, 1)
        keys.addWidget(self._next, 1)
        inside.addLayout(keys)
        self.setLayout(column(card(theme, inside)))

    @property
    def at(self) -> int:
        return self._at

    def show_sheet(self, sheet: OrderSheet) -> None:
        if self._sheet is None or self._sheet.order != sheet.order:
            self._at = 0
        self._sheet, self._steps = sheet, sheet.steps
        self.go(0)

    def go(self, by: int) -> None:
        """Show another step; those before the first and behind the last are none."""
        self._at = max(0, min(len(self._steps) - 1, self._at + by))
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < len(self._steps))
        if not self._steps:
            self._number.set_text(messages.words("find_no_steps"))
            for label in (self._what, self._who, self._holds):
                label.set_text("")
            self._rows.set_rows([])
            return
        step = self._steps[self._at]
        words = messages.words
        count = len(self._steps)
        self._number.set_text(words("find_step", number=self._at + 1, count=count, box=step.box))
        told = step.happened
        what = messages.fact_words(told.what)
        sku = str(told.values.get("sku", ""))
        why = messages.exception_words(told.reason) if told.reason else ""
        self._what.set_text(" · ".join(text for text in (what, sku, why) if text))
        time = told.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        self._who.set_text(" · ".join(text for text in (time, told.who, told.station) if text))
        code = "find_box_holds" if step.contents else "find_empty_box"
        self._holds.set_text(words(code, units=step.units))
        self._rows.set_rows([_content(one, sku) for one in step.contents])


def _content(one: tuple[str, int], newest: str) -> Row:
    sku, units = one
    tone = Tone.CURRENT if sku == newest else Tone.PLAIN
    return Row((f"{units} ×", sku), "package", tone)


def _turner(theme: Theme, name: str, image: str) -> TouchButton:
    key = TouchButton(theme, name, messages.words(name), image=image)
    key.setFixedHeight(theme.size("row"))
    return key


class Labels(QWidget):
    """The pictures of its labels that this machine keeps, beside each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said = FitLabel(theme, "muted", colour="muted", align=CENTRE, lines=2)
        self._pictures = _Pictures(theme)
        inside = column(spacing=theme.px(6))
        inside.addWidget(self._pictures, 1)
        inside.addWidget(self._said)
        self.setLayout(column(card(theme, inside)))

    def show_sheet(self, sheet: OrderSheet) -> None:
        names = [
            messages.words("find_label_of", box=one.box, file=one.file) for one in sheet.labels
        ]
        self._said.set_text(" · ".join(names[:3]) or messages.words("find_no_label"))
        self._pictures.show_labels(sheet.labels)


class _Pictures(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._gap = theme.size("gap")
        self._shown: tuple[LabelPicture, ...] = ()
        self._maps: list[QPixmap] = []

    def show_labels(self, labels: tuple[LabelPicture, ...]) -> None:
        if labels != self._shown:
            self._shown = labels
            self._maps = []
            for one in labels:
                picture = QPixmap()
                if picture.loadFromData(one.png):
                    self._maps.append(picture)
            self.setAccessibleName(", ".join(one.file for one in labels))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._maps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        each = (self.width() - self._gap * (len(self._maps) - 1)) // len(self._maps)
        for number, picture in enumerate(self._maps):
            size = picture.size().scaled(each, self.height(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(QRect(number * (each + self._gap), 0, each, self.height()).center())
            painter.drawPixmap(place, picture)
        painter.end()


def _titled(theme: Theme, title: FitLabel, rows: RowList) -> QVBoxLayout:
    inside = column(title, spacing=theme.px(6))
    inside.addWidget(rows, 1)
    return inside
