"""`packbench alarms`: what somebody must know of now, and who says that he knows."""

from __future__ import annotations

import argparse
import signal
import threading
from typing import TYPE_CHECKING

from app.cli.options import add_centre, add_json, centre_of, existing_centre
from app.errors import EnvironmentFault, ExitCode

if TYPE_CHECKING:
    from app.domain.alarms import OpenAlarm

_WATCH = """Looks at the whole floor all the time, and keeps its alarms: raises what is new, clears
what is well again, and tells whoever [mail] and [webhook] of config.toml name. Several may watch at
once, supervisors' windows among them: each alarm is raised and told once. Ends on SIGTERM."""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "list the site's alarms, acknowledge one, or keep watch without a window"
    parser = subparsers.add_parser("alarms", help=text, description=f"{text.capitalize()}.")
    verbs = parser.add_subparsers(metavar="VERB", required=True, dest="verb")
    listed = verbs.add_parser("list", help="what is open, the oldest first")
    ack = verbs.add_parser("ack", help="say that somebody knows of it")
    ack.add_argument("id", metavar="ID", help="as `list` prints it")
    ack.add_argument("--operator", required=True, metavar="NUMBER", help="who knows")
    watch = verbs.add_parser("watch", help="keep watch until it is ended", description=_WATCH)
    for verb in (listed, ack, watch):
        add_centre(verb)
    for verb in (listed, ack):
        add_json(verb)


def run(args: argparse.Namespace) -> int:
    return {"list": _list, "ack": _acknowledge, "watch": _watch}[args.verb](args)


def _list(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json, table
    from app.compose.alarms import alarm_json, sentence

    centre = existing_centre(args)
    try:
        found = centre.alarms()
    finally:
        centre.close()
    if args.json:
        put_json({"alarms": [alarm_json(one) for one in found]})
        return ExitCode.OK
    head = ("ID", "SINCE (UTC)", "WHAT", "ACKNOWLEDGED BY")
    rows = [(one.id, f"{one.since:%Y-%m-%d %H:%M}", sentence(one), _who(one)) for one in found]
    for line in table([head, *rows]) if rows else ["None."]:
        put(line)
    return ExitCode.OK


def _who(one: OpenAlarm) -> str:
    return one.acknowledged_by or ("nobody: escalated" if one.escalated else "")


def _acknowledge(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json
    from app.importing.rights import demand

    centre = existing_centre(args)
    try:
        demand(centre, args.operator)
        if not centre.acknowledge(args.id, args.operator):
            raise EnvironmentFault(_why_not(args.id, centre.alarms()))
    finally:
        centre.close()
    if args.json:
        put_json({"alarm": args.id, "acknowledged_by": args.operator})
    else:
        put(f"{args.id}: acknowledged by {args.operator}")
    return ExitCode.OK


def _why_not(name: str, found: tuple[OpenAlarm, ...]) -> str:
    for one in found:
        if one.id == name:
            return f"{one.acknowledged_by} has acknowledged {name} before."
    return f"No open alarm is {name}."


def _watch(args: argparse.Namespace) -> int:
    from app import config
    from app.clock import SystemClock
    from app.compose.alarms import Watch

    args.home.ensure()
    existing_centre(args).close()  # what is wrong with it is said at once
    ended = threading.Event()
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda *_: ended.set())
    kept = config.load(args.home.root)
    watch = Watch(args.home, kept, centre_of(args), SystemClock(), lambda _board: None)
    watch.start()
    try:
        ended.wait()
    finally:
        stopped = watch.stop()
    return ExitCode.OK if stopped else ExitCode.ERROR
