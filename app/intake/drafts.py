"""Collects the rows of a file into orders, and accepts, rejects or sets aside each order.

A bad row rejects its whole order: an order without one of its lines must not be shipped as if it
were complete.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.documents import LineDocument
from app.intake.cells import CellError
from app.intake.values import Parsed, RawRow, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.documents import OrderDocument

Line = tuple[str, str, int, str]
"""sku, name, quantity, barcode"""

NO_GOODS = "no goods to ship"


@dataclass(frozen=True)
class Aside:
    """Why an order without faults is no work for the bench. Its lines count as `treatment`."""

    reason: str
    treatment: str


@dataclass(slots=True)
class Draft:
    """One order as far as it was read.

    line_count: lines of the file that belong to it. dropped: how many of them were dropped because
    the order is cancelled. remarks: treatments of the order itself, which count if it is accepted.
    """

    key: str
    rows: list[tuple[int, Any]] = field(default_factory=list)
    head: Any = None
    lines: list[Line] = field(default_factory=list)
    charges: list[tuple[str, str, int]] = field(default_factory=list)
    problems: list[Rejected] = field(default_factory=list)
    asides: list[tuple[RawRow, str]] = field(default_factory=list)
    line_count: int = 0
    merged: int = 0
    dropped: int = 0
    remarks: list[str] = field(default_factory=list)

    def drop_lines(self) -> None:
        """Forget the lines and their faults: an order that we do not ship need not be complete."""
        self.dropped = self.line_count
        self.merged = 0
        for found in (self.lines, self.charges, self.asides, self.problems):
            found.clear()

    def problem(self, row: int, error: CellError) -> None:
        self.problems.append(Rejected(row, error.column, error.value, error.reason))

    def documents(self) -> tuple[LineDocument, ...]:
        return tuple(LineDocument(i, *line) for i, line in enumerate(self.lines, start=1))


class OrderBook:
    """Collects drafts, and in the end writes what became of them into `parsed`.

    build: makes the document of a complete draft; raises CellError.
    is_over: whether a draft is cancelled or shipped already. Its bad lines then do not matter: a
        missing SKU must not make us miss a cancellation.
    """

    def __init__(
        self,
        parsed: Parsed,
        build: Callable[[Draft], OrderDocument | Aside],
        is_over: Callable[[Draft], bool] | None = None,
    ) -> None:
        self.parsed = parsed
        self._build = build
        self._is_over = is_over
        self._drafts: dict[str, Draft] = {}
        self._done: dict[tuple[str, str], tuple[OrderDocument, Draft]] = {}
        self._last: Draft | None = None

    def draft(self, key: str) -> Draft:
        """The draft of this key, a new one at the first call."""
        found = self._drafts.get(key)
        if found is None:
            found = self._drafts[key] = Draft(key)
        self._last = found
        return found

    def add_row(self, key: str, row: int, cells: tuple[str, ...]) -> Draft:
        """Note a CSV row as a line of the order of this key; the order's draft."""
        draft = self.draft(key)
        draft.rows.append((row, cells))
        draft.line_count += 1
        if len(cells) > len(self.parsed.header):
            draft.problem(row, CellError("", cells[-1], "has more cells than the header"))
        return draft

    def orphan(self, column: str, row: int, cells: tuple[str, ...]) -> None:
        """Note a row that names no order. The order above may miss it, so that is rejected, too."""
        above = self._last
        draft = self._drafts[f"\0{row}"] = Draft("", [(row, cells)], line_count=1)
        draft.problem(row, CellError(column, "", "is missing"))
        if above is not None:
            reason = f"row {row} below names no order and may belong to this one"
            above.problem(above.rows[-1][0], CellError(column, above.key, reason))

    def finish(self) -> Parsed:
        for draft in self._drafts.values():
            self._close(draft)
        self._drafts.clear()
        self.parsed.documents.extend(order for order, _ in self._done.values())
        self.parsed.treatments = +self.parsed.treatments  # drops counts of zero
        self.parsed.rejected.sort(key=lambda one: one.row)
        self.parsed.rejected_rows.sort(key=lambda one: one.row)
        self.parsed.set_aside.sort(key=lambda one: one.row)
        return self.parsed

    def _close(self, draft: Draft) -> None:
        if draft.problems and draft.head and self._is_over and self._is_over(draft):
            draft.drop_lines()
        if draft.problems:
            self._reject(draft)
            return
        try:
            made = self._build(draft)
        except CellError as error:
            draft.problem(draft.rows[0][0], error)
            self._reject(draft)
            return
        if isinstance(made, Aside):
            self._set_aside(draft, made.reason)
            self.parsed.treatments[made.treatment] += draft.line_count
        else:
            self._accept(made, draft)

    def _accept(self, order: OrderDocument, draft: Draft) -> None:
        known = self._done.get((order.channel, order.ref))
        if known is not None and not (order.cancelled or known[0].cancelled):
            self._repeated(order, draft, *known)
            return
        treatments = self.parsed.treatments
        treatments["non_stock_lines"] += len(draft.charges)
        treatments["merged_repeats"] += draft.merged
        treatments["cancellation_lines"] += draft.dropped
        treatments.update(draft.remarks)
        for raw, treatment in draft.asides:
            self.parsed.set_aside.append(raw)
            treatments[treatment] += 1
        self.parsed.lines_used += len(draft.lines)
        if not order.lines and not order.cancelled:
            treatments["orders_without_goods"] += 1
            alone = {raw.row for raw, _ in draft.asides}
            self._set_aside(draft, NO_GOODS, alone)
        elif known is not None:  # an order and its cancellation, in either order
            whole = order if order.lines else known[0]
            self._done[order.channel, order.ref] = (replace(whole, cancelled=True), draft)
        else:
            self._done[order.channel, order.ref] = (order, draft)

    def _repeated(
        self, order: OrderDocument, draft: Draft, first: OrderDocument, before: Draft
    ) -> None:
        if order == first:
            self.parsed.treatments["repeated_rows"] += draft.line_count
            self.parsed.treatments["repeated_orders"] += 1
            return
        row, row_before = draft.rows[0][0], before.rows[0][0]
        draft.problem(row, _contradiction(order.ref, row_before))
        before.problem(row_before, _contradiction(order.ref, row))
        del self._done[order.channel, order.ref]
        self._take_back(before)
        self._reject(before)
        self._reject(draft)

    def _take_back(self, draft: Draft) -> None:
        """Undo the counting of an accepted order."""
        self.parsed.lines_used -= len(draft.lines)
        self.parsed.treatments["non_stock_lines"] -= len(draft.charges)
        self.parsed.treatments["merged_repeats"] -= draft.merged
        self.parsed.treatments["cancellation_lines"] -= draft.dropped
        self.parsed.treatments.subtract(draft.remarks)
        for raw, treatment in draft.asides:
            self.parsed.set_aside.remove(raw)
            self.parsed.treatments[treatment] -= 1

    def _reject(self, draft: Draft) -> None:
        self.parsed.rejected.extend(draft.problems)
        self.parsed.lines_rejected += draft.line_count
        reasons: dict[int, list[Rejected]] = {}
        for problem in draft.problems:
            reasons.setdefault(problem.row, []).append(problem)
        for row, content in draft.rows:
            here = reasons.get(row, [])
            columns = "; ".join(one.column for one in here)
            why = "; ".join(f"{one.column} {one.reason}".strip() for one in here)
            self.parsed.rejected_rows.append(RawRow(row, content, columns, why))

    def _set_aside(self, draft: Draft, reason: str, without: set[int] | None = None) -> None:
        for row, content in draft.rows:
            if without is None or row not in without:
                self.parsed.set_aside.append(RawRow(row, content, "", reason))


def _contradiction(ref: str, other: int) -> CellError:
    return CellError("ref", ref, f"differs from the same order in row {other}")
