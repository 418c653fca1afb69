"""Reads a column map and refuses what is wrong in it, each key in words of its own."""

from __future__ import annotations

import codecs
import re
import tomllib
from dataclasses import fields
from importlib import resources
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.intake.column_map import ColumnMap, Numbers, Rules, Status
from app.intake.countries import CODES
from app.intake.values import IntakeError

CHOICES = {
    "quoting": ("standard", "none"),
    "rules.credit_notes": ("set_aside", "cancel_order"),
    "rules.negative": ("reject", "set_aside"),
    "rules.zero": ("reject", "set_aside"),
    "rules.missing_name": ("sku", "reject"),
    "rules.repeated_sku": ("keep", "merge"),
    "rules.blank_ref": ("reject", "above"),
    "rules.no_address": ("hold", "release"),
    "status.other": ("hold", "ship", "cancelled", "shipped", "set_aside", "reject"),
    "numbers.decimal": (".", ","),
    "numbers.thousands": ("", ".", ",", " ", "'"),
    "numbers.weight": ("g", "kg", "lb", "oz"),
}
"""The keys that take one of a few words; the first is what holds without the key."""

TEXTS = ("name", "channel", "delimiter", "encoding", "quoting")
TABLES = ("columns", "last_resort", "dates", "defaults", "countries", "rules", "status", "numbers")
FILTERS = ("set_aside", "only")
DATES = ("formats", "zone", "none")


def load(source: str) -> ColumnMap:
    """The map of a file's path, or of a name among those that come with the program.

    Raises IntakeError.
    """
    if not source:
        raise IntakeError(f"This format needs a column map. There is: {', '.join(shipped())}.")
    try:
        data = tomllib.loads(_text(source))
    except tomllib.TOMLDecodeError as error:
        raise IntakeError(f"The column map {source} is not proper TOML: {error}.") from None
    return _Check(source, data).map()


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


class _Check:
    """One map's TOML, asked key by key. Every answer is checked."""

    def __init__(self, source: str, data: dict[str, Any]) -> None:
        self._source = source
        self._data = data

    def map(self) -> ColumnMap:
        self._known("", self._data, (*TEXTS, *TABLES, *FILTERS))
        delimiter = self._text("delimiter", ",")
        if len(delimiter) != 1:
            raise self._wrong("delimiter must be one character")
        quoting = self._choice("quoting", "none" if delimiter == "\t" else "standard")
        return ColumnMap(
            name=self._text("name", self._source),
            columns=self._columns("columns"),
            channel=self._text("channel", "csv"),
            delimiter=delimiter,
            encoding=self._encoding(),
            quoting=quoting,
            last_resort=self._columns("last_resort"),
            **self._dates(),
            defaults=self._words("defaults"),
            countries=self._countries(),
            rules=Rules(**self._plain("rules", Rules)),
            status=self._status(),
            numbers=self._numbers(),
            set_aside=self._filter("set_aside"),
            only=self._filter("only"),
        )

    def _wrong(self, what: str) -> IntakeError:
        return IntakeError(f"In the column map {self._source}, {what}.")

    def _known(self, table: str, given: dict[str, Any], known: tuple[str, ...]) -> None:
        strange = sorted(set(given) - set(known))
        if strange:
            where = f"[{table}]" if table else "the map"
            raise self._wrong(
                f"{where} has unknown keys: {', '.join(strange)}. Known are: {', '.join(known)}"
            )

    def _table(self, key: str) -> dict[str, Any]:
        found = self._data.get(key, {})
        if not isinstance(found, dict):
            raise self._wrong(f"{key} must be a section, [{key}] with keys below it")
        return found

    def _text(self, key: str, default: str) -> str:
        found = self._data.get(key, default)
        if not isinstance(found, str) or not found:
            raise self._wrong(f"{key} must be a text")
        return found

    def _choice(self, key: str, default: str) -> str:
        table, _, name = key.rpartition(".")
        found = (self._table(table) if table else self._data).get(name, default)
        if found not in CHOICES[key]:
            words = " or ".join(repr(one) for one in CHOICES[key])
            raise self._wrong(f"{name} must be {words}")
        return str(found)

    def _encoding(self) -> str:
        name = self._text("encoding", "utf-8-sig")
        try:
            codecs.lookup(name)
        except LookupError:
            raise self._wrong(f"encoding {name} is unknown; cp1252 and utf-8 are usual") from None
        return name

    def _list(self, key: str, found: object) -> tuple[str, ...]:
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise self._wrong(f'{key} must be a list of texts, such as ["one", "two"]')
        return tuple(found)

    def _words(self, key: str) -> dict[str, str]:
        found = self._table(key)
        if not all(isinstance(one, str) for one in found.values()):
            raise self._wrong(f"[{key}] must hold texts only")
        return found

    def _countries(self) -> dict[str, str]:
        found = self._words("countries")
        for word, code in found.items():
            if code and code.upper() not in CODES:
                raise self._wrong(f"[countries] {word} is {code}, which is no ISO 3166 code")
        return {word: code.upper() for word, code in found.items()}

    def _columns(self, key: str) -> dict[str, tuple[str, ...]]:
        found = {}
        for name, given in self._table(key).items():
            columns = (given,) if isinstance(given, str) else self._list(f"{key}.{name}", given)
            if not columns or not all(one.strip() for one in columns):
                raise self._wrong(f"{key}.{name} names no column")
            found[name] = tuple(one.strip() for one in columns)
        return found

    def _filter(self, key: str) -> dict[str, tuple[str, ...]]:
        return {
            column: (given,) if isinstance(given, str) else self._list(f'{key}."{column}"', given)
            for column, given in self._table(key).items()
        }

    def _dates(self) -> dict[str, Any]:
        given = self._table("dates")
        self._known("dates", given, DATES)
        formats = self._list("formats", given.get("formats", []))
        for one in formats:
            if not re.search(r"%[a-zA-Z]", one):
                raise self._wrong(
                    f"formats has {one!r}, which names no part of a date; write %d.%m.%Y %H:%M"
                )
        zone = given.get("zone", "")
        if not isinstance(zone, str):
            raise self._wrong("zone must be a text such as Europe/Berlin")
        if not zone and any("%z" not in one and "%Z" not in one for one in formats):
            raise self._wrong(
                "[dates] has formats without an offset (%z), so it needs zone, such as "
                "Europe/Berlin"
            )
        no_date = self._list("none", given.get("none", []))
        return {"formats": formats, "zone": self._zone(zone), "no_date": no_date}

    def _zone(self, name: str) -> ZoneInfo | None:
        if not name:
            return None
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise self._wrong(f"zone {name} is an unknown time zone") from None

    def _plain(self, table: str, kind: type[Any]) -> dict[str, Any]:
        """The keys of a table that is one dataclass of texts and lists of texts."""
        given = self._table(table)
        self._known(table, given, tuple(one.name for one in fields(kind)))
        found: dict[str, Any] = {}
        for one in fields(kind):
            if one.name not in given:
                continue
            value = given[one.name]
            if f"{table}.{one.name}" in CHOICES:
                found[one.name] = self._choice(f"{table}.{one.name}", "")
            elif isinstance(one.default, tuple):
                found[one.name] = self._list(f"{table}.{one.name}", value)
            elif isinstance(value, str):
                found[one.name] = value
            else:
                raise self._wrong(f"{table}.{one.name} must be a text")
        return found

    def _status(self) -> Status:
        found = Status(**self._plain("status", Status))
        if self._table("status") and not found.column:
            raise self._wrong("[status] needs column, the name of the column with the words")
        words = [*found.ship, *found.hold, *found.cancelled, *found.shipped, *found.set_aside]
        twice = sorted({one for one in words if words.count(one) > 1})
        if twice:
            raise self._wrong(f"[status] gives {', '.join(twice)} two meanings")
        return found

    def _numbers(self) -> Numbers:
        found = Numbers(**self._plain("numbers", Numbers))
        if found.decimal == found.thousands:
            raise self._wrong("decimal and thousands must be different marks")
        return found
