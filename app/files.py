"""Files that appear whole or not at all, and names that every system takes."""

from __future__ import annotations

import errno
import hashlib
import os
from enum import StrEnum
from pathlib import Path

from app.errors import EnvironmentFault

_LONGEST_NAME = 60


class WriteTrouble(StrEnum):
    """Why a file could not be written."""

    FULL = "full"
    FORBIDDEN = "forbidden"
    OTHER = "other"


_TROUBLES = {
    errno.ENOSPC: WriteTrouble.FULL,
    errno.EDQUOT: WriteTrouble.FULL,
    errno.EACCES: WriteTrouble.FORBIDDEN,
    errno.EPERM: WriteTrouble.FORBIDDEN,
    errno.EROFS: WriteTrouble.FORBIDDEN,
}


class NotWritten(EnvironmentFault):
    """A file could not be written; where there was one before, it is as it was."""

    def __init__(self, path: Path, error: OSError) -> None:
        reason = os.strerror(error.errno) if error.errno else str(error)
        super().__init__(f"{path} cannot be written: {reason}.")
        self.trouble = _TROUBLES.get(error.errno or 0, WriteTrouble.OTHER)


def write_whole(path: Path, content: bytes) -> None:
    """Write the whole file, or nothing. Raises NotWritten."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise NotWritten(path, error) from error
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the folder is no folder: the caller reports that


def file_name(text: str) -> str:
    """A name that no other text has, on file systems too that take "a" for "A"."""
    plain = "".join(char if char.isalnum() or char in "-_" else "_" for char in text)
    if plain == text == text.upper() and len(text) <= _LONGEST_NAME:
        return text
    return f"{plain[:_LONGEST_NAME]}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
