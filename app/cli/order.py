"""`packbench order`: find orders, show one with all that happened to it, or what they lack."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import order_commands
from app.cli.options import add_centre, add_json, existing_centre, text_of
from app.clock import SystemClock
from app.errors import ExitCode

if TYPE_CHECKING:
    from app.sync.centre import SqlCentre

_MOST = 1000


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "find orders, show one with all that happened to it, or what the waiting ones lack"
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
        type=text_of,
        help="the order's number, CHANNEL:NUMBER, or what finds this order alone",
    )
    ways = show.add_mutually_exclusive_group()
    ways.add_argument(
        "--replay", action="store_true", help="its packing step by step, with each box's contents"
    )
    ways.add_argument("--pdf", metavar="FILE", type=Path, help="write it into a PDF, as evidence")
    ways.add_argument(
        "--compare", metavar="SHA256", help="whether a copy is as the centre has it, by its hash"
    )
    find = verbs.add_parser(
        "find",
        help="find orders by a fragment or a scan",
        description="Find orders by the beginning of any word of their number, customer or city, by"
        " a SKU, lot, serial number, tote or load, by a parcel's number or barcode, or by the last"
        " digits of a number. Several words must all fit. The newest come first.",
    )
    find.add_argument("text", metavar="TEXT", type=text_of, help="two letters or digits at least")
    find.add_argument(
        "--limit", type=_limit, default=200, metavar="N", help="so many at most, 1 to 1000 (200)"
    )
    shorts = verbs.add_parser(
        "shorts",
        help="what the orders that wait would be short of",
        description="What the orders that wait would be short of, if all were claimed now, the"
        " first of the queue first. Promises nothing.",
    )
    for verb in (find, show, shorts):
        add_centre(verb)
        add_json(verb)
    order_commands.add(verbs)


def run(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json

    centre = existing_centre(args)
    try:
        found, text = _VERBS.get(args.verb, _command)(centre, args)
    finally:
        centre.close()
    if args.json:
        put_json(found)
    else:
        for line in text(found):
            put(line)
    return ExitCode.OK


Found = dict[str, Any]
Answer = tuple[Found, Callable[[Found], list[str]]]
"""What `--json` prints, and how it becomes lines of text."""


def _find(centre: SqlCentre, args: argparse.Namespace) -> Answer:
    from app.cli.order_find import as_json, as_text

    return as_json(centre, args.text, args.limit), as_text


def _show(centre: SqlCentre, args: argparse.Namespace) -> Answer:
    from app.cli import order_evidence, order_replay
    from app.cli.order_find import order_named
    from app.cli.order_view import as_text
    from app.files import write_whole
    from app.overview.order import evidence, record, replay

    name = order_named(centre, args.ref)
    if args.compare is not None:
        return order_evidence.compared(centre, name, args.compare), order_evidence.compared_text
    if args.replay:
        return replay.as_json(centre, name), order_replay.as_text
    found = record.as_json(centre, name)
    if args.pdf:
        write_whole(args.pdf, evidence.as_pdf(found, SystemClock().now()))
        return {"order": name, "file": str(args.pdf)}, lambda told: [f"{told['file']} is written."]
    return found, as_text


def _command(centre: SqlCentre, args: argparse.Namespace) -> Answer:
    from app.cli.order_find import order_called

    return order_commands.run(args, centre, order_called(centre, args.ref)), _standing


def _standing(found: Found) -> list[str]:
    held = f", held: {found['hold']}" if found["hold"] else ""
    return [f"{found['order']}: {found['sub_state']}, priority {found['priority']}{held}"]


def _shorts(centre: SqlCentre, args: argparse.Namespace) -> Answer:
    from app.cli.order_view import shorts_json, shorts_text

    return shorts_json(centre), shorts_text


_VERBS = {"find": _find, "show": _show, "shorts": _shorts}


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST):
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 to {_MOST}")
    return int(text)
