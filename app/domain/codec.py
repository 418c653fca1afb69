"""Frozen dataclasses to JSON values and back.

One codec for journal bodies, rows and sessions, so that a field added to a dataclass travels
everywhere at once. Fields at their default are left out, so that rows stay small. Unknown fields
are ignored, so that an older program reads what a newer one wrote.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def dump(value: Any) -> Any:
    """JSON value of a dataclass, tuple, mapping, date or plain value."""
    if value is None or type(value) in {str, int, bool, float}:
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: dump(item)
            for name, default in _fields(type(value))
            if (item := getattr(value, name)) != default
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): dump(item) for key, item in value.items()}
    return [dump(item) for item in value]


def load(kind: type[T], value: Any) -> T:
    """The dataclass `kind` from what `dump` made. Raises ValueError or TypeError on other data."""
    hints = _hints(typing.cast("Any", kind))
    if not isinstance(value, dict):
        raise TypeError(f"{kind.__name__} is read from an object, not from {type(value).__name__}")
    return kind(
        **{name: _value(hints[name], item) for name, item in value.items() if name in hints}
    )


def to_text(value: Any) -> str:
    """Canonical JSON text: equal values give equal bytes, because the text is hashed."""
    return canonical(dump(value))


def canonical(value: Any) -> str:
    """Canonical JSON text of what `dump` made."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(kind: type[T], text: str) -> T:
    return load(kind, json.loads(text))


class _Required:
    """Stands for "no default": no field's value equals it."""


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    found = []
    for item in dataclasses.fields(kind):
        default: Any = item.default
        if item.default_factory is not dataclasses.MISSING:
            default = item.default_factory()
        elif default is dataclasses.MISSING:
            default = _Required
        found.append((item.name, default))
    return tuple(found)


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _value(hint: Any, value: Any) -> Any:
    if hint in {str, int, bool, float} or value is None or hint is Any:
        return value
    return _reader(hint)(value)


@cache
def _reader(hint: Any) -> typing.Callable[[Any], Any]:
    origin = typing.get_origin(hint)
    arguments = typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        (inner,) = [item for item in arguments if item is not type(None)]
        return lambda value: _value(inner, value)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return lambda value: tuple(_value(arguments[0], item) for item in value)
        return lambda value: tuple(
            _value(part, item) for part, item in zip(arguments, value, strict=True)
        )
    if origin is dict:
        return lambda value: {key: _value(arguments[1], item) for key, item in value.items()}
    if hint in {datetime, date}:
        return typing.cast("typing.Callable[[Any], Any]", hint.fromisoformat)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if dataclasses.is_dataclass(hint):
        return lambda value: load(typing.cast("type[Any]", hint), value)
    raise TypeError(f"no reading for {hint!r}")
