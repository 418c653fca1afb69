"""A postal address, as a label needs it."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass

from app.domain.countries import TABLE


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
        """The printed lines, top to bottom, without empty ones.

        The place is written in the order of its country, whose name is the last line. No part that
        is known is left out.
        """
        lines, name = _country(self.country.strip().upper())
        if self.region.strip() and "{S}" not in lines:
            same = self.region.strip().casefold() == self.city.strip().casefold()
            lines += "" if same else ", {S}"
        parts = {"Z": self.postcode.strip(), "C": self.city.strip(), "S": self.region.strip()}
        place = [_filled(line, parts) for line in lines.split(" / ")]
        who = (self.name, self.company, *self.street.split("\n"))
        every = (*who, *place, name or self.country)
        return tuple(part.strip() for part in every if part.strip())

    @property
    def receiver(self) -> str:
        """Who it is, in one name: the company where there is one."""
        return self.company or self.name

    @property
    def mark(self) -> str:
        """12 hex digits of a hash: tells this address from another one without naming anybody."""
        text = "\x1f".join((*self._as_marked(), self.phone.strip()))
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def _as_marked(self) -> tuple[str, ...]:
        """The lines as every program has hashed them: labels that exist keep their mark."""
        place = f"{self.postcode} {self.city}".strip()
        if self.region and self.region not in place:
            place = f"{place}, {self.region}".strip(", ")
        parts = (self.name, self.company, *self.street.split("\n"), place, self.country)
        return tuple(part.strip() for part in parts if part.strip())


@functools.cache
def _countries() -> dict[str, tuple[str, str]]:
    rows = (row.split("|") for row in TABLE.strip().splitlines())
    return {code: (lines, name) for code, lines, name in rows}


def is_country(code: str) -> bool:
    """Whether it is a country's code (ISO 3166-1 alpha-2) of which the address form is known."""
    return code.strip().upper() in _countries()


def _country(code: str) -> tuple[str, str]:
    """(lines of the place, name); of an unknown country the usual order and ""."""
    return _countries().get(code, ("{Z} {C}", ""))


def _filled(line: str, parts: dict[str, str]) -> str:
    """A line with its parts, without the signs around parts that are not known."""
    if not any(parts[key] for key in re.findall(r"\{([ZCS])\}", line)):
        return ""
    for key, value in parts.items():
        if not value:
            line = re.sub(rf"[\s,〒-]*\{{{key}\}}", "", line)
    return line.lstrip(" ,-").format(**parts)
