"""Taking stock at a bench: blind, kept over a restart, and aware of what other benches moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.facts import FactKind, Kind
from app.domain.rows.tasks import TaskState
from app.domain.rows.things import ExceptionRow
from app.sync.news import ClaimRefused
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, BOB, said

MUG, POT = "9521321000001", "9521321000018"
SITE = f"""\
given product MUG barcode={MUG} weight=340
given bin A-01-1 walk=1
given stock A-01-1 MUG 5
given operator 11 badge=B-ANN
given order SO-1 lines=2xMUG
scan B-ANN -> signed_in
"""


def units(scene: Scene) -> int:
    assert scene.bench is not None
    place = scene.bench.station.world.bin("A-01-1")
    assert place is not None
    return place.quantity("MUG")


def recounts(scene: Scene) -> list[str]:
    """The bins that are to be counted again, as this bench has heard."""
    assert scene.bench is not None
    known = scene.bench.station.file.rows
    rows = [known.get(ExceptionRow, name) for name in known.names(Kind.EXCEPTION)]
    return [row.subject_id for row in rows if row is not None and row.reason == "recount"]


def counted(scene: Scene) -> int:
    assert scene.bench is not None
    return len(scene.bench.station.file.history.subjects_of((FactKind.BIN_COUNTED,), Kind.BIN, 20))


def test_a_restart_in_mid_count_goes_on_where_it_stood(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "press COUNT", "scan A-01-1", f"scan {MUG}", "press 1", "press 8")
    assert scene.bench is not None
    before = scene.bench.station.session.task
    scene.reopen()
    assert scene.bench.station.session.task == before
    assert scene.bench.station.session.screen == "count"
    answer = scene.do(f"scan {MUG}")
    assert answer["outcome"]["values"] == {"sku": "MUG", "counted": 19}
    assert said(scene, f"scan {POT}", f"scan {MUG}", "press OK") == [
        "unit_counted",
        "unit_counted",
        "count_differs",
    ]
    scene.reopen()
    assert said(scene, "press OK") == ["count_why_asked"]
    scene.reopen()
    assert said(scene, "press 1", "scan A-01-1") == ["count_recorded", "count_started"]


def test_what_is_expected_is_told_only_when_all_is_counted(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "press COUNT")
    for line in ("scan A-01-1", f"scan {MUG}", "press 3", "press CLEAR"):
        view = scene.do(line)["view"]
        assert all(row.get("expected") is None for row in view["rows"])
        assert "20" not in str(view["rows"])
    compared = scene.do("press OK")["view"]
    assert [(row["counted"], row["expected"]) for row in compared["rows"]] == [(1, 20)]


def test_another_badge_is_asked_before_a_count_is_taken_over(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "press COUNT", "scan A-01-1", f"scan {MUG}", "press SIGN_OUT")
    assert said(scene, f"scan {BOB}", f"scan {BOB}") == ["take_over_asked", "taken_over"]
    assert scene.do(f"scan {MUG}")["outcome"]["values"]["counted"] == 2


def test_a_bin_with_nothing_counted_is_no_open_work(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "press COUNT", "scan A-01-1")
    assert said(scene, "press SIGN_OUT", f"scan {BOB}") == ["signed_out", "signed_in"]


PICK_ALL = ("scan SO-1", "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1")
"""Leaves A-01-1 empty by the books, so that it is to be looked at."""


def waiting(scene: Scene) -> list[tuple[str, TaskState, str]]:
    assert scene.bench is not None
    tasks = scene.bench.station.world.open_tasks()
    return [(one.source, one.state, one.worked_by) for one in tasks]


@pytest.fixture
def checking(scene: Scene) -> Scene:
    """Ann is on her way to the bin that her pick has left empty."""
    scene.do("given stock A-01-1 MUG 2")
    said(scene, f"scan {ANN}", *PICK_ALL, "press HOLD")
    assert waiting(scene) == [("A-01-1", TaskState.OPEN, "")]
    assert said(scene, "press COUNT", "press NEXT") == ["count_opened", "count_begun"]
    return scene


def test_the_last_unit_of_a_bin_makes_a_count_that_ok_answers(checking: Scene) -> None:
    assert waiting(checking) == [("A-01-1", TaskState.DOING, "P1")]
    assert said(checking, "scan A-01-1", "press OK") == ["count_started", "count_right"]
    assert waiting(checking) == []
    assert counted(checking) == 1


def test_a_count_on_the_way_outlives_a_restart(checking: Scene) -> None:
    checking.reopen()
    assert said(checking, "scan A-02-1", "scan A-01-1") == ["count_other_bin", "count_started"]


def test_a_count_of_a_person_who_is_gone_is_anybodys_again(checking: Scene) -> None:
    said(checking, "press SIGN_OUT")
    asked = checking.do(f"scan {BOB}")["outcome"]
    assert (asked["kind"], asked["values"]["order"]) == ("take_over_asked", "A-01-1")
    assert checking.do("press HOLD")["outcome"] == {
        "kind": "count_task_left",
        "severity": "soft",
        "values": {"bin": "A-01-1"},
    }
    assert waiting(checking) == [("A-01-1", TaskState.OPEN, "")]


def test_a_count_that_the_centre_has_given_to_another_bench_stops(checking: Scene) -> None:
    assert checking.bench is not None
    checking.bench.feed(ClaimRefused(checking.bench.station.session.open_task, "P2"))
    assert said(checking, "scan A-01-1", "press OK", "press NEXT") == [
        "count_elsewhere",
        "cleared",
        "no_count_waits",
    ]


def test_the_view_of_a_count_tells_no_number_before_the_answer(checking: Scene) -> None:
    checking.do("given stock A-01-1 MUG 5919")
    for line in ("scan A-01-1", "press 4"):
        view = checking.do(line)["view"]
        assert "5917" not in str(view)
    assert checking.do("press OK")["view"]["rows"][0]["expected"] == 5917


@pytest.fixture
def benches(tmp_path: Path) -> Iterator[tuple[Scene, Scene]]:
    """Both signed in; they share one centre."""
    first, second = Scene(tmp_path, name="P1"), Scene(tmp_path, name="P2")
    assert first.run(SITE) == []
    assert second.run("scan B-ANN -> signed_in") == []
    yield first, second
    first.close()
    second.close()


COUNT_FOUR = ("press COUNT", "scan A-01-1", *[f"scan {MUG}"] * 4, *["press OK"] * 2, "press 0")


def test_two_benches_that_count_one_bin_offline(benches: tuple[Scene, Scene]) -> None:
    for bench in benches:
        said(bench, "offline")
        assert said(bench, *COUNT_FOUR)[-1] == "count_recorded"
    for bench in (*benches, benches[0]):
        said(bench, "online", "wait 5")
    assert [units(bench) for bench in benches] == [3, 3]
    assert [recounts(bench) for bench in benches] == [["A-01-1"], ["A-01-1"]]
    said(benches[0], "scan A-01-1")
    assert said(benches[0], *COUNT_FOUR[1:])[-1] == "count_recorded"
    said(benches[1], "wait 5")
    assert [units(bench) for bench in benches] == [4, 4]


def test_a_pick_that_is_heard_of_while_counting_is_not_counted_over(
    benches: tuple[Scene, Scene],
) -> None:
    counter, picker = benches
    said(counter, *COUNT_FOUR[:-3])
    said(picker, "scan SO-1")
    said(counter, "wait 1")  # the order was in this bench's reserve
    said(picker, "wait 1", "scan A-01-1", f"scan {MUG}")
    said(counter, "wait 5")
    assert said(counter, "press OK") == ["count_disturbed"]
    assert counted(counter) == 0
    assert said(counter, *[f"scan {MUG}"] * 4, "press OK")[-1] == "count_right"
    assert recounts(counter) == []


def test_a_pick_that_arrives_after_the_count(benches: tuple[Scene, Scene]) -> None:
    counter, picker = benches
    said(picker, "offline", "scan SO-1", "scan A-01-1", f"scan {MUG}")
    counter.clock.advance(600)
    assert said(counter, *COUNT_FOUR)[-1] == "count_recorded"
    said(picker, "online", "wait 5")
    said(counter, "wait 5")
    # Corrected once by the count, once more by the pick: a person has to look.
    assert (units(counter), recounts(counter)) == (3, ["A-01-1"])
