"""What the commands that print have in common: the printer's sheet, and what it says of a job."""

from __future__ import annotations

import argparse
from contextlib import suppress
from typing import TYPE_CHECKING

from app.cli.options import add_printer
from app.device_api import DeviceError, LabelPrinter, PrintJob, Proof
from app.errors import EnvironmentFault
from app.paper import DPIS, PAPERS, Paper, paper_named
from ui.words.troubles import TROUBLES

if TYPE_CHECKING:
    from app.config import Config

SAID = {
    Proof.TAKEN: "sent; nothing is known of the paper",
    Proof.COUNTED: "sent, and counted by the printer",
    Proof.NONE: "not sent",
}


def add_sheet(parser: argparse.ArgumentParser) -> None:
    """The options of a printer and of its sheets."""
    add_printer(parser)
    parser.add_argument("--dpi", type=int, choices=DPIS, help="of the printer (config.toml)")
    parser.add_argument("--paper", choices=tuple(PAPERS), help="of the printer (config.toml)")


def sheet_of(
    printer: LabelPrinter | None, args: argparse.Namespace, config: Config
) -> tuple[int, Paper]:
    """Resolution and paper: the command line's, else the printer's, else those of config.toml."""
    own_dpi, own_paper = 0, None
    if printer is not None:
        if not (args.dpi or printer.dpi):
            with suppress(DeviceError):  # it is told when the label is sent
                printer.check()  # a printer that answers says its resolution
        own_dpi, own_paper = printer.dpi if printer.dpi in DPIS else 0, printer.paper
    paper = paper_named(args.paper) if args.paper else own_paper or paper_named(config.paper)
    return args.dpi or own_dpi or config.dpi, paper


def told(printer: LabelPrinter, error: DeviceError) -> EnvironmentFault:
    """A device's trouble as a sentence with its remedy."""
    title, remedy = TROUBLES[error.trouble]
    doubt = " The label may still come out." if error.doubtful else ""
    return EnvironmentFault(f"{printer.device}: {title}. {remedy}{doubt}")


def send(printer: LabelPrinter, job: PrintJob) -> Proof:
    """Send one job. Raises EnvironmentFault with what is wrong."""
    try:
        return printer.send(job)
    except DeviceError as error:
        raise told(printer, error) from error
