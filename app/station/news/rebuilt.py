"""The turn after a damaged station file was begun anew: a fact, and an answer to the operator."""

from __future__ import annotations

from app.domain.facts import FactKind, NewFact
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.station.session import Session
from app.station.turn import Turn
from app.store.station.salvage import Salvaged


def file_rebuilt(session: Session, salvaged: Salvaged) -> Turn:
    body: dict[str, str | int] = {
        "saved": salvaged.saved,
        "lost": salvaged.lost,
        "file": salvaged.kept.name,
    }
    said = outcome(Anywhere.FILE_REBUILT if salvaged.sure else Anywhere.FILE_REBUILT_PARTLY, **body)
    fact = NewFact(FactKind.FILE_REBUILT, (), {**body, "sure": salvaged.sure})
    return Turn(session, said, (fact,))
