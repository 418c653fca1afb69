"""A USB scale that speaks HID. It sends reports unasked, and nothing is written to it.

On Linux hidapi's module `hid` uses libusb, which takes the device away from the kernel. So
`hidraw` is used there.
"""

from __future__ import annotations

import importlib
import sys
import threading
import time
from typing import TYPE_CHECKING, Protocol, cast

from app.device_api import (
    Ability,
    Beep,
    DeviceDenied,
    DeviceFault,
    DeviceKind,
    DeviceLost,
    Submit,
    Trouble,
    Weight,
)
from devices.scales import hid_report
from devices.scales.news import ReportState, reporter, state_of
from devices.scales.watch import ScaleWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

PAGE = 0x8D
READ_MS = 125
_NO_LIBRARY = "hidapi"


class HidDevice(Protocol):
    """An open device of hidapi; everything but `close` raises OSError when it is gone."""

    def open_path(self, path: bytes) -> None: ...

    def read(self, size: int, timeout_ms: int) -> list[int]: ...

    def close(self) -> None: ...


class HidLibrary(Protocol):
    """The part of hidapi that is used here."""

    def enumerate(self, vendor_id: int, product_id: int) -> list[Mapping[str, object]]: ...

    def device(self) -> HidDevice: ...


def hidapi() -> HidLibrary:
    """hidapi's module for this system. Raises ImportError."""
    name = "hidraw" if sys.platform == "linux" else "hid"
    return cast("HidLibrary", importlib.import_module(name))


class HidScale:
    """The driver of one scale. device: "hid" (the only one there) or "usb:VID:PID[:serial]"."""

    kind = DeviceKind.SCALE
    abilities: tuple[Ability, ...] = (Ability.STATUS,)  # HID scales have no zero command

    def __init__(
        self,
        device: str,
        submit: Submit,
        clock: Callable[[], datetime],
        name: str = "",
        library: Callable[[], HidLibrary] = hidapi,
    ) -> None:
        self.device = device
        self.name = name or device
        self._submit = submit
        self._clock = clock
        self._library = library

    def find(self) -> str | None:
        """hidapi's path of the scale; None also where two fit: neither is taken by chance."""
        try:
            found = self._library().enumerate(0, 0)
        except ImportError:
            return _NO_LIBRARY  # `open` reports the missing library
        paths = {_path(one) for one in found if one["usage_page"] == PAGE and self._is(one)}
        return paths.pop() if len(paths) == 1 else None

    def open(self, place: str) -> HidLine:
        """Raises DeviceError."""
        try:
            device = self._library().device()
        except ImportError as error:
            raise DeviceFault(self.device, Trouble.LIBRARY_MISSING, str(error)) from error
        try:
            device.open_path(place.encode())
        except OSError as error:
            # hidapi says only "open failed": the scale is there, so a permission is missing.
            raise DeviceDenied(self.device, Trouble.NO_PERMISSION, str(error)) from error
        report = reporter(self.device, self.name, self.abilities, self._submit)
        return HidLine(device, self.device, self._submit, self._clock, report)

    def _is(self, found: Mapping[str, object]) -> bool:
        if self.device == "hid":
            return True
        kind = f"usb:{found['vendor_id']:04x}:{found['product_id']:04x}"
        return self.device in (kind, f"{kind}:{found['serial_number']}")


class HidLine:
    """An open USB scale."""

    def __init__(
        self,
        opened: HidDevice,
        device: str,
        submit: Submit,
        clock: Callable[[], datetime],
        report: ReportState,
    ) -> None:
        self._opened = opened
        self._device = device
        self._submit = submit
        self._clock = clock
        self._report = report
        self._ended = threading.Event()

    def run(self) -> None:
        """Read and submit until `cancel`. Raises DeviceError when the scale is lost."""
        try:
            self._listen()
        except (OSError, ValueError) as error:  # hidapi raises ValueError on a closed device
            raise DeviceLost(self._device, Trouble.CONNECTION_LOST, str(error)) from error

    def cancel(self) -> None:
        """Make `run` return after the read that is going on."""
        self._ended.set()

    def give(self, beep: Beep) -> None:
        """Nothing: these scales do not sound on command."""

    def free(self) -> None:
        """Nothing to unlock."""

    def close(self) -> None:
        self._opened.close()

    def _listen(self) -> None:
        watch = ScaleWatch(_now_ms(), confirm=False, sends_changes=True)
        is_first = True  # the first report may be old: of what lay on the scale before
        while not self._ended.is_set():
            report = bytes(self._opened.read(64, READ_MS))
            now_ms, at = _now_ms(), self._clock()
            answers = [hid_report.read(report)] if report and not is_first else []
            is_first = is_first and not report
            for new in watch.heard(len(report), answers, now_ms):
                self._submit(Weight(new.value, new.unit, self._device, at))
            if watch.heard_once or watch.trouble:
                self._report(state_of(watch.trouble), watch.trouble, "")


def _path(found: Mapping[str, object]) -> str:
    path = found["path"]
    return path.decode() if isinstance(path, bytes) else str(path)


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
