"""Cuts the bytes of a serial scale into frames. Memory is bounded; damage costs one frame."""

from __future__ import annotations

MAX_BYTES = 64
"""Longer than the longest answer of these protocols, 24 bytes of NCI with four status bytes."""


class Frames:
    """Collects bytes up to `end`. With `start`, a frame begins at the last `start` before its end.

    Bytes before `start` are the rest of a damaged answer and are dropped. A frame of more than
    MAX_BYTES comes out as b"": bytes came, but no answer.
    """

    def __init__(self, end: bytes, start: bytes = b"") -> None:
        self._end = end
        self._start = start
        self._buffer = b""
        self._too_long = False

    @property
    def pending(self) -> int:
        """Bytes held back; never more than MAX_BYTES."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that these bytes complete, without `start` and `end`."""
        *ended, rest = data.split(self._end)
        frames = []
        for part in ended:
            self._hold(part)
            frames.append(b"" if self._too_long else self._cut())
            self._buffer, self._too_long = b"", False
        self._hold(rest)
        return frames

    def _hold(self, part: bytes) -> None:
        self._too_long = self._too_long or len(self._buffer) + len(part) > MAX_BYTES
        self._buffer = b"" if self._too_long else self._buffer + part

    def _cut(self) -> bytes:
        if not self._start:
            return self._buffer
        _, start, frame = self._buffer.rpartition(self._start)
        return frame if start else b""
