"""Sets texts into rectangles: wraps and shrinks them, and refuses what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.labels import fonts
from app.labels.errors import LabelDoesNotFit
from app.labels.model import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEADING = 1.22  # line distance in em; the font's letters reach from -0.28 to +0.95
_ASCENT = 0.95


@dataclass(frozen=True)
class Area:
    """A rectangle in dots."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class TextLine:
    """A text that may wrap into several lines. scale: its size relative to the block's."""

    text: str
    bold: bool = False
    scale: float = 1.0


def block(
    lines: Sequence[TextLine], area: Area, largest: int, smallest: int, *, middle: bool = False
) -> tuple[Text, ...]:
    """The lines, one below the other, inside area in the largest size that fits; in dots.

    Words stay whole down to two thirds of the largest size; in smaller sizes they may break.
    middle: centre them vertically. Raises LabelDoesNotFit where even `smallest` is too large.
    """
    wanted = [line for line in lines if line.text]
    if not wanted:
        return ()
    whole_words_down_to = max(smallest, largest * 2 // 3)
    attempts = [(size, False) for size in range(largest, whole_words_down_to - 1, -1)]
    attempts += [(size, True) for size in range(largest, smallest - 1, -1)]
    if not _can_ever_fit(wanted, area, smallest):
        raise LabelDoesNotFit(_sentence(wanted))
    for size, break_words in attempts:
        placed = _try(wanted, area, size, break_words=break_words)
        if placed is not None:
            return _centred(placed, area) if middle else placed
    raise LabelDoesNotFit(_sentence(wanted))


def _sentence(lines: Sequence[TextLine]) -> str:
    longest = max(lines, key=lambda line: len(line.text)).text
    return f"There is no room on the label for {longest[:60]!r}."


def _can_ever_fit(lines: Sequence[TextLine], area: Area, smallest: int) -> bool:
    """Whether the texts could fit at all: a quick look, so that a novel is refused at once."""
    rows = sum(
        max(1.0, fonts.width(line.text, smallest * line.scale, bold=line.bold) / area.width)
        for line in lines
    )
    return rows * smallest * _LEADING <= area.height * 1.5


def _try(
    lines: Sequence[TextLine], area: Area, size: int, *, break_words: bool
) -> tuple[Text, ...] | None:
    placed: list[Text] = []
    bottom = float(area.y)
    for line in lines:
        own = round(size * line.scale)
        wrapped = fonts.wrap(line.text, own, area.width, bold=line.bold, break_words=break_words)
        if wrapped is None:
            return None
        for row in wrapped:
            above, below = fonts.reach(row, bold=line.bold)
            baseline = round(bottom + own * above)
            bottom += own * max(_LEADING, above + below)
            if bottom > area.y + area.height + 1:
                return None
            advance = fonts.ceil_width(row, own, bold=line.bold)
            placed.append(Text(area.x, baseline, own, row, line.bold, advance))
    return tuple(placed)


def _centred(placed: tuple[Text, ...], area: Area) -> tuple[Text, ...]:
    last = placed[-1]
    used = last.y + round(last.size * (_LEADING - _ASCENT)) - area.y
    shift = max(0, (area.height - used) // 2)
    return tuple(
        Text(row.x, row.y + shift, row.size, row.text, row.bold, row.width) for row in placed
    )


def to_centre(rows: tuple[Text, ...], area: Area) -> tuple[Text, ...]:
    """The same rows, centred in area."""
    return tuple(
        Text(area.x + (area.width - row.width) // 2, row.y, row.size, row.text, row.bold, row.width)
        for row in rows
    )
