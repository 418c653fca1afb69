"""List the people of the site, add one, change one, and print badges.

The text of a badge stands on the printed card alone: the centre keeps its hash. A PIN is read from
standard input, never from the command line.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, centre_of, existing_centre
from app.errors import EnvironmentFault, ExitCode, UsageFault
from app.intake.columns import ROLES

if TYPE_CHECKING:
    from app.domain.rows.things import Operator
    from app.importing.people import Change
    from app.sync.centre import SqlCentre


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "operators", help="list, add and change the people of the site", description=__doc__
    )
    verbs = parser.add_subparsers(metavar="VERB", required=True, dest="verb")
    listed = verbs.add_parser("list", help="who works here, with which roles")
    new = verbs.add_parser("add", help="a new person, and the badge to sign in by")
    new.add_argument("number", metavar="NUMBER", help="the person's short name or number")
    new.add_argument("--name", required=True)
    new.add_argument("--badge", metavar="FILE", type=Path, required=True, help="write it: .pdf")
    other = verbs.add_parser("set", help="change a person")
    other.add_argument("number", metavar="NUMBER")
    other.add_argument("--name")
    other.add_argument(
        "--badge", metavar="FILE", type=Path, help="a new badge, a .pdf; the old one ends"
    )
    other.add_argument("--no-pin", action="store_true", help="take the PIN away")
    state = other.add_mutually_exclusive_group()
    state.add_argument("--disable", action="store_true", help="may no longer sign in")
    state.add_argument("--enable", action="store_true", help="may sign in again")
    for verb in (new, other):
        verb.add_argument(
            "--role", action="append", choices=ROLES, help="may be repeated; these and no others"
        )
        verb.add_argument("--lang", choices=("en", "zh_CN"))
        verb.add_argument("--pin", action="store_true", help="read a PIN from standard input")
        verb.add_argument("--operator", metavar="NUMBER", default="", help="which admin you are")
    for verb in (listed, new, other):
        add_centre(verb)
        add_json(verb)


def run(args: argparse.Namespace) -> int:
    centre = existing_centre(args)
    try:
        if args.verb == "list":
            _show(_people(centre), args)
            return ExitCode.OK
        person = _changed(args, centre)
    finally:
        centre.close()
    _show({person.operator: person}, args)
    return ExitCode.OK


def _people(centre: SqlCentre) -> dict[str, Operator]:
    from app.domain import codec
    from app.domain.facts import Kind
    from app.domain.rows.things import Operator

    rows = centre.digests(Kind.OPERATOR)
    return {name: codec.from_text(Operator, body) for name, body in sorted(rows.items())}


def _changed(args: argparse.Namespace, centre: SqlCentre) -> Operator:
    """Raises UsageFault or EnvironmentFault."""
    from app.clock import SystemClock
    from app.domain import codec
    from app.domain.rows.things import Operator
    from app.files import write_whole
    from app.importing import people
    from app.importing.saying import say
    from app.importing.secrets import Staff

    known = _people(centre)
    people.demand(known, args.operator)
    if args.verb == "add" and args.number in known:
        raise EnvironmentFault(f"There is a person {args.number} already: use set.")
    if args.badge is not None and args.badge.suffix.lower() != ".pdf":
        raise UsageFault("A badge is written into a file .pdf.")
    badge = people.new_badge() if args.badge is not None else None
    change = _wanted(args, badge)
    fact = people.changed(known, args.number, change, Staff())
    new = codec.load(Operator, fact.body)
    if badge is not None:
        # First the card: a person whose badge nobody has could not sign in.
        write_whole(args.badge.absolute(), _card(new, badge))
    say([fact], args.home, centre_of(args), SystemClock(), operator=args.operator)
    return new


def _wanted(args: argparse.Namespace, badge: str | None) -> Change:
    from app.importing.people import Change

    disabled = True if getattr(args, "disable", False) else None
    disabled = False if getattr(args, "enable", False) else disabled
    pin = _pin() if args.pin else "" if getattr(args, "no_pin", False) else None
    roles = tuple(args.role) if args.role else None
    if args.verb == "add":
        roles = roles or ROLES[:3]
    if args.name is not None and not args.name.strip():
        raise UsageFault("--name is empty.")
    return Change(args.name, roles, args.lang, pin, badge, disabled)


def _pin() -> str:
    """Raises UsageFault."""
    text = sys.stdin.readline().strip()
    if not (text.isascii() and text.isdigit() and 4 <= len(text) <= 12):
        raise UsageFault("That is no PIN: 4 to 12 digits.")
    if len(set(text)) == 1:
        raise UsageFault("A PIN of one digit is soon found: take another one.")
    return text


def _card(person: Operator, badge: str) -> bytes:
    from app.labels.badge import BadgeCard, badges

    return badges([BadgeCard(person.operator, person.name, badge)])


def _show(people: dict[str, Operator], args: argparse.Namespace) -> None:
    from app.cli.output import put, put_json, table

    if args.json:
        put_json({"operators": [_as_json(one) for one in people.values()]})
        return
    head = ("number", "name", "roles", "language", "pin", "may sign in")
    rows = [
        (
            one.operator,
            one.name,
            ", ".join(one.roles),
            one.language,
            "yes" if one.pin_hash else "no",
            "no" if one.disabled else "yes",
        )
        for one in people.values()
    ]
    for line in table([head, *rows]):
        put(line)


def _as_json(one: Operator) -> dict[str, Any]:
    """These names are a contract with scripts. No secret is among them, hashed or not."""
    return {
        "operator": one.operator,
        "name": one.name,
        "roles": list(one.roles),
        "language": one.language,
        "pin": bool(one.pin_hash),
        "disabled": one.disabled,
    }
