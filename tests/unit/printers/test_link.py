from __future__ import annotations

import errno
import socket

import pytest

from app.device_api import DeviceError, DeviceFault, Trouble
from devices.printers.link import MOST_ANSWER, ask, translate


class Endless:
    """A link that always has more."""

    def __init__(self) -> None:
        self.reads = 0

    def write(self, data: bytes) -> None: ...

    def read(self, timeout_s: float) -> bytes:
        self.reads += 1
        return b"x" * 4096

    def finish(self) -> None: ...

    def close(self) -> None: ...


def test_a_flood_is_cut_off_by_its_length_not_by_time() -> None:
    link = Endless()
    with pytest.raises(DeviceFault) as caught:
        ask(link, "d", b"?", lambda _data: None, 1.0, clock=lambda: 0.0)
    assert caught.value.trouble is Trouble.FLOODING
    assert link.reads <= MOST_ANSWER // 4096 + 2


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (ConnectionRefusedError(), Trouble.PORT_BUSY),
        (TimeoutError(), Trouble.NOT_ANSWERING),
        (socket.gaierror(), Trouble.NAME_UNKNOWN),
        (PermissionError(), Trouble.NO_PERMISSION),
        (OSError(errno.EBUSY, "busy"), Trouble.PORT_BUSY),
        (OSError(errno.EHOSTUNREACH, "no route"), Trouble.NOT_CONNECTED),
        (FileNotFoundError(errno.ENOENT, "no such file"), Trouble.NOT_CONNECTED),
        (OSError(errno.ENODEV, "no such device"), Trouble.NOT_CONNECTED),
        (ConnectionResetError(errno.ECONNRESET, "reset"), Trouble.CONNECTION_LOST),
        (OSError(errno.EIO, "input/output error"), Trouble.CONNECTION_LOST),
    ],
)
def test_what_sockets_and_files_raise(error: OSError, trouble: Trouble) -> None:
    told = translate("d", error)
    assert isinstance(told, DeviceError) and (told.trouble, told.doubtful) == (trouble, False)
