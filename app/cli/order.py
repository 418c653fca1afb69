"""`packbench order`: one order with everything that happened to it, or what the orders lack."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli import order_commands
from app.cli.options import add_centre, add_json, existing_centre
from app.errors import EnvironmentFault, ExitCode

if TYPE_CHECKING:
    from app.sync.centre import SqlCentre


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "show an order with everything that happened to it, or what the waiting ones lack"
    parser = subparsers.add_parser("order", help=text, description=text.capitalize() + ".")
    verbs = parser.add_subparsers(metavar="VERB", required=True, dest="verb")
    show = verbs.add_parser(
        "show",
        help="show one order",
        description="Show one order. Weights are grams, times UTC.",
    )
    show.add_argument(
        "ref",
        metavar="REF",
        help="the order's number, CHANNEL:NUMBER, or the SSCC of one of its parcels",
    )
    shorts = verbs.add_parser(
        "shorts",
        help="what the orders that wait would be short of",
        description="What the orders that wait would be short of, if all were claimed now, the"
        " first of the queue first. Promises nothing.",
    )
    for verb in (show, shorts):
        add_centre(verb)
        add_json(verb)
    order_commands.add(verbs)


def run(args: argparse.Namespace) -> int:
    from app.cli.order_view import as_json, as_text, shorts_json, shorts_text
    from app.cli.output import put, put_json

    centre = existing_centre(args)
    try:
        if args.verb == "shorts":
            found = shorts_json(centre)
        elif args.verb in order_commands.VERBS:
            found = order_commands.run(args, centre, _order_id(centre, args.ref))
        else:
            found = as_json(centre, _order_id(centre, args.ref))
    finally:
        centre.close()
    if args.json:
        put_json(found)
    else:
        texts = {"shorts": shorts_text, "show": as_text}
        for line in texts.get(args.verb, _standing)(found):
            put(line)
    return ExitCode.OK


def _standing(found: dict[str, Any]) -> list[str]:
    held = f", held: {found['hold']}" if found["hold"] else ""
    return [f"{found['order']}: {found['sub_state']}, priority {found['priority']}{held}"]


def _order_id(centre: SqlCentre, ref: str) -> str:
    """The id of the order with this reference. Raises EnvironmentFault for none or several."""
    found = centre.find_order(ref)
    if ref in found:
        return ref
    if len(found) > 1:
        raise EnvironmentFault(
            f"Several channels have an order {ref}. Say which one: {', '.join(found)}."
        )
    if found:
        return found[0]
    named = _of_parcel(centre, ref)
    if named:
        return named
    raise EnvironmentFault(f"The centre knows no order {ref}.")


def _of_parcel(centre: SqlCentre, code: str) -> str:
    """The order of the parcel with this SSCC, as printed ("(00)...") or scanned ("00...")."""
    from app.domain.facts import Kind
    from app.sync.ask import decoded

    digits = "".join(char for char in code if char.isdigit())
    sscc = digits[2:] if len(digits) == 20 and digits.startswith("00") else digits
    row = centre.row(Kind.PARCEL, sscc) or centre.row(Kind.PARCEL, code)
    if row is None:
        return ""
    parcel: Any = decoded(row)
    return str(parcel.order)
