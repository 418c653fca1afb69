"""`packbench tasks`: the floor's queue of work, and what a person of the office adds to it."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, centre_of, existing_centre
from app.domain.rows.tasks import WAITING, FloorTask, TaskKind
from app.errors import ExitCode, UsageFault

if TYPE_CHECKING:
    from app.domain.facts import NewFact
    from app.importing.floor_tasks import Floor
    from app.sync.centre import SqlCentre


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "list the floor's tasks, add one, or drop one"
    parser = subparsers.add_parser("tasks", help=text, description=f"{text.capitalize()}.")
    verbs = parser.add_subparsers(metavar="VERB", required=True, dest="verb")
    listed = verbs.add_parser("list", help="what waits and what is being done, the next one first")
    listed.add_argument("--all", action="store_true", help="also what is done or dropped")
    wish = verbs.add_parser("add", help="want something done", description=_ADD)
    wish.add_argument("kind", choices=tuple(TaskKind), help="what is to be done")
    wish.add_argument("--from", dest="source", metavar="BIN", default="", help="the goods' bin")
    wish.add_argument("--to", dest="target", metavar="BIN", default="", help="where they go")
    wish.add_argument("--sku", default="", help="of this product")
    wish.add_argument("--lot", default="", help="of this lot")
    wish.add_argument("--units", type=int, default=0, help="so many (default: all that lie there)")
    wish.add_argument("--priority", type=int, default=0, help="larger is sooner (default: 0)")
    wish.add_argument("--due", metavar="TIME", help="until then: 2026-03-02T15:00Z")
    drop = verbs.add_parser("drop", help="nobody needs it any more")
    drop.add_argument("task", metavar="TASK", help="its id, as `list` prints it")
    drop.add_argument("--reason", required=True, help="why; it stays with the task's facts")
    for verb in (wish, drop):
        verb.add_argument("--operator", metavar="NUMBER", default="", help="who says so")
    for verb in (listed, wish, drop):
        add_centre(verb)
        add_json(verb)


_ADD = """Goods are moved with --from, --to and --sku; a count names its bin with --from. What
cannot be done is refused: an unknown bin or product, more than lies there, a bin that does not take
it, and what is wanted already."""


def run(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json
    from app.importing.rights import demand

    centre = existing_centre(args)
    try:
        floor = _floor(centre)
        if args.verb != "list" and args.operator:
            demand(centre, args.operator)
    finally:
        centre.close()
    if args.verb == "list":
        _show(floor, args)
        return ExitCode.OK
    fact = _asked(args, floor)
    _send(fact, args)
    name = fact.subjects[0].id
    if args.json:
        put_json({"task": name})
    else:
        put(name)
    return ExitCode.OK


def _asked(args: argparse.Namespace, floor: Floor) -> NewFact:
    """Raises UsageFault or EnvironmentFault."""
    from app.importing.floor_tasks import Wish, dropped, made

    if args.verb == "drop":
        if not args.reason.strip():
            raise UsageFault("Say with --reason why nobody needs it.")
        return dropped(args.task, args.reason.strip(), floor)
    if args.units < 0 or args.priority < 0:
        raise UsageFault("--units and --priority are not less than 0.")
    wish = Wish(
        TaskKind(args.kind),
        args.source,
        args.target,
        args.sku,
        args.lot,
        args.units,
        args.priority,
        _time(args.due) if args.due else None,
    )
    return made(wish, floor)


def _time(text: str) -> datetime:
    """Raises UsageFault."""
    try:
        at = datetime.fromisoformat(text)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageFault(f"{text} is no time such as 2026-03-02T15:00Z.") from None


def _send(fact: NewFact, args: argparse.Namespace) -> None:
    """Write the fact into the import's journal, and from there to the centre."""
    from app.clock import SystemClock
    from app.importing.saying import say

    say([fact], args.home, centre_of(args), SystemClock(), operator=args.operator)


def _floor(centre: SqlCentre) -> Floor:
    from app.domain import codec
    from app.domain.facts import Kind
    from app.domain.rows.things import Bin, Product
    from app.importing.floor_tasks import Floor

    def rows(kind: Kind, of: type[Any]) -> dict[str, Any]:
        return {name: codec.from_text(of, body) for name, body in centre.digests(kind).items()}

    return Floor(rows(Kind.BIN, Bin), rows(Kind.PRODUCT, Product), rows(Kind.TASK, FloorTask))


def _show(floor: Floor, args: argparse.Namespace) -> None:
    from app.cli.output import put, put_json, table
    from app.clock import SystemClock

    now = SystemClock().now()
    found = [one for one in floor.tasks.values() if args.all or one.state in WAITING]
    found.sort(key=_turn)
    if args.json:
        put_json({"tasks": [_as_json(one, now) for one in found]})
        return
    head = ("task", "state", "by", "from", "to", "sku", "lot", "units", "priority", "due", "age")
    rows = [
        (
            one.id,
            one.state.value,
            one.worked_by,
            one.source,
            one.target,
            one.sku,
            one.key.lot if one.key else "",
            one.quantity or "",
            one.priority,
            f"{one.due:%Y-%m-%d %H:%M}" if one.due else "",
            _age(one, now),
        )
        for one in found
    ]
    for line in table([head, *rows]):
        put(line)


def _turn(one: FloorTask) -> tuple[bool, int, datetime, str]:
    latest = datetime.max.replace(tzinfo=UTC)
    return one.state not in WAITING, -one.priority, one.due or latest, one.id


def _age(one: FloorTask, now: datetime) -> str:
    minutes = _minutes(one, now)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"


def _minutes(one: FloorTask, now: datetime) -> int:
    """Since it was wanted last; of what is over until then."""
    if one.wanted_at is None:
        return 0
    return max(0, int(((one.ended_at or now) - one.wanted_at).total_seconds() // 60))


def _as_json(one: FloorTask, now: datetime) -> dict[str, Any]:
    """These names are a contract with scripts."""
    return {
        "task": one.id,
        "kind": one.kind.value,
        "state": one.state.value,
        "worked_by": one.worked_by,
        "from": one.source,
        "to": one.target,
        "sku": one.sku,
        "lot": one.key.lot if one.key else "",
        "units": one.quantity,
        "done": one.units,
        "priority": one.priority,
        "due": one.due.isoformat() if one.due else None,
        "rule": one.rule.value,
        "order": one.order,
        "age_minutes": _minutes(one, now),
    }
