"""The list of what waits for a person: its rows, their order and names."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain import codec
from app.domain.commands import Command
from app.domain.facts import Kind
from app.domain.rows.things import ExceptionRow
from app.station.exceptions.rules import LISTED
from app.station.exceptions.view import ExceptionsView, ExceptionView
from app.store.station.values import IndexedRow, StoredRow
from tests.helpers.scenario import START, Scene
from tests.unit.station.conftest import ANN, MUG, PICK_SO_2, SUE, pull, said, shown


def row(number: int, kind: str, name: str, **changes: object) -> IndexedRow:
    made = ExceptionRow(
        event_id=f"e-{number}",
        reason="short",
        subject_kind=kind,
        subject_id=name,
        station="P2",
        operator="12",
        opened_at=START + timedelta(minutes=number),
        **changes,  # type: ignore[arg-type]  # any field of the row
    )
    name = f"short/{kind}/{name}"
    return IndexedRow(StoredRow(Kind.EXCEPTION.value, name, codec.to_text(made)))


@pytest.fixture
def listed(scene: Scene) -> Scene:
    said(scene, f"scan {ANN}")
    return scene


def the_list(scene: Scene, *rows: IndexedRow) -> ExceptionsView:
    said(scene, "press EXCEPTIONS")
    pull(scene, *rows)
    return shown(scene, ExceptionsView)


def test_the_one_that_waits_longest_comes_first(listed: Scene) -> None:
    view = the_list(
        listed,
        row(9, "order", "shop:SO-2"),
        row(3, "order", "shop:SO-1", times=4),
        row(5, "bin", "A-01-1", closed=True),
    )
    assert [(line.number, line.name, line.times) for line in view.lines] == [
        (1, "SO-1", 4),
        (2, "SO-2", 1),
    ]
    first = view.lines[0]
    assert (first.operator, first.station, first.since) == (
        "12",
        "P2",
        START + timedelta(minutes=3),
    )
    assert view.count == 2


def test_a_box_a_tote_and_a_serial_number_name_their_order(listed: Scene) -> None:
    said(listed, *PICK_SO_2, "scan T-2", "press OK", f"scan {MUG}")
    sscc = listed.do("press HELP")["view"]["sscc"]
    said(listed, "scan 00$sscc")
    view = the_list(
        listed, row(1, "parcel", sscc), row(2, "tote", "T-2"), row(3, "serial", "MUG/7")
    )
    assert [(line.name, line.order) for line in view.lines] == [
        (sscc, "SO-2"),
        ("T-2", ""),  # the order has left it
        ("MUG/7", ""),
    ]


def test_a_row_that_this_program_does_not_know_is_listed(listed: Scene) -> None:
    view = the_list(listed, row(1, "", ""), row(2, "spaceship", "X-1"))
    assert [line.name for line in view.lines] == ["", "X-1"]
    assert said(listed, "press 2", "press OK") == ["digits", "exception_shown"]
    assert shown(listed, ExceptionView).line.name == "X-1"
    assert said(listed, "press OK") == ["nothing_more"]


def test_a_long_list_is_cut_and_counted(listed: Scene) -> None:
    view = the_list(listed, *(row(n, "bin", f"B-{n}") for n in range(LISTED + 7)))
    assert (len(view.lines), view.count) == (LISTED, LISTED + 7)
    assert said(listed, "press 2", "press 0", "press 1", "press OK")[-1] == "number_too_large"


def test_ok_is_lit_when_a_number_is_typed(listed: Scene) -> None:
    def lit() -> set[Command]:
        view = shown(listed, ExceptionsView)
        return {action.command for action in view.frame.actions if action.enabled}

    the_list(listed, row(1, "order", "shop:SO-1"))
    assert lit() == {Command.HOME, Command.HELP}
    said(listed, "press 1")
    assert lit() == {Command.HOME, Command.HELP, Command.CLEAR, Command.OK}


def test_what_another_bench_has_solved_is_said_at_the_card(listed: Scene) -> None:
    the_list(listed, row(1, "order", "shop:SO-1"))
    said(listed, "press 1", "press OK")
    assert said(listed, "press 2") == ["decision_chosen"]
    over = {"closed": True, "closed_at": START, "decided_by": "90", "decision": "accept"}
    pull(listed, row(1, "order", "shop:SO-1", **over))
    view = shown(listed, ExceptionView)
    assert (view.choices, view.line.decision, view.closed_at) == ((), "accept", START)
    # Whoever is not permitted to decide is told, too, and nothing is written.
    assert said(listed, "press OK", "press 1") == ["solved_before", "solved_before"]
    assert said(listed, "press UNDO") == ["cleared"]
    assert shown(listed, ExceptionsView).count == 0


def test_a_decision_is_shown_before_the_centre_has_heard_of_it(listed: Scene) -> None:
    the_list(listed, row(1, "order", "shop:SO-1"), row(2, "order", "shop:SO-2"))
    said(listed, "offline", "press 1", "press OK", "press 6", f"scan {SUE}")
    assert said(listed, "press OK") == ["exception_decided"]
    view = shown(listed, ExceptionsView)
    assert [line.name for line in view.lines] == ["SO-2"]
    assert listed.bench is not None
    fact = listed.bench.file.history.facts_after(0, 1000)[-1]
    assert (fact.kind, fact.operator, fact.body["decision"]) == (
        "exception_decided",
        "90",
        "accept",
    )
