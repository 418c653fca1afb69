"""What every workflow's task has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.facts import Subject
from app.domain.rows.orders import Order


@dataclass(frozen=True)
class Task:
    """The state of one workflow. It lives in the session, so it survives a restart.

    name: the workflow's one word: the tag in the session, the folder and the screen on every floor.
    returns: after an unlock the operator is back at this task; otherwise he is at home.
    """

    name: ClassVar[str] = ""
    returns: ClassVar[bool] = True

    @property
    def at_stake(self) -> Subject | None:
        """The order, or the half counted bin, that would be lost if the task were dropped."""
        return None

    @property
    def box(self) -> str:
        """SSCC of the box at hand, "" none."""
        return ""

    @property
    def halted(self) -> bool:
        """Work must not go on until somebody answers."""
        return False

    @property
    def takes_text(self) -> bool:
        """Any text scanned now is data: a lot, a serial number, a shelf."""
        return False

    @property
    def watching(self) -> bool:
        """Every step of the scale means something now."""
        return False

    @property
    def skus(self) -> frozenset[str]:
        """SKUs in work besides the order's; a barcode of several products means one of these."""
        return frozenset()

    def done_with(self, order: Order) -> bool:
        """Nothing is left of what the task has this order open for."""
        return False

    def halt(self, reason: str) -> Self:
        """The task halted for a reason; one that knows no stop goes on as it is."""
        return self
