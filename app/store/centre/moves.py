"""A stock movement as the centre keeps it."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.reduce import Move
from app.domain.stock import Status, StockKey

UNTOLD = "?"
"""The expiry of a movement whose fact tells no stock key."""


def move_columns(move: Move) -> dict[str, Any]:
    """The columns that say what moved; the other ones say by which fact."""
    key = move.key
    return {
        "sku": key.sku,
        "place": move.place,
        "lot": key.lot,
        "delta": move.delta,
        "expiry": _day(key.expiry) if move.keyed else UNTOLD,
        "best_before": _day(key.best_before),
        "status": key.status.value,
        "owner": key.owner,
        "container": key.container,
        "was": move.was.value if move.was else "",
    }


def stored_key(row: Any) -> StockKey:
    """The stock key of a row of `stock_move`. Raises ValueError on other data."""
    return StockKey(
        row.sku,
        row.lot,
        date.fromisoformat(row.expiry) if row.expiry not in {"", UNTOLD} else None,
        date.fromisoformat(row.best_before) if row.best_before else None,
        Status(row.status),
        row.owner,
        row.container,
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
