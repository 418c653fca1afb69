"""The effect of one fact on one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Effect:
    """row: the row after the fact.

    conflict: why the fact cannot be right, "" = it was applied.
    exception: a shortage or a question that a person must look at, though the fact was applied.
    settles: reasons of exceptions about this row that the fact settles.
    finishes: as `settles`, but only of those for which a person has decided that this be done.
    """

    row: Any
    conflict: str = ""
    exception: str = ""
    settles: tuple[str, ...] = ()
    finishes: tuple[str, ...] = ()
