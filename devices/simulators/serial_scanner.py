"""A serial scanner without hardware, on a pseudo terminal (POSIX only)."""

from __future__ import annotations

import contextlib
import os
import select
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.device_api import Beep
from devices.feedback import ssi
from devices.feedback.ssi import Op, Packet, SsiDecoder
from devices.scanner_spec import FEEDBACK
from devices.simulators.ear import Ear, Trigger
from devices.simulators.lifetime import LOOK_S, Pluggable

try:
    import pty
    import tty
except ImportError:  # Windows
    pty = tty = None  # type: ignore[assignment]  # only looked at, and then refused

if TYPE_CHECKING:
    from pathlib import Path

_ROOM = 1024  # a pseudo terminal takes some 4,000 bytes
_ANSWER_S = 0.5
_TRIES = 4
_BEEPS = {code: beep for beep, code in ssi.BEEP_CODES.items()}
_CODE_128 = b"\x03"


@dataclass
class _Code:
    """An SSI packet that waits for the host's acknowledgement."""

    packet: Packet
    tries: int = 0
    sent: float = 0.0


class SimulatedSerialScanner(Pluggable):
    """Speaks a maker's language over a pseudo terminal.

    feedback: the maker whose language it speaks, a key of `scanner_spec.FEEDBACK`.
    link: a stable name for its port, made and removed as udev does. Without one, the port has
    another name after each plug. beeps: the sounds that the host asked for, oldest first. locked:
    the host locked the trigger, and `scan` does nothing. unanswered: how many codes the host never
    acknowledged (SSI only).
    """

    def __init__(self, feedback: str = "none", link: Path | None = None) -> None:
        if pty is None:
            raise OSError("there are no pseudo terminals on this system")
        super().__init__("simulated scanner")
        self.beeps: list[Beep] = []
        self.locked = False
        self.unanswered = 0
        self.place = ""
        self._feedback = feedback
        self._is_ssi = feedback == "ssi"
        self._link = link
        self._master = -1
        self._codes: deque[_Code] = deque()
        self._damage_next = False
        self._ssi = SsiDecoder()
        self._ear = Ear(FEEDBACK[feedback]())
        self._heard = b""

    @property
    def spec(self) -> str:
        return f"serial:{self.place};feedback={self._feedback}"

    # --- the hand ------------------------------------------------------------------------------

    def scan(self, text: str, aim: str = "]C1") -> bool:
        """Read a code; False while the trigger is locked."""
        if self.locked:
            return False
        if self._is_ssi:
            packet = Packet(Op.DECODE_DATA, _CODE_128 + (aim + text).encode(), source=0)
            with self._guard:
                self._codes.append(_Code(packet))
            return True
        self.send((aim + text).encode() + b"\r")
        return True

    def plug(self) -> None:
        with self._guard:
            if self._master >= 0:
                return
            self._master, slave = pty.openpty()
            tty.setraw(slave)
            # Ready to read can mean closed at the far end, which may open it again meanwhile.
            os.set_blocking(self._master, False)
            name = os.ttyname(slave)
            os.close(slave)
            if self._link is not None:
                self._link.symlink_to(name)
            self.place = str(self._link or name)
            self.locked = False

    def unplug(self) -> None:
        with self._guard:
            if self._master < 0:
                return
            if self._link is not None:
                self._link.unlink()
            os.close(self._master)
            self._master = -1

    # --- faults ----------------------------------------------------------------------------------

    def send(self, data: bytes, limit_s: float = 10.0) -> None:
        """Any bytes: half a code, another maker's language. Given up if nobody takes them."""
        master, until = self._master, time.monotonic() + limit_s
        while data and master >= 0 and time.monotonic() < until:
            _, room, _ = select.select([], [master], [], LOOK_S)
            if room:
                with contextlib.suppress(BlockingIOError):
                    data = data[os.write(master, data[:_ROOM]) :]

    def flood(self, codes: int = 5_000) -> None:
        """Far more codes than a hand can read; stops when nobody takes them any more."""
        self.send(b"".join(b"]C0%d\r" % number for number in range(codes)), 1.0)

    def die_in(self, text: str) -> None:
        """Unplugged in the middle of a code."""
        self.send(text.encode()[: len(text) // 2])
        self.unplug()

    def damage_next(self) -> None:
        """The next SSI packet has a wrong checksum the first time."""
        self._damage_next = True

    # --- its own life ----------------------------------------------------------------------------

    def _turn(self) -> None:
        if self._master < 0:
            return
        data = self._read()
        if self._is_ssi:
            now_ms = time.monotonic_ns() // 1_000_000
            for packet in self._ssi.feed(data, now_ms):
                self._obey(packet)
            self._ssi.idle(now_ms)
            self._send_code()
        elif data:
            self._heard += data
        elif self._heard:
            heard, self._heard = self._heard, b""
            for what in self._ear.hear(heard):
                self._do(what)

    def _read(self) -> bytes:
        """What the host wrote; b"" while nobody has the line open."""
        ready, _, _ = select.select([self._master], [], [], LOOK_S)
        if not ready:
            return b""
        try:
            return os.read(self._master, 4096)
        except OSError:  # EIO: closed at the far end; EAGAIN: opened again
            return b""

    def _do(self, what: Beep | Trigger) -> None:
        if isinstance(what, Beep):
            self.beeps.append(what)
        else:
            self.locked = what is Trigger.LOCK

    def _obey(self, packet: Packet) -> None:
        if packet.op == Op.ACK:
            if self._codes and self._codes[0].tries:
                self._codes.popleft()
            return
        if packet.op == Op.NAK:
            if self._codes:
                self._codes[0].sent = 0.0  # again, now
            return
        if packet.op == Op.BEEP and packet.data[0] in _BEEPS:
            self.beeps.append(_BEEPS[packet.data[0]])
        elif packet.op in {Op.SCAN_ENABLE, Op.SCAN_DISABLE}:
            self.locked = packet.op == Op.SCAN_DISABLE
        self.send(Packet(Op.ACK, source=0).to_bytes())

    def _send_code(self) -> None:
        if not self._codes or time.monotonic() - self._codes[0].sent < _ANSWER_S:
            return
        code = self._codes[0]
        if code.tries >= _TRIES:
            self._codes.popleft()
            self.unanswered += 1
            return
        status = ssi.RESENT if code.tries else 0
        data = Packet(code.packet.op, code.packet.data, code.packet.source, status).to_bytes()
        if self._damage_next:
            self._damage_next = False
            data = data[:-1] + bytes([data[-1] ^ 0x55])
        code.tries += 1
        code.sent = time.monotonic()
        self.send(data)
