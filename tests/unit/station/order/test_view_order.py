"""The order screen: how far an order is, its lines and parcels, and what has happened to it."""

from __future__ import annotations

import pytest

from app.domain.facts import Kind
from app.domain.packs import InPacks, PackCount, PackLevel
from app.station.home.outcome import AtHome, HomePrompt
from app.station.home.view import HomeView
from app.station.order.view import OrderView, ParcelRow, TimelineRow
from app.station.views import LabelState, LineView
from tests.helpers.scenario import START, Scene
from tests.unit.station.conftest import ANN, MUG, PACK_SO_2, PICK_SO_2, gone, pull, said, shown

FIRST, SECOND = "095213210000000018", "095213210000000025"


@pytest.fixture
def ann(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


def order(scene: Scene, *lines: str) -> OrderView:
    """The order screen after these lines."""
    said(scene, *lines)
    return shown(scene, OrderView)


def test_a_packed_order(ann: Scene) -> None:
    view = order(ann, *PICK_SO_2, *PACK_SO_2, "scan SO-2")
    assert (view.order, view.state, view.sub_state) == ("SO-2", "PICKING", "packed")
    assert (view.customer, view.carrier) == ("Ada Example", "DHL")
    assert view.bar.prompt is HomePrompt.SCAN_ANYTHING
    assert view.outcome is not None and view.outcome.kind is AtHome.ALREADY_PACKED
    assert (view.frame.order, view.frame.customer) == ("SO-2", "Ada Example")
    assert view.lines == (LineView(1, "MUG", "Mug", done=1, wanted=1),)
    assert view.parcels == (ParcelRow(1, FIRST, "BOX-S", LabelState.PROVEN, "P1", None),)


def test_an_order_of_a_company_that_has_left(ann: Scene) -> None:
    said(ann, "given order SO-2 lines=1xMUG company=Initech", *PICK_SO_2, *PACK_SO_2)
    view = order(ann, "scan L-1", f"scan 00{FIRST}", "press FINISH", "press OK", "scan SO-2")
    assert (view.state, view.sub_state, view.customer) == ("DISPATCHED", "manifested", "Initech")
    assert view.parcels[0].place == "L-1"


def test_a_line_that_was_short(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=3xMUG", "scan SO-3", "scan A-01-1", "press 2", f"scan {MUG}")
    said(ann, "press SHORT", "press 2", "press OK", "scan T-3", "scan T-3", "press OK", "press 2")
    (line,) = order(ann, f"scan {MUG}", f"scan 00{FIRST}", "scan SO-3").lines
    assert (line.done, line.wanted, line.short) == (2, 3, 1)


def test_two_parcels_with_what_the_scale_said(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=2xMUG", "scan SO-3", "scan A-01-1", "press 2", f"scan {MUG}")
    said(ann, "scan T-3", "scan T-3", "press OK", f"scan {MUG}", "press BOX", "weigh 490")
    said(ann, f"scan 00{FIRST}", "press OK", f"scan {MUG}", "weigh 0", "press FINISH")
    view = order(ann, f"scan 00{SECOND}")
    assert view.parcels == (
        ParcelRow(1, FIRST, "BOX-S", LabelState.PROVEN, "P1", 490),
        ParcelRow(2, SECOND, "BOX-S", LabelState.SENT, "P1", None),
    )


def test_a_parcel_whose_label_failed(ann: Scene) -> None:
    said(ann, *PICK_SO_2, "scan T-2", "press OK", "given printer broken", f"scan {MUG}")
    (parcel,) = order(ann, "press FINISH", f"scan 00{FIRST}").parcels
    assert parcel.label is LabelState.FAILED


def test_a_box_in_work_whose_label_was_never_wanted(ann: Scene) -> None:
    said(ann, *PICK_SO_2, "scan T-2", "press OK", "press HOLD", "scan SHELF-9")
    (parcel,) = order(ann, f"scan 00{FIRST}").parcels
    assert parcel.label is LabelState.NONE


def test_a_voided_box_is_not_shown(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=2xMUG", "scan SO-3", "scan A-01-1", "press 2", f"scan {MUG}")
    said(ann, "scan T-3", "scan T-3", "press OK", f"scan {MUG}", "press BOX", f"scan 00{FIRST}")
    said(ann, "press OK", "press FINISH", "press OK")  # the rest does not come
    assert [row.sscc for row in order(ann, "scan SO-3").parcels] == [FIRST]


def test_a_box_of_which_only_the_order_knows(ann: Scene) -> None:
    said(ann, *PICK_SO_2, *PACK_SO_2)
    pull(ann, gone(Kind.PARCEL, FIRST))
    assert order(ann, "scan SO-2").parcels == (ParcelRow(0, FIRST, "", LabelState.NONE, "", None),)


@pytest.mark.parametrize("code", ["SO-2", f"00{FIRST}"])
def test_an_order_that_is_gone_while_it_is_shown_gives_way_to_home(ann: Scene, code: str) -> None:
    order(ann, *PICK_SO_2, *PACK_SO_2, f"scan {code}")
    pull(ann, gone(Kind.ORDER, "shop:SO-2"))
    assert shown(ann, HomeView).card is None


# --- the timeline ---------------------------------------------------------------------------------


def test_the_timeline_begins_where_the_order_came_from(ann: Scene) -> None:
    first = order(ann, *PICK_SO_2, *PACK_SO_2, "scan SO-2").timeline[0]
    assert first == TimelineRow(
        START, "order_placed", "shop", "", "", "applied", {"channel": "shop"}
    )


def test_the_timeline_tells_what_happened_oldest_first(ann: Scene) -> None:
    rows = order(ann, *PICK_SO_2, *PACK_SO_2, "scan SO-2").timeline
    assert [row.what for row in rows] == [
        "order_placed",
        "pick_started",
        "unit_picked",
        "put_in_tote",
        "order_picked",
        "pack_started",
        "parcel_opened",
        "unit_packed",
        "parcel_sealed",
        "label_sent",
        "label_proven",
        "order_packed",
    ]
    assert [row.at for row in rows] == sorted(row.at for row in rows)


def test_a_row_says_who_did_what_where_and_with_what(ann: Scene) -> None:
    said(ann, "scan SO-2", "scan A-01-1")
    before = ann.clock.now()
    said(ann, f"scan {MUG}", "scan T-2", *PACK_SO_2)
    row = order(ann, "scan SO-2").timeline[2]
    assert (row.at - before).total_seconds() == 1
    assert (row.what, row.station, row.operator) == ("unit_picked", "P1", "11")
    assert (row.device, row.verdict) == ("script", "applied")
    assert row.values == {"line": 1, "sku": "MUG", "bin": "A-01-1", "quantity": 1}


def test_people_are_called_by_their_names(ann: Scene) -> None:
    said(ann, "press SIGN_OUT", "given operator ada badge=B-ADA-7c1d", "scan B-ADA-7c1d")
    rows = order(ann, *PICK_SO_2, *PACK_SO_2, "scan SO-2").timeline
    assert {row.operator for row in rows[1:]} == {"Ada"}


def test_whose_work_was_taken_over_is_called_by_name(ann: Scene) -> None:
    said(ann, "press SIGN_OUT", "given operator ada badge=B-ADA-7c1d", "scan B-ADA-7c1d")
    said(ann, *PICK_SO_2, "scan T-2", "press LOCK", "scan B-BOB-1c2d3e", "scan B-BOB-1c2d3e")
    rows = order(ann, "press OK", f"scan {MUG}", "scan 00$sscc", "scan SO-2").timeline
    taken = next(row for row in rows if row.what == "taken_over")
    assert taken.values == {"from": "Ada"}


def test_what_the_centre_has_not_got_yet_waits(ann: Scene) -> None:
    rows = order(ann, *PICK_SO_2, "offline", *PACK_SO_2, "scan SO-2").timeline
    assert [row.verdict for row in rows] == ["applied"] * 5 + ["waiting"] * 7
    rows = order(ann, "online", "press HELP").timeline
    assert {row.verdict for row in rows} == {"applied"}


def test_the_timeline_of_an_order_is_of_no_other(ann: Scene) -> None:
    said(ann, "scan SO-1", "press HOLD", *PICK_SO_2, *PACK_SO_2)
    rows = order(ann, "scan SO-2").timeline
    assert len(rows) == 12


def test_lists_of_a_fact_are_not_told(ann: Scene) -> None:
    """A truck's fact names every parcel on it; the row of one order has no place for them."""
    said(ann, *PICK_SO_2, *PACK_SO_2, "scan L-1", f"scan 00{FIRST}", "press FINISH", "press OK")
    row = order(ann, "scan SO-2").timeline[-1]
    assert (row.what, row.values) == ("load_closed", {"load": "L-1", "carrier": "DHL"})


def test_packs_in_the_timeline_and_in_what_is_left(ann: Scene) -> None:
    case = "19521321000008"
    said(ann, f"given product MUG barcode={MUG} weight=340 count case=6/{case}")
    said(
        ann, "given order SO-9 lines=17xMUG", "scan SO-9", "scan A-01-1", "press 2", f"scan {case}"
    )
    said(ann, "press 5", f"scan {MUG}", "scan T-9", "scan T-9", "press OK", f"scan {case}")
    said(ann, "press BOX", "scan 00$sscc", "press HOLD", "press OK")
    view = order(ann, f"scan 00{FIRST}")
    packs = [(row.what, row.values["quantity"], row.pack) for row in _counted(view)]
    assert packs == [
        ("unit_picked", 12, PackCount(PackLevel.CASE, 2, 6)),
        ("unit_picked", 5, None),
        ("put_in_tote", 17, None),
        ("unit_packed", 6, PackCount(PackLevel.CASE, 1, 6)),
    ]
    assert view.lines[0].left == InPacks((PackCount(PackLevel.CASE, 1, 6),), 5)


def _counted(view: OrderView) -> list[TimelineRow]:
    return [row for row in view.timeline if "quantity" in row.values]
