"""Command barcodes on paper: a sheet for the bench and cards to hang around the neck.

The barcodes stand left and right in turn, at least 40 mm apart, so that the beam of a scanner that
is held a little askew does not read the wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.commands import Command
from app.labels import a4
from app.labels.a4 import LEFT, MODULE, RIGHT, A4Page, Align, Block, Pen


@dataclass(frozen=True)
class CommandCard:
    """code: what the barcode says; the words are what a person reads. image: an icon, "" none."""

    code: str
    word_en: str
    word_zh: str
    image: str = ""


_FIRST_ROW, _PITCH, _BAR_HEIGHT = 24.0, 28.0, 14.0  # bars of one side are 2 x 28 - 14 = 42 mm apart
_ICON = 13.0
_CARD_WIDTH, _CARD_HEIGHT = 85.0, 54.0  # ISO/IEC 7810 ID-1, rounded, as lanyard pockets are sold
_CARD_LEFT, _CARD_TOP, _CARDS = 20.0, 13.5, 10
_LANYARD = tuple(
    command.barcode
    for command in (
        Command.OK,
        Command.UNDO,
        Command.CLOSE,
        Command.FINISH,
        Command.SHORT,
        Command.DAMAGED,
        Command.PRINT,
        Command.NEXT,
        Command.HOLD,
        Command.HELP,
    )
)


def command_sheet(cards: Sequence[CommandCard]) -> bytes:
    """All cards on A4 sheets, then a page of lanyard cards, as PDF. Raises LabelDataError."""
    rows = [_row(card, number) for number, card in enumerate(cards)]
    pages = a4.paginate(rows, _FIRST_ROW, _FIRST_ROW)
    count = len(pages) + 1
    last = A4Page(count, count, ((0, _lanyard_page(cards)),))

    def around(pen: Pen, page: A4Page) -> None:
        if page.number < count:
            pen.text(LEFT, 18, "Commands  命令", 16, bold=True)
            pen.text(RIGHT, 18, f"{page.number} / {count - 1}", 10, align=Align.RIGHT)
            pen.rule(21, thick=0.6)

    return a4.draw("Commands", (*pages, last), around)


def lanyard(cards: Sequence[CommandCard]) -> bytes:
    """Only the page of lanyard cards, 85 x 54 mm each, as PDF. Raises LabelDataError."""
    page = A4Page(1, 1, ((0, _lanyard_page(cards)),))
    return a4.draw("Commands", (page,), lambda pen, page: None)


def _row(card: CommandCard, number: int) -> Block:
    from app.labels import barcodes

    modules = barcodes.code128(card.code)
    printed = len(modules) * MODULE
    on_left = number % 2 == 0

    room = RIGHT - LEFT - printed - 18 - _ICON - 4
    word_en = a4.one_line(card.word_en, 20, room, bold=True)
    word_zh = a4.one_line(card.word_zh, 15, room)

    def paint(pen: Pen, top: float) -> None:
        x = LEFT + 5 if on_left else RIGHT - 5 - printed
        icon_at = x + printed + 8 if on_left else x - 8 - _ICON
        words_at = icon_at + _ICON + 4 if on_left else icon_at - 4
        align = Align.LEFT if on_left else Align.RIGHT
        pen.bars(x, top + 4, modules, MODULE, _BAR_HEIGHT)
        if card.image:
            pen.icon(icon_at, top + 5, _ICON, card.image)
        pen.text(words_at, top + 11, word_en, 20, bold=True, align=align)
        pen.text(words_at, top + 18, word_zh, 15, align=align)
        pen.text(x + printed / 2, top + 22, card.code, 8, align=Align.CENTRE)
        pen.box(LEFT, top + _PITCH - 0.2, RIGHT - LEFT, 0.2, grey=0.6)

    return Block(_PITCH, paint)


def _lanyard_page(cards: Sequence[CommandCard]) -> Block:
    """The cards of the ten most used commands; without any of these, the first ten cards."""
    known = {card.code: card for card in cards}
    chosen = [known[code] for code in _LANYARD if code in known] or list(cards)

    def paint(pen: Pen, top: float) -> None:
        for place, card in enumerate(chosen[:_CARDS]):
            x = _CARD_LEFT + place % 2 * _CARD_WIDTH
            _card(pen, card, x, top + _CARD_TOP + place // 2 * _CARD_HEIGHT)

    return Block(a4.HEIGHT, paint)


def _card(pen: Pen, card: CommandCard, x: float, y: float) -> None:
    from app.labels import barcodes

    modules = barcodes.code128(card.code)
    middle = x + _CARD_WIDTH / 2
    pen.frame(x, y, _CARD_WIDTH, _CARD_HEIGHT)
    if card.image:
        pen.icon(x + 5, y + 6, _ICON, card.image)
    word_en = a4.one_line(card.word_en, 22, _CARD_WIDTH - 2 * _ICON - 14, bold=True)
    pen.text(middle, y + 15, word_en, 22, bold=True, align=Align.CENTRE)
    word_zh = a4.one_line(card.word_zh, 16, _CARD_WIDTH - 8)
    pen.text(middle, y + 23, word_zh, 16, align=Align.CENTRE)
    pen.bars(middle - len(modules) * MODULE / 2, y + 27, modules, MODULE, 18)
    pen.text(middle, y + 49.5, card.code, 8, align=Align.CENTRE)
