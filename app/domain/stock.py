"""What tells one unit of stock from another, and what its status permits.

A stock key names goods that may be exchanged for each other: one product, lot, dates, owner,
container and status. Stock is whole base units of a key at a place. Status is one of two axes: it
says what state the goods are in. Whether they are free, promised or picked is the other axis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """The state goods are in."""

    AVAILABLE = "available"
    HOLD = "hold"  # somebody doubts them: nobody may use them until he or another one has looked
    QUALITY = "quality"  # wait for an inspection that the site always makes
    DAMAGED = "damaged"
    EXPIRED = "expired"
    QUARANTINE = "quarantine"  # recalled or dangerous: apart from everything else
    RETURNED = "returned"  # came back from a customer, not graded yet
    SCRAP = "scrap"  # written off and gone; the way ends here


class Action(StrEnum):
    """What one may want to do with goods without changing their status."""

    PROMISE = "promise"
    PICK = "pick"
    SHIP = "ship"
    VALUE = "value"  # count them as worth something
    MOVE = "move"  # from place to place
    COUNT = "count"


class Reason(StrEnum):
    """Why goods were moved or changed their status. A closed set with words of its own."""

    NONE = ""
    ASKED = "asked"  # moved because somebody wants them elsewhere
    DAMAGED = "damaged"
    EXPIRED = "expired"
    SUSPECT = "suspect"  # something looks wrong
    RECALL = "recall"
    INSPECT = "inspect"  # to be looked at
    GOOD = "good"  # looked at, and well
    REPAIRED = "repaired"
    WORTHLESS = "worthless"
    SAMPLE = "sample"
    INTERNAL = "internal"  # used by the site itself
    UNDONE = "undone"  # whoever moved them takes that back


_KEPT = frozenset({Action.MOVE, Action.COUNT})

ALLOWED: Mapping[Status, frozenset[Action]] = MappingProxyType(
    {
        Status.AVAILABLE: frozenset(Action),
        Status.HOLD: _KEPT | {Action.VALUE},
        Status.QUALITY: _KEPT | {Action.VALUE},
        Status.DAMAGED: _KEPT,
        Status.EXPIRED: _KEPT,
        Status.QUARANTINE: _KEPT | {Action.VALUE},
        Status.RETURNED: _KEPT,
        Status.SCRAP: frozenset(),
    }
)
"""What may be done with goods of each status. Damaged, expired and ungraded goods have no value."""

PICKABLE = frozenset(status for status, actions in ALLOWED.items() if Action.PICK in actions)


@dataclass(frozen=True)
class Change:
    """Who may change one status into another, and for which reasons.

    duty: a key of `app.domain.permissions.DUTIES`.
    """

    duty: str
    reasons: tuple[Reason, ...]


_BLOCK = "move"  # whoever moves goods may take them out of use
_FREE = "release_stock"  # who gives goods back to the customers
_WRITE_OFF = "write_off"

_INTO: Mapping[Status, Change] = {
    Status.HOLD: Change(_BLOCK, (Reason.SUSPECT, Reason.INSPECT)),
    Status.QUALITY: Change(_BLOCK, (Reason.INSPECT,)),
    Status.DAMAGED: Change(_BLOCK, (Reason.DAMAGED,)),
    Status.EXPIRED: Change(_BLOCK, (Reason.EXPIRED,)),
    Status.QUARANTINE: Change(_BLOCK, (Reason.RECALL, Reason.SUSPECT)),
    Status.SCRAP: Change(
        _WRITE_OFF,
        (Reason.DAMAGED, Reason.EXPIRED, Reason.WORTHLESS, Reason.SAMPLE, Reason.INTERNAL),
    ),
}
_GOOD_AGAIN = Change(_FREE, (Reason.GOOD,))
_REPAIRED = Change(_FREE, (Reason.REPAIRED,))
_USED = frozenset({Status.AVAILABLE, Status.HOLD, Status.QUALITY, Status.RETURNED})

_DEAD = (Status.DAMAGED, Status.EXPIRED)  # goods that are not simply good again

CHANGES: Mapping[tuple[Status, Status], Change] = MappingProxyType(
    {
        (old, new): change
        for old in (*_USED, Status.QUARANTINE)
        for new, change in {**_INTO, Status.AVAILABLE: _GOOD_AGAIN}.items()
        if old is not new
    }
    | {
        (old, new): _INTO[new]
        for old in _DEAD
        for new in (Status.HOLD, Status.QUARANTINE, Status.SCRAP)
    }
    | {(Status.DAMAGED, Status.AVAILABLE): _REPAIRED}
)
"""(old, new) -> who and why. A pair that is not here cannot happen.

Only a returns desk makes goods RETURNED, so no other status leads there. What has expired is never
sold again by itself: somebody must first hold it and look. Nothing leads out of SCRAP.
"""


def may(status: Status, action: Action) -> bool:
    return action in ALLOWED[status]


def possible(old: Status, new: Status) -> bool:
    """Whether goods of one status can come to the other; they may also keep it."""
    return (old is new and old is not Status.SCRAP) or (old, new) in CHANGES


@dataclass(frozen=True)
class StockKey:
    """Goods that may be exchanged for each other.

    expiry: the day through which they may be used, as the label's (17) says. best_before: (15).
    owner: whose they are, "" = the site's own. container: what they lie in (a pallet), "" = loose.
    """

    sku: str
    lot: str = ""
    expiry: date | None = None
    best_before: date | None = None
    status: Status = Status.AVAILABLE
    owner: str = ""
    container: str = ""
