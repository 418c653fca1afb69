"""Words of closed sets that stand in files and at the centre: today's must be read tomorrow."""

from __future__ import annotations

from enum import StrEnum

import pytest

from app.domain import facts
from app.domain.bench import scanner_check, self_test
from app.domain.count import task as count
from app.domain.desk.decisions import Decision
from app.domain.pack import task as pack
from app.domain.pick import task as pick
from app.domain.rows import orders, things
from app.domain.world import HitKind, Want


@pytest.mark.parametrize(
    "words",
    [
        *(facts.FactKind, facts.Kind, HitKind, Want, Decision),
        *(orders.State, orders.Sub, orders.Stage, things.Label),
        *(pick.PickPhase, pack.PackPhase, count.CountPhase),
        *(scanner_check.Fault, self_test.CheckedPart, self_test.PartVerdict),
    ],
    ids=lambda words: f"{words.__module__}.{words.__name__}",
)
def test_a_stored_word_is_the_name_of_what_it_stands_for(words: type[StrEnum]) -> None:
    for word in words:
        assert word.value.lower() == word.name.lower()


def test_the_open_work_of_a_session_says_what_it_is() -> None:
    tasks = (pick.PickTask, pack.PackTask, count.CountTask)
    assert [task.name for task in tasks] == ["pick", "pack", "count"]
