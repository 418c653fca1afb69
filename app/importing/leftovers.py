"""Writes rejected and set-aside rows into files beside the imported one."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import chain, count
from pathlib import Path

from app.errors import EnvironmentFault
from app.intake.rejected_file import write_rejected, write_set_aside
from app.intake.values import Parsed

_PACKED = {".gz", ".xz"}
_REJECTED = "rejected"


def write_leftovers(source: Path, parsed: Parsed, fallback: Path | None) -> dict[str, str | None]:
    """Write the files; returns {"rejected_file": path or None, "set_aside_file": path or None}.

    fallback: the folder to use where the source's cannot be written. None = do not use another: the
    rows hold secrets. Raises EnvironmentFault where the files cannot be written.
    """
    found: dict[str, str | None] = {"rejected_file": None, "set_aside_file": None}
    if parsed.rejected_rows:
        found["rejected_file"] = _write(_REJECTED, source, parsed, write_rejected, fallback)
    if parsed.set_aside:
        found["set_aside_file"] = _write("set-aside", source, parsed, write_set_aside, fallback)
    return found


def _write(
    word: str,
    source: Path,
    parsed: Parsed,
    write: Callable[[Path, Parsed], None],
    fallback: Path | None,
) -> str:
    folders = [source.absolute().parent] + ([fallback] if fallback is not None else [])
    reason = ""
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return str(_write_into(folder, word, source, parsed, write))
        except OSError as error:
            reason = error.strerror or str(error)
    raise EnvironmentFault(
        f"The {word} rows of {source.name} cannot be written to {folders[-1]}: {reason}. "
        "The other rows are imported; make the folder writable and import again."
    )


def _write_into(
    folder: Path, word: str, source: Path, parsed: Parsed, write: Callable[[Path, Parsed], None]
) -> Path:
    """Write one file. A file of other rejected rows stays: somebody may be correcting it."""
    stem, suffix = _name(source)
    part = folder / f".{stem}.{word}.{os.getpid()}.part"
    try:
        write(part, parsed)
        content = part.read_bytes()
        marks = chain([""], (f"-{number}" for number in count(2)))
        paths = (folder / f"{stem}.{word}{mark}{suffix}" for mark in marks)
        path = next(
            one
            for one in paths
            if word != _REJECTED or not one.exists() or one.read_bytes() == content
        )
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _name(source: Path) -> tuple[str, str]:
    """Stem and suffix for the files; without .gz or .xz, since they are not compressed."""
    plain = source.with_suffix("") if source.suffix.lower() in _PACKED else source
    return plain.stem, plain.suffix
