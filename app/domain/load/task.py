"""The state of loading one truck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.task import Task
from app.domain.world import Step


@dataclass(frozen=True)
class LoadTask(Task):
    """The state of one loading.

    load: "" = none is chosen yet. steps: loaded SSCCs that undo takes back, oldest first.
    stopped: text of the outcome that stopped the work, "" = none. last: SSCC loaded last.
    off: SSCC of the parcel on the load that must come off it. back: SSCC of a parcel that has come
    back from its truck; why is asked. "" = none.
    """

    name: ClassVar[str] = "load"

    load: str = ""
    removing: bool = False
    asked_close: bool = False
    stopped: str = ""
    last: str = ""
    steps: tuple[str, ...] = ()
    off: str = ""
    back: str = ""

    @property
    def duty(self) -> str:
        return "return_parcel" if self.back else ""

    @property
    def halted(self) -> bool:
        return bool(self.stopped)


LoadStep = Step[LoadTask]
