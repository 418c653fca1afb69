"""Scales of each protocol behind pseudo terminals: weights, conditions, dirt and loss."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal

import pytest

from app.device_api import DeviceChanged, DeviceError, DeviceState, Trouble, Weight, WeightUnit
from devices.driver import DeviceLine
from devices.scales.spec import open_scale

if sys.platform == "win32":
    pytest.skip("pseudo terminals are POSIX", allow_module_level=True)

from devices.simulators.scales import ScaleProtocol, SimulatedScale
from tests.helpers.program import wait_until

LIMIT = 10.0
PROTOCOLS: tuple[ScaleProtocol, ...] = ("sics", "8217", "nci")


def clock() -> datetime:
    return datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class Bench:
    """The engine's queue, and the line on its thread."""

    def __init__(self, spec: str) -> None:
        self._queue: queue.Queue[object] = queue.Queue()
        self.lost: DeviceError | None = None
        driver = open_scale(spec, self._queue.put, clock)
        place = driver.find()
        assert place is not None
        self.line: DeviceLine = driver.open(place)
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.line.run()
        except DeviceError as error:
            self.lost = error

    def end(self) -> None:
        self.line.cancel()
        self.thread.join(LIMIT)
        assert not self.thread.is_alive()
        self.line.close()

    def weight(self) -> tuple[str, WeightUnit]:
        message = self._queue.get(timeout=LIMIT)
        assert isinstance(message, Weight), message
        return str(message.value), message.unit

    def change(self) -> tuple[DeviceState, Trouble | None]:
        message = self._queue.get(timeout=LIMIT)
        assert isinstance(message, DeviceChanged), message
        return message.state, message.trouble

    def is_empty(self) -> bool:
        return self._queue.empty()


READY = (DeviceState.READY, None)


@contextmanager
def bench(scale: SimulatedScale) -> Iterator[Bench]:
    made = Bench(scale.spec)
    try:
        yield made
    finally:
        made.end()


@pytest.fixture
def scale_of() -> Iterator[Callable[..., SimulatedScale]]:
    made: list[SimulatedScale] = []

    def make(protocol: ScaleProtocol, **options: int) -> SimulatedScale:
        made.append(SimulatedScale(protocol, **options))
        made[-1].start()
        return made[-1]

    yield make
    for scale in made:
        scale.close()


Make = Callable[..., SimulatedScale]


def grams(weight: tuple[str, WeightUnit]) -> Decimal:
    return Decimal(weight[0]) * (1 if weight[1] is WeightUnit.G else 1000)


def more_questions(scale: SimulatedScale, count: int) -> None:
    until = scale.asked + count
    wait_until(lambda: scale.asked >= until, "questions")


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_each_stable_weight_comes_once(scale_of: Make, protocol: ScaleProtocol) -> None:
    scale = scale_of(protocol, settle=1)
    with bench(scale) as at:
        assert grams(at.weight()) == 0
        scale.put(1250)
        expected = ("1250", WeightUnit.G) if protocol == "sics" else ("1.250", WeightUnit.KG)
        assert at.weight() == expected
        more_questions(scale, 2)
        scale.take_all()
        assert grams(at.weight()) == 0
        assert at.is_empty()


def test_what_never_comes_to_rest_is_no_weight(scale_of: Make) -> None:
    scale = scale_of("8217", settle=1_000_000)
    scale.put(500)
    with bench(scale) as at:
        more_questions(scale, 3)
        assert at.is_empty()


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_zero(scale_of: Make, protocol: ScaleProtocol) -> None:
    scale = scale_of(protocol, settle=0)
    scale.put(40)
    with bench(scale) as at:
        assert grams(at.weight()) == 40
        at.line.zero()  # type: ignore[attr-defined]  # of a scale's line
        assert grams(at.weight()) == 0


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_conditions_are_told_and_taken_back(scale_of: Make, protocol: ScaleProtocol) -> None:
    scale = scale_of(protocol, settle=0)
    with bench(scale) as at:
        at.weight()
        scale.be("over")
        assert at.change() == (DeviceState.FAULT, Trouble.OVERLOADED)
        scale.put(7)
        scale.be("")
        assert at.change() == READY
        assert grams(at.weight()) == 7


@pytest.mark.parametrize(
    ("protocol", "condition", "trouble"),
    [("8217", "fault", Trouble.SCALE_FAULT), ("nci", "under", Trouble.UNDER_RANGE)],
)
def test_it_starts_in_trouble(
    scale_of: Make, protocol: ScaleProtocol, condition: Literal["fault", "under"], trouble: Trouble
) -> None:
    scale = scale_of(protocol)
    scale.be(condition)
    with bench(scale) as at:
        assert at.change() == (DeviceState.FAULT, trouble)
        assert at.is_empty()


def test_silence_and_its_end(scale_of: Make) -> None:
    scale = scale_of("sics")
    scale.answer_with(b"")
    with bench(scale) as at:
        assert at.change() == (DeviceState.LOST, Trouble.NOT_ANSWERING)
        scale.answer_with(None)
        assert at.change() == READY
        assert grams(at.weight()) == 0


def test_another_protocol_brings_no_weight(scale_of: Make) -> None:
    scale = scale_of("8217")
    scale.answer_with(b"S S     100.00 g\r\n")
    with bench(scale) as at:
        assert at.change() == (DeviceState.FAULT, Trouble.OTHER_PROTOCOL)
        assert at.is_empty()


def test_dirt_between_the_answers(scale_of: Make) -> None:
    scale = scale_of("nci", settle=0)
    with bench(scale) as at:
        at.weight()
        for dirt in (b"\x00\xff\xfe", b"\n  99.99", b"\x03\x03", b"\n 5.000kg\r\n00\r\x03"):
            scale.send(dirt)
            more_questions(scale, 1)
        scale.put(1250)
        assert at.weight() == ("1.250", WeightUnit.KG)  # and nothing of the dirt before it
        assert at.is_empty()


def test_a_flood_is_told(scale_of: Make) -> None:
    scale = scale_of("sics")
    scale.answer_with(b"9" * 3000)
    with bench(scale) as at:
        assert at.change() == (DeviceState.FAULT, Trouble.FLOODING)
        scale.answer_with(None)
        assert at.change() == READY


@pytest.mark.parametrize("tail", [b"", b"S S     10", b"S S     100.00 g\r\n"])
def test_a_scale_that_vanishes(scale_of: Make, tail: bytes) -> None:
    """At rest, in mid-frame, and right after an answer that nothing repeats."""
    scale = scale_of("sics", settle=0)
    with bench(scale) as at:
        at.weight()
        scale.answer_with(tail)
        more_questions(scale, 1)
        scale.unplug()
        wait_until(lambda: not at.thread.is_alive(), "the line's end")
        assert at.lost is not None
        assert at.lost.trouble is Trouble.CONNECTION_LOST
        assert at.lost.state is DeviceState.LOST


def test_cancel_before_anything_came(scale_of: Make) -> None:
    scale = scale_of("sics")
    scale.answer_with(b"")
    at = Bench(scale.spec)
    at.end()
    assert at.lost is None


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_tared_scale_is_told_and_weighs_nothing(scale_of: Make, protocol: ScaleProtocol) -> None:
    """A box on it was tared: what the scale shows is not what the box with its goods weighs."""
    scale = scale_of(protocol, settle=0)
    with bench(scale) as at:
        assert grams(at.weight()) == 0
        scale.put(140)
        assert grams(at.weight()) == 140
        scale.tare()
        assert at.change() == (DeviceState.FAULT, Trouble.TARED)
        scale.put(860)
        more_questions(scale, 6)
        assert at.is_empty()
        scale.clear_tare()
        assert at.change() == READY
        assert grams(at.weight()) == 1000
