"""Writes results to standard output, and everything else to standard error."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def say(text: str) -> None:
    """Write a note or a complaint for a person."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201  this is where the program speaks


def put(text: str) -> None:
    """Write a line of the result."""
    print(text)  # noqa: T201  this is where the program speaks


def put_json(value: Mapping[str, Any]) -> None:
    """Write the JSON object of `--json` in one line of ASCII, which every code page can show."""
    print(json.dumps(value), flush=True)  # noqa: T201  as above


def width(text: str) -> int:
    """How many columns of a terminal the text takes; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def table(rows: Iterable[Sequence[object]]) -> list[str]:
    """The rows as lines with aligned columns."""
    cells = [[str(cell).replace("\n", ", ") for cell in row] for row in rows]
    if not cells:
        return []
    columns = range(max(map(len, cells)))
    widths = [max(width(row[i]) for row in cells if i < len(row)) for i in columns]
    return [
        "  ".join(cell + " " * (widths[i] - width(cell)) for i, cell in enumerate(row)).rstrip()
        for row in cells
    ]
