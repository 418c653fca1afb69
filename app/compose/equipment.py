"""Builds and runs the devices of one bench, as the command line or `config.toml` names them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.clock import Clock
from app.config import Config
from app.device_api import DeviceMessage, LabelPrinter, Printing, PrintResult, Submit
from app.errors import UsageFault
from app.station.ports import Hand, NoHand
from devices.driver import Driver
from devices.printers.runner import InlinePrinter, PrinterThread
from devices.printers.spec import open_printer
from devices.scales.spec import open_scale
from devices.scanner_spec import open_scanner
from devices.supervisor import Supervisor

log = logging.getLogger(__name__)
IN_THE_WINDOW = frozenset({"wedge", "wedge:prefix", "sim"})
"""Scanners without a line of their own: the window's keys, or the panel of the demo."""


@dataclass(frozen=True)
class Specs:
    """The devices to use, as specs. Scanners may also be of `IN_THE_WINDOW`."""

    scanners: tuple[str, ...] = ()
    scale: str = ""
    lock_on_stop: bool = False
    others: tuple[tuple[str, str], ...] = ()  # (name, spec) of other benches' printers

    @classmethod
    def chosen(cls, scanners: Sequence[str] | None, scale: str | None, config: Config) -> Specs:
        """Specs of the command line; where it names none, those of the configuration."""
        return cls(
            scanners=tuple(scanners or config.scanners or ("wedge",)),
            scale=config.scale if scale is None else scale,
            lock_on_stop=config.lock_on_stop,
            others=tuple(sorted(config.printers.items())),
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """The scanners with a line of their own."""
        return tuple(spec for spec in self.scanners if spec not in IN_THE_WINDOW)


class Equipment:
    """The devices with their threads. Their messages go to `submit`."""

    def __init__(
        self, specs: Specs, printers: Sequence[LabelPrinter], submit: Submit, clock: Clock
    ) -> None:
        """Nothing is opened yet. Raises UsageFault with the sentence that mends a spec."""
        self._threads = [PrinterThread(printer, submit) for printer in printers]
        self.printers: tuple[Printing, ...] = tuple(self._threads)
        self._others = Others(specs.others, submit)
        self._supervisor = supervise(
            submit, open_drivers(specs, submit, clock), lock_on_stop=specs.lock_on_stop
        )
        self.hand: Hand = self._supervisor

    def elsewhere(self, name: str) -> Printing | None:
        return self._others.find(name)

    def start(self) -> None:
        self._supervisor.start()
        for thread in self._threads:
            thread.start()

    def stop_reading(self) -> bool:
        """Stop scanners and scale, so that nothing comes after this. Whether all have ended."""
        return self._supervisor.stop()

    def stop_printing(self) -> bool:
        """Stop the printers after the job that each has at hand. Whether all have ended."""
        ended = [thread.stop() for thread in self._threads]  # a list, so that each one is stopped
        return all(ended)


class InlineEquipment:
    """Printers without threads, for scripts. Scans and weights come from the script's lines."""

    def __init__(self, specs: Specs, printers: Sequence[LabelPrinter], submit: Submit) -> None:
        self._printers = [InlinePrinter(printer, submit) for printer in printers]
        self.printers: tuple[Printing, ...] = tuple(self._printers)
        self._others = Others(specs.others, submit)
        self.hand: Hand = NoHand()

    def elsewhere(self, name: str) -> Printing | None:
        return self._others.find(name)

    def close(self) -> None:
        for printer in self._printers:
            printer.close()


class Others:
    """Printers of other benches. This one contacts them only to print a label."""

    def __init__(self, specs: Sequence[tuple[str, str]], submit: Submit) -> None:
        """Raises UsageFault where a spec names no printer."""
        self._specs = dict(specs)
        self._submit = submit
        for spec in self._specs.values():
            try:
                open_printer(spec).close()
            except ValueError as error:
                raise UsageFault(str(error)) from error

    def find(self, name: str) -> Printing | None:
        spec = self._specs.get(name)
        if not spec:
            return None
        printer = InlinePrinter(open_printer(spec), self._tell)
        if not printer.dpi:  # the label is made for its resolution, so it is asked first
            printer.look()
        return printer

    def _tell(self, message: DeviceMessage) -> None:
        """Submit what became of the label. How that printer is, its own bench is told."""
        if isinstance(message, PrintResult):
            self._submit(message)


def supervise(
    submit: Submit, drivers: Sequence[Driver], *, lock_on_stop: bool = False
) -> Supervisor:
    """The supervisor of these devices. Raises UsageFault where two of them are one device."""
    try:
        return Supervisor(submit, drivers, lock_on_stop=lock_on_stop)
    except ValueError as error:
        raise UsageFault("The same device is named twice.") from error


def open_drivers(specs: Specs, submit: Submit, clock: Clock) -> list[Driver]:
    """Drivers of the scanners with a line of their own, and of the scale. Raises UsageFault."""
    found = [_checked(open_scanner, spec, submit, clock) for spec in specs.lines]
    if specs.scale:
        found.append(_checked(open_scale, specs.scale, submit, clock))
    return found


def _checked(make: Callable[..., Driver], spec: str, submit: Submit, clock: Clock) -> Driver:
    try:
        return make(spec, submit, clock.now)
    except ValueError as error:
        raise UsageFault(str(error)) from error
