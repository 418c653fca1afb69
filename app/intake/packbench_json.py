"""Reads our own order JSON: {"orders": [{"ref": ..., "customer": {...}, "lines": [...]}]}.

The keys are the columns of the CSV. The address is under "customer", fees are under "charges".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.intake import json_file
from app.intake.cells import CellError
from app.intake.columns import FileColumn, parse, texts
from app.intake.order_book import OrderBook
from app.intake.order_columns import (
    ADDRESS,
    HEAD,
    LINE,
    identity_of,
    line_of,
    of_one_unit,
    order_of,
)
from app.intake.values import Parsed

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.drafts import Draft
    from app.intake.values import ReadOptions


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = json_file.load(path, options)
    found = json_file.entries(data, ("orders",), ("ref", "lines"))
    book = OrderBook(Parsed("packbench-json"), lambda draft: order_of(draft, options.channel))
    for index, entry in json_file.each_order(book, found, "lines"):
        draft = book.draft(str(index))
        charges = entry.get("charges")
        extra = len(charges) if isinstance(charges, list) else 0
        draft.line_count += extra
        book.parsed.lines += extra
        try:
            _take(draft, index, entry, options.channel)
        except CellError as error:
            draft.problem(index, error)
    return book.finish()


def _take(draft: Draft, index: int, entry: dict[str, Any], channel: str) -> None:
    def values(columns: tuple[FileColumn, ...], given: dict[str, Any], where: str) -> Any:
        def report(error: CellError) -> None:
            draft.problem(index, CellError(where + error.column, error.value, error.reason))

        good, found = texts(columns, given, report)
        return dict.fromkeys(one.name for one in columns) | parse(good, found, report)

    draft.identity = identity_of(texts(HEAD, entry, lambda _error: None)[1], channel)
    customer: dict[str, Any] = {}
    try:
        customer = json_file.section(entry, "customer")
    except CellError as error:
        draft.problem(index, error)
    draft.head = values(HEAD, entry, "") | values(ADDRESS, customer, "customer.")
    for number, line in enumerate(entry.get("lines") or [], start=1):
        before = len(draft.problems)
        where = f"lines[{number}]."
        read = line_of(values(LINE, line, where))
        if len(draft.problems) == before:
            draft.lines.append(of_one_unit(read, where))
    charges = entry.get("charges") or []
    if not isinstance(charges, list) or not all(isinstance(one, dict) for one in charges):
        raise CellError("charges", str(charges)[:60], "is not a list of objects")
    for number, charge in enumerate(charges, start=1):
        sku, name, units, *_ = line_of(values(LINE, charge, f"charges[{number}]."))
        draft.charges.append((sku, name, units))
