"""The state of the list of last labels, and of a zone whose bins get labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.task import Task


@dataclass(frozen=True)
class ZoneLabels:
    """The labels of one zone's bins.

    bins: codes in walking order. sent: those whose label went to the printer since all of them did.
    proven: those whose label was scanned. other: a bin of another zone that was scanned just now.
    """

    zone: str
    bins: tuple[str, ...]
    sent: tuple[str, ...] = ()
    proven: tuple[str, ...] = ()
    other: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        proven = frozenset(self.proven)
        return tuple(code for code in self.bins if code not in proven)

    @property
    def shown(self) -> str:
        return self.zone or "-"


@dataclass(frozen=True)
class LabelsTask(Task):
    """rows: SSCCs, printed last first. typed: digits so far.

    chosen: SSCC of the label wanted again, "" none yet.
    zone: the zone whose bins get labels, None = the last labels are shown.
    """

    name: ClassVar[str] = "labels"
    returns: ClassVar[bool] = False

    rows: tuple[str, ...]
    typed: str = ""
    chosen: str = ""
    zone: ZoneLabels | None = None
