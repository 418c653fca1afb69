"""What the screens show: frozen values, made on the station thread, drawn by `ui`.

A view says what is, never how it looks: words are codes with values (`app.domain.outcome`),
times are aware datetimes in UTC, weights are grams.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.device_api import DeviceChanged
from app.domain.bench.scanner_check import Fault
from app.domain.bench.self_test import Check, Verdict
from app.domain.commands import Command
from app.domain.outcome import Outcome, Prompt, Values
from app.errors import Behind
from app.station.devices.rules import Page


@dataclass(frozen=True)
class Bar:
    """The instruction: the one thing to do now."""

    prompt: Prompt
    values: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """The centre as this station sees it. waiting: facts it has not been told yet.

    behind: it answers, but program and centre are of different versions; this one is the older.
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
class Frame:
    """What every screen carries around its work area.

    order, customer, carrier: of the open order, "" none. reserved: False = worked without a claim.
    language: the one to show ("en", "zh_CN"). done of wanted: units of the open task; 0 of 0 none.
    weight: what the scale shows, as it sent it ("1.250 kg"), "" without one.
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


@dataclass(frozen=True)
class LineView:
    """One line: its product and how far it is."""

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

    @property
    def complete(self) -> bool:
        return self.done + self.short >= self.wanted


@dataclass(frozen=True)
class SignInView:
    """S1. staff: digits typed so far; pin_digits: how many PIN digits are typed (never which).

    loading: the site's data have never been pulled, so nobody is known here yet.
    notice: what is to be said of this bench before anybody tries.
    """

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    staff: str = ""
    pin_digits: int = 0
    asks_pin: bool = False
    locked: bool = False
    loading: bool = False
    notice: Outcome | None = None


class QueueKind(StrEnum):
    PICK = "pick"
    PACK = "pack"


@dataclass(frozen=True)
class QueueRow:
    """One order that waits; totes, started_by "" none; lines and units are what is to be done."""

    kind: QueueKind
    order: str
    customer: str
    carrier: str
    priority: int
    lines: int
    units: int
    placed_at: datetime
    cut_off: datetime | None = None
    tote: str = ""
    started_by: str = ""
    held: bool = False


@dataclass(frozen=True)
class LoadRow:
    load: str
    carrier: str
    dock: str
    cut_off: datetime
    loaded: int
    expected: int


@dataclass(frozen=True)
class Card:
    """What scan-anything found: a title and rows of (field code, value) to read."""

    what: str  # product, bin, parcel, carton
    title: str
    rows: tuple[tuple[str, str], ...]
    picture: str = ""


@dataclass(frozen=True)
class HomeView:
    """S2. my_orders: orders this operator finished since midnight (station's zone)."""

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    to_pick: int
    to_pack: int
    loads_open: int
    exceptions: int
    queue: tuple[QueueRow, ...]
    loads: tuple[LoadRow, ...]
    my_orders: int = 0
    my_units: int = 0
    card: Card | None = None
    now: datetime | None = None


@dataclass(frozen=True)
class Stop:
    """One place of the walk."""

    bin: str
    zone: str
    sku: str
    name: str
    wanted: int


@dataclass(frozen=True)
class PickView:
    """S3, S4. stop of stops counts from 1; found: digits typed for a short, "" none."""

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    stop: int
    stops: int
    bin: str
    zone: str
    line: LineView
    tote: str
    bin_confirmed: bool
    next_stops: tuple[Stop, ...] = ()
    found: str = ""
    lot: str = ""
    expiry: str = ""
    serial: str = ""
    wrong: LineView | None = None  # the product scanned by mistake, for its picture


@dataclass(frozen=True)
class CartonChoice:
    code: str
    name: str
    suggested: bool


class LabelState(StrEnum):
    """A label is an attribute of a parcel, never progress."""

    NONE = "none"
    WANTED = "wanted"  # being made
    SENT = "sent"  # the printer took it; nothing is proven
    FAILED = "failed"
    DOUBTFUL = "doubtful"  # the printer has it and is in trouble
    PROVEN = "proven"  # scanned back from the box


@dataclass(frozen=True)
class PackView:
    """S5. parcel counts from 1; grams, expected_g None while unknown; typed "" none.

    line: the one last scanned, else the first open one. label_reason says why a label failed.
    asks_reprint: why the label is wanted again is asked, 1 to 3.
    """

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    parcel: int
    carton: str
    line: LineView | None
    lines: tuple[LineView, ...]
    cartons: tuple[CartonChoice, ...] = ()
    grams: int | None = None
    expected_g: int | None = None
    label: LabelState = LabelState.NONE
    label_reason: str = ""
    asks_reprint: bool = False
    sscc: str = ""
    removing: bool = False
    typed: str = ""
    last: LineView | None = None
    wrong: LineView | None = None
    carrier: str = ""


@dataclass(frozen=True)
class MissingParcel:
    """A parcel that should be on the load, and where it was last seen."""

    sscc: str
    order: str
    place: str
    state: str
    seen_at: datetime | None


@dataclass(frozen=True)
class LoadView:
    """S6. load "" while none is open (then `open_loads` is the choice)."""

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    load: str
    carrier: str
    dock: str
    cut_off: datetime | None
    loaded: int
    expected: int
    missing: tuple[MissingParcel, ...] = ()
    last_sscc: str = ""
    last_order: str = ""
    last_receiver: str = ""
    open_loads: tuple[LoadRow, ...] = ()
    now: datetime | None = None


@dataclass(frozen=True)
class TimelineRow:
    """One thing that happened to an order."""

    at: datetime
    what: str  # fact kind
    station: str
    operator: str
    device: str
    verdict: str  # applied, conflict, waiting
    values: Values


@dataclass(frozen=True)
class ParcelRow:
    number: int
    sscc: str
    carton: str
    label: LabelState
    place: str
    grams: int | None


@dataclass(frozen=True)
class OrderView:
    """An order, its timeline newest last; state and sub_state as in `app.domain.rows.orders`."""

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    order: str
    state: str
    sub_state: str
    customer: str
    carrier: str
    lines: tuple[LineView, ...]
    parcels: tuple[ParcelRow, ...]
    timeline: tuple[TimelineRow, ...]


@dataclass(frozen=True)
class ScanRow:
    """One scan of the scanner test. raw, terminator: hex, "" none. parts: GS1 (AI, value).

    ms_per_char None while the line does not tell. code: which test code it was, 1 to 3, 0 = none.
    """

    device: str
    text: str
    symbology: str
    raw: str
    terminator: str
    ms_per_char: float | None
    parts: tuple[tuple[str, str], ...]
    code: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class DevicesView:
    """S11. page: what is shown of the devices. sheet_left: test codes still to scan.

    scans: newest first. checks: of the self-test, () = not begun. printed: what the printer said
    of the last test label: "", "taken", "counted" or a trouble. test_grams: the known weight.
    last_test: when the last self-test was made, passed: how it ended.
    """

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    page: Page
    scans: tuple[ScanRow, ...] = ()
    sheet_left: int = 3
    checks: tuple[tuple[Check, Verdict], ...] = ()
    check: Check | None = None
    printed: str = ""
    test_grams: int = 0
    read_grams: int | None = None
    last_test: datetime | None = None
    passed: bool = False


@dataclass(frozen=True)
class LabelRow:
    """number counts from 1, newest first; prints: how often its label was ordered."""

    number: int
    sscc: str
    order: str
    customer: str
    carrier: str
    label: str
    prints: int
    chosen: bool


@dataclass(frozen=True)
class LabelsView:
    """The last labels of this bench. typed: digits so far; asking: a reason is asked for."""

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    rows: tuple[LabelRow, ...]
    typed: str = ""
    asking: bool = False


@dataclass(frozen=True)
class CountRow:
    """One SKU and lot of a bin; expected None = not told before all is counted."""

    sku: str
    name: str
    lot: str
    counted: int
    expected: int | None = None


@dataclass(frozen=True)
class CountedBin:
    """A bin that is done with. right: it held what was expected."""

    bin: str
    units: int
    right: bool


@dataclass(frozen=True)
class CountView:
    """A bin being counted; bin "" = one is to be scanned. line, lot: what was counted last.

    rows: what is counted so far, while comparing also what was expected and not found.
    finished: the bins of this walk, newest first. typed: digits so far.
    """

    frame: Frame
    bar: Bar
    outcome: Outcome | None
    bin: str
    zone: str = ""
    line: LineView | None = None
    lot: str = ""
    rows: tuple[CountRow, ...] = ()
    comparing: bool = False
    typed: str = ""
    finished: tuple[CountedBin, ...] = ()


View = (
    SignInView
    | HomeView
    | PickView
    | PackView
    | LoadView
    | OrderView
    | DevicesView
    | LabelsView
    | CountView
)
