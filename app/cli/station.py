"""`packbench station`: a bench with its window, scanners, scale and printers."""

from __future__ import annotations

import argparse
import os
import sys

from app import config as configuration
from app.cli.options import add_centre, add_printer, centre_of
from app.clock import SystemClock
from app.compose.bench import Plan
from app.compose.equipment import Specs
from app.compose.printers import open_printers
from app.errors import ExitCode, NoScreen, UsageFault

XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "station",
        help="open a packing bench or handheld",
        description=__doc__,
    )
    add_options(parser)


def add_options(parser: argparse.ArgumentParser) -> None:
    add_centre(parser)
    parser.add_argument("--station", default="P1", metavar="NAME", help="name of this bench (P1)")
    parser.add_argument("--profile", choices=("bench", "handheld"), default="bench")
    parser.add_argument(
        "--scanner",
        action="append",
        metavar="SPEC",
        help="serial:PORT, serial:usb:VID:PID[:SERIAL], socket://HOST:PORT, hid[:usb:VID:PID], "
        "evdev:PATH, wedge (prefix Ctrl+B, else recognised by its speed), wedge:prefix (only with "
        "the prefix), sim; options follow with semicolons, such as ;feedback=ssi;name=Left; may "
        "be repeated (config.toml, else wedge)",
    )
    parser.add_argument(
        "--scale",
        metavar="SPEC",
        help="the bench's scale: sics:PORT, 8217:PORT, nci:PORT or hid[:usb:VID:PID] (config.toml)",
    )
    add_printer(parser)
    parser.add_argument("--offscreen", action="store_true", help="draw without a display")
    parser.add_argument("--lang", choices=("en", "zh_CN"), default="en", help="until a badge says")
    parser.add_argument(
        "--dark",
        action=argparse.BooleanOptionalAction,
        help="dark colours, or light ones (as they were last)",
    )
    parser.add_argument(
        "--zoom", type=float, help="size of everything, 0.8 to 1.6 (as it was last, else 1)"
    )
    parser.add_argument("--kiosk", action="store_true", help="full screen, cannot be closed")
    parser.add_argument("--mute", action="store_true", help="no sounds")
    parser.set_defaults(demo=False)


def check_screen(*, offscreen: bool) -> None:
    """Raises NoScreen, with the remedy, where there is no display: Qt itself would abort."""
    if offscreen or not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoScreen("There is no display here. Use --offscreen, or start it on a desktop.")
    if os.environ.get("DISPLAY"):
        missing = [package for name, package in XCB_LIBRARIES.items() if not _loads(name)]
        if missing:
            line = "apt-get install -y " + " ".join(missing)
            raise NoScreen(f"Qt needs libraries that are missing. Please run: {line}")


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def run(args: argparse.Namespace) -> int:
    args.home.ensure()
    if args.zoom is not None and not 0.8 <= args.zoom <= 1.6:
        raise UsageFault("--zoom goes from 0.8 to 1.6.")
    check_screen(offscreen=args.offscreen)
    try:
        from app.compose.desktop import Desktop, Look
    except ImportError as error:
        raise NoScreen(f"Qt cannot be loaded: {error}.") from error
    config = configuration.load(args.home.root)
    centre = centre_of(args)
    plan = Plan(args.home, args.station, config, centre, SystemClock(), language=args.lang)
    printers = open_printers(args.printer, args.home, config)
    specs = Specs.chosen(args.scanner, args.scale, config)
    look = Look(
        profile=args.profile,
        kiosk=args.kiosk,
        dark=args.dark,
        scale=args.zoom,
        offscreen=args.offscreen,
        mute=args.mute or args.offscreen,
    )
    Desktop(plan, printers, specs, look).run()
    return ExitCode.OK
