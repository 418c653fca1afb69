"""What a site pays for a minute, a label, a carton and a parcel's freight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.rows.site_rules import asked

MINUTE, LABEL, CARTON, FREIGHT, CURRENCY = (
    "cost_minute",
    "cost_label",
    "cost_carton",
    "cost_freight",
    "currency",
)


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
        known: dict[str, Decimal] = {}
        for name, text in settings.items():
            if not is_setting(name) or not text:
                continue
            try:
                value = asked(name).read(text)
            except ValueError as expected:
                raise RateFault(f"{name} is {expected}, not {text!r}.") from None
            if name != CURRENCY:
                known[name] = value
        return cls(known, settings.get(CURRENCY, ""))

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
    head, dot, rest = name.partition(".")
    if head == FREIGHT:
        return bool(rest)
    return (head == CARTON and bool(rest) == bool(dot)) or name in {MINUTE, LABEL, CURRENCY}
