"""The state of the list of last labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.task import Task


@dataclass(frozen=True)
class LabelsTask(Task):
    """rows: SSCCs, printed last first. typed: digits so far.

    chosen: SSCC of the label wanted again, "" none yet.
    """

    name: ClassVar[str] = "labels"
    returns: ClassVar[bool] = False

    rows: tuple[str, ...]
    typed: str = ""
    chosen: str = ""
