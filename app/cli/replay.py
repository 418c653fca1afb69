"""`packbench replay`: drive the engine from a plain-text script, without Qt.

It writes the durable files of a station. For each line of the script it prints one JSON object,
once the input is durable. A run can be killed at any line and started again from there.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from app import config as configuration
from app.cli.options import add_centre, add_printer, centre_of
from app.cli.output import say
from app.cli.script import ScriptError, ScriptLine, code_of, differs, parse
from app.clock import ManualClock, SystemClock
from app.compose.bench import Plan, ScriptBench
from app.compose.equipment import Specs
from app.compose.printers import open_printers
from app.device_api import Scan, Weight, WeightUnit
from app.domain.commands import from_name
from app.errors import ExitCode, UsageFault
from app.paths import Home
from app.station.answer import Answer
from app.station.home.outcome import AtHome
from app.station.messages import ChooseLanguage, Look, Message, Press, Tick
from app.station.view_json import outcome_json, view_json
from app.store.station.values import parsed_values

PACE_S = 1.0
"""Seconds between two inputs: the pace of a hand, and too slow for the bounce of a trigger."""
LISTEN_S = 0.1
"""So often a bench that waits for its next line asks the centre for news."""
PATIENCE_S = 1.5
"""So long a line waits for an order for which another bench was asked."""
BOUNCE = timedelta(milliseconds=40)


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from app.cli import script

    parser = subparsers.add_parser(
        "replay",
        help="drive a station from a plain-text script",
        description=__doc__,
        epilog=script.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("script", help="the script, or - for standard input, line by line")
    parser.add_argument("--json", action="store_true", help="JSON lines (always on)")
    add_centre(parser)
    parser.add_argument("--station", default="P1", help="station name (P1)")
    parser.add_argument("--lang", choices=("en", "zh_CN"), default="en")
    add_printer(parser)
    parser.add_argument("--at", help="start of the script's clock, ISO 8601 with offset (now)")


def run(args: argparse.Namespace) -> int:
    home: Home = args.home
    home.ensure()
    clock = ManualClock(_start(args.at))
    config = configuration.load(home.root)
    plan = Plan(home, args.station, config, centre_of(args), clock, language=args.lang)
    specs = Specs(others=tuple(config.printers.items()))
    bench = ScriptBench(plan, open_printers(args.printer, home, config), specs)
    if bench.salvaged is not None:
        say(str(bench.salvaged))
    try:
        _forward(clock, bench)
        replay = Replay(bench, clock, others=args.script == "-")
        return replay.run(_typed(bench) if args.script == "-" else _lines(args.script))
    finally:
        bench.close()


def _start(text: str | None) -> datetime:
    if text is None:
        return SystemClock().now()
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageFault(f"--at {text} is no time in ISO 8601.") from error
    if at.tzinfo is None:
        raise UsageFault("--at needs an offset, such as 2026-01-31T08:00:00+00:00.")
    return at


def _forward(clock: ManualClock, bench: ScriptBench) -> None:
    """Move the clock past the last input of an earlier run, so that time never goes back."""
    last = bench.file.history.last_time()
    if last is not None and last > clock.now():
        clock.advance((last - clock.now()).total_seconds())


def _typed(bench: ScriptBench) -> Iterator[str]:
    """The lines of standard input as they come. Between them the bench hears of the others."""
    lines: SimpleQueue[str] = SimpleQueue()

    def read() -> None:
        # Iteration would read ahead.
        for line in iter(sys.stdin.readline, ""):
            lines.put(line)
        lines.put("")

    Thread(target=read, name="stdin", daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=LISTEN_S)
        except Empty:
            bench.settle()
            continue
        if not line:
            return
        yield line


def _lines(script: str) -> Iterator[str]:
    try:
        yield from Path(script).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageFault(f"{script} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageFault(f"{script} is not UTF-8 text.") from error


class Replay:
    """Feeds the lines of a script to a bench and prints the answers.

    others: other benches are at work beside this one, and may give it an order.
    """

    def __init__(self, bench: ScriptBench, clock: ManualClock, *, others: bool = False) -> None:
        self._bench = bench
        self._others = others
        self._clock = clock
        self._view: dict[str, Any] = {}
        self._last: Scan | None = None
        self._failed = False

    def run(self, lines: Iterable[str]) -> int:
        """Run all lines. Exit code 1 where one is no input, or is not answered as it expects."""
        self.open()
        for number, text in enumerate(lines, start=1):
            try:
                line = parse(text)
                if line is not None:
                    _print(self.answer(line, number))
            except ScriptError as error:
                self._failed = True
                _print({"input": text.strip(), "error": f"line {number}: {error}"})
        return ExitCode.ERROR if self._failed else ExitCode.OK

    def open(self) -> None:
        """Go on from the state in the station's file."""
        self._bench.open()
        self._view = view_json(self._bench.answers[-1].view)

    def answer(self, line: ScriptLine, number: int) -> dict[str, Any]:
        """Do what one line says; its input, outcome and view, and "unexpected" where they differ.

        Raises ScriptError.
        """
        known = self._bench.file.history.answered(line.ticket) if line.ticket else None
        if known is not None:
            kind, severity, values = known
            said: dict[str, Any] | None = {
                "kind": kind,
                "severity": severity,
                "values": parsed_values(values),
            }
        else:
            said = self._perform(line)
        result = {
            "input": line.text,
            "outcome": said,
            "view": self._view,
            "seq": self._bench.file.last_seq,
        }
        problem = differs(line, said, self._view)
        if problem:
            self._failed = True
            result["unexpected"] = f"line {number}: {problem}"
        return result

    def _perform(self, line: ScriptLine) -> dict[str, Any] | None:
        bench = self._bench
        bench.station.ticket = line.ticket
        answers: list[Answer] = []
        match line.verb:
            case "offline":
                bench.answers.clear()
                bench.go_offline()
            case "online":
                bench.answers.clear()
                bench.go_online()
            case "wait":
                self._clock.advance(float(line.argument))
                bench.feed(Tick(self._clock.now()))
            case _:
                answers = self._given(bench.feed(self._message(line)))
        bench.station.ticket = ""
        if bench.answers:
            self._view = view_json(bench.answers[-1].view)
        # The first answer is to the input. Later ones, such as a printer's news, change the view.
        return outcome_json(answers[0].outcome) if answers else None

    def _given(self, answers: list[Answer]) -> list[Answer]:
        """The answers from the one on that the centre led to, where it had to be asked first."""
        bench = self._bench
        end = time.monotonic() + (PATIENCE_S if self._others else 0)
        while bench.online and bench.station.session.asked and time.monotonic() < end:
            time.sleep(LISTEN_S / 2)  # the other bench is another process: nothing wakes this one
            bench.settle()
        first = answers[0].outcome if answers else None
        if first is not None and first.kind is AtHome.CLAIM_ASKED:
            return bench.answers[-1:]
        return answers

    def _message(self, line: ScriptLine) -> Message:
        clock, argument = self._clock, line.argument
        if line.verb == "again":
            if self._last is None:
                raise ScriptError("again needs a scan before it.")
            clock.advance(BOUNCE.total_seconds())
            self._last = Scan(self._last.text, "", "script", clock.now())
            return self._last
        clock.advance(PACE_S)
        match line.verb:
            case "scan":
                self._last = _scan(code_of(argument, self._view), clock.now())
                return self._last
            case "press":
                command = from_name(argument)
                if command is None:
                    raise ScriptError(f"“{argument}” is no command.")
                return Press(command)
            case "touch":
                kind, _, name = argument.partition(" ")
                return Look(kind, name)
            case "weigh":
                return Weight(Decimal(argument), WeightUnit.G, "script", clock.now())
            case _:
                return ChooseLanguage(argument)


def _scan(text: str, at: datetime) -> Scan:
    """The scan of a code. A leading AIM id is its symbology, as scanners send it."""
    if text[:1] == "]" and len(text) > 3 and text[1].isalpha():
        return Scan(text[3:], text[:3], "script", at)
    return Scan(text, "", "script", at)


def _print(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()
