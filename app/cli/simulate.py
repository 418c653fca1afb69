"""A device without hardware: it prints how to name it to a station, then does what it is told.

Lines on standard input are what a person would do to it (see --help of each device); what happens
to it (a beep, a printed label) comes out on standard output. It ends with `quit`, Ctrl+C or when
it is told to end; the end of its input leaves it running.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import FrameType

from app.cli.output import say
from app.device_api import Trouble
from app.errors import EnvironmentFault, ExitCode

Deed = Callable[[str], object]
LOOK_S = 0.1


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "simulate",
        help="a scanner, scale or printer without hardware, to try things with",
        description=__doc__,
    )
    devices = parser.add_subparsers(metavar="DEVICE", dest="device", required=True)
    scanner = _device(devices, "scanner", "a serial scanner; lines: scan CODE, unplug, plug")
    scanner.add_argument(
        "--feedback",
        choices=("none", "ssi", "datalogic", "datalogic-corded", "honeywell"),
        default="ssi",
        help="whose language it speaks (ssi)",
    )
    scanner.add_argument("--link", metavar="PATH", help="a stable name for its port")
    hid = _device(devices, "hid-pos", "a USB HID POS scanner; lines: scan CODE, unplug, plug")
    hid.add_argument("--socket", metavar="PATH", help="where it listens (a new temporary file)")
    scale = _device(devices, "scale", "a scale; lines: put GRAMS, take GRAMS, clear, over, well")
    scale.add_argument("--protocol", choices=("sics", "8217", "nci"), default="sics")
    printer = _device(
        devices,
        "printer",
        "a Zebra printer on TCP; lines: fault paper_out|ribbon_out|head_open|paused, mend, lose, "
        "slow SECONDS",
    )
    printer.add_argument("--port", type=int, default=0, help="TCP port (any free one)")
    printer.add_argument("--dpi", type=int, choices=(203, 300), default=203)
    printer.add_argument("--folder", metavar="DIR", help="where the pictures of its labels go")
    ipp = _device(devices, "ipp", "an IPP printer; lines: fault paper_out, mend")
    ipp.add_argument("--port", type=int, default=0, help="TCP port (any free one)")


def _device(
    devices: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    parser = devices.add_parser(name, help=text, description=text)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser


class Show:
    """Prints what happens to the device. May be called from any thread."""

    def __init__(self, *, as_json: bool) -> None:
        self._json = as_json
        self._lock = threading.Lock()

    def __call__(self, what: str, value: str = "") -> None:
        with self._lock:
            line = json.dumps({"what": what, "value": value}, ensure_ascii=False)
            sys.stdout.write((line if self._json else f"{what} {value}".strip()) + "\n")
            sys.stdout.flush()


def run(args: argparse.Namespace) -> int:
    show = Show(as_json=args.json)
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    with ExitStack() as stack:
        try:
            spec, deeds, events = _MAKERS[args.device](args, stack)
        except OSError as error:
            raise EnvironmentFault(f"The device cannot be simulated: {error}.") from error
        show("ready", spec)
        watcher = threading.Thread(target=_watch, args=(events, show, ended), daemon=True)
        watcher.start()
        reader = threading.Thread(target=_obey, args=(deeds, ended), daemon=True)
        reader.start()
        ended.wait()
        watcher.join()
    return ExitCode.OK


Events = Callable[[], list[tuple[str, str]]]
Made = tuple[str, Mapping[str, Deed], Events]


def _watch(events: Events, show: Show, ended: threading.Event) -> None:
    seen = 0
    while True:
        last = ended.wait(LOOK_S)
        found = events()
        for what, value in found[seen:]:
            show(what, value)
        seen = len(found)
        if last:
            return


def _obey(deeds: Mapping[str, Deed], ended: threading.Event) -> None:
    for line in sys.stdin:
        verb, _, rest = line.strip().partition(" ")
        if verb == "quit":
            ended.set()
            return
        deed = deeds.get(verb)
        if deed is None:
            if verb:
                say(f"“{verb}” is nothing this device does. It knows {', '.join(deeds)}, quit.")
            continue
        try:
            deed(rest.strip())
        except (ValueError, OSError) as error:
            say(str(error))


def _scanner(args: argparse.Namespace, stack: ExitStack) -> Made:
    from devices.simulators.serial_scanner import SimulatedSerialScanner

    link = Path(args.link) if args.link else None
    device = stack.enter_context(SimulatedSerialScanner(args.feedback, link))
    deeds: dict[str, Deed] = {
        "scan": device.scan,
        "unplug": lambda _: device.unplug(),
        "plug": lambda _: device.plug(),
    }
    return device.spec, deeds, lambda: [("beep", beep.value) for beep in device.beeps]


def _hid_pos(args: argparse.Namespace, stack: ExitStack) -> Made:
    from devices.simulators.hid_pos import SimulatedHidPos

    path = args.socket or str(Path(stack.enter_context(tempfile.TemporaryDirectory())) / "hid")
    device = stack.enter_context(SimulatedHidPos(Path(path)))
    deeds: dict[str, Deed] = {
        "scan": device.scan,
        "unplug": lambda _: device.unplug(),
        "plug": lambda _: device.plug(),
    }
    return device.spec, deeds, lambda: [("beep", beep.value) for beep in device.beeps]


def _scale(args: argparse.Namespace, stack: ExitStack) -> Made:
    from devices.simulators.scales import SimulatedScale

    device = stack.enter_context(SimulatedScale(args.protocol))
    deeds: dict[str, Deed] = {
        "put": lambda text: device.put(_grams(text)),
        "take": lambda text: device.take(_grams(text)),
        "clear": lambda _: device.take_all(),
        "over": lambda _: device.be("over"),
        "under": lambda _: device.be("under"),
        "well": lambda _: device.be(""),
    }
    return device.spec, deeds, list


def _printer(args: argparse.Namespace, stack: ExitStack) -> Made:
    from devices.simulators.zebra import VirtualZebra

    folder = Path(args.folder) if args.folder else None
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    device = stack.enter_context(VirtualZebra(port=args.port, dpi=args.dpi, folder=folder))
    deeds: dict[str, Deed] = {
        "fault": lambda text: device.fault(_trouble(text)),
        "mend": lambda _: device.fault(None),
        "lose": lambda _: device.lose_next_job(),
        "slow": lambda text: device.slow(float(_grams(text))),
    }
    return device.spec, deeds, lambda: [("label", f"{len(zpl)} bytes") for zpl in device.printed]


def _ipp(args: argparse.Namespace, stack: ExitStack) -> Made:
    from devices.simulators.ipp_printer import VirtualIppPrinter

    device = stack.enter_context(VirtualIppPrinter(port=args.port))
    deeds: dict[str, Deed] = {
        "fault": lambda text: device.fault(_trouble(text)),
        "mend": lambda _: device.fault(None),
    }
    return device.spec, deeds, lambda: [("page", f"{len(page)} bytes") for page in device.printed]


def _grams(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"“{text}” is no number.") from error


def _trouble(text: str) -> Trouble:
    try:
        return Trouble(text)
    except ValueError as error:
        raise ValueError(f"“{text}” is no trouble; paper_out is one.") from error


_MAKERS: dict[str, Callable[[argparse.Namespace, ExitStack], Made]] = {
    "scanner": _scanner,
    "hid-pos": _hid_pos,
    "scale": _scale,
    "printer": _printer,
    "ipp": _ipp,
}
