"""The board as it is drawn: frozen values, made by `app.overview.board`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.alarms import OpenAlarm
from app.domain.plan.flow import FlowStep
from app.domain.plan.forecast import Forecast


class Note(StrEnum):
    """What hinders alarms."""

    SIGN_IN = "sign_in"  # nobody is signed in at the desk who could say that he knows
    NOT_ALLOWED = "not_allowed"  # who said that he knows of one is no supervisor
    NOT_SENT = "not_sent"  # mail or webhook do not work
    NOT_KEPT = "not_kept"  # this login may not keep alarms, or the centre does not answer


@dataclass(frozen=True)
class CutOffBar:
    """The orders of one carrier that should leave by one time.

    planned: all of them. packed, loaded: how many are so far, each order in one of the two numbers.
    waits: on hold, which no pace will bring. forecast: of the others that are not packed; None =
    there are none. missed: how many will not make it. saved: how many of these one more packer
    would save.
    """

    carrier: str
    at: datetime
    planned: int
    packed: int
    loaded: int
    waits: int
    forecast: Forecast | None = None
    missed: int = 0
    saved: int = 0

    @property
    def left(self) -> int:
        """Orders that somebody must still pack."""
        return self.planned - self.packed - self.loaded - self.waits


@dataclass(frozen=True)
class StationTile:
    """One station. seen_at: when the centre heard of it last. per_hour: orders that it packed in
    the last half hour, as a rate. done: orders that it packed in each twelfth of the last hour, the
    newest last. help_since: when help was called there, None = nobody calls. idle_since: when it
    did something last, None = never today. away: the centre has not heard of it for a while.
    troubles: (kind of device, what is wrong), of those that need a hand. version: of its program;
    behind: another station's is newer.
    """

    station: str
    operator: str
    order: str
    seen_at: datetime
    per_hour: float
    done: tuple[int, ...]
    help_since: datetime | None = None
    idle_since: datetime | None = None
    away: bool = False
    troubles: tuple[tuple[str, str], ...] = ()
    version: str = ""
    behind: bool = False


@dataclass(frozen=True)
class OldOrder:
    """An order that stands still longest. since: when it was placed."""

    ref: str
    step: FlowStep
    since: datetime
    late: bool


@dataclass(frozen=True)
class OpenCard:
    """An exception that waits. name: of what it is about, as people call it."""

    id: str
    reason: str
    kind: str
    name: str
    since: datetime
    station: str
    times: int


@dataclass(frozen=True)
class BoardView:
    """The whole floor at one moment.

    at: of the newest rows, by the centre's clock; None = nothing has been heard of it yet.
    online: whether the centre answered the last question. now: this machine's time of the view.
    flow: orders in each step. late: orders whose truck should have left. tasks: of the floor that
    wait. exceptions: how many wait; the first of them are in `cards`. alarms: all that are open.
    notes: what hinders alarms. people: names of who acknowledged them, by their numbers.
    """

    now: datetime
    at: datetime | None = None
    online: bool = False
    flow: Mapping[FlowStep, int] | None = None
    late: int = 0
    tasks: int = 0
    exceptions: int = 0
    bars: tuple[CutOffBar, ...] = ()
    tiles: tuple[StationTile, ...] = ()
    oldest: tuple[OldOrder, ...] = ()
    cards: tuple[OpenCard, ...] = ()
    alarms: tuple[OpenAlarm, ...] = ()
    notes: frozenset[Note] = frozenset()
    people: Mapping[str, str] = field(default_factory=dict)
