"""A printer on raw TCP that is never asked anything."""

from __future__ import annotations

from devices.printers.link import CONNECT_S, TcpPort
from devices.printers.raw import RawPrinter


class TcpPrinter(RawPrinter):
    """ZPL to host:port; see `devices.printers.zebra` for printers that answer."""

    def __init__(self, host: str, port: int, timeout_s: float = CONNECT_S) -> None:
        super().__init__(TcpPort(host, port, timeout_s))
