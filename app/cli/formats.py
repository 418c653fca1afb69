"""`packbench formats`: what can be imported, and the names of the columns."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from app.cli.import_file import KINDS
from app.cli.options import add_json
from app.errors import ExitCode, UsageFault

if TYPE_CHECKING:
    from app.intake.formats import Format


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "formats",
        help="list the formats that can be imported, with columns and an example",
        description="List the formats that can be imported. With NAME: columns and an example.",
    )
    parser.add_argument("name", metavar="NAME", nargs="?", default="", help="only this format")
    parser.add_argument("--what", choices=KINDS, help="only formats of this kind (default: all)")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json, table
    from app.intake import formats, map_check

    found = [
        one
        for one in formats.all_formats()
        if args.name in {"", one.name} and args.what in {None, one.what}
    ]
    if not found:
        known = ", ".join(dict.fromkeys(one.name for one in formats.all_formats()))
        raise UsageFault(f"There is no such format. Known are: {known}.")
    maps = map_check.shipped()
    if args.json:
        put_json({"formats": [one.describe() for one in found], "maps": maps})
        return ExitCode.OK
    if not args.name:
        rows = [("FORMAT", "WHAT", "MEANING"), *((x.name, x.what, x.meaning) for x in found)]
        for line in table(rows):
            put(line)
        put(f"Column maps that come with the program: {', '.join(maps)}")
        return ExitCode.OK
    for one in found:
        for line in _described(one):
            put(line)
    return ExitCode.OK


def _described(one: Format) -> list[str]:
    from app.cli.output import table

    rows: list[tuple[object, ...]] = [("COLUMN", "TYPE", "NEEDED", "MEANING", "EXAMPLE")]
    rows += [
        (col.name, col.type, "yes" if col.required else "", col.meaning, col.example)
        for col in one.columns
    ]
    lines = [f"{one.name}, {one.what}: {one.meaning}", *table(rows)]
    if not one.is_csv:
        lines += ["Example:", json.dumps(one.example, ensure_ascii=False, indent=1)]
    return [*lines, ""]
