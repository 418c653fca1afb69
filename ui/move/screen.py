"""The screen on which goods are moved (main thread).

It shows the bin, what was taken last, and a list: of what lies in the bin, of what is in hand, or
of what the person is to choose from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.commands import DIGITS
from app.domain.outcome import Severity
from app.domain.stock import Status
from app.station.move.view import GoodsRow, JobRow, MovedRow, MoveView
from ui import messages
from ui.widgets.fit_label import CENTRE, LEFT, FitLabel
from ui.widgets.product_card import ProductCard
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import Screen, Setting, card, column, holder, row
from ui.widgets.strip import Strip

T = TypeVar("T")
_DOT = " · "

_COLUMNS = (
    Column(width=260, bold=True),
    Column(muted=True),
    Column(width=150, bold=True, right=True),
)
_NARROW = (Column(bold=True), Column(width=108, right=True))


class MoveScreen(Screen):
    """Draws a MoveView: the walk from bin to bin, one bin's goods, or a choice."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self.has_strip = not theme.handheld  # a handheld has no room for a strip: its bar tells
        self._zone = FitLabel(theme, "muted", colour="muted", align=CENTRE)
        self._zone.setObjectName("zone")
        self._bin = FitLabel(theme, "count", bold=True, align=CENTRE)
        self._bin.setObjectName("bin")
        self._product = ProductCard(setting)
        self._count = FitLabel(theme, "count", bold=True, align=CENTRE)
        self._count.setObjectName("count")
        self._caption = FitLabel(theme, "muted", colour="muted", align=CENTRE)
        self._title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._title.setObjectName("move_title")
        columns = _NARROW if theme.handheld else _COLUMNS
        self._rows = RowList(theme, "goods", messages.words("move_here"), columns)
        self._rows.chosen.connect(self._choose)
        self._strip = Strip(theme, "last_strip")
        place = column(self._zone, spacing=theme.px(4))
        place.addWidget(self._bin, 1)
        self._place = _wide(card(theme, place, "bin_card"))
        number = column(self._caption, spacing=theme.px(4))
        number.addWidget(self._count, 1)
        self._number = _wide(card(theme, number, "count_card"))
        listed = column(self._title, spacing=theme.px(8))
        listed.addWidget(self._rows, 1)
        listed.addWidget(self._strip)
        self._list = _wide(card(theme, listed, "list_card"))
        self._build_handheld() if theme.handheld else self._build_bench()

    def _build_bench(self) -> None:
        gap = self.theme.size("gap")
        middle = column(spacing=gap)
        middle.addWidget(self._place, 1)
        middle.addWidget(self._number, 1)
        self._middle = _wide(holder(middle))
        work = row(spacing=gap)
        work.addWidget(self._product, 4)
        work.addWidget(self._middle, 5)
        work.addWidget(self._list, 8)
        self.setLayout(work)

    def _build_handheld(self) -> None:
        gap = self.theme.size("gap")
        self._strip.hide()
        both = row(spacing=gap)
        both.addWidget(self._place, 2)
        both.addWidget(self._number, 1)
        self._middle = holder(both)
        work = column(spacing=gap)
        work.addWidget(self._middle, 2)
        work.addWidget(self._product, 2)
        work.addWidget(self._list, 4)
        self.setLayout(work)

    def show_view(self, view: MoveView) -> None:
        self.place = "move" if view.bin else "move_walk"
        choosing = bool(view.which or view.statuses or view.reasons)
        self._middle.setVisible(bool(view.bin) and not (choosing and self.theme.handheld))
        self._strip.setVisible(self.has_strip)
        self._bin.set_text(view.to or view.bin)
        zone = messages.words("zone", zone=view.zone) if view.zone else ""
        self._zone.set_text(messages.words("move_to") if view.to else zone)
        self._caption.set_text(messages.words("units_in_hand"))
        self._count.set_text(f"{view.typed} ×" if view.typed else str(view.units))
        self._show_last(view)
        self._show_list(view)
        self._show_strip(view)

    def _show_last(self, view: MoveView) -> None:
        if not view.bin:
            self._product.show_rest(
                "map-pin", messages.words("tile_move"), messages.words("bin_to_bin")
            )
        elif view.line is None:
            self._product.show_rest("scan-barcode", view.bin, messages.words("move_here"))
        else:
            self._product.show_product(view.line)

    def _show_list(self, view: MoveView) -> None:
        """What the person looks at now: a choice, what is in hand, what lies here, what is done."""
        if view.which:
            self._list_of("move_which", [self._numbered(n, one) for n, one in _from_1(view.which)])
        elif view.statuses:
            words = [messages.status_words(one) for one in view.statuses]
            self._list_of("move_which", [self._choice(n, one) for n, one in _from_1(words)])
        elif view.reasons:
            words = [messages.why_words(one) for one in view.reasons]
            self._list_of("move_which", [self._choice(n, one) for n, one in _from_1(words)])
        elif view.hand:
            self._list_of("move_hand", [self._goods(one, Tone.CURRENT) for one in view.hand])
        elif view.bin:
            code = "move_here" if view.here else "move_nothing_here"
            self._list_of(code, [self._goods(one, Tone.PLAIN) for one in view.here])
        else:
            self._show_walk(view)

    def _show_walk(self, view: MoveView) -> None:
        if view.job is not None:
            self._list_of("tasks_waiting", [self._job(view.job, Tone.CURRENT)])
        elif view.waiting:
            self._list_of("tasks_waiting", [self._job(one, Tone.PLAIN) for one in view.waiting])
        else:
            code = "moved_before" if view.finished else "moved_nothing"
            self._list_of(code, [self._moved(one) for one in view.finished])

    def _job(self, one: JobRow, tone: Tone) -> Row:
        image = "chevron-right" if tone is Tone.CURRENT else "circle"
        if one.urgent:
            image, tone = "triangle-alert", Tone.WARN
        amount = messages.in_packs_words(one.packs) or str(one.units)
        named = (one.sku,) if self.theme.handheld else (one.sku, one.name)
        more = _DOT.join(part for part in named if part)
        return Row(self._cells(f"{one.source} → {one.target}", more, amount), image, tone)

    def _list_of(self, title: str, rows: list[Row]) -> None:
        self._title.set_text(messages.words(title))
        self._rows.set_rows(rows)

    def _goods(self, one: GoodsRow, tone: Tone) -> Row:
        image = "chevron-right" if tone is Tone.CURRENT else "package"
        if one.status is not Status.AVAILABLE:
            image, tone = "triangle-alert", Tone.WARN
        told = self._apart(one, name=True)
        return Row(self._cells(one.sku, told, _amount(one)), image, tone)

    def _numbered(self, number: int, one: GoodsRow) -> Row:
        status = messages.status_words(one.status)
        told = self._apart(one, name=False)
        cells = self._cells(f"{number} · {status}", told, _amount(one))
        return Row(cells, "chevron-right", Tone.CURRENT, str(number))

    def _apart(self, one: GoodsRow, *, name: bool) -> str:
        """What tells the goods from others; a handheld has room for the first such thing."""
        told = _told(one, name=name)
        return next(iter(told.split(_DOT)), "") if self.theme.handheld else told

    def _choice(self, number: int, words: str) -> Row:
        cells = self._cells(f"{number} · {words}", "", "")
        return Row(cells, "chevron-right", Tone.CURRENT, str(number))

    def _choose(self, number: str) -> None:
        self.press(DIGITS[int(number)])

    def _moved(self, one: MovedRow) -> Row:
        way = one.source if one.target in {"", one.source} else f"{one.source} → {one.target}"
        status = messages.status_words(one.status) if one.status else ""
        return Row(self._cells(way, status, str(one.units)), "circle-check", Tone.DONE)

    def _cells(self, what: str, more: str, number: str) -> tuple[str, ...]:
        if not self.theme.handheld:
            return (what, more, number)
        return (" · ".join(part for part in (what, more) if part), number)

    def _show_strip(self, view: MoveView) -> None:
        answer = view.outcome
        if answer is not None and answer.severity in {Severity.GOOD, Severity.DONE}:
            self._strip.say(messages.outcome_words(answer)[0])
        else:
            self._strip.say("")


def _from_1(items: Sequence[T]) -> list[tuple[int, T]]:
    return list(enumerate(items, start=1))


def _amount(one: GoodsRow) -> str:
    return messages.in_packs_words(one.left) or str(one.units)


def _told(one: GoodsRow, *, name: bool) -> str:
    """What tells these goods from others of the SKU."""
    parts = (
        messages.status_words(one.status) if name and one.status is not Status.AVAILABLE else "",
        one.expiry,
        one.lot,
        messages.words("owned_by", owner=one.owner) if one.owner else "",
        one.container,
        one.name if name else "",
    )
    return _DOT.join(part for part in parts if part)


def _wide(widget: QWidget) -> QWidget:
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    return widget
