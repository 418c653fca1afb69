"""One order of a file as far as it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from app.domain.documents import LineDocument
from app.intake.cells import CellError
from app.intake.values import Identity, RawRow, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.documents import OrderDocument

T = TypeVar("T")


class Line(NamedTuple):
    """A line as it was read; its fields as in LineDocument."""

    sku: str
    name: str
    quantity: int
    barcode: str = ""
    note: str = ""
    key: str = ""
    lot: str = ""
    serial: str = ""
    soft: bool = False


@dataclass(frozen=True)
class Aside:
    """Why an order without faults is no work for the bench. Its lines count as `treatment`.

    ending: a cancelled document, for an order that the centre knows: nobody goes on with it.
    """

    reason: str
    treatment: str
    ending: OrderDocument | None = None


@dataclass(slots=True)
class Draft:
    """One order as far as it was read.

    identity: what is known of it by now, so that a faulty order is still known by name.
    line_count: lines of the file that belong to it. dropped: how many of them were dropped because
    the order is cancelled. remarks: treatments of the order itself, which count if it is accepted.
    repeats: lines that are in the file twice. rank: where a file itself says which of two versions
    is later (created, updated, deleted), the larger one is. places: goods -> place in `lines`,
    where equal lines are merged.
    """

    key: str
    rows: list[tuple[int, Any]] = field(default_factory=list)
    head: Any = None
    identity: Identity | None = None
    lines: list[Line] = field(default_factory=list)
    charges: list[tuple[str, str, int]] = field(default_factory=list)
    problems: list[Rejected] = field(default_factory=list)
    asides: list[tuple[RawRow, str]] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    line_count: int = 0
    merged: int = 0
    dropped: int = 0
    repeats: int = 0
    rank: int = 0
    remarks: list[str] = field(default_factory=list)
    places: dict[Any, int] = field(default_factory=dict)

    def merge(self, line: Line) -> None:
        """Add a line to the one that wants the same goods; no line of one unit becomes one of two.

        An order may have a thousand lines, so the place of each kind of goods is kept.
        """
        goods = (line.sku, line.note, line.lot, line.soft)
        at = len(self.lines) if line.serial else self.places.setdefault(goods, len(self.lines))
        if at == len(self.lines):
            self.lines.append(line)
            return
        known = self.lines[at]
        self.lines[at] = known._replace(quantity=known.quantity + line.quantity)
        self.merged += 1

    def drop_lines(self) -> None:
        """Forget the lines and their faults: an order that we do not ship need not be complete."""
        self.dropped = self.line_count - self.repeats
        self.merged = 0
        for found in (self.lines, self.charges, self.asides, self.problems, self.places):
            found.clear()

    def problem(self, row: int, error: CellError) -> None:
        self.problems.append(Rejected(row, error.column, error.value, error.reason))

    def read(
        self, parse: Callable[..., T], column: str, value: Any, *more: Any, or_else: T, row: int = 0
    ) -> T:
        """The value of a cell; a cell that cannot be used is noted, and `or_else` given.

        So all faults of an order are told. row: of the cell, 0 = the order's first row.
        """
        try:
            return parse(column, value, *more)
        except CellError as error:
            self.problem(row or self.rows[0][0], error)
            return or_else

    def documents(self) -> tuple[LineDocument, ...]:
        return tuple(LineDocument(i, **one._asdict()) for i, one in enumerate(self.lines, start=1))
