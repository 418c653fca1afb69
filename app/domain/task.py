"""What every workflow's task has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.facts import Subject
from app.domain.rows.orders import Order


@dataclass(frozen=True)
class Task:
    """The state of one workflow. It lives in the session, so it survives a restart.

    The properties and methods are what the engine asks of any task. The answers here are the
    defaults.

    name: the workflow's one word: the tag in the session, the folder and the screen on every floor.
    returns: True = an unlock leads back to this task; False = it leads home.
    """

    name: ClassVar[str] = ""
    returns: ClassVar[bool] = True

    @property
    def at_stake(self) -> Subject | None:
        """What would be lost if the task were dropped: the open order or the half counted bin.

        None = nothing: signing out then drops the task. Otherwise it locks the bench.
        """
        return None

    @property
    def box(self) -> str:
        """SSCC of the box at hand, "" none. Weights and news of labels are for this box."""
        return ""

    @property
    def halted(self) -> bool:
        """Whether a STOP waits for its answer; until then a scanner that got it may be locked."""
        return False

    @property
    def duty(self) -> str:
        """What only a permitted person may answer OK to now (`app.domain.permissions`), "" none.

        Such a person may answer at somebody else's bench: by his badge, and then OK.
        """
        return ""

    @property
    def taken(self) -> bool:
        """Whether the STOP is that another station has the order."""
        return False

    @property
    def takes_text(self) -> bool:
        """Whether an unknown code scanned now is data: a lot, a serial number, a shelf."""
        return False

    @property
    def watching(self) -> bool:
        """Whether the box is packed on the scale; weights that change nothing are only shown."""
        return False

    @property
    def skus(self) -> frozenset[str]:
        """SKUs in work besides those of the open order.

        A barcode that several products share means one of these.
        """
        return frozenset()

    def disarmed(self) -> Self:
        """The task without a number that is being typed; one that takes none is returned unchanged.

        After a disturbed scan nobody knows whether a person or the scanner typed the number.
        """
        return self

    def done_with(self, order: Order) -> bool:
        """Whether nothing is left to do of what the task has this order open for."""
        return False

    def freed(self, order: Order) -> Self:
        """The task without a halt for which its order's shop gives no reason any more."""
        return self

    def halt(self, reason: str) -> Self:
        """The task, halted for this reason; a task that knows no STOP is returned unchanged.

        reason: what the screen's STOP says (`WorkPrompt.STOPPED`): "taken", "cancelled" ...; "" =
        the reason is gone, and the task goes on.
        """
        return self
