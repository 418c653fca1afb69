"""Turns the reports of USB HID POS scanners into frames; pure.

Input report 0x02, 64 bytes with its id: [1] length of the data, [2..4] AIM id "]cm", [5..60]
data, [61] maker's code id, [63] bit 0: more reports of this code follow. Sources: USB Interfaces
User's Guide (Hand Held Products) p. 1-11; Access-IS LSR118 manual, appendix B; HID Point of Sale
Usage Tables 1.02, page 0x8C usage 0x02.

Scanners are known to differ from that: one byte more before the "]"; no AIM id at all (data from
byte 2 on); CR at the end of the data; answers to commands sent as codes with "]X0" or "]Z6"; an
answer in Newland's own wrapper. An answer is no scan and comes out as `MenuAnswer`.

Times are milliseconds of any steady clock. Nothing here raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.device_api import ScanDefect
from devices.framing import IDLE_MS, MAX_BYTES, TAIL_MS, LineFrame, frame_of

REPORT = 0x02
SIZE = 64
ROOM = 56
"""Bytes of data in one report with an AIM id."""
_FLAGS = 63
_VENDOR = 61
_NO_AIM_ROOM = _VENDOR - 2
_CONTINUED = 0x01
_AIM = re.compile(rb"\][A-Za-z][0-9A-Z]")
_ANSWERS = {b"]X0", b"]Z6"}
_NEWLAND = b"\x02\x00\x00"
_NEWLAND_EXTRA = 6  # four bytes before the data, two of a check code after it


@dataclass(frozen=True)
class MenuAnswer:
    """A scanner's answer to a command, which is no scan."""

    data: bytes


@dataclass(frozen=True)
class _Part:
    """The part of a code that one report carries."""

    aim: bytes
    data: bytes
    continued: bool


class HidPosDecoder:
    """Collects the reports of one scanner.

    A code of several reports that breaks off is UNTERMINATED. Its rest is UNTERMINATED too if it
    comes within `TAIL_MS`: alone it would look like a whole, shorter code.
    """

    def __init__(self, *, max_bytes: int = MAX_BYTES) -> None:
        self._max = max_bytes
        self._parts = bytearray()
        self._aim: bytes | None = None  # of the code that is not complete; None = there is none
        self._too_long = False
        self._first_ms = 0
        self._last_ms = 0
        self._cut: tuple[bytes, int] | None = None  # AIM id and time of what broke off

    @property
    def pending(self) -> int:
        """Bytes held back; never more than max_bytes."""
        return len(self._parts)

    def feed(self, report: bytes, at_ms: int) -> list[LineFrame | MenuAnswer]:
        """What this report completes."""
        answer = _newland(report)
        if answer is not None:
            return [answer]
        part = _part(report)
        if part is None:
            return []
        found: list[LineFrame | MenuAnswer] = []
        if self._aim is not None and part.aim != self._aim:
            found += self._break_off(at_ms)
        if self._aim is None:
            self._aim, self._first_ms = part.aim, at_ms
        self._last_ms = at_ms
        if len(self._parts) + len(part.data) > self._max:
            self._too_long = True
        else:
            self._parts += part.data
        if not part.continued:
            found += self._finish(self._late(part.aim, at_ms), at_ms)
        return found

    def idle(self, at_ms: int) -> list[LineFrame | MenuAnswer]:
        """The code that silence breaks off now. Call it only when no report waits to be read."""
        if self._aim is None or at_ms - self._last_ms < IDLE_MS:
            return []
        return self._break_off(at_ms)

    def _break_off(self, at_ms: int) -> list[LineFrame | MenuAnswer]:
        self._cut = (self._aim or b"", at_ms)
        return self._finish(ScanDefect.UNTERMINATED, self._last_ms)

    def _late(self, aim: bytes, at_ms: int) -> ScanDefect | None:
        cut, self._cut = self._cut, None
        late = cut is not None and cut[0] == aim and self._first_ms - cut[1] < TAIL_MS
        return ScanDefect.UNTERMINATED if late else None

    def _finish(self, defect: ScanDefect | None, end_ms: int) -> list[LineFrame | MenuAnswer]:
        aim, data = self._aim or b"", bytes(self._parts)
        if self._too_long:
            defect = ScanDefect.TOO_LONG
        self._parts.clear()
        self._aim = None
        self._too_long = False
        if aim in _ANSWERS:
            return [MenuAnswer(data)]
        body = data.rstrip(b"\r\n")
        if not body:
            return []
        end = data[len(body) :]
        frame = frame_of(aim + body, defect)
        return [replace(frame, terminator=end, span_ms=end_ms - self._first_ms)]


def _part(report: bytes) -> _Part | None:
    """The part of a code in a report; None if the report carries none."""
    if len(report) != SIZE or report[0] != REPORT or report[1] == 0:
        return None
    size, continued = report[1], bool(report[_FLAGS] & _CONTINUED)
    if _AIM.match(report, 2):
        start = 5
    elif _AIM.match(report, 3) and any(report[2 + size : _VENDOR]):
        start = 6  # one byte more before the AIM id: without one, nothing would follow the data
    else:
        start = 2
    if size > (_NO_AIM_ROOM if start == 2 else ROOM):
        return None
    return _Part(report[2:start][-3:], report[start : start + size], continued)


def _newland(report: bytes) -> MenuAnswer | None:
    """An answer in Newland's wrapper: 02 [size] 02 00 00 [n] data[n] check[2], else None.

    How the check code is computed is not known, so it is not checked.
    """
    if len(report) < 6 or report[0] != REPORT or report[2:5] != _NEWLAND:
        return None
    size = report[5]
    if report[1] != size + _NEWLAND_EXTRA or len(report) < 8 + size:
        return None
    return MenuAnswer(report[6 : 6 + size])
