"""Badges to hang around the neck: name, number, and the code to sign in by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.labels import a4
from app.labels.a4 import MODULE, A4Page, Align, Block, Pen

WIDTH, HEIGHT = 85.0, 54.0  # ISO/IEC 7810 ID-1, rounded, as lanyard pockets are sold
_LEFT, _TOP, _A_PAGE = 20.0, 13.5, 10


@dataclass(frozen=True)
class BadgeCard:
    """code: what the scanner reads; it is a secret and stands nowhere else."""

    number: str
    name: str
    code: str = field(repr=False)


def badges(cards: Sequence[BadgeCard]) -> bytes:
    """The cards on A4 pages, ten a page, as PDF. Raises LabelDataError."""
    parts = [cards[at : at + _A_PAGE] for at in range(0, len(cards), _A_PAGE)]
    pages = tuple(
        A4Page(number, len(parts), ((0, _page(part)),)) for number, part in enumerate(parts, 1)
    )
    return a4.draw("Badges", pages, lambda pen, page: None)


def _page(cards: Sequence[BadgeCard]) -> Block:
    def paint(pen: Pen, top: float) -> None:
        for place, card in enumerate(cards):
            _card(pen, card, _LEFT + place % 2 * WIDTH, top + _TOP + place // 2 * HEIGHT)

    return Block(a4.HEIGHT, paint)


def _card(pen: Pen, card: BadgeCard, x: float, y: float) -> None:
    from app.labels import barcodes

    modules = barcodes.code128(card.code)
    middle = x + WIDTH / 2
    pen.frame(x, y, WIDTH, HEIGHT)
    name = a4.one_line(card.name, 22, WIDTH - 10, bold=True)
    pen.text(middle, y + 14, name, 22, bold=True, align=Align.CENTRE)
    pen.text(middle, y + 22, card.number, 14, align=Align.CENTRE)
    pen.bars(middle - len(modules) * MODULE / 2, y + 27, modules, MODULE, 20)
