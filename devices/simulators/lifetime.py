"""How long a simulated device lives: as long as a `with` block, or from `start` to `close`."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from typing import Self

LOOK_S = 0.02


class Living(ABC):
    """A context manager that starts the device and closes it."""

    @abstractmethod
    def start(self) -> None:
        """Begin to answer."""

    @abstractmethod
    def close(self) -> None:
        """End its threads and give back what it holds."""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Pluggable(Living):
    """A device with one thread, plugged in from its start to its close, and between at will.

    A subclass looks after the host in `_turn`, which a guard keeps apart from plug and unplug.
    """

    def __init__(self, name: str) -> None:
        self._guard = threading.RLock()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._live, name=name, daemon=True)

    def start(self) -> None:
        self.plug()
        self._thread.start()

    def close(self) -> None:
        self._ending.set()
        self._thread.join()
        self.unplug()

    @abstractmethod
    def plug(self) -> None:
        """Nothing if it is plugged in."""

    @abstractmethod
    def unplug(self) -> None:
        """Nothing if it is unplugged."""

    @abstractmethod
    def _turn(self) -> None:
        """One look at the line, of LOOK_S at most; nothing while unplugged."""

    def _live(self) -> None:
        while not self._ending.is_set():
            with self._guard:
                self._turn()
            self._ending.wait(LOOK_S / 4)
