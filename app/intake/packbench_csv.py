"""Reads our own order CSV, with one row per line.

The reference is on every row; the order's other columns are on every row or on its first one only.
An order whose rows contradict each other is rejected. The same row twice counts once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.intake.cells import CellError, shown
from app.intake.columns import parse
from app.intake.drafts import Draft
from app.intake.order_book import OrderBook
from app.intake.order_columns import (
    ADDRESS,
    CHARGE,
    COLUMNS,
    HEAD,
    LINE,
    identity_of,
    line_of,
    of_one_unit,
    order_of,
)
from app.intake.repeats import Repeats
from app.intake.table import Layout, open_table

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.values import Parsed, ReadOptions

_HEAD_COLUMNS = (*HEAD, *ADDRESS)
_LINE_COLUMNS = (*LINE, CHARGE)


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    needed = tuple(column.name for column in COLUMNS if column.required)
    with open_table(path, Layout(needed, encoding=options.encoding), options.progress) as table:
        parsed = table.begin("packbench-csv")
        book = OrderBook(parsed, lambda draft: order_of(_headed(draft), options.channel))
        repeats = Repeats()
        for row, cells in table.rows:
            values = dict(zip(table.header, cells, strict=False))
            ref = values["ref"].strip()
            if not ref:
                book.orphan("ref", row, cells)
                continue
            draft = book.add_row(ref, row, cells)
            if repeats.again(ref, cells, begins=bool(values["placed_at"].strip())):
                draft.repeats += 1
                continue
            _take(draft, row, values, options.channel)
        table.end(parsed)
        return book.finish()


def _take(draft: Draft, row: int, values: dict[str, str], channel: str) -> None:
    before = len(draft.problems)
    _take_head(draft, row, values, channel)
    line = parse(_LINE_COLUMNS, values, lambda error: draft.problem(row, error))
    if len(draft.problems) > before:
        return
    if line["charge"]:
        draft.charges.append((line["sku"], line["name"] or line["sku"], line["quantity"]))
        return
    try:
        draft.lines.append(of_one_unit(line_of(line)))
    except CellError as error:
        draft.problem(row, error)


def _take_head(draft: Draft, row: int, values: dict[str, str], channel: str) -> None:
    """Take the order's cells. After the first row they may be empty, but not different."""
    if draft.head is None:
        draft.head = {column.name: values.get(column.name, "") for column in _HEAD_COLUMNS}
        draft.identity = identity_of(draft.head, channel)
        return
    for column in _HEAD_COLUMNS:
        value = values.get(column.name, "").strip()
        first = draft.head[column.name].strip()
        if value and value != first:
            reason = f'differs from "{shown(first)}" in row {draft.rows[0][0]} of the same order'
            draft.problem(row, CellError(column.name, shown(value), reason))


def _headed(draft: Draft) -> Draft:
    first = draft.rows[0][0]
    draft.head = parse(_HEAD_COLUMNS, draft.head, lambda error: draft.problem(first, error))
    return draft
