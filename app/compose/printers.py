"""The printers named on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from app.config import Config
from app.device_api import LabelPrinter
from app.errors import UsageFault
from app.paths import Home


def add_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--printer",
        action="append",
        metavar="SPEC",
        help="tcp:HOST:PORT, usb:/dev/usb/lp0, queue:NAME, queue:NAME:pdf, ipp://HOST/ipp/print, "
        "file:DIR or sim; the first prints labels, another one manifests (config.toml, else file: "
        "the home's labels folder)",
    )


def open_printers(
    specs: Sequence[str] | None, home: Home, config: Config | None = None
) -> tuple[LabelPrinter, ...]:
    """Raises UsageFault with the sentence that says what a printer looks like."""
    from devices.printers.spec import open_printer

    chosen = specs or (config.printer if config else ()) or (f"file:{home.labels}",)
    try:
        return tuple(open_printer(spec) for spec in chosen)
    except ValueError as error:
        raise UsageFault(str(error)) from error
