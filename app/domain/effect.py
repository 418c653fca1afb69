"""The effect of one fact on one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Effect:
    """row: the row afterwards. conflict: why the fact cannot be right ("" = applied).

    trouble: a shortage or question for a person although the fact was applied.
    """

    row: Any
    conflict: str = ""
    trouble: str = ""
