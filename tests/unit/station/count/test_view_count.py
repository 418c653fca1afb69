"""The counting screen: what is counted so far, and what was expected only once all is counted."""

from __future__ import annotations

import pytest

from app.domain.count.outcome import Counting, CountPrompt
from app.domain.outcome_work import WorkPrompt
from app.domain.packs import InPacks, PackCount, PackLevel
from app.station.count.view import CountedBin, CountRow, CountView
from app.station.views import LineView
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, POT, said, shown

CANDLE = "9521321000025"


@pytest.fixture
def counting(scene: Scene) -> Scene:
    """Ann is to count; no bin is scanned yet."""
    said(scene, f"given product CANDLE barcode={CANDLE} lot", f"scan {ANN}")
    assert said(scene, "press COUNT") == ["count_opened"]
    return scene


def count(scene: Scene, *lines: str) -> CountView:
    """The counting screen after these lines."""
    said(scene, *lines)
    return shown(scene, CountView)


def test_a_bin_is_to_be_scanned(counting: Scene) -> None:
    view = shown(counting, CountView)
    assert view.bar.prompt is CountPrompt.SCAN_BIN
    assert (view.bin, view.zone, view.line, view.lot) == ("", "", None, "")
    assert (view.rows, view.comparing, view.typed, view.finished) == ((), False, "", ())


def test_a_bin_that_is_being_counted(counting: Scene) -> None:
    view = count(counting, "scan A-01-1")
    assert (view.bin, view.zone, view.rows) == ("A-01-1", "A", ())
    assert (view.bar.prompt, view.bar.values) == (CountPrompt.COUNT_ITEMS, {"bin": "A-01-1"})
    assert view.outcome is not None and view.outcome.kind is Counting.COUNT_STARTED


def test_what_is_counted_is_shown_without_what_is_expected(counting: Scene) -> None:
    view = count(counting, "scan A-01-1", f"scan {MUG}", f"scan {POT}", f"scan {MUG}")
    assert view.rows == (CountRow("MUG", "Mug", "", 2), CountRow("POT", "Pot", "", 1))
    assert not view.comparing


def test_the_line_is_the_product_counted_last(counting: Scene) -> None:
    said(counting, f"given product POT barcode={POT} note=heavy picture=pot.png")
    view = count(counting, "scan A-01-1", f"scan {MUG}", f"scan {POT}", f"scan {POT}")
    assert view.line == LineView(
        0, "POT", "Pot", done=2, wanted=0, picture="pot.png", barcode=POT, note="heavy"
    )


def test_lots_are_counted_each_by_itself(counting: Scene) -> None:
    said(counting, "scan A-01-1", f"scan {CANDLE}", "scan L7", f"scan {CANDLE}", "scan L7")
    view = count(counting, f"scan {CANDLE}", "scan L8")
    assert view.rows == (
        CountRow("CANDLE", "Candle", "L7", 2),
        CountRow("CANDLE", "Candle", "L8", 1),
    )
    assert view.lot == "L8"
    assert view.line is not None and view.line.done == 1


def test_a_unit_whose_lot_is_asked_for_is_shown_already(counting: Scene) -> None:
    view = count(counting, "scan A-01-1", f"scan {MUG}", f"scan {CANDLE}")
    assert view.line is not None and (view.line.sku, view.line.done) == ("CANDLE", 0)
    assert (view.bar.prompt, view.lot) == (WorkPrompt.SCAN_LOT, "")


def test_a_number_is_shown_as_it_is_typed(counting: Scene) -> None:
    assert count(counting, "scan A-01-1", "press 1", "press 2").typed == "12"
    assert count(counting, f"scan {MUG}").typed == ""


def test_all_is_counted_and_what_was_expected_is_told(counting: Scene) -> None:
    said(counting, "given stock A-01-1 CANDLE 4 lot=L7", "scan A-01-1")
    view = count(counting, "press 1", "press 9", f"scan {MUG}", f"scan {POT}", "press OK")
    assert view.comparing
    assert view.bar.prompt is CountPrompt.RECORD_COUNT
    assert view.rows == (
        CountRow("MUG", "Mug", "", counted=19, expected=20),
        CountRow("POT", "Pot", "", counted=1, expected=0),
        CountRow("CANDLE", "Candle", "L7", counted=0, expected=4),
    )


def test_a_product_nobody_knows_any_more_has_no_name(counting: Scene) -> None:
    said(counting, "given bin B-01-1 walk=3", "given stock B-01-1 GHOST 2")
    (row,) = count(counting, "scan B-01-1", "press OK").rows
    assert row == CountRow("GHOST", "", "", counted=0, expected=2)


def test_the_bins_of_the_walk_newest_first(counting: Scene) -> None:
    said(counting, "scan A-01-1", "press 2", "press 0", f"scan {MUG}", "press OK")
    view = count(counting, "scan A-02-1", f"scan {POT}", "press OK", "press OK", "press 0")
    assert view.finished == (
        CountedBin("A-02-1", units=1, right=False),
        CountedBin("A-01-1", units=20, right=True),
    )
    assert (view.bin, view.line, view.rows) == ("", None, ())


def test_packs_are_shown_and_those_expected_only_while_comparing(counting: Scene) -> None:
    case = "19521321000008"
    said(counting, f"given product MUG barcode={MUG} weight=340 count case=6/{case}")
    (row,) = count(counting, "scan A-01-1", f"scan {case}", f"scan {MUG}").rows
    one = InPacks((PackCount(PackLevel.CASE, 1, 6),), 1)
    assert (row.counted, row.counted_in, row.expected_in) == (7, one, None)
    (row,) = count(counting, "press OK").rows
    assert (row.counted_in, row.expected) == (one, 20)
    assert row.expected_in == InPacks((PackCount(PackLevel.CASE, 3, 6),), 2)
