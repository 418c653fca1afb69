"""The printers named on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from app.device_api import LabelPrinter
from app.errors import UsageFault
from app.paths import Home


def add_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--printer",
        action="append",
        metavar="SPEC",
        help="tcp:HOST:PORT, queue:NAME, queue:NAME:pdf, file:DIR or sim; the first prints labels, "
        "another one manifests (file: the home's labels folder)",
    )


def open_printers(specs: Sequence[str] | None, home: Home) -> tuple[LabelPrinter, ...]:
    """Raises UsageFault with the sentence that says what a printer looks like."""
    from devices.printers.spec import open_printer

    try:
        return tuple(open_printer(spec) for spec in specs or [f"file:{home.labels}"])
    except ValueError as error:
        raise UsageFault(str(error)) from error
