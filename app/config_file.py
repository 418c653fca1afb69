"""Changes one setting of `config.toml` and leaves everything else in it as it is.

Comments, blank lines, tables, and keys that this program does not know stay. The new text is read
before it is kept: it says the same as before, but for the one setting.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app import config
from app.config import Config
from app.errors import EnvironmentFault
from app.files import write_whole

Value = str | int | bool | tuple[str, ...]


def change(home: Path, key: str, value: Value) -> Config:
    """Set it, and return the settings as they are now.

    Raises EnvironmentFault where the file cannot be read or the value cannot be, and NotWritten;
    the file is then as it was.
    """
    path = home / config.FILE
    try:
        raw = path.read_bytes() if path.exists() else b""
        text = raw.decode()
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentFault(f"{path.name} cannot be read: {error}") from error
    new = changed(text, key, value)
    settings = config.read(new, path.name)
    write_whole(path, new.encode())
    return settings


def changed(text: str, key: str, value: Value) -> str:
    """The text with this setting. Raises EnvironmentFault where the text is no TOML."""
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EnvironmentFault(f"{config.FILE} cannot be read: {error}") from error
    wanted = {**before, key: list(value) if isinstance(value, tuple) else value}
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    said = f"{key} = {_written(value)}"
    for candidate in (*_replaced(lines, key, said), *_added(lines, said)):
        new = ending.join(candidate)
        if _read(new) == wanted:
            return new
    raise EnvironmentFault(f"{config.FILE}: “{key}” cannot be set; change it by hand.")


def _replaced(lines: Sequence[str], key: str, said: str) -> Iterator[list[str]]:
    """The lines with each statement that may be the key's in its place; a comment stays."""
    for at, line in enumerate(lines):
        if line.partition("=")[0].strip().strip("\"'") != key:
            continue
        for end in range(at + 1, len(lines) + 1):
            if _read("\n".join(lines[at:end])) is not None:
                comment = _comment(lines[end - 1], alone=end > at + 1)
                yield [*lines[:at], f"{said}{comment}", *lines[end:]]
                break


def _comment(line: str, *, alone: bool) -> str:
    """The comment behind a value, with the blanks before it. alone: the value began above."""
    for at, char in enumerate(line):
        if char != "#":
            continue
        value = line[:at]
        if (alone and not value.count('"') % 2) or (not alone and _read(value) is not None):
            blanks = len(value) - len(value.rstrip())
            return line[at - blanks :]
    return ""


def _added(lines: Sequence[str], said: str) -> Iterator[list[str]]:
    """The lines with a new statement: before the first table, else at the beginning."""
    for at, line in enumerate(lines):
        if line.lstrip().startswith("["):
            head = at
            while head and lines[head - 1].lstrip().startswith("#"):
                head -= 1  # a comment above a table belongs to it
            yield [*lines[:head], said, "", *lines[head:]]
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    yield [*lines[:end], said, *(lines[end:] or [""])]
    yield [said, *lines]


def _read(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    # JSON writes a text as TOML reads it, but for DEL, which TOML wants spelled out.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
