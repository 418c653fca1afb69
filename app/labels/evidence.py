"""The evidence of an order: what was ordered, what is in its boxes, what happened; A4.

A person who doubts a delivery reads it, so it is in plain English whatever the customer's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.labels import a4
from app.labels.a4 import LEFT, RIGHT, A4Page, Align, Block, Pen, TableColumn


@dataclass(frozen=True)
class EvidenceBox:
    """One box. facts: (name, value). contents: (SKU, units, lot, serial number) of each entry."""

    title: str
    facts: tuple[tuple[str, str], ...]
    contents: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class Evidence:
    """All texts are ready to be printed; times are UTC.

    facts: (name, value). lines: (number, SKU, name, ordered, picked, packed, short). happened:
    (time, what, who, station and device, place, details, conflict). count, sha256: of the facts.
    printed: when this copy was made.
    """

    order: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, ...], ...]
    boxes: tuple[EvidenceBox, ...]
    happened: tuple[tuple[str, ...], ...]
    remark: str
    count: int
    sha256: str
    printed: str


_TOP = 32.0
_SIZE = 9.0
_FACT_NAME = 38.0  # mm of a fact's name
_TITLE = "Evidence of an order"


def evidence(doc: Evidence) -> bytes:
    """The evidence as PDF."""
    blocks = [
        *_facts(doc.facts),
        *_section(f"Ordered ({len(doc.lines)})", _table(_LINES, doc.lines)),
        *(block for box in doc.boxes for block in _box(box)),
        *_section(f"What happened ({len(doc.happened)})", _happened(doc.happened)),
        *_paragraph(doc.remark),
        *_paragraph(
            f"This copy shows {doc.count} facts. Their SHA-256 is {doc.sha256}. Where the centre"
            " still has these facts as they were, it says so:"
        ),
        *_paragraph(f"packbench order show {doc.order} --compare {doc.sha256}", bold=True),
    ]
    pages = a4.paginate(blocks, _TOP, _TOP)

    def around(pen: Pen, page: A4Page) -> None:
        """Order and hash on every page: a loose page must show where it belongs."""
        pen.text(LEFT, 22, _TITLE, 22, bold=True)
        name = a4.one_line(doc.order, 14, 85, bold=True)
        pen.text(RIGHT, 22, name, 14, bold=True, align=Align.RIGHT)
        pen.rule(26, thick=0.6)
        foot = f"{doc.printed} UTC · {doc.count} facts · {doc.sha256}"
        pen.text(LEFT, a4.FOOT, foot, 7)
        pen.text(RIGHT, a4.FOOT, f"Page {page.number} of {page.count}", 8, align=Align.RIGHT)

    return a4.draw(f"{_TITLE} {doc.order}", pages, around)


_LINES = (
    TableColumn("No.", LEFT, 9, Align.RIGHT),
    TableColumn("SKU", 27, 36, bold=True),
    TableColumn("Article", 65, 64),
    TableColumn("Ordered", 131, 14, Align.RIGHT),
    TableColumn("Picked", 147, 14, Align.RIGHT),
    TableColumn("Packed", 163, 14, Align.RIGHT, bold=True),
    TableColumn("Short", 179, 16, Align.RIGHT),
)
_CONTENTS = (
    TableColumn("SKU", LEFT, 60, bold=True),
    TableColumn("Units", 77, 16, Align.RIGHT),
    TableColumn("Lot", 98, 45),
    TableColumn("Serial number", 145, 50),
)
_HAPPENED = (
    TableColumn("Time (UTC)", LEFT, 19),
    TableColumn("What", 36, 27, bold=True),
    TableColumn("Who", 65, 22),
    TableColumn("Where", 89, 40),
    TableColumn("Details", 131, 64),
)


def _table(columns: Sequence[TableColumn], rows: Sequence[Sequence[str]]) -> list[Block]:
    head = a4.table_head(columns)
    return [head, *(a4.table_row(columns, row, head) for row in rows)]


def _happened(rows: Sequence[Sequence[str]]) -> list[Block]:
    """A conflict stands before the details: it is what a reader looks for."""
    shown = []
    for at, what, who, station, place, details, conflict in rows:
        where = " · ".join(part for part in (station, place) if part)
        told = (f"CONFLICT: {conflict}" if conflict else "", details)
        shown.append((at, what, who, where, "; ".join(filter(None, told))))
    return _table(_HAPPENED, shown)


def _box(box: EvidenceBox) -> list[Block]:
    rows = _table(_CONTENTS, box.contents) if box.contents else _paragraph("It is empty.")
    return _section(box.title, [*_facts(box.facts), _GAP, *rows])


_GAP = Block(2, lambda _pen, _top: None, with_next=True)


def _section(title: str, blocks: Sequence[Block]) -> list[Block]:
    def paint(pen: Pen, top: float) -> None:
        pen.text(LEFT, top + 9, title, 12, bold=True)

    return [Block(12, paint, with_next=True), *blocks]


def _facts(facts: Sequence[tuple[str, str]]) -> list[Block]:
    return [_fact(name, value) for name, value in facts if value]


def _fact(name: str, value: str) -> Block:
    lines = [
        line
        for part in value.splitlines()
        for line in a4.shortened(part, _SIZE, RIGHT - LEFT - _FACT_NAME, 4)
    ]

    def paint(pen: Pen, top: float) -> None:
        pen.lines(LEFT, top, [name], _SIZE)
        pen.lines(LEFT + _FACT_NAME, top, lines, _SIZE, bold=True)

    return Block(max(1, len(lines)) * _SIZE * a4.POINT * a4.LEADING, paint)


def _paragraph(text: str, *, bold: bool = False) -> list[Block]:
    lines = a4.wrapped(text, _SIZE, RIGHT - LEFT, bold=bold)

    def paint(pen: Pen, top: float) -> None:
        pen.lines(LEFT, top + 2, lines, _SIZE, bold=bold)

    return [Block(2 + len(lines) * _SIZE * a4.POINT * a4.LEADING, paint)]
