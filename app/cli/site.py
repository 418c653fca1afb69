"""`packbench site`: what the site has decided for all its benches and its office."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, centre_of, existing_centre
from app.errors import ExitCode, UsageFault

if TYPE_CHECKING:
    from app.domain.rows.site_rules import SiteRule


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "list the site's rules, or set one"
    parser = subparsers.add_parser("site", help=text, description=f"{text.capitalize()}.")
    verbs = parser.add_subparsers(metavar="VERB", required=True, dest="verb")
    listed = verbs.add_parser("list", help="each rule, its value, and what it does")
    put = verbs.add_parser("set", help="decide one; all benches follow as soon as they are told")
    put.add_argument("name", metavar="NAME", help="of the rule, as `list` prints it")
    put.add_argument("value", metavar="VALUE", help='the new value; "" = its default again')
    put.add_argument(
        "--operator", metavar="NUMBER", required=True, help="which supervisor decides it"
    )
    for verb in (listed, put):
        add_centre(verb)
        add_json(verb)


def run(args: argparse.Namespace) -> int:
    from app.importing.rights import demand

    centre = existing_centre(args)
    try:
        if args.verb == "set":
            demand(centre, args.operator)
            _set(args)
        rows = centre.site_rules()
    finally:
        centre.close()
    _show(rows, args)
    return ExitCode.OK


def _set(args: argparse.Namespace) -> None:
    from app.clock import SystemClock
    from app.domain.rows.site_rules import UnknownRuleError, setting
    from app.importing.saying import say

    try:
        fact = setting(args.name, args.value)
    except UnknownRuleError:
        raise UsageFault(f"There is no rule {args.name}; `packbench site list` has all.") from None
    except ValueError as expected:
        raise UsageFault(f"{args.name} is {expected}, not {args.value!r}.") from None
    say([fact], args.home, centre_of(args), SystemClock(), operator=args.operator)


def _show(rows: dict[str, SiteRule], args: argparse.Namespace) -> None:
    from app.cli.output import put, put_json, table
    from app.domain.rows.site_rules import listing

    found = list(listing(rows))
    if args.json:
        put_json({"rules": [_as_json(name, value, rows.get(name)) for name, value, _ in found]})
        return
    head = ("rule", "value", "set by", "set at", "what it does")
    lines = []
    for name, value, asked in found:
        row = rows.get(name)
        at = f"{row.at.astimezone():%Y-%m-%d %H:%M}" if row and row.at and row.value else ""
        lines.append((name, value, row.by if at and row else "default", at, asked.what))
    for line in table([head, *lines]):
        put(line)


def _as_json(name: str, value: str, row: SiteRule | None) -> dict[str, Any]:
    """These names are a contract with scripts."""
    return {
        "name": name,
        "value": value,
        "set": bool(row and row.value),
        "by": row.by if row else "",
        "at": row.at.isoformat() if row and row.at else None,
    }
