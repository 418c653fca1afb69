"""How right the books of a site are: what its counts have found, zone by zone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.facts import Fact
from app.domain.rows.things import Bin


@dataclass(frozen=True)
class ZoneCounts:
    """bins: of the zone. counted: those of which anything was counted in the time looked at.

    right: those of them in which no count found a difference. net, absolute: units that differed,
    with and without their signs. whys: the absolute ones by their reason, "" = none was asked.
    never: bins that were never counted. days: since the last count of the bin that has waited
    longest, None = none was ever counted.
    """

    zone: str
    bins: int
    counted: int
    right: int
    net: int
    absolute: int
    whys: dict[str, int]
    never: int
    days: int | None


def by_zone(bins: Iterable[Bin], counts: Sequence[Fact], now: datetime) -> list[ZoneCounts]:
    """counts: facts of counts (BIN_COUNTED) in the time looked at, in any order."""
    zones: dict[str, list[Bin]] = {}
    for one in bins:
        zones.setdefault(one.zone, []).append(one)
    found: dict[str, list[Fact]] = {}
    for fact in counts:
        found.setdefault(str(fact.body["bin"]), []).append(fact)
    return [_zone(zone, zones[zone], found, now) for zone in sorted(zones)]


def _zone(zone: str, bins: list[Bin], found: dict[str, list[Fact]], now: datetime) -> ZoneCounts:
    counted = [found[one.code] for one in bins if one.code in found]
    facts = [fact for one in counted for fact in one]
    whys: Counter[str] = Counter()
    for fact in facts:
        if fact.body["delta"]:
            whys[str(fact.body.get("why", ""))] += abs(fact.body["delta"])
    last = [at for one in bins if (at := last_count(one)) is not None]
    return ZoneCounts(
        zone,
        bins=len(bins),
        counted=len(counted),
        right=sum(not any(fact.body["delta"] for fact in one) for one in counted),
        net=sum(fact.body["delta"] for fact in facts),
        absolute=whys.total(),
        whys=dict(whys),
        never=len(bins) - len(last),
        days=(now - min(last)).days if last else None,
    )


def last_count(place: Bin) -> datetime | None:
    """When the bin, or a SKU of it, was last counted; None = never."""
    times = (place.counted_at, *(look.counted_at for look in place.looks))
    return max((at for at in times if at is not None), default=None)
