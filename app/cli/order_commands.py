"""`packbench order hold|release|prioritise|cancel`: what a supervisor says of one order."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, centre_of, text_of
from app.errors import UsageFault

if TYPE_CHECKING:
    from app.sync.centre import SqlCentre

VERBS = {
    "hold": "nobody works on it until it is released; benches that have it open stop",
    "release": "take back the hold of this site",
    "prioritise": "put it before or behind the others",
    "cancel": "nothing of it is to leave; what was picked goes back to its bins",
}


_SAY_WHY = frozenset({"hold", "cancel"})


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name, text in VERBS.items():
        verb = verbs.add_parser(name, help=text, description=text.capitalize() + ".")
        ref = "the order's number, CHANNEL:NUMBER, or the SSCC of one of its parcels"
        verb.add_argument("ref", metavar="REF", type=text_of, help=ref)
        verb.add_argument("--operator", required=True, metavar="NUMBER", help="who says so")
        needed = name in _SAY_WHY
        verb.add_argument("--why", required=needed, default="", help="shown at the benches")
        if name == "prioritise":
            verb.add_argument(
                "--priority", type=int, required=True, help="-9 to 99; 0 is normal, larger sooner"
            )
        add_centre(verb)
        add_json(verb)


def run(args: argparse.Namespace, centre: SqlCentre, name: str) -> dict[str, Any]:
    """name: the order's id. What stands of the order afterwards; raises EnvironmentFault."""
    from app.clock import SystemClock
    from app.domain.facts import Kind
    from app.importing import site_word
    from app.importing.rights import demand
    from app.importing.saying import say
    from app.sync.ask import decoded

    priority = getattr(args, "priority", 0)
    if priority not in site_word.PRIORITIES:
        raise UsageFault("--priority goes from -9 to 99.")
    if args.verb in _SAY_WHY and not args.why.strip():
        raise UsageFault("Say with --why what stands against the order.")
    demand(centre, args.operator)
    row = centre.row(Kind.ORDER, name)
    assert row is not None  # its id was found at this centre
    word = site_word.Word(args.verb)
    fact = site_word.said(word, name, decoded(row), why=args.why.strip(), priority=priority)
    say([fact], args.home, centre_of(args), SystemClock(), operator=args.operator)
    after = centre.row(Kind.ORDER, name)
    assert after is not None
    order = decoded(after)
    return {
        "order": name,
        "sub_state": order.sub.value,
        "hold": order.held_for,
        "priority": order.precedence,
    }
