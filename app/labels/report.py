"""A report of tables on A4 pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.labels import a4
from app.labels.a4 import LEFT, RIGHT, A4Page, Align, Block, Pen, TableColumn

TableText = tuple[str, Sequence[str], Sequence[Sequence[str]], str]
"""(title, head, rows, what it is in words)."""
_FIRST_TOP, _NEXT_TOP = 34.0, 30.0
_FIRST_SHARE, _LAST_SHARE = 2.2, 3.4
_MANY = 9
"""A table of more columns has no room for a wide first one."""
_PROSE = frozenset({"formula", "note", "why not"})
"""A last column of this name explains its row."""
_NOTE_SIZE = 8.0


def report(title: str, span: str, tables: Sequence[TableText]) -> bytes:
    """The tables as PDF. span: of what time. Raises LabelDataError."""
    blocks = [block for table in tables for block in _table(*table)]

    def around(pen: Pen, page: A4Page) -> None:
        pen.text(LEFT, 20, title, 18, bold=True)
        pen.text(RIGHT, 20, a4.one_line(span, 10, 110), 10, align=Align.RIGHT)
        pen.rule(24, thick=0.6)
        pen.text(RIGHT, a4.FOOT, f"{page.number} / {page.count}", 8, align=Align.RIGHT)

    return a4.draw(title, a4.paginate(blocks, _FIRST_TOP, _NEXT_TOP), around)


def _table(
    title: str, head: Sequence[str], rows: Sequence[Sequence[str]], about: str
) -> Iterator[Block]:
    columns = tuple(_columns(head))
    top = a4.table_head(columns)
    yield _section(title)
    yield top
    for row in rows:
        yield a4.table_row(columns, tuple(row), top)
    if not rows:
        yield a4.table_row(columns, ("-", *("" for _ in head[1:])), top)
    if about:
        yield _note(about)


def _columns(head: Sequence[str]) -> Iterator[TableColumn]:
    """The first column is a name, and so is the last of a table that explains its rows."""
    prose = len(head) > 1 and head[-1] in _PROSE
    shares = [_FIRST_SHARE if len(head) <= _MANY else 1.0, *(1.0 for _ in head[1:])]
    if prose:
        shares[-1] = _LAST_SHARE
    each = (RIGHT - LEFT) / sum(shares)
    x = LEFT
    for number, (name, share) in enumerate(zip(head, shares, strict=True)):
        left = number == 0 or (prose and number == len(head) - 1)
        align = Align.LEFT if left else Align.RIGHT
        yield TableColumn(name, x, each * share - 3, align, bold=number == 0)
        x += each * share


def _section(text: str) -> Block:
    def paint(pen: Pen, top: float) -> None:
        pen.text(LEFT, top + 9, text, 12, bold=True)

    return Block(12, paint, with_next=True)


def _note(text: str) -> Block:
    lines = a4.wrapped(text, _NOTE_SIZE, RIGHT - LEFT)
    height = len(lines) * _NOTE_SIZE * a4.POINT * a4.LEADING

    def paint(pen: Pen, top: float) -> None:
        pen.lines(LEFT, top + 1.5, lines, _NOTE_SIZE)

    return Block(height + 3, paint)
