"""Counts what an import did with the documents of a file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class ImportTally:
    """counts: result name -> documents, e.g. {"orders_new": 3}. notes: sentences for a person.

    unknown_skus: how many SKUs of orders no product has.
    """

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    unknown_skus: int = 0
