"""`packbench demo`: an invented warehouse on an embedded centre, with simulated devices.

Without a display the same shift is played offscreen; --headless asks for that and writes
screenshots, labels, documents and summary.json.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from app import config as configuration
from app.cli.station import check_screen
from app.clock import SystemClock
from app.demo import site
from app.errors import EnvironmentFault, ExitCode, NoScreen, UsageFault
from app.paths import Home

STATION = "P1"
WINDOW_ORDERS = 40


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "demo", help="see it work, without hardware", description=__doc__
    )
    parser.add_argument("--headless", action="store_true", help="play a shift offscreen")
    parser.add_argument(
        "--out", metavar="DIR", help="where the headless shift writes (packbench-demo)"
    )
    parser.add_argument("--orders", type=int, metavar="N", help="orders (40; headless 12)")
    parser.add_argument("--lang", choices=("en", "zh_CN"), default="en")
    parser.add_argument("--profile", choices=("bench", "handheld"), default="bench")
    parser.add_argument("--dark", action="store_true", help="dark colours")
    parser.add_argument("--seed", type=int, default=1, help="another invented warehouse (1)")
    parser.add_argument("--json", action="store_true", help="print the headless summary as JSON")


def run(args: argparse.Namespace) -> int:
    if args.orders is not None and not 1 <= args.orders <= 2000:
        raise UsageFault("--orders goes from 1 to 2000.")
    headless = args.headless
    if not headless:
        try:
            check_screen(offscreen=False)
        except NoScreen as fault:
            sys.stderr.write(f"{fault} The same shift is played offscreen now.\n")
            headless = True
    folder = Path(tempfile.mkdtemp(prefix="packbench-demo-"))
    try:
        home = Home(folder)
        home.ensure()
        if headless:
            return _headless(args, home)
        return _window(args, home)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _seed(home: Home, orders: int, seed: int) -> None:
    from app.compose.seeding import seed_centre

    seed_centre(home, site.make(SystemClock().now(), orders=orders, seed=seed))


def _headless(args: argparse.Namespace, home: Home) -> int:
    out = Path(args.out or "packbench-demo")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(f"{out} cannot be written: {error.strerror}.") from error
    from app.cli.shift import Shift
    from app.compose.desktop import Look

    orders = args.orders or 12
    _seed(home, orders, args.seed)
    look = Look(profile=args.profile, dark=args.dark, offscreen=True, mute=True)
    config = configuration.load(home.root)
    shift = Shift(home, config, out, look, orders=orders, language=args.lang)
    summary = shift.play()
    if args.json:
        sys.stdout.write(summary.json_text() + "\n")
    else:
        sys.stdout.write(summary.words() + "\n")
    return ExitCode.OK if summary.complete else ExitCode.ERROR


def _window(args: argparse.Namespace, home: Home) -> int:
    from app.cli.demo_window import DemoWindow

    _seed(home, args.orders or WINDOW_ORDERS, args.seed)
    DemoWindow(home, args, STATION).run()
    return ExitCode.OK
