"""What a shift, a day or any other time has brought: throughput, shortages, labels, lead times.

Each figure says its formula and from how many it was made. Times are those of the benches' clocks.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.options import add_centre, add_json, existing_centre
from app.errors import EnvironmentFault, ExitCode, UsageFault

if TYPE_CHECKING:
    from app.reports.rates import Rates
    from app.reports.shift import Asked
    from app.reports.whole import Whole
    from app.sync.centre import SqlCentre

_MOST = timedelta(days=400)
_MOST_COVER = 3650
_FIRST_YEAR, _LAST_YEAR = 1990, 2200


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
        "--compare", action="store_true", help="also with the time before, of the same length"
    )
    parser.add_argument(
        "--people", metavar="NUMBER", help="also person by person; which supervisor asks for it"
    )
    parser.add_argument(
        "--customers", action="store_true", help="also receiver by receiver: personal data"
    )
    parser.add_argument(
        "--cover-days",
        type=float,
        metavar="N",
        help="products whose stock lasts for fewer days are marked (the site's rule cover_days)",
    )
    parser.add_argument(
        "--rate",
        metavar="NAME=AMOUNT",
        action="append",
        default=[],
        help="instead of the site's rule: cost_minute=0.45, cost_label, cost_carton,"
        " cost_carton.BOX-S, cost_freight.DHL, currency=EUR",
    )
    parser.add_argument("--csv", metavar="FILE", type=Path, help="write all tables into a file")
    parser.add_argument("--xlsx", metavar="FILE", type=Path, help="write them as a workbook")
    parser.add_argument("--pdf", metavar="FILE", type=Path, help="write them as pages")
    parser.add_argument(
        "--nightly",
        action="store_true",
        help="yesterday's report in --folder, as csv, xlsx and pdf; what is there stays",
    )
    parser.add_argument("--folder", metavar="DIR", type=Path, help="of --nightly")
    parser.add_argument(
        "--mail",
        metavar="ADDRESS",
        action="append",
        default=[],
        help="send the PDF there, by the mail server of config.toml",
    )
    add_centre(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from app import config as configuration
    from app.cli import report_nightly as nightly
    from app.cli.output import say
    from app.cli.report_files import write
    from app.cli.report_mail import mailer
    from app.clock import SystemClock

    now = SystemClock().now()
    if args.nightly:
        _check_nightly(args)
        args.day = nightly.yesterday(now).isoformat()
    elif args.folder:
        raise UsageFault("--folder needs --nightly.")
    span = _span(args, now)
    if args.cover_days is not None and not 0 < args.cover_days <= _MOST_COVER:
        raise UsageFault(f"--cover-days is more than 0, and at most {_MOST_COVER}.")
    _told(args.rate)
    config = configuration.load(args.home.root)
    if args.people and not config.personal_reports:
        raise EnvironmentFault("Personal figures are switched off here: personal_reports.")
    mail = mailer(config, args.home.root, args.mail) if args.mail else None
    centre = existing_centre(args)
    try:
        if not args.nightly:
            write(_asked_of(centre, args, span, now), args, mail)
            return ExitCode.OK
        written = nightly.write_missing(
            args.folder.absolute(),
            nightly.yesterday(now),
            lambda: _asked_of(centre, args, span, now),
            mail,
        )
    finally:
        centre.close()
    for path in written:
        say(f"{path} is written.")
    if not written:
        say(f"The report of {args.day} is there already.")
    return ExitCode.OK


def _check_nightly(args: argparse.Namespace) -> None:
    if args.folder is None:
        raise UsageFault("--nightly needs --folder.")
    others = (args.day, args.hours, args.since, args.csv, args.xlsx, args.pdf)
    if any(one is not None for one in others) or args.json:
        raise UsageFault("--nightly is of yesterday and into its folder; leave the others out.")


def _asked_of(
    centre: SqlCentre, args: argparse.Namespace, span: tuple[datetime, datetime], now: datetime
) -> Whole:
    from app.domain.rows.site_rules import value_of
    from app.importing.rights import demand
    from app.reports.shift import Asked

    if args.people:
        demand(centre, args.people)
    site = {name: row.value for name, row in centre.site_rules().items()}
    rates = rates_of({**site, **_told(args.rate)})
    days = args.cover_days or value_of("cover_days", site)
    asked = Asked(*span, now, bool(args.people), args.customers, days)
    return made(centre, asked, rates, compare=args.compare)


def made(centre: SqlCentre, asked: Asked, rates: Rates, *, compare: bool) -> Whole:
    """Of one snapshot of the centre."""
    from app.domain.facts import Kind
    from app.reports.fold import KINDS
    from app.reports.whole import whole

    with centre.history() as past:
        return whole(
            lambda since, until: past.facts(KINDS, since, until),
            lambda names: past.rows(Kind.ORDER, names),
            past.on_hand,
            past.ahead,
            asked,
            rates,
            compare=compare,
        )


def _told(words: list[str]) -> dict[str, str]:
    """Rates from NAME=AMOUNT. Raises UsageFault."""
    from app.reports.rates import is_setting

    told = {}
    for word in words:
        name, equals, amount = word.partition("=")
        if not equals or not is_setting(name):
            raise UsageFault(f"--rate: {word} is no rate such as cost_minute=0.45.")
        told[name] = amount
    rates_of(told)
    return told


def rates_of(settings: dict[str, str]) -> Rates:
    """Raises UsageFault."""
    from app.reports.rates import RateFault, Rates

    try:
        return Rates.of(settings)
    except RateFault as fault:
        raise UsageFault(str(fault)) from None


# --- which time -----------------------------------------------------------------------------------


def _span(args: argparse.Namespace, now: datetime) -> tuple[datetime, datetime]:
    """Aware, UTC. A day may have 23 or 25 hours. Raises UsageFault."""
    if args.until and not args.since:
        raise UsageFault("--until needs --since.")
    if args.day:
        since, until = day_of(args.day)
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


def day_of(text: str) -> tuple[datetime, datetime]:
    """The bounds of a day of the site's calendar, UTC. Raises UsageFault."""
    start = _time(text, "--day")
    after = start.astimezone().replace(tzinfo=None) + timedelta(days=1)
    return start, after.astimezone(UTC)


def _time(text: str, option: str) -> datetime:
    """A time without a zone is the site's. Raises UsageFault."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UsageFault(f"{option}: {text} is no time such as 2026-03-02T06:00.") from None
    if not _FIRST_YEAR <= at.year < _LAST_YEAR:
        raise UsageFault(f"{option}: {text} is not between {_FIRST_YEAR} and {_LAST_YEAR}.")
    return at.astimezone(UTC)
