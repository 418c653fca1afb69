"""What a site pays for a minute, a label, a carton and a parcel's freight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

MINUTE, LABEL, CARTON, FREIGHT, CURRENCY = (
    "cost_minute",
    "cost_label",
    "cost_carton",
    "cost_freight",
    "currency",
)
_MOST = Decimal(1_000_000)


class RateFault(ValueError):
    """A rate that is none, in words for a person."""


@dataclass(frozen=True)
class Rates:
    """By the names of the settings that tell them. No rate is 0 by itself: it is missing."""

    known: Mapping[str, Decimal] = field(default_factory=dict)
    currency: str = ""

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> Rates:
        """The rates among these settings. Raises RateFault."""
        known = {name: _amount(name, text) for name, text in settings.items() if _is_rate(name)}
        currency = settings.get(CURRENCY, "").strip().upper()
        if currency and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
            raise RateFault(f"currency: {currency} is no code of ISO 4217 such as EUR.")
        return cls(known, currency)

    def carton(self, name: str) -> tuple[str, Decimal | None]:
        """The name of the rate that counts for a carton, and its amount, None = missing."""
        own = f"{CARTON}.{name}"
        return (own, self.known[own]) if own in self.known else (CARTON, self.known.get(CARTON))

    def freight(self, carrier: str) -> tuple[str, Decimal | None]:
        """The same of a parcel with a carrier."""
        own = f"{FREIGHT}.{carrier}"
        return own, self.known.get(own)


def is_setting(name: str) -> bool:
    """Whether a setting of this name tells a rate or their currency."""
    return name == CURRENCY or _is_rate(name)


def _is_rate(name: str) -> bool:
    head, dot, rest = name.partition(".")
    if head == FREIGHT:
        return bool(rest)
    return (head == CARTON and bool(rest) == bool(dot)) or name in {MINUTE, LABEL}


def _amount(name: str, text: str) -> Decimal:
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        raise RateFault(f"{name}: {text} is no amount such as 0.45.") from None
    if not amount.is_finite() or not 0 <= amount <= _MOST:
        raise RateFault(f"{name}: {text} is not between 0 and {_MOST:,}.")
    return amount
