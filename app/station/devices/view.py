"""The device page, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.domain import codec
from app.domain.bench.scanner_check import Fault
from app.domain.bench.self_test import CheckedPart, PartVerdict
from app.station.devices.task import Page
from app.station.views import View


@dataclass(frozen=True)
class ScanRow:
    """One scan. raw, terminator: hex, "" none. parts: (application identifier, value) of GS1.

    ms_per_char: None = the driver does not tell. code: number of the test code, 1 to 3, 0 = none.
    faults: what is wrong with the scanner.
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
class DevicesView(View):
    """The device page. The devices themselves are in the frame.

    scans: newest first. sheet_left: how many test codes are still to be scanned.
    checks: the parts of the self-test, () = not begun. check: the part that waits, None = none.
    printed: what the printer said of the last test label: "", "taken", "counted" or a trouble.
    test_grams: the known weight, 0 = none. read_grams: what the scale said of it, None = nothing.
    last_test: when a self-test of this bench last ended, None = never; passed: how it ended.
    """

    screen: ClassVar[str] = "devices"

    page: Page
    scans: tuple[ScanRow, ...] = ()
    sheet_left: int = 3
    checks: tuple[tuple[CheckedPart, PartVerdict], ...] = ()
    check: CheckedPart | None = None
    printed: str = ""
    test_grams: int = 0
    read_grams: int | None = None
    last_test: datetime | None = None
    passed: bool = False

    def details(self) -> dict[str, Any]:
        return {
            "page": self.page.value,
            "sheet_left": self.sheet_left,
            "scans": [codec.dump(row) for row in self.scans],
            "checks": {check.value: verdict.value for check, verdict in self.checks},
            "check": self.check.value if self.check else None,
            "printed": self.printed,
        }
