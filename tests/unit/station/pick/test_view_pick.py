"""The pick screen: where to go, what to take, how much of it, and what comes after."""

from __future__ import annotations

import pytest

from app.domain.facts import Kind
from app.domain.outcome import Prompt
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.packs import InPacks, PackCount, PackLevel
from app.domain.pick.outcome import PickPrompt
from app.station.pick.view import PickView, WalkStop
from app.station.views import LineView
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, POT, gone, pull, said, shown

CANDLE, CLOCK = "9521321000025", "9521321000032"


@pytest.fixture
def ann(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


def seen(scene: Scene, *lines: str) -> PickView:
    """The pick screen after these lines."""
    said(scene, *lines)
    return shown(scene, PickView)


# --- the walk -------------------------------------------------------------------------------------


def test_the_first_stop_and_the_way_ahead(ann: Scene) -> None:
    view = seen(ann, "scan SO-1")
    assert (view.stop, view.stops, view.bin, view.zone) == (1, 2, "A-01-1", "A")
    assert view.next_stops == (WalkStop("A-02-1", "A", "POT", "Pot", 1),)
    assert view.bar.prompt is PickPrompt.GO_TO_BIN and view.bar.values == {"bin": "A-01-1"}
    assert (view.tote, view.bin_confirmed) == ("", False)
    assert view.outcome is not None and view.outcome.kind is Working.ORDER_OPENED


def test_the_second_stop(ann: Scene) -> None:
    view = seen(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1")
    assert (view.stop, view.stops, view.bin) == (2, 2, "A-02-1")
    assert (view.line.sku, view.tote, view.next_stops) == ("POT", "T-1", ())


def test_a_bin_is_confirmed_by_its_scan(ann: Scene) -> None:
    view = seen(ann, "scan SO-1", "scan A-01-1")
    assert view.bin_confirmed
    assert view.bar.prompt is PickPrompt.SCAN_PRODUCT


def test_a_stop_left_out_comes_later_with_what_is_left_of_it(ann: Scene) -> None:
    view = seen(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}", "scan T-1", "press SKIP")
    assert (view.stop, view.stops, view.bin) == (1, 2, "A-02-1")
    assert view.next_stops == (WalkStop("A-01-1", "A", "MUG", "Mug", 1),)


def test_of_a_long_walk_four_stops_ahead_are_shown(ann: Scene) -> None:
    for number in range(1, 7):
        said(ann, f"given product P{number}", f"given bin C-0{number} walk={number + 10}")
        said(ann, f"given stock C-0{number} P{number} 5")
    lines = ",".join(f"1xP{number}" for number in range(1, 7))
    view = seen(ann, f"given order SO-3 lines={lines}", "scan SO-3")
    assert [stop.bin for stop in view.next_stops] == ["C-02", "C-03", "C-04", "C-05"]
    assert (view.bin, view.zone, view.stops) == ("C-01", "C", 6)


def test_after_a_short_the_nearest_other_bin_comes_next(ann: Scene) -> None:
    said(ann, "given bin B-01-1 walk=9", "given bin C-01-1 walk=4", "given bin D-01-1 walk=12")
    said(ann, *(f"given stock {place} MUG 5" for place in ("B-01-1", "C-01-1", "D-01-1")))
    said(ann, "given order SO-3 lines=7xMUG", "scan SO-3", "scan A-01-1", "press SHORT", "press 0")
    view = seen(ann, "press OK")
    assert view.bin == "C-01-1"
    assert view.next_stops == (WalkStop("B-01-1", "B", "MUG", "Mug", 2),)


def test_bins_nobody_knows_any_more_are_in_no_zone(ann: Scene) -> None:
    said(ann, "scan SO-1")
    pull(ann, gone(Kind.BIN, "A-01-1"), gone(Kind.BIN, "A-02-1"))
    view = seen(ann, "press UNDO")
    assert (view.bin, view.zone) == ("A-01-1", "")
    assert view.next_stops == (WalkStop("A-02-1", "", "POT", "Pot", 1),)


# --- the line -------------------------------------------------------------------------------------


def test_the_line_shows_the_product_and_how_much_of_it_is_taken(ann: Scene) -> None:
    said(ann, f"given product VASE barcode={CANDLE} note=fragile picture=vase.png")
    said(ann, "given bin B-01-1 walk=3", "given stock B-01-1 VASE 9")
    said(ann, "given order SO-3 lines=1xMUG,3xVASE", "scan SO-3", "press SKIP", "scan B-01-1")
    assert seen(ann, f"scan {CANDLE}").line == LineView(
        number=2,
        sku="VASE",
        name="Vase",
        done=1,
        wanted=3,
        picture="vase.png",
        barcode=CANDLE,
        note="fragile",
    )


def test_a_product_without_a_barcode_shows_its_sku(ann: Scene) -> None:
    said(ann, "given product VASE", "given bin B-01-1 walk=3", "given stock B-01-1 VASE 9")
    view = seen(ann, "given order SO-3 lines=1xVASE", "scan SO-3")
    assert (view.line.barcode, view.line.picture, view.line.note) == ("VASE", "", "")


def test_a_product_of_which_only_its_place_is_known(ann: Scene) -> None:
    said(ann, "given bin B-01-1 walk=3", "given stock B-01-1 GHOST 9")
    view = seen(ann, "given order SO-3 lines=1xGHOST,1xMUG", "scan SO-3", "press SKIP")
    assert view.line == LineView(1, "GHOST", "", done=0, wanted=1, barcode="GHOST")
    assert view.next_stops == (WalkStop("A-01-1", "A", "MUG", "Mug", 1),)
    assert seen(ann, "press SKIP").next_stops == (WalkStop("B-01-1", "B", "GHOST", "", 1),)


def test_the_wrong_product_is_shown_beside_the_right_one(ann: Scene) -> None:
    view = seen(ann, "scan SO-1", "scan A-01-1", f"scan {POT}")
    assert view.wrong is not None
    assert (view.wrong.sku, view.wrong.name, view.wrong.barcode) == ("POT", "Pot", POT)
    assert seen(ann, f"scan {MUG}").wrong is None


# --- what is half done ----------------------------------------------------------------------------


def test_how_many_were_found_is_shown_as_it_is_typed(ann: Scene) -> None:
    view = seen(ann, "scan SO-1", "scan A-01-1", "press SHORT", "press 1")
    assert (view.found, view.bar.prompt) == ("1", WorkPrompt.HOW_MANY_FOUND)


def test_the_lot_and_expiry_of_the_unit_in_the_hand(ann: Scene) -> None:
    said(ann, f"given product CANDLE barcode={CANDLE} lot expiry", "given bin B-01-1 walk=3")
    said(ann, "given stock B-01-1 CANDLE 9", "given order SO-3 lines=1xCANDLE", "scan SO-3")
    view = seen(ann, "scan B-01-1", f"scan {CANDLE}", "scan L7")
    assert (view.lot, view.expiry, view.bar.prompt) == ("L7", "", WorkPrompt.SCAN_EXPIRY)


def test_what_a_gs1_code_tells_of_the_unit_in_the_hand(ann: Scene) -> None:
    said(ann, f"given product CLOCK barcode={CLOCK} serial expiry lot", "given bin B-01-1 walk=3")
    said(ann, "given stock B-01-1 CLOCK 9", "given order SO-3 lines=1xCLOCK", "scan SO-3")
    view = seen(ann, "scan B-01-1", f"scan ]C1010{CLOCK}1726123121SN-7")
    assert (view.lot, view.expiry, view.serial) == ("", "2026-12-31", "SN-7")
    assert view.bar.prompt is WorkPrompt.SCAN_LOT


def test_nothing_is_in_the_hand(ann: Scene) -> None:
    view = seen(ann, "scan SO-1", "scan A-01-1")
    assert (view.found, view.lot, view.expiry, view.serial) == ("", "", "", "")


@pytest.mark.parametrize(
    ("button", "prompt"),
    [("DAMAGED", WorkPrompt.SCAN_DAMAGED), ("SHORT", WorkPrompt.HOW_MANY_FOUND)],
)
def test_a_tote_is_no_answer_to_a_question(ann: Scene, button: str, prompt: Prompt) -> None:
    """A unit is in the hand; the tote must not take it while something else is asked."""
    said(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}", f"press {button}")
    assert said(ann, "scan T-1") == ["not_here"]
    view = shown(ann, PickView)
    assert (view.bar.prompt, view.tote) == (prompt, "")
    order = ann.bench.station.world.order("shop:SO-1") if ann.bench else None
    assert order is not None and order.totes == () and order.lines[0].put == 0


def test_what_is_left_is_shown_as_packs(ann: Scene) -> None:
    case = "19521321000008"
    ann.do(f"given product MUG barcode={MUG} weight=340 count case=6/{case}")
    ann.do("given order SO-9 lines=17xMUG,1xPOT")
    view = seen(ann, "scan SO-9", "scan A-01-1")
    six = PackCount(PackLevel.CASE, 2, 6)
    assert view.line.left == InPacks((six,), 5)
    view = seen(ann, f"scan {case}")
    assert (view.line.done, view.line.left) == (6, InPacks((PackCount(PackLevel.CASE, 1, 6),), 5))
    view = seen(ann, f"scan {case}", *[f"scan {MUG}"] * 5)
    assert (view.line.done, view.line.left) == (17, None)
    assert seen(ann, "scan T-1").line.left is None, "a pot has no packs"
