"""Counts what an import did with the documents of a file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

_NAMED = 8
"""So many SKUs or orders a note names."""


@dataclass
class ImportTally:
    """counts: result name -> documents, e.g. {"orders_new": 3}. notes: sentences for a person.

    unknown_skus: how many SKUs of orders no product has.
    """

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    unknown_skus: int = 0


def some(names: list[str]) -> str:
    """The first few names, and how many more there are."""
    more = f" and of {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
