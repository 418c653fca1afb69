"""What is shown of orders that somebody looks for, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.outcome import Values
from app.domain.packs import PackCount
from app.files import WriteTrouble

SHOWN = 200
"""So many orders are listed at most."""


@dataclass(frozen=True)
class FoundRow:
    """One order that was found. found: the word by which it was, as the centre keeps it."""

    order: str
    ref: str
    channel: str
    customer: str
    carrier: str
    state: str
    sub_state: str
    cut_off: datetime | None
    found: str = ""


@dataclass(frozen=True)
class Found:
    """The answer to a search.

    rows: newest first. total: how many orders there are, None = more than were looked at.
    near: nothing was found; the rows are of orders that are called nearly so.
    badge: the text is a person's badge: it was not searched for, and must not be shown.
    """

    text: str
    rows: tuple[FoundRow, ...] = ()
    total: int | None = 0
    near: bool = False
    badge: bool = False


@dataclass(frozen=True)
class Happened:
    """One fact about an order. verdict: "applied" or "conflict"; reason: of a conflict, or "".

    places: (kind, name) of those that it names. pack: the packs scanned for it, None = no pack was.
    """

    event: str
    at: datetime
    what: str
    station: str
    device: str
    who: str
    places: tuple[tuple[str, str], ...]
    verdict: str
    reason: str
    values: Values
    pack: PackCount | None = None


@dataclass(frozen=True)
class Card:
    """An exception about the order or one of its boxes. evidence: ids of the facts that say so.

    times: how many said so. closed_at: None = it waits for a person.
    """

    reason: str
    kind: str
    about: str
    opened_at: datetime
    times: int
    evidence: tuple[str, ...]
    decision: str = ""
    note: str = ""
    decided_by: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""


@dataclass(frozen=True)
class Line:
    """One line. asked: the lot or serial number that it must be, "" = any."""

    number: int
    sku: str
    name: str
    ordered: int
    picked: int
    packed: int
    short: int
    asked: str = ""


@dataclass(frozen=True)
class Box:
    """One box. contents: (SKU, units, lot, serial number). grams: None = never weighed."""

    number: int
    sscc: str
    carton: str
    stage: str
    label: str
    label_reason: str
    place: str
    load: str
    grams: int | None
    contents: tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True)
class Step:
    """One step of the packing. contents: (SKU, units) in the box after it."""

    happened: Happened
    box: int
    sscc: str
    stage: str
    units: int
    contents: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class LabelPicture:
    """A box's newest label that this machine keeps. png: its picture."""

    box: int
    sscc: str
    file: str
    png: bytes


@dataclass(frozen=True)
class OrderSheet:
    """One order with all that the centre knows of it. address: its lines, top to bottom.

    facts, sha256: how many facts it shows, and their hash (`timeline.proofs`).
    """

    order: str
    ref: str
    channel: str
    state: str
    sub_state: str
    customer: str
    address: tuple[str, ...]
    carrier: str
    service: str
    placed_at: datetime
    cut_off: datetime | None
    dispatched_at: datetime | None
    hold: str
    note: str
    parked: str
    worked_by: str
    totes: tuple[str, ...]
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    happened: tuple[Happened, ...]
    cards: tuple[Card, ...]
    steps: tuple[Step, ...]
    labels: tuple[LabelPicture, ...]
    facts: int
    sha256: str


@dataclass(frozen=True)
class Saved:
    """A file was to be saved. trouble: None = it is there."""

    path: str
    trouble: WriteTrouble | None = None
