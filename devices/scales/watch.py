"""What of a scale's answers becomes a weight, and when something is wrong; pure.

Times are milliseconds of any steady clock, given by the caller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.device_api import Trouble
from devices.scales.reading import Condition, ScaleAnswer, ScaleReading

if TYPE_CHECKING:
    from collections.abc import Iterable

SILENT_MS = 2000
"""Nothing, or nothing that is understood, for so long is a trouble."""

HELD_MS = 500
"""A box put down hard is over range for a moment: a condition is told once it has lasted."""

FLOOD_BYTES = 4000
"""In one second; four times what 9600 baud can carry."""

_TROUBLES = {
    Condition.OVER: Trouble.OVERLOADED,
    Condition.UNDER: Trouble.UNDER_RANGE,
    Condition.FAULT: Trouble.SCALE_FAULT,
}


class ScaleWatch:
    """One opened scale.

    confirm: a new weight counts once the next answer repeats it. The serial protocols carry no
        checksum; the same damage twice in a row is the only one left that cannot be told.
    sends_changes: the device may be silent while nothing changes, once it has spoken.
    trouble: what is wrong now; None = all is well, or nothing is known yet.
    heard_once: an answer was understood since it was opened.
    """

    def __init__(self, now_ms: int, *, confirm: bool = True, sends_changes: bool = False) -> None:
        self.trouble: Trouble | None = None
        self.heard_once = False
        self._confirm = confirm
        self._sends_changes = sends_changes
        self._last: ScaleReading | None = None
        self._candidate: ScaleReading | None = None
        self._bytes_ms = now_ms
        self._voice_ms = now_ms  # since when it has been sending anything
        self._understood_ms = now_ms
        self._condition: Condition | None = None
        self._condition_ms = now_ms
        self._second_ms = now_ms
        self._second_bytes = 0
        self._flooding = False

    @property
    def is_doubtful(self) -> bool:
        """A new weight waits to be repeated: ask again at once."""
        return self._candidate is not None

    def heard(
        self, size: int, answers: Iterable[ScaleAnswer | None], now_ms: int
    ) -> tuple[ScaleReading, ...]:
        """`size` bytes came (0 = none) with these answers; the new weights to submit."""
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
        if answer is None:
            self._candidate = None
            return None
        self._understood_ms = now_ms
        self.heard_once = True
        condition = None if isinstance(answer, ScaleReading) else answer
        if condition is Condition.NOTED:
            return None
        if condition is not self._condition:
            self._condition, self._condition_ms = condition, now_ms
        if isinstance(answer, ScaleReading) and answer.stable:
            return self._stable(answer)
        self._candidate = None
        return None

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
            # the first bytes after a silence may be half an answer
            is_strange = now_ms - self._voice_ms >= SILENT_MS
            return Trouble.OTHER_PROTOCOL if is_strange else self.trouble
        wrong = _TROUBLES.get(self._condition) if self._condition else None
        return wrong if now_ms - self._condition_ms >= HELD_MS else None

    def _may_be_silent(self, now_ms: int) -> bool:
        silent = now_ms - self._bytes_ms >= SILENT_MS
        return self._sends_changes and self.heard_once and silent
