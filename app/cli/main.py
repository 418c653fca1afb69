"""The command line: it runs a subcommand, and turns faults into sentences and exit codes.

A subcommand is a module with `add(subparsers)` and `run(args) -> int`; `args.home` is a `Home`, and
`args.named_home` the same if the words name it, else None.
Only the module of the given command is imported, so that each starts quickly.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import io
import logging
import os
import sys
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from app.cli.output import put_json, say
from app.errors import EnvironmentFault, ExitCode, UsageFault
from app.paths import Home

log = logging.getLogger(__name__)

COMMANDS = {
    "station": ("station", "open a packing bench or handheld"),
    "supervisor": ("supervisor", "watch the whole floor on one screen"),
    "demo": ("demo", "see it work, without hardware"),
    "replay": ("replay", "drive a station from a plain-text script"),
    "import": ("import_file", "import orders, products, bins, stock, operators, cartons, loads"),
    "formats": ("formats", "list the formats that can be imported, with columns and an example"),
    "order": (
        "order",
        "find orders, show one with all that happened to it, or what the waiting ones lack",
    ),
    "serial": ("serial", "show where a unit with a serial number is, and all that happened to it"),
    "site": ("site", "list the site's rules, or set one"),
    "message": ("message", "write to a bench, and see whether it was read there"),
    "tasks": ("tasks", "list the floor's tasks, add one, or drop one"),
    "exceptions": ("exceptions", "list what waits for a person, look at it, and decide"),
    "alarms": ("alarms", "list the site's alarms, acknowledge one, or keep watch without a window"),
    "bins": ("bins", "list and check the storage places, and print their labels"),
    "db": ("db.command", "make, upgrade, prove, back up and protect the centre"),
    "report": ("report", "what a shift or a day has brought, as figures"),
    "what-if": ("what_if", "how a day would have gone with other people, cut-offs or batches"),
    "operators": ("operators", "list, add and change the people of the site"),
    "commands": ("commands", "make the sheet of command barcodes"),
    "print": ("print_label", "print a carrier's label: PDF, PNG, JPEG, GIF or ZPL"),
    "check": ("check", "list every device, how it is, and what to do about it"),
    "simulate": ("simulate", "a scanner, scale or printer without hardware, to try things with"),
}
"""Command -> its module in app.cli, and its line in --help. Missing modules are left out."""

_EPILOG = """\
exit codes:
  0  done
  1  error: one sentence on standard error says which
  2  the command line's words are off
  3  no display, or a library of the window system is missing
  4  another program works on this home already
  5  done, but rows of a file were rejected

All times are UTC, weights are grams, sizes are millimetres. The home is the folder of --home, else
of the variable PACKBENCH_HOME, else the user's data folder.
"""


class Parser(argparse.ArgumentParser):
    """Takes --home before and after the subcommand. Errors are raised, for `main` to report."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options, allow_abbrev=False)
        self.add_argument(
            "--home",
            metavar="DIR",
            default=argparse.SUPPRESS,
            help="folder with all data of this installation (default: PACKBENCH_HOME, else the "
            "user's data folder)",
        )

    def error(self, message: str) -> NoReturn:
        raise UsageFault(f"{self.prog}: {message}\nTry: {self.prog} --help")


def parser(words: Sequence[str]) -> Parser:
    """The parser for these words. Of other commands than theirs it knows only the names."""
    made = Parser(
        prog="packbench",
        description="Packbench: pick, pack, label and dispatch at a warehouse workstation.",
        epilog=_EPILOG,
    )
    made.set_defaults(home=None, json=False)
    subparsers = made.add_subparsers(
        metavar="COMMAND", dest="command", required=True, title="commands"
    )
    chosen = _chosen(words)
    for name, (module, text) in COMMANDS.items():
        full = f"app.cli.{module}"
        if importlib.util.find_spec(full) is None:
            continue
        if name == chosen:
            command = importlib.import_module(full)
            command.add(subparsers)
            subparsers.choices[name].set_defaults(run=command.run)
        else:
            subparsers.add_parser(name, help=text)
    return made


def _chosen(words: Sequence[str]) -> str:
    """The command among the words; "" = there is none."""
    left = iter(words)
    for word in left:
        if word == "--home":
            next(left, "")
        elif not word.startswith("-"):
            return word
    return ""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. No exception escapes but SystemExit of argparse."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        args = parser(words).parse_args(words)
        args.named_home = Home.find(args.home) if args.home else None
        args.home = Home.find(args.home)
    except SystemExit as end:  # --help
        return int(end.code or 0)
    except UsageFault as fault:
        return _refused(fault, as_json="--json" in words)
    with _for_the_owner_alone():
        return _guarded(args)


@contextmanager
def _for_the_owner_alone() -> Iterator[None]:
    """Make every new file readable by its owner alone: a home holds addresses and badges."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _guarded(args: argparse.Namespace) -> int:
    from app.cli.log import log_to
    from app.intake.values import IntakeError

    with log_to(args.home.log_file) as file:
        try:
            code = int(args.run(args))
            sys.stdout.flush()
        except (EnvironmentFault, IntakeError) as fault:
            return _refused(fault, as_json=args.json)
        except KeyboardInterrupt:
            return _refused(EnvironmentFault("Stopped."), as_json=args.json)
        except BrokenPipeError:
            # Nobody reads the output any more (`| head`). The interpreter must end without a word.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return ExitCode.ERROR
        except Exception:  # above every command: a bug is reported as a bug
            report = uuid.uuid4().hex[:6].upper()
            log.exception("report %s: a bug ended the command", report)
            where = "could not be written" if file.failed else f"is {file.baseFilename}"
            text = f"Packbench has made a mistake (report {report}). The log {where}."
            return _refused(EnvironmentFault(text), as_json=args.json)
        return code


def _refused(fault: Exception, *, as_json: bool) -> int:
    say(str(fault))
    if as_json:
        put_json({"error": str(fault)})
    return int(getattr(fault, "exit_code", ExitCode.ERROR))
