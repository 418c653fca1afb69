"""The load screen: which truck, what is on it, and which parcels are still missing and where."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain import codec
from app.domain.facts import Kind
from app.domain.load.outcome import Loading, LoadPrompt
from app.domain.rows.orders import Stage
from app.domain.rows.things import Parcel
from app.station.load.view import LoadRow, LoadView, MissingParcel
from app.store.station.values import StoredRow, indexed
from tests.helpers.scenario import CUT_OFF, Scene
from tests.unit.station.conftest import (
    ANN,
    MUG,
    PACK_SO_2,
    PACK_SO_7,
    PICK_SO_2,
    PICK_SO_7,
    gone,
    pull,
    said,
    shown,
)

FIRST, SECOND = "095213210000000018", "095213210000000025"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def packed(scene: Scene) -> Scene:
    """Ann has packed SO-2 and SO-7; both boxes wait for the truck L-1."""
    said(scene, f"scan {ANN}", *PICK_SO_2, *PACK_SO_2, *PICK_SO_7)
    assert said(scene, *PACK_SO_7)[-1] == "order_packed"
    return scene


def test_no_load_is_open_yet(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "press LOAD")
    view = shown(scene, LoadView)
    assert view.bar.prompt is LoadPrompt.SCAN_LOAD
    assert (view.load, view.carrier, view.dock, view.cut_off) == ("", "", "", None)
    assert (view.loaded, view.expected, view.missing) == (0, 0, ())
    assert view.open_loads == (LoadRow("L-1", "DHL", "4", CUT_OFF, 0, 0),)


def test_the_choice_is_by_cut_off_and_without_closed_loads(packed: Scene) -> None:
    given = ("given load L-2 carrier=UPS cut_off=18:00", "given load L-3 carrier=DPD cut_off=12:00")
    said(packed, *given, "press LOAD")
    view = shown(packed, LoadView)
    assert [row.load for row in view.open_loads] == ["L-3", "L-1", "L-2"]
    assert view.open_loads[0] == LoadRow("L-3", "DPD", "4", NOON, 0, 0)
    said(packed, "scan L-1", f"scan 00{FIRST}", f"scan 00{SECOND}")
    said(packed, "press FINISH", "press OK", "press LOAD")
    assert [row.load for row in shown(packed, LoadView).open_loads] == ["L-3", "L-2"]


def test_a_load_in_the_choice_says_how_much_of_it_is_on(packed: Scene) -> None:
    said(packed, "scan L-1", f"scan 00{FIRST}", "press HOME", "press LOAD")
    (row,) = shown(packed, LoadView).open_loads
    assert (row.loaded, row.expected) == (1, 2)


def test_an_open_load_says_what_truck_it_is(scene: Scene) -> None:
    said(scene, "given load L-5 carrier=UPS dock=7 cut_off=12:00", f"scan {ANN}", "scan L-5")
    view = shown(scene, LoadView)
    assert (view.load, view.carrier, view.dock, view.cut_off) == ("L-5", "UPS", "7", NOON)
    assert view.open_loads == ()
    assert view.bar.prompt is LoadPrompt.SCAN_PARCEL
    assert view.outcome is not None and view.outcome.kind is Loading.LOAD_OPENED


def test_missing_parcels_are_listed_with_where_they_were_seen_last(packed: Scene) -> None:
    proven = packed.clock.now()
    said(packed, "scan L-1")
    view = shown(packed, LoadView)
    first, second = sorted(view.missing, key=lambda row: row.sscc)
    assert (first.sscc, first.order) == (FIRST, "SO-2")
    assert second == MissingParcel(SECOND, "SO-7", "P1", "closed", proven)
    assert first.seen_at is not None and first.seen_at < proven
    assert (view.loaded, view.expected) == (0, 2)


def test_a_parcel_without_a_proven_label_is_missing_too(scene: Scene) -> None:
    said(scene, f"scan {ANN}", *PICK_SO_2, "scan T-2", "press OK", f"scan {MUG}", "press FINISH")
    said(scene, "scan L-1")
    assert [(row.order, row.state) for row in shown(scene, LoadView).missing] == [
        ("SO-2", "sealed")
    ]


def test_what_is_on_the_truck_is_not_missing(packed: Scene) -> None:
    said(packed, "scan L-1", f"scan 00{FIRST}")
    view = shown(packed, LoadView)
    assert [row.sscc for row in view.missing] == [SECOND]
    assert (view.loaded, view.expected) == (1, 2)
    assert (view.frame.done, view.frame.wanted) == (1, 2)


def test_of_very_many_missing_parcels_two_hundred_are_listed(scene: Scene) -> None:
    boxes = [
        Parcel(f"{n:018}", "shop:SO-1", 1, carrier="DHL", stage=Stage.SEALED) for n in range(201)
    ]
    rows = [StoredRow(Kind.PARCEL.value, box.sscc, codec.to_text(box)) for box in boxes]
    pull(scene, *map(indexed, rows))
    said(scene, f"scan {ANN}", "scan L-1")
    view = shown(scene, LoadView)
    assert (len(view.missing), view.expected) == (200, 201)


def test_parcels_of_another_carrier_are_not_missing(packed: Scene) -> None:
    said(packed, "given load L-2 carrier=UPS", "scan L-2")
    assert shown(packed, LoadView).missing == ()


def test_the_last_parcel_names_its_order_and_receiver(packed: Scene) -> None:
    said(packed, "scan L-1", f"scan 00{FIRST}")
    view = shown(packed, LoadView)
    assert (view.last_sscc, view.last_order) == (FIRST, "SO-2")
    assert view.last_receiver == "Ada Example, Sampleton"
    said(packed, "press UNDO")
    view = shown(packed, LoadView)
    assert (view.last_sscc, view.last_order, view.last_receiver) == ("", "", "")


def test_a_receiver_without_a_name_is_the_company(scene: Scene) -> None:
    given = "given order SO-2 lines=1xMUG customer= company=Initech"
    said(scene, given, f"scan {ANN}", *PICK_SO_2, *PACK_SO_2, "scan L-1", f"scan 00{FIRST}")
    assert shown(scene, LoadView).last_receiver == "Initech, Sampleton"


def test_a_receiver_in_no_city(scene: Scene) -> None:
    given = "given order SO-2 lines=1xMUG city="
    said(scene, given, f"scan {ANN}", *PICK_SO_2, *PACK_SO_2, "scan L-1", f"scan 00{FIRST}")
    assert shown(scene, LoadView).last_receiver == "Ada Example"


def test_parcels_of_an_order_nobody_knows_any_more(packed: Scene) -> None:
    pull(packed, gone(Kind.ORDER, "shop:SO-7"))
    said(packed, "scan L-1")
    assert sorted(row.order for row in shown(packed, LoadView).missing) == ["SO-2", "shop:SO-7"]
    said(packed, f"scan 00{SECOND}")
    view = shown(packed, LoadView)
    assert (view.last_sscc, view.last_order, view.last_receiver) == (SECOND, "", "")


def test_the_time_until_the_cut_off_goes_on(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "scan L-1")
    before = shown(scene, LoadView).now
    assert before == scene.clock.now()
    said(scene, "wait 60")
    assert shown(scene, LoadView).now == before + timedelta(seconds=60)
