"""Messages of a supervisor at this bench: shown above the work until somebody says he read one."""

from __future__ import annotations

from app.domain.facts import NewFact
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.rows.messages import read, shown
from app.station.session import Session
from app.station.turn import Turn, say
from app.station.world import StationWorld


def arrived(world: StationWorld) -> tuple[NewFact, ...]:
    """That the messages which nobody has seen stand on this bench's screen from now on."""
    return tuple(shown(one.id) for one in world.messages if one.shown_at is None)


def understood(session: Session, world: StationWorld) -> Turn:
    """The oldest one is read. Open work goes on as it was."""
    waiting = world.unread()
    if not waiting:
        return say(session, outcome(Anywhere.NO_MESSAGE))
    first, left = waiting[0], len(waiting) - 1
    return Turn(session, outcome(Anywhere.MESSAGE_READ, left=left), (read(first.id),))
