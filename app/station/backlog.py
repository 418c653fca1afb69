"""Messages that nobody sends twice (printers' results, news of the sync), until they are stored."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Backlog(Generic[T]):
    """Messages in the order they came. One that cannot be stored stays first and is tried again.

    handle: writes one message; False = the disk refused it.
    """

    def __init__(self, handle: Callable[[T], bool]) -> None:
        self._handle = handle
        self.waiting: deque[T] = deque()

    def add(self, message: T) -> None:
        self.waiting.append(message)

    def work(self) -> None:
        """Handle what waits. Called with every message, so a refused one is soon tried again.

        A message that makes `handle` raise is dropped: kept, it would block all others. The
        exception goes on to the loop, which reports it.
        """
        while self.waiting:
            message = self.waiting.popleft()
            if not self._handle(message):
                self.waiting.appendleft(message)
                return
