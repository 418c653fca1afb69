"""What happened to a thing, as lines of text."""

from __future__ import annotations

from typing import Any

from app.cli.output import table
from app.overview.order.timeline import told, who


def events(happened: list[dict[str, Any]], about: str = "") -> list[str]:
    """The result of `timeline` as lines of text. about: the kind of thing that all are about."""
    rows = [
        (
            one["at"][:19],
            one["what"],
            who(one),
            one["station"],
            one["device"],
            one["where"],
            one["reason"],
            told(one, about),
        )
        for one in happened
    ]
    head = ("TIME (UTC)", "WHAT", "WHO", "STATION", "DEVICE", "WHERE", "CONFLICT", "")
    return table([head, *rows])
