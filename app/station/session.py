"""Where a station stands. Written with every input, so that a restart goes on right there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.count.rules import CountTask
from app.domain.load.rules import LoadTask
from app.domain.pack.rules import PackTask
from app.domain.pick.rules import PickTask
from app.domain.weighing.scale_guard import Guard
from app.station.devices.rules import DeviceTask
from app.station.labels.rules import LabelsTask


class Screen(StrEnum):
    SIGN_IN = "sign_in"
    HOME = "home"
    PICK = "pick"
    PACK = "pack"
    LOAD = "load"
    ORDER = "order"
    DEVICES = "devices"
    LABELS = "labels"
    COUNT = "count"


@dataclass(frozen=True)
class Session:
    """operator "" = nobody. locked: the operator's work is kept behind the sign-in screen.

    taking_over: operator who asked once to take over the locked work. take_from: order that a
    supervisor asked once to take from another station. staff: digits typed.
    asks_pin: operator whose PIN is being typed (the digits themselves are never written).
    devices, labels: the device page and the list of labels, while they are open.
    guard: whether what the scale shows belongs to the box at hand.
    shown_kind, shown: what scan-anything or the order screen shows. wrong_pins counts in a row.
    """

    screen: Screen = Screen.SIGN_IN
    operator: str = ""
    language: str = ""
    locked: bool = False
    taking_over: str = ""
    take_from: str = ""
    staff: str = ""
    asks_pin: str = ""
    wrong_pins: int = 0
    pin_pause_until: str = ""
    pick: PickTask | None = None
    pack: PackTask | None = None
    load: LoadTask | None = None
    count: CountTask | None = None
    devices: DeviceTask | None = None
    labels: LabelsTask | None = None
    guard: Guard = field(default_factory=Guard)
    shown_kind: str = ""
    shown: str = ""

    @property
    def open_order(self) -> str:
        """Id of the order in work, "" none."""
        if self.pick is not None:
            return self.pick.order
        return self.pack.order if self.pack is not None else ""

    @property
    def open_count(self) -> str:
        """Code of the bin of which something is counted and nothing recorded, "" none."""
        return self.count.bin if self.count is not None and self.count.units else ""

    @property
    def stopped(self) -> bool:
        """Work must not go on until somebody answers."""
        return bool((self.pack and self.pack.stopped) or (self.load and self.load.stopped))

    @property
    def task_screen(self) -> Screen:
        """The screen of the kept work, or home."""
        if self.pick is not None:
            return Screen.PICK
        if self.pack is not None:
            return Screen.PACK
        if self.count is not None:
            return Screen.COUNT
        return Screen.LOAD if self.load is not None else Screen.HOME
