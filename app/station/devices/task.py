"""The state of the device page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.bench.scanner_check import CodeCheck, ScannerSheet
from app.domain.bench.self_test import SelfTest
from app.domain.task import Task


class Page(StrEnum):
    """Chosen by the digits 1 to 5."""

    OVERVIEW = "overview"
    SCANNER = "scanner"
    SCALE = "scale"
    PRINTER = "printer"
    TEST = "test"


@dataclass(frozen=True)
class HeardScan:
    """One scan of the scanner test. raw, terminator: hex, "" = none. span_ms: how long it took."""

    device: str
    text: str
    symbology: str
    raw: str
    terminator: str
    span_ms: int
    check: CodeCheck


@dataclass(frozen=True)
class DeviceTask(Task):
    """label: code of the last test label; printed: what the printer said of it: "", "taken",
    "counted" or a trouble.
    """

    name: ClassVar[str] = "devices"
    returns: ClassVar[bool] = False

    page: Page = Page.OVERVIEW
    frames: tuple[HeardScan, ...] = ()
    sheet: ScannerSheet | None = None
    test: SelfTest | None = None
    label: str = ""
    printed: str = ""
