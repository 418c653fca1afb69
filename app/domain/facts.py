"""Facts: things that happened. No fact is refused; one that cannot be right becomes a conflict."""

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
    WEIGHT = "weight"  # of one unit of a SKU, or of a carton, as learned from parcels
    TASK = "task"  # a piece of floor work (`app.domain.rows.tasks`)
    EXCEPTION = "exception"  # a conflict or shortage that waits for a person
    SITE = "site"  # a rule that the site has set (`app.domain.rows.site_rules`)
    MESSAGE = "message"  # of a person to a bench


class FactKind(StrEnum):
    """The closed set of things that happen, named in the past tense."""

    # from the outside world, by an import
    ORDER_PLACED = "order_placed"
    ORDER_CHANGED = "order_changed"
    ORDER_CANCELLED = "order_cancelled"
    ORDER_HELD = "order_held"  # its newest document cannot be used
    PRODUCT_SET = "product_set"
    BIN_SET = "bin_set"
    STOCK_OPENED = "stock_opened"
    OPERATOR_SET = "operator_set"
    CARTON_SET = "carton_set"
    LOAD_SET = "load_set"
    # by a person of the site
    SITE_HELD = "site_held"
    SITE_RELEASED = "site_released"
    PRIORITY_SET = "priority_set"
    ORDER_REDIRECTED = "order_redirected"  # by another carrier, or to another address
    SITE_RULE_SET = "site_rule_set"
    MESSAGE_SENT = "message_sent"
    MESSAGE_SHOWN = "message_shown"  # it stood on its bench's screen
    MESSAGE_READ = "message_read"  # somebody there says that he read it
    MESSAGE_WITHDRAWN = "message_withdrawn"
    # at the station
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    PIN_PAUSED = "pin_paused"  # too many wrong PINs; the subject is whose PIN was tried last
    TAKEN_OVER = "taken_over"
    HELP_CALLED = "help_called"
    HELP_ENDED = "help_ended"  # somebody came, or the caller needs no help any more
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
    SHORT_TAKEN_BACK = "short_taken_back"  # the units were found after all, at pick or at pack
    UNIT_PUT_BACK = "unit_put_back"  # from a hand or a tote back to a bin
    TOTE_EMPTIED = "tote_emptied"
    UNIT_DAMAGED = "unit_damaged"
    DAMAGE_UNDONE = "damage_undone"  # the unit is not damaged: it is the order's again
    ORDER_PICKED = "order_picked"
    PICK_LEFT = "pick_left"
    # packing
    PACK_STARTED = "pack_started"
    PARCEL_OPENED = "parcel_opened"
    UNIT_PACKED = "unit_packed"
    UNIT_REMOVED = "unit_removed"
    PACK_SHORT = "pack_short"
    NOTE_CONFIRMED = "note_confirmed"
    LINE_ADDED = "line_added"  # a substitute or something free, by a person of this site
    CARTON_CHANGED = "carton_changed"
    PARCEL_WITHDRAWN = (
        "parcel_withdrawn"  # a proven box was opened or relabelled: its label is void
    )
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
    PICKUP_SHELVED = "pickup_shelved"  # a box waits on a shelf for its customer, without a label
    HANDED_OVER = "handed_over"  # the customer has collected the order
    ORDER_PARKED = "order_parked"
    PACK_LEFT = "pack_left"
    # stock-taking
    BIN_COUNTED = "bin_counted"
    # stock work
    STOCK_MOVED = "stock_moved"  # from place to place, from status to status, or both
    # the floor's queue of work
    TASK_WANTED = "task_wanted"
    TASK_STARTED = "task_started"
    TASK_LEFT = "task_left"
    TASK_DONE = "task_done"
    TASK_DROPPED = "task_dropped"  # nobody needs it any more
    # the exceptions desk
    EXCEPTION_DECIDED = "exception_decided"  # a person says what is to be done about it
    # loading
    PARCEL_LOADED = "parcel_loaded"
    PARCEL_UNLOADED = "parcel_unloaded"
    LOAD_CLOSED = "load_closed"
    LOAD_REOPENED = "load_reopened"
    LOAD_LEFT = "load_left"
    PARCEL_RETURNED = "parcel_returned"  # it came back after its truck had left


@dataclass(frozen=True, order=True)
class Subject:
    """One row a fact is about."""

    kind: Kind
    id: str


Body = Mapping[str, Any]


@dataclass(frozen=True)
class NewFact:
    """A fact as the rules make it, before the station's file numbers, dates and stores it."""

    kind: FactKind
    subjects: tuple[Subject, ...] = ()
    body: Body = field(default_factory=dict)


@dataclass(frozen=True)
class Fact:
    """A fact as journalled by its origin.

    origin: the writer. incarnation: which life of the writer's file. seq: 1, 2, 3 ... without gaps.
    event_id: UUIDv7 as text, the fact's identity everywhere.
    occurred_at: by the origin's clock, aware, UTC.
    kind: the value of a FactKind; text, because a newer station may know more kinds than we do.
    hash: SHA-256, hex, over the hash of the fact before it and this fact's canonical text.
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
        """The subjects whose kind this program knows."""
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


# Names of rows that more than one module builds or reads.


def subject(kind: Kind, name: str) -> Subject:
    return Subject(kind, name)


def serial_id(sku: str, serial: str) -> str:
    """The id of a serial number's row: a serial number is unique only within its SKU."""
    return f"{sku}/{serial}"


def order_id(channel: str, ref: str) -> str:
    """The id of an order's row: a reference is unique only within its channel."""
    return f"{channel}:{ref}"


def order_ref(name: str) -> str:
    """The ref in an order's name: everything behind the channel, colons of its own included."""
    return name.partition(":")[2]
