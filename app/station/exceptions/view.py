"""The list of what waits for a person and one card of it, as the screens show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.domain import codec
from app.station.order.view import TimelineRow
from app.station.views import View


@dataclass(frozen=True)
class ExceptionLine:
    """One exception. number: place in the list, from 1. kind, id: of the row it is about.

    card: the exception's own id. decision: what was decided and is not done yet, "" = nothing.
    name: what people call that row: an order's number, a bin's code. order: the number of the order
    that a box, tote or serial number belongs to, "" none.
    reason: as in docs/conflicts.md. since: when it was opened. times: how many facts say so.
    operator: a name, "" where nobody was signed in.
    """

    number: int
    kind: str
    id: str
    name: str
    order: str
    reason: str
    since: datetime
    station: str
    operator: str
    times: int
    card: str = ""
    decision: str = ""


@dataclass(frozen=True)
class ExceptionsView(View):
    """lines: the one that waits longest first. count: how many wait; not all may be listed.

    typed: digits so far. now: of how long they wait.
    """

    screen: ClassVar[str] = "exceptions"

    lines: tuple[ExceptionLine, ...]
    count: int
    typed: str = ""
    now: datetime | None = None

    def details(self) -> dict[str, Any]:
        return {"count": self.count, "exceptions": [codec.dump(line) for line in self.lines]}


@dataclass(frozen=True)
class Choice:
    """What can be decided. number: the digit that chooses it. chosen: it waits for OK."""

    number: int
    decision: str
    chosen: bool = False


@dataclass(frozen=True)
class ExceptionView(View):
    """One exception's card. line: as in the list.

    choices: none where it is over. timeline: what this bench has written about the row it is about,
    newest last. decided_by: a name. decided_at, closed_at: None = nobody has, it waits.
    """

    screen: ClassVar[str] = "exception"

    line: ExceptionLine
    choices: tuple[Choice, ...]
    timeline: tuple[TimelineRow, ...] = ()
    decided_by: str = ""
    decided_at: datetime | None = None
    note: str = ""
    closed_at: datetime | None = None
    now: datetime | None = None

    def details(self) -> dict[str, Any]:
        return {
            "reason": self.line.reason,
            "name": self.line.name,
            "decision": self.line.decision,
            "decided_by": self.decided_by,
            "closed": self.closed_at is not None,
            "choices": ",".join(one.decision for one in self.choices),
            "chosen": next((one.decision for one in self.choices if one.chosen), ""),
        }
