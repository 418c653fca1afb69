"""`packbench supervisor`: the whole floor on one screen."""

from __future__ import annotations

import argparse

from app.cli.options import add_centre, centre_of
from app.cli.station import check_screen
from app.errors import ExitCode, NoScreen


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "supervisor", help="watch the whole floor on one screen", description=__doc__
    )
    add_centre(parser)
    parser.add_argument("--wall", action="store_true", help="full screen, nothing to press")
    parser.add_argument("--offscreen", action="store_true", help="draw without a display")
    parser.add_argument("--lang", choices=("en", "zh_CN"), default="en")
    parser.add_argument("--dark", action="store_true", help="dark colours")


def run(args: argparse.Namespace) -> int:
    args.home.ensure()
    check_screen(offscreen=args.offscreen)
    try:
        from app.compose.overview import BoardLook, Overview
    except ImportError as error:
        raise NoScreen(f"Qt cannot be loaded: {error}.") from error
    look = BoardLook(args.lang, args.dark, args.wall, args.offscreen)
    Overview(centre_of(args), look).run()
    return ExitCode.OK
