"""Describes the columns of our own formats, for reading, `packbench formats` and tests."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.documents import Part
from app.domain.place import BinKind, Mixing, PickFace, Side
from app.domain.stock import Status
from app.intake import cells
from app.intake.cells import CellError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")
Named = TypeVar("Named", Part, PickFace)


@dataclass(frozen=True)
class FileColumn:
    """One column. type: a key of PARSERS. An empty optional cell has the type's empty value."""

    name: str
    type: str
    required: bool
    meaning: str
    example: str = ""


def needed(name: str, kind: str, meaning: str, example: str = "") -> FileColumn:
    return FileColumn(name, kind, required=True, meaning=meaning, example=example)


def optional(name: str, kind: str, meaning: str, example: str = "") -> FileColumn:
    return FileColumn(name, kind, required=False, meaning=meaning, example=example)


def _list(parse: Callable[[str, str], T]) -> Callable[[str, str], tuple[T, ...]]:
    def parse_all(column: str, value: str) -> tuple[T, ...]:
        parts = (part.strip() for part in value.split("|"))
        return tuple(dict.fromkeys(parse(column, part) for part in parts if part))

    return parse_all


def _moment(column: str, value: str) -> Any:
    return cells.moment(column, value) if value.strip() else None


def _language(column: str, value: str) -> str:
    value = value.strip()
    if value not in ("", "en", "zh_CN"):
        raise CellError(column, cells.shown(value), "is neither en nor zh_CN")
    return value


def _badge(column: str, value: str) -> str:
    """A badge is a secret, so the error does not show what was found."""
    try:
        return cells.barcode(column, value)
    except CellError as error:
        raise CellError(column, "•••", error.reason) from None


def _pin(column: str, value: str) -> str:
    """A PIN is a secret, too. It is typed with digit keys, and a short one is soon found."""
    value = value.strip()
    if value and not (value.isascii() and value.isdigit() and 4 <= len(value) <= 12):
        raise CellError(column, "•••", "is no PIN: 4 to 12 digits")
    return value


ROLES = ("picker", "packer", "loader", "supervisor", "admin", "trainee")


def _role(column: str, value: str) -> str:
    if value not in ROLES:
        raise CellError(column, cells.shown(value), f"is none of {', '.join(ROLES)}")
    return value


def _status(column: str, value: str) -> Status:
    value = value.strip() or Status.AVAILABLE.value
    lying = [one.value for one in Status if one is not Status.SCRAP]
    if value not in lying:
        raise CellError(column, cells.shown(value), f"is none of {', '.join(lying)}")
    return Status(value)


def _one_of(words: type[StrEnum], default: StrEnum) -> Callable[[str, str], StrEnum]:
    def parse_word(column: str, value: str) -> StrEnum:
        value = value.strip() or default.value
        if value not in set(words):
            known = ", ".join(word for word in words if word)
            raise CellError(column, cells.shown(value), f"is none of {known}")
        return words(value)

    return parse_word


def _position(column: str, value: str) -> int | None:
    return cells.count(column, value) if value.strip() else None


def _volume(column: str, value: str) -> int:
    """A pallet's place is more than a thousand million cubic millimetres."""
    return cells.count(column, value, most=1_000_000_000_000)


def _face(column: str, value: str) -> PickFace:
    sku, *numbers = value.rsplit(":", 2)
    if len(numbers) != 2:
        raise CellError(column, cells.shown(value), "is not SKU:least:most, as MUG-BLUE:10:40")
    least, most = (cells.count(column, number) for number in numbers)
    if most == 0:
        raise CellError(column, cells.shown(value), "is to hold 0 units at most")
    if least > most:
        raise CellError(column, cells.shown(value), "is to hold more at least than at most")
    return PickFace(cells.code(column, sku), least, most)


def _part(column: str, value: str) -> Part:
    sku, colon, units = value.rpartition(":")
    if not colon or not sku.strip():
        raise CellError(column, cells.shown(value), "is not SKU:units, as MUG-BLUE:2")
    return Part(cells.code(column, sku), cells.quantity(column, units))


def _parts(column: str, value: str) -> tuple[Part, ...]:
    return _once(column, _list(_part)(column, value))


def _once(column: str, found: tuple[Named, ...]) -> tuple[Named, ...]:
    """What names each SKU once."""
    skus = [one.sku for one in found]
    if twice := next((sku for sku in skus if skus.count(sku) > 1), ""):
        raise CellError(column, cells.shown(twice), "is there more than once")
    return found


def _faces(column: str, value: str) -> tuple[PickFace, ...]:
    return _once(column, _list(_face)(column, value))


PARSERS: dict[str, Callable[[str, str], Any]] = {
    "text": cells.text,
    "rows": cells.note,
    "digits": cells.digits,
    "code": cells.code,
    "quantity": cells.quantity,
    "pack": cells.packed,
    "whole number": cells.count,
    "days": cells.days,
    "lot or serial": cells.unit_mark,
    "yes/no": cells.yes,
    "yes/no/empty": cells.yes_if_told,
    "date": cells.day,
    "moment": _moment,
    "country": cells.country,
    "language": _language,
    "barcodes": _list(cells.barcode),
    "gtins": _list(cells.gtin),
    "roles": _list(_role),
    "status": _status,
    "secret": _badge,
    "pin": _pin,
    "kind of place": _one_of(BinKind, BinKind.PICK_FACE),
    "mixing": _one_of(Mixing, Mixing.ANY),
    "side": _one_of(Side, Side.UNTOLD),
    "position": _position,
    "volume": _volume,
    "pick faces": _faces,
    "parts": _parts,
}
"""By the types that `packbench formats` names; in lists "|" separates the values."""


def parse(
    columns: Iterable[FileColumn],
    values: Mapping[str, str],
    report: Callable[[CellError], None],
) -> dict[str, Any]:
    """The values of one row by column name. A cell that cannot be used is reported, and is None."""
    out: dict[str, Any] = {}
    for column in columns:
        value = values.get(column.name, "")
        try:
            out[column.name] = _parsed(column, value)
        except CellError as error:
            out[column.name] = None
            report(error)
    return out


def _parsed(column: FileColumn, value: str) -> Any:
    if column.required and not value.strip():
        raise CellError(column.name, "", "is missing")
    if column.type in ("code", "secret") and not value.strip():
        return ""
    return PARSERS[column.type](column.name, value)


def texts(
    columns: Iterable[FileColumn], entry: Mapping[str, Any], report: Callable[[CellError], None]
) -> tuple[tuple[FileColumn, ...], dict[str, str]]:
    """The values of a JSON object as cells, and the columns that have one; others are reported."""
    good, cells_of = [], {}
    for column in columns:
        try:
            cells_of[column.name] = as_text(column.name, entry.get(column.name))
        except CellError as error:
            report(error)
        else:
            good.append(column)
    return tuple(good), cells_of


def as_text(column: str, value: object) -> str:
    """A JSON value as the text of a cell, so that the same rules read CSV and JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list):
        return "|".join(as_text(column, item) for item in value)
    raise CellError(column, cells.shown(str(value)), "is an object where one value belongs")
