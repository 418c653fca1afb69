"""What the counts of bins have found: numbers zone by zone, and each count of single bins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.domain.facts import Fact
    from app.domain.plan.accuracy import ZoneCounts
    from app.domain.rows.things import Bin

_ZONES = ("zone", "bins", "counted", "right", "%", "net", "absolute", "never", "longest ago")
_COUNTS = ("TIME (UTC)", "BIN", "SKU", "LOT", "COUNTED", "EXPECTED", "WHY", "STATION", "OPERATOR")


def show(
    bins: Sequence[Bin], counts: Sequence[Fact], now: datetime, *, each: bool, as_json: bool
) -> None:
    """counts: facts of counts in the time looked at. each: list them all, too."""
    from app.cli.output import put, put_json, table
    from app.domain.plan.accuracy import by_zone

    codes = {one.code for one in bins}
    counts = [fact for fact in counts if str(fact.body["bin"]) in codes]
    zones = by_zone(bins, counts, now)
    if as_json:
        listed = {"counts": [_as_json(fact) for fact in counts]} if each else {}
        put_json({"zones": [_zone_as_json(one) for one in zones], **listed})
        return
    rows = [
        (
            one.zone,
            one.bins,
            one.counted,
            one.right,
            f"{100 * one.right / one.counted:.1f}" if one.counted else "",
            f"{one.net:+d}" if one.net else 0,
            one.absolute,
            one.never,
            "" if one.days is None else f"{one.days} days",
        )
        for one in zones
    ]
    for line in table([_ZONES, *rows]) if rows else ["None."]:
        put(line)
    if each:
        put("")
        listed_rows = [tuple(_as_json(fact).values()) for fact in counts]
        for line in table([_COUNTS, *listed_rows]) if counts else ["Nothing was counted."]:
            put(line)


def _zone_as_json(one: ZoneCounts) -> dict[str, Any]:
    return {**vars(one), "whys": dict(one.whys)}


def _as_json(fact: Fact) -> dict[str, Any]:
    """One count. Its values stand in the order of the table's columns."""
    body = fact.body
    return {
        "at": fact.occurred_at.isoformat()[:19],
        "bin": body["bin"],
        "sku": body["sku"],
        "lot": body.get("lot", ""),
        "counted": body["counted"],
        "expected": body["expected"],
        "why": body.get("why", ""),
        "station": fact.origin,
        "operator": fact.operator,
    }
