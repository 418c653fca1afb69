"""The lines of an order; finished ones are green, the current one is in sight (main thread)."""

from __future__ import annotations

from collections.abc import Sequence

from app.station.views import KitView, LineView
from ui import messages
from ui.theme import Theme
from ui.widgets.rows import Column, Row, RowList, Tone

COLUMNS = (
    Column(width=190, bold=True),
    Column(muted=True),
    Column(width=110, bold=True, right=True),
)
NARROW = (Column(share=3, bold=True), Column(share=3, muted=True), Column(width=76, right=True))


class LineList(RowList):
    """Lists the lines in the order's own sequence, so that no line moves while somebody reads."""

    def __init__(self, theme: Theme) -> None:
        columns = NARROW if theme.handheld else COLUMNS
        super().__init__(theme, "line_list", messages.words("lines"), columns)

    def show_lines(self, lines: Sequence[LineView]) -> None:
        """A bundle stands above its parts."""
        rows: list[Row] = []
        current, above = -1, 0
        for line in lines:
            if line.kit is not None and line.kit.number != above:
                rows.append(_kit_row(line.kit))
            above = line.kit.number if line.kit is not None else 0
            if line.current:
                current = len(rows)
            rows.append(line_row(line))
        self.set_rows(rows, current)


def _kit_row(kit: KitView) -> Row:
    cells = (kit.sku, messages.words("set_named", name=kit.name), f"{kit.done}/{kit.wanted}")
    whole = kit.done >= kit.wanted
    return Row(cells, "package-check" if whole else "package", Tone.DONE if whole else Tone.PLAIN)


def line_row(line: LineView) -> Row:
    short = messages.words("short_note", count=line.short) if line.short else ""
    parts = (short, messages.in_packs_words(line.left), line.name)
    name = " · ".join(part for part in parts if part)
    sku = f"– {line.sku}" if line.kit is not None else line.sku
    cells = (sku, name, f"{line.done}/{line.wanted}")
    if line.current and not line.complete:
        return Row(cells, "chevron-right", Tone.CURRENT)
    if line.complete and line.short:
        return Row(cells, "triangle-alert", Tone.WARN)
    if line.complete:
        return Row(cells, "circle-check", Tone.DONE)
    return Row(cells, "triangle-alert" if line.short else "circle", _open_tone(line))


def _open_tone(line: LineView) -> Tone:
    return Tone.WARN if line.short else Tone.PLAIN
