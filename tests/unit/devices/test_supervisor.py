"""Devices kept open: drivers made for the test, real threads, no waiting for time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from app.device_api import (
    Ability,
    Beep,
    DeviceBusy,
    DeviceChanged,
    DeviceFault,
    DeviceKind,
    DeviceLost,
    DeviceState,
    Trouble,
)
from devices.supervisor import Supervisor
from tests.helpers.inbox import Inbox
from tests.helpers.program import wait_until

if TYPE_CHECKING:
    from devices.driver import Driver
    from tests.conftest import StrayLogs

LOCKABLE = (Ability.BEEP, Ability.LOCK)


class FakeLine:
    def __init__(self) -> None:
        self.did: list[str] = []
        self.fails: Exception | None = None
        self.write_fails: Exception | None = None
        self.closed = False
        self._wake = threading.Event()

    def run(self) -> None:
        self._wake.wait()
        if self.fails is not None:
            raise self.fails

    def break_with(self, error: Exception) -> None:
        self.fails = error
        self._wake.set()

    def cancel(self) -> None:
        self._wake.set()

    def give(self, beep: Beep) -> None:
        if self.write_fails is not None:
            raise self.write_fails
        self.did.append(beep.value)

    def lock(self) -> None:
        self.did.append("lock")

    def free(self) -> None:
        self.did.append("free")

    def zero(self) -> None:
        self.did.append("zero")

    def close(self) -> None:
        self.closed = True


class FakeDriver:
    kind = DeviceKind.SCANNER

    def __init__(
        self, device: str = "one", name: str = "", abilities: tuple[Ability, ...] = LOCKABLE
    ) -> None:
        self.device, self.name, self.abilities = device, name, abilities
        self.there = True
        self.refuses: Exception | None = None
        self.opened: list[FakeLine] = []

    def find(self) -> str | None:
        return f"place of {self.device}" if self.there else None

    def open(self, place: str) -> FakeLine:
        if self.refuses is not None:
            raise self.refuses
        self.opened.append(FakeLine())
        return self.opened[-1]


Start = Callable[..., Supervisor]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def start(inbox: Inbox) -> Iterator[Start]:
    running: list[Supervisor] = []

    def begin(*drivers: Driver, lock_on_stop: bool = False, cool_s: float = 0.01) -> Supervisor:
        made = Supervisor(
            inbox.put, drivers, retry_s=0.01, lock_on_stop=lock_on_stop, cool_s=cool_s
        )
        made.start()
        running.append(made)
        return made

    yield begin
    stopped = [made.stop() for made in running]
    assert all(stopped)


def test_ready_tells_all_that_is_known(inbox: Inbox, start: Start) -> None:
    supervisor = start(FakeDriver(name="Left"))
    expected = DeviceChanged(
        DeviceKind.SCANNER, "one", DeviceState.READY, None, "place of one", "Left", LOCKABLE
    )
    assert inbox.next() == expected
    assert supervisor.status() == (expected,)


def test_equal_names_are_told_apart(inbox: Inbox, start: Start) -> None:
    start(FakeDriver("b", "Zebra"), FakeDriver("a", "Zebra"))
    names = {change.device: change.name for change in (inbox.change(), inbox.change())}
    assert names == {"a": "Zebra 1", "b": "Zebra 2"}


def test_one_identity_cannot_be_watched_twice() -> None:
    with pytest.raises(ValueError, match="same identity"):
        Supervisor(Inbox().put, [FakeDriver(), FakeDriver()])


def test_a_loss_is_told_once_and_the_return_too(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    start(driver)
    assert inbox.state() is DeviceState.READY
    driver.there = False
    driver.opened[0].break_with(DeviceLost("one", Trouble.CONNECTION_LOST, "gone"))
    lost = inbox.change()
    assert (lost.state, lost.trouble, lost.detail) == (
        DeviceState.LOST,
        Trouble.CONNECTION_LOST,
        "gone",
    )
    assert inbox.trouble() is Trouble.NOT_CONNECTED
    driver.there = True
    assert inbox.state() is DeviceState.READY
    assert driver.opened[0].closed


def test_a_refusal_is_told_once_per_reason(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    driver.refuses = DeviceBusy("one", Trouble.PORT_BUSY)
    start(driver)
    assert inbox.state() is DeviceState.BUSY
    driver.refuses = DeviceFault("one", Trouble.OTHER_PROTOCOL)
    assert inbox.trouble() is Trouble.OTHER_PROTOCOL
    driver.refuses = None
    assert inbox.state() is DeviceState.READY


def test_a_mistake_of_a_driver_is_logged_once_and_survived(
    inbox: Inbox, start: Start, stray_logs: StrayLogs, caplog: pytest.LogCaptureFixture
) -> None:
    stray_logs.expected.add("devices.supervisor")
    driver = FakeDriver()
    tries = []

    def fail() -> str | None:
        tries.append(1)
        raise ZeroDivisionError("for a test")

    driver.find = fail  # type: ignore[method-assign]  # a driver with a mistake
    start(driver)
    change = inbox.change()
    assert (change.state, change.trouble) == (DeviceState.FAULT, Trouble.DRIVER_FAILED)
    assert "for a test" in change.detail
    wait_until(lambda: len(tries) > 2, "more tries")
    del driver.find
    assert inbox.state() is DeviceState.READY
    traces = [record for record in caplog.records if record.exc_info]
    assert len(traces) == 1


def test_a_flooding_device_is_left_alone_for_a_while(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    supervisor = start(driver, cool_s=3600)
    assert inbox.state() is DeviceState.READY
    driver.opened[0].break_with(DeviceFault("one", Trouble.FLOODING))
    change = inbox.change()
    assert (change.state, change.trouble) == (DeviceState.FAULT, Trouble.FLOODING)
    assert supervisor.stop()  # at once, however long the pause
    assert len(driver.opened) == 1


def test_after_a_flood_it_is_opened_again(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    start(driver)
    assert inbox.state() is DeviceState.READY
    driver.opened[0].break_with(DeviceFault("one", Trouble.FLOODING))
    assert inbox.trouble() is Trouble.FLOODING
    assert inbox.state() is DeviceState.READY


def test_nothing_is_told_after_stop(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    supervisor = start(driver)
    assert inbox.state() is DeviceState.READY
    assert supervisor.stop()
    assert driver.opened[0].closed
    supervisor.give("one", Beep.GOOD)
    assert inbox.is_empty()
    assert driver.opened[0].did == []


def test_stop_before_start() -> None:
    assert Supervisor(Inbox().put, [FakeDriver()]).stop()


def test_a_line_that_hangs_does_not_hold_up_the_end(inbox: Inbox) -> None:
    driver, go_on = FakeDriver(), threading.Event()
    supervisor = Supervisor(inbox.put, [driver])
    driver.find = lambda: str(go_on.wait())  # type: ignore[method-assign]  # it waits
    supervisor.start()
    assert not supervisor.stop(timeout_s=0.05)
    go_on.set()
    assert supervisor.stop()
    assert inbox.is_empty()
    assert all(line.closed for line in driver.opened)


# --- feedback ------------------------------------------------------------------------------------


def did(driver: FakeDriver, *steps: str) -> None:
    wait_until(lambda: driver.opened[-1].did == list(steps), f"{steps}", 5)


def test_sounds_in_their_order(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    supervisor = start(driver)
    inbox.state()
    for beep in Beep:
        supervisor.give("one", beep)
    supervisor.free("one")
    did(driver, "good", "bad", "stop")  # nothing is locked where the bench does not want it


def test_a_stop_locks_the_trigger_until_it_is_freed(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    supervisor = start(driver, lock_on_stop=True)
    inbox.state()
    did(driver, "free")  # it may be locked since before a restart
    supervisor.give("one", Beep.STOP)
    did(driver, "free", "stop", "lock")
    supervisor.give("one", Beep.BAD)
    did(driver, "free", "stop", "lock", "bad")
    supervisor.free("one")
    did(driver, "free", "stop", "lock", "bad", "free")


def test_a_trigger_stays_locked_over_a_replug(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    supervisor = start(driver, lock_on_stop=True)
    inbox.state()
    supervisor.give("one", Beep.STOP)
    wait_until(lambda: "lock" in driver.opened[0].did, "the lock", 5)
    driver.opened[0].break_with(DeviceLost("one", Trouble.CONNECTION_LOST))
    assert inbox.state() is DeviceState.LOST
    assert inbox.state() is DeviceState.READY
    did(driver, "lock")


def test_the_end_frees_every_trigger(inbox: Inbox, start: Start) -> None:
    driver = FakeDriver()
    supervisor = start(driver, lock_on_stop=True)
    inbox.state()
    supervisor.give("one", Beep.STOP)
    wait_until(lambda: "lock" in driver.opened[0].did, "the lock", 5)
    assert supervisor.stop()
    assert driver.opened[0].did[-1] == "free"


@pytest.mark.parametrize("abilities", [(), (Ability.BEEP,)])
def test_only_what_the_device_can_is_asked_of_it(
    inbox: Inbox, start: Start, abilities: tuple[Ability, ...]
) -> None:
    driver = FakeDriver(abilities=abilities)
    other = FakeDriver("two")
    supervisor = start(driver, other, lock_on_stop=True)
    inbox.state(), inbox.state()
    supervisor.give("one", Beep.STOP)
    supervisor.give("nobody", Beep.STOP)
    supervisor.free("nobody")
    supervisor.give("two", Beep.GOOD)
    wait_until(lambda: "good" in other.opened[0].did, "the other's sound", 5)
    assert driver.opened[0].did == (["stop"] if abilities else [])


def test_a_device_that_hangs_while_written_to_loses_old_sounds_only(
    inbox: Inbox, start: Start
) -> None:
    driver, hangs, go_on = FakeDriver(), threading.Event(), threading.Event()
    supervisor = start(driver)
    inbox.state()
    line = driver.opened[0]
    give = line.give

    def slow(beep: Beep) -> None:
        hangs.set()
        go_on.wait()
        give(beep)

    line.give = slow  # type: ignore[method-assign]  # it takes its time
    supervisor.give("one", Beep.BAD)
    assert hangs.wait(5)
    for _ in range(1000):
        supervisor.give("one", Beep.GOOD)
    supervisor.give("one", Beep.STOP)
    go_on.set()
    did(driver, "bad", "good", "good", "good", "stop")


def test_a_device_that_vanishes_while_written_to_is_no_error_of_the_sound(
    inbox: Inbox, start: Start
) -> None:
    driver = FakeDriver()
    supervisor = start(driver)
    inbox.state()
    driver.opened[0].write_fails = DeviceLost("one", Trouble.CONNECTION_LOST)
    supervisor.give("one", Beep.GOOD)
    driver.opened[0].break_with(DeviceLost("one", Trouble.CONNECTION_LOST))
    assert inbox.state() is DeviceState.LOST
    assert inbox.state() is DeviceState.READY
    supervisor.give("one", Beep.BAD)
    did(driver, "bad")


def test_a_mistake_in_a_sound_is_logged_and_survived(
    inbox: Inbox, start: Start, stray_logs: StrayLogs
) -> None:
    stray_logs.expected.add("devices.supervisor")
    driver = FakeDriver()
    supervisor = start(driver)
    inbox.state()
    driver.opened[0].write_fails = ZeroDivisionError("for a test")
    supervisor.give("one", Beep.BAD)
    wait_until(lambda: not supervisor._watched["one"].beeps, "the failure", 5)
    driver.opened[0].write_fails = None
    supervisor.give("one", Beep.GOOD)
    did(driver, "good")


def test_only_scales_are_zeroed(inbox: Inbox, start: Start) -> None:
    scale, scanner = FakeDriver("two", abilities=(Ability.ZERO,)), FakeDriver()
    supervisor = start(scale, scanner)
    inbox.state(), inbox.state()
    supervisor.zero()
    did(scale, "zero")
    supervisor.give("one", Beep.GOOD)
    did(scanner, "good")
