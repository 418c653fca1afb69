"""Encodes and decodes IPP messages.

Source: RFC 8010 (encoding, 3.1), RFC 8011 (operations, attributes, states).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

Value = int | bool | str | bytes


class Operation(IntEnum):
    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class Group(IntEnum):
    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    UNSUPPORTED = 0x05


class Tag(IntEnum):
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


VERSION = (1, 1)


class IppError(ValueError):
    """These bytes are no IPP message."""


@dataclass(frozen=True)
class Attribute:
    tag: int
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Message:
    """A request or a response.

    code: the operation of a request, the status of a response. groups: (tag, attributes), in order.
    data: the bytes after the attributes, such as the document to print.
    """

    code: int
    request_id: int
    groups: tuple[tuple[int, tuple[Attribute, ...]], ...] = ()
    data: bytes = field(default=b"", repr=False)

    def values(self, group: int, name: str) -> tuple[Value, ...]:
        """The values of the first attribute of that name in a group of that kind; () for none."""
        for tag, attributes in self.groups:
            for attribute in attributes if tag == group else ():
                if attribute.name == name:
                    return attribute.values
        return ()

    def words(self, group: int, name: str) -> tuple[str, ...]:
        return tuple(value for value in self.values(group, name) if isinstance(value, str))

    def number(self, group: int, name: str) -> int | None:
        found = self.values(group, name)[:1]
        return found[0] if found and isinstance(found[0], int) else None


_KINDS = {
    "printer-uri": Tag.URI,
    "job-id": Tag.INTEGER,
    "requesting-user-name": Tag.NAME,
    "job-name": Tag.NAME,
    "document-format": Tag.MIME_TYPE,
}
"""The tags of the attributes we send, in the order that RFC 8011 4.1.4 and 4.1.5 demand."""


def request(
    operation: int,
    request_id: int,
    target: Mapping[str, str | int],
    data: bytes = b"",
    copies: int = 1,
) -> Message:
    """A request in UTF-8 and English. target: operation attributes by name."""
    attributes = (
        Attribute(Tag.CHARSET, "attributes-charset", ("utf-8",)),
        Attribute(Tag.LANGUAGE, "attributes-natural-language", ("en",)),
        *(Attribute(tag, name, (target[name],)) for name, tag in _KINDS.items() if name in target),
    )
    groups: tuple[tuple[int, tuple[Attribute, ...]], ...] = ((Group.OPERATION, attributes),)
    if copies > 1:
        groups += ((Group.JOB, (Attribute(Tag.INTEGER, "copies", (copies,)),)),)
    return Message(operation, request_id, groups, data)


def encode(message: Message) -> bytes:
    parts = [struct.pack(">BBHI", *VERSION, message.code, message.request_id)]
    for group, attributes in message.groups:
        parts.append(bytes([group]))
        for attribute in attributes:
            parts += _encode_values(attribute)
    return b"".join([*parts, bytes([Group.END]), message.data])


def _encode_values(attribute: Attribute) -> Sequence[bytes]:
    parts = []
    name = attribute.name.encode("ascii")
    for value in attribute.values:
        raw = _raw(value)
        parts.append(
            struct.pack(">BH", attribute.tag, len(name)) + name + struct.pack(">H", len(raw)) + raw
        )
        name = b""  # a further value of the same attribute
    return parts


def _raw(value: Value) -> bytes:
    match value:
        case bool():
            return bytes([value])
        case int():
            return struct.pack(">i", value)
        case str():
            return value.encode()
        case bytes():
            return value


def decode(raw: bytes) -> Message:
    """The message in these bytes. Raises IppError. Rare kinds of values stay bytes."""
    if len(raw) < 9 or raw[0] not in {1, 2}:
        raise IppError("no IPP header")
    code, request_id = struct.unpack_from(">HI", raw, 2)
    groups: list[tuple[int, list[Attribute]]] = []
    at = 8
    while at < len(raw):
        tag, at = raw[at], at + 1
        if tag == Group.END:
            done = tuple((kind, tuple(attributes)) for kind, attributes in groups)
            return Message(code, request_id, done, raw[at:])
        if tag < 0x10:
            groups.append((tag, []))
            continue
        name, at = _field(raw, at)
        value, at = _field(raw, at)
        if not groups:
            raise IppError("a value before the first group")
        _add(groups[-1][1], tag, name, value)
    raise IppError("the end of the attributes is missing")


def _field(raw: bytes, at: int) -> tuple[bytes, int]:
    if at + 2 > len(raw):
        raise IppError("cut in a length")
    end = at + 2 + int.from_bytes(raw[at : at + 2], "big")
    if end > len(raw):
        raise IppError("cut in a value")
    return raw[at + 2 : end], end


def _add(attributes: list[Attribute], tag: int, name: bytes, raw: bytes) -> None:
    value = _value(tag, raw)
    if name:
        attributes.append(Attribute(tag, name.decode("utf-8", "replace"), (value,)))
    elif attributes:
        last = attributes[-1]
        attributes[-1] = Attribute(last.tag, last.name, (*last.values, value))
    else:
        raise IppError("a further value of nothing")


def _value(tag: int, raw: bytes) -> Value:
    if tag in {Tag.INTEGER, Tag.ENUM} and len(raw) == 4:
        return int.from_bytes(raw, "big", signed=True)
    if tag == Tag.BOOLEAN and len(raw) == 1:
        return raw != b"\x00"
    if 0x40 <= tag < 0x50:
        return raw.decode("utf-8", "replace")
    return raw
