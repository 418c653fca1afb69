"""What pyserial raises, in words of ours.

Seen: open of a missing port SerialException errno 2; `in_waiting` of an unplugged one plain
OSError errno 5; a second exclusive open errno 11 (flock); Windows puts the reason into the text
only, and there "access denied" on a COM port means that another program has it open.
"""

from __future__ import annotations

import errno

from app.device_api import DeviceBusy, DeviceDenied, DeviceError, DeviceLost

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
    if number in _BUSY or (number is None and "PermissionError(13" in str(error)):
        return DeviceBusy(device, "another program holds the port")
    if number in _DENIED:
        return DeviceDenied(device, "no permission to open the port (group dialout is missing)")
    if number == errno.ENOENT:
        return DeviceLost(device, "not connected")
    return DeviceLost(device, f"connection lost: {error}")
