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
class DevicesView(View):
    """S11. page: what is shown of the devices. sheet_left: test codes still to scan.

    scans: newest first. checks: of the self-test, () = not begun. printed: what the printer said
    of the last test label: "", "taken", "counted" or a trouble. test_grams: the known weight.
    last_test: when the last self-test was made, passed: how it ended.
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
