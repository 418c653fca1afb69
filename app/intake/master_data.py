"""Reads master data of all kinds, with one CSV row or JSON object per thing.

Two rows that are equal to the letter count once. Two rows that contradict each other, or claim the
same barcode or badge, are both rejected: nobody knows which is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.pack_codes import same_code
from app.intake import cells, json_file, map_check, products_of_orders
from app.intake.cells import CellError
from app.intake.columns import FileColumn, parse, texts
from app.intake.fields import Fields, Filter, in_grams, number
from app.intake.mapped_csv import layout_of
from app.intake.master_columns import KINDS, PRODUCTS, MasterKind
from app.intake.table import Layout, open_table
from app.intake.values import Parsed, RawRow, ReadOptions, Rejected

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.column_map import Numbers

_HIDDEN = "•••"


def read_csv(what: str, path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    kind = KINDS[what]
    needed = tuple(column.name for column in kind.columns if column.required)
    with open_table(path, Layout(needed, encoding=options.encoding), options.progress) as table:
        shelf = Shelf(kind, table.begin("packbench-csv"), options)
        for row, content in table.rows:
            shelf.add_cells(row, content, dict(zip(table.header, content, strict=False)))
        table.end(shelf.parsed)
    return shelf.finish()


def read_mapped(path: Path, options: ReadOptions) -> Parsed:
    """Read products from any CSV, by a column map. Raises IntakeError."""
    given = map_check.load(options.column_map)
    if "ref" in given.columns:
        return products_of_orders.read(path, options, given)
    given.require(("sku", "name"), tuple(column.name for column in PRODUCTS.columns))
    with open_table(path, layout_of(given), options.progress) as table:
        parsed = table.begin("csv")
        fields = Fields(given, table.header)
        columns = {name: fields.shown(name) for name in given.columns}
        first_wins = given.rules.repeated_sku == "merge"
        shelf = Shelf(PRODUCTS, parsed, options, columns, first_wins=first_wins)
        names = dict.fromkeys((*given.columns, *given.last_resort, *given.defaults))
        left_out = Filter(given, table.header)
        for row, content in table.rows:
            if reason := left_out.reason(content):
                parsed.treatments["filtered_rows"] += 1
                parsed.set_aside.append(RawRow(row, content, "", reason))
                continue
            values = {name: fields.take(name)(content) for name in names}
            shelf.add_cells(row, content, _in_our_units(values, given.numbers))
        table.end(shelf.parsed)
    return shelf.finish()


def _in_our_units(values: dict[str, str], numbers: Numbers) -> dict[str, str]:
    """Whole grams and millimetres, as our own files hold them."""
    for name, value in values.items():
        if name.endswith(("_g", "_mm", "_units")) and value.strip():
            plain = number(value, numbers)
            values[name] = in_grams(plain, numbers.weight) if name.endswith("_g") else plain
    return values


def read_json(what: str, path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    kind = KINDS[what]
    data = json_file.load(path, options)
    shelf = Shelf(kind, Parsed("packbench-json"), options)
    for index, entry in enumerate(json_file.entries(data, (what,), kind.key), start=1):
        shelf.parsed.lines += 1
        shelf.add_entry(index, entry)
    return shelf.finish()


class Shelf:
    """Collects the rows of one file, and finds repeats and contradictions among them."""

    def __init__(
        self,
        kind: MasterKind,
        parsed: Parsed,
        options: ReadOptions,
        columns: dict[str, str] | None = None,
        *,
        first_wins: bool = False,
    ) -> None:
        self.parsed = parsed
        self._kind = kind
        self._lot_tracked = options.lot_tracked
        self._taken = options.taken
        self._columns = columns or {}
        self._first_wins = first_wins
        self._secrets = {one.name for one in kind.columns if one.type in {"secret", "pin"}}
        self._rows: dict[int, tuple[Any, Any]] = {}  # row: (content, document)
        self._by_key: dict[tuple[str, ...], int] = {}
        self._claimed: dict[str, tuple[int, str]] = {}  # code: (row, column)
        self._problems: dict[int, list[Rejected]] = {}
        self._contents: dict[int, Any] = {}

    def add_cells(self, row: int, content: tuple[str, ...], values: dict[str, str]) -> None:
        if len(content) > len(self.parsed.header):
            self._problem(
                row, content, CellError("", content[-1], "has more cells than the header")
            )
            return
        self._add(row, content, values)

    def add_entry(self, index: int, entry: Any, written: Any = None) -> None:
        """Add a JSON object. written: what the file holds, where that is not the entry itself."""
        whole = entry if written is None else written
        if not isinstance(entry, dict) or not isinstance(whole, dict):
            self._problem(index, whole, CellError("", str(whole)[:60], "is not an object"))
            return
        content = json_file.without_mark(whole)
        good, found = texts(self._kind.columns, entry, lambda e: self._problem(index, content, e))
        values = {name: value for name, value in found.items() if name in entry}
        self._add(index, content, values, good)

    def finish(self) -> Parsed:
        parsed = self.parsed
        self._check_among()
        self._check_elsewhere()
        for row, (_content, document) in self._rows.items():
            if row not in self._problems:
                parsed.documents.append(document)
                parsed.lines_used += 1
        for row, problems in sorted(self._problems.items()):
            why = "; ".join(f"{one.column} {one.reason}".strip() for one in problems)
            columns = "; ".join(one.column for one in problems)
            parsed.rejected.extend(problems)
            parsed.rejected_rows.append(RawRow(row, self._contents[row], columns, why))
            parsed.lines_rejected += 1
        parsed.treatments = +parsed.treatments
        return parsed

    def _add(
        self,
        row: int,
        content: Any,
        values: dict[str, str],
        columns: tuple[FileColumn, ...] | None = None,
    ) -> None:
        untold = [names for names in self._kind.together if names.isdisjoint(values)]
        left_out = frozenset().union(*untold)
        columns = tuple(x for x in columns or self._kind.columns if x.name not in left_out)
        found = parse(columns, values, lambda e: self._problem(row, content, e))
        if row in self._problems:
            return
        try:
            document = self._kind.build(found)
            self._check_lot(document)
        except CellError as error:
            self._problem(row, content, error)
            return
        key = tuple(getattr(document, name) for name in self._kind.key)
        known = self._by_key.setdefault(key, row)
        if known != row:
            self._repeat(row, content, document, known)
            return
        self._rows[row] = (content, document)
        self._claim(row, content, document)

    def _check_lot(self, document: Any) -> None:
        if self._kind.what == "stock" and document.sku in self._lot_tracked and not document.lot:
            raise CellError("lot", "", f"is missing: {document.sku} is kept by lots")

    def _check_among(self) -> None:
        """Compare the documents with each other."""
        rows = {key[0]: row for key, row in self._by_key.items()}
        documents = [document for _content, document in self._rows.values()]
        for key, error in self._kind.among(documents):
            row = rows[key]
            self._problem(row, self._rows[row][0], error)

    def _check_elsewhere(self) -> None:
        """Compare the codes with what they mean at the centre."""
        if self._taken is None:
            return
        inside = frozenset(key[0] for key in self._by_key)
        for row, (content, document) in self._rows.items():
            if row not in self._problems:
                for error in self._taken(document, inside):
                    self._problem(row, content, error)

    def _repeat(self, row: int, content: Any, document: Any, known: int) -> None:
        before, first = self._rows[known]
        if self._first_wins:
            self.parsed.treatments["merged_repeats"] += 1
        elif document == first:
            self.parsed.treatments["repeated_rows"] += 1
        else:
            column = self._kind.key[0]
            value = cells.shown(str(getattr(document, column)))
            self._problem(row, content, CellError(column, value, f"differs from row {known}"))
            self._problem(known, before, CellError(column, value, f"differs from row {row}"))

    def _claim(self, row: int, content: Any, document: Any) -> None:
        for column, value in self._kind.claims(document):
            owner, named = self._claimed.setdefault(same_code(value), (row, column))
            if owner != row:
                shown = _HIDDEN if column in self._secrets else cells.shown(value)
                before = self._rows[owner][0]
                self._problem(row, content, CellError(column, shown, f"is in row {owner} too"))
                self._problem(owner, before, CellError(named, shown, f"is in row {row} too"))

    def _problem(self, row: int, content: Any, error: CellError) -> None:
        column = self._columns.get(error.column, error.column)
        # A value beyond the columns may be a badge that slipped there, so it is not shown.
        secret = error.column in self._secrets or (self._secrets and not error.column)
        value = _HIDDEN if secret and error.value else error.value
        self._contents[row] = content
        found = self._problems.setdefault(row, [])
        found.append(Rejected(row, column, value, error.reason))
