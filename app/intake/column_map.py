"""Column maps: TOML files that say how to read a CSV of order lines or products.

docs/column-maps.md explains every key. `app.intake.map_check` reads the file and refuses what is
wrong in it, key by key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from zoneinfo import ZoneInfo

from app.intake.values import IntakeError


@dataclass(frozen=True)
class Rules:
    """The keys of [rules]."""

    credit_note_prefix: str = ""
    credit_notes: str = "set_aside"
    negative: str = "reject"
    zero: str = "reject"
    missing_customer: str = ""
    customer_prefix: str = ""
    whole_numbers: tuple[str, ...] = ()
    missing_name: str = "sku"
    repeated_sku: str = "keep"
    non_stock: tuple[str, ...] = ()
    blank_ref: str = "reject"
    no_address: str = "hold"


@dataclass(frozen=True)
class Status:
    """The keys of [status]: what the words of one column mean. column: "" = there is none.

    other: what a word that is in no list means.
    """

    column: str = ""
    ship: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    shipped: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    other: str = "hold"

    def meaning(self, word: str) -> str:
        """ "ship", "hold", "cancelled", "shipped", "set_aside" or "reject"."""
        plain = word.strip().casefold()
        for name in ("ship", "hold", "cancelled", "shipped", "set_aside"):
            if any(fnmatchcase(plain, one.casefold()) for one in getattr(self, name)):
                return name
        return self.other


@dataclass(frozen=True)
class Numbers:
    """The keys of [numbers]: how the file writes them."""

    decimal: str = "."
    thousands: str = ""
    weight: str = "g"


@dataclass(frozen=True)
class ColumnMap:
    """A checked map.

    columns, last_resort: our field -> the file's columns; several are joined, and the second are
    taken where the first are empty. set_aside, only: column -> patterns of its values.
    """

    name: str
    columns: dict[str, tuple[str, ...]]
    channel: str = "csv"
    delimiter: str = ","
    encoding: str = "utf-8-sig"
    quoting: str = "standard"
    last_resort: dict[str, tuple[str, ...]] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    zone: ZoneInfo | None = None
    no_date: tuple[str, ...] = ()
    defaults: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    rules: Rules = field(default_factory=Rules)
    status: Status = field(default_factory=Status)
    numbers: Numbers = field(default_factory=Numbers)
    set_aside: dict[str, tuple[str, ...]] = field(default_factory=dict)
    only: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def require(self, fields: tuple[str, ...], known: tuple[str, ...]) -> None:
        """Raises IntakeError where fields are missing or unknown."""
        missing = [one for one in fields if one not in self.columns]
        if missing:
            raise IntakeError(f"The column map {self.name} does not map {', '.join(missing)}.")
        strange = sorted({*self.columns, *self.last_resort, *self.defaults} - set(known))
        if strange:
            raise IntakeError(
                f"The column map {self.name} maps {', '.join(strange)}, which is unknown here. "
                f"Known are: {', '.join(known)}."
            )

    @property
    def needed(self) -> tuple[str, ...]:
        """Every column of the file that the map names."""
        found = [one for columns in self.columns.values() for one in columns]
        found += [one for columns in self.last_resort.values() for one in columns]
        found += [*self.set_aside, *self.only, *([self.status.column] * bool(self.status.column))]
        return tuple(dict.fromkeys(found))
