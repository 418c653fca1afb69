"""The state of the device page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.bench.scanner_check import CodeCheck, ScannerSheet
from app.domain.bench.self_test import SelfTest
from app.domain.task import Task


class Page(StrEnum):
    """A part of the device page; the digits 1 to 5 choose one in this order."""

    OVERVIEW = "overview"
    SCANNER = "scanner"
    SCALE = "scale"
    PRINTER = "printer"
    TEST = "test"


@dataclass(frozen=True)
class HeardScan:
    """One scan on the device page. raw, terminator: hex, "" = the driver does not tell.

    span_ms: milliseconds from the first to the last byte, 0 = the driver does not tell.
    """

    device: str
    text: str
    symbology: str
    raw: str
    terminator: str
    span_ms: int
    check: CodeCheck


@dataclass(frozen=True)
class DeviceTask(Task):
    """frames: the last scans, newest first. sheet: the scanner that is being set up.

    test: the self-test, None = not begun. label: code of the last test label, "" none.
    printed: what the printer said of that label: "", "taken", "counted" or a trouble.
    """

    name: ClassVar[str] = "devices"
    returns: ClassVar[bool] = False

    page: Page = Page.OVERVIEW
    frames: tuple[HeardScan, ...] = ()
    sheet: ScannerSheet | None = None
    test: SelfTest | None = None
    label: str = ""
    printed: str = ""
