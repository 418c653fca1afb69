"""Opens serial lines: with their settings, for one program only, raising DeviceErrors."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import serial

from devices.serial_errors import PORT_ERRORS, translate

READ_S = 0.05
"""Seconds after which a blocking read returns, to look for silence and for `cancel`."""


@dataclass(frozen=True)
class LineSettings:
    """Baud rate and form of the bytes; USB serial ports ignore them."""

    baud: int = 9600
    bytesize: int = 8
    parity: str = "N"
    stopbits: float = 1


def open_serial(device: str, place: str, line: LineSettings) -> serial.Serial:
    """Open a port or URL so that no other program can. Raises DeviceError.

    Read with `port.read(port.in_waiting or 1)`: asking for more bytes than there are waits READ_S.
    """
    try:
        return serial.serial_for_url(
            place,
            baudrate=line.baud,
            bytesize=line.bytesize,
            parity=line.parity,
            stopbits=line.stopbits,
            timeout=READ_S,
            write_timeout=1.0,
            # the port of a serial server cannot be locked
            exclusive=None if "://" in place else True,
        )
    except PORT_ERRORS as error:
        raise translate(device, error) from error


def close_serial(port: serial.Serial) -> None:
    with contextlib.suppress(*PORT_ERRORS):  # an unplugged port may refuse even this
        port.close()


def cancel_read(port: serial.Serial) -> None:
    """Wake a blocked read from another thread. `close` would raise TypeError in the reader."""
    cancel = getattr(port, "cancel_read", None)  # socket:// has none: its read ends after READ_S
    if cancel is not None:
        with contextlib.suppress(*PORT_ERRORS, AttributeError, TypeError):
            cancel()
