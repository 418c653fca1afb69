"""Print a carrier's label as it is: PDF, PNG, JPEG and GIF on any printer, ZPL on a ZPL printer.

The label is checked first: its pages, its size, and its resolution against the printer's. Of
several pages the one that carries the parcel's number is printed; the others are named. A label
that was sent before is not sent again without --again. The command reports what the printer says
of the job; only a scan of the label proves it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app import config as configuration
from app.cli.options import add_json
from app.cli.output import put, put_json, say
from app.cli.printing import SAID, add_sheet, sheet_of, told
from app.cli.sent_labels import Sent, SentLabels
from app.clock import SystemClock
from app.compose.printers import open_printers
from app.device_api import DeviceError, LabelPrinter, PrintJob, Proof
from app.errors import EnvironmentFault, ExitCode
from app.paper import Paper
from app.paths import Home

if TYPE_CHECKING:
    from app.labels.carrier import CarrierLabel


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "print",
        help="print a carrier's label: PDF, PNG, JPEG, GIF or ZPL",
        description=__doc__,
    )
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--number", default="", help="the parcel's, which its label must carry")
    parser.add_argument("--all", action="store_true", help="print the other pages, too")
    parser.add_argument("--again", action="store_true", help="print what was sent before once more")
    add_sheet(parser)
    add_json(parser)


@dataclass(frozen=True)
class _Way:
    """Where labels go. dpi, paper: of that printer."""

    printer: LabelPrinter
    dpi: int
    paper: Paper
    sent: SentLabels
    again: bool


def run(args: argparse.Namespace) -> int:
    home: Home = args.home
    config = configuration.load(home.root)
    data = _read(args.file)
    printer = open_printers(args.printer, home, config)[0]
    try:
        sent = SentLabels(home.ensure().sent_labels)
        way = _Way(printer, *sheet_of(printer, args, config), sent, args.again)
        label = _label(data, way, args.number)
        proof = _print(label, data, args.file.stem, way)
        others = [(page, _other(page.label, data, args, way)) for page in label.others]
    finally:
        printer.close()
    if args.json:
        rest = [{"page": page.page, "proof": done.value, "why": page.why} for page, done in others]
        put_json(
            {
                "printer": printer.device,
                "proof": proof.value,
                "page": label.page,
                "codes": list(label.codes),
                "others": rest,
            }
        )
        return ExitCode.OK
    put(f"{printer.device}: {SAID[proof]}")
    for page, done in others:
        why = page.why or ("" if args.all else "Print it with --all.")
        say(f"page {page.page}: {SAID[done]}{'. ' + why if done is Proof.NONE else ''}")
    return ExitCode.OK


def _other(label: CarrierLabel | None, data: bytes, args: argparse.Namespace, way: _Way) -> Proof:
    if label is None or not args.all:
        return Proof.NONE
    return _print(label, data, f"{args.file.stem}-page-{label.page}", way)


def _print(label: CarrierLabel, data: bytes, name: str, way: _Way) -> Proof:
    """Send one label. Raises EnvironmentFault with what is wrong."""
    key = f"{hashlib.sha256(data).hexdigest()[:24]}-{label.page}"
    now = SystemClock().now()
    doubtful = way.sent.begin(key, way.printer.device, now, again=way.again)
    job = PrintJob(key, name, label.payloads, dpi=way.dpi, clear_first=doubtful)
    try:
        proof = way.printer.send(job)
    except DeviceError as error:
        if error.doubtful:
            way.sent.end(key, Sent.DOUBTFUL)
        else:
            way.sent.forget(key)
        raise told(way.printer, error) from error
    way.sent.end(key, Sent.DONE)
    return proof


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise EnvironmentFault(f"{path} cannot be read: {reason}.") from error


def _label(data: bytes, way: _Way, number: str) -> CarrierLabel:
    from app.labels.errors import LabelError
    from app.labels.passthrough import passthrough

    try:
        return passthrough(data, dpi=way.dpi, paper=way.paper, number=number)
    except LabelError as error:
        raise EnvironmentFault(str(error)) from error
