"""Which order home chooses: the next tote or walk, and never one of somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.station.home.view import HomeView
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.sync.news import ClaimsHeld
from tests.helpers.scenario import START, Scene
from tests.unit.station.conftest import (
    ANN,
    MUG,
    PACK_SO_2,
    PICK_SO_2,
    PICK_SO_7,
    POT,
    SUE,
    at_another_bench,
    said,
    shown,
)

PARK_SO_2 = ("scan T-2", "press HOLD", "scan SHELF-9")
LEASE = START + timedelta(hours=8)


@pytest.fixture
def ann(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


def claimed(scene: Scene, *orders: str) -> None:
    """This bench holds these orders and has no line to the centre."""
    assert scene.bench is not None
    scene.bench.go_offline()
    scene.bench.feed(ClaimsHeld({f"shop:{order}": LEASE for order in orders}))


def opened(scene: Scene) -> str:
    """The order that is open now."""
    assert scene.bench is not None
    return scene.bench.answers[-1].view.frame.order


# --- next ----------------------------------------------------------------------------------------


def test_next_packs_a_full_tote_before_it_picks(ann: Scene) -> None:
    assert said(ann, *PICK_SO_2, "press NEXT")[-1] == "order_opened"
    assert shown(ann, PackView).frame.order == "SO-2"


def test_next_picks_where_no_tote_waits(ann: Scene) -> None:
    assert said(ann, "press NEXT") == ["order_opened"]
    assert shown(ann, PickView).frame.order == "SO-1"


@pytest.mark.parametrize("button", ["NEXT", "PACK"])
def test_a_parked_order_is_passed_over(ann: Scene, button: str) -> None:
    assert said(ann, *PICK_SO_2, *PICK_SO_7, *PARK_SO_2)[-1] == "held"
    assert said(ann, f"press {button}") == ["order_opened"]
    assert shown(ann, PackView).frame.order == "SO-7"


def test_pack_takes_no_parked_order_although_nothing_else_waits(ann: Scene) -> None:
    assert said(ann, *PICK_SO_2, *PARK_SO_2, "press PACK")[-1] == "queue_empty"
    assert said(ann, "press NEXT") == ["order_opened"]
    assert shown(ann, PickView).frame.order == "SO-1"


def test_a_parked_order_is_opened_by_its_tote(ann: Scene) -> None:
    assert said(ann, *PICK_SO_2, *PARK_SO_2, "scan T-2")[-1] == "order_from_shelf"
    assert said(ann, "press HOLD", "scan SHELF-9", "press PACK")[-1] == "queue_empty"


def test_pick_passes_over_full_totes(ann: Scene) -> None:
    assert said(ann, *PICK_SO_2, "press PICK")[-1] == "order_opened"
    assert shown(ann, PickView).frame.order == "SO-1"


def test_pack_begins_no_walk(ann: Scene) -> None:
    assert said(ann, "press PACK") == ["queue_empty"]
    assert shown(ann, HomeView).to_pick == 2


def test_nothing_waits(ann: Scene) -> None:
    said(ann, *PICK_SO_2, *PACK_SO_2, "given order SO-1 lines=2xMUG,1xPOT cancelled")
    assert said(ann, "press PICK", "press PACK", "press NEXT") == ["queue_empty"] * 3


@pytest.mark.parametrize(
    ("role", "button", "answer"),
    [
        ("loader", "NEXT", "no_permission"),
        ("loader", "PICK", "no_permission"),
        ("loader", "PACK", "no_permission"),
        ("picker", "PACK", "no_permission"),
        ("packer", "PICK", "no_permission"),
        ("packer", "NEXT", "queue_empty"),
        ("picker", "NEXT", "order_opened"),
    ],
)
def test_nobody_is_given_what_is_not_his_work(
    scene: Scene, role: str, button: str, answer: str
) -> None:
    said(scene, f"given operator 40 badge=B-ROLE roles={role}", "scan B-ROLE")
    answered = scene.do(f"press {button}")["outcome"]
    assert answered["kind"] == answer
    if answer == "no_permission":
        asked = "packer" if button == "PACK" else "picker"
        assert answered["values"] == {"role": asked}


# --- what another bench works on ------------------------------------------------------------------


def test_a_walk_of_another_bench_is_passed_over(ann: Scene) -> None:
    at_another_bench(ann, SUE, "scan SO-1")
    said(ann, "press NEXT")
    assert opened(ann) == "SO-2"


def test_a_tote_that_another_bench_packs_is_passed_over(ann: Scene) -> None:
    said(ann, *PICK_SO_2)
    at_another_bench(ann, SUE, "scan T-2")
    assert said(ann, "press PACK") == ["queue_empty"]


def test_an_order_of_another_bench_is_not_opened(ann: Scene) -> None:
    at_another_bench(ann, SUE, "scan SO-1")
    answer = ann.do("scan SO-1")["outcome"]
    assert (answer["kind"], answer["values"]) == ("order_taken", {"order": "SO-1", "station": "P2"})
    assert opened(ann) == ""


def test_a_supervisor_who_takes_it_leaves_a_trace(scene: Scene) -> None:
    at_another_bench(scene, SUE, "scan SO-1")
    assert said(scene, f"scan {SUE}", "scan SO-1", "press OK", "scan SO-1")[1:] == [
        "take_order_asked",
        "cleared",
        "take_order_asked",
    ]
    answer = scene.do("scan SO-1")["outcome"]
    assert (answer["kind"], answer["values"]) == ("taken_over", {"operator": "P2", "order": "SO-1"})
    assert scene.bench is not None
    fact = scene.bench.file.history.facts_after(scene.bench.file.last_seq - 1, 1)[0]
    assert (fact.kind, fact.body) == ("taken_over", {"from": "P2"})


# --- which order is picked first ------------------------------------------------------------------


@pytest.mark.parametrize(
    "held",
    [
        ("SO-1", "SO-3", "SO-4", "SO-5"),
        ("SO-5", "SO-4", "SO-3", "SO-1"),
        ("SO-3", "SO-5", "SO-1", "SO-4"),
    ],
)
def test_of_the_claimed_orders_the_most_urgent_is_first(ann: Scene, held: tuple[str, ...]) -> None:
    """By priority, then by the time it must be gone, then by its name."""
    said(ann, "given order SO-3 lines=1xMUG cut_off=09:00")
    said(ann, "given order SO-4 lines=1xMUG priority=2", "given order SO-5 lines=1xMUG")
    claimed(ann, *held)
    walks = []
    for tote in ("T-50", "T-51", "T-52", "T-53"):
        said(ann, "press PICK")
        walks.append(opened(ann))
        said(ann, "scan A-01-1", f"scan {MUG}", f"scan {MUG}", f"scan {tote}")
        if opened(ann):  # a pot is left to pick of SO-1
            said(ann, "scan A-02-1", f"scan {POT}", f"scan {tote}")
    assert walks == ["SO-4", "SO-3", "SO-1", "SO-5"]


def test_a_claimed_order_comes_before_a_more_urgent_one_of_nobody(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=1xMUG priority=9")
    claimed(ann, "SO-2")
    said(ann, "press NEXT")
    assert opened(ann) == "SO-2"


def test_after_the_claimed_orders_those_of_nobody_come_in_queue_order(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=1xMUG priority=9")
    claimed(ann)
    said(ann, "press NEXT")
    assert opened(ann) == "SO-3"


def test_a_claimed_order_that_is_not_known_here_is_passed_over(ann: Scene) -> None:
    claimed(ann, "SO-99", "SO-2")
    said(ann, "press NEXT")
    assert opened(ann) == "SO-2"


def test_an_order_without_any_bin_is_passed_over(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=1xGHOST priority=9", "press PICK")
    assert opened(ann) == "SO-1"
