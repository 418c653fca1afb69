"""Cuts the bytes of a scanner into frames; pure, so that every boundary can be tested.

A frame ends with CR, LF, CRLF, TAB or ETX and may begin with STX. Silence inside a frame ends it
too; such a frame is UNTERMINATED, unless it ends with the suffix that the scanner was set to send.

Text is UTF-8, of which ASCII is a part. Bytes that are not valid UTF-8 make the frame UNREADABLE.
They are not read as Latin-1 instead: that would turn a damaged code into a different, plausible
one.

Times are milliseconds of any steady clock. Nothing here raises.
Sources: AIM id "]cm" ISO/IEC 15424; GS ISO/IEC 15417 (GS1 General Specifications 7.8);
RS and EOT ISO/IEC 15434.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from app.device_api import ScanDefect

MAX_BYTES = 4096
IDLE_MS = 200
TAIL_MS = 2000
_SHOWN = 200  # characters of a defective frame that the journal keeps

_MARKS = re.compile(rb"[\x02\x03\t\r\n]")
_END = re.compile(rb"\x03?(?:\r\n?|\n|\t)?")
_STX = 0x02
_AIM = re.compile(r"\][A-Za-z][0-9A-Z]")
_GS = "\x1d"
_ISO_15434 = "[)>\x1e"
_ISO_15434_MARKS = frozenset("\x1c\x1d\x1e\x1f\x04")  # FS GS RS US EOT


@dataclass(frozen=True)
class LineFrame:
    """One frame.

    text: as scanned; where `defect` is set, escaped so that it can be printed.
    raw: the bytes as they came, between STX and terminator.
    aim: "]cm", or "" where the scanner sent none.
    terminator: the bytes that ended the frame and had come by then; b"" = silence ended it.
    span_ms: from its first to its last byte.
    """

    text: str
    raw: bytes
    aim: str = ""
    defect: ScanDefect | None = None
    terminator: bytes = field(default=b"", compare=False)
    span_ms: int = field(default=0, compare=False)


def escaped(text: str) -> str:
    """Printable text for the journal: control characters become \\xNN, long text is cut."""
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:_SHOWN])
    return shown + "…" if len(text) > _SHOWN else shown


def split_aim(text: str) -> tuple[str, str]:
    """(data, AIM id or "")."""
    if _AIM.match(text):
        return text[3:], text[:3]
    return text, ""


def is_readable(text: str) -> bool:
    """Whether all characters are printable or GS; in an ISO 15434 envelope also its separators."""
    allowed = _ISO_15434_MARKS if text.startswith(_ISO_15434) else {_GS}
    return bool(text) and all(c.isprintable() or c in allowed for c in text)


def judge(text: str, defect: ScanDefect | None = None) -> tuple[str, str, ScanDefect | None]:
    """(text without AIM id, AIM id, defect). The defect is UNREADABLE for a bad character."""
    data, aim = split_aim(text)
    if defect is None and not is_readable(data):
        defect = ScanDefect.UNREADABLE
    return (data if defect is None else escaped(data)), aim, defect


class Framer:
    """Collects the bytes of one line.

    max_bytes: a longer frame is TOO_LONG, and its rest is dropped.
    prefix, suffix: what the scanner was set to add besides the terminator. Both are cut off. A
        frame without the prefix has lost its beginning and is UNTERMINATED.
    idle_ms: how long a silence must be to end a frame.
    tail_ms: after silence has cut a frame, its rest may still come, and would look like a whole,
        shorter code. So a frame that begins within this time after the cut is UNTERMINATED too,
        unless it begins with STX or the prefix.
    """

    def __init__(
        self,
        *,
        max_bytes: int = MAX_BYTES,
        idle_ms: int = IDLE_MS,
        tail_ms: int = TAIL_MS,
        prefix: bytes = b"",
        suffix: bytes = b"",
    ) -> None:
        self._max = max_bytes
        self._idle_ms = idle_ms
        self._tail_ms = tail_ms
        self._prefix = prefix
        self._suffix = suffix
        self._buffer = bytearray()
        self._swallowing = False
        self._first_ms = 0
        self._seen_ms = 0
        self._last_ms = 0
        self._cut_ms: int | None = None
        self._is_tail = False

    @property
    def pending(self) -> int:
        """Bytes held back; never more than max_bytes."""
        return len(self._buffer)

    def feed(self, data: bytes, at_ms: int) -> list[LineFrame]:
        """The frames that these bytes complete.

        Time between two calls does not cut a frame: the bytes may have waited for a late reader.
        Only `idle` cuts; it is called when the line is known to be empty.
        """
        frames: list[LineFrame] = []
        start = 0
        if data:
            self._last_ms = at_ms
        for mark in _MARKS.finditer(data):
            self._collect(data[start : mark.start()], at_ms, frames)
            if data[mark.start()] == _STX:
                self._finish(frames, ScanDefect.UNTERMINATED)
                self._cut_ms = None
            else:
                end = _END.match(data, mark.start())
                self._finish(frames, None, end.group() if end else b"", at_ms)
            start = mark.end()
        self._collect(data[start:], at_ms, frames)
        return frames

    def idle(self, at_ms: int) -> list[LineFrame]:
        """The frame that silence ends now, if any. Call it only when no byte waits to be read."""
        if not (self._buffer or self._swallowing) or at_ms - self._last_ms < self._idle_ms:
            return []
        frames: list[LineFrame] = []
        whole = bool(self._suffix) and self._buffer.endswith(self._suffix)
        self._finish(frames, None if whole else ScanDefect.UNTERMINATED)
        self._cut_ms = None if whole else at_ms
        return frames

    def _collect(self, data: bytes, at_ms: int, frames: list[LineFrame]) -> None:
        if not data or self._swallowing:
            return
        if not self._buffer and self._cut_ms is not None:
            self._is_tail = at_ms - self._cut_ms < self._tail_ms
            self._cut_ms = None
        if not self._buffer:
            self._first_ms = at_ms
        self._seen_ms = at_ms
        room = self._max - len(self._buffer)
        self._buffer += data[:room]
        if len(data) > room:
            raw = bytes(self._buffer)
            frames.append(_defective(raw, ScanDefect.TOO_LONG))
            self._buffer.clear()
            self._is_tail = False
            self._swallowing = True

    def _finish(
        self,
        frames: list[LineFrame],
        defect: ScanDefect | None,
        terminator: bytes = b"",
        end_ms: int | None = None,
    ) -> None:
        raw, is_tail = bytes(self._buffer), self._is_tail
        self._buffer.clear()
        self._is_tail = False
        if self._swallowing or not raw:
            self._swallowing = False
            return
        if self._prefix and raw.startswith(self._prefix):
            is_tail = False
        elif self._prefix:
            defect = ScanDefect.UNTERMINATED
        if is_tail:
            defect = ScanDefect.UNTERMINATED
        body = raw.removeprefix(self._prefix).removesuffix(self._suffix)
        if body:
            last_ms = self._seen_ms if end_ms is None else end_ms
            frame = frame_of(body, defect, raw)
            frames.append(replace(frame, terminator=terminator, span_ms=last_ms - self._first_ms))


def frame_of(body: bytes, defect: ScanDefect | None = None, raw: bytes | None = None) -> LineFrame:
    """The frame of one code. body: with AIM id. raw: what the line carried, if that was more."""
    raw = body if raw is None else raw
    try:
        text, aim, defect = judge(body.decode(), defect)
    except UnicodeDecodeError:
        return _defective(raw, defect or ScanDefect.UNREADABLE)
    return LineFrame(text, raw, aim, defect)


def _defective(raw: bytes, defect: ScanDefect) -> LineFrame:
    return LineFrame(escaped(raw.decode(errors="backslashreplace")), raw, "", defect)
