"""The packing slip: an A4 list of what is in a parcel, laid into it or kept in the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.address import Address
from app.domain.codes import read
from app.domain.commands import PREFIX
from app.labels import a4
from app.labels.a4 import LEFT, RIGHT, A4Page, Align, Block, Pen, TableColumn
from app.labels.slip_words import SlipWords


@dataclass(frozen=True)
class SlipLine:
    """One order line, in whole units: ordered, here in this parcel, and short (will not come).

    note: what was done to these units (an engraving ...). instead_of: name of what it replaces.
    free: it is a present. "" = nothing of the kind.
    parts: of a bundle; its own numbers count whole sets, those of its parts count units.
    """

    sku: str
    name: str
    ordered: int
    here: int
    short: int
    note: str = ""
    instead_of: str = ""
    free: bool = False
    parts: tuple[SlipLine, ...] = ()


@dataclass(frozen=True)
class PackingSlip:
    """sscc: 18 digits, printed in letters only: a barcode of it would pass for the label's.

    The QR code is the order's number, which opens the order. gift_message: the buyer's words.
    parcel_count: None = not known yet. day: on which it was packed. carrier: "" = none is chosen.
    note: what the buyer wrote to the shop. returns: how something is sent back.
    logo: a picture file's bytes, b"" = none.
    """

    sender: Address
    receiver: Address
    order_ref: str
    sscc: str
    parcel_number: int
    lines: tuple[SlipLine, ...]
    gift_message: str = ""
    parcel_count: int | None = None
    day: date | None = None
    carrier: str = ""
    note: str = ""
    returns: str = ""
    logo: bytes = b""


_HALF = 100.0  # where the right half begins
_LABEL_SIZE, _SENDER_SIZE, _RECEIVER_SIZE = 8.0, 8.0, 12.0
_MESSAGE_SIZE, _SMALL_SIZE = 13.0, 9.0
_LOGO = (85.0, 5.0, 45.0, 18.0)  # x, y, width and height of its place beside the title
_LEADS = 32.0  # y of the first line below the title
_NEXT_TOP = 32.0
_QR_MODULE = 0.7  # mm
_PART = "– "  # before the number of an article that is part of the set above it
_MOST_LINES = 24  # of the receiver, so that the table still begins on the first page


def packing_slip(slip: PackingSlip, *, language: str = "en") -> bytes:
    """The slip as PDF. language: a key of `slip_words.LANGUAGES`, else it is English.

    Raises LabelDataError for a wrong SSCC or a logo that is no picture.
    """
    from app.labels import barcodes
    from app.labels.errors import LabelDataError

    if not barcodes.is_sscc(slip.sscc):
        raise LabelDataError(f"{slip.sscc!r} is not an SSCC: its check digit is wrong.")
    words = SlipWords(language)
    code = barcodes.qr(slip.order_ref) if opens_only_the_order(slip.order_ref) else ()
    receiver = _wrapped(slip.receiver.lines())
    first_top = max(_receiver_top() + _height(len(receiver), _RECEIVER_SIZE), 74.0) + 6
    pages = a4.paginate(_blocks(slip, words), first_top, _NEXT_TOP)

    def around(pen: Pen, page: A4Page) -> None:
        _heading(pen, slip, words, page)
        if page.number == 1:
            if slip.logo:
                pen.image(*_LOGO, slip.logo)
            _addresses(pen, slip, words, receiver)
            _parcel(pen, slip, words, code)

    return a4.draw(f"{words('slip')} {slip.order_ref}", pages, around, words.lost)


def opens_only_the_order(order_ref: str) -> bool:
    """Whether a code of an order's number could mean nothing but the order.

    A shop chooses its numbers: one could be a command, or a parcel's number.
    """
    return bool(order_ref) and not order_ref.startswith(PREFIX) and not read(order_ref).sscc


def _height(lines: int, size: float) -> float:
    return lines * size * a4.POINT * a4.LEADING


def _wrapped(texts: Sequence[str]) -> tuple[str, ...]:
    """The address in lines that fit. The first is bold and takes one line, others up to three."""
    room = _HALF - LEFT - 6
    name = [a4.one_line(text, _RECEIVER_SIZE, room, bold=True) for text in texts[:1]]
    rest = (a4.shortened(text, _RECEIVER_SIZE, room, 3) for text in texts[1:])
    return (*name, *(line for lines in rest for line in lines))[:_MOST_LINES]


def _receiver_top() -> float:
    return _LEADS + 6


def _heading(pen: Pen, slip: PackingSlip, words: SlipWords, page: A4Page) -> None:
    """Title and order, on every page: a loose page must show where it belongs."""
    pen.text(LEFT, 22, words("slip"), 22, bold=True)
    room = RIGHT - sum(_LOGO[::2]) - 3 if slip.logo else 90
    order_ref = a4.one_line(slip.order_ref, 16, room, bold=True)
    pen.text(RIGHT, 22, order_ref, 16, bold=True, align=Align.RIGHT)
    pen.text(RIGHT, 15.5, words("order"), _LABEL_SIZE, align=Align.RIGHT)
    pen.rule(26, thick=0.6)
    pen.text(LEFT, a4.FOOT, a4.sscc_text(slip.sscc), 8)
    foot = words("page", n=page.number, m=page.count)
    pen.text(RIGHT, a4.FOOT, foot, 8, align=Align.RIGHT)


def _addresses(pen: Pen, slip: PackingSlip, words: SlipWords, receiver: Sequence[str]) -> None:
    pen.text(LEFT, _LEADS + 3, words("to"), _LABEL_SIZE)
    pen.lines(LEFT, _receiver_top(), receiver[:1], _RECEIVER_SIZE, bold=True)
    below = _receiver_top() + _height(1, _RECEIVER_SIZE)
    pen.lines(LEFT, below, receiver[1:], _RECEIVER_SIZE)


def _parcel(pen: Pen, slip: PackingSlip, words: SlipWords, code: Sequence[str]) -> None:
    pen.text(_HALF, _LEADS + 3, words("from"), _LABEL_SIZE)
    sender = a4.shortened(" · ".join(slip.sender.lines()), _SENDER_SIZE, RIGHT - _HALF, 3)
    pen.lines(_HALF, _LEADS + 5, sender, _SENDER_SIZE)
    key = "box_of" if slip.parcel_count else "box"
    pen.text(_HALF, 53, words(key, n=slip.parcel_number, m=slip.parcel_count), 12, bold=True)
    pen.text(_HALF, 58, a4.sscc_text(slip.sscc), 10)
    below = [f"{words('carrier')}: {slip.carrier}"] if slip.carrier else []
    below += [f"{words('date')}: {slip.day.isoformat()}"] if slip.day else []
    room = RIGHT - _HALF - _QR_MODULE * len(code) - 3
    pen.lines(_HALF, 61, [a4.one_line(text, 10, room) for text in below], 10)
    if code:
        pen.squares(RIGHT - _QR_MODULE * len(code), 48, code, _QR_MODULE)


def _blocks(slip: PackingSlip, words: SlipWords) -> list[Block]:
    columns = (
        TableColumn(words("sku"), LEFT, 38, bold=True),
        TableColumn(words("name"), 57, 76),
        TableColumn(words("ordered"), 135, 18, Align.RIGHT),
        TableColumn(words("here"), 155, 22, Align.RIGHT, bold=True),
        TableColumn(words("short"), 179, 16, Align.RIGHT),
    )
    head = a4.table_head(columns)
    blocks = [head]
    for line in slip.lines:
        blocks.append(a4.table_row(columns, _cells(line, words), head))
        for part in line.parts:
            sku, *others = _cells(part, words)
            blocks.append(a4.table_row(columns, (_PART + sku, *others), head))
    goods = [part for line in slip.lines for part in line.parts or (line,)]
    units = words("units", n=sum(line.here for line in goods))

    def total(pen: Pen, top: float) -> None:
        pen.text(177, top + 7, units, 11, bold=True, align=Align.RIGHT)

    blocks.append(Block(10, total))
    blocks += _paragraph(slip.gift_message, _MESSAGE_SIZE)
    for key, text in (("note", slip.note), ("returns", slip.returns)):
        if text.strip():
            blocks += _paragraph(f"{words(key)}: {text.strip()}", _SMALL_SIZE)
    return blocks


def _cells(line: SlipLine, words: SlipWords) -> tuple[str, ...]:
    here = str(line.here) if line.here else "–"
    short = str(line.short) if line.short else ""
    return line.sku, _described(line, words), str(line.ordered), here, short


def _described(line: SlipLine, words: SlipWords) -> str:
    """The article's name, and what the receiver must know of these units."""
    more = [part for part in line.note.splitlines() if part.strip()]
    if line.instead_of:
        more.append(words("instead_of", name=line.instead_of))
    if line.free:
        more.append(words("free"))
    return " · ".join((line.name, *more))


def _paragraph(text: str, size: float) -> list[Block]:
    """As many lines as a text needs; a long one goes on on the next page."""
    wrapped = [line for part in text.splitlines() for line in a4.wrapped(part, size, RIGHT - LEFT)]

    def block(line: str) -> Block:
        def paint(pen: Pen, top: float) -> None:
            pen.text(LEFT, top + size * a4.POINT * a4.LEADING, line, size)

        return Block(_height(1, size), paint)

    space = [Block(3, lambda _pen, _top: None)] if wrapped else []
    return space + [block(line) for line in wrapped]
