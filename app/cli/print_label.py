"""Print a carrier's label as it is: PDF, PNG, JPEG and GIF on any printer, ZPL on a ZPL printer.

The label is checked first: its pages, its size, and its resolution against the printer's. The
command reports what the printer says of the job; only a scan of the label proves it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from app import config as configuration
from app.cli.options import add_json, add_printer
from app.cli.output import put, put_json
from app.compose.printers import open_printers
from app.device_api import DeviceError, PrintJob, Proof
from app.errors import EnvironmentFault, ExitCode
from app.paths import Home
from ui.words.troubles import TROUBLES

if TYPE_CHECKING:
    from app.labels.passthrough import CarrierLabel

_SAID = {
    Proof.TAKEN: "sent; nothing is known of the paper",
    Proof.COUNTED: "sent, and counted by the printer",
    Proof.NONE: "not sent",
}


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "print",
        help="print a carrier's label: PDF, PNG, JPEG, GIF or ZPL",
        description=__doc__,
    )
    parser.add_argument("file", metavar="FILE", type=Path)
    add_printer(parser)
    parser.add_argument("--dpi", type=int, choices=(203, 300), help="of the printer (config.toml)")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    home: Home = args.home
    config = configuration.load(home.root)
    dpi = args.dpi or config.dpi
    data = _read(args.file)
    label = _label(data, dpi)
    printer = open_printers(args.printer, home, config)[0]
    name = args.file.stem
    job = PrintJob(f"{name}-{hashlib.sha256(data).hexdigest()[:12]}", name, label.payloads, dpi=dpi)
    try:
        proof = printer.send(job)
    except DeviceError as error:
        title, remedy = TROUBLES[error.trouble]
        doubt = " The label may still come out." if error.doubtful else ""
        raise EnvironmentFault(f"{printer.device}: {title}. {remedy}{doubt}") from error
    finally:
        printer.close()
    if args.json:
        put_json({"printer": printer.device, "proof": proof.value, "codes": list(label.codes)})
    else:
        put(f"{printer.device}: {_SAID[proof]}")
    return ExitCode.OK


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise EnvironmentFault(f"{path} cannot be read: {reason}.") from error


def _label(data: bytes, dpi: int) -> CarrierLabel:
    from app.labels.errors import LabelError
    from app.labels.passthrough import passthrough

    try:
        return passthrough(data, dpi=dpi)
    except LabelError as error:
        raise EnvironmentFault(str(error)) from error
