"""Translates the errors of pyserial into DeviceErrors.

Observed on Linux: opening a missing port raises SerialException with errno 2; `in_waiting` of an
unplugged port raises OSError with errno 5; a second exclusive open raises errno 11 (flock).
Windows puts the reason into the text only. There, "access denied" on a COM port means that another
program has it open.
"""

from __future__ import annotations

import errno

from app.device_api import DeviceBusy, DeviceDenied, DeviceError, DeviceLost, Trouble

try:
    from termios import error as _termios_error
except ImportError:  # Windows
    PORT_ERRORS: tuple[type[Exception], ...] = (OSError,)
else:
    PORT_ERRORS = (OSError, _termios_error)
"""Everything an unplugged or refused port raises; SerialException is an OSError."""

_BUSY = {errno.EBUSY, errno.EAGAIN}
_DENIED = {errno.EACCES, errno.EPERM}


def translate(device: str, error: Exception) -> DeviceError:
    """The DeviceError of an error from PORT_ERRORS."""
    number = getattr(error, "errno", None)
    detail = str(error)
    if number in _BUSY or (number is None and "PermissionError(13" in detail):
        return DeviceBusy(device, Trouble.PORT_BUSY, detail)
    if number in _DENIED:
        return DeviceDenied(device, Trouble.NO_PERMISSION, detail)
    # Windows puts a missing port into the text only.
    if number == errno.ENOENT or (number is None and "FileNotFoundError(2" in detail):
        return DeviceLost(device, Trouble.NOT_CONNECTED, detail)
    return DeviceLost(device, Trouble.CONNECTION_LOST, detail)
