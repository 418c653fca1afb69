"""The list of what waits for a person, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.domain import codec
from app.station.views import View


@dataclass(frozen=True)
class ExceptionLine:
    """One exception. number: place in the list, from 1. kind, id: of the row it is about.

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
