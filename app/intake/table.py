"""Reads the rows of a CSV file and numbers them as a spreadsheet does."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from app.intake.opening import open_text
from app.intake.values import IntakeError, Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.intake.values import Progress

REASON_COLUMNS = ("packbench_column", "packbench_reason")
"""The columns that our files of rejected rows add; readers ignore them."""

TITLE_ROWS = 30
"""So many rows may stand above the header."""

_TOTALS = frozenset(
    {"total", "totals", "grand total", "subtotal", "sum", "summe", "gesamt", "gesamtsumme"}
    | {"zwischensumme", "total général", "totale", "totaal", "合计", "总计", "小计"}
)

Row = tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """How a file is written.

    needed: columns by which the header is found, below any title rows. delimiters: the first by
    which the header has them. quoting: "standard", or "none" where a quote is a character like any
    other and each line of the file is a row.
    """

    needed: tuple[str, ...]
    delimiters: str = ",;\t"
    encoding: str = "utf-8-sig"
    quoting: str = "standard"


@dataclass
class Table:
    """An open CSV.

    rows: yields (row number, cells), with as many cells as the header has or more; skips blank
    rows. blank: how many of these there were. count: rows read so far, with the blank ones.
    first: the number of the row below the header.
    """

    header: Row
    rows: Iterator[tuple[int, Row]]
    layout: Layout
    delimiter: str
    first: int = 2
    count: int = 0
    blank: int = 0

    def begin(self, name: str) -> Parsed:
        encoding = self.layout.encoding
        return Parsed(name, self.header, self.delimiter, encoding)

    def end(self, parsed: Parsed) -> None:
        """Note in `parsed` how many rows there were, once all have been read."""
        parsed.lines = self.count
        parsed.treatments["blank_rows"] += self.blank


def is_total(row: Row) -> bool:
    """Whether a row that names no order is the sum below a report."""
    return any(cell.strip().rstrip(":").casefold() in _TOTALS for cell in row)


@contextmanager
def open_table(path: Path, layout: Layout, progress: Progress | None = None) -> Iterator[Table]:
    """The open CSV. Raises IntakeError for a file without a header that has the needed columns."""
    with open_text(path, layout.encoding, progress) as file:
        try:
            above = list(islice(file, TITLE_ROWS))
            delimiter = _delimiter(above, layout)
            reader = _reader(_chained(above, file), delimiter, layout)
            header, first = _header(reader, path, layout, delimiter)
            width = len(header)
            if header[-2:] == REASON_COLUMNS:
                header = header[:-2]
            table = Table(header, iter(()), layout, delimiter, first)
            table.rows = _rows(reader, table, width, path)
            yield table
        except csv.Error as error:
            raise IntakeError(f"{path.name} is not a proper CSV file: {error}.") from None


def _chained(above: list[str], file: Any) -> Iterator[str]:
    yield from above
    yield from file


def _reader(lines: Iterator[str], delimiter: str, layout: Layout) -> Iterator[list[str]]:
    if layout.quoting == "none":
        plain = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        return ([_unquoted(cell) for cell in row] for row in plain)
    return csv.reader(lines, delimiter=delimiter, strict=True)


def _unquoted(cell: str) -> str:
    """A cell that is quoted as a whole, as spreadsheets write it, without its quotes."""
    if len(cell) < 2 or not cell.startswith('"') or not cell.endswith('"'):
        return cell
    inner = cell[1:-1].replace('""', "\0")
    return cell if '"' in inner else inner.replace("\0", '"')


def _delimiter(lines: list[str], layout: Layout) -> str:
    """The delimiter by which a row of the beginning has the needed columns; else the first."""
    for delimiter in layout.delimiters:
        try:
            for row in csv.reader(lines, delimiter=delimiter):
                if set(layout.needed) <= {cell.strip() for cell in row}:
                    return delimiter
        except csv.Error:
            continue
    return layout.delimiters[0]


def _header(
    reader: Iterator[list[str]], path: Path, layout: Layout, delimiter: str
) -> tuple[Row, int]:
    """The header, and the number of the row below it."""
    first: Row = ()
    for number, row in enumerate(islice(reader, TITLE_ROWS), start=1):
        cells = tuple(name.strip() for name in row)
        first = first if any(first) else cells
        if layout.needed and set(layout.needed) <= set(cells):
            twice = sorted({name for name in layout.needed if cells.count(name) > 1})
            if twice:
                raise IntakeError(f"{path.name} has the column {', '.join(twice)} more than once.")
            return cells, number + 1
    _explain(first, path, layout, delimiter)
    return first, 2


def _explain(first: Row, path: Path, layout: Layout, delimiter: str) -> None:
    """Raises IntakeError: why no row is the header."""
    if not any(first):
        raise IntakeError(f"{path.name} is empty or has no header row.")
    if first[0][:1] in "[{" and first[0]:
        raise IntakeError(f"{path.name} is not a CSV file; it looks like JSON.")
    if len(first) == 1 and any(other in first[0] for other in ",;\t|" if other != delimiter):
        raise IntakeError(
            f"{path.name} has one column only ({first[0][:60]}). Is it separated by another "
            f"character than {delimiter!r}?"
        )
    missing = [column for column in layout.needed if column not in first]
    raise IntakeError(f"Column {', '.join(missing)} is missing. The file has: {', '.join(first)}.")


def _rows(
    reader: Iterator[list[str]], table: Table, width: int, path: Path
) -> Iterator[tuple[int, Row]]:
    """Fills short rows up. Cells beyond the header stay, so that the reader refuses the row."""
    want, delimiter = len(table.header), table.delimiter
    for number, cells in enumerate(reader, start=table.first):
        table.count += 1
        if not any(cells):
            table.blank += 1
            continue
        if want > 2 and any("\n" in x and x.count(delimiter) >= want - 1 for x in cells):
            raise IntakeError(
                f"{path.name}, row {number}: a quote swallows whole rows. If quotes mean nothing "
                'in this file (12" tall), read it by a column map with quoting = "none".'
            )
        if len(cells) == want == width:
            yield number, tuple(cells)
            continue
        kept = cells[:want] + cells[width:]
        kept += [""] * (want - len(kept))
        while len(kept) > want and not kept[-1].strip():
            kept.pop()
        yield number, tuple(kept)
