"""Home chooses: which order is next, and what a scanned code opens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.station.views import HomeView, LabelsView, LoadView, OrderView, PackView, PickView
from app.sync.news import ClaimsHeld
from tests.helpers.scenario import START, Scene
from tests.unit.station.conftest import (
    ANN,
    MUG,
    PACK_SO_2,
    PACK_SO_7,
    PICK_SO_2,
    PICK_SO_7,
    POT,
    SUE,
    said,
    shown,
)

BOX = "095213210000000018"
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
    assert said(ann, *PICK_SO_2, *PARK_SO_2, "scan T-2")[-1] == "order_opened"
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


def test_an_order_without_any_bin_is_passed_over(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=1xGHOST priority=9", "press PICK")
    assert opened(ann) == "SO-1"


# --- what a scan opens ----------------------------------------------------------------------------


def test_an_order_to_pick(ann: Scene) -> None:
    assert said(ann, "scan SO-1") == ["order_opened"]
    assert shown(ann, PickView).frame.order == "SO-1"


def test_an_order_to_pack(ann: Scene) -> None:
    assert said(ann, *PICK_SO_2, "scan SO-2")[-1] == "order_opened"
    assert shown(ann, PackView).frame.order == "SO-2"


def test_an_order_that_is_packed_shows_what_happened_to_it(ann: Scene) -> None:
    assert said(ann, *PICK_SO_2, *PACK_SO_2, "scan SO-2")[-1] == "already_packed"
    assert shown(ann, OrderView).order == "SO-2"


def test_an_order_whose_label_is_not_proven_is_opened_at_its_label(ann: Scene) -> None:
    said(ann, *PICK_SO_2, "scan T-2", "press OK", f"scan {MUG}", "press FINISH")
    assert said(ann, "scan SO-2") == ["order_opened"]
    assert shown(ann, PackView).sscc == BOX


def test_an_order_that_has_left(ann: Scene) -> None:
    said(ann, *PICK_SO_2, *PACK_SO_2, "scan L-1", f"scan 00{BOX}", "press FINISH")
    assert said(ann, "scan SO-2") == ["already_shipped"]
    assert shown(ann, OrderView).state == "DISPATCHED"


def test_an_order_on_hold_says_why(ann: Scene) -> None:
    ann.do("given order SO-3 lines=1xMUG hold=unpaid")
    assert ann.do("scan SO-3")["outcome"] == {
        "kind": "order_on_hold",
        "severity": "bad",
        "values": {"order": "SO-3", "reason": "unpaid"},
    }


def test_a_cancelled_order(ann: Scene) -> None:
    assert said(ann, "given order SO-2 lines=1xMUG cancelled", "scan SO-2")[-1] == "order_cancelled"
    assert shown(ann, HomeView).to_pick == 1


def test_a_tote_opens_its_order_and_a_free_one_says_so(ann: Scene) -> None:
    assert said(ann, "scan T-2", *PICK_SO_2, "scan T-2") == [
        "tote_empty",
        "order_opened",
        "bin_ok",
        "line_picked",
        "order_picked",
        "order_opened",
    ]


def test_a_parcel_shows_its_order(ann: Scene) -> None:
    assert said(ann, *PICK_SO_2, *PACK_SO_2, f"scan 00{BOX}")[-1] == "shown"
    assert shown(ann, OrderView).order == "SO-2"


def test_a_load_is_opened(ann: Scene) -> None:
    assert said(ann, "scan L-1") == ["load_opened"]
    assert shown(ann, LoadView).load == "L-1"


@pytest.mark.parametrize(
    ("code", "what"), [(MUG, "product"), ("A-01-1", "bin"), ("BOX-S", "carton")]
)
def test_goods_and_places_show_a_card(ann: Scene, code: str, what: str) -> None:
    assert said(ann, f"scan {code}") == ["shown"]
    card = shown(ann, HomeView).card
    assert card is not None and card.what == what


def test_a_code_nobody_knows(ann: Scene) -> None:
    assert said(ann, "scan nothing") == ["unknown_code"]
    assert shown(ann, HomeView).card is None


def test_a_packer_is_told_where_an_order_waits_to_be_picked(scene: Scene) -> None:
    said(scene, "given operator 40 badge=B-ROLE roles=packer", "scan B-ROLE")
    answer = scene.do("scan SO-1")["outcome"]
    assert answer["kind"] == "not_picked_yet"
    assert answer["values"] == {"order": "SO-1", "lines": 2, "bins": "A-01-1, A-02-1"}


def test_a_picker_packs_nothing(scene: Scene) -> None:
    said(scene, "given operator 40 badge=B-ROLE roles=picker", "scan B-ROLE", *PICK_SO_2)
    assert said(scene, "scan T-2") == ["no_permission"]


@pytest.mark.parametrize("line", ["scan L-1", "press LOAD"])
def test_a_packer_loads_nothing(scene: Scene, line: str) -> None:
    said(scene, "given operator 40 badge=B-ROLE roles=packer", "scan B-ROLE")
    assert scene.do(line)["outcome"]["values"] == {"role": "loader"}


# --- commands -------------------------------------------------------------------------------------


@pytest.mark.parametrize("button", ["HOME", "CLEAR", "OK", "UNDO"])
def test_a_card_is_put_away(ann: Scene, button: str) -> None:
    assert said(ann, f"scan {MUG}", f"press {button}") == ["shown", "cleared"]
    assert shown(ann, HomeView).card is None


def test_a_bin_that_is_shown_is_counted_at_once(ann: Scene) -> None:
    assert said(ann, "scan A-01-1", "press COUNT") == ["shown", "count_started"]
    assert said(ann, "press HOME", f"scan {MUG}", "press COUNT")[1:] == ["shown", "count_opened"]


def test_a_button_of_another_screen(ann: Scene) -> None:
    assert said(ann, "press SKIP") == ["command_not_here"]


def test_the_last_labels_are_newest_first(ann: Scene) -> None:
    said(ann, *PICK_SO_2, *PACK_SO_2, *PICK_SO_7, *PACK_SO_7)
    said(ann, "press PRINT")
    assert [row.order for row in shown(ann, LabelsView).rows] == ["SO-7", "SO-2"]


def test_a_supervisor_does_everything(scene: Scene) -> None:
    assert said(scene, f"scan {SUE}", *PICK_SO_2, *PACK_SO_2)[-1] == "order_packed"
    assert said(scene, "press COUNT", "press HOME", "scan L-1")[-1] == "load_opened"
