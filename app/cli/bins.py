"""List the storage places with what lies in them, check them, and print their labels.

A label has the bin's code as large text and as barcode; several stand on one sheet. Each sheet is
decoded before it goes anywhere. Stuck to its bin, a label is proven by a scan: at a bench, Labels.
"""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, existing_centre
from app.cli.printing import SAID, add_sheet, send, sheet_of
from app.device_api import LabelPrinter, PrintJob, Proof
from app.domain.place import BinKind
from app.errors import EnvironmentFault, ExitCode, UsageFault

if TYPE_CHECKING:
    from app.config import Config
    from app.domain.plan.places import Refusal
    from app.domain.rows.things import Bin, Product
    from app.labels.make import MadePage
    from app.paper import Paper
    from app.sync.centre import SqlCentre

_MOST_DAYS = 3650
FAULTS = {
    "wrong_kind": "{about} does not belong in a place of this kind",
    "foreign_owner": "{about} is not the owner's",
    "other_sku": "mixed: {about} lies there, too",
    "other_lot": "mixed: lot {about} lies there, too",
    "full": "too many units",
    "too_much_room": "the goods are larger than the place",
    "too_heavy": "the goods are too heavy for the place",
}


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "bins",
        help="list and check the storage places, and print their labels",
        description=__doc__,
    )
    parser.add_argument("codes", metavar="CODE", nargs="*", help="of these bins (default: all)")
    parser.add_argument("--zone", help="of this zone")
    parser.add_argument("--kind", choices=tuple(BinKind), help="of this kind")
    parser.add_argument(
        "--check",
        action="store_true",
        help="list only those that hold more than they may, or what must not lie together; exit "
        "code 1 where there are any",
    )
    parser.add_argument(
        "--counts",
        metavar="DAYS",
        type=int,
        nargs="?",
        const=30,
        help="what the counts of the last days have found, zone by zone (default: 30 days); with "
        "CODE also each count",
    )
    parser.add_argument("--labels", metavar="FILE", type=Path, help="write labels: .pdf or .zpl")
    parser.add_argument("--print", action="store_true", help="print labels")
    parser.add_argument("--arrow", choices=("up", "down"), help="on the labels: where the bin is")
    add_sheet(parser)
    add_centre(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from app import config as configuration
    from app.domain.plan.places import faults

    if args.labels and args.labels.suffix.lower() not in {".pdf", ".zpl"}:
        raise UsageFault("Labels are written into a file .pdf or .zpl.")
    if args.check and (args.labels or args.print):
        raise UsageFault("Check and print one after the other.")
    if args.counts is not None and (args.check or args.labels or args.print):
        raise UsageFault("Counts are shown alone.")
    if args.counts is not None and not 1 <= args.counts <= _MOST_DAYS:
        raise UsageFault(f"Counts of 1 to {_MOST_DAYS} days can be shown.")
    centre = existing_centre(args)
    try:
        bins = _chosen(centre, args)
        if args.counts is not None:
            return _counts(centre, bins, args)
        products = _products(centre) if args.check else {}
    finally:
        centre.close()
    if args.labels or args.print:
        return _labels(bins, args, configuration.load(args.home.root))
    found = {one.code: list(faults(one, products.get)) for one in bins} if args.check else {}
    if args.check:
        bins = [one for one in bins if found[one.code]]
    _show(bins, found, args)
    if not args.check:
        _say_how_people_walk(bins, configuration.load(args.home.root))
    return ExitCode.ERROR if args.check and bins else ExitCode.OK


def _counts(centre: SqlCentre, bins: list[Bin], args: argparse.Namespace) -> int:
    from app.cli.bin_counts import show
    from app.clock import SystemClock
    from app.domain.facts import FactKind

    now = SystemClock().now()
    counts = centre.facts_since(FactKind.BIN_COUNTED, now - timedelta(days=args.counts))
    show(bins, counts, now, each=bool(args.codes), as_json=args.json)
    return ExitCode.OK


def _chosen(centre: SqlCentre, args: argparse.Namespace) -> list[Bin]:
    """The bins that the words name, by zone, in walking order. Raises EnvironmentFault."""
    from app.domain import codec
    from app.domain.facts import Kind
    from app.domain.rows.things import Bin

    bodies = centre.digests(Kind.BIN)
    if unknown := [code for code in dict.fromkeys(args.codes) if code not in bodies]:
        raise EnvironmentFault(f"The centre knows no bin {', '.join(unknown[:9])}.")
    names = dict.fromkeys(args.codes) or bodies
    bins = (codec.from_text(Bin, bodies[name]) for name in names)
    found = [
        one
        for one in bins
        if args.zone in {None, one.zone} and (args.kind is None or one.kind == args.kind)
    ]
    return sorted(found, key=lambda one: (one.zone, one.walk, one.code))


def _products(centre: SqlCentre) -> dict[str, Product]:
    from app.domain import codec
    from app.domain.facts import Kind
    from app.domain.rows.things import Product

    bodies = centre.digests(Kind.PRODUCT)
    return {sku: codec.from_text(Product, body) for sku, body in bodies.items()}


def _show(bins: Iterable[Bin], faults: dict[str, list[Refusal]], args: argparse.Namespace) -> None:
    from app.cli.output import put, put_json, table

    if args.json:
        put_json({"bins": [_as_json(one, faults.get(one.code, [])) for one in bins]})
        return
    head = ("code", "zone", "kind", "place", "units", "SKUs", "wrong" if args.check else "locked")
    rows = [
        (
            one.code,
            one.zone,
            one.kind.value,
            _place(one),
            _units(one),
            len(_skus(one)),
            "; ".join(map(_words, faults[one.code])) if args.check else one.locked,
        )
        for one in bins
    ]
    for line in table([head, *rows]) if rows else ["Nothing is wrong." if args.check else "None."]:
        put(line)


def _say_how_people_walk(bins: list[Bin], config: Config) -> None:
    """Why walks do not go by the site's route, where that can be seen from here."""
    from app.cli.output import say
    from app.domain.plan.places import may_pick

    untold = sum(not one.aisle for one in bins if may_pick(one))
    told = any(one.aisle for one in bins)
    if told and config.layout is None and config.route != "walk":
        say("config.toml has no [layout], so pickers walk by the walk numbers.")
    elif told and untold and config.route != "walk":
        say(f"Bins without a place: {untold}. Walks that call there go by the walk numbers.")


def _as_json(one: Bin, faults: list[Refusal]) -> dict[str, Any]:
    """A bin as JSON values. Their names are a contract with scripts."""
    from app.domain import codec

    told = {name: codec.dump(value) for name, value in one.told.items()}
    wrong = [{"why": fault.why.value, "about": fault.about} for fault in faults]
    return {
        "code": one.code,
        "zone": one.zone,
        "walk": one.walk,
        **told,
        "units": _units(one),
        "skus": _skus(one),
        "wrong": wrong,
    }


def _units(one: Bin) -> int:
    return sum(item.quantity for item in one.stock)


def _skus(one: Bin) -> list[str]:
    return sorted({item.sku for item in one.stock if item.quantity})


def _place(one: Bin) -> str:
    if not one.aisle:
        return ""
    side = f" {one.side.value}" if one.side else ""
    return f"aisle {one.aisle}{side}, {one.position_mm} mm, level {one.level}"


def _words(fault: Refusal) -> str:
    text = FAULTS[fault.why.value].format(about=fault.about)
    return f"{text} of {fault.about}" if fault.why == "full" and fault.about else text


def _labels(bins: list[Bin], args: argparse.Namespace, config: Config) -> int:
    from app.cli.output import put, put_json
    from app.compose.printers import open_printers
    from app.files import write_whole
    from app.labels.errors import LabelError
    from app.labels.pdf import one_file

    if not bins:
        raise EnvironmentFault("There is no such bin.")
    printer = open_printers(args.printer, args.home, config)[0] if args.print else None
    done: dict[str, Any] = {"labels": len(bins)}
    try:
        sheets = list(_sheets(bins, args, *sheet_of(printer, args, config)))
        if args.labels:
            path = args.labels.absolute()
            as_pdf = path.suffix.lower() == ".pdf"
            content = (
                one_file(one.pdf for one in sheets)
                if as_pdf
                else b"".join(one.zpl for one in sheets)
            )
            write_whole(path, content)
            done["file"] = str(path)
        if printer is not None:
            done |= {"printer": printer.device, "proof": _printed(printer, sheets)}
    except LabelError as error:
        raise EnvironmentFault(str(error)) from error
    finally:
        if printer is not None:
            printer.close()
    if args.json:
        put_json({**done, "sheets": len(sheets)})
    else:
        if "file" in done:
            put(done["file"])
        if "printer" in done:
            put(f"{done['printer']}: {done['proof']}")
    return ExitCode.OK


def _sheets(
    bins: list[Bin], args: argparse.Namespace, dpi: int, paper: Paper
) -> Iterator[MadePage]:
    from app.labels.bin_label import Arrow, BinLabel, make_bin_sheets

    labels = [BinLabel(one.code, Arrow(args.arrow or "")) for one in bins]
    return make_bin_sheets(labels, dpi=dpi, paper=paper)


def _printed(printer: LabelPrinter, sheets: list[MadePage]) -> str:
    """Send all sheets; what is known of the last one. Raises EnvironmentFault."""
    run, proof = uuid.uuid4().hex[:8], Proof.NONE
    for number, sheet in enumerate(sheets, start=1):
        name = f"bins-{run}-{number}"
        proof = send(printer, PrintJob(name, name, sheet.payloads(printer.formats), dpi=sheet.dpi))
    return SAID[proof]
