"""A progress bar on standard error."""

from __future__ import annotations

import sys

_WIDTH = 30


class ProgressBar:
    """Implements `app.importing.run.Watcher`. on: draw the bar; it is redrawn at every per cent."""

    def __init__(self, *, on: bool) -> None:
        self._on = on
        self._phase = ""
        self._shown = -1

    @classmethod
    def wanted(cls, *, forced: bool) -> ProgressBar:
        return cls(on=forced or sys.stderr.isatty())

    def phase(self, name: str) -> None:
        self.end()
        self._phase = name

    def moved(self, done: int, total: int) -> None:
        percent = min(100, done * 100 // total) if total > 0 else 100
        if not self._on or percent == self._shown:
            return
        self._shown = percent
        full = _WIDTH * percent // 100
        bar = "#" * full + "." * (_WIDTH - full)
        sys.stderr.write(f"\r[{bar}] {percent:3d} %  {self._phase}")
        sys.stderr.flush()

    def end(self) -> None:
        """End the line of the bar, if one was drawn."""
        if self._shown >= 0:
            sys.stderr.write("\n")
            sys.stderr.flush()
        self._shown = -1
