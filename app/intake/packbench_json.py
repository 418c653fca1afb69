"""Reads our own order JSON: {"orders": [{"ref": ..., "customer": {...}, "lines": [...]}]}.

The keys are the columns of the CSV. The address is under "customer", fees are under "charges".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.intake import json_file
from app.intake.cells import CellError
from app.intake.columns import FileColumn, as_text, parse
from app.intake.drafts import OrderBook
from app.intake.order_columns import ADDRESS, HEAD, LINE, order_of
from app.intake.values import Parsed

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.drafts import Draft
    from app.intake.values import ReadOptions


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = json_file.load(path, options.progress)
    found = json_file.entries(data, ("orders",), ("ref", "lines"))
    book = OrderBook(Parsed("packbench-json"), lambda draft: order_of(draft, options.channel))
    for index, entry in json_file.each_order(book, found, "lines"):
        draft = book.draft(str(index))
        charges = entry.get("charges")
        extra = len(charges) if isinstance(charges, list) else 0
        draft.line_count += extra
        book.parsed.lines += extra
        try:
            _take(draft, entry)
        except CellError as error:
            draft.problem(index, error)
    return book.finish()


def _take(draft: Draft, entry: dict[str, Any]) -> None:
    head = _parse(HEAD, entry, "")
    draft.head = head | _parse(ADDRESS, json_file.section(entry, "customer"), "customer.")
    for number, line in enumerate(entry.get("lines") or [], start=1):
        values = _parse(LINE, line, f"lines[{number}].")
        name = values["name"] or values["sku"]
        draft.lines.append((values["sku"], name, values["quantity"], values["barcode"]))
    charges = entry.get("charges") or []
    if not isinstance(charges, list) or not all(isinstance(one, dict) for one in charges):
        raise CellError("charges", str(charges)[:60], "is not a list of objects")
    for number, charge in enumerate(charges, start=1):
        values = _parse(LINE, charge, f"charges[{number}].")
        draft.charges.append((values["sku"], values["name"] or values["sku"], values["quantity"]))


def _parse(columns: tuple[FileColumn, ...], entry: dict[str, Any], where: str) -> dict[str, Any]:
    try:
        values = {one.name: as_text(one.name, entry.get(one.name)) for one in columns}
        return parse(columns, values)
    except CellError as error:
        raise CellError(where + error.column, error.value, error.reason) from None
