"""What surrounds every screen: who and where, the centre, the devices, and the open order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.device_api import DeviceChanged, DeviceKind, DeviceState, Weight, WeightUnit
from app.errors import Behind
from app.station.views import Frame, Link, NextTruck
from app.sync.news import ClaimsHeld, LinkChanged
from tests.helpers.scenario import CUT_OFF, START, Scene
from tests.unit.station.conftest import ANN, MUG, PACK_SO_2, PICK_SO_2, SUE, said


def frame(scene: Scene) -> Frame:
    assert scene.bench is not None
    return scene.bench.answers[-1].view.frame


@pytest.fixture
def ann(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


# --- who and where --------------------------------------------------------------------------------


def test_it_names_the_station_and_who_works_there(ann: Scene) -> None:
    assert (frame(ann).station, frame(ann).operator) == ("P1", "11")
    said(ann, "given operator 40 badge=B-LOU", "press SIGN_OUT")
    assert frame(ann).operator == ""
    said(ann, "scan B-LOU")
    assert frame(ann).operator == "40"


def test_the_sign_in_screen_names_nobody_although_his_work_is_kept(ann: Scene) -> None:
    said(ann, "scan SO-1", "press LOCK")
    assert frame(ann).operator == ""


def test_the_language_is_the_chosen_one(ann: Scene) -> None:
    assert frame(ann).language == "en"
    said(ann, "language zh_CN")
    assert frame(ann).language == "zh_CN"


def test_a_station_without_a_language_speaks_english(scene: Scene) -> None:
    scene.close()
    scene.plan = replace(scene.plan, language="", name="P2")
    scene.open()
    assert frame(scene).language == "en"
    assert frame(scene).station == "P2"


# --- the centre -----------------------------------------------------------------------------------


def test_online_nothing_waits(ann: Scene) -> None:
    said(ann, "scan SO-1")
    assert frame(ann).link == Link(online=True, waiting=0)


def test_offline_every_fact_is_counted_as_waiting_until_the_centre_has_it(ann: Scene) -> None:
    since = ann.clock.now()
    said(ann, "offline")
    assert frame(ann).link == Link(online=False, waiting=0, since=since)
    said(ann, "scan SO-1")  # the walk has begun
    assert frame(ann).link == Link(online=False, waiting=1, since=since)
    said(ann, "scan A-01-1", f"scan {MUG}", f"scan {MUG}")  # a unit is a fact, a proven bin is none
    assert frame(ann).link == Link(online=False, waiting=3, since=since)
    said(ann, "online")
    assert frame(ann).link == Link(online=True, waiting=0)


def test_what_waits_is_known_at_once_after_a_start(ann: Scene) -> None:
    said(ann, "offline", "scan SO-1", "press HELP")
    assert ann.bench is not None
    waiting = frame(ann).link.waiting
    ann.reopen()
    assert ann.bench is not None
    assert waiting == 2
    assert ann.bench.answers[0].view.frame.link == Link(online=False, waiting=2)


def test_a_centre_of_another_version(ann: Scene) -> None:
    assert ann.bench is not None
    ann.bench.online = False
    ann.bench.feed(LinkChanged(online=False, behind=Behind.CENTRE))
    assert frame(ann).link.behind is Behind.CENTRE


# --- the devices ----------------------------------------------------------------------------------


def test_every_device_is_shown_as_it_was_heard_of_last(ann: Scene) -> None:
    assert ann.bench is not None
    printer = DeviceChanged(DeviceKind.PRINTER, "zebra", DeviceState.READY)
    lost = DeviceChanged(DeviceKind.SCALE, "bench scale", DeviceState.LOST)
    for news in (replace(lost, state=DeviceState.READY), printer, lost):
        ann.bench.feed(news)
    assert frame(ann).devices == (lost, printer)


def test_the_weight_is_shown_as_the_scale_sent_it(ann: Scene) -> None:
    assert ann.bench is not None
    assert frame(ann).weight == ""
    ann.bench.feed(Weight(Decimal("1.250"), WeightUnit.KG, "scale", ann.clock.now()))
    assert frame(ann).weight == "1.250 kg"


# --- the open order -------------------------------------------------------------------------------


def test_without_an_open_order_nothing_is_said_of_one(ann: Scene) -> None:
    shown = frame(ann)
    assert (shown.order, shown.customer, shown.carrier, shown.cut_off) == ("", "", "", None)
    assert (shown.done, shown.wanted, shown.reserved) == (0, 0, True)


def test_an_open_order_says_for_whom_by_whom_and_until_when(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=1xMUG carrier=UPS service=Express cut_off=12:00", "scan SO-3")
    shown = frame(ann)
    assert (shown.order, shown.customer, shown.carrier) == ("SO-3", "Ada Example", "UPS Express")
    assert shown.cut_off == datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_a_company_is_named_instead_of_its_person(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=1xMUG company=Initech", "scan SO-3")
    assert (frame(ann).customer, frame(ann).carrier) == ("Initech", "DHL")
    assert frame(ann).cut_off == CUT_OFF


def test_while_picking_the_units_of_the_walk_are_counted(ann: Scene) -> None:
    said(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}")
    assert (frame(ann).done, frame(ann).wanted) == (1, 3)


def test_while_packing_the_packed_units_are_counted_without_short_ones(ann: Scene) -> None:
    said(ann, "given order SO-3 lines=3xMUG", "scan SO-3", "scan A-01-1", "press 2", f"scan {MUG}")
    said(ann, "press SHORT", "press 2", "press OK", "scan T-3", "scan T-3", "press OK")
    assert (frame(ann).done, frame(ann).wanted) == (0, 2)
    said(ann, f"scan {MUG}")
    assert (frame(ann).done, frame(ann).wanted) == (1, 2)


# --- reserved -------------------------------------------------------------------------------------


def reserved(scene: Scene, *claimed: str, online: bool) -> bool:
    """What is said after the centre told which orders are claimed for this bench."""
    assert scene.bench is not None
    scene.bench.go_offline()
    scene.bench.feed(ClaimsHeld({f"shop:{order}": START for order in claimed}))
    if online:  # the line is back, and nothing else is heard yet
        scene.bench.feed(LinkChanged(online=True))
    return frame(scene).reserved


@pytest.mark.parametrize(
    ("claimed", "online", "said_reserved"),
    [
        (("SO-1",), True, True),
        (("SO-2",), True, False),
        (("SO-1",), False, True),
        (("SO-2",), False, False),  # another bench may do the same
    ],
)
def test_locked_work_is_reserved_by_its_claim(
    ann: Scene, claimed: tuple[str, ...], online: bool, said_reserved: bool
) -> None:
    said(ann, "scan SO-1", "press LOCK")
    assert reserved(ann, *claimed, online=online) is said_reserved


@pytest.mark.parametrize("online", [True, False])
def test_an_order_worked_here_is_reserved_without_a_claim_while_online(
    ann: Scene, online: bool
) -> None:
    said(ann, "scan SO-1")
    assert reserved(ann, online=online) is online
    assert frame(ann).order == "SO-1"


def test_an_order_taken_by_another_bench_is_not_reserved(ann: Scene) -> None:
    said(ann, *PICK_SO_2, "scan T-2", "press OK")
    assert frame(ann).reserved
    other = Scene(ann.home.root, name="P2")
    assert said(other, f"scan {SUE}", "scan T-2", "scan T-2")[-1] == "taken_over"
    other.close()
    said(ann, "scan T-99")
    assert (frame(ann).order, frame(ann).reserved) == ("SO-2", False)
    said(ann, "offline")
    assert not frame(ann).reserved


# --- the next truck -------------------------------------------------------------------------------


def test_it_names_the_truck_that_leaves_next_and_what_is_left_for_it(ann: Scene) -> None:
    """SO-1 and SO-2 ride with the DHL of 16:30, for which there is a load."""
    assert frame(ann).truck == NextTruck("DHL", CUT_OFF, 2)
    soon = CUT_OFF.replace(hour=9, minute=0)
    ann.clock.advance(20)
    said(
        ann,
        "given order SO-5 carrier=UPS lines=1xMUG cut_off=09:00",
        "given order SO-6 carrier=UPS lines=1xMUG cut_off=09:00 hold=unpaid",
        "given order SO-7 carrier=UPS lines=1xMUG cut_off=09:00 pickup",
    )
    assert frame(ann).truck == NextTruck("UPS", soon, 1)
    ann.clock.advance(3600)
    said(ann, "given order SO-8 carrier=DHL lines=1xMUG")
    assert frame(ann).truck == NextTruck("DHL", CUT_OFF, 3), "the other one has left"


def test_a_packed_order_is_left_no_more(ann: Scene) -> None:
    said(ann, *PICK_SO_2, "scan T-2", *PACK_SO_2)
    ann.clock.advance(20)
    said(ann, "given order SO-8 carrier=GLS lines=1xMUG cut_off=18:00")
    assert frame(ann).truck == NextTruck("DHL", CUT_OFF, 1)


def test_the_truck_is_not_looked_for_after_each_pull(ann: Scene) -> None:
    ann.clock.advance(20)
    said(ann, "given order SO-5 lines=1xMUG")
    assert frame(ann).truck == NextTruck("DHL", CUT_OFF, 3)
    ann.clock.advance(19)
    said(ann, "given order SO-6 lines=1xMUG")
    assert frame(ann).truck == NextTruck("DHL", CUT_OFF, 3)
