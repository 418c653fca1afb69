"""The pack screen: which box, what goes into it, what it weighs, and what became of its label."""

from __future__ import annotations

import pytest

from app.config import Config
from app.domain.facts import Kind
from app.domain.outcome import outcome
from app.domain.outcome_work import WorkPrompt
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.packs import InPacks, PackCount, PackLevel
from app.domain.world import Want, Wish
from app.labels.slip import PackingSlip
from app.station.pack.view import CartonChoice, PackView
from app.station.paper import document
from app.station.views import KitView, LabelState, LineView
from tests.helpers.held_desk import HeldDesk
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import (
    ANN,
    MUG,
    PICK_SO_2,
    PICK_SO_7,
    POT,
    gone,
    pull,
    said,
    shown,
)

BOX = "095213210000000018"
PICK_SO_1 = (
    *("scan SO-1", "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1"),
    *("scan A-02-1", f"scan {POT}", "scan T-1"),
)


@pytest.fixture
def opened(scene: Scene) -> Scene:
    """Order SO-1, two mugs and a pot, stands in its tote before an open task without a box."""
    assert said(scene, f"scan {ANN}", *PICK_SO_1, "scan T-1")[-1] == "order_opened"
    return scene


def pack(scene: Scene, *lines: str) -> PackView:
    """The pack screen after these lines."""
    said(scene, *lines)
    return shown(scene, PackView)


# --- the box --------------------------------------------------------------------------------------


def test_a_box_is_chosen_from_the_smallest_to_the_largest(opened: Scene) -> None:
    said(opened, "given carton BOX-L 600x400x400 tare=650", "given carton BOX-A 400x300x300")
    view = pack(opened, "press UNDO")
    assert view.cartons == (
        CartonChoice("BOX-S", "BOX-S", suggested=True),
        CartonChoice("BOX-A", "BOX-A", suggested=False),
        CartonChoice("BOX-L", "BOX-L", suggested=False),
    )
    assert view.bar.prompt is PackPrompt.CHOOSE_CARTON
    assert view.bar.values == {"carton": "BOX-S"}
    assert (view.parcel, view.carton, view.sscc, view.carrier) == (1, "", "", "DHL")


def test_a_chosen_box_has_a_number(opened: Scene) -> None:
    view = pack(opened, "press OK")
    assert (view.parcel, view.carton, view.sscc) == (1, "BOX-S", BOX)
    assert view.cartons == ()
    assert view.outcome is not None and view.outcome.kind is Packing.CARTON_CHOSEN


def test_the_second_box(opened: Scene) -> None:
    view = pack(opened, "press OK", f"scan {MUG}", "press BOX", f"scan 00{BOX}")
    assert (view.parcel, view.sscc) == (2, "")
    assert view.bar.prompt is PackPrompt.CHOOSE_CARTON


# --- the lines ------------------------------------------------------------------------------------


def test_lines_of_a_bundle_say_how_many_sets_are_whole(scene: Scene) -> None:
    given = "given product GIFT parts=MUG:2,POT:1 name=Gift"
    picked: tuple[str, ...] = ("scan SO-9", "scan A-01-1", "press 4", f"scan {MUG}", "scan T-9")
    picked += (f"scan {MUG}", "scan T-9", "scan A-02-1", f"scan {POT}", f"scan {POT}", "scan T-9")
    said(scene, given, "given order SO-9 lines=2xGIFT,1xMUG", f"scan {ANN}", *picked)
    view = pack(scene, "scan T-9", "press OK", f"scan {MUG}", f"scan {MUG}", f"scan {POT}")
    gift = KitView(1, "GIFT", "Gift", 1, 2)
    assert [(line.sku, line.done, line.wanted, line.kit) for line in view.lines] == [
        ("MUG", 2, 4, gift),
        ("POT", 1, 2, gift),
        ("MUG", 0, 1, None),
    ]
    assert view.outcome == outcome(Packing.SET_COMPLETE, kit="Gift", done=1, wanted=2)
    assert view.details()["sets"] == [{"sku": "GIFT", "done": 1, "wanted": 2}]
    assert scene.bench is not None
    made = document(Wish(Want.SLIP, view.sscc), scene.bench.station.world, Config(), "en")
    assert made is not None and isinstance(made.content, PackingSlip)
    gift_line, mug = made.content.lines
    assert (gift_line.sku, gift_line.ordered, gift_line.here, gift_line.short) == ("GIFT", 2, 1, 0)
    assert [(one.sku, one.ordered, one.here) for one in gift_line.parts] == [
        ("MUG", 4, 2),
        ("POT", 2, 1),
    ]
    assert (mug.sku, mug.parts) == ("MUG", ())


def test_all_lines_are_shown_and_the_open_one_is_marked(opened: Scene) -> None:
    said(opened, f"given product MUG barcode={MUG} weight=340 note=fragile picture=mug.png")
    view = pack(opened, "press OK", f"scan {MUG}", "press OK")
    mug = LineView(1, "MUG", "Mug", 1, 2, "mug.png", MUG, "fragile", current=True)
    pot = LineView(2, "POT", "Pot", 0, 1, barcode=POT)
    assert view.lines == (mug, pot)
    assert (view.line, view.last) == (mug, mug)


def test_before_the_first_scan_the_first_open_line_is_current(opened: Scene) -> None:
    view = pack(opened, "press OK")
    assert view.line is not None and view.line.sku == "MUG"
    assert view.last is None


def test_a_complete_line_makes_room_for_the_next(opened: Scene) -> None:
    view = pack(opened, "press OK", f"scan {POT}")
    assert view.last is not None and (view.last.sku, view.last.current) == ("POT", False)
    assert view.line is not None and (view.line.sku, view.line.current) == ("MUG", True)


def test_the_last_line_stays_when_all_is_packed(opened: Scene) -> None:
    view = pack(opened, "press OK", f"scan {MUG}", f"scan {MUG}", f"scan {POT}")
    assert view.line == view.last
    assert view.line is not None and (view.line.sku, view.line.done) == ("POT", 1)
    assert not any(line.current for line in view.lines)


def test_a_short_line_says_how_much_will_not_come(opened: Scene) -> None:
    view = pack(opened, "press OK", f"scan {MUG}", "press SHORT", "press OK")
    assert [(line.sku, line.done, line.wanted, line.short) for line in view.lines] == [
        ("MUG", 1, 2, 1),
        ("POT", 0, 1, 0),
    ]


def test_a_product_nobody_knows_has_the_name_the_order_gave_it(scene: Scene) -> None:
    said(scene, "given bin B-01-1 walk=3", "given stock B-01-1 GHOST 9", f"scan {ANN}")
    said(scene, "given order SO-3 lines=1xGHOST", "scan SO-3", "scan B-01-1", "scan GHOST")
    (line,) = pack(scene, "scan T-3", "scan T-3").lines
    assert (line.sku, line.name, line.barcode) == ("GHOST", "GHOST", "GHOST")


def test_the_wrong_product_is_shown(opened: Scene) -> None:
    said(opened, "given product VASE barcode=9521321000049")
    view = pack(opened, "press OK", "scan 9521321000049")
    assert view.wrong is not None and (view.wrong.sku, view.wrong.name) == ("VASE", "Vase")
    assert pack(opened, f"scan {MUG}").wrong is None


# --- what is half done ----------------------------------------------------------------------------


def test_a_number_is_shown_as_it_is_typed(opened: Scene) -> None:
    assert pack(opened, "press OK", "press 2").typed == "2"
    assert pack(opened, f"scan {MUG}").typed == ""


def test_a_unit_is_to_be_taken_out(opened: Scene) -> None:
    view = pack(opened, "press OK", f"scan {MUG}")
    assert not view.removing
    view = pack(opened, "press REMOVE")
    assert (view.removing, view.bar.prompt) == (True, WorkPrompt.SCAN_OUT)


# --- the weight -----------------------------------------------------------------------------------


def test_the_weight_of_a_full_box_beside_the_expected_one(scene: Scene) -> None:
    view = pack(scene, f"scan {ANN}", *PICK_SO_2, "scan T-2", "press OK", f"scan {MUG}")
    assert (view.grams, view.expected_g) == (None, 490)  # the mug, the box and what fills it
    assert pack(scene, "weigh 491").grams == 491


def test_without_a_box_nothing_is_expected(opened: Scene) -> None:
    view = pack(opened, "press UNDO")
    assert (view.grams, view.expected_g, view.label_reason) == (None, None, "")


def test_the_last_box_on_the_scale_is_named_only_while_the_next_one_is_open(scene: Scene) -> None:
    said(scene, f"scan {ANN}", *PICK_SO_7, *PICK_SO_2, "scan T-2", "press OK", f"scan {MUG}")
    assert said(scene, "weigh 490", "scan 00$sscc", "scan T-7")[-1] == "order_opened"
    assert said(scene, "weigh 491", "press OK", "weigh 492") == [
        "weight_noted",
        "carton_chosen",
        "stale_weight",
    ]


def test_an_order_that_is_gone_while_it_is_packed_leaves_an_empty_screen(opened: Scene) -> None:
    said(opened, "press OK")
    pull(opened, gone(Kind.ORDER, "shop:SO-1"))
    view = shown(opened, PackView)
    assert (view.line, view.lines, view.carrier) == (None, (), "")
    assert (view.frame.order, view.frame.done, view.frame.wanted) == ("", 0, 0)


# --- the label ------------------------------------------------------------------------------------


@pytest.fixture
def boxed(scene: Scene) -> Scene:
    """The box of SO-2 is open, and its only unit is still to come."""
    assert said(scene, f"scan {ANN}", *PICK_SO_2, "scan T-2", "press OK")[-1] == "carton_chosen"
    return scene


def test_a_box_in_work_has_no_label(boxed: Scene) -> None:
    assert shown(boxed, PackView).label is LabelState.NONE


def test_a_label_that_is_being_made(boxed: Scene) -> None:
    HeldDesk.of(boxed)
    assert pack(boxed, f"scan {MUG}").label is LabelState.WANTED


def test_a_label_that_the_printer_took(boxed: Scene) -> None:
    view = pack(boxed, f"scan {MUG}")
    assert (view.label, view.label_reason) == (LabelState.SENT, "")
    assert not view.asks_reprint


def test_a_label_that_failed_says_why(boxed: Scene) -> None:
    view = pack(boxed, "given printer broken", f"scan {MUG}")
    assert (view.label, view.label_reason) == (LabelState.FAILED, "paper_out")


def test_a_label_in_doubt_says_why(boxed: Scene) -> None:
    view = pack(boxed, "given printer doubtful", f"scan {MUG}")
    assert (view.label, view.label_reason) == (LabelState.DOUBTFUL, "paper_out")


def test_why_a_label_is_wanted_again_is_asked(boxed: Scene) -> None:
    view = pack(boxed, f"scan {MUG}", "press PRINT")
    assert (view.asks_reprint, view.label) == (True, LabelState.SENT)


def test_what_is_left_of_a_line_is_shown_as_packs(scene: Scene) -> None:
    case = "19521321000008"
    said(scene, f"given product MUG barcode={MUG} weight=340 count case=6/{case}", f"scan {ANN}")
    said(scene, "given order SO-9 lines=17xMUG", "scan SO-9", "scan A-01-1", "press 2")
    said(scene, f"scan {case}", "press 5", f"scan {MUG}", "scan T-9", "scan T-9", "press OK")
    view = pack(scene, f"scan {case}")
    assert view.line is not None
    assert view.line.left == InPacks((PackCount(PackLevel.CASE, 1, 6),), 5)
    assert view.lines[0].left == view.line.left
