"""Collects the rows of a file into orders, and accepts, rejects or sets aside each order.

A bad row rejects its whole order: an order without one of its lines must not be shipped as if it
were complete. Of several versions of one order the newest counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.same_order import same_order
from app.intake.cells import CellError
from app.intake.drafts import Aside, Draft
from app.intake.values import FaultyOrder, Parsed, RawRow, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.documents import OrderDocument

NO_GOODS = "no goods to ship"
NOTHING_LEFT = "nothing of it is left to ship"


@dataclass(frozen=True)
class _Made:
    """A draft without faults, and what was made of it. aside: it is no work for the bench."""

    document: OrderDocument
    draft: Draft
    aside: Aside | None = None


class OrderBook:
    """Collects drafts, and in the end writes what became of them into `parsed`.

    build: makes the document of a complete draft. It raises CellError or notes problems in the
        draft (then what it returns does not matter).
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
        by_name: dict[tuple[str, str], list[list[_Made]]] = {}
        for draft in self._drafts.values():
            made = self._make(draft)
            if made is not None:
                orders = by_name.setdefault((made.document.channel, made.document.ref), [])
                _with_the_same(orders, made).append(made)
        self._drafts.clear()
        for orders in by_name.values():
            for versions in orders:
                self._settle(versions)
        parsed = self.parsed
        parsed.treatments = +parsed.treatments  # drops counts of zero
        for rows in (parsed.rejected, parsed.rejected_rows, parsed.set_aside):
            rows.sort(key=lambda one: one.row)
        return parsed

    def _make(self, draft: Draft) -> _Made | None:
        """What becomes of a draft; None = it is rejected, or set aside for good."""
        if draft.problems and draft.head and self._over(draft):
            draft.drop_lines()
        made: OrderDocument | Aside | None = None
        if draft.head is not None:
            try:
                made = self._build(draft)
            except CellError as error:
                draft.problem(draft.rows[0][0], error)
        if draft.problems or made is None:
            self._reject(draft)
            return None
        if not isinstance(made, Aside):
            return _Made(made, draft)
        if made.ending is not None:
            return _Made(made.ending, draft, made)
        self._set_aside(draft, made.reason)
        self.parsed.treatments[made.treatment] += draft.line_count
        return None

    def _over(self, draft: Draft) -> bool:
        try:
            return self._is_over is not None and self._is_over(draft)
        except CellError:  # told when the order is built
            return False

    def _settle(self, versions: list[_Made]) -> None:
        """Accept what counts among the versions of one order."""
        different: list[_Made] = []
        for one in versions:
            if any(one.document == other.document for other in different):
                self.parsed.treatments["repeated_rows"] += one.draft.line_count
                self.parsed.treatments["repeated_orders"] += 1
            else:
                different.append(one)
        newest = _newest(different)
        for one in different:
            if not any(one is other for other in newest):
                self.parsed.treatments["superseded_lines"] += one.draft.line_count
        if len(newest) == 1:
            self._accept(newest[0])
        elif any(one.document.cancelled for one in newest):
            self._accept_cancelled(newest)
        else:
            self._contradict(newest)

    def _accept_cancelled(self, versions: list[_Made]) -> None:
        """An order and its cancellation, in either order and without a word of which is newer."""
        gone = next(one for one in versions if one.document.cancelled)
        whole = next((one for one in versions if one.document.lines), gone)
        hold = gone.document.hold
        document = replace(whole.document, cancelled=True, hold=hold)
        for one in versions:
            if one is not whole:
                self.parsed.treatments["cancellation_lines"] += one.draft.line_count
        self._accept(replace(whole, document=document))

    def _accept(self, made: _Made) -> None:
        order, draft, treatments = made.document, made.draft, self.parsed.treatments
        if made.aside is not None:
            self._set_aside(draft, made.aside.reason)
            treatments[made.aside.treatment] += draft.line_count
            self.parsed.endings.append(order)
            return
        treatments["non_stock_lines"] += len(draft.charges)
        treatments["merged_repeats"] += draft.merged
        treatments["cancellation_lines"] += draft.dropped
        treatments["repeated_rows"] += draft.repeats
        treatments.update(draft.remarks)
        for raw, treatment in draft.asides:
            self.parsed.set_aside.append(raw)
            treatments[treatment] += 1
        self.parsed.lines_used += len(draft.lines)
        if order.lines or order.cancelled:
            self.parsed.documents.append(order)
            return
        treatments["orders_without_goods"] += 1
        alone = {raw.row for raw, _ in draft.asides}
        self._set_aside(draft, NO_GOODS, alone)
        self.parsed.endings.append(replace(order, cancelled=True, hold=NOTHING_LEFT))

    def _contradict(self, versions: list[_Made]) -> None:
        first = versions[0].draft.rows[0][0]
        second = versions[1].draft.rows[0][0]
        for one in versions:
            row, ref = one.draft.rows[0][0], one.document.ref
            other = second if row == first else first
            reason = f"differs from the same order in row {other}"
            one.draft.problem(row, CellError("ref", ref, reason))
            self._reject(one.draft)

    def _reject(self, draft: Draft) -> None:
        self.parsed.rejected.extend(draft.problems)
        self.parsed.lines_rejected += draft.line_count
        reasons: dict[int, list[Rejected]] = {}
        for problem in draft.problems:
            reasons.setdefault(problem.row, []).append(problem)
        for row, content in draft.rows:
            here = reasons.get(row, [])
            columns = "; ".join(one.column for one in here)
            self.parsed.rejected_rows.append(RawRow(row, content, columns, _why(here)))
        if draft.identity is not None:
            self.parsed.faulty.append(FaultyOrder(draft.identity, _why(draft.problems)))

    def _set_aside(self, draft: Draft, reason: str, without: set[int] | None = None) -> None:
        for row, content in draft.rows:
            if without is None or row not in without:
                self.parsed.set_aside.append(RawRow(row, content, "", reason))


def _with_the_same(orders: list[list[_Made]], made: _Made) -> list[_Made]:
    """The versions of the order that `made` is one of; a new list if it is the first.

    A credit note has a date of its own: without a shop's id it is about the last of its number.
    """
    document = made.document
    for versions in orders:
        if same_order(versions[0].document, document):
            return versions
    by_number = document.cancelled and not document.shop_id
    if not orders or not (by_number or _is_credit_note(orders[-1])):
        orders.append([])
    return orders[-1]


def _is_credit_note(versions: list[_Made]) -> bool:
    document = versions[0].document
    return document.cancelled and not document.shop_id and not document.lines


def _newest(versions: list[_Made]) -> list[_Made]:
    """The versions of which none is known to be older than another."""
    times = [one.document.changed_at for one in versions]
    if None not in times:
        last = max(time for time in times if time is not None)
        versions = [one for one in versions if one.document.changed_at == last]
    rank = max(one.draft.rank for one in versions)
    return [one for one in versions if one.draft.rank == rank]


def _why(problems: list[Rejected]) -> str:
    return "; ".join(f"{one.column} {one.reason}".strip() for one in problems)
