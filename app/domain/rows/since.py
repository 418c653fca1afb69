"""Since when goods lie on the site, as far as facts tell: what came first may leave first.

A fact's `since` is the time as ISO text, NOW for the fact's own time, or "" where nobody knows.
Facts of before 2026-11-28 have none and leave the row as it is. Goods of which nobody knows the
time lay there before anybody noted one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.facts import Fact
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import StockKey

NOW = "now"


def told(place: Bin | None, key: StockKey) -> str:
    """What a fact says of goods that leave a bin."""
    at = _since(place, key)
    return at.isoformat() if at else ""


def aged(before: Bin, after: Bin, key: StockKey, fact: Fact) -> Bin:
    """The bin with the age of what the fact has brought of a key; of two ages the older one."""
    text = fact.body.get("since")
    if text is None or after.of(key) <= before.of(key):
        return after
    came = fact.occurred_at if text == NOW else datetime.fromisoformat(text) if text else None
    if before.of(key) > 0:
        known = _since(before, key)
        came = min(came, known) if came and known else None
    stock = (replace(one, since=came) if one.key == key else one for one in after.stock)
    return replace(after, stock=tuple(stock))


def _since(place: Bin | None, key: StockKey) -> datetime | None:
    found: BinStock | None = next((x for x in place.stock if x.key == key), None) if place else None
    return found.since if found else None
