"""The two languages that serial scanners speak, lines of text and SSI packets; pure.

A link turns the bytes of its scanner into frames and queues what is to be written to it. Times
are milliseconds of any steady clock.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Protocol

from app.device_api import ScanDefect
from devices.feedback import ssi
from devices.feedback.ssi import Op, Packet, SsiDecoder
from devices.framing import Framer, LineFrame, frame_of

ANSWER_MS = 1000
_TRIES = 3
_TALK = 16  # commands that may wait to be written; the oldest of more is dropped
_TEXT_LINE = re.compile(rb"[\x02\x1d\x20-\x7e]+[\r\n\x03]+")

# Code type -> AIM id, for scanners not set to send one (CS3000 guide, table B-1: SSI code types).
_AIM = {0x03: b"]C0", 0x0A: b"]E4", 0x0B: b"]E0", 0x0F: b"]C1"}


class ScannerLink(Protocol):
    """One language. foreign: what the scanner speaks instead, "" while nothing strange came."""

    foreign: str

    def feed(self, data: bytes, at_ms: int) -> list[LineFrame]: ...

    def idle(self, at_ms: int) -> list[LineFrame]: ...

    def say(self, data: bytes) -> None:
        """Queue the bytes of a feedback codec."""

    def due(self, at_ms: int) -> bytes:
        """The bytes to write now, which this call takes off the queue."""


class LineLink:
    """Lines of text. The scanner answers no command.

    The link looks for SSI packets as well: bytes with a right opcode and checksum are no accident,
    and mean that the spec should say feedback=ssi.
    """

    def __init__(self, framer: Framer) -> None:
        self.foreign = ""
        self._framer = framer
        self._packets = SsiDecoder()
        self._talk = b""

    def feed(self, data: bytes, at_ms: int) -> list[LineFrame]:
        if any(packet.op == Op.DECODE_DATA for packet in self._packets.feed(data, at_ms)):
            self.foreign = "SSI packets on a line of text: say feedback=ssi"
        return self._framer.feed(data, at_ms)

    def idle(self, at_ms: int) -> list[LineFrame]:
        self._packets.idle(at_ms)
        return self._framer.idle(at_ms)

    def say(self, data: bytes) -> None:
        self._talk += data

    def due(self, at_ms: int) -> bytes:
        data, self._talk = self._talk, b""
        return data


class SsiLink:
    """SSI. We acknowledge each code, and send a command when the one before is acknowledged."""

    def __init__(self) -> None:
        self.foreign = ""
        self._decoder = SsiDecoder()
        self._replies: list[bytes] = []
        self._talk: deque[bytes] = deque(maxlen=_TALK)
        self._open: bytes | None = None  # the command that waits for its ACK
        self._tries = 0
        self._said_ms = 0
        self._damages = 0
        self._last_code: bytes | None = None
        self._long = False

    def feed(self, data: bytes, at_ms: int) -> list[LineFrame]:
        frames = []
        for packet in self._decoder.feed(data, at_ms):
            self._damages = 0
            match packet.op:
                case Op.DECODE_DATA:
                    self._replies.append(Packet(Op.ACK).to_bytes())
                    frames += self._code(packet)
                case Op.ACK:
                    self._open = None
                case Op.NAK:
                    self._refused(packet)
                case _:  # events, and answers to no command of ours
                    self._replies.append(Packet(Op.ACK).to_bytes())
        return frames

    def idle(self, at_ms: int) -> list[LineFrame]:
        lost = self._decoder.idle(at_ms)
        if lost:
            self._damages += 1
            self._replies.append(Packet(Op.NAK, bytes([ssi.NAK_RESEND])).to_bytes())
            if _TEXT_LINE.fullmatch(lost):
                self.foreign = "lines of text where SSI packets were expected"
            elif self._damages >= _TRIES:
                self.foreign = f"{self._damages} damaged SSI packets one after the other"
        return []

    def say(self, data: bytes) -> None:
        self._talk.extend(ssi.split(data))

    def due(self, at_ms: int) -> bytes:
        data = b"".join(self._replies)
        self._replies.clear()
        if self._open is not None and at_ms - self._said_ms >= ANSWER_MS:
            # Given up, not repeated: a late beep would seem to be about another scan.
            self._open = None
        if self._open is None and self._talk:
            self._open, self._tries, self._said_ms = self._talk.popleft(), 1, at_ms
            data += self._open
        return data

    def _code(self, packet: Packet) -> list[LineFrame]:
        if packet.status & ssi.CONTINUED:
            self._long = True
            return []
        if self._long:
            # Manuals differ in how a long message is cut into packets, so it is refused.
            self._long = False
            return [frame_of(packet.data, ScanDefect.TOO_LONG)]
        if packet.status & ssi.RESENT and packet.data == self._last_code:
            return []  # the scanner missed our acknowledgement: this code was taken already
        self._last_code = packet.data
        kind, body = packet.data[:1], packet.data[1:].rstrip(b"\r\n")
        if not body:
            return []
        aim = b"" if body.startswith(b"]") else _AIM.get(kind[0], b"")
        return [frame_of(aim + body, raw=packet.data[1:])]

    def _refused(self, packet: Packet) -> None:
        """Send the refused command again if it was damaged on the way; else drop it."""
        if self._open is None:
            return
        if packet.data[:1] == bytes([ssi.NAK_RESEND]) and self._tries < _TRIES:
            self._tries += 1
            self._replies.append(self._open)
        else:
            self._open = None
