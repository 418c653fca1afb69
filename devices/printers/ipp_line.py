"""One HTTP POST to an IPP printer. The whole of it is bounded in time and length."""

from __future__ import annotations

import http.client
import io
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from app.device_api import DeviceDenied, DeviceFault, DeviceLost, Trouble
from devices.printers.link import translate

MOST_ANSWER = 256 * 1024


class IppLine:
    """A connection for one request. timeout_s: to connect, to send, and for the whole answer, each.

    Raises DeviceError.
    """

    def __init__(
        self,
        device: str,
        host: str,
        port: int,
        timeout_s: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._device = device
        self._host, self._port = host, port
        self._timeout_s = timeout_s
        self._clock = clock
        try:
            self._socket = socket.create_connection((host, port), timeout_s)
        except OSError as error:
            raise translate(device, error) from error
        except ValueError as error:  # a name that no resolver takes
            raise DeviceLost(device, Trouble.NAME_UNKNOWN, str(error)) from error

    def post(self, path: str, body: bytes) -> bytes:
        """The answer's body. Closes the connection."""
        line = http.client.HTTPConnection(self._host, self._port)
        line.sock = self
        try:
            head = {"Content-Type": "application/ipp", "Connection": "close"}
            line.request("POST", path, body, head)
            return self._read(line.getresponse(), path)
        except OSError as error:
            raise translate(self._device, error) from error
        except http.client.HTTPException as error:
            raise DeviceFault(self._device, Trouble.OTHER_PROTOCOL, repr(error)[:80]) from error
        finally:
            line.close()
            with suppress(OSError):
                self._socket.close()

    def _read(self, answer: http.client.HTTPResponse, path: str) -> bytes:
        with answer:
            if answer.status in {401, 403}:
                raise DeviceDenied(self._device, Trouble.NO_PERMISSION, f"HTTP {answer.status}")
            if answer.status == 404:
                raise DeviceLost(self._device, Trouble.NAME_UNKNOWN, f"no printer at {path}")
            if answer.status != 200:
                raise DeviceFault(self._device, Trouble.OTHER_PROTOCOL, f"HTTP {answer.status}")
            return answer.read()

    # The two methods that http.client wants of a socket.

    def sendall(self, data: bytes) -> None:
        self._socket.settimeout(self._timeout_s)
        self._socket.sendall(data)

    def makefile(self, *_: Any) -> io.BufferedReader:
        until = self._clock() + self._timeout_s
        return io.BufferedReader(_Bounded(self._device, self._socket, until, self._clock))

    def close(self) -> None:
        """Nothing yet: http.client closes a socket before it has read the body from its file."""


class _Bounded(io.RawIOBase):
    """Bounds the time and length of all reads together; http.client bounds only each of them."""

    def __init__(
        self, device: str, line: socket.socket, until: float, clock: Callable[[], float]
    ) -> None:
        self._device, self._line, self._until, self._clock = device, line, until, clock
        self._left = MOST_ANSWER

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        patience = self._until - self._clock()
        if patience <= 0:
            raise TimeoutError("the answer does not end")
        self._line.settimeout(patience)
        count = self._line.recv_into(buffer)
        self._left -= count
        if self._left < 0:
            raise DeviceFault(self._device, Trouble.FLOODING, f"more than {MOST_ANSWER} bytes")
        return count


def parse_uri(uri: str) -> tuple[str, int, str] | None:
    """Host, port and path of ipp://host[:631]/path; None where the text is no such address."""
    if not uri.isascii() or not uri.isprintable() or " " in uri:
        return None
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port or 631
    except ValueError:
        return None
    if parts.scheme != "ipp" or not host:
        return None
    return host, port, parts.path or "/"
