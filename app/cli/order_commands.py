"""`packbench order hold|release|prioritise|cancel|redirect`: what a supervisor says of an order."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, centre_of, text_of
from app.errors import UsageFault

if TYPE_CHECKING:
    from app.domain.address import Address
    from app.domain.facts import NewFact
    from app.domain.rows.orders import Order
    from app.sync.centre import SqlCentre

VERBS = {
    "hold": "nobody works on it until it is released; benches that have it open stop",
    "release": "take back the hold of this site",
    "prioritise": "put it before or behind the others",
    "redirect": "send it by another carrier, or to another address",
    "cancel": "nothing of it is to leave; what was picked goes back to its bins",
}


ADDRESS = ("name", "company", "street", "postcode", "city", "region", "country")
"""The parts of an address, as `Address` has them."""
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
        if name == "redirect":
            verb.add_argument("--carrier", default="", help="by this one (default: it stays)")
            verb.add_argument("--service", default="", help="with --carrier: by this service")
            for field in ADDRESS:
                words = f"{field} of the new address (default: as it is)"
                verb.add_argument(f"--{field}", metavar="TEXT", help=words)
        add_centre(verb)
        add_json(verb)


def run(args: argparse.Namespace, centre: SqlCentre, name: str) -> dict[str, Any]:
    """name: the order's id. What stands of the order afterwards; raises EnvironmentFault."""
    from app.clock import SystemClock
    from app.domain.desk.order_word import PRIORITIES, OrderWord
    from app.domain.facts import Kind
    from app.importing import site_word
    from app.importing.rights import demand
    from app.importing.saying import say
    from app.sync.ask import decoded

    priority = getattr(args, "priority", 0)
    if priority not in PRIORITIES:
        raise UsageFault("--priority goes from -9 to 99.")
    if args.verb in _SAY_WHY and not args.why.strip():
        raise UsageFault("Say with --why what stands against the order.")
    demand(centre, args.operator)
    row = centre.row(Kind.ORDER, name)
    assert row is not None  # its id was found at this centre
    word = OrderWord(args.verb)
    why = args.why.strip()
    if word is OrderWord.REDIRECT:
        fact = _redirected(args, name, decoded(row), why)
    else:
        fact = site_word.said(word, name, decoded(row), why=why, priority=priority)
    say([fact], args.home, centre_of(args), SystemClock(), operator=args.operator)
    after = centre.row(Kind.ORDER, name)
    assert after is not None
    order = decoded(after)
    return {
        "order": name,
        "sub_state": order.sub.value,
        "hold": order.held_for,
        "priority": order.precedence,
        "carrier": order.carrier,
        "service": order.service,
    }


def _check(to: Address) -> None:
    """Raises UsageFault for an address that no label can show."""
    from app.domain import letters
    from app.domain.address import is_country

    missing = [one for one in ("street", "city", "country") if not getattr(to, one)]
    if missing:
        raise UsageFault(f"The address has no {', '.join(missing)}.")
    if not to.receiver:
        raise UsageFault("The address has neither name nor company.")
    if not is_country(to.country):
        raise UsageFault(f"{to.country!r} is no country's code, as DE or CN.")
    if lost := letters.unprintable(" ".join(to.lines())):
        raise UsageFault(f"No label can show {' '.join(lost)}.")


def _redirected(args: argparse.Namespace, name: str, order: Order, why: str) -> NewFact:
    """Raises UsageFault for an address that no label can show."""
    from dataclasses import replace

    from app.domain.desk.order_word import OrderWord
    from app.importing import site_word

    told = {field: getattr(args, field) for field in ADDRESS}
    told = {field: text.strip() for field, text in told.items() if text is not None}
    if args.service and not args.carrier:
        raise UsageFault("--service belongs to --carrier.")
    to = replace(order.customer, **told) if told else None
    if to is not None:
        _check(to)
    return site_word.said(
        OrderWord.REDIRECT,
        name,
        order,
        why=why,
        carrier=args.carrier.strip(),
        service=args.service.strip(),
        to=to,
    )
