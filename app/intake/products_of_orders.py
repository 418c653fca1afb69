"""Reads products from a file of order lines, by a column map for orders.

Each SKU becomes one product. Its name is the most frequent one in the file, since people also write
"damaged" into that column; of equally frequent names it is the latest. Rows with a code that is no
goods or with a negative quantity name no product and are set aside.
"""

from __future__ import annotations

from collections import Counter
from sys import intern
from typing import TYPE_CHECKING

from app.domain.documents import ProductDocument
from app.intake import cells
from app.intake.cells import CellError
from app.intake.fields import Fields, Filter
from app.intake.mapped_csv import layout_of
from app.intake.table import open_table
from app.intake.values import RawRow, Rejected

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.column_map import ColumnMap
    from app.intake.table import Row
    from app.intake.values import Parsed, ReadOptions


def read(path: Path, options: ReadOptions, given: ColumnMap) -> Parsed:
    """Read a file. Raises IntakeError. The map's defaults are for orders and are not used."""
    given.require(("sku",), tuple(given.columns) + tuple(given.last_resort) + tuple(given.defaults))
    with open_table(path, layout_of(given), options.progress) as table:
        articles = _Articles(given, Fields(given, table.header), table.begin("csv"))
        left_out = Filter(given, table.header)
        for row, content in table.rows:
            articles.add(row, content, left_out.reason(content))
        table.end(articles.parsed)
    return articles.finish()


class _Articles:
    def __init__(self, given: ColumnMap, fields: Fields, parsed: Parsed) -> None:
        self.parsed = parsed
        self._fields = fields
        self._none = frozenset(code for code in given.rules.non_stock if not code.endswith("*"))
        self._starts = tuple(code[:-1] for code in given.rules.non_stock if code.endswith("*"))
        self._names: dict[str, Counter[str]] = {}
        self._barcodes: dict[str, dict[str, None]] = {}

    def add(self, row: int, content: Row, left_out: str) -> None:
        """left_out: why the map leaves this row out, "" = it does not."""
        parsed = self.parsed
        try:
            aside = ("filtered_rows", left_out) if left_out else self._take(content)
        except CellError as error:
            known = error.column in self._fields
            column = self._fields.shown(error.column) if known else error.column
            parsed.rejected.append(Rejected(row, column, error.value, error.reason))
            why = f"{column} {error.reason}"
            parsed.rejected_rows.append(RawRow(row, content, column, why))
            parsed.lines_rejected += 1
            return
        if aside is not None:
            treatment, reason = aside
            parsed.treatments[treatment] += 1
            parsed.set_aside.append(RawRow(row, tuple(map(intern, content)), "", reason))

    def _take(self, content: Row) -> tuple[str, str] | None:
        """Take a row. (treatment, reason) where it names no product."""
        take = self._fields.take
        if len(content) > len(self.parsed.header):
            raise CellError("", content[-1], "has more cells than the header")
        sku = cells.code("sku", take("sku")(content))
        if sku in self._none or (self._starts and sku.startswith(self._starts)):
            return "non_stock_lines", "no goods"
        quantity = take("quantity")(content).strip()
        if quantity.startswith("-"):
            return "negative_adjustments", "negative quantity: a return or a stock correction"
        name = cells.text("name", take("name")(content))
        barcode = cells.text("barcode", take("barcode")(content))
        if sku in self._names:
            self.parsed.treatments["merged_repeats"] += 1
        else:
            self._names[sku], self._barcodes[sku] = Counter(), {}
        if name:
            # Put at the end again, so that the latest of equally frequent names comes last.
            names = self._names[sku]
            names[name] = names.pop(name, 0) + 1
        if barcode:
            self._barcodes[sku][barcode] = None
        return None

    def finish(self) -> Parsed:
        for sku, names in self._names.items():
            most = max(names.values(), default=0)
            name = next((name for name in reversed(names) if names[name] == most), sku)
            codes = tuple(self._barcodes[sku])
            self.parsed.documents.append(ProductDocument(sku, name, codes))
        self.parsed.lines_used = len(self.parsed.documents)
        self.parsed.treatments = +self.parsed.treatments
        return self.parsed
