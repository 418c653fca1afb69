"""From a printer's specification on the command line to a connection."""

from __future__ import annotations

from pathlib import Path

from app.device_api import LabelPrinter, PageFormat
from devices.printers.folder import FolderPrinter
from devices.printers.simulated import SimulatedPrinter
from devices.printers.system_queue import QueuePrinter
from devices.printers.tcp import TcpPrinter

KNOWN = "tcp:HOST:PORT, queue:NAME, queue:NAME:pdf, file:DIR or sim"


def open_printer(spec: str) -> LabelPrinter:
    """Raises ValueError with a sentence where the words are no printer."""
    kind, _, rest = spec.partition(":")
    match kind:
        case "tcp":
            host, _, port = rest.rpartition(":")
            if not host or not port.isdigit() or not 0 < int(port) < 65536:
                raise ValueError(f"“{spec}” names no host and port. Use tcp:HOST:PORT.")
            return TcpPrinter(host.strip("[]"), int(port))
        case "queue" if rest:
            name, _, language = rest.partition(":")
            if language not in {"", "zpl", "pdf"}:
                raise ValueError(f"A queue takes zpl or pdf, not “{language}”.")
            return QueuePrinter(name, PageFormat(language or "zpl"))
        case "file" if rest:
            return FolderPrinter(Path(rest))
        case "sim" if not rest:
            return SimulatedPrinter()
        case _:
            raise ValueError(f"“{spec}” is no printer. Use {KNOWN}.")
