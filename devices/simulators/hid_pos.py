"""A HID POS scanner without hardware, with the same reports over a Unix socket (POSIX only)."""

from __future__ import annotations

import contextlib
import select
import socket
from typing import TYPE_CHECKING

from app.device_api import Beep
from devices.feedback.hid_pos import ERROR_BEEP, GOOD_BEEP, PREVENT_READ, REPORT, HidPosFeedback
from devices.hid_pos import REPORT as INPUT_REPORT
from devices.hid_pos import ROOM
from devices.simulators.ear import Ear
from devices.simulators.lifetime import LOOK_S, Pluggable

if TYPE_CHECKING:
    from pathlib import Path


def input_reports(data: bytes, aim: bytes, vendor: int = 0) -> list[bytes]:
    """The reports in which a scanner sends one code."""
    cut = [data[at : at + ROOM] for at in range(0, len(data), ROOM)] or [b""]
    return [
        bytes([INPUT_REPORT, len(part)])
        + aim
        + part.ljust(ROOM, b"\0")
        + bytes([vendor, 0, number < len(cut) - 1])
        for number, part in enumerate(cut)
    ]


class SimulatedHidPos(Pluggable):
    """Serves one host at a time.

    beeps: the sounds that the host asked for, oldest first. locked: the host locked the trigger,
    and `scan` does nothing.
    """

    def __init__(self, path: Path) -> None:
        super().__init__("simulated HID")
        self.place = str(path)
        self.beeps: list[Beep] = []
        self.locked = False
        self._path = path
        self._server: socket.socket | None = None
        self._host: socket.socket | None = None
        self._ear = Ear(HidPosFeedback())
        self._heard = b""

    @property
    def spec(self) -> str:
        return f"hid:socket:{self.place}"

    def scan(self, text: str, aim: str = "]C1") -> bool:
        """Read a code; False while the trigger is locked or no host listens."""
        if self.locked:
            return False
        return all(self.send(report) for report in input_reports(text.encode(), aim.encode()))

    def send(self, report: bytes) -> bool:
        """Send any report; False if no host listens."""
        with self._guard:
            if self._host is None:
                return False
            try:
                self._host.send(report)
            except OSError:
                self._drop()
                return False
            return True

    def plug(self) -> None:
        with self._guard:
            if self._server is not None:
                return
            self._server = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self._server.bind(self.place)
            self._server.listen(1)
            self.locked = False

    def unplug(self) -> None:
        with self._guard:
            self._drop()
            if self._server is not None:
                self._server.close()
                self._server = None
                self._path.unlink()

    def die_in(self, text: str, aim: str = "]Q1") -> None:
        """Unplug in the middle of a code. It must be so long that it takes more than one report."""
        self.send(input_reports(text.encode(), aim.encode())[0])
        self.unplug()

    def _turn(self) -> None:
        server = self._server
        if server is None:
            return
        ready, _, _ = select.select([self._host or server], [], [], LOOK_S)
        if not ready:
            heard, self._heard = self._heard, b""
            self.beeps += [what for what in self._ear.hear(heard) if isinstance(what, Beep)]
        elif self._host is None:
            self._host, _ = server.accept()
        else:
            self._read(self._host)

    def _read(self, host: socket.socket) -> None:
        report = b""
        with contextlib.suppress(ConnectionError):
            report = host.recv(64)
        if not report:
            self._drop()
        elif len(report) == 2 and report[0] == REPORT:
            self.locked = bool(report[1] & PREVENT_READ)
            if report[1] & (ERROR_BEEP | GOOD_BEEP):
                self._heard += bytes([REPORT, report[1] & ~PREVENT_READ])

    def _drop(self) -> None:
        if self._host is not None:
            self._host.close()
            self._host = None
