"""What a scan or a button opens at home."""

from __future__ import annotations

import pytest

from app.domain.facts import Kind
from app.station.home.view import HomeView
from app.station.labels.view import LabelsView
from app.station.load.view import LoadView
from app.station.order.view import OrderView
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import (
    ANN,
    MUG,
    PACK_SO_2,
    PACK_SO_7,
    PICK_SO_2,
    PICK_SO_7,
    SUE,
    gone,
    pull,
    said,
    shown,
)

BOX = "095213210000000018"


@pytest.fixture
def ann(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


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
    said(ann, *PICK_SO_2, *PACK_SO_2, "scan L-1", f"scan 00{BOX}", "press FINISH", "press OK")
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


def test_an_order_of_which_nothing_was_found(ann: Scene) -> None:
    assert said(ann, "scan SO-2", "press SHORT", "press OK")[-1] == "nothing_picked"
    assert said(ann, "scan SO-2") == ["waits_for_stock"]
    said(ann, "given stock A-09-1 MUG 3")
    assert said(ann, "wait 1", "press NEXT")[-1] == "order_opened"
    assert ann.do("scan A-01-1")["outcome"]["values"]["wanted"] == "A-09-1"


def test_a_number_of_two_orders_opens_neither(ann: Scene) -> None:
    ann.do("given order SO-2 lines=1xPOT channel=web")
    answer = ann.do("scan SO-2")["outcome"]
    assert (answer["kind"], answer["values"]) == ("ambiguous", {"code": "SO-2", "count": 2})


def test_a_tote_of_an_order_that_is_gone(ann: Scene) -> None:
    said(ann, *PICK_SO_2)
    pull(ann, gone(Kind.ORDER, "shop:SO-2"))
    assert said(ann, "scan T-2") == ["unknown_code"]


def test_a_parcel_that_is_gone(ann: Scene) -> None:
    said(ann, *PICK_SO_2, *PACK_SO_2)
    pull(ann, gone(Kind.PARCEL, BOX))
    assert said(ann, f"scan 00{BOX}") == ["unknown_code"]


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
    said(ann, *PICK_SO_2, *PACK_SO_2)
    answer = ann.do(f"scan 00{BOX}")["outcome"]
    assert (answer["kind"], answer["values"]) == ("shown", {"code": BOX, "what": "parcel"})
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


def test_a_packer_is_told_of_lines_that_are_still_to_be_picked(scene: Scene) -> None:
    said(scene, "given operator 40 badge=B-ROLE roles=packer", f"scan {ANN}", "scan SO-1")
    said(scene, "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1", "press HOLD")
    said(scene, "scan B-ROLE")
    values = scene.do("scan SO-1")["outcome"]["values"]
    assert values == {"order": "SO-1", "lines": 1, "bins": "A-02-1"}


def test_a_packer_is_told_of_the_nearest_bin_of_the_first_five_lines(scene: Scene) -> None:
    said(scene, "given operator 40 badge=B-ROLE roles=packer", "given stock A-02-1 MUG 5")
    for number in range(1, 6):
        said(scene, f"given bin B-0{number} walk=9", f"given stock B-0{number} P{number} 5")
    said(scene, "given order SO-3 lines=1xMUG,1xP1,1xP2,1xP3,1xP4,1xP5", "scan B-ROLE")
    values = scene.do("scan SO-3")["outcome"]["values"]
    assert (values["lines"], values["bins"]) == (6, "A-01-1, B-01, B-02, B-03, B-04")


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


def test_loading_is_begun_without_a_load(ann: Scene) -> None:
    answer = ann.do("press LOAD")["outcome"]
    assert (answer["kind"], answer["values"]) == ("shown", {"code": "", "what": "load"})
    assert shown(ann, LoadView).load == ""


def test_a_packer_counts_nothing(scene: Scene) -> None:
    said(scene, "given operator 40 badge=B-ROLE roles=packer", "scan B-ROLE")
    assert scene.do("press COUNT")["outcome"]["values"] == {"role": "picker"}


def test_a_button_of_another_screen(ann: Scene) -> None:
    assert said(ann, "press SKIP") == ["command_not_here"]


def test_the_last_labels_are_newest_first(ann: Scene) -> None:
    said(ann, *PICK_SO_2, *PACK_SO_2, *PICK_SO_7, *PACK_SO_7)
    said(ann, "press PRINT")
    assert [row.order for row in shown(ann, LabelsView).rows] == ["SO-7", "SO-2"]


def test_a_supervisor_does_everything(scene: Scene) -> None:
    assert said(scene, f"scan {SUE}", *PICK_SO_2, *PACK_SO_2)[-1] == "order_packed"
    assert said(scene, "press COUNT", "press HOME", "scan L-1")[-1] == "load_opened"


def test_another_benchs_printer_is_named_and_nothing_is_shown_of_it(scene: Scene) -> None:
    scene.close()
    scene.do("given printer Z2 elsewhere")
    scene.open()
    said(scene, f"scan {ANN}")
    assert said(scene, "scan PBPRN-Z2") == ["shown"]
    assert shown(scene, HomeView).card is None
    assert said(scene, "scan SO-2") == ["order_opened"], "the bench works on"
