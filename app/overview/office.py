"""What the pages of the supervisor's window ask for. Answers come later, by their numbers.

Nothing here waits: the questions are asked on a thread of their own (`asking`).
"""

from __future__ import annotations

from app.clock import Clock
from app.overview.asking import AskThread
from app.overview.order import look
from app.paths import Home

FIND, ORDER, EVIDENCE = "find", "order", "evidence"
"""The topics; of each the newest question alone is answered."""


class Office:
    """The questions. home: where this machine keeps labels and documents."""

    def __init__(self, asker: AskThread, home: Home, clock: Clock) -> None:
        self._asker, self._home, self._clock = asker, home, clock

    def find(self, text: str, *, scanned: bool = False) -> int:
        """Answered with a `Found`."""
        return self._asker.ask(FIND, lambda centre: look.found(centre, text, scanned=scanned))

    def order(self, name: str) -> int:
        """Answered with an `OrderSheet`, or None where the centre has no such order."""
        labels = self._home.labels
        return self._asker.ask(ORDER, lambda centre: look.sheet(centre, name, labels))

    def evidence(self, name: str) -> int:
        """Answered with a `Saved`: the order's evidence, in the home's documents folder."""
        folder, now = self._home.documents, self._clock.now()
        return self._asker.ask(
            EVIDENCE, lambda centre: look.save_evidence(centre, name, folder, now)
        )
