"""What the screens show: frozen values, made on the station thread, drawn by `ui`.

A view says what is, never how it looks. Words are codes with values (`app.domain.outcome`), times
are aware and UTC, weights are grams. Each room has its own view (`app/station/*/view.py`); this
module has what they share.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from app.device_api import DeviceChanged
from app.domain.commands import Command
from app.domain.outcome import Outcome, Prompt, Values
from app.domain.packs import InPacks
from app.errors import Behind


@dataclass(frozen=True)
class Bar:
    """The instruction: the one thing to do now."""

    prompt: Prompt
    values: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """The centre as this station sees it. waiting: how many facts it does not have yet.

    behind: the centre answers, but is of another version; this says which of the two is older.
    """

    online: bool
    waiting: int
    since: datetime | None = None  # offline since
    behind: Behind | None = None


@dataclass(frozen=True)
class Action:
    """A button of the action row, left to right; disabled ones stay in their place."""

    command: Command
    enabled: bool = True


@dataclass(frozen=True)
class HelpCall:
    """Somebody waits for help. operator: a name. order: the number of the open one, "" none."""

    station: str
    operator: str
    order: str


@dataclass(frozen=True)
class NextTruck:
    """The truck that leaves next. left: orders that are still to be packed for it, among the first
    rows of the queue.
    """

    carrier: str
    at: datetime
    left: int


@dataclass(frozen=True)
class Note:
    """A message to this bench that nobody here has read. by: a name, "" = nobody was named."""

    id: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Frame:
    """What every screen carries around its work area.

    operator: a name, "" nobody. language: the one to show, "en" or "zh_CN".
    order, customer, carrier: of the open order, "" none.
    reserved: False = the centre can be reached, and the open order is not claimed for this station.
    done of wanted: units of the open task, 0 of 0 without one.
    help: who waits for help, at this bench or at others.
    weight: what the scale shows, as it sent it ("1.250 kg"), "" without one.
    locks_in: seconds until the screen locks by itself, 0 = not soon.
    truck: the next one of the site, None = none is known.
    notes: messages to this bench, the oldest first. staff: the operator's number, "" nobody.
    """

    station: str
    operator: str
    language: str
    link: Link
    devices: tuple[DeviceChanged, ...] = ()
    actions: tuple[Action, ...] = ()
    order: str = ""
    customer: str = ""
    carrier: str = ""
    cut_off: datetime | None = None
    reserved: bool = True
    done: int = 0
    wanted: int = 0
    weight: str = ""
    locks_in: int = 0
    help: tuple[HelpCall, ...] = ()
    truck: NextTruck | None = None
    notes: tuple[Note, ...] = ()
    staff: str = ""


@dataclass(frozen=True)
class KitView:
    """A bundle of an order, of which some lines are the parts. done, wanted: whole sets packed.

    number: of its first line.
    """

    number: int
    sku: str
    name: str
    done: int
    wanted: int


@dataclass(frozen=True)
class LineView:
    """One line of an order or a walk. done, wanted: units.

    kit: the bundle of which it is a part, None = of none.
    left: what is left to do, as packs; None = nothing is, or the product has no packs.
    """

    number: int
    sku: str
    name: str
    done: int
    wanted: int
    picture: str = ""  # file name or URL, "" = draw a stand-in
    barcode: str = ""
    note: str = ""
    short: int = 0  # units that will not come
    current: bool = False
    left: InPacks | None = None
    kit: KitView | None = None

    @property
    def complete(self) -> bool:
        return self.done + self.short >= self.wanted

    def details(self) -> dict[str, Any]:
        """What a script reads of the line in work."""
        return {
            "line": self.number or None,
            "sku": self.sku or None,
            "barcode": self.barcode or None,
            "done": self.done,
            "wanted": self.wanted,
        }


NO_LINE = LineView(0, "", "", 0, 0)


class LabelState(StrEnum):
    """How the label of the box at hand is. A label is never progress of an order."""

    NONE = "none"
    WANTED = "wanted"  # being made
    SENT = "sent"  # the printer took it; nothing is proven
    FAILED = "failed"
    DOUBTFUL = "doubtful"  # the printer has it and is in trouble
    PROVEN = "proven"  # scanned back from the box


@dataclass(frozen=True)
class View:
    """What any screen shows. screen: the room's name. outcome None = nothing to answer."""

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    screen: ClassVar[str] = ""

    def details(self) -> dict[str, Any]:
        """What a script reads of this screen beside the frame; JSON values."""
        return {}
