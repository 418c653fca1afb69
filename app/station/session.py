"""Where a station stands. It is stored with every input, so a restart goes on at the same point."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.facts import Kind
from app.domain.task import Task
from app.domain.weighing.scale_guard import Guard

SIGN_IN, HOME, ORDER, EXCEPTIONS = "sign_in", "home", "order", "exceptions"
MANAGE = "manage"
"""The screens without a task. Every other screen has the name of its workflow."""
WITHOUT_TASK = frozenset({HOME, ORDER, EXCEPTIONS, MANAGE})
"""Those that a person sees who is signed in."""


@dataclass(frozen=True)
class Session:
    """Who works at the bench, on which screen, on what. In any text "" = none.

    screen: the one shown: the name of the task's workflow, or of a screen without a task.
    operator: who works here. language: of the screens, "en" or "zh_CN".
    language_chosen: somebody chose it while nobody was at work: the next sign-in leaves it so.
    locked: the operator's work is kept behind the sign-in screen.
    taking_over: operator who asked once to take over the locked work.
    take_from: id of the order that a supervisor asked once to take from another station.
    asked: id of the order for which this bench waits: the centre was asked to claim it; "*" = any.
    asked_of: the station that has it, as the centre answered.
    handing: id of the order that is shown to be handed over; OK says that the customer has it.
    staff: digits of the staff number typed so far.
    asks_pin: operator whose PIN is being typed (its digits are never written).
    wrong_pins: how many PINs were wrong lately; only a pause or time forgets them, never a sign-in.
    wrong_pin_at: when the last one was. pin_pause_until: until when no PIN is taken. Both ISO 8601.
    calling: operator who has called for help here, "" = nobody waits for any.
    vouched_by: a permitted person whose badge was scanned here; the next answer is that person's.
    task: the one piece of open work, None = none.
    guard: whether what the scale shows belongs to the box at hand.
    choice: what is chosen on a card or of an order that is managed, and not signed yet.
    shown_kind, shown: kind and id of the row that home or the order screen shows; on the list of
    exceptions `shown` has the digits typed so far.
    """

    screen: str = SIGN_IN
    operator: str = ""
    language: str = ""
    language_chosen: bool = False
    locked: bool = False
    taking_over: str = ""
    take_from: str = ""
    asked: str = ""
    asked_of: str = ""
    handing: str = ""
    staff: str = ""
    asks_pin: str = ""
    wrong_pins: int = 0
    wrong_pin_at: str = ""
    pin_pause_until: str = ""
    calling: str = ""
    vouched_by: str = ""
    task: Task | None = None
    guard: Guard = field(default_factory=Guard)
    choice: str = ""
    shown_kind: str = ""
    shown: str = ""

    @property
    def open_order(self) -> str:
        """Id of the order in work, "" none."""
        return self._at_stake(Kind.ORDER)

    @property
    def open_count(self) -> str:
        """Code of the half counted bin, "" none; of its count nothing is recorded yet."""
        return self._at_stake(Kind.BIN)

    @property
    def open_task(self) -> str:
        """Id of the floor task in work, "" none."""
        return self._at_stake(Kind.TASK)

    def _at_stake(self, kind: Kind) -> str:
        subject = self.task.at_stake if self.task is not None else None
        return subject.id if subject is not None and subject.kind is kind else ""

    @property
    def hands_over(self) -> bool:
        """The order that is to be handed over is the one on the screen."""
        return bool(self.handing) and (self.screen, self.shown) == (ORDER, self.handing)

    @property
    def halted(self) -> bool:
        """Whether a STOP waits for its answer."""
        return self.task is not None and self.task.halted

    @property
    def task_screen(self) -> str:
        """The screen an unlock leads to: the kept task's, or home."""
        return self.task.name if self.task is not None and self.task.returns else HOME
