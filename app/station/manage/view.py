"""The page that manages an order, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.station.order.view import TimelineRow
from app.station.views import View


@dataclass(frozen=True)
class WordChoice:
    """What can be said. number: the digit that chooses it. chosen: it waits for OK."""

    number: int
    word: str
    chosen: bool = False


@dataclass(frozen=True)
class ManageView(View):
    """One order and what can be said of it. order: its number, "" = it is still to be scanned.

    held: why nobody may work on it, "" = nothing stands against it. timeline: newest last.
    """

    screen: ClassVar[str] = "manage"

    order: str = ""
    state: str = ""
    sub_state: str = ""
    customer: str = ""
    town: str = ""
    carrier: str = ""
    cut_off: datetime | None = None
    priority: int = 0
    held: str = ""
    worked_by: str = ""
    units: int = 0
    packed: int = 0
    choices: tuple[WordChoice, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    now: datetime | None = None

    def details(self) -> dict[str, Any]:
        return {
            "order": self.order,
            "order_state": self.state,
            "carrier": self.carrier,
            "priority": self.priority,
            "held": self.held,
            "choices": ",".join(one.word for one in self.choices),
            "chosen": next((one.word for one in self.choices if one.chosen), ""),
        }
