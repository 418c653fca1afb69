"""The state of loading one truck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.task import Task


@dataclass(frozen=True)
class LoadTask(Task):
    """The state of one loading.

    load: "" = none is chosen yet. steps: loaded SSCCs that undo takes back, oldest first.
    stopped: text of the outcome that stopped the work, "" = none. last: SSCC loaded last.
    """

    name: ClassVar[str] = "load"

    load: str = ""
    removing: bool = False
    asked_close: bool = False
    stopped: str = ""
    last: str = ""
    steps: tuple[str, ...] = ()

    @property
    def halted(self) -> bool:
        return bool(self.stopped)
