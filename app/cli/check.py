"""`packbench check`: every device this bench uses or could use, its state, and what to do about it.

The devices that the command line or config.toml names are opened for a moment. A device that a
running station holds is reported as busy. The exit code is 1 where a named device cannot work.
"""

from __future__ import annotations

import argparse
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app import config as configuration
from app.cli.options import add_printer
from app.cli.output import put, put_json, say
from app.clock import SystemClock
from app.compose.equipment import Specs, open_drivers, supervise
from app.compose.printers import open_printers
from app.device_api import (
    Ability,
    DeviceChanged,
    DeviceError,
    DeviceKind,
    DeviceMessage,
    DeviceState,
    LabelPrinter,
    Trouble,
)
from app.domain.facts import FactKind
from app.errors import AlreadyRunning, ExitCode
from app.paths import Home
from devices import discovery
from devices.driver import Driver
from devices.printers.raw import RawPrinter
from ui.words.troubles import TROUBLES

WAIT_S = 2.5
"""Seconds to wait for news of the devices. A scale is reported as silent after 2 s."""


@dataclass(frozen=True)
class CheckRow:
    """One device. used: this bench is configured to use it."""

    kind: str
    device: str
    spec: str
    name: str
    state: str
    trouble: str = ""
    detail: str = ""
    abilities: tuple[str, ...] = ()
    used: bool = True

    @property
    def remedy(self) -> str:
        return TROUBLES[Trouble(self.trouble)][1] if self.trouble else ""

    def json(self) -> dict[str, Any]:
        return {**self.__dict__, "abilities": list(self.abilities), "remedy": self.remedy}


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "check", help="list every device, how it is, and what to do about it", description=__doc__
    )
    parser.add_argument("--station", default="P1", metavar="NAME", help="whose self-test (P1)")
    parser.add_argument("--scanner", action="append", metavar="SPEC", help="as at `station`")
    parser.add_argument("--scale", metavar="SPEC", help="as at `station`")
    add_printer(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: argparse.Namespace) -> int:
    home: Home = args.home
    config = configuration.load(home.root)
    specs = Specs.chosen(args.scanner, args.scale, config)
    heard = DeviceNews()
    drivers = open_drivers(specs, heard.submit, SystemClock())
    rows = [
        *_window_rows(specs.scanners),
        *driver_rows(specs, drivers, heard),
        *(printer_row(printer) for printer in open_printers(args.printer, home, config)),
    ]
    rows += _others(rows)
    test = _last_test(home, args.station)
    if args.json:
        put_json(
            {"devices": [row.json() for row in rows], "self_test": test, "sample": config.sample}
        )
    else:
        _print(rows, test)
        if config.sample:
            say(config.sample)
    well = all(row.state == DeviceState.READY for row in rows if row.used)
    return ExitCode.OK if well else ExitCode.ERROR


class DeviceNews:
    """The last news of each device."""

    def __init__(self) -> None:
        self.last: dict[str, DeviceChanged] = {}
        self._came = threading.Condition()

    def submit(self, message: DeviceMessage) -> None:
        if isinstance(message, DeviceChanged):
            with self._came:
                self.last[message.device] = message
                self._came.notify_all()

    def wait(self, devices: set[str], timeout_s: float) -> None:
        """Wait until each of these devices has news. That of a silent scale comes last."""
        until = time.monotonic() + timeout_s
        with self._came:
            while devices - self.last.keys() and (left := until - time.monotonic()) > 0:
                self._came.wait(left)


def _window_rows(scanners: Sequence[str]) -> list[CheckRow]:
    """The keyboard scanners. Whether one is plugged in cannot be known: it is a keyboard."""
    return [
        CheckRow("scanner", spec, spec, "keyboard", DeviceState.READY.value)
        for spec in scanners
        if spec.startswith("wedge")
    ]


def driver_rows(specs: Specs, drivers: Sequence[Driver], heard: DeviceNews) -> list[CheckRow]:
    if not drivers:
        return []
    supervisor = supervise(heard.submit, drivers)
    supervisor.start()
    heard.wait({driver.device for driver in drivers}, WAIT_S)
    if any(driver.kind is DeviceKind.SCALE for driver in drivers):
        time.sleep(WAIT_S)  # a scale that could be opened may yet be silent
    supervisor.stop()
    named = [*specs.lines, specs.scale]  # in the order of the drivers
    return [
        _driver_row(driver, spec, heard.last.get(driver.device))
        for driver, spec in zip(drivers, named, strict=False)
    ]


def _driver_row(driver: Driver, spec: str, last: DeviceChanged | None) -> CheckRow:
    state = last.state if last else DeviceState.LOST
    trouble = (last.trouble if last else Trouble.NOT_ANSWERING) or ""
    return CheckRow(
        driver.kind.value,
        driver.device,
        spec,
        (last.name if last else "") or driver.name,
        state.value,
        trouble,
        last.detail if last else "",
        _names(driver.abilities),
    )


def printer_row(printer: LabelPrinter) -> CheckRow:
    state, trouble, detail = DeviceState.READY, "", ""
    try:
        printer.check()
        if isinstance(printer, RawPrinter):
            printer.reach()
    except DeviceError as error:
        state, trouble, detail = error.state, error.trouble.value, error.detail
    finally:
        printer.close()
    kind, device = DeviceKind.PRINTER.value, printer.device
    return CheckRow(
        kind, device, device, "", state.value, trouble, detail, _names(printer.abilities)
    )


def _others(rows: Sequence[CheckRow]) -> list[CheckRow]:
    """The devices that are plugged in and not used."""
    used = {row.device for row in rows}
    return [
        CheckRow(
            one.kind_guess.value if one.kind_guess else "",
            one.identity,
            one.spec,
            one.name,
            DeviceState.DENIED.value if one.trouble else DeviceState.READY.value,
            one.trouble.value if one.trouble else "",
            used=False,
        )
        for one in discovery.found()
        if one.identity not in used
    ]


def _names(abilities: tuple[Ability, ...]) -> tuple[str, ...]:
    return tuple(ability.value for ability in abilities)


def _last_test(home: Home, station: str) -> dict[str, Any] | None:
    from app.store.station.file import StationFile

    path = home.station_file(station)
    if not path.exists():
        return None
    try:
        file = StationFile.open(path, station)
    except AlreadyRunning:
        return None  # the station runs, and its own page shows this
    try:
        fact = file.history.last_fact(FactKind.SELF_TESTED)
    finally:
        file.close()
    if fact is None:
        return None
    return {"at": fact.occurred_at.isoformat(), "operator": fact.operator, **fact.body}


def _print(rows: Sequence[CheckRow], test: dict[str, Any] | None) -> None:
    for row in rows:
        mark = "ok " if row.state == DeviceState.READY else "!! "
        words = TROUBLES[Trouble(row.trouble)][0] if row.trouble else row.state
        name = f" ({row.name})" if row.name else ""
        note = "" if row.used else "  not used; name it as " + row.spec
        put(f"{mark}{row.kind or 'device':8} {row.device}{name}: {words}{note}")
        if row.remedy and row.used:
            put(f"    {row.remedy}")
    if test is not None:
        verdict = "passed" if test["passed"] else "failed"
        put(f"Last self-test {test['at'][:19]} UTC: {verdict}")
