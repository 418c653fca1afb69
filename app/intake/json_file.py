"""Reads JSON files that hold a list of entries, one entry, or an object with the list in it.

JSON lines (an entry a line) are read as the list of these entries.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.intake.cells import CellError
from app.intake.opening import open_text
from app.intake.values import IntakeError

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.order_book import OrderBook
    from app.intake.values import ReadOptions

MARK = "packbench_rejected"
"""The key that our files of rejected entries add to each; readers ignore it."""


def load(path: Path, options: ReadOptions) -> Any:
    """The parsed content of a JSON file. Raises IntakeError."""
    with open_text(path, options.encoding, options.progress) as file:
        text = file.read()
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and "\n" in text.strip():
            return _lines(path, text)
        raise _improper(path, error.lineno, error) from None
    except RecursionError:
        raise IntakeError(f"{path.name} is not proper JSON: nested too deeply.") from None


def _lines(path: Path, text: str) -> list[Any]:
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                found.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise _improper(path, number, error) from None
    return found


def _improper(path: Path, line: int, error: json.JSONDecodeError) -> IntakeError:
    return IntakeError(f"{path.name} is not proper JSON, line {line}: {error.msg}.")


def entries(data: Any, wrappers: tuple[str, ...], sign: tuple[str, ...]) -> list[Any]:
    """The list inside a file.

    wrappers: keys that may hold the list or a single entry. sign: an object with one of these
    keys is itself an entry. Raises IntakeError where nothing looks like one.
    """
    if isinstance(data, dict) and any(key in data for key in wrappers):
        held: list[Any] = []
        for key in wrappers:
            value = data.get(key)
            held += value if isinstance(value, list) else [value] if value is not None else []
        data = held
    found = data if isinstance(data, list) else [data]
    if found and not any(isinstance(one, dict) and any(k in one for k in sign) for one in found):
        raise IntakeError(
            f"There is no entry with {' or '.join(sign)} here, but {_seen(found[0])}."
        )
    return found


def without_mark(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != MARK}


def each_order(
    book: OrderBook, found: list[Any], line_key: str
) -> list[tuple[int, dict[str, Any]]]:
    """(number, entry) of each object. Opens its draft and counts its lines; rejects all others."""
    orders = []
    for index, entry in enumerate(found, start=1):
        draft = book.draft(str(index))
        if not isinstance(entry, dict):
            draft.rows.append((index, entry))
            draft.problem(index, CellError("", str(entry)[:60], "is not an order"))
            continue
        lines = entry.get(line_key)
        draft.rows.append((index, without_mark(entry)))
        draft.line_count = len(lines) if isinstance(lines, list) else 0
        book.parsed.lines += draft.line_count
        if lines is not None and not isinstance(lines, list):
            draft.problem(index, CellError(line_key, str(lines)[:60], "is not a list"))
            continue
        if not all(isinstance(line, dict) for line in lines or []):
            draft.problem(index, CellError(line_key, "", "holds something that is no line"))
            continue
        orders.append((index, entry))
    return orders


def section(entry: dict[str, Any], key: str) -> dict[str, Any]:
    """The object under a key of an entry; {} where it is missing or null."""
    value = entry.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise CellError(key, str(value)[:60], "is not an object")
    return value


def objects(entry: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The objects listed under a key of an entry; [] where it is missing or null."""
    value = entry.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise CellError(key, str(value)[:60], "is not a list")
    return [one for one in value if isinstance(one, dict)]


def _seen(entry: Any) -> str:
    if isinstance(entry, dict):
        return f"one with {', '.join(str(key) for key in list(entry)[:5]) or 'nothing'}"
    return f"{str(entry)[:40]!r}"
