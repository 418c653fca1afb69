"""Writes rejected and set-aside rows into files of the same format.

A person corrects the file of rejected rows and imports it again. In it a CSV has two more columns
at its end, and each JSON entry one more key. Readers ignore both.
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from app.intake.json_file import MARK
from app.intake.table import REASON_COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.values import Parsed, RawRow


def write_rejected(path: Path, parsed: Parsed) -> None:
    """Write all rows of rejected orders, with the reasons on the bad rows. Raises OSError."""
    _write(path, parsed, parsed.rejected_rows)


def write_set_aside(path: Path, parsed: Parsed) -> None:
    """Write the rows that are no work for the bench, each with its reason. Raises OSError."""
    _write(path, parsed, parsed.set_aside)


def _write(path: Path, parsed: Parsed, rows: list[RawRow]) -> None:
    if parsed.header:
        _write_csv(path, parsed, rows)
    else:
        text = json.dumps([_marked(row) for row in rows], ensure_ascii=False, indent=1)
        path.write_text(text + "\n", "utf-8")


def _write_csv(path: Path, parsed: Parsed, rows: list[RawRow]) -> None:
    with path.open("w", encoding=parsed.encoding, newline="") as file:
        out = csv.writer(file, delimiter=parsed.delimiter)
        out.writerow((*parsed.header, *REASON_COLUMNS))
        width = len(parsed.header)
        for row in rows:
            # Cells beyond the header move behind our columns, to be told from them.
            cells = row.content
            out.writerow((*cells[:width], row.column, row.reason, *cells[width:]))


def _marked(row: RawRow) -> Any:
    if isinstance(row.content, dict):
        return row.content | {MARK: {"column": row.column, "reason": row.reason}}
    return row.content
