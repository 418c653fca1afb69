"""Builds the printers of a bench from their specs."""

from __future__ import annotations

from collections.abc import Sequence

from app.config import Config
from app.device_api import LabelPrinter
from app.errors import UsageFault
from app.paths import Home


def open_printers(
    specs: Sequence[str] | None, home: Home, config: Config | None = None
) -> tuple[LabelPrinter, ...]:
    """The printers of these specs. Raises UsageFault with a sentence that says what a spec is."""
    from devices.printers.spec import open_printer

    chosen = specs or (config.printer if config else ()) or (f"file:{home.labels}",)
    try:
        return tuple(open_printer(spec) for spec in chosen)
    except ValueError as error:
        raise UsageFault(str(error)) from error
