"""A network label printer on a raw TCP port (9100), as every label printer offers it."""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING

from app.device_api import (
    DeviceBusy,
    DeviceDenied,
    DeviceError,
    DeviceFault,
    DeviceLost,
    PageFormat,
)
from devices.printers._choose import choose
from devices.printers._once import Once

if TYPE_CHECKING:
    from app.device_api import PrintJob

_CONNECT_S = 3.0
_SEND_S = 10.0
_PREFERRED = (PageFormat.ZPL,)


class TcpPrinter:
    """One connection per job: printers serve one client at a time, so none is kept open.

    connect_s, send_s: seconds until an unreachable or stuck printer is reported.
    """

    def __init__(
        self, host: str, port: int = 9100, *, connect_s: float = _CONNECT_S, send_s: float = _SEND_S
    ) -> None:
        self.device = f"tcp:{host}:{port}"
        self._address = (host, port)
        self._connect_s = connect_s
        self._send_s = send_s
        self._once = Once()

    def send(self, job: PrintJob) -> None:
        """Returns when the printer's network stack has taken all bytes and the end of the stream.

        Raises DeviceLost (unreachable, gone half-way), DeviceBusy (another program holds it),
        DeviceFault (takes no more data: paper or ribbon out, head open).
        """
        if job.job_id in self._once:
            return
        _format, payload = choose(self.device, job, _PREFERRED)
        with self._connected() as connection:
            self._deliver(connection, payload * job.copies)
        self._once.add(job.job_id)

    def close(self) -> None:
        """Nothing is kept open between jobs."""

    def _connected(self) -> socket.socket:
        try:
            return socket.create_connection(self._address, timeout=self._connect_s)
        except TimeoutError as error:
            raise DeviceLost(self.device, "the printer does not answer: is it on?") from error
        except ConnectionRefusedError as error:
            raise DeviceBusy(
                self.device, "the printer refuses the connection: another program holds it"
            ) from error
        except PermissionError as error:
            raise DeviceDenied(self.device, "the network does not allow the connection") from error
        except (OSError, UnicodeError) as error:
            raise DeviceLost(self.device, f"the printer cannot be reached: {error}") from error

    def _deliver(self, connection: socket.socket, payload: bytes) -> None:
        try:
            connection.settimeout(self._send_s)
            connection.sendall(payload)
            connection.shutdown(socket.SHUT_WR)
        except OSError as error:
            raise self._broken(error) from error
        # Waiting for the other side's end tells a reset from a delivery; a printer that keeps the
        # line open has taken the bytes all the same.
        connection.settimeout(min(0.2, self._send_s))
        with contextlib.suppress(TimeoutError):
            try:
                while connection.recv(1024):
                    pass
            except ConnectionError as error:
                raise self._broken(error) from error

    def _broken(self, error: OSError) -> DeviceError:
        if isinstance(error, TimeoutError):
            return DeviceFault(
                self.device, "the printer takes no more data: paper, ribbon or head?"
            )
        return DeviceLost(
            self.device, "the connection broke: look whether the label came out before a retry"
        )
