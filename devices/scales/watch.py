"""Decides which answers of a scale become weights, and when something is wrong with it; pure.

Times are milliseconds of any steady clock, given by the caller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.device_api import Trouble
from devices.scales.reading import Condition, ScaleAnswer, ScaleReading

if TYPE_CHECKING:
    from collections.abc import Iterable

SILENT_MS = 2000
"""A scale is in trouble if for so long it sends nothing, or nothing that is understood."""

HELD_MS = 500
"""A condition must last so long to be reported: a box put down hard is over range for a moment."""

FLOOD_BYTES = 4000
"""Bytes in one second; four times what 9600 baud can carry."""

_TROUBLES = {
    Condition.OVER: Trouble.OVERLOADED,
    Condition.UNDER: Trouble.UNDER_RANGE,
    Condition.FAULT: Trouble.SCALE_FAULT,
}


class ScaleWatch:
    """Watches one scale while it is open.

    confirm: a new weight counts only when the next answer repeats it, because the serial protocols
        have no checksum. Only the same damage twice in a row then goes unseen.
    sends_changes: once the scale has answered, it may be silent while nothing changes.
    trouble: what is wrong now; None = all is well, or nothing is known yet.
    heard_once: an answer was understood since the scale was opened.
    """

    def __init__(self, now_ms: int, *, confirm: bool = True, sends_changes: bool = False) -> None:
        self.trouble: Trouble | None = None
        self.heard_once = False
        self._confirm = confirm
        self._sends_changes = sends_changes
        self._last: ScaleReading | None = None
        self._candidate: ScaleReading | None = None
        self._bytes_ms = now_ms
        self._voice_ms = now_ms  # when it began to send after the last long silence
        self._understood_ms = now_ms
        self._net = False
        self._net_ms = now_ms
        self._condition: Condition | None = None
        self._condition_ms = now_ms
        self._second_ms = now_ms
        self._second_bytes = 0
        self._flooding = False

    @property
    def is_doubtful(self) -> bool:
        """A new weight must be repeated before it counts: ask again at once."""
        return self._candidate is not None

    @property
    def asks_tare(self) -> bool:
        """Whether it matters now that a tare is taken off."""
        return self.is_doubtful or self._net

    def heard(
        self, size: int, answers: Iterable[ScaleAnswer | None], now_ms: int
    ) -> tuple[ScaleReading, ...]:
        """The new weights to submit, after `size` bytes came (0 = none) with these answers."""
        self._count(size, now_ms)
        found = tuple(new for answer in answers if (new := self._answer(answer, now_ms)))
        self.trouble = self._judge(now_ms)
        return () if self._flooding else found

    def _count(self, size: int, now_ms: int) -> None:
        if size:
            if now_ms - self._bytes_ms >= SILENT_MS:
                self._voice_ms = now_ms
            self._bytes_ms = now_ms
        if now_ms - self._second_ms >= 1000:
            self._flooding = self._second_bytes > FLOOD_BYTES
            self._second_ms, self._second_bytes = now_ms, 0
        self._second_bytes += size
        self._flooding = self._flooding or self._second_bytes > FLOOD_BYTES

    def _answer(self, answer: ScaleAnswer | None, now_ms: int) -> ScaleReading | None:
        if answer is Condition.REFUSED:
            return None  # a question that not every scale knows; the next answer counts
        if answer is None:
            self._candidate = None
            return None
        self._understood_ms = now_ms
        self.heard_once = True
        condition = None if isinstance(answer, ScaleReading) else answer
        self._note_tare(answer, now_ms)
        if condition in {Condition.NOTED, Condition.NET, Condition.GROSS}:
            return None
        if condition is not self._condition:
            self._condition, self._condition_ms = condition, now_ms
        if isinstance(answer, ScaleReading) and answer.stable and not self._net:
            return self._stable(answer)
        self._candidate = None
        return None

    def _note_tare(self, answer: ScaleAnswer, now_ms: int) -> None:
        if answer is Condition.NET:
            self._net_ms = self._net_ms if self._net else now_ms
            self._net, self._candidate = True, None
        elif answer is Condition.GROSS or (isinstance(answer, ScaleReading) and answer.gross):
            self._net = False

    def _stable(self, reading: ScaleReading) -> ScaleReading | None:
        if reading == self._last:
            self._candidate = None
            return None
        if self._confirm and reading != self._candidate:
            self._candidate = reading
            return None
        self._candidate, self._last = None, reading
        return reading

    def _judge(self, now_ms: int) -> Trouble | None:
        if self._flooding:
            return Trouble.FLOODING
        if now_ms - self._understood_ms >= SILENT_MS and not self._may_be_silent(now_ms):
            if now_ms - self._bytes_ms >= SILENT_MS:
                return Trouble.NOT_ANSWERING
            # The first bytes after a silence may be half an answer.
            is_strange = now_ms - self._voice_ms >= SILENT_MS
            return Trouble.OTHER_PROTOCOL if is_strange else self.trouble
        if self._net and now_ms - self._net_ms >= HELD_MS:
            return Trouble.TARED
        wrong = _TROUBLES.get(self._condition) if self._condition else None
        return wrong if now_ms - self._condition_ms >= HELD_MS else None

    def _may_be_silent(self, now_ms: int) -> bool:
        silent = now_ms - self._bytes_ms >= SILENT_MS
        return self._sends_changes and self.heard_once and silent
