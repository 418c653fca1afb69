"""The stock-taking screen (main thread).

Between two bins it lists the counts that wait. While a bin is counted it shows the bin, the last
scan and everything counted so far. Afterwards it shows counted and expected numbers side by side,
and then the reasons for a difference. Before that the view holds no expected number.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.commands import DIGITS
from app.domain.count.why import CountWhy
from app.domain.outcome import Severity
from app.station.count.view import CheckRow, CountedBin, CountRow, CountView
from ui import messages
from ui.widgets.fit_label import CENTRE, LEFT, FitLabel
from ui.widgets.product_card import ProductCard
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import Screen, Setting, card, column, holder, row
from ui.widgets.strip import Strip

_COLUMNS = (
    Column(width=190, bold=True),
    Column(muted=True),
    Column(width=150, bold=True, right=True),
)
_NARROW = (Column(bold=True), Column(width=108, right=True))


class CountScreen(Screen):
    """Draws a CountView: the walk from bin to bin, one bin's count, or its comparison."""

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
        self._caption.setObjectName("count_caption")
        self._title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._title.setObjectName("count_title")
        columns = _NARROW if theme.handheld else _COLUMNS
        self._rows = RowList(theme, "counted", messages.words("counted_here"), columns)
        self._rows.chosen.connect(self._choose)
        self._strip = Strip(theme, "last_strip")
        place = column(self._zone, spacing=theme.px(4))
        place.addWidget(self._bin, 1)
        self._place = card(theme, place, "bin_card")
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
        work.addWidget(self._list, 6)
        self.setLayout(work)

    def _build_handheld(self) -> None:
        gap = self.theme.size("gap")
        self._strip.hide()
        both = row(spacing=gap)
        both.addWidget(_wide(self._place), 2)
        both.addWidget(self._number, 1)
        self._middle = holder(both)
        work = column(spacing=gap)
        work.addWidget(self._middle, 2)
        work.addWidget(self._product, 2)
        work.addWidget(self._list, 4)
        self.setLayout(work)

    def show_view(self, view: CountView) -> None:
        counting = bool(view.bin) and not view.comparing
        self._middle.setVisible(bool(view.bin) and not (view.whys and self.theme.handheld))
        self._number.setVisible(counting)
        self._product.setVisible(not view.comparing)
        self.place = "count" if view.bin or view.job else "count_walk"
        self._strip.setVisible(self.has_strip and not view.comparing)
        self._bin.set_text(view.bin)
        self._zone.set_text(messages.words("zone", zone=view.zone) if view.zone else "")
        self._show_last(view)
        if not view.bin:
            self._show_walk(view)
        elif view.whys:
            self._show_whys(view)
        elif view.comparing:
            self._show_compared(view)
        else:
            self._show_counted(view)
        self._show_strip(view)

    def _show_last(self, view: CountView) -> None:
        self._caption.set_text(messages.words("counted_units"))
        self._count.set_text(_typed(view) or ("?" if view.job and view.job.sku else "0"))
        if not view.bin and view.line is None:
            self._product.show_rest(
                "map-pin", messages.words("tile_count"), messages.words("take_stock")
            )
        elif view.line is None:
            self._product.show_rest("scan-barcode", view.bin, messages.words("counted_nothing"))
        else:
            self._product.show_product(view.line)
            if not view.typed and (view.rows or view.job is None):
                self._count.set_text(str(view.line.done))
            if view.lot:
                self._caption.set_text(messages.words("lot", lot=view.lot))

    def _show_walk(self, view: CountView) -> None:
        checks = (view.job,) if view.job is not None else view.waiting
        if checks:
            self._title.set_text(messages.words("counts_waiting"))
            self._rows.set_rows([self._check_row(one, current=view.job is one) for one in checks])
            return
        code = "counted_bins" if view.finished else "counted_no_bins"
        self._title.set_text(messages.words(code))
        self._rows.set_rows([self._finished_row(one) for one in view.finished])

    def _show_counted(self, view: CountView) -> None:
        code = "counted_here" if view.rows else "counted_nothing"
        self._title.set_text(messages.words(code))
        last = (view.line.sku, view.lot) if view.line else ("", "")
        same = [(counted.sku, counted.lot) == last for counted in view.rows]
        rows = [
            Row(
                self._cells(counted.sku, self._named(counted), str(counted.counted)),
                "chevron-right" if this else "circle-check",
                Tone.CURRENT if this else Tone.PLAIN,
            )
            for counted, this in zip(view.rows, same, strict=True)
        ]
        self._rows.set_rows(rows, same.index(True) if any(same) else -1)

    def _show_whys(self, view: CountView) -> None:
        """List the reasons by the digits that choose them; 0 = nobody knows any."""
        self._title.set_text(messages.words("count_why"))
        numbered = [*enumerate(view.whys, start=1), (0, CountWhy.UNKNOWN)]
        self._rows.set_rows([self._why_row(number, why) for number, why in numbered])

    def _why_row(self, number: int, why: CountWhy) -> Row:
        cells = self._cells(str(number), messages.count_why_words(why), "")
        return Row(cells, "chevron-right", Tone.CURRENT, str(number))

    def _choose(self, number: str) -> None:
        self.press(DIGITS[int(number)])

    def _check_row(self, one: CheckRow, *, current: bool) -> Row:
        why = messages.wanted_words(one.rule)
        image, tone = ("chevron-right", Tone.CURRENT) if current else ("circle", Tone.PLAIN)
        if self.theme.handheld:
            what = " · ".join(part for part in (one.bin, one.sku) if part)
            return Row((what, why), image, tone)
        told = " · ".join(part for part in (one.sku, why, one.name) if part)
        return Row((one.bin, told, ""), image, tone)

    def _show_compared(self, view: CountView) -> None:
        """List counted and expected numbers; rows that differ come first."""
        self._title.set_text(messages.words("count_compared"))
        ranked = sorted(view.rows, key=lambda counted: counted.counted == counted.expected)
        self._rows.set_rows([self._compared_row(counted) for counted in ranked], 0)

    def _compared_row(self, counted: CountRow) -> Row:
        expected = counted.expected or 0
        numbers = f"{counted.counted} / {expected}"
        cells = self._cells(counted.sku, self._named(counted), numbers)
        if counted.counted == expected:
            return Row(cells, "circle-check", Tone.DONE)
        if counted.counted < expected:
            return Row(cells, "circle-minus", Tone.BAD)
        return Row(cells, "package-plus", Tone.WARN)

    def _finished_row(self, one: CountedBin) -> Row:
        words = messages.words("count_right" if one.right else "count_corrected")
        cells = self._cells(one.bin, " · ".join(filter(None, (one.sku, words))), str(one.units))
        image, tone = ("circle-check", Tone.DONE) if one.right else ("circle", Tone.WARN)
        return Row(cells, image, tone)

    def _named(self, counted: CountRow) -> str:
        """Packs, lot and name; on a handheld only what tells two rows apart."""
        if self.theme.handheld:
            return counted.lot
        lot = messages.words("lot", lot=counted.lot) if counted.lot else ""
        parts = (_packs(counted), lot, counted.name)
        return " · ".join(part for part in parts if part)

    def _cells(self, what: str, more: str, number: str) -> tuple[str, ...]:
        if not self.theme.handheld:
            return (what, more, number)
        return (" · ".join(part for part in (what, more) if part), number)

    def _show_strip(self, view: CountView) -> None:
        answer = view.outcome
        if answer is not None and answer.severity in {Severity.GOOD, Severity.DONE}:
            self._strip.say(messages.outcome_words(answer)[0])
        else:
            self._strip.say("")


def _typed(view: CountView) -> str:
    """A number that is typed: all there is of one SKU, or how many the next scan means."""
    whole = view.job is not None and view.job.sku and not view.rows
    return view.typed if whole or not view.typed else f"{view.typed} ×"


def _packs(counted: CountRow) -> str:
    """What was counted as packs; while comparing, behind a stroke what was expected."""
    found = messages.in_packs_words(counted.counted_in)
    wanted = messages.in_packs_words(counted.expected_in)
    if counted.expected is None or not (found or wanted):
        return found
    return f"{found or counted.counted} / {wanted or counted.expected}"


def _wide(widget: QWidget) -> QWidget:
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    return widget
