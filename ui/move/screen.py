"""The screen on which goods are moved (main thread).

It shows the bin, what was taken last, and a list: of what lies in the bin, of what is in hand, or
of what the person is to choose from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from app.domain.stock import Status
from app.station.move.view import GoodsRow, JobRow, MovedRow, MoveView
from ui import messages
from ui.widgets.bin_screen import BinScreen
from ui.widgets.rows import Row, Tone
from ui.widgets.screen import Setting

T = TypeVar("T")
_DOT = " · "


class MoveScreen(BinScreen):
    """Draws a MoveView: the walk from bin to bin, one bin's goods, or a choice."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "goods", "move_here", first=260, share=8)

    def show_view(self, view: MoveView) -> None:
        self.place = "move" if view.bin else "move_walk"
        choosing = bool(view.which or view.statuses or view.reasons)
        self._middle.setVisible(bool(view.bin) and not (choosing and self.theme.handheld))
        self._bin.set_text(view.to or view.bin)
        zone = messages.words("zone", zone=view.zone) if view.zone else ""
        self._zone.set_text(messages.words("move_to") if view.to else zone)
        self._caption.set_text(messages.words("units_in_hand"))
        self._count.set_text(f"{view.typed} ×" if view.typed else str(view.units))
        self._show_last(view)
        self._show_list(view)
        self._strip.say(messages.accepted_words(view.outcome))

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

    def _moved(self, one: MovedRow) -> Row:
        way = one.source if one.target in {"", one.source} else f"{one.source} → {one.target}"
        status = messages.status_words(one.status) if one.status else ""
        return Row(self._cells(way, status, str(one.units)), "circle-check", Tone.DONE)


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
