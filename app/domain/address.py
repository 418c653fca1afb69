"""A postal address, as a label needs it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """Sender or receiver. country: ISO 3166-1 alpha-2. An unknown part is an empty string."""

    name: str = ""
    company: str = ""
    street: str = ""  # several lines are separated by "\n"
    postcode: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    phone: str = ""

    def lines(self) -> tuple[str, ...]:
        """The printed lines, top to bottom, without empty ones."""
        place = f"{self.postcode} {self.city}".strip()
        if self.region and self.region not in place:
            place = f"{place}, {self.region}".strip(", ")
        parts = (self.name, self.company, *self.street.split("\n"), place, self.country)
        return tuple(part.strip() for part in parts if part.strip())

    @property
    def receiver(self) -> str:
        """Who it is, in one name: the company where there is one."""
        return self.company or self.name

    @property
    def mark(self) -> str:
        """12 hex digits of a hash: tells this address from another one without naming anybody."""
        text = "\x1f".join((*self.lines(), self.phone.strip()))
        return hashlib.sha256(text.encode()).hexdigest()[:12]
