"""Reads any CSV with one order line per row, by a column map.

What is done with a row is counted in `Parsed.treatments` (see values.LINE_TREATMENTS):
* A row that the map filters out by its values, or the sum below a report, is set aside.
* A credit note is set aside, or cancels the order that its reference names.
* A line with a negative quantity is set aside as a stock correction.
* A code of the map's `non_stock` becomes a charge of the order.
* The quantities of a repeated SKU are added up.
* A customer without a name gets the map's name for guests; the order is released all the same.
* An order without goods is set aside with all its rows.

The first row gives an order's columns; a later row may leave them empty. A later row with another
customer or country rejects the order. Another time does not, since some shops stamp each line.
"""

from __future__ import annotations

from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells, map_check, shop_rules
from app.intake.cells import CellError
from app.intake.columns import PARSERS
from app.intake.drafts import Aside, Draft, Line
from app.intake.fields import Fields, Filter, number
from app.intake.order_book import OrderBook
from app.intake.order_columns import ADDRESS, HEAD, LINE, of_one_unit
from app.intake.repeats import Repeats
from app.intake.table import Layout, is_total, open_table
from app.intake.values import Identity, RawRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.intake.column_map import ColumnMap
    from app.intake.table import Row, Table
    from app.intake.values import Parsed, ReadOptions

T = TypeVar("T")
NEEDED = ("ref", "sku", "quantity", "placed_at")
FIELDS = tuple(c.name for c in (*HEAD, *ADDRESS, *LINE) if c.name != "cancelled")
_LINE_FIELDS = {column.name for column in LINE}
_PINS = {"lot": "lot or serial", "serial": "lot or serial", "soft": "yes/no"}
_ENDED = {"cancelled": "nothing_left_lines", "shipped": "fulfilled_lines"}


def read(path: Path, options: ReadOptions) -> Parsed:
    """Read a file. Raises IntakeError."""
    given = map_check.load(options.column_map)
    given.require(NEEDED, FIELDS)
    with open_table(path, layout_of(given), options.progress) as table:
        reader = _Reader(given, options.channel, table)
        parsed = table.begin("csv")
        book = OrderBook(parsed, reader.build)
        reader.rows(table, book)
        table.end(parsed)
        return book.finish()


def layout_of(given: ColumnMap) -> Layout:
    return Layout(given.needed, given.delimiter, given.encoding, given.quoting)


class _Reader:
    """Reads one file. Its inner loop runs once per row, so it does little."""

    def __init__(self, given: ColumnMap, channel: str, table: Table) -> None:
        self._map = given
        self._rules = given.rules
        self._channel = channel
        self._exact = frozenset(code for code in given.rules.non_stock if not code.endswith("*"))
        self._starts = tuple(code[:-1] for code in given.rules.non_stock if code.endswith("*"))
        self._fields = fields = Fields(given, table.header)
        self._filter = Filter(given, table.header)
        self._status_at = fields.at.get(given.status.column)
        self._sku, self._quantity = fields.take("sku"), fields.take("quantity")
        self._name, self._barcode = fields.take("name"), fields.take("barcode")
        self._note, self._key = fields.take("line_note"), fields.take("line_id")
        self._pins = {name: fields.take(name) for name in _PINS if name in fields}
        steady = set(given.columns) - _LINE_FIELDS - {"placed_at"}
        self._steady = tuple(sorted({at for name in steady for at in fields.places(name)}))
        self._begins = tuple({*self._steady, *fields.places("placed_at")} - {*fields.places("ref")})

    def rows(self, table: Table, book: OrderBook) -> None:
        take_ref, above, repeats = self._fields.take("ref"), "", Repeats()
        filtered, merges = bool(self._map.set_aside or self._map.only), self._merges
        for row, raw in table.rows:
            content = tuple(map(intern, raw))
            reason = self._filter.reason(content) if filtered else ""
            ref = take_ref(content).strip()
            if not ref and is_total(content):
                reason = reason or "the sum of a report"
            if reason:
                book.parsed.treatments["filtered_rows"] += 1
                book.parsed.set_aside.append(RawRow(row, content, "", reason))
                continue
            if not ref and self._rules.blank_ref == "above":
                ref = above
            if not ref:
                book.orphan(self._fields.shown("ref"), row, content)
                continue
            above = ref
            draft = book.add_row(ref, row, content)
            begins = any(content[at] for at in self._begins)
            if not merges and repeats.again(ref, content, begins=begins):
                draft.repeats += 1
            else:
                self._take(draft, row, content)

    @property
    def _merges(self) -> bool:
        """Equal rows are added up, as the map wants it for repeated SKUs."""
        return self._rules.repeated_sku == "merge"

    def _problem(self, draft: Draft, row: int, error: CellError) -> None:
        shown = self._fields.shown(error.column) if error.column in self._fields else error.column
        draft.problem(row, CellError(shown, error.value, error.reason))

    def _take(self, draft: Draft, row: int, content: Row) -> None:
        if draft.head is None:
            draft.head = content
            draft.identity = self._identity(draft)
        else:
            self._contradiction(draft, row, content)
        if self._is_credit(draft.key) or self._ended(draft, row, content):
            return
        try:
            self._take_line(draft, row, content)
        except CellError as first:
            faults = {error.column: error for error in (first, *self._line_faults(content))}
            for error in faults.values():
                self._problem(draft, row, error)

    def _take_line(self, draft: Draft, row: int, content: Row) -> None:
        given = number(self._quantity(content), self._map.numbers)
        sku = intern(cells.code("sku", self._sku(content)))
        name = cells.text("name", self._name(content))
        units = cells.whole("quantity", given)
        if units <= 0 and (reason := self._no_units(units)):
            treatment = "negative_adjustments" if units else "nothing_left_lines"
            draft.asides.append((RawRow(row, content, "", reason), treatment))
        elif sku in self._exact or (self._starts and sku.startswith(self._starts)):
            draft.charges.append((sku, name or sku, units))
        else:
            cells.quantity("quantity", given)
            if not name and self._rules.missing_name == "reject":
                raise CellError("name", "", "is missing")
            barcode = cells.text("barcode", self._barcode(content))
            note = cells.note("line_note", self._note(content))
            key = self._key(content)
            key = cells.code("line_id", key) if key.strip() else ""
            line = Line(sku, intern(name or sku), units, barcode, note, key)
            line = self._pinned(line, content) if self._pins else line
            if self._merges:
                draft.merge(line)
            else:
                draft.lines.append(line)

    def _pinned(self, line: Line, content: Row) -> Line:
        """The line with the lot or the unit that it wants."""
        told = {
            name: PARSERS[_PINS[name]](name, take(content)) for name, take in self._pins.items()
        }
        return of_one_unit(line._replace(**told))

    def _line_faults(self, content: Row) -> list[CellError]:
        """All that is wrong with a line of which something is."""
        units = number(self._quantity(content), self._map.numbers)
        cells_of = (
            ("sku", cells.code, self._sku(content)),
            ("quantity", cells.quantity, units),
            ("name", cells.text, self._name(content)),
            ("barcode", cells.text, self._barcode(content)),
            ("line_note", cells.note, self._note(content)),
            *((name, PARSERS[_PINS[name]], take(content)) for name, take in self._pins.items()),
        )
        found = []
        for name, parse, value in cells_of:
            try:
                parse(name, value)
            except CellError as error:
                found.append(error)
        return found

    def _no_units(self, units: int) -> str:
        """Why a line without units is set aside, "" = it is not."""
        if units == 0:
            return "nothing of this line is left" if self._rules.zero == "set_aside" else ""
        if self._rules.negative == "set_aside":
            return "negative quantity: a stock correction, not an order"
        return ""

    def _ended(self, draft: Draft, row: int, content: Row) -> bool:
        """Whether the row's status leaves nothing of it to do; what else it says is noted."""
        if self._status_at is None:
            return False
        word = content[self._status_at].strip()
        meaning = self._map.status.meaning(word)
        column = self._map.status.column
        if meaning == "hold":
            draft.holds.append(f'{column} is "{cells.shown(word)}"')
        elif meaning == "reject":
            draft.problem(row, CellError(column, cells.shown(word), "is a word the map has not"))
        if meaning in ("ship", "hold", "reject"):
            return False
        reason = f"{column} is {cells.shown(word)}"
        treatment = _ENDED.get(meaning, "filtered_rows")
        draft.asides.append((RawRow(row, content, "", reason), treatment))
        return True

    def _contradiction(self, draft: Draft, row: int, content: Row) -> None:
        for at in self._steady:
            if content[at] != draft.head[at] and content[at].strip():
                reason = f"differs from row {draft.rows[0][0]} of the same order"
                names = [name for name, place in self._fields.at.items() if place == at]
                draft.problem(row, CellError(names[0], cells.shown(content[at]), reason))
                return

    def _is_credit(self, ref: str) -> bool:
        prefix = self._rules.credit_note_prefix
        return bool(prefix) and ref.startswith(prefix) and ref != prefix

    # --- the order --------------------------------------------------------------------------------

    def build(self, draft: Draft) -> OrderDocument | Aside:
        try:
            return self._order(draft)
        except CellError as error:
            column = self._fields.shown(error.column) if error.column in self._fields else ""
            raise CellError(column or error.column, error.value, error.reason) from None

    def _order(self, draft: Draft) -> OrderDocument | Aside:
        ref, credited = draft.key, self._is_credit(draft.key)
        if credited and self._rules.credit_notes == "set_aside":
            return Aside("a credit note that names no order", "credit_note_lines")
        if credited:
            ref = ref.removeprefix(self._rules.credit_note_prefix)
            draft.drop_lines()
        ended = "" if credited else self._all_ended(draft)
        customer = self._customer(draft)
        priority = self._read(draft, "priority", cells.count, self._cell(draft, "priority"))
        placed_at = self._moment("placed_at", draft)  # last: it ends the reading where it is wrong
        if placed_at is None:
            raise CellError("placed_at", "", "is missing")
        service = self._text(draft, "service")
        pickup = self._text(draft, "pickup")
        document = OrderDocument(
            channel=self._channel or self._text(draft, "channel") or self._map.channel,
            ref=self._read(draft, "ref", cells.code, ref),
            placed_at=placed_at,
            customer=customer,
            lines=draft.documents(),
            cut_off=self._moment("cut_off", draft),
            priority=int(priority or 0),
            cancelled=credited or ended == "cancelled",
            charges=tuple(draft.charges),
            carrier=self._text(draft, "carrier"),
            service=service,
            note=self._read(draft, "note", cells.note, self._cell(draft, "note")),
            shop_id=self._id(draft, "shop_id"),
            changed_at=self._moment("changed_at", draft),
            gift_message=self._read(
                draft, "gift_message", cells.note, self._cell(draft, "gift_message")
            ),
            pickup=shop_rules.is_pickup(service, pickup) or cells.yes_or("pickup", pickup),
            tags=shop_rules.tags(self._text(draft, "tags")),
            complete=self._parsed(draft, "complete", cells.yes_if_told, None),
            life_days=self._parsed(draft, "life_days", cells.days, 0),
            owner=self._id(draft, "owner"),
        )
        if ended == "shipped":
            draft.asides.clear()
            ending = replace(document, cancelled=True, lines=(), hold=shop_rules.SHIPPED)
            return Aside(shop_rules.SHIPPED, "fulfilled_lines", ending)
        if ended:
            draft.drop_lines()
            return replace(document, lines=(), hold=self._ended_as(draft))
        return replace(document, hold=self._hold(draft, document))

    def _all_ended(self, draft: Draft) -> str:
        """ "cancelled" or "shipped" where every row's status says so, "" otherwise."""
        if self._status_at is None or draft.lines or draft.charges or draft.problems:
            return ""
        status, at = self._map.status, self._status_at
        meanings = {status.meaning(content[at]) for _, content in draft.rows}
        if not meanings <= set(_ENDED):
            return ""
        return "shipped" if "shipped" in meanings else "cancelled"

    def _ended_as(self, draft: Draft) -> str:
        assert self._status_at is not None
        word = draft.head[self._status_at].strip()
        return f"{self._map.status.column} is {cells.shown(word)}"

    def _hold(self, draft: Draft, document: OrderDocument) -> str:
        no_address = self._rules.no_address == "hold" and not document.pickup
        return shop_rules.holds(
            self._text(draft, "hold"),
            *draft.holds,
            shop_rules.address_hold(document.customer) if no_address else "",
        )

    def _identity(self, draft: Draft) -> Identity | None:
        try:
            placed_at = self._moment("placed_at", draft)
            changed_at = self._moment("changed_at", draft)
        except CellError:
            placed_at = changed_at = None
        channel = self._channel or self._cell(draft, "channel").strip() or self._map.channel
        shop_id = self._cell(draft, "shop_id").strip()
        return Identity(channel, draft.key, shop_id, placed_at, changed_at)

    def _customer(self, draft: Draft) -> Address:
        parts = {
            column.name: self._read(
                draft, column.name, PARSERS[column.type], self._cell(draft, column.name)
            )
            for column in ADDRESS
            if column.name not in ("country", "customer_name", "street")
        }
        street = self._read(draft, "street", cells.note, self._cell(draft, "street"))
        given, names = self._cell(draft, "country"), self._map.countries
        country = self._read(draft, "country", lambda c, v: cells.country(c, v, names), given)
        return Address(name=self._customer_name(draft), street=street, country=country, **parts)

    def _customer_name(self, draft: Draft) -> str:
        name = self._text(draft, "customer_name")
        if name:
            return intern(f"{self._rules.customer_prefix}{name}")
        draft.remarks.append("anonymous_customers")
        return self._rules.missing_customer

    def _cell(self, draft: Draft, name: str) -> str:
        return self._fields.take(name)(draft.head)

    def _text(self, draft: Draft, name: str) -> str:
        return self._read(draft, name, cells.text, self._cell(draft, name))

    def _id(self, draft: Draft, name: str) -> str:
        value = self._cell(draft, name)
        return self._read(draft, name, cells.code, value) if value.strip() else ""

    def _read(self, draft: Draft, name: str, parse: Any, value: str) -> str:
        shown = self._fields.shown(name) if name in self._fields else name
        return str(draft.read(parse, shown, value, or_else=""))

    def _parsed(self, draft: Draft, name: str, parse: Callable[[str, str], T], or_else: T) -> T:
        shown = self._fields.shown(name) if name in self._fields else name
        return draft.read(parse, shown, self._cell(draft, name), or_else=or_else)

    def _moment(self, name: str, draft: Draft) -> datetime | None:
        """The time in a field; None where there is none, or a word that means so."""
        value = self._cell(draft, name).strip()
        if not value or value in self._map.no_date:
            return None
        return cells.moment(name, value, self._map.zone, self._map.formats)
