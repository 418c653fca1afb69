"""The stock-taking screen (main thread).

Between two bins it lists the counts that wait. While a bin is counted it shows the bin, the last
scan and everything counted so far. Afterwards it shows counted and expected numbers side by side,
and then the reasons for a difference. Before that the view holds no expected number.
"""

from __future__ import annotations

from app.domain.count.why import CountWhy
from app.station.count.view import CheckRow, CountedBin, CountRow, CountView
from ui import messages
from ui.widgets.bin_screen import BinScreen
from ui.widgets.rows import Row, Tone
from ui.widgets.screen import Setting


class CountScreen(BinScreen):
    """Draws a CountView: the walk from bin to bin, one bin's count, or its comparison."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "counted", "counted_here", first=190, share=6)

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
        self._strip.say(messages.accepted_words(view.outcome))

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
            rows = [self._check_row(one, current=view.job is one) for one in checks]
            self._list_of("counts_waiting", rows)
            return
        code = "counted_bins" if view.finished else "counted_no_bins"
        self._list_of(code, [self._finished_row(one) for one in view.finished])

    def _show_counted(self, view: CountView) -> None:
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
        code = "counted_here" if view.rows else "counted_nothing"
        self._list_of(code, rows, same.index(True) if any(same) else -1)

    def _show_whys(self, view: CountView) -> None:
        """List the reasons by the digits that choose them; 0 = nobody knows any."""
        numbered = [*enumerate(view.whys, start=1), (0, CountWhy.UNKNOWN)]
        self._list_of("count_why", [self._why_row(number, why) for number, why in numbered])

    def _why_row(self, number: int, why: CountWhy) -> Row:
        cells = self._cells(str(number), messages.count_why_words(why), "")
        return Row(cells, "chevron-right", Tone.CURRENT, str(number))

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
        ranked = sorted(view.rows, key=lambda counted: counted.counted == counted.expected)
        self._list_of("count_compared", [self._compared_row(counted) for counted in ranked], 0)

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
