"""Reads any CSV with one order line per row, by a column map.

What is done with a row is counted in `Parsed.treatments` (see values.LINE_TREATMENTS):
* A credit note is set aside, or cancels the order that its reference names.
* A line with a negative quantity is set aside as a stock correction.
* A code of the map's `non_stock` becomes a charge of the order.
* The quantities of a repeated SKU are added up.
* A customer without a name gets the map's name for guests; the order is released all the same.
* An order without goods is set aside with all its rows.

The first row gives an order's customer and time. A later row with another customer or country
rejects the order. Another time does not, since some shops stamp each line.
"""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING, Any

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells, column_map
from app.intake.cells import CellError
from app.intake.drafts import Aside, Draft
from app.intake.order_book import OrderBook
from app.intake.order_columns import ADDRESS, HEAD, LINE
from app.intake.table import open_table
from app.intake.values import RawRow

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.column_map import ColumnMap
    from app.intake.drafts import Line
    from app.intake.table import Row
    from app.intake.values import Parsed, ReadOptions

NEEDED = ("ref", "sku", "quantity", "placed_at")
FIELDS = tuple(c.name for c in (*HEAD, *ADDRESS, *LINE) if c.name not in ("cancelled", "channel"))
_TEXTS = ("carrier", "service", "note", "hold")
_LINE_FIELDS = {column.name for column in LINE}


def read(path: Path, options: ReadOptions) -> Parsed:
    """Read a file. Raises IntakeError."""
    given = column_map.load(options.column_map)
    given.require(NEEDED, FIELDS)
    return _Reader(given, options.channel or given.channel).read(path, options)


class _Reader:
    """Reads one file. Its inner loop runs once per row, so it does little."""

    def __init__(self, given: ColumnMap, channel: str) -> None:
        self._map = given
        self._rules = given.rules
        self._channel = channel
        self._exact = frozenset(code for code in given.rules.non_stock if not code.endswith("*"))
        self._starts = tuple(code[:-1] for code in given.rules.non_stock if code.endswith("*"))
        self._at: dict[str, int] = {}
        self._head_at: tuple[int, ...] = ()

    def read(self, path: Path, options: ReadOptions) -> Parsed:
        given = self._map
        with open_table(
            path, delimiter=given.delimiter, encoding=given.encoding, progress=options.progress
        ) as table:
            table.require(list(given.columns.values()))
            self._at = {name: table.header.index(col) for name, col in given.columns.items()}
            steady = set(given.columns) - _LINE_FIELDS - {"placed_at"}
            self._head_at = tuple(self._at[name] for name in sorted(steady))
            parsed = table.begin("csv", given.delimiter, given.encoding)
            book = OrderBook(parsed, self._build)
            self._rows(table.rows, book)
            table.end(parsed)
        return book.finish()

    def _rows(self, rows: Any, book: OrderBook) -> None:
        ref_at, columns = self._at["ref"], self._map.columns
        for row, raw in rows:
            content = tuple(map(intern, raw))
            ref = content[ref_at].strip()
            if not ref:
                book.orphan(columns["ref"], row, content)
                continue
            draft = book.add_row(ref, row, content)
            try:
                self._take(draft, row, content)
            except CellError as error:
                column = columns.get(error.column, error.column)
                draft.problem(row, CellError(column, error.value, error.reason))

    def _take(self, draft: Draft, row: int, content: Row) -> None:
        if draft.head is None:
            draft.head = content
        elif any(content[i] != draft.head[i] for i in self._head_at):
            self._contradiction(draft, content)
        if self._is_credit(draft.key):
            return
        at = self._at
        sku = intern(cells.code("sku", content[at["sku"]]))
        units = cells.whole("quantity", content[at["quantity"]])
        name = cells.text("name", content[at["name"]]) if "name" in at else ""
        if units < 0 and self._rules.negative == "set_aside":
            raw = RawRow(row, content, "", "negative quantity: a stock correction, not an order")
            draft.asides.append((raw, "negative_adjustments"))
        elif sku in self._exact or (self._starts and sku.startswith(self._starts)):
            draft.charges.append((sku, name or sku, units))
        else:
            cells.quantity("quantity", content[at["quantity"]])
            if not name and self._rules.missing_name == "reject":
                raise CellError("name", "", "is missing")
            barcode = cells.text("barcode", content[at["barcode"]]) if "barcode" in at else ""
            self._add(draft, (sku, intern(name or sku), units, barcode, "", ""))

    def _add(self, draft: Draft, line: Line) -> None:
        if self._rules.repeated_sku == "merge":
            for i, known in enumerate(draft.lines):
                if known[0] == line[0]:
                    draft.lines[i] = (*known[:2], known[2] + line[2], *known[3:])
                    draft.merged += 1
                    return
        draft.lines.append(line)

    def _contradiction(self, draft: Draft, content: Row) -> None:
        for name, at in self._at.items():
            if at in self._head_at and content[at] != draft.head[at]:
                reason = f"differs from row {draft.rows[0][0]} of the same order"
                raise CellError(name, cells.shown(content[at]), reason)

    def _is_credit(self, ref: str) -> bool:
        prefix = self._rules.credit_note_prefix
        return bool(prefix) and ref.startswith(prefix) and ref != prefix

    def _build(self, draft: Draft) -> OrderDocument | Aside:
        try:
            return self._order(draft)
        except CellError as error:
            column = self._map.columns.get(error.column, error.column)
            raise CellError(column, error.value, error.reason) from None

    def _order(self, draft: Draft) -> OrderDocument | Aside:
        ref, cancelled = cells.code("ref", draft.key), self._is_credit(draft.key)
        if cancelled and self._rules.credit_notes == "set_aside":
            return Aside("a credit note that names no order", "credit_note_lines")
        if cancelled:
            ref = ref.removeprefix(self._rules.credit_note_prefix)
            draft.drop_lines()
        texts = {name: cells.text(name, self._cell(draft, name)) for name in _TEXTS}
        cut_off = self._cell(draft, "cut_off")
        return OrderDocument(
            channel=self._channel,
            ref=ref,
            placed_at=self._moment("placed_at", self._cell(draft, "placed_at")),
            customer=self._customer(draft),
            lines=draft.documents(),
            cut_off=self._moment("cut_off", cut_off) if cut_off.strip() else None,
            priority=cells.count("priority", self._cell(draft, "priority")),
            cancelled=cancelled,
            charges=tuple(draft.charges),
            carrier=texts["carrier"],
            service=texts["service"],
            note=texts["note"],
            hold=texts["hold"],
        )

    def _customer(self, draft: Draft) -> Address:
        parts = {
            column.name: cells.text(column.name, self._cell(draft, column.name))
            for column in ADDRESS
            if column.name not in ("country", "customer_name")
        }
        country = self._cell(draft, "country")
        return Address(
            name=self._customer_name(draft),
            country=cells.country("country", country, self._map.countries),
            **parts,
        )

    def _customer_name(self, draft: Draft) -> str:
        name = cells.text("customer_name", self._cell(draft, "customer_name"))
        if name:
            return intern(f"{self._rules.customer_prefix}{name}")
        draft.remarks.append("anonymous_customers")
        return self._rules.missing_customer

    def _cell(self, draft: Draft, name: str) -> str:
        at = self._at.get(name)
        value = "" if at is None else draft.head[at]
        if self._map.columns.get(name) in self._rules.whole_numbers:
            value = re.sub(r"\.0+$", "", value)
        return value if value.strip() else self._map.defaults.get(name, "")

    def _moment(self, name: str, value: str) -> Any:
        return cells.moment(name, value, self._map.zone, self._map.formats)
