"""Tests of devices for the supervisor's window: what `packbench check` does."""

from __future__ import annotations

from app.cli.check import CheckRow, DeviceNews, driver_rows, printer_row
from app.clock import SystemClock
from app.compose.equipment import Specs, open_drivers
from app.compose.printers import open_printers
from app.errors import UsageFault
from app.overview.settings import Tried
from app.paths import Home


class CheckedDevices:
    """`Devices` of this machine."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def fault(self, key: str, specs: tuple[str, ...]) -> str:
        try:
            if key == "printer":
                for printer in open_printers(specs, self._home):
                    printer.close()
            else:
                open_drivers(_specs(key, specs), DeviceNews().submit, SystemClock())
        except UsageFault as fault:
            return str(fault)
        return ""

    def test(self, key: str, specs: tuple[str, ...]) -> tuple[Tried, ...]:
        if key == "printer":
            printers = open_printers(specs, self._home) if specs else ()
            return tuple(_tested(printer_row(one)) for one in printers)
        heard, named = DeviceNews(), _specs(key, specs)
        drivers = open_drivers(named, heard.submit, SystemClock())
        keyboards = [Tried(one, "") for one in named.scanners if one not in named.lines]
        return (*keyboards, *map(_tested, driver_rows(named, drivers, heard)))


def _specs(key: str, specs: tuple[str, ...]) -> Specs:
    return Specs(specs) if key == "scanners" else Specs(scale=next(iter(specs), ""))


def _tested(row: CheckRow) -> Tried:
    return Tried(row.spec, row.name, row.trouble, row.detail)
