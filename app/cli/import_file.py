"""`packbench import`: a file of orders or master data into the centre."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, centre_of
from app.errors import ExitCode, UsageFault

if TYPE_CHECKING:
    from app.importing.run import Result
    from app.intake.formats import Format

# The same as in `app.intake.formats`, which takes too long to import for --help. A test compares.
KINDS = ("orders", "products", "bins", "stock", "operators", "cartons", "loads")

_SHOWN = 10

_EPILOG = """\
Importing the same file again changes nothing. What the file says differently changes the centre;
what is not in the file stays as it is. Rows that are wrong are written to FILE.rejected.* beside
FILE (in HOME/rejected where that folder cannot be written); correct them there and import that
file. Rows that are right but no work for the bench (credit notes, fees ...) go to FILE.set-aside.*.
Badges and PINs are kept as hashes only. An operator's empty language leaves the own choice alone.

--dry-run first shows what would become of the file.

examples:
  packbench import orders.csv --format packbench-csv
  packbench import retail.csv.xz --format csv --map uci-online-retail --json
  packbench import bins.csv --format packbench-csv --what bins
"""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "import",
        help="import orders, products, bins, stock, operators, cartons, loads",
        description="Import a file (plain, .gz or .xz) into the centre.",
        epilog=_EPILOG,
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to import")
    parser.add_argument(
        "--format", required=True, metavar="NAME", help="its format; `packbench formats` lists them"
    )
    parser.add_argument(
        "--what", choices=KINDS, default="orders", help="what it holds (default: orders)"
    )
    parser.add_argument(
        "--map",
        metavar="MAP",
        default="",
        help="column map for the format csv: a TOML file or the name of a shipped map",
    )
    parser.add_argument(
        "--channel",
        metavar="NAME",
        default="",
        help="shop the orders come from (default: what the file or its map says)",
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        default="",
        help="how the file is encoded: cp1252, gb18030 ... (default: UTF-8; a map names its own)",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="show the first entries as they would become, and the counts; change nothing",
    )
    parser.add_argument(
        "--progress",
        action="store_true",
        help="show a progress bar also where standard error is no terminal",
    )
    add_centre(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    import time

    from app.cli.import_preview import first_entries, first_shown
    from app.cli.output import put, put_json, say
    from app.cli.progress import ProgressBar
    from app.clock import SystemClock
    from app.importing.reading import Request
    from app.importing.run import run_import

    begin = time.perf_counter()
    request = Request(
        args.file, _format(args), args.map, args.channel, args.encoding, dry_run=args.dry_run
    )
    bar = ProgressBar.wanted(forced=args.progress)
    try:
        result = run_import(request, args.home, centre_of(args), SystemClock(), bar)
    finally:
        bar.end()
    seconds = round(time.perf_counter() - begin, 2)
    for note in _notes(result):
        say(note)
    if args.json:
        shown = {"dry_run": True, "first": first_entries(result)} if args.dry_run else {}
        put_json(as_json(result, args.what, seconds) | shown)
    else:
        for line in (*(first_shown(result) if args.dry_run else ()), *as_text(result, seconds)):
            put(line)
    return ExitCode.REJECTED if result.parsed.rejected_rows else ExitCode.OK


def _format(args: argparse.Namespace) -> Format:
    """The format that the options name. Raises UsageFault where they name none."""
    from app.intake import formats, map_check
    from app.intake.values import IntakeError

    if args.encoding and args.map:
        raise UsageFault("A column map names the encoding; --encoding is for the other formats.")
    try:
        found = formats.find(args.format, args.what)
    except IntakeError as error:
        raise UsageFault(str(error)) from error
    if found.name == "csv" and not args.map:
        shipped = ", ".join(map_check.shipped())
        raise UsageFault(f"The format csv needs --map: a TOML file, or one of: {shipped}.")
    if found.name != "csv" and args.map:
        raise UsageFault(f"The format {found.name} has its own columns; --map is for csv.")
    return found


def _notes(result: Result) -> list[str]:
    notes = list(result.tally.notes)
    if result.resumed:
        notes.insert(0, f"Sent first, facts of an earlier import: {result.resumed}.")
    if result.conflicts:
        notes.append(f"Facts against what the centre knows, now exceptions: {result.conflicts}.")
    return notes


def as_json(result: Result, what: str, seconds: float) -> dict[str, Any]:
    """The result as JSON values. Their names are a contract with scripts."""
    parsed = result.parsed
    return {
        "what": what,
        "channel": result.channel,
        **result.tally.counts,
        "unknown_skus": result.tally.unknown_skus,
        "lines": parsed.lines,
        "lines_used": parsed.lines_used,
        "lines_rejected": parsed.lines_rejected,
        "treatments": dict(sorted(parsed.treatments.items())),
        "set_aside": len(parsed.set_aside),
        "set_aside_file": result.set_aside_file,
        "rejected": [
            {"row": one.row, "column": one.column, "value": one.value, "reason": one.reason}
            for one in parsed.rejected
        ],
        "rejected_file": result.rejected_file,
        "resumed": result.resumed,
        "conflicts": result.conflicts,
        "seconds": seconds,
    }


def as_text(result: Result, seconds: float) -> list[str]:
    from app.cli.output import table

    parsed = result.parsed
    rows: list[tuple[object, ...]] = [
        (name.replace("_", " "), count) for name, count in result.tally.counts.items()
    ]
    rows += [("lines", parsed.lines), ("lines used", parsed.lines_used)]
    rows += [(name.replace("_", " "), n) for name, n in sorted(parsed.treatments.items())]
    if result.set_aside_file:
        rows.append(("rows set aside", len(parsed.set_aside), result.set_aside_file))
    if result.rejected_file:
        rows.append(("rows rejected", len(parsed.rejected_rows), result.rejected_file))
    lines = [*table(rows), f"{seconds:.1f} s"]
    for one in parsed.rejected[:_SHOWN]:
        lines.append(f"row {one.row}: {one.column} {one.value!r} {one.reason}")
    if len(parsed.rejected) > _SHOWN:
        lines.append(f"... and {len(parsed.rejected) - _SHOWN} more; see the rejected file")
    return lines
