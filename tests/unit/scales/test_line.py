"""The line of a serial scale against a false port: what it asks, and how it fails."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

import pytest
import serial

from app.device_api import Beep, DeviceLost, DeviceState, Trouble, Weight
from devices.scales.news import reporter
from devices.scales.serial_scale import ScaleLine
from devices.scales.sics import SICS


def clock() -> datetime:
    return datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class FakePort:
    """Answers each question at once; `line` is cancelled after the last answer."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = list(answers)
        self.written: list[bytes] = []
        self.failing: Exception | None = None
        self.at_end: Callable[[], None] = lambda: None
        self.closed = False

    in_waiting = 0

    def write(self, data: bytes) -> None:
        if self.failing:
            raise self.failing
        self.written.append(data)

    def read(self, size: int) -> bytes:
        if not self.answers:
            self.at_end()
            return b""
        return self.answers.pop(0)

    def close(self) -> None:
        self.closed = True
        raise OSError(errno.EIO, "gone")


def line_of(port: FakePort, told: list[object]) -> ScaleLine:
    report = reporter("COM5", "COM5", (), told.append)
    line = ScaleLine(cast("Any", port), "COM5", SICS, told.append, clock, report)
    port.at_end = line.cancel
    return line


def test_a_weight_that_is_repeated_is_submitted_and_the_repetition_asked_for_at_once() -> None:
    told: list[object] = []
    port = FakePort(b"S S      12.0 g\r\n", b"S S      12.0 g\r\n")
    line = line_of(port, told)
    line.run()
    assert [str(one.value) for one in told if isinstance(one, Weight)] == ["12.0"]
    assert port.written[:3] == [b"SI\r\n", b"TA\r\n", b"SI\r\n"]


def test_zero_goes_before_the_next_question() -> None:
    port = FakePort()
    line = line_of(port, [])
    line.zero()
    line.run()
    assert port.written[:2] == [b"Z\r\n", b"SI\r\n"]


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (serial.SerialTimeoutException("Write timeout"), Trouble.NOT_ANSWERING),
        (serial.SerialException("write failed: [Errno 5]"), Trouble.CONNECTION_LOST),
        (OSError(errno.EIO, "Input/output error"), Trouble.CONNECTION_LOST),
    ],
)
def test_it_vanishes_while_written_to(error: Exception, trouble: Trouble) -> None:
    port = FakePort()
    port.failing = error
    line = line_of(port, [])
    with pytest.raises(DeviceLost) as lost:
        line.run()
    assert lost.value.trouble is trouble
    assert lost.value.state is DeviceState.LOST
    line.close()  # never raises
    assert port.closed


def test_a_scale_has_no_beep_and_no_trigger() -> None:
    port = FakePort()
    line = line_of(port, [])
    line.give(Beep.STOP)
    line.free()
    assert port.written == []
