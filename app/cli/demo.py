"""`packbench demo`: an invented warehouse on an embedded centre, with simulated devices.

Without a display the same shift is played offscreen; --headless asks for that and writes
screenshots, labels, documents and summary.json. The folder of --home is kept, and the next demo
with it goes on there; without --home nothing is kept.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import config as configuration
from app.cli.station import check_screen
from app.clock import SystemClock
from app.demo import site
from app.demo.stock_work import with_stock_work
from app.errors import EnvironmentFault, ExitCode, NoScreen, UsageFault
from app.paths import Home

STATION = "P1"
MARK = "demo.txt"
"""The file by which a home of the demo is known."""
WINDOW_ORDERS = 40
_END_S = 20
_PROGRAM = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]


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
    parser.add_argument(
        "--supervisor", action="store_true", help="also open the supervisor's window"
    )
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
    with _home(args.named_home) as home:
        home.ensure()
        if headless:
            return _headless(args, home)
        return _window(args, home)


_SETTINGS = f"""\
# Made by packbench demo: how its people walk.
route = "exact"

[layout]
spacing_mm = {site.LAYOUT.spacing_mm}
cross_mm = {list(site.LAYOUT.cross_mm)}
depot_aisle = {site.LAYOUT.depot.aisle}
depot_mm = {site.LAYOUT.depot.position_mm}
"""


@contextmanager
def _home(named: Home | None) -> Iterator[Home]:
    """The folder that was named, which is kept; without one, a folder for this run.

    Raises UsageFault where a folder holds something else than a demo: invented orders must not get
    among real ones.
    """
    if named is None:
        with tempfile.TemporaryDirectory(
            prefix="packbench-demo-", ignore_cleanup_errors=True
        ) as it:
            yield Home(Path(it))
        return
    strange = named.root.is_dir() and not (named.root / MARK).exists()
    if strange and any(path != named.logs for path in named.root.iterdir()):
        raise UsageFault(f"{named.root} is not empty, and no demo made it. Name a new folder.")
    yield named


def _seed(home: Home, orders: int, seed: int) -> None:
    """Invent the site, unless an earlier run has done so in this home."""
    from app.compose.seeding import seed_centre

    mark = home.root / MARK
    if mark.exists():
        return
    settings = home.root / "config.toml"
    if not settings.exists():
        home.ensure()
        settings.write_text(_SETTINGS, encoding="utf-8")
    made = site.make(SystemClock().now(), orders=orders, seed=seed)
    seed_centre(home, with_stock_work(made))
    mark.write_text("Made by packbench demo; invented orders only.\n", encoding="utf-8")


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
    with _supervisor(home, args):
        DemoWindow(home, args, STATION).run()
    return ExitCode.OK


@contextmanager
def _supervisor(home: Home, args: argparse.Namespace) -> Iterator[None]:
    """The supervisor's window beside the demo's, as the program of its own that it is."""
    if not args.supervisor:
        yield
        return
    words = ["--home", str(home.root), "supervisor", "--lang", args.lang]
    words += ["--dark"] if args.dark else []
    beside = subprocess.Popen([*_PROGRAM, *words])
    try:
        yield
    finally:
        beside.terminate()
        beside.wait(_END_S)
