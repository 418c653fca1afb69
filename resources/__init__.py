"""Files that ship with the program: fonts, icons, sounds, styles, translations."""

from __future__ import annotations

import pathlib

_HERE = pathlib.Path(__file__).resolve().parent


def path(*parts: str) -> pathlib.Path:
    """The absolute path of a shipped file; raises ValueError for one outside."""
    target = _HERE.joinpath(*parts)
    if ".." in target.parts or not target.is_relative_to(_HERE):
        raise ValueError(f"outside resources: {parts}")
    return target
