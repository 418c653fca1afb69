"""`packbench serial`: where a unit with a serial number is, and everything that happened to it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, existing_centre, text_of
from app.errors import EnvironmentFault, ExitCode

if TYPE_CHECKING:
    from app.sync.centre import SqlCentre


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "show where a unit with a serial number is, and all that happened to it"
    parser = subparsers.add_parser(
        "serial", help=text, description=f"{text.capitalize()}. Times are UTC."
    )
    parser.add_argument("sku", metavar="SKU", type=text_of, help="the article number")
    parser.add_argument("serial", metavar="NUMBER", type=text_of, help="the serial number")
    add_centre(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json

    centre = existing_centre(args)
    try:
        found = as_json(centre, args.sku, args.serial)
    finally:
        centre.close()
    if args.json:
        put_json(found)
    else:
        for line in as_text(found):
            put(line)
    return ExitCode.OK


def as_json(centre: SqlCentre, sku: str, number: str) -> dict[str, Any]:
    """{"serial", "timeline"}. These names are a contract with scripts. Raises EnvironmentFault."""
    from app.domain.facts import Kind, serial_id
    from app.overview.order.timeline import Names, timeline
    from app.sync.ask import decoded

    name = serial_id(sku, number)
    row = centre.row(Kind.SERIAL, name)
    if row is None:
        raise EnvironmentFault(f"Nobody has scanned the serial number {number} of {sku} yet.")
    known: Any = decoded(row)
    return {
        "serial": {
            "sku": known.sku,
            "serial": known.serial,
            "state": known.state.value,
            "bin": known.bin,
            "parcel": known.parcel,
            "order": known.order or known.picked,
            "left_at": known.left_at.isoformat() if known.left_at else None,
        },
        "timeline": timeline(centre.timeline(Kind.SERIAL, name), Names(centre)),
    }


def as_text(found: dict[str, Any]) -> list[str]:
    """The result of `as_json` as lines of text."""
    from app.cli.output import table
    from app.cli.timeline import events

    it = found["serial"]
    head = (("Bin", "bin"), ("Parcel", "parcel"), ("Order", "order"), ("Left", "left_at"))
    lines = [f"Serial number {it['serial']} of {it['sku']}: {it['state'].replace('_', ' ')}"]
    lines += table([("  " + word, it[key]) for word, key in head if it[key]])
    return [*lines, "", *events(found["timeline"])]
