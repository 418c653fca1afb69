"""`packbench message`: a word of the office to a bench, and whether somebody there has read it."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, centre_of, existing_centre
from app.errors import EnvironmentFault, ExitCode, UsageFault

if TYPE_CHECKING:
    from app.domain.facts import NewFact
    from app.domain.rows.messages import Message
    from app.sync.centre import SqlCentre


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "write to a bench, and see whether it was read there"
    parser = subparsers.add_parser("message", help=text, description=f"{text.capitalize()}.")
    verbs = parser.add_subparsers(metavar="VERB", required=True, dest="verb")
    send = verbs.add_parser("send", help="it stands on the bench's screen until it is read")
    send.add_argument("station", metavar="STATION", help="the bench's name")
    send.add_argument("text", metavar="TEXT", help="one line of at most 80 characters")
    listed = verbs.add_parser("list", help="messages that nobody has read, the oldest first")
    listed.add_argument("--all", action="store_true", help="also those that are read")
    back = verbs.add_parser("withdraw", help="nobody needs to read it any more")
    back.add_argument("id", metavar="ID", help="as `list` prints it")
    for verb in (send, back):
        verb.add_argument("--operator", metavar="NUMBER", required=True, help="which supervisor")
    for verb in (send, listed, back):
        add_centre(verb)
        add_json(verb)


def run(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json
    from app.importing.rights import demand

    centre = existing_centre(args)
    try:
        if args.verb == "list":
            _show(centre.messages(), args)
            return ExitCode.OK
        demand(centre, args.operator)
        fact = _sent(args, centre) if args.verb == "send" else _withdrawn(args.id, centre)
        _say(fact, args)
    finally:
        centre.close()
    name = fact.subjects[0].id
    if args.json:
        put_json({"message": name})
    else:
        put(f"{name} {'is sent' if args.verb == 'send' else 'is withdrawn'}.")
    return ExitCode.OK


def _sent(args: argparse.Namespace, centre: SqlCentre) -> NewFact:
    import uuid_utils

    from app.domain.rows.messages import sent
    from app.overview.board import NOT_AT_THE_FLOOR

    known = sorted({one.station for one in centre.heard()} - NOT_AT_THE_FLOOR)
    if args.station not in known:
        told = f"There are {', '.join(known)}." if known else "No bench has come to it yet."
        raise EnvironmentFault(f"The centre knows no bench {args.station}. {told}")
    try:
        return sent(str(uuid_utils.uuid7()), args.station, args.text)
    except ValueError as error:
        raise UsageFault(str(error)) from None


def _withdrawn(name: str, centre: SqlCentre) -> NewFact:
    from app.domain.rows.messages import withdrawn

    found = next((one for one in centre.messages() if one.id == name), None)
    if found is None:
        raise EnvironmentFault(f"There is no message {name}.")
    if found.read_at is not None:
        raise EnvironmentFault(f"{found.to} has read it already.")
    return withdrawn(name)


def _say(fact: NewFact, args: argparse.Namespace) -> None:
    from app.clock import SystemClock
    from app.importing.saying import say

    say([fact], args.home, centre_of(args), SystemClock(), operator=args.operator)


def _show(found: tuple[Message, ...], args: argparse.Namespace) -> None:
    from app.cli.output import put, put_json, table

    shown = [one for one in found if args.all or one.open]
    if args.json:
        put_json({"messages": [_as_json(one) for one in shown]})
        return
    head = ("message", "to", "by", "sent", "shown", "read", "read by", "text")
    rows = [
        (one.id, one.to, one.by, _time(one.sent_at), _time(one.shown_at), _end(one), one.read_by)
        for one in shown
    ]
    lines = [(*row, one.text) for row, one in zip(rows, shown, strict=True)]
    for line in table([head, *lines]):
        put(line)


def _end(one: Message) -> str:
    return "withdrawn" if one.withdrawn and one.read_at is None else _time(one.read_at)


def _time(at: datetime | None) -> str:
    return f"{at.astimezone():%m-%d %H:%M}" if at else ""


def _as_json(one: Message) -> dict[str, Any]:
    """These names are a contract with scripts."""
    from app.domain import codec

    found: dict[str, Any] = codec.dump(one)
    return found
