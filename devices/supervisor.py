"""Keeps scanners and scales open, reports how they are, and makes them sound.

Each device has a thread that finds, opens and runs it, and begins anew when it is lost. One more
thread writes the sounds, so that the station never waits for a scanner that hangs.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from app.device_api import (
    Ability,
    Beep,
    DeviceChanged,
    DeviceError,
    DeviceLost,
    DeviceState,
    Submit,
    Trouble,
)
from devices.discovery import name_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from devices.driver import DeviceLine, Driver

log = logging.getLogger(__name__)

RETRY_S = 0.5
COOL_S = 5.0
"""Seconds until a device that sent nonsense is opened again: long enough to read the message."""
_SLOWEST = 4  # the longest pause between two tries to open is so many times retry_s
_WAITING_BEEPS = 4  # of one device; an older beep would be about a scan long gone
_NONSENSE = {Trouble.FLOODING, Trouble.OTHER_PROTOCOL}


@runtime_checkable
class Lockable(Protocol):
    """An open scanner whose trigger can be locked."""

    def lock(self) -> None:
        """Raises DeviceError."""


@runtime_checkable
class Zeroable(Protocol):
    """An open scale that takes a zero command."""

    def zero(self) -> None:
        """Raises DeviceError."""


@dataclass
class _Watched:
    """One device and what is known of it. Read and changed under the supervisor's lock only."""

    driver: Driver
    name: str
    line: DeviceLine | None = None
    last: DeviceChanged | None = None
    beeps: deque[Beep] = field(default_factory=lambda: deque(maxlen=_WAITING_BEEPS))
    locked: bool = False  # the trigger shall be locked
    is_locked: bool | None = False  # the trigger of the open line is; None = not known
    zero: bool = False  # the scale shall be zeroed
    thread: threading.Thread | None = None

    @property
    def device(self) -> str:
        return self.driver.device

    def next_step(self) -> Callable[[], None] | None:
        """What the writer thread does next, which this call marks as done. Sounds go first."""
        line = self.line
        if line is None:
            return None
        if self.beeps:
            return partial(line.give, self.beeps.popleft())
        if self.zero and isinstance(line, Zeroable):
            self.zero = False
            return line.zero
        if self.locked is not self.is_locked:
            self.is_locked = self.locked
            return line.lock if self.locked and isinstance(line, Lockable) else line.free
        return None


class Supervisor:
    """Finds, opens, runs and reopens devices; sounds and frees scanners and zeroes scales.

    lock_on_stop: a STOP also locks the trigger of scanners that can.
    retry_s: pause between two looks for a device. While the device is there and cannot be opened,
    the pause doubles, up to four times retry_s. cool_s: pause after a device that sent nonsense.
    """

    def __init__(
        self,
        submit: Submit,
        drivers: Sequence[Driver],
        *,
        retry_s: float = RETRY_S,
        lock_on_stop: bool = False,
        cool_s: float = COOL_S,
    ) -> None:
        self._submit = submit
        self._retry_s = retry_s
        self._cool_s = cool_s
        self._lock_on_stop = lock_on_stop
        names = name_apart([(driver.device, driver.name) for driver in drivers])
        self._watched = {
            driver.device: _Watched(driver, name)
            for driver, name in zip(drivers, names, strict=True)
        }
        if len(self._watched) != len(drivers):
            raise ValueError("two devices have the same identity")
        self._stopping = threading.Event()
        self._guard = threading.Lock()
        self._work = threading.Condition(self._guard)
        self._silent = False  # `stop` is done: nothing is submitted any more
        self._writer = threading.Thread(target=self._write, name="feedback", daemon=True)

    def start(self) -> None:
        for one in self._watched.values():
            name = f"device {one.device}"
            one.thread = threading.Thread(target=self._watch, args=(one,), name=name, daemon=True)
            one.thread.start()
        self._writer.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Unlock all triggers and close all lines; False where a thread did not end in time.

        Nothing is submitted after that.
        """
        until = time.monotonic() + timeout_s
        with self._work:
            for one in self._watched.values():
                one.locked = False
                one.beeps.clear()
            self._stopping.set()
            self._work.notify_all()
        ended = _join(self._writer, until)
        with self._guard:
            self._silent = True
            lines = [one.line for one in self._watched.values() if one.line is not None]
        for line in lines:
            line.cancel()
        threads = [one.thread for one in self._watched.values() if one.thread is not None]
        joined = [_join(thread, until) for thread in threads]
        return ended and all(joined)

    def status(self) -> tuple[DeviceChanged, ...]:
        """The last DeviceChanged of each device that had one, in the order of the drivers."""
        with self._guard:
            return tuple(one.last for one in self._watched.values() if one.last is not None)

    # --- feedback --------------------------------------------------------------------------------

    def give(self, device: str, beep: Beep) -> None:
        """Make a scanner sound soon; does nothing if it is not there or cannot. Does not block."""
        with self._work:
            one = self._watched.get(device)
            if one is None or one.line is None or Ability.BEEP not in one.driver.abilities:
                return
            one.beeps.append(beep)
            if beep is Beep.STOP and self._lock_on_stop and Ability.LOCK in one.driver.abilities:
                one.locked = True
            self._work.notify_all()

    def free(self, device: str) -> None:
        with self._work:
            one = self._watched.get(device)
            if one is not None:
                one.locked = False
                self._work.notify_all()

    def zero(self) -> None:
        """Zero the scales that are there. Does not block."""
        with self._work:
            for one in self._watched.values():
                one.zero = one.line is not None and Ability.ZERO in one.driver.abilities
            self._work.notify_all()

    def _write(self) -> None:
        """The writer thread: does what `give`, `free` and `zero` asked for."""
        while True:
            with self._work:
                while (found := self._next_step()) is None:
                    if self._stopping.is_set():
                        return
                    self._work.wait()
            one, step = found
            try:
                step()
            except DeviceError as error:  # the device's own thread finds out and reports it
                log.info("not told: %s", error)
            except Exception:  # the other scanners must still sound
                log.exception("feedback of %s", one.device)

    def _next_step(self) -> tuple[_Watched, Callable[[], None]] | None:
        """The first device that has something to do, and what. Call it under the lock."""
        for one in self._watched.values():
            step = one.next_step()
            if step is not None:
                return one, step
        return None

    # --- a device --------------------------------------------------------------------------------

    def _watch(self, one: _Watched) -> None:
        """The thread of one device, until `stop`."""
        pause = 0.0
        while not self._stopping.is_set():
            opened = False
            try:
                place = _find(one.driver)
                line = one.driver.open(place)
                opened = True
                self._run(one, line, place)
                trouble = None
            except DeviceError as error:
                trouble = error.trouble
                self._change(one, error.state, trouble, error.detail)
            except Exception as error:  # the thread must outlive every mistake of a driver
                trouble = Trouble.DRIVER_FAILED
                detail = f"{type(error).__name__}: {error}"
                if self._change(one, DeviceState.FAULT, trouble, detail):
                    log.exception("driver of %s", one.device)
            pause = self._pause(trouble, 0.0 if opened else pause)
            self._stopping.wait(pause)

    def _run(self, one: _Watched, line: DeviceLine, place: str) -> None:
        """Run an open line until it ends."""
        try:
            with self._guard:
                if self._silent:
                    return
                one.line = line
                # A scanner may still be locked from before this program started.
                can_lock = Ability.LOCK in one.driver.abilities
                one.is_locked = None if self._lock_on_stop and can_lock else False
                one.beeps.clear()
                one.zero = False
            self._change(one, DeviceState.READY, None, place)
            with self._work:
                self._work.notify_all()
            line.run()
        finally:
            with self._guard:
                one.line = None
            line.close()

    def _pause(self, trouble: Trouble | None, before: float) -> float:
        if trouble in _NONSENSE:
            return self._cool_s
        if trouble is Trouble.NOT_CONNECTED:
            return self._retry_s
        return min(max(2 * before, self._retry_s), _SLOWEST * self._retry_s)

    def _change(
        self, one: _Watched, state: DeviceState, trouble: Trouble | None, detail: str
    ) -> bool:
        """Submit a DeviceChanged, unless the last one said the same; whether it was submitted."""
        driver = one.driver
        news = DeviceChanged(
            driver.kind, one.device, state, trouble, detail, one.name, driver.abilities
        )
        with self._guard:
            before = one.last
            known = before is not None and (before.state, before.trouble) == (state, trouble)
            if known or self._silent:
                return False
            one.last = news
            self._submit(news)
        if state is DeviceState.READY:
            log.info("back: %s at %s", one.device, detail)
        elif before is None or before.state is DeviceState.READY:
            log.info("lost: %s: %s %s", one.device, trouble, detail)
        return True


def _find(driver: Driver) -> str:
    """Where the device is. Raises DeviceLost while it is not there."""
    place = driver.find()
    if place is None:
        raise DeviceLost(driver.device, Trouble.NOT_CONNECTED)
    return place


def _join(thread: threading.Thread, until: float) -> bool:
    if thread.is_alive():
        thread.join(max(0.0, until - time.monotonic()))
    return not thread.is_alive()
