"""The result of reading a file: documents, and what was done with the lines that became none.

Every line of a file is used, rejected, or treated in exactly one named way. So
`Parsed.unaccounted` is 0 after every reader; an import logs an error where it is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.domain.documents import OrderDocument
from app.intake.cells import CellError

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
        "superseded_lines",  # of an older version of an order that is in the file anew
        "filtered_rows",  # left out by their values, as the column map says; sums below a report
        "draft_lines",  # of what is no order yet
        "repeated_rows",  # a row or an order that is in the file twice, equal to the letter
        "blank_rows",
    }
)
"""The treatments that count lines. All others count orders or remarks."""


class IntakeError(Exception):
    """The whole file cannot be used. The text is a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """One reason for a rejection. value: what was found.

    row: as a spreadsheet numbers it (the header is 1), or the number of a JSON entry, from 1.
    """

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it was read, to be written into a file: the cells of a CSV, or a JSON object."""

    row: int
    content: Any
    column: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """How far it is known which order some rows are about; an unknown part is "" or None."""

    channel: str
    ref: str
    shop_id: str = ""
    placed_at: datetime | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FaultyOrder:
    """An order whose rows were rejected. An older version of it may be in work.

    reason: all its faults, as one text.
    """

    identity: Identity
    reason: str


@dataclass
class Parsed:
    """The result of one file.

    documents: orders, or things of one kind. endings: cancelled documents of orders that the file
    knows as shipped, ended or empty: they end an order that the centre knows, of others nothing is
    kept. faulty: the rejected orders, as far as they can be named.

    lines: order lines or master data rows read, blank rows included.
    lines_used: how many of them became a document or a line of one.
    lines_rejected: how many of them are in `rejected_rows`.
    rejected_rows: all rows of each order with a bad row, so that the corrected file has it whole.
    set_aside: rows without faults that are no work for the bench, each with its reason.
    treatments: name of a treatment -> how often it was done; see LINE_TREATMENTS.
    header, delimiter, encoding: of a CSV, to write the same again; header is () for JSON.
    """

    format: str
    header: tuple[str, ...] = ()
    delimiter: str = ","
    encoding: str = "utf-8"
    documents: list[Any] = field(default_factory=list)
    endings: list[OrderDocument] = field(default_factory=list)
    faulty: list[FaultyOrder] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    rejected_rows: list[RawRow] = field(default_factory=list)
    set_aside: list[RawRow] = field(default_factory=list)
    lines: int = 0
    lines_used: int = 0
    lines_rejected: int = 0
    treatments: Counter[str] = field(default_factory=Counter)

    @property
    def unaccounted(self) -> int:
        """How many lines were neither used, rejected nor treated; not 0 = a bug of the reader."""
        treated = sum(n for name, n in self.treatments.items() if name in LINE_TREATMENTS)
        return self.lines - self.lines_used - self.lines_rejected - treated


@dataclass(frozen=True)
class ReadOptions:
    """What a reader needs besides the file.

    channel: replaces the channel that the file or its format gives; "" = keep that.
    column_map: path or name of a column map, for the format "csv".
    encoding: of the text; a column map may name its own.
    lot_tracked: SKUs whose stock must name its lot.
    taken: (document, names in the file) -> what is wrong with its codes, because something that is
    not in the file has them; None = nobody knows of anything else.
    """

    channel: str = ""
    column_map: str = ""
    encoding: str = "utf-8-sig"
    lot_tracked: frozenset[str] = frozenset()
    taken: Callable[[Any, frozenset[str]], list[CellError]] | None = None
    progress: Progress | None = None
