"""Opening a serial line: settings, exclusiveness, and errors in the devices' own words."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import serial

from devices.serial_errors import PORT_ERRORS, translate

READ_S = 0.05
"""A blocking read wakes up this often to look for silence and for the end."""


@dataclass(frozen=True)
class LineSettings:
    """How the device talks; USB serial ports ignore all of it."""

    baud: int = 9600
    bytesize: int = 8
    parity: str = "N"
    stopbits: float = 1


def open_serial(device: str, place: str, line: LineSettings) -> serial.Serial:
    """Open a port or URL for ourselves alone. Raises DeviceError.

    Read with `port.read(port.in_waiting or 1)`: anything else waits for the time-out.
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
            # a serial server has nothing to lock
            exclusive=None if "://" in place else True,
        )
    except PORT_ERRORS as error:
        raise translate(device, error) from error


def close_serial(port: serial.Serial) -> None:
    with contextlib.suppress(*PORT_ERRORS):  # an unplugged port may refuse even this
        port.close()


def cancel_read(port: serial.Serial) -> None:
    """Wake a blocked read from another thread; closing instead raises TypeError in the reader."""
    cancel = getattr(port, "cancel_read", None)  # socket:// has none: it wakes by itself
    if cancel is not None:
        with contextlib.suppress(*PORT_ERRORS, AttributeError, TypeError):
            cancel()
