"""Facts: things that happened. They are never refused, only applied or kept as a conflict."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain import codec


class Kind(StrEnum):
    """What a fact can be about; each kind has one reducer (`app.domain.reduce`)."""

    ORDER = "order"
    PARCEL = "parcel"
    TOTE = "tote"
    BIN = "bin"
    LOAD = "load"
    PRODUCT = "product"
    CARTON = "carton"
    OPERATOR = "operator"
    SERIAL = "serial"
    WEIGHT = "weight"  # of one unit of a SKU, or of an empty box type, as parcels taught it
    TROUBLE = "exception"  # a conflict or shortage that waits for a person


class FactKind(StrEnum):
    """The closed set of things that happen. Past tense."""

    # said by the outside world
    ORDER_PLACED = "order_placed"
    ORDER_CHANGED = "order_changed"
    ORDER_CANCELLED = "order_cancelled"
    PRODUCT_SET = "product_set"
    BIN_SET = "bin_set"
    STOCK_OPENED = "stock_opened"
    OPERATOR_SET = "operator_set"
    CARTON_SET = "carton_set"
    LOAD_SET = "load_set"
    # at the station
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    TAKEN_OVER = "taken_over"
    HELP_CALLED = "help_called"
    LANGUAGE_CHOSEN = "language_chosen"
    SCANNER_CHECKED = "scanner_checked"
    SELF_TESTED = "self_tested"
    FILE_REBUILT = "file_rebuilt"
    # picking
    PICK_STARTED = "pick_started"
    UNIT_PICKED = "unit_picked"
    PICK_UNDONE = "pick_undone"
    PUT_IN_TOTE = "put_in_tote"
    PICK_SHORT = "pick_short"
    UNIT_DAMAGED = "unit_damaged"
    ORDER_PICKED = "order_picked"
    PICK_LEFT = "pick_left"
    # packing
    PACK_STARTED = "pack_started"
    PARCEL_OPENED = "parcel_opened"
    UNIT_PACKED = "unit_packed"
    UNIT_REMOVED = "unit_removed"
    PACK_SHORT = "pack_short"
    PARCEL_WEIGHED = "parcel_weighed"
    WEIGHT_ACCEPTED = "weight_accepted"
    PARCEL_SEALED = "parcel_sealed"
    PARCEL_REOPENED = "parcel_reopened"
    PARCEL_VOIDED = "parcel_voided"
    LABEL_SENT = "label_sent"
    LABEL_FAILED = "label_failed"
    LABEL_REPRINTED = "label_reprinted"
    LABEL_MISMATCH = "label_mismatch"
    LABEL_PROVEN = "label_proven"
    ORDER_PACKED = "order_packed"
    ORDER_PARKED = "order_parked"
    PACK_LEFT = "pack_left"
    # stock-taking
    BIN_COUNTED = "bin_counted"
    # dispatch
    PARCEL_LOADED = "parcel_loaded"
    PARCEL_UNLOADED = "parcel_unloaded"
    LOAD_CLOSED = "load_closed"


@dataclass(frozen=True, order=True)
class Subject:
    """One row a fact is about."""

    kind: Kind
    id: str


Body = Mapping[str, Any]


@dataclass(frozen=True)
class NewFact:
    """A fact before it is journalled."""

    kind: FactKind
    subjects: tuple[Subject, ...] = ()
    body: Body = field(default_factory=dict)


@dataclass(frozen=True)
class Fact:
    """A fact as journalled by its origin.

    origin, incarnation, seq: which writer, which life of its file, and 1, 2, 3 ... without gaps.
    event_id: UUIDv7 text; identity everywhere. occurred_at: the origin's clock, aware, UTC.
    kind: a FactKind's value; text, because a newer station may know more kinds than the reader.
    hash: SHA-256 over the previous fact's hash and this fact's canonical text, hex.
    """

    origin: str
    incarnation: str
    seq: int
    event_id: str
    kind: str
    subjects: tuple[tuple[str, str], ...]
    body: Body
    occurred_at: datetime
    operator: str = ""
    device: str = ""
    hash: str = ""

    def concerns(self) -> tuple[Subject, ...]:
        """The subjects of kinds this program knows."""
        return tuple([Subject(Kind(kind), name) for kind, name in self.subjects if kind in _KINDS])


_KINDS = frozenset(kind.value for kind in Kind)


def chain_hash(previous: str, fact: Fact) -> str:
    """Next link of an origin's hash chain, hex."""
    text = codec.to_text(
        [
            fact.seq,
            fact.event_id,
            fact.kind,
            fact.subjects,
            dict(fact.body),
            fact.occurred_at,
            fact.operator,
            fact.device,
        ]
    )
    return hashlib.sha256((previous + text).encode()).hexdigest()


# Bodies are plain JSON values; these build the ones that more than one module writes or reads.


def subject(kind: Kind, name: str) -> Subject:
    return Subject(kind, name)


def serial_id(sku: str, serial: str) -> str:
    """Name of a serial number's row: serials are unique within their SKU only."""
    return f"{sku}/{serial}"


def order_id(channel: str, ref: str) -> str:
    """Name of an order's row: refs are unique within their channel only."""
    return f"{channel}:{ref}"


def order_ref(name: str) -> str:
    """The ref in an order's name: everything behind the channel, colons of its own included."""
    return name.partition(":")[2]
