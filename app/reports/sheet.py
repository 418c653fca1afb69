"""A report as a workbook (.xlsx): a sheet a table; numbers are numbers, no text is a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter

from app.reports.tables import Cell, Table

_NAME = 31
"""So long may the name of a sheet be."""
_CELL = 32_767
"""So much text may stand in a cell."""
_WIDEST, _NARROWEST = 60, 8


def workbook(span: str, tables: Sequence[Table], made_at: datetime) -> bytes:
    """The tables in their order. The same tables give the same bytes. made_at: aware."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": f"Report {span}", "created": made_at.replace(tzinfo=None)})
        bold = book.add_format({"bold": True})
        for table in tables:
            sheet = book.add_worksheet(_name(table.title))
            sheet.write_string(0, 0, f"{table.title}, {span}", bold)
            sheet.write_string(1, 0, table.about[:_CELL])
            for column, title in enumerate(table.head):
                sheet.write_string(2, column, title, bold)
                sheet.set_column(column, column, _width(table, column))
            for row, cells in enumerate(table.rows, start=3):
                for column, cell in enumerate(cells):
                    _write(sheet, row, column, cell)
            sheet.freeze_panes(3, 1)
    return buffer.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:_CELL])
    elif cell is not None:
        sheet.write_number(row, column, cell)


def _name(title: str) -> str:
    return "".join("-" if one in "[]:*?/\\" else one for one in title)[:_NAME]


def _width(table: Table, column: int) -> int:
    widest = max((len(row[column]) for row in table.paper), default=0)
    return max(_NARROWEST, min(_WIDEST, widest + 2), min(_WIDEST, len(table.head[column]) + 2))
