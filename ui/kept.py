"""What a station's window keeps from one start to the next: its place and how it looks and sounds.

A small file in the home. Nothing depends on it: one that cannot be read is as good as none.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from ui.sounds import LOUDEST

log = logging.getLogger(__name__)

SMALLEST_ZOOM, LARGEST_ZOOM = 0.8, 1.6


@dataclass(frozen=True)
class Kept:
    """What is kept.

    left, top, width, height: of the window when it is not maximised, in pixels; 0 wide = unknown.
    zoom: how much larger everything is than the layout's own size. volume: 0 = mute, 100 = full.
    """

    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0
    maximised: bool = False
    zoom: float = 1.0
    dark: bool = False
    volume: int = LOUDEST


class WindowFile:
    """The file itself. `kept` is what it holds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.kept = _read(path)

    def change(self, **values: Any) -> None:
        """Keep these values from now on. Where they cannot be written they last for this run."""
        fresh = replace(self.kept, **values)
        if fresh == self.kept:
            return
        self.kept = fresh
        new = self._path.with_suffix(".new")
        try:
            new.write_text(json.dumps(asdict(fresh)), encoding="utf-8")
            new.replace(self._path)
        except OSError as error:
            log.info("the window's place is not kept: %s", error)


def _read(path: Path) -> Kept:
    """What the file holds; a value that makes no sense is left at its default."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Kept()
    if not isinstance(values, dict):
        return Kept()
    plain = Kept()
    sound = {
        one.name: values[one.name]
        for one in fields(Kept)
        if type(values.get(one.name)) is type(getattr(plain, one.name))
    }
    kept = replace(plain, **sound)
    return replace(
        kept,
        zoom=kept.zoom if SMALLEST_ZOOM <= kept.zoom <= LARGEST_ZOOM else plain.zoom,
        volume=max(0, min(LOUDEST, kept.volume)),
    )
