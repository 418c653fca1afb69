"""After a damaged file: what was saved, what is lost, and whether that is all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.outcome_anywhere import Anywhere
from app.station.news.rebuilt import file_rebuilt
from app.station.session import Session
from app.store.station.salvage import Salvaged


@pytest.mark.parametrize(
    ("sure", "kind"), [(True, Anywhere.FILE_REBUILT), (False, Anywhere.FILE_REBUILT_PARTLY)]
)
def test_a_number_that_is_not_known_is_not_told_as_one(sure: bool, kind: Anywhere) -> None:
    turn = file_rebuilt(Session(), Salvaged(Path("station-P1.damaged.db"), 3, 0, sure))
    assert turn.outcome is not None and turn.outcome.kind is kind
    assert turn.facts[0].body == {
        "saved": 3,
        "lost": 0,
        "file": "station-P1.damaged.db",
        "sure": sure,
    }
