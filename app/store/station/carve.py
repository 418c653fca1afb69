"""Rows of a SQLite file read from its pages one by one, whatever became of the rest of it.

SQLite itself refuses a whole file for one missing page. Here every page that still is a leaf of a
table gives its rows, wherever it lies, the write-ahead log's newer pages included. The layout is
that of the SQLite documentation, "Database File Format": page 1.6 (b-tree pages), 2.1 (records)
and 4.1 (write-ahead log).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Value = None | int | float | str | bytes

_LEAF = 0x0D
_FILE_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_USUAL_PAGE = 4096
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LOG_MAGICS = (0x377F0682, 0x377F0683)
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12


class _NoRow(Exception):
    """These bytes are no row."""


@dataclass(frozen=True)
class Row:
    """A row of some table. number: its rowid; an INTEGER PRIMARY KEY has None among `values`."""

    number: int
    values: tuple[Value, ...]


def rows(path: Path, columns: int) -> Iterator[Row]:
    """Every readable row of so many columns, in no order; a row may come more than once.

    Rows that were deleted may be among them. Raises OSError where the file cannot be read.
    """
    pages = _pages(path)
    for number, page in pages.items():
        start = _FILE_HEADER if number == 1 else 0
        if len(page) <= start + 8 or page[start] != _LEAF:
            continue
        (cells,) = struct.unpack_from(">H", page, start + 3)
        for index in range(cells):
            try:
                (at,) = struct.unpack_from(">H", page, start + 8 + 2 * index)
                row = _row(page, at, columns, pages)
            except (_NoRow, struct.error, IndexError, UnicodeDecodeError):
                continue
            yield row


def _pages(path: Path) -> dict[int, bytes]:
    """Pages by number, from 1, as the file and its write-ahead log have them."""
    raw = path.read_bytes()
    size = _page_size(raw)
    found = {at // size + 1: raw[at : at + size] for at in range(0, len(raw), size)}
    log = path.with_name(path.name + "-wal")
    if log.exists():
        found.update(_logged(log.read_bytes()))
    return found


def _page_size(raw: bytes) -> int:
    if not raw.startswith(_MAGIC) or len(raw) < _FILE_HEADER:
        return _USUAL_PAGE
    (size,) = struct.unpack_from(">H", raw, 16)
    size = 65536 if size == 1 else int(size)
    return size if size >= 512 and size & (size - 1) == 0 else _USUAL_PAGE


def _logged(raw: bytes) -> dict[int, bytes]:
    """The pages of the log's committed transactions. A frame with another salt is older."""
    if len(raw) < _LOG_HEADER:
        return {}
    magic, _, size, _, *salts = struct.unpack_from(">6I", raw)
    if magic not in _LOG_MAGICS or not 512 <= size <= 65536:
        return {}
    committed: dict[int, bytes] = {}
    open_pages: dict[int, bytes] = {}
    for at in range(_LOG_HEADER, len(raw) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        number, commit, *of_frame = struct.unpack_from(">4I", raw, at)
        if of_frame != salts:
            break
        open_pages[number] = raw[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        if commit:
            committed.update(open_pages)
            open_pages.clear()
    return committed


def _row(page: bytes, at: int, columns: int, pages: dict[int, bytes]) -> Row:
    size, at = _varint(page, at)
    number, at = _varint(page, at)
    return Row(number, _values(_payload(page, at, size, pages), columns))


def _payload(page: bytes, at: int, size: int, pages: dict[int, bytes]) -> bytes:
    """A row's bytes, those on overflow pages too. Raises _NoRow where one is missing."""
    usable = len(page)
    most = usable - 35
    if size <= most:
        return _exactly(page, at, size)
    least = (usable - 12) * 32 // 255 - 23
    here = least + (size - least) % (usable - 4)
    here = here if here <= most else least
    parts, left = [_exactly(page, at, here)], size - here
    (following,) = struct.unpack_from(">I", page, at + here)
    while left > 0:
        page = pages.get(following, b"")
        part = _exactly(page, 4, min(left, usable - 4))
        (following,) = struct.unpack_from(">I", page)
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _exactly(page: bytes, at: int, size: int) -> bytes:
    part = page[at : at + size]
    if len(part) != size:
        raise _NoRow
    return part


def _values(payload: bytes, columns: int) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < end and len(kinds) <= columns:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != end or len(kinds) != columns:
        raise _NoRow
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise _NoRow
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in {0, _ZERO, _ONE}:
        return (None if kind == 0 else kind - _ZERO), at
    if kind in _INTEGER_BYTES:
        part = _exactly(payload, at, _INTEGER_BYTES[kind])
        return int.from_bytes(part, "big", signed=True), at + len(part)
    if kind == _FLOAT:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind < _FIRST_BLOB:
        raise _NoRow
    part = _exactly(payload, at, (kind - _FIRST_BLOB) // 2)
    return (part.decode() if kind % 2 else part), at + len(part)


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    """The number that begins there, and where it ends."""
    value = 0
    for index in range(8):
        byte = raw[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value << 8 | raw[at + 8], at + 9
