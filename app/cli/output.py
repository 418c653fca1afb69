"""Writes results to standard output or into a file, and everything else to standard error."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.errors import EnvironmentFault


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


def write_whole(path: Path, content: bytes) -> None:
    """Write the whole file, or nothing. Raises EnvironmentFault."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise EnvironmentFault(f"{path} cannot be written: {reason}.") from error
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the folder is no folder: the caller reports that
