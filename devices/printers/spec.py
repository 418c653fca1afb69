"""One line of the settings becomes a connection to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.printers.folder import FolderPrinter
from devices.printers.simulated import SimulatedPrinter
from devices.printers.system_queue import SystemQueuePrinter
from devices.printers.tcp import TcpPrinter

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.device_api import LabelPrinter

_HELP = "a printer is tcp:HOST:PORT, queue:NAME, file:DIRECTORY or sim"


def open_printer(spec: str, *, on_page: Callable[[str, bytes], None] | None = None) -> LabelPrinter:
    """The connection that spec names; nothing is connected before the first job.

    spec: "tcp:10.0.0.7:9100" (":9100" may be left out, IPv6 in brackets), "queue:Zebra",
    "file:/srv/labels", "sim". on_page: see SimulatedPrinter. Raises ValueError with a sentence.
    """
    kind, _colon, rest = spec.strip().partition(":")
    rest = rest.strip()
    match kind:
        case "tcp":
            host, port = _host_and_port(spec, rest)
            return TcpPrinter(host, port)
        # A name like "-h" would be an option of the spooler's command.
        case "queue" if rest and not rest.startswith("-"):
            return SystemQueuePrinter(rest)
        case "file" if rest:
            return FolderPrinter(rest)
        case "sim" if not rest:
            return SimulatedPrinter(on_page)
        case _:
            raise ValueError(f"{spec!r} is not a printer: {_HELP}.")


def _host_and_port(spec: str, rest: str) -> tuple[str, int]:
    host, port = rest, "9100"
    if rest.startswith("["):  # IPv6
        host, _bracket, tail = rest[1:].partition("]")
        port = tail.removeprefix(":") or port
    elif ":" in rest:
        host, _colon, port = rest.rpartition(":")
    if not host or (":" in host and not rest.startswith("[")):
        raise ValueError(f"{spec!r} is not a printer: {_HELP}.")
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ValueError(f"{spec!r} is not a printer: {port!r} is no port between 1 and 65535.")
    return host, int(port)
