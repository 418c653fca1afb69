"""Reads the rows of a CSV file and numbers them as a spreadsheet does."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.intake.opening import open_text
from app.intake.values import IntakeError, Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.intake.values import Progress

REASON_COLUMNS = ("packbench_column", "packbench_reason")
"""The columns that our files of rejected rows add; readers ignore them."""

Row = tuple[str, ...]


@dataclass
class Table:
    """An open CSV.

    rows: yields (row number, cells), with as many cells as the header has or more; skips blank
    rows. blank: how many of these there were. count: rows read so far, with the blank ones.
    """

    header: Row
    rows: Iterator[tuple[int, Row]]
    count: int = 0
    blank: int = 0

    def index(self, column: str) -> int | None:
        return self.header.index(column) if column in self.header else None

    def require(self, columns: list[str]) -> None:
        """Raises IntakeError where one is missing; it names those and the columns of the file."""
        missing = [column for column in columns if column not in self.header]
        if missing:
            raise IntakeError(
                f"Column {', '.join(missing)} is missing. The file has: {', '.join(self.header)}."
            )

    def begin(self, name: str, delimiter: str = ",", encoding: str = "utf-8") -> Parsed:
        return Parsed(name, self.header, delimiter, encoding)

    def end(self, parsed: Parsed) -> None:
        """Note in `parsed` how many rows there were, once all have been read."""
        parsed.lines = self.count
        parsed.treatments["blank_rows"] += self.blank


@contextmanager
def open_table(
    path: Path,
    *,
    delimiter: str = ",",
    encoding: str = "utf-8-sig",
    progress: Progress | None = None,
) -> Iterator[Table]:
    """The open CSV. Raises IntakeError for a file that is no CSV with a header."""
    with open_text(path, encoding, progress) as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        try:
            header = tuple(name.strip() for name in next(reader, []))
            width = len(header)
            if header[-2:] == REASON_COLUMNS:
                header = header[:-2]
            _check(header, path, delimiter)
            table = Table(header, iter(()))
            table.rows = _rows(reader, table, width)
            yield table
        except csv.Error as error:
            raise IntakeError(
                f"{path.name} is not a proper CSV file, near line {reader.line_num}: {error}."
            ) from None


def _check(header: Row, path: Path, delimiter: str) -> None:
    if not any(header):
        raise IntakeError(f"{path.name} is empty or has no header row.")
    if header[0][:1] in "[{" and header[0]:
        raise IntakeError(f"{path.name} is not a CSV file; it looks like JSON.")
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise IntakeError(f"{path.name} has the column {', '.join(twice)} more than once.")
    if len(header) == 1 and any(other in header[0] for other in ",;\t|" if other != delimiter):
        raise IntakeError(
            f"{path.name} has one column only ({header[0][:60]}). Is it separated by another "
            f"character than {delimiter!r}?"
        )


def _rows(reader: Iterator[list[str]], table: Table, width: int) -> Iterator[tuple[int, Row]]:
    """Fills short rows up. Cells beyond the header stay, so that the reader refuses the row."""
    want = len(table.header)
    for number, cells in enumerate(reader, start=2):
        table.count += 1
        if not any(cells):
            table.blank += 1
            continue
        if len(cells) == want == width:
            yield number, tuple(cells)
            continue
        kept = cells[:want] + cells[width:]
        kept += [""] * (want - len(kept))
        while len(kept) > want and not kept[-1].strip():
            kept.pop()
        yield number, tuple(kept)
