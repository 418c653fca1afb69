"""Column maps: TOML files that say how to read a CSV of order lines or products.

name = "my-shop"            # appears in messages
channel = "my-shop"         # channel of the orders
delimiter = ";"             # default ","
encoding = "cp1252"         # default "utf-8-sig"; never guessed
[columns]                   # our field = the file's column; ref, sku, quantity, placed_at
ref = "Order"               # are needed for orders, sku and name for products
[dates]
formats = ["%d.%m.%Y %H:%M"]  # strptime; none = ISO 8601
zone = "Europe/Berlin"      # of times without an offset
[defaults]                  # for fields that the file has not, e.g. country = "DE"
[countries]                 # the file's words = ISO code, "" = unknown
[rules]
credit_note_prefix = "C"    # references that begin so are credit notes
credit_notes = "set_aside"  # or "cancel_order": the rest of the reference names the order
negative = "reject"         # quantities below zero: or "set_aside"
missing_customer = ""       # name of a customer without one
customer_prefix = ""        # before each customer name, where it is only a number
whole_numbers = []          # columns whose "17850.0" means 17850
missing_name = "sku"        # or "reject"
repeated_sku = "keep"       # or "merge": one line with the sum, under the first name
non_stock = ["POST", "gift_*"]  # codes that are no goods; * at the end only
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.intake.values import IntakeError


@dataclass(frozen=True)
class Rules:
    """The keys of [rules], which the module's text explains."""

    credit_note_prefix: str = ""
    credit_notes: str = "set_aside"
    negative: str = "reject"
    missing_customer: str = ""
    customer_prefix: str = ""
    whole_numbers: tuple[str, ...] = ()
    missing_name: str = "sku"
    repeated_sku: str = "keep"
    non_stock: tuple[str, ...] = ()


_CHOICES = {
    "credit_notes": ("set_aside", "cancel_order"),
    "negative": ("reject", "set_aside"),
    "missing_name": ("sku", "reject"),
    "repeated_sku": ("keep", "merge"),
}
_TOP = {"name", "channel", "delimiter", "encoding", "columns", "dates", "defaults"}
_TOP |= {"countries", "rules"}


@dataclass(frozen=True)
class ColumnMap:
    """A checked map. columns: our field -> the file's column."""

    name: str
    columns: dict[str, str]
    channel: str = "csv"
    delimiter: str = ","
    encoding: str = "utf-8-sig"
    formats: tuple[str, ...] = ()
    zone: ZoneInfo | None = None
    defaults: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    rules: Rules = field(default_factory=Rules)

    def require(self, fields: tuple[str, ...], known: tuple[str, ...]) -> None:
        """Raises IntakeError where fields are missing or unknown."""
        missing = [one for one in fields if one not in self.columns]
        if missing:
            raise IntakeError(f"The column map {self.name} does not map {', '.join(missing)}.")
        strange = sorted({*self.columns, *self.defaults} - set(known))
        if strange:
            raise IntakeError(
                f"The column map {self.name} maps {', '.join(strange)}, which is unknown here. "
                f"Known are: {', '.join(known)}."
            )


def load(source: str) -> ColumnMap:
    """The map of a file's path, or of a name among those that come with the program.

    Raises IntakeError.
    """
    if not source:
        raise IntakeError(f"This format needs a column map. There is: {', '.join(shipped())}.")
    text = _text(source)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise IntakeError(f"The column map {source} is not proper TOML: {error}.") from None
    return _map(data, source)


def shipped() -> list[str]:
    """Names of the maps that come with the program."""
    folder = resources.files("app.intake") / "maps"
    return sorted(one.name.removesuffix(".toml") for one in folder.iterdir())


def _text(source: str) -> str:
    if source in shipped():
        return (resources.files("app.intake") / "maps" / f"{source}.toml").read_text("utf-8")
    try:
        return Path(source).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise IntakeError(
            f"The column map {source} cannot be read ({error}). Shipped are: "
            f"{', '.join(shipped())}."
        ) from None


def _map(data: dict[str, Any], source: str) -> ColumnMap:
    strange = sorted(set(data) - _TOP)
    if strange:
        raise IntakeError(f"The column map {source} has unknown keys: {', '.join(strange)}.")
    dates = data.get("dates", {})
    return ColumnMap(
        name=str(data.get("name", source)),
        columns=_words(data, "columns", source),
        channel=str(data.get("channel", "csv")),
        delimiter=_delimiter(data, source),
        encoding=str(data.get("encoding", "utf-8-sig")),
        formats=tuple(str(one) for one in dates.get("formats", ())),
        zone=_zone(dates.get("zone", ""), source),
        defaults=_words(data, "defaults", source),
        countries=_words(data, "countries", source),
        rules=_rules(data.get("rules", {}), source),
    )


def _words(data: dict[str, Any], key: str, source: str) -> dict[str, str]:
    found = data.get(key, {})
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise IntakeError(f"In the column map {source}, [{key}] must hold texts only.")
    return found


def _delimiter(data: dict[str, Any], source: str) -> str:
    delimiter = data.get("delimiter", ",")
    if not isinstance(delimiter, str) or len(delimiter) != 1:
        raise IntakeError(f"In the column map {source}, delimiter must be one character.")
    return delimiter


def _zone(name: str, source: str) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise IntakeError(f"The column map {source} names an unknown time zone, {name}.") from None


def _rules(data: dict[str, Any], source: str) -> Rules:
    strange = sorted(set(data) - set(Rules.__dataclass_fields__))
    if strange:
        raise IntakeError(f"The column map {source} has unknown rules: {', '.join(strange)}.")
    for rule, choices in _CHOICES.items():
        if data.get(rule, choices[0]) not in choices:
            raise IntakeError(f"In the column map {source}, {rule} must be {' or '.join(choices)}.")
    values: dict[str, Any] = {}
    for rule, value in data.items():
        is_list = rule in ("whole_numbers", "non_stock")
        if not isinstance(value, list if is_list else str):
            kind = "a list" if is_list else "a text"
            raise IntakeError(f"In the column map {source}, {rule} must be {kind}.")
        values[rule] = tuple(map(str, value)) if is_list else value
    return Rules(**values)
