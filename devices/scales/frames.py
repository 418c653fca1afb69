"""Bytes of a serial scale become frames; memory is bounded, damage costs one frame."""

from __future__ import annotations

MAX_BYTES = 64
"""Longer than any answer of any protocol here (NCI with four status bytes: 24)."""


class Frames:
    """Collects bytes up to `end`. With `start`, a frame begins at the last one before its end.

    What was before `start` is the rest of a damaged answer and is dropped. A frame that grows
    beyond MAX_BYTES comes out as b"": something was there, and it was no answer.
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
