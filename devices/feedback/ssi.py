"""Zebra's Simple Serial Interface (SSI): packets, their checksum, and the sounds.

Packet: [length][opcode][source][status][data ...][checksum, 2 bytes]. The length counts all but
the checksum, which is the two's complement of the sum of all before it. The source is 0 for the
scanner and 4 for the host. Status bit 0: sent again; bit 1: more packets of this message follow.
Source: Simple Serial Interface Programmer's Guide 72E-40451; DS9908 reference p. 245; beep codes
as in Zebra's scanner SDK. The LED selector differs between sources, so LEDs are off by default.
Not tried on a device.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from app.device_api import Ability, Beep

HOST = 0x04
RESENT = 0x01
CONTINUED = 0x02
NAK_RESEND = 0x01
IDLE_MS = 100
_HEAD = 4
_CHECKSUM = 2
_WAKE = 0x00


class Op(IntEnum):
    ACK = 0xD0
    NAK = 0xD1
    BEEP = 0xE6
    LED_ON = 0xE7
    LED_OFF = 0xE8
    SCAN_ENABLE = 0xE9
    SCAN_DISABLE = 0xEA
    DECODE_DATA = 0xF3


# One short high beep; two long low ones; a slow warble.
BEEP_CODES = {Beep.GOOD: 0x00, Beep.BAD: 0x10, Beep.STOP: 0x15}


@dataclass(frozen=True)
class Packet:
    op: int
    data: bytes = b""
    source: int = HOST
    status: int = 0

    def to_bytes(self) -> bytes:
        """Raises ValueError if the data is longer than the length byte can say (251)."""
        body = bytes([_HEAD + len(self.data), self.op, self.source, self.status]) + self.data
        return body + checksum(body)


def checksum(body: bytes) -> bytes:
    return (-sum(body) & 0xFFFF).to_bytes(_CHECKSUM, "big")


def split(stream: bytes) -> list[bytes]:
    """Single packets out of packets that we made and joined."""
    packets = []
    while stream:
        size = stream[0] + _CHECKSUM
        packets.append(stream[:size])
        stream = stream[size:]
    return packets


def whole(data: bytes) -> Packet | None:
    """The packet that these bytes are, checksum included; None if they are anything else."""
    size = data[0] if data else 0
    if size < _HEAD or len(data) != size + _CHECKSUM or checksum(data[:size]) != data[size:]:
        return None
    return Packet(data[1], data[_HEAD:size], data[2], data[3])


class SsiDecoder:
    """Turns bytes into packets.

    The protocol does not mark where a packet begins. So after a damaged packet all bytes up to the
    next silence are thrown away: a search for the next packet in them would find false ones.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._damaged = False
        self._last_ms = 0

    @property
    def pending(self) -> bytes:
        """Bytes of a packet that is not complete, or damaged; at most 257."""
        return bytes(self._buffer)

    def feed(self, data: bytes, at_ms: int) -> list[Packet]:
        """The packets that these bytes complete."""
        packets = []
        if data:
            self._last_ms = at_ms
        for byte in data:
            if self._damaged:
                break
            if byte == _WAKE and not self._buffer:
                continue
            self._buffer.append(byte)
            size = self._buffer[0]
            if size < _HEAD:
                self._damaged = True
            elif len(self._buffer) == size + _CHECKSUM:
                packet = whole(bytes(self._buffer))
                if packet is None:
                    self._damaged = True
                else:
                    self._buffer.clear()
                    packets.append(packet)
        return packets

    def idle(self, at_ms: int) -> bytes:
        """The bytes that were damaged or cut off, once silence has shown it; else b"".

        This call throws them away.
        """
        if not self._buffer or at_ms - self._last_ms < IDLE_MS:
            return b""
        lost = bytes(self._buffer)
        self._buffer.clear()
        self._damaged = False
        return lost


class Ssi:
    """led: the model's LED selector byte, None = no light. BAD and STOP switch it on, GOOD off."""

    abilities: tuple[Ability, ...] = (Ability.BEEP, Ability.LOCK)

    def __init__(self, led: int | None = None) -> None:
        self._led = led

    def bytes_for(self, beep: Beep) -> bytes:
        sound = Packet(Op.BEEP, bytes([BEEP_CODES[beep]])).to_bytes()
        if self._led is None:
            return sound
        light = Op.LED_OFF if beep is Beep.GOOD else Op.LED_ON
        return sound + Packet(light, bytes([self._led])).to_bytes()

    def lock(self) -> bytes:
        return Packet(Op.SCAN_DISABLE).to_bytes()

    def free(self) -> bytes:
        return Packet(Op.SCAN_ENABLE).to_bytes()
