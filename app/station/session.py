"""Where a station stands. Written with every input, so that a restart goes on right there."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.facts import Kind
from app.domain.task import Task
from app.domain.weighing.scale_guard import Guard

SIGN_IN, HOME, ORDER = "sign_in", "home", "order"
"""The screens without a task. Every other screen has the name of its workflow."""


@dataclass(frozen=True)
class Session:
    """operator "" = nobody. locked: the operator's work is kept behind the sign-in screen.

    screen: the one shown: `SIGN_IN`, `HOME`, `ORDER` or the name of the task's workflow.
    task: the one piece of open work, None = none.
    taking_over: operator who asked once to take over the locked work. take_from: order that a
    supervisor asked once to take from another station. staff: digits typed.
    asks_pin: operator whose PIN is being typed (the digits themselves are never written).
    guard: whether what the scale shows belongs to the box at hand.
    shown_kind, shown: what scan-anything or the order screen shows. wrong_pins counts in a row.
    """

    screen: str = SIGN_IN
    operator: str = ""
    language: str = ""
    locked: bool = False
    taking_over: str = ""
    take_from: str = ""
    staff: str = ""
    asks_pin: str = ""
    wrong_pins: int = 0
    pin_pause_until: str = ""
    task: Task | None = None
    guard: Guard = field(default_factory=Guard)
    shown_kind: str = ""
    shown: str = ""

    @property
    def open_order(self) -> str:
        """Id of the order in work, "" none."""
        return self._at_stake(Kind.ORDER)

    @property
    def open_count(self) -> str:
        """Code of the bin of which something is counted and nothing recorded, "" none."""
        return self._at_stake(Kind.BIN)

    def _at_stake(self, kind: Kind) -> str:
        subject = self.task.at_stake if self.task is not None else None
        return subject.id if subject is not None and subject.kind is kind else ""

    @property
    def halted(self) -> bool:
        """Work must not go on until somebody answers."""
        return self.task is not None and self.task.halted

    @property
    def task_screen(self) -> str:
        """The screen an unlock leads to: of the kept work, or home."""
        return self.task.name if self.task is not None and self.task.returns else HOME
