"""Lists of rows that were asked for, kept while they are true."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from app.domain.facts import Kind

T = TypeVar("T")


class Lists:
    """A list holds until a row of its kind changes.

    The centre says which rows it has changed. Own facts that it has applied meanwhile leave the
    lists of their kinds without a word, so those kinds are remembered.
    """

    def __init__(self) -> None:
        self._known: dict[Kind, dict[object, object]] = {}
        self._own: set[Kind] = set()

    def get(self, kind: Kind, asked: object, find: Callable[[], T]) -> T:
        """The answer to a question about rows of a kind; found by `find` where it is not known."""
        known = self._known.setdefault(kind, {})
        if asked not in known:
            known[asked] = find()
        answer: T = known[asked]  # type: ignore[assignment]  # one question has one type of answer
        return answer

    def own(self, kinds: Iterable[Kind]) -> None:
        """Rows of these kinds are named by own facts that the centre has not applied."""
        self._own.update(kinds)

    def drop(self, kinds: Iterable[Kind]) -> None:
        """Rows of these kinds have changed, and what own facts named may be applied."""
        for kind in {*kinds, *self._own}:
            self._known.pop(kind, None)

    def clear(self) -> None:
        """Any row may have changed."""
        self._known.clear()
