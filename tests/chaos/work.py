"""People at work while something is done to their site."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.demo.operator import Act, SimulatedOperator
from app.domain.commands import DIGITS, Command
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.pack.outcome import Packing, PackPrompt
from app.station.pack.view import PackView
from app.station.views import View
from tests.chaos.invariants import Findings
from tests.chaos.person import Desk, Person
from tests.chaos.shift import Floor
from tests.helpers.program import wait_until

PACE_S = 0.02
CONVERGED_S = 60.0


class Packer(SimulatedOperator):
    """Knows the way on where a beginner would wait."""

    _looks = 0

    def next(self, view: View) -> Act | None:
        return self._way_on(view) or super().next(view)

    def _way_on(self, view: View) -> Act | None:
        if not isinstance(view, PackView):
            return None
        said = view.outcome
        match view.bar.prompt:
            case PackPrompt.SCAN_ITEM if all(line.complete for line in view.lines):
                # Another bench has packed all of it meanwhile.
                return Act(command=Command.HOME)
            case WorkPrompt.SCAN_SERIAL if view.line is not None:
                # Whatever was scanned before the program was killed is scanned again.
                known = self.hands.serials_of.get(f"{view.frame.order}/{view.line.sku}")
                self._looks += 1
                return Act(known[self._looks % len(known)] if known else "SN-LOST")
            case WorkPrompt.SCAN_OUT if over := [x for x in view.lines if x.done > x.wanted]:
                # Another bench has packed the same order, and the shop's number is exceeded.
                here = said is not None and said.kind in {Working.TAKE_OUT, Packing.UNIT_REMOVED}
                return Act(over[0].barcode) if here else Act(command=Command.HOME)
            case PackPrompt.REPRINT_REASON:
                return Act(command=DIGITS[1])
            case PackPrompt.LABEL_DOUBTFUL:
                return Act(command=Command.PRINT)
            case PackPrompt.LABEL_PRINTING if said and said.kind is Anywhere.NOT_STORED:
                # The printer's answer found no room on the disk, and no printer says it twice.
                return Act(command=Command.PRINT)
            case _:
                return None


class Helper(Person):
    """A person who is never stuck for good."""

    def _signed_on(self, before: SimulatedOperator | None) -> SimulatedOperator:
        found = super()._signed_on(before)
        found.__class__ = Packer  # the same memory, and more sense
        return found


@contextmanager
def people(floor: Floor, *, seed: int = 1, pace_s: float = PACE_S) -> Iterator[list[Person]]:
    """One at every desk; they go home in the end."""
    found: list[Person] = [
        Helper(desk, number, random.Random(seed + number), pace_s)
        for number, desk in enumerate(floor.desks, start=1)
    ]
    for person in found:
        person.start()
    try:
        yield found
    finally:
        for person in found:
            person.end_shift()


def more_facts(desks: list[Desk], count: int) -> None:
    """Wait until people have been told that so many more facts are safe."""

    def told() -> int:
        return sum(desk.promises.last_seq for desk in desks)

    wanted = told() + count
    wait_until(lambda: told() >= wanted, f"{count} more facts")


def agreed(floor: Floor) -> tuple[float, Findings]:
    """Seconds until all agree, and what then holds."""
    seconds = floor.converge(CONVERGED_S)
    found = floor.check()
    while not floor._same():
        # A printer or a clock had still something to say while the rows were compared.
        seconds += floor.converge(CONVERGED_S)
        found = floor.check()
    return seconds, found


def must_hold(floor: Floor, story: str) -> None:
    """Nothing is broken in the end; what was counted is printed."""
    seconds, found = agreed(floor)
    sys.stdout.write(
        f"{story}\n  agreed after {seconds:.1f} s; {found.conflicts} conflicts kept\n{found.text()}"
    )
    assert not found.broken, found.text()
