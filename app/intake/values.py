"""What reading a file gives: documents, and an answer for every line that became none.

Accounting: every line of a file is used, rejected, or treated in exactly one named way;
`Parsed.unaccounted` is 0 after every reader, and tests hold it to that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Progress = Callable[[int, int], None]
"""(bytes read of the file as it is on disk, its size)."""

LINE_TREATMENTS = frozenset(
    {
        "credit_note_lines",  # a credit note that names no order
        "cancellation_lines",  # lines of a message that cancels an order
        "negative_adjustments",  # negative quantities outside credit notes: stock corrections
        "non_stock_lines",  # postage, fees, vouchers: kept as the order's charges
        "merged_repeats",  # the same SKU again in one order: its quantity was added
        "fulfilled_lines",  # already shipped by somebody else
        "nothing_left_lines",  # refunded or removed before shipping
        "repeated_rows",  # a row or an order that was in the file before, equal to the letter
        "blank_rows",
    }
)
"""Treatments that account for lines. All other names count orders or remarks."""


class IntakeError(Exception):
    """A file is unusable as a whole; the text is a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """One reason. row counts as a spreadsheet shows it (header = 1), or the entry of a JSON list
    from 1; value is what was found."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it was read, for writing it out again: cells of a CSV or one JSON object."""

    row: int
    content: Any
    column: str = ""
    reason: str = ""


@dataclass
class Parsed:
    """The result of one file.

    lines: order lines or master data rows read, blank rows included.
    lines_used: of them, those that became a line of a document or a document.
    lines_rejected: of them, those inside `rejected_rows`.
    rejected_rows: whole orders with a bad row, so that the corrected file brings them whole.
    set_aside: rows that are in order but no work for the bench, each with its reason.
    treatments: how often what was done; see LINE_TREATMENTS.
    header, delimiter, encoding: of a CSV, to write the same kind again; header () for JSON.
    """

    format: str
    header: tuple[str, ...] = ()
    delimiter: str = ","
    encoding: str = "utf-8"
    documents: list[Any] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    rejected_rows: list[RawRow] = field(default_factory=list)
    set_aside: list[RawRow] = field(default_factory=list)
    lines: int = 0
    lines_used: int = 0
    lines_rejected: int = 0
    treatments: Counter[str] = field(default_factory=Counter)

    @property
    def unaccounted(self) -> int:
        """Lines without an answer; anything but 0 is a defect of the reader."""
        treated = sum(n for name, n in self.treatments.items() if name in LINE_TREATMENTS)
        return self.lines - self.lines_used - self.lines_rejected - treated


@dataclass(frozen=True)
class ReadOptions:
    """What a reader needs besides the file.

    channel: overrides the channel that the file or format would give.
    column_map: path of a column map, for the format "csv".
    lot_tracked: SKUs whose stock must name its lot.
    """

    channel: str = ""
    column_map: str = ""
    lot_tracked: frozenset[str] = frozenset()
    progress: Progress | None = None
