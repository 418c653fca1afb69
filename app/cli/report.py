"""What a shift, a day or any other time has brought: throughput, shortages, labels, lead times.

Each figure says its formula and from how many it was made. Times are those of the benches' clocks.
"""

from __future__ import annotations

import argparse
import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, existing_centre
from app.errors import EnvironmentFault, ExitCode, UsageFault

if TYPE_CHECKING:
    from app.reports.shift import ShiftReport
    from app.sync.centre import SqlCentre

_MOST = timedelta(days=400)


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "report", help="what a shift or a day has brought, as figures", description=__doc__
    )
    span = parser.add_mutually_exclusive_group()
    span.add_argument("--day", metavar="DATE", help="a day of the site's calendar: 2026-03-02")
    span.add_argument("--hours", type=float, metavar="N", help="the last N hours (default: 8)")
    span.add_argument("--since", metavar="TIME", help="from then on: 2026-03-02T06:00")
    parser.add_argument("--until", metavar="TIME", help="with --since: before then (now)")
    parser.add_argument(
        "--people", metavar="NUMBER", help="also person by person; which supervisor asks for it"
    )
    parser.add_argument("--csv", metavar="FILE", type=Path, help="write all tables into a file")
    parser.add_argument("--pdf", metavar="FILE", type=Path, help="write them as pages")
    add_centre(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from app import config as configuration
    from app.clock import SystemClock
    from app.importing.rights import demand

    since, until = _span(args, SystemClock().now())
    personal = configuration.load(args.home.root).personal_reports
    if args.people and not personal:
        raise EnvironmentFault("Personal figures are switched off here: personal_reports.")
    centre = existing_centre(args)
    try:
        if args.people:
            demand(centre, args.people)
        report = _made(centre, since, until, personal=bool(args.people))
    finally:
        centre.close()
    _write(report, args)
    return ExitCode.OK


def _made(centre: SqlCentre, since: datetime, until: datetime, *, personal: bool) -> ShiftReport:
    from app.domain.facts import Kind
    from app.reports.shift import KINDS, shift_report

    with centre.history() as past:
        facts = past.facts(KINDS, since, until)
        return shift_report(
            facts, lambda names: past.rows(Kind.ORDER, names), since, until, personal=personal
        )


# --- which time -----------------------------------------------------------------------------------


def _span(args: argparse.Namespace, now: datetime) -> tuple[datetime, datetime]:
    """Aware, UTC. A day may have 23 or 25 hours. Raises UsageFault."""
    if args.until and not args.since:
        raise UsageFault("--until needs --since.")
    if args.day:
        start = _time(args.day, "--day")
        after = start.astimezone().replace(tzinfo=None) + timedelta(days=1)
        since, until = start, after.astimezone(UTC)
    elif args.since:
        since = _time(args.since, "--since")
        until = _time(args.until, "--until") if args.until else now
    else:
        hours = 8 if args.hours is None else args.hours
        if not 0 < hours <= _MOST / timedelta(hours=1):
            raise UsageFault("--hours goes from a little more than 0 to 9600.")
        since, until = now - timedelta(hours=hours), now
    if not timedelta(0) < until - since <= _MOST:
        raise UsageFault("The time ends before it begins, or is longer than 400 days.")
    return since, until


def _time(text: str, option: str) -> datetime:
    """A time without a zone is the site's. Raises UsageFault."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UsageFault(f"{option}: {text} is no time such as 2026-03-02T06:00.") from None
    return at.astimezone(UTC)


# --- writing --------------------------------------------------------------------------------------


def _write(report: ShiftReport, args: argparse.Namespace) -> None:
    from app.cli.output import put, put_json, table, write_whole
    from app.reports.tables import tables

    made = list(tables(report))
    span = " – ".join(f"{at.astimezone():%Y-%m-%d %H:%M %z}" for at in (report.since, report.until))
    if args.csv is not None:
        write_whole(args.csv.absolute(), _csv(span, made))
    if args.pdf is not None:
        from app.labels.report import report as pages

        parts = [(one.title, one.head, one.rows) for one in made]
        write_whole(args.pdf.absolute(), pages("Report", span, parts))
    if args.json:
        put_json(_as_json(report))
        return
    put(span)
    for one in made:
        put("")
        put(one.title)
        for line in table([one.head, *one.rows]):
            put(line)


def _csv(span: str, made: list[Any]) -> bytes:
    """One file: a row a line, the table's title before each. A spreadsheet takes no cell for a
    formula.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("report", span))
    for one in made:
        writer.writerow((one.title, *one.head))
        writer.writerows((one.title, *map(_tame, row)) for row in one.rows)
    return text.getvalue().encode("utf-8-sig")


def _tame(cell: str) -> str:
    return f"'{cell}" if cell[:1] in "=+@\t\r" or (cell[:1] == "-" and len(cell) > 1) else cell


def _as_json(report: ShiftReport) -> dict[str, Any]:
    """These names are a contract with scripts."""
    from app.domain import codec

    found: dict[str, Any] = codec.dump(report)
    return found
