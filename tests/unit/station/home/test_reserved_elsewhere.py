"""An order in another bench's reserve is not worked on here until that bench has given it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.station.pick.view import PickView
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, BOB, MUG, PICK_SO_2, SUE, said, shown


@pytest.fixture
def ann(scene: Scene) -> Scene:
    said(scene, f"scan {ANN}")
    return scene


@pytest.fixture
def other(ann: Scene) -> Iterator[Scene]:
    """A second bench; the first one has all orders in its reserve."""
    scene = Scene(ann.home.root, name="P2")
    said(scene, f"scan {BOB}")
    yield scene
    scene.close()


def test_a_bench_that_is_away_keeps_its_orders(ann: Scene, other: Scene) -> None:
    said(ann, "offline")
    answer = other.do("scan SO-2")
    assert (answer["outcome"]["kind"], answer["outcome"]["severity"]) == ("order_reserved", "stop")
    assert answer["outcome"]["values"] == {"order": "SO-2", "station": "P1"}
    assert said(other, "scan SO-2", "press NEXT", "scan A-01-1")[:2] == [
        "order_reserved",
        "next_asked",
    ]
    assert said(ann, *PICK_SO_2)[-1] == "order_picked"
    assert said(ann, "online") and said(other, "wait 5", "scan SO-2")[-1] == "order_opened"


def test_what_was_scanned_opens_when_it_is_given_back(ann: Scene, other: Scene) -> None:
    assert said(other, "scan SO-2") == ["order_reserved"]
    said(ann, "wait 1")
    said(other, "wait 1")
    assert shown(other, PickView).frame.order == "SO-2"
    assert shown(other, PickView).frame.reserved


def test_who_has_gone_on_to_something_else_is_left_alone(ann: Scene, other: Scene) -> None:
    said(other, "scan SO-2", "press HOME")
    said(ann, "wait 1")
    assert said(other, "wait 1", "press OK")[-1] == "cleared"


def test_what_is_open_is_not_given_back(ann: Scene, other: Scene) -> None:
    said(ann, "scan SO-2")
    assert said(other, "wait 1", "scan SO-2")[-1:] == ["order_taken"]
    assert said(ann, "wait 1", "scan A-01-1", f"scan {MUG}")[-1] == "line_picked"


def test_offline_beyond_the_reserve_the_second_bench_is_stopped_at_its_next_scan(
    ann: Scene, other: Scene
) -> None:
    said(other, "offline", "scan SO-2", "scan A-01-1")
    assert not shown(other, PickView).frame.reserved
    said(other, f"scan {MUG}")
    said(ann, "scan SO-2")
    said(other, "online")
    answer = other.do(f"scan {MUG}")["outcome"]
    assert (answer["kind"], answer["values"]["units"]) == ("put_back_first", 1)
    assert said(other, "press OK") == ["held"]


def test_a_supervisor_takes_an_order_of_a_bench_that_is_away(ann: Scene) -> None:
    said(ann, "offline")
    boss = Scene(ann.home.root, name="P2")
    said(boss, f"scan {SUE}", "scan SO-2")
    assert said(boss, "scan SO-2", "scan SO-2") == ["take_order_asked", "taken_over"]
    boss.close()


def test_a_walk_that_was_left_is_in_nobodys_reserve_and_comes_up_again(ann: Scene) -> None:
    said(ann, "scan SO-1", "press HOLD", "scan SO-2", "press HOLD")
    assert said(ann, "press NEXT")[-1] == "order_opened"


def test_next_passes_over_what_was_just_denied(ann: Scene, other: Scene) -> None:
    """SO-1 was left by this bench, claimed again, and the bench went away before it began."""
    said(ann, "scan SO-1", "press HOLD", "scan SO-2", "press HOLD", "scan SO-1", "press LOCK")
    said(ann, "offline")
    assert said(other, "wait 1", "press NEXT")[-1] == "order_opened"
    assert shown(other, PickView).frame.order == "SO-2"


def test_next_opens_what_is_given_to_this_bench(ann: Scene, other: Scene) -> None:
    """Its claims are on their way, or other benches have all that waits and give one back."""
    assert said(other, "press NEXT") == ["next_asked"]
    said(ann, "wait 1")
    said(other, "wait 1")
    assert shown(other, PickView).frame.reserved
    assert shown(other, PickView).outcome is not None


def test_next_waits_no_longer_where_somebody_has_gone_on(ann: Scene, other: Scene) -> None:
    said(other, "press NEXT", "press HOME")
    said(ann, "wait 1")
    assert said(other, "wait 1", "press OK")[-1] == "cleared"


def test_next_opens_one_at_once_where_the_centre_goes_away(ann: Scene, other: Scene) -> None:
    said(other, "press NEXT", "offline")
    assert not shown(other, PickView).frame.reserved


def test_an_order_that_was_waited_for_and_lies_nowhere_is_said_once(
    ann: Scene, other: Scene
) -> None:
    said(ann, "given product LOST", "given order SO-60 lines=1xLOST", "wait 1")
    said(other, "wait 1", "scan SO-60")
    said(ann, "wait 1")
    said(other, "wait 1")
    assert other.bench is not None and other.bench.station.session.asked == ""
