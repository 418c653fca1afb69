"""What the work of a time span cost: of the warehouse, an order, a parcel and a product.

Money is Decimal. Each line is rounded once, to hundredths; the total is the sum of the lines, and
whatever is dealt out to products adds up to it. A line without a rate is not computable, and so is
then the total: nothing is taken for 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from app.domain.facts import FactKind
from app.reports.fold import BOXES, Sums
from app.reports.ledger import OWN, SYSTEM, Cause
from app.reports.rates import LABEL, MINUTE, Rates

K = FactKind
CENT = Decimal("0.01")
_MINUTE_MS = 60_000
_SHOWN = Decimal("0.1")


class CostKind(StrEnum):
    """What a line of costs is for."""

    WORK = "own work"
    WAITING = "waiting for the system"
    EXCEPTION = "exceptions"
    CARTON = "carton"
    LABEL = "label"
    FREIGHT = "freight"


@dataclass(frozen=True)
class CostLine:
    """count: minutes of people, or pieces. rate: the name of the setting that tells `each`.

    amount: None = not computable, because the rate is missing.
    """

    kind: CostKind
    name: str
    count: Decimal
    rate: str
    each: Decimal | None
    amount: Decimal | None


@dataclass(frozen=True)
class SkuCost:
    """Own work at the units of a product; "" = all that no product is told of."""

    sku: str
    amount: Decimal


@dataclass(frozen=True)
class Costs:
    """total, per_order, per_parcel: None = not computable, see `why`. skus: then ().

    missing: names of the settings without which nothing can be said.
    """

    currency: str
    lines: tuple[CostLine, ...]
    total: Decimal | None
    per_order: Decimal | None
    orders: int
    per_parcel: Decimal | None
    parcels: int
    skus: tuple[SkuCost, ...]
    missing: tuple[str, ...]

    @property
    def why(self) -> str:
        """Why there is no total; "" = there is one."""
        return f"not computable without {', '.join(self.missing)}" if self.missing else ""


def costs(sums: Sums, rates: Rates) -> Costs:
    """Of all work but pauses and what lies untold between two pieces of work."""
    lines = tuple(_lines(sums, rates))
    missing = tuple(dict.fromkeys(line.rate for line in lines if line.amount is None))
    amounts = [line.amount for line in lines if line.amount is not None]
    total = None if missing else sum(amounts, Decimal(0))
    orders, parcels = sums.counts[f"orders_{K.ORDER_PACKED}"], sums.counts[BOXES]
    return Costs(
        rates.currency,
        lines,
        total,
        _mean(total, orders),
        orders,
        _mean(total, parcels),
        parcels,
        () if total is None else tuple(_skus(sums, lines, total)),
        missing,
    )


def _lines(sums: Sums, rates: Rates) -> Iterator[CostLine]:
    minute = rates.known.get(MINUTE)
    labour = {
        CostKind.WORK: sum(sums.labour[cause] for cause in OWN),
        CostKind.WAITING: sum(sums.labour[cause] for cause in SYSTEM),
        CostKind.EXCEPTION: sums.labour[Cause.EXCEPTION],
    }
    for kind, ms in labour.items():
        amount = None if minute is None else _rounded(minute * ms / _MINUTE_MS)
        minutes = (Decimal(ms) / _MINUTE_MS).quantize(_SHOWN)
        yield from _line(kind, "", minutes, MINUTE, minute, amount, some=bool(ms))
    for name, count in sorted(sums.cartons.items()):
        yield from _pieces(CostKind.CARTON, name, count, *rates.carton(name))
    label = (LABEL, rates.known.get(LABEL))
    yield from _pieces(CostKind.LABEL, "", sums.counts[K.LABEL_SENT], *label)
    for carrier, count in sorted(sums.freight.items()):
        yield from _pieces(CostKind.FREIGHT, carrier, count, *rates.freight(carrier))


def _pieces(
    kind: CostKind, name: str, count: int, rate: str, each: Decimal | None
) -> Iterator[CostLine]:
    amount = None if each is None else _rounded(each * count)
    yield from _line(kind, name, Decimal(count), rate, each, amount, some=bool(count))


def _line(
    kind: CostKind,
    name: str,
    count: Decimal,
    rate: str,
    each: Decimal | None,
    amount: Decimal | None,
    *,
    some: bool,
) -> Iterator[CostLine]:
    """Nothing of a kind is no line, and needs no rate."""
    if some:
        yield CostLine(kind, name, count, rate, each, amount)


def _skus(sums: Sums, lines: tuple[CostLine, ...], total: Decimal) -> Iterator[SkuCost]:
    """The cost of own work, dealt out by the seconds at the units; the rest of the total last."""
    work = sum((one.amount or Decimal(0) for one in lines if one.kind is CostKind.WORK), Decimal(0))
    rest = sum(sums.labour[cause] for cause in OWN) - sum(sums.by_sku.values())
    parts = apportioned(work, {**sums.by_sku, "": rest})
    for sku, amount in sorted(parts.items()):
        if sku:
            yield SkuCost(sku, amount)
    yield SkuCost("", parts.get("", Decimal(0)) + total - work)


def apportioned(total: Decimal, weights: Mapping[str, int]) -> dict[str, Decimal]:
    """Hundredths dealt out by weight, so that they add up: by largest remainder, then by name."""
    whole = sum(weights.values())
    if not whole:
        return {}
    exact = {name: total * weight / whole for name, weight in weights.items() if weight}
    parts = {name: part.quantize(CENT, ROUND_FLOOR) for name, part in exact.items()}
    left = int((total - sum(parts.values(), Decimal(0))) / CENT)
    by_rest = sorted(exact, key=lambda name: (parts[name] - exact[name], name))
    for name in by_rest[:left]:
        parts[name] += CENT
    return parts


def _mean(total: Decimal | None, count: int) -> Decimal | None:
    return None if total is None or not count else _rounded(total / count)


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_EVEN)
