"""`packbench exceptions`: what waits for a person, and what a supervisor decides about it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, centre_of, existing_centre
from app.domain.desk.decisions import Decision, offered
from app.errors import EnvironmentFault, ExitCode

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.outcome import Outcome
    from app.domain.rows.things import ExceptionRow
    from app.sync.centre import SqlCentre
    from app.sync.port import EventRow

_DECIDE = """What can be decided depends on the reason; `show` lists it. What cannot be done now is
refused in words, and nothing is written."""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "list what waits for a person, look at it, and decide"
    parser = subparsers.add_parser("exceptions", help=text, description=f"{text.capitalize()}.")
    verbs = parser.add_subparsers(metavar="VERB", required=True, dest="verb")
    listed = verbs.add_parser("list", help="what waits, the oldest first")
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--open", action="store_true", help="what waits (the default)")
    which.add_argument("--all", action="store_true", help="also what is over")
    listed.add_argument("--reason", default="", help="only those of this reason")
    show = verbs.add_parser("show", help="one of them, with the facts that say so")
    decide = verbs.add_parser("decide", help="say what is to be done", description=_DECIDE)
    for verb in (show, decide):
        verb.add_argument("id", metavar="ID", help="as `list` prints it")
    decide.add_argument(
        "decision", metavar="DECISION", choices=tuple(Decision), help=", ".join(Decision)
    )
    decide.add_argument("--operator", required=True, metavar="NUMBER", help="who says so")
    decide.add_argument("--note", default="", help="why; it stays with the exception")
    for verb in (listed, show, decide):
        add_centre(verb)
        add_json(verb)


def run(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json

    centre = existing_centre(args)
    try:
        found, lines = {"list": _list, "show": _show, "decide": _decide}[args.verb](args, centre)
    finally:
        centre.close()
    if args.json:
        put_json(found)
    else:
        for line in lines:
            put(line)
    return ExitCode.OK


Answer = tuple[dict[str, Any], list[str]]
"""The same as JSON, whose names are a contract with scripts, and as lines of text."""


def _list(args: argparse.Namespace, centre: SqlCentre) -> Answer:
    from app.cli.output import table

    rows = [
        (name, row)
        for name, row in centre.exceptions(closed=args.all).items()
        if args.reason in {"", row.reason}
    ]
    rows.sort(key=lambda one: (one[1].opened_at, one[0]))
    listed = [_as_json(name, row) for name, row in rows]
    head = ("ID", "SINCE (UTC)", "STATION", "OPERATOR", "TIMES", "DECIDED", "BY", "OVER (UTC)")
    keys = ("id", "since", "station", "operator", "times", "decision", "decided_by", "closed_at")
    lines = [tuple(_short(one[key]) for key in keys) for one in listed]
    return {"exceptions": listed}, table([head, *lines]) if lines else ["None."]


def _show(args: argparse.Namespace, centre: SqlCentre) -> Answer:
    from app.cli.output import table
    from app.cli.timeline import events
    from app.domain.facts import Kind
    from app.overview.order.timeline import timeline

    row = _row(centre, args.id)
    happened: tuple[EventRow, ...] = ()
    if row.subject_kind in Kind._value2member_map_:
        happened = centre.timeline(Kind(row.subject_kind), row.subject_id)
    evidence = timeline(tuple(one for one in happened if one.fact.event_id in row.evidence))
    found = _as_json(args.id, row) | {"evidence": evidence}
    heads = {
        "About": f"{row.subject_kind} {row.subject_id}".strip(),
        "Since": _short(found["since"]),
        "Station": row.station,
        "Operator": row.operator,
        "Times": row.times,
        "Decided": row.decision,
        "by": row.decided_by,
        "Note": row.note,
        "Over": _short(found["closed_at"]),
        "Possible": ", ".join(found["decisions"]),
    }
    lines = table([(f"  {word}", value) for word, value in heads.items() if value])
    return found, [f"{_words(row.reason)} ({row.reason})", *lines, "", *events(evidence)]


def _decide(args: argparse.Namespace, centre: SqlCentre) -> Answer:
    from app.clock import SystemClock
    from app.domain.desk.decide import decide, ended
    from app.domain.outcome import Outcome
    from app.importing.desk import CentreWorld
    from app.importing.rights import demand
    from app.importing.saying import say

    world = CentreWorld(centre, SystemClock())
    demand(centre, args.operator, "decide")
    made = decide(args.id, _row(centre, args.id), Decision(args.decision), args.note.strip(), world)
    if isinstance(made, Outcome):
        raise EnvironmentFault(_refusal(made))
    say(made, args.home, centre_of(args), SystemClock(), operator=args.operator)
    after = _row(centre, args.id)
    if (after.decision, after.decided_by) != (args.decision, args.operator):
        raise EnvironmentFault(_refusal(ended(after, world)))  # somebody was quicker
    state = "over" if after.closed else "waits until it is done"
    return _as_json(args.id, after), [f"{args.id}: {args.decision}, {state}"]


def _row(centre: SqlCentre, name: str) -> ExceptionRow:
    """Raises EnvironmentFault."""
    from app.domain.facts import Kind
    from app.sync.ask import decoded

    stored = centre.row(Kind.EXCEPTION, name)
    if stored is None:
        raise EnvironmentFault(f"The centre knows no exception {name}.")
    row: ExceptionRow = decoded(stored)
    return row


def _as_json(name: str, row: ExceptionRow) -> dict[str, Any]:
    return {
        "id": name,
        "reason": row.reason,
        "kind": row.subject_kind,
        "about": row.subject_id,
        "since": _time(row.opened_at),
        "station": row.station,
        "operator": row.operator,
        "times": row.times,
        "closed": row.closed,
        "closed_at": _time(row.closed_at),
        "closed_by": row.closed_by,
        "decision": row.decision,
        "decided_by": row.decided_by,
        "decided_at": _time(row.decided_at),
        "note": row.note,
        "decisions": [] if row.closed else [one.value for one in offered(row.reason)],
    }


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _short(value: Any) -> Any:
    """A value for people: times without their fractions."""
    if value is None:
        return ""
    return value[:19] if isinstance(value, str) and value[10:11] == "T" else value


def _words(reason: str) -> str:
    from ui.exceptions.words import REASONS

    return REASONS.get(reason, reason)


def _refusal(said: Outcome) -> str:
    from ui.exceptions.words import WORDS

    what, now = WORDS.outcomes[said.kind]
    return ". ".join(text.format(**said.values).rstrip(".") for text in (what, now) if text) + "."
