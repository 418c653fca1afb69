"""Messages from the supervisor's window reach the centre by a person who may send them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.clock import SystemClock
from app.domain.facts import NewFact
from app.importing.saying import say
from app.overview.asking import AskThread
from app.overview.note_office import NoteOffice, Writing, notes
from app.paths import Home
from app.sync.centre import SqlCentre
from tests.helpers.scenario import scene

SITE = """\
given operator 11 badge=B-ANN roles=picker
given operator 90 badge=B-SUE roles=supervisor
scan B-ANN -> signed_in
"""


@pytest.mark.parametrize(
    ("asker", "text", "made"),
    [
        ("90", "Come to the dock", Writing.DONE),
        ("11", "Come to the dock", Writing.NOT_ALLOWED),
        ("77", "Come to the dock", Writing.NOT_ALLOWED),
        ("", "Come to the dock", Writing.NOBODY),
        ("90", " ", Writing.EMPTY),
    ],
)
def test_who_may_write(tmp_path: Path, asker: str, text: str, made: Writing) -> None:
    clock = SystemClock()
    with scene(tmp_path) as played:
        assert played.run(SITE) == []
        home = Home(tmp_path)

        def told(fact: NewFact, operator: str) -> None:
            say([fact], home, home.centre_url, clock, operator=operator)

        centre = SqlCentre.open(home.centre_url, clock)
        idle = AskThread(lambda: centre, clock, lambda _told: None)
        office = NoteOffice(idle, told)
        assert office._write(centre, "P1", text, asker) is made
        found = notes(centre)
        assert [one.station for one in found.benches] == ["P1"]
        assert [(one.text, one.by) for one in found.sent] == (
            [(text, "90")] if made is Writing.DONE else []
        )
        centre.close()
