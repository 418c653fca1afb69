"""`packbench supervisor`: the whole floor on one screen."""

from __future__ import annotations

import argparse
from dataclasses import replace

from app import config as configuration
from app.cli.options import add_centre, centre_of
from app.cli.station import check_screen
from app.clock import SystemClock
from app.errors import ExitCode, NoScreen


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "supervisor", help="watch the whole floor on one screen", description=__doc__
    )
    add_centre(parser)
    parser.add_argument("--station", default="S1", metavar="NAME", help="name of the desk (S1)")
    parser.add_argument(
        "--scanner", action="append", metavar="SPEC", help="as for a station (wedge)"
    )
    parser.add_argument("--mute", action="store_true", help="no sounds")
    parser.add_argument("--wall", action="store_true", help="full screen, nothing to press")
    parser.add_argument("--offscreen", action="store_true", help="draw without a display")
    parser.add_argument("--lang", choices=("en", "zh_CN"), help="until somebody signs in")
    parser.add_argument("--dark", action="store_true", help="dark colours")


def run(args: argparse.Namespace) -> int:
    args.home.ensure()
    check_screen(offscreen=args.offscreen)
    try:
        from app.cli.check_screen import CheckedDevices
        from app.cli.report_screen import report_for_screen
        from app.compose.bench import Plan
        from app.compose.overview import BoardLook, Outside, Overview
    except ImportError as error:
        raise NoScreen(f"Qt cannot be loaded: {error}.") from error
    # A desk keeps no orders in reserve: it picks none.
    config = replace(configuration.load(args.home.root), reserve=0)
    language = args.lang or config.language
    plan = Plan(args.home, args.station, config, centre_of(args), SystemClock(), language=language)
    look = BoardLook(language, args.dark, args.wall, args.offscreen, args.mute or args.offscreen)
    outside = Outside(report_for_screen, CheckedDevices(args.home))
    Overview(plan, args.scanner or ("wedge",), look, outside).run()
    return ExitCode.OK
