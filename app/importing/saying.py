"""Says single facts of a person of the office to the centre: durable first, then sent."""

from __future__ import annotations

from collections.abc import Sequence

from app.clock import Clock
from app.domain.facts import NewFact
from app.importing.journal import Pusher, open_journal, record
from app.paths import Home
from app.sync.centre import SqlCentre


def say(
    facts: Sequence[NewFact], home: Home, centre_url: str, clock: Clock, *, operator: str = ""
) -> None:
    """operator: who says it, "" = nobody was named. Raises EnvironmentFault; what is durable is
    sent by the next command that reaches the centre.
    """
    file = open_journal(home, centre_url)
    try:
        record(file, facts, clock, operator=operator)
        centre = SqlCentre.open(centre_url, clock)
        try:
            Pusher(file, centre).push(lambda _sent, _total: None)
        finally:
            centre.close()
    finally:
        file.close()
