"""Decodes the bytes that the host writes to a simulated scanner."""

from __future__ import annotations

from enum import StrEnum

from app.device_api import Beep
from devices.feedback.codec import FeedbackCodec


class Trigger(StrEnum):
    LOCK = "lock"
    FREE = "free"


class Ear:
    """Finds a codec's sounds and locks among bytes: the longest pattern wins, others are skipped.

    Some codecs tell their sounds by the number of beeps. So call `hear` with all the bytes, when
    the line has fallen silent.
    """

    def __init__(self, codec: FeedbackCodec) -> None:
        patterns: list[tuple[bytes, Beep | Trigger]] = [(codec.bytes_for(one), one) for one in Beep]
        patterns += [(codec.lock(), Trigger.LOCK), (codec.free(), Trigger.FREE)]
        self._patterns = sorted(((b, what) for b, what in patterns if b), key=lambda p: -len(p[0]))

    def hear(self, data: bytes) -> list[Beep | Trigger]:
        found: list[Beep | Trigger] = []
        while data:
            for pattern, what in self._patterns:
                if data.startswith(pattern):
                    found.append(what)
                    data = data[len(pattern) :]
                    break
            else:
                data = data[1:]
        return found
