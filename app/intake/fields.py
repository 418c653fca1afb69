"""Takes our fields out of the rows of a file, as a column map says."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.intake.column_map import ColumnMap, Numbers
    from app.intake.table import Row

    Take = Callable[[Row], str]

_BELOW = frozenset({"street", "note", "gift_message"})
"""Fields whose several columns stand below each other; those of others stand beside each other."""
_NAMED = frozenset({"line_note"})
"""Fields whose several columns are written with their names: "Engraving: Oma"."""


class Fields:
    """The fields of one file: its map, and the places of its columns."""

    def __init__(self, given: ColumnMap, header: Row) -> None:
        self._map = given
        at = {name: header.index(name) for name in given.needed}
        names = dict.fromkeys((*given.columns, *given.last_resort))
        self._takes = {name: self._take(name, at) for name in names}
        self.head_at = tuple(at[one] for one in given.needed)
        self.at = at

    def __contains__(self, name: str) -> bool:
        return name in self._takes

    def take(self, name: str) -> Take:
        """The way to a field's text; a field that is not mapped is always its default."""
        default = self._map.defaults.get(name, "")
        return self._takes.get(name, lambda _row: default)

    def shown(self, name: str) -> str:
        """The field as the file calls it."""
        columns = self._map.columns.get(name) or self._map.last_resort.get(name) or (name,)
        return " + ".join(columns)

    def places(self, name: str) -> tuple[int, ...]:
        """Where the field's columns stand."""
        columns = (*self._map.columns.get(name, ()), *self._map.last_resort.get(name, ()))
        return tuple(self.at[one] for one in columns)

    def _take(self, name: str, at: dict[str, int]) -> Take:
        first = self._joined(name, self._map.columns.get(name, ()), at)
        second = self._joined(name, self._map.last_resort.get(name, ()), at)
        default = self._map.defaults.get(name, "")
        if not self._map.last_resort.get(name) and not default:
            return first

        def either(row: Row) -> str:
            value = first(row)
            if not value.strip():
                value = second(row)
            return value if value.strip() else default

        return either

    def _joined(self, name: str, columns: tuple[str, ...], at: dict[str, int]) -> Take:
        places = [at[one] for one in columns]
        whole = set(columns) & set(self._map.rules.whole_numbers)
        if len(places) == 1 and not whole:
            (place,) = places
            return lambda row: row[place]
        between = "\n" if name in _BELOW or name in _NAMED else " "
        labels = [f"{one}: " if name in _NAMED and len(columns) > 1 else "" for one in columns]

        def joined(row: Row) -> str:
            parts = []
            for column, place, label in zip(columns, places, labels, strict=True):
                value = row[place].strip()
                if column in whole:
                    value = re.sub(r"\.0+$", "", value)
                if value:
                    parts.append(label + value)
            return between.join(parts)

        return joined


class Filter:
    """Which rows a map leaves out by their values."""

    def __init__(self, given: ColumnMap, header: Row) -> None:
        self._aside = [(one, header.index(one), given.set_aside[one]) for one in given.set_aside]
        self._only = [(one, header.index(one), given.only[one]) for one in given.only]

    def reason(self, row: Row) -> str:
        """Why a row is set aside, "" = it is not."""
        for column, at, patterns in self._aside:
            if _matches(row[at], patterns):
                return f"{column} is {row[at].strip() or 'empty'}"
        for column, at, patterns in self._only:
            if not _matches(row[at], patterns):
                return f"{column} is {row[at].strip() or 'empty'}"
        return ""


def _matches(value: str, patterns: tuple[str, ...]) -> bool:
    plain = value.strip().casefold()
    return any(fnmatchcase(plain, one.casefold()) for one in patterns)


def number(value: str, numbers: Numbers) -> str:
    """A number as the file writes it, with a point before its decimals and no other mark.

    A text that is no number by the map's marks is given back with a "?", so that whoever reads it
    refuses it: "1.000" may not become 1 where the file writes a thousand so.
    """
    if numbers.decimal == "." and not numbers.thousands:
        return value
    text, decimal = value.strip(), re.escape(numbers.decimal)
    whole = r"\d+"
    if numbers.thousands:
        whole = rf"(\d+|\d{{1,3}}({re.escape(numbers.thousands)}\d{{3}})+)"
    if not re.fullmatch(rf"[+-]?{whole}({decimal}\d*)?", text):
        return f"{text}?" if text else ""
    plain = text.replace(numbers.thousands, "") if numbers.thousands else text
    return plain.replace(numbers.decimal, ".")


_GRAMS = {"kg": Decimal(1000), "lb": Decimal("453.59237"), "oz": Decimal("28.349523125")}


def in_grams(value: str, unit: str) -> str:
    """A weight in whole grams; a text that is no number is given back as it is."""
    if unit == "g":
        return value
    try:
        return str(int((Decimal(value.strip()) * _GRAMS[unit]).to_integral_value()))
    except (InvalidOperation, ValueError):
        return value
