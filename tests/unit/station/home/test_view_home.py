"""The home screen: what waits, what has been done today, and the card of a scanned thing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.config import Config
from app.domain.documents import BinDocument
from app.domain.outcome_anywhere import Anywhere
from app.domain.place import BinKind, PickFace
from app.importing.direct import import_documents
from app.station.home.outcome import HomePrompt
from app.station.home.view import Card, HomeView, QueueKind, QueueRow
from app.station.load.view import LoadRow
from tests.helpers.scenario import CUT_OFF, START, Scene
from tests.unit.station.conftest import (
    ANN,
    BOB,
    GIVEN,
    MUG,
    PACK_SO_2,
    PACK_SO_7,
    PICK_SO_2,
    PICK_SO_7,
    POT,
    at_another_bench,
    said,
    shown,
)

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def ann(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


def home(scene: Scene, *lines: str) -> HomeView:
    """The home screen after these lines."""
    said(scene, *lines)
    return shown(scene, HomeView)


def test_what_other_benches_may_have_reserved_is_not_shown(empty: Scene) -> None:
    scene = Scene(empty.home.root, config=Config(reserve=1))
    for line in GIVEN.strip().splitlines():
        scene.do(line)
    said(scene, f"scan {ANN}")
    assert len(home(scene, "press OK").queue) == 1
    assert home(scene, "press OK").to_pick == 2
    # Offline nobody knows what others do: all is shown.
    assert len(home(scene, "offline", "press OK").queue) == 2
    scene.close()


# --- the queue ------------------------------------------------------------------------------------


def test_it_asks_for_any_scan_and_says_the_time(ann: Scene) -> None:
    view = home(ann, "press OK")
    assert view.bar.prompt is HomePrompt.SCAN_ANYTHING
    assert view.outcome is not None and view.outcome.kind is Anywhere.CLEARED
    assert view.now == ann.clock.now()
    assert home(ann, "wait 60").now == view.now + timedelta(seconds=60)


def test_what_waits_is_counted(ann: Scene) -> None:
    view = home(ann, "press OK")
    assert (view.to_pick, view.to_pack, view.loads_open) == (2, 0, 1)
    view = home(ann, *PICK_SO_2)
    assert (view.to_pick, view.to_pack) == (1, 1)


def test_an_order_to_pick(ann: Scene) -> None:
    row = home(ann, "press OK").queue[0]
    assert row == QueueRow(
        kind=QueueKind.PICK,
        order="SO-1",
        customer="Ada Example",
        carrier="DHL",
        priority=0,
        lines=2,
        units=3,
        placed_at=START,
        cut_off=CUT_OFF,
        id="shop:SO-1",
    )


def test_an_urgent_order_of_a_company(ann: Scene) -> None:
    words = "lines=1xMUG priority=4 company=Initech cut_off=12:00 carrier=UPS"
    row = home(ann, f"given order SO-3 {words}").queue[0]
    assert (row.order, row.priority, row.customer) == ("SO-3", 4, "Initech")
    assert (row.cut_off, row.carrier) == (NOON, "UPS")


def test_an_order_in_totes_comes_before_those_to_pick(ann: Scene) -> None:
    view = home(ann, *PICK_SO_2)
    assert [(row.kind, row.order) for row in view.queue] == [
        (QueueKind.PACK, "SO-2"),
        (QueueKind.PICK, "SO-1"),
    ]
    assert (view.queue[0].tote, view.queue[0].lines, view.queue[0].units) == ("T-2", 1, 1)


def test_an_order_in_two_totes_names_both(ann: Scene) -> None:
    said(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}", "scan T-1", f"scan {MUG}", "scan T-1")
    view = home(ann, "scan A-02-1", f"scan {POT}", "scan T-5", "scan T-5")
    assert view.queue[0].tote == "T-1, T-5"


def test_what_is_left_of_a_walk_that_was_left(ann: Scene) -> None:
    said(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1")
    row = home(ann, "press HOLD").queue[0]
    assert (row.kind, row.order, row.lines, row.units) == (QueueKind.PICK, "SO-1", 1, 1)
    assert row.started_by == ""


def test_what_is_left_of_a_box_that_was_parked(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=3xMUG", "scan SO-3", "scan A-01-1", "press 3", f"scan {MUG}")
    said(ann, "scan T-3", "scan T-3", "press OK", f"scan {MUG}", "press HOLD")
    row = home(ann, "scan SHELF-9").queue[0]
    assert (row.kind, row.order, row.units, row.held) == (QueueKind.PACK, "SO-3", 2, True)


def test_an_order_that_another_bench_has_open(ann: Scene) -> None:
    at_another_bench(ann, BOB, "scan SO-2")
    rows = home(ann).queue
    assert [(row.order, row.started_by, row.held) for row in rows] == [
        ("SO-1", "", False),
        ("SO-2", "P2", False),
    ]


def test_an_order_of_which_every_unit_is_in_a_hand_is_not_to_be_picked(ann: Scene) -> None:
    at_another_bench(ann, BOB, "scan SO-2", "scan A-01-1", f"scan {MUG}")
    assert [row.order for row in home(ann).queue] == ["SO-1"]


def test_offline_each_order_is_where_this_bench_has_brought_it(ann: Scene) -> None:
    view = home(ann, "offline", *PICK_SO_2, "scan SO-1", "press HOLD")
    assert [(row.kind, row.order) for row in view.queue] == [
        (QueueKind.PACK, "SO-2"),
        (QueueKind.PICK, "SO-1"),
    ]
    assert (view.to_pick, view.to_pack) == (1, 1)


def test_of_a_long_queue_the_rows_are_shown_that_this_bench_has_reserved(ann: Scene) -> None:
    assert ann.bench is not None
    ann.bench.go_offline()  # all come with the first pull, and not one by one
    for number in range(30):
        said(ann, f"given order N-{number:02} lines=1xMUG")
    view = home(ann, "online", "press OK")
    assert view.to_pick == 32
    assert [row.order for row in view.queue] == ["N-00", "N-01", "N-02", "SO-1", "SO-2"]


# --- loads, exceptions, the day -------------------------------------------------------------------


def test_the_open_loads_by_their_cut_off(ann: Scene) -> None:
    said(ann, "given load L-2 carrier=DPD dock=9 cut_off=12:00", *PICK_SO_2)
    view = home(ann, *PACK_SO_2)
    assert view.loads == (
        LoadRow("L-2", "DPD", "9", NOON, loaded=0, expected=0),
        LoadRow("L-1", "DHL", "4", CUT_OFF, loaded=0, expected=1),
    )
    assert view.loads_open == 2


def test_a_load_that_has_left_is_not_among_them(ann: Scene) -> None:
    said(ann, *PICK_SO_2, *PACK_SO_2, "given load L-2 carrier=DPD")
    view = home(ann, "scan L-1", "scan 00095213210000000018", "press FINISH", "press OK")
    assert ([row.load for row in view.loads], view.loads_open) == (["L-2"], 1)


def test_an_exception_that_waits_for_a_person(ann: Scene) -> None:
    assert home(ann, "press OK").exceptions == 0
    said(ann, "scan SO-2", "press SHORT", "press OK")
    # The line is short, nothing was picked, and the goods of the next order lie in doubt.
    assert home(ann, "press OK").exceptions == 3


def test_what_somebody_has_packed_since_midnight(ann: Scene) -> None:
    view = home(ann, "press OK")
    assert (view.my_orders, view.my_units) == (0, 0)
    two = ("scan SO-3", "scan A-01-1", "press 2", f"scan {MUG}", "scan T-3", "scan T-3", "press OK")
    said(ann, "given order SO-3 lines=2xMUG", *two, "press 2", f"scan {MUG}", "scan 00$sscc")
    view = home(ann, *PICK_SO_2, *PACK_SO_2)
    assert (view.my_orders, view.my_units) == (2, 3)
    view = home(ann, f"scan {BOB}")
    assert (view.my_orders, view.my_units) == (0, 0)


def test_yesterday_is_over(ann: Scene) -> None:
    said(ann, *PICK_SO_2, *PACK_SO_2)
    ann.clock.advance(24 * 3600)
    view = home(ann, "press OK")
    assert (view.my_orders, view.my_units) == (0, 0)
    view = home(ann, *PICK_SO_7, *PACK_SO_7)
    assert (view.my_orders, view.my_units) == (1, 1)


def test_the_day_begins_at_midnight_sharp(ann: Scene) -> None:
    """The unit goes into its box at 23:59:59, and the order is packed a second later."""
    said(ann, *PICK_SO_2, "scan T-2", "press OK")
    today = ann.clock.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    midnight = today + timedelta(days=1)
    ann.clock.advance((midnight - ann.clock.now()).total_seconds() - 2)
    view = home(ann, f"scan {MUG}", "scan 00$sscc")
    assert view.now == midnight
    assert (view.my_orders, view.my_units) == (1, 0)


# --- the card -------------------------------------------------------------------------------------


def test_the_card_of_a_product(ann: Scene) -> None:
    said(ann, "given bin B-01-1 walk=7", "given stock B-01-1 MUG 3")
    said(ann, f"given product MUG barcode={MUG},MUG-OLD weight=340 picture=mug.png")
    assert home(ann, f"scan {MUG}").card == Card(
        "product",
        "MUG",
        (
            ("name", "Mug"),
            ("barcode", f"{MUG}, MUG-OLD"),
            ("weight", "340 g"),
            ("bins", "A-01-1: 20, B-01-1: 3"),
        ),
        "mug.png",
    )


def test_the_card_of_a_product_of_which_little_is_known(ann: Scene) -> None:
    assert home(ann, "given product VASE", "scan VASE").card == Card(
        "product", "VASE", (("name", "Vase"), ("barcode", ""), ("weight", "-"), ("bins", "-"))
    )


def test_a_scanned_case_shows_its_product_with_all_packs(ann: Scene) -> None:
    case = "19521321000008"
    given = f"given product MUG barcode={MUG} weight=340 inner=6 case=24/{case},MUGCASE"
    card = home(ann, given, f"scan {case}").card
    assert card is not None
    assert (card.what, card.title) == ("product", "MUG")
    assert card.rows[2:4] == (("inner", "× 6"), ("case", f"× 24 · {case} · MUGCASE"))


def test_the_card_of_a_bundle_counts_the_sets_that_stock_makes(ann: Scene) -> None:
    said(ann, "given bin B-01-1 walk=7", "given stock B-01-1 MUG 3")
    given = "given product GIFT barcode=GIFT-1 parts=MUG:4,POT:1 name=Gift"
    assert home(ann, given, "scan GIFT-1").card == Card(
        "product",
        "GIFT",
        (
            ("name", "Gift"),
            ("barcode", "GIFT-1"),
            ("weight", "-"),
            ("parts", "4 × MUG · 1 × POT"),
            ("whole_sets", "5"),
        ),
    )
    card = home(ann, "given product GIFT parts=MUG:10,POT:1", "scan GIFT").card
    assert card is not None and card.rows[-1] == ("whole_sets", "2")
    card = home(ann, "given product GIFT parts=MUG:1,VASE:1", "scan GIFT").card
    assert card is not None and card.rows[-1] == ("whole_sets", "0")


def test_the_card_of_a_bin(ann: Scene) -> None:
    said(ann, "given stock A-01-1 CANDLE 4 lot=L7", "given stock A-01-1 VASE 0")
    card = home(ann, "scan A-01-1").card
    assert card == Card("bin", "A-01-1", (("zone", "A"), ("stock", "MUG × 20, CANDLE L7 × 4")))


def test_the_card_of_an_empty_bin(ann: Scene) -> None:
    card = home(ann, "given bin -9 walk=9", "scan -9").card
    assert card == Card("bin", "-9", (("zone", "-"), ("stock", "-")))


def test_the_card_of_a_bin_that_is_special(ann: Scene) -> None:
    faces = (PickFace("MUG", 10, 40), PickFace("POT", 0, 5))
    locked = BinDocument("R-1", 9, kind=BinKind.RESERVE, locked="wet floor")
    bins = [locked, BinDocument("F-1", 10, faces=faces)]
    import_documents({"bins": bins}, ann.home, ann.home.centre_url, ann.clock)
    assert ann.bench is not None
    ann.bench.settle()
    card = home(ann, "scan R-1").card
    assert card is not None
    assert card.rows == (
        ("locked", "wet floor"),
        ("zone", "-"),
        ("kind", "reserve"),
        ("stock", "-"),
    )
    card = home(ann, "scan F-1").card
    assert card is not None
    assert card.rows == (("zone", "-"), ("kept", "MUG: 10 – 40, POT: 0 – 5"), ("stock", "-"))


def test_the_card_of_a_carton(ann: Scene) -> None:
    card = home(ann, "scan BOX-S").card
    rows = (("name", "BOX-S"), ("size", "250 × 200 × 150 mm"))
    assert card == Card("carton", "BOX-S", rows)


def test_no_card_before_anything_is_scanned(ann: Scene) -> None:
    assert home(ann, "press OK").card is None


@pytest.mark.parametrize("button", ["TEST", "PRINT"])
def test_a_card_does_not_come_back_after_another_screen(ann: Scene, button: str) -> None:
    said(ann, f"scan {MUG}", f"press {button}", "press LOCK")
    assert home(ann, f"scan {ANN}").card is None
