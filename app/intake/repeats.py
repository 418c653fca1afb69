"""Tells rows that are in a file twice from two equal lines of one order.

Two rows that are equal to the letter are one row twice if they carry the order's columns. In files
that fill these on an order's first row only, equal rows below it are lines of their own, unless the
first row stands there again: then the whole order does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

Row = tuple[str, ...]


@dataclass
class _Block:
    """A row with the order's columns, and the rows below it. repeating: rows of it that may come
    once more, None = it is read for the first time.
    """

    rows: Counter[Row] = field(default_factory=Counter)
    repeating: Counter[Row] | None = None


class Repeats:
    """Is asked of every row of a file, in its order."""

    def __init__(self) -> None:
        self._blocks: dict[tuple[str, Row], _Block] = {}
        self._at: dict[str, _Block] = {}

    def again(self, key: str, content: Row, *, begins: bool) -> bool:
        """Whether a row of the order `key` repeats one. begins: it carries the order's columns."""
        if begins:
            known = self._blocks.get((key, content))
            if known is not None:
                known.repeating = known.rows.copy()
                self._at[key] = known
                return True
            self._at[key] = self._blocks[key, content] = _Block()
            return False
        block = self._at.get(key)
        if block is None:
            return False
        if block.repeating is None:
            block.rows[content] += 1
            return False
        if block.repeating[content] <= 0:
            return False
        block.repeating[content] -= 1
        return True
