"""News of the centre: what the bench's file keeps of them, and what a person at work is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from app.domain import codec
from app.domain.facts import Kind
from app.domain.move.outcome import Moving
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.rows.orders import Order, State, Sub
from app.domain.rows.tasks import FloorTask, TaskKind, task_id, wanted
from app.domain.stock import StockKey
from app.station.home.view import HomeView
from app.station.messages import Message
from app.station.news.outcome import FromCentre
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.station.sign_in.outcome import SigningIn
from app.station.sign_in.view import SignInView
from app.store.station.meta import texts_of
from app.store.station.values import IndexedRow, StoredRow, indexed
from app.sync.news import (
    CentreAnswered,
    ClaimRefused,
    ClaimsEnd,
    ClaimsHeld,
    FactsPushed,
    HelloSaid,
    RowsPulled,
)
from app.sync.port import Hello
from tests.conftest import StrayLogs
from tests.helpers.scenario import START, Scene
from tests.unit.station.conftest import ANN, MUG, PICK_SO_2, said, shown


@pytest.fixture
def ann(scene: Scene) -> Scene:
    """Ann is at home; the centre speaks only when a test says so."""
    assert said(scene, f"scan {ANN}", "offline") == ["signed_in", "-"]
    return scene


@pytest.fixture
def picking(ann: Scene) -> Scene:
    assert said(ann, "scan SO-2", "scan A-01-1")[-1] == "bin_ok"
    return ann


@pytest.fixture
def packing(ann: Scene) -> Scene:
    """The box of SO-2 is open and empty."""
    assert said(ann, *PICK_SO_2, "scan T-2", "press OK")[-1] == "carton_chosen"
    return ann


def tell(scene: Scene, message: Message) -> Outcome | None:
    """What stands on the screen after this message."""
    assert scene.bench is not None
    scene.bench.feed(message)
    return scene.bench.station.outcome


def kept(scene: Scene, name: str) -> str:
    """A value of the station's file."""
    assert scene.bench is not None
    return texts_of(scene.bench.file.meta).get(name, "")


def order(scene: Scene, ref: str = "SO-2") -> Order:
    assert scene.bench is not None
    row = scene.bench.station.world.order(f"shop:{ref}")
    assert row is not None
    return row


def row(ref: str, value: Order | None) -> IndexedRow:
    body = None if value is None else codec.to_text(value)
    return indexed(StoredRow(Kind.ORDER.value, f"shop:{ref}", body))


def pulled(scene: Scene, *rows: IndexedRow, **changes: Any) -> RowsPulled:
    """The last page of a pull; the centre has applied everything of this bench."""
    assert scene.bench is not None
    applied = scene.bench.file.last_seq
    page = RowsPulled(rows, last=True, full=False, cursor="c-9", applied=applied)
    return replace(page, **changes)


def changed(scene: Scene, ref: str = "SO-2", **changes: Any) -> RowsPulled:
    """The centre's row of an order, which is as the bench knows it but for these fields."""
    return pulled(scene, row(ref, replace(order(scene, ref), **changes)))


# --- hello ----------------------------------------------------------------------------------------


def hello(scene: Scene, **changes: Any) -> Hello:
    """The same centre, which has everything of this bench and gives no numbers."""
    assert scene.bench is not None
    file = scene.bench.file
    plain = Hello(kept(scene, "epoch"), file.meta.acked, "", START, rules_version=1)
    return replace(plain, **changes)


def test_hello_of_the_same_centre_changes_nothing(ann: Scene) -> None:
    before = {key: kept(ann, key) for key in ("epoch", "cursor", "acked", "applied", "sscc_next")}
    assert before["cursor"] and before["acked"] != "0"
    tell(ann, HelloSaid(hello(ann), forked=False))
    assert {key: kept(ann, key) for key in before} == before


def test_a_centre_that_is_new_is_pulled_from_the_beginning(ann: Scene) -> None:
    applied = kept(ann, "applied")
    tell(ann, HelloSaid(hello(ann, epoch="another"), forked=False))
    assert (kept(ann, "epoch"), kept(ann, "cursor")) == ("another", "")
    assert kept(ann, "applied") == applied, "it belongs to the rows that are here until the pull"


def test_a_centre_that_forgot_facts_is_told_them_again(ann: Scene) -> None:
    assert ann.bench is not None
    last = ann.bench.file.last_seq
    tell(ann, HelloSaid(hello(ann, last_seq=0), forked=False))
    assert (kept(ann, "acked"), kept(ann, "cursor")) == ("0", "")
    assert shown(ann, HomeView).frame.link.waiting == last


def test_a_centre_that_knows_more_is_believed(ann: Scene) -> None:
    said(ann, "scan SO-2", "press HOLD")
    assert shown(ann, HomeView).frame.link.waiting == 2
    assert ann.bench is not None
    tell(ann, HelloSaid(hello(ann, last_seq=ann.bench.file.last_seq), forked=False))
    assert shown(ann, HomeView).frame.link.waiting == 0
    assert kept(ann, "cursor") != ""


def test_a_block_of_parcel_numbers_is_used(ann: Scene) -> None:
    tell(ann, HelloSaid(hello(ann, sscc=(700, 900)), forked=False))
    assert (kept(ann, "sscc_next"), kept(ann, "sscc_end")) == ("700", "900")
    said(ann, *PICK_SO_2, "scan T-2", "press OK")
    assert shown(ann, PackView).sscc == "095213210000007000"


def test_a_copied_file_goes_on_under_another_name_and_without_numbers(ann: Scene) -> None:
    assert ann.bench is not None
    before, epoch = ann.bench.file.meta.incarnation, kept(ann, "epoch")
    tell(ann, HelloSaid(hello(ann, epoch="another", sscc=(700, 900)), forked=True))
    assert ann.bench.file.meta.incarnation != before
    assert (kept(ann, "sscc_next"), kept(ann, "sscc_end")) == ("0", "0")
    assert kept(ann, "epoch") == epoch, "nothing else of that hello is believed"


# --- what is kept silently ------------------------------------------------------------------------


def test_facts_that_arrived_wait_no_more(picking: Scene) -> None:
    assert picking.bench is not None
    last = picking.bench.file.last_seq
    assert shown(picking, PickView).frame.link.waiting == 1
    tell(picking, FactsPushed(last))
    assert shown(picking, PickView).frame.link.waiting == 0


def test_claims_are_kept(ann: Scene) -> None:
    assert ann.bench is not None
    tell(ann, ClaimsHeld({"shop:SO-9": START}))
    assert ann.bench.file.rows.reserved == {"shop:SO-9": START}


def test_claims_that_are_about_to_end_are_none(ann: Scene) -> None:
    assert ann.bench is not None
    tell(ann, ClaimsHeld({"shop:SO-2": START, "shop:SO-9": START}))
    tell(ann, ClaimsEnd(frozenset({"shop:SO-2", "shop:SO-7"})))
    assert list(ann.bench.file.rows.reserved) == ["shop:SO-9"]


def test_a_task_that_another_bench_has_stops_whoever_does_it(ann: Scene) -> None:
    assert ann.bench is not None
    name = task_id(TaskKind.REPLENISH, "A-01-1", "MUG")
    task = FloorTask(name, TaskKind.REPLENISH, "A-02-1", "A-01-1", StockKey("MUG"), 1)
    ann.bench.file.record(None, [wanted(task)], at=START)
    assert said(ann, "press MOVE", "press NEXT") == ["move_opened", "task_begun"]
    other = ClaimRefused("task/replenish/B/MUG", "P7")
    unchanged = tell(ann, other)
    assert unchanged is not None
    assert unchanged.kind is Moving.TASK_BEGUN, "another task is no matter of this bench"
    stopped = tell(ann, ClaimRefused(name, "P7"))
    assert stopped == outcome(FromCentre.TASK_LOST, station="P7")
    assert said(ann, "scan A-02-1") == ["task_elsewhere"]
    assert said(ann, "press OK", "press HOME") == ["cleared", "cleared"]


def test_an_answer_of_the_centre_is_noted(ann: Scene) -> None:
    at = START + timedelta(hours=5)
    tell(ann, CentreAnswered(at))
    assert kept(ann, "contact") == kept(ann, "latest") == at.isoformat()


def test_a_page_that_is_not_the_last_changes_nothing_on_the_screen(ann: Scene) -> None:
    before = kept(ann, "cursor")
    page = replace(changed(ann, priority=7), last=False)
    tell(ann, page)
    assert shown(ann, HomeView).queue[0].order == "SO-1"
    assert kept(ann, "cursor") == before
    tell(ann, pulled(ann))
    assert (shown(ann, HomeView).queue[0].order, kept(ann, "cursor")) == ("SO-2", "c-9")


def test_a_pull_says_how_much_of_this_bench_is_in_its_rows(picking: Scene) -> None:
    assert picking.bench is not None
    tell(picking, changed(picking))
    assert picking.bench.file.meta.applied == picking.bench.file.last_seq


def test_only_a_full_pull_is_noted_as_one(ann: Scene) -> None:
    before = kept(ann, "refreshed")
    tell(ann, pulled(ann))
    assert kept(ann, "refreshed") == before
    tell(ann, pulled(ann, refreshed=START))
    assert kept(ann, "refreshed") == START.isoformat()


def test_a_full_pull_takes_away_what_did_not_come(ann: Scene) -> None:
    tell(ann, pulled(ann, row("SO-2", order(ann)), full=True, refreshed=START))
    assert [one.order for one in shown(ann, HomeView).queue] == ["SO-2"]


def test_a_message_nobody_handles_is_told_as_a_bug(ann: Scene, stray_logs: StrayLogs) -> None:
    stray_logs.expected.add("app.station.loop")
    heard = tell(ann, cast("Message", "not a message"))
    assert heard is not None and heard.kind is Anywhere.CRASHED
    assert said(ann, "scan SO-2") == ["order_opened"], "it does not block what comes after it"


# --- the order that is open -----------------------------------------------------------------------


def test_another_order_is_no_news_for_who_works(picking: Scene) -> None:
    before = shown(picking, PickView).outcome
    assert tell(picking, changed(picking, "SO-1", carrier="UPS")) == before


def test_an_open_order_that_is_gone_is_not_spoken_of(picking: Scene) -> None:
    before = shown(picking, PickView).outcome
    assert tell(picking, pulled(picking, row("SO-2", None))) == before


@pytest.mark.parametrize("change", [{"carrier": "UPS"}, {"service": "Express"}])
def test_who_picks_is_told_of_another_carrier(picking: Scene, change: dict[str, str]) -> None:
    assert tell(picking, changed(picking, **change)) == outcome(
        FromCentre.CHANGED_MEANWHILE, order="SO-2"
    )
    assert said(picking, f"scan {MUG}") == ["line_picked"]


def test_who_packs_is_told_of_another_address(packing: Scene) -> None:
    there = replace(order(packing).customer, city="Newtown")
    heard = tell(packing, changed(packing, customer=there))
    assert heard == outcome(FromCentre.CHANGED_MEANWHILE, order="SO-2")
    assert said(packing, f"scan {MUG}") == ["parcel_closed"]


def test_another_address_stops_a_box_whose_label_is_out(packing: Scene) -> None:
    said(packing, f"scan {MUG}")
    there = replace(order(packing).customer, city="Newtown")
    heard = tell(packing, changed(packing, customer=there))
    assert heard == outcome(Working.LABEL_OUTDATED, order="SO-2")
    assert shown(packing, PackView).bar.values == {"reason": "address"}
    assert said(packing, "press OK") == ["reprinting"]


def test_a_box_that_is_stopped_already_is_told_without_another_question(packing: Scene) -> None:
    said(packing, f"scan {MUG}", "weigh 4000")
    assert shown(packing, PackView).bar.values == {"reason": "weight"}
    there = replace(order(packing).customer, city="Newtown")
    heard = tell(packing, changed(packing, customer=there))
    assert heard == outcome(FromCentre.CHANGED_MEANWHILE, order="SO-2")
    assert shown(packing, PackView).bar.values == {"reason": "weight"}


@pytest.mark.parametrize("change", [{"priority": 9}, {"note": "please"}, {"worked_by": "P1"}])
def test_what_concerns_no_box_is_not_told(packing: Scene, change: dict[str, Any]) -> None:
    before = shown(packing, PackView).outcome
    assert tell(packing, changed(packing, **change)) == before


def cancelled(scene: Scene, ref: str = "SO-2") -> RowsPulled:
    made = order(scene, ref)
    gone = replace(made, state=State.CANCELLED, sub=Sub.CANCELLED)
    return pulled(scene, row(ref, gone))


def test_a_hold_stops_who_packs_and_its_end_lets_him_go_on(packing: Scene) -> None:
    heard = tell(packing, changed(packing, hold="fraud check"))
    assert heard == outcome(Working.ORDER_HELD, order="SO-2", reason="fraud check")
    assert shown(packing, PackView).bar.values == {"reason": "held"}
    assert tell(packing, changed(packing, hold="")) == outcome(FromCentre.GOES_ON, order="SO-2")
    assert said(packing, f"scan {MUG}") == ["parcel_closed"]


def test_less_is_told_and_what_is_too_much_in_the_box_is_a_stop(packing: Scene) -> None:
    more = replace(order(packing).lines[0], ordered=2, picked=2)
    heard = tell(packing, changed(packing, lines=(more,)))
    assert heard == outcome(FromCentre.LINES_CHANGED, order="SO-2")
    assert said(packing, f"scan {MUG}", f"scan {MUG}") == ["unit_packed", "parcel_closed"]
    less = replace(order(packing).lines[0], ordered=1)
    heard = tell(packing, changed(packing, lines=(less,)))
    assert heard == outcome(Working.TAKE_OUT, order="SO-2", sku="MUG", units=1)
    assert said(packing, "press OK", f"scan {MUG}") == ["take_out", "unit_removed"]


def test_a_cancelled_order_stops_who_packs(packing: Scene) -> None:
    heard = tell(packing, cancelled(packing))
    assert heard == outcome(FromCentre.CANCELLED_MEANWHILE, order="SO-2")
    assert shown(packing, PackView).bar.values == {"reason": "cancelled"}
    assert said(packing, "press OK") == ["cleared"]
    assert shown(packing, HomeView).frame.order == ""


def test_a_cancelled_order_is_told_to_who_picks(picking: Scene) -> None:
    heard = tell(picking, cancelled(picking))
    assert heard == outcome(FromCentre.CANCELLED_MEANWHILE, order="SO-2")
    assert said(picking, f"scan {MUG}") == ["order_cancelled"]


def test_what_was_told_once_is_not_told_again_with_other_news(picking: Scene) -> None:
    tell(picking, cancelled(picking))
    said(picking, f"scan {MUG}")
    before = shown(picking, PickView).outcome
    assert before is not None and before.kind is Working.ORDER_CANCELLED
    assert tell(picking, changed(picking, "SO-1", priority=3)) == before


def test_a_stop_is_not_covered_by_another_one(packing: Scene) -> None:
    said(packing, f"scan {MUG}", "weigh 4000")
    before = shown(packing, PackView).outcome
    assert tell(packing, cancelled(packing)) == before
    assert shown(packing, PackView).bar.values == {"reason": "weight"}


def test_an_order_taken_by_another_bench_stops_who_packs(packing: Scene) -> None:
    heard = tell(packing, changed(packing, worked_by="P2"))
    assert heard == outcome(FromCentre.CLAIM_LOST, order="SO-2", station="P2")
    assert shown(packing, PackView).bar.values == {"reason": "taken"}


@pytest.mark.parametrize("sub", [Sub.PACKED, Sub.MANIFESTED])
def test_an_order_done_elsewhere_stops_who_packs(packing: Scene, sub: Sub) -> None:
    heard = tell(packing, changed(packing, sub=sub, worked_by=""))
    assert heard == outcome(FromCentre.DONE_ELSEWHERE, order="SO-2")
    assert shown(packing, PackView).bar.values == {"reason": "taken"}


@pytest.mark.parametrize("sub", [Sub.PICKED, Sub.PACKING, Sub.PACKED, Sub.MANIFESTED])
def test_an_order_done_elsewhere_is_told_to_who_picks(picking: Scene, sub: Sub) -> None:
    heard = tell(picking, changed(picking, sub=sub, worked_by=""))
    assert heard == outcome(FromCentre.DONE_ELSEWHERE, order="SO-2")


def test_a_picked_order_is_not_done_for_who_packs(packing: Scene) -> None:
    before = shown(packing, PackView).outcome
    assert tell(packing, changed(packing, sub=Sub.PICKED, worked_by="")) == before


def test_what_was_done_before_is_told_once(packing: Scene) -> None:
    tell(packing, changed(packing, sub=Sub.PACKED, worked_by=""))
    heard = tell(packing, changed(packing, sub=Sub.MANIFESTED, carrier="UPS"))
    assert heard == outcome(FromCentre.CHANGED_MEANWHILE, order="SO-2")


# --- claims ---------------------------------------------------------------------------------------


def test_a_refused_claim_stops_who_packs(packing: Scene) -> None:
    heard = tell(packing, ClaimRefused("shop:SO-2", "P2"))
    assert heard == outcome(FromCentre.CLAIM_LOST, order="SO-2", station="P2")
    assert shown(packing, PackView).bar.values == {"reason": "taken"}


def test_a_refused_claim_is_told_to_who_picks(picking: Scene) -> None:
    heard = tell(picking, ClaimRefused("shop:SO-2", "P2"))
    assert heard == outcome(FromCentre.CLAIM_LOST, order="SO-2", station="P2")


def test_a_refused_claim_of_an_order_that_is_not_open_any_more(picking: Scene) -> None:
    before = shown(picking, PickView).outcome
    assert tell(picking, ClaimRefused("shop:SO-1", "P2")) == before


def test_a_refused_claim_of_an_order_that_is_gone(picking: Scene) -> None:
    tell(picking, pulled(picking, row("SO-2", None)))
    heard = tell(picking, ClaimRefused("shop:SO-2", "P2"))
    assert heard == outcome(FromCentre.CLAIM_LOST, order="shop:SO-2", station="P2")


# --- a person who may not work any more -----------------------------------------------------------


def test_a_badge_switched_off_ends_the_work(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "given operator 11 badge=B-ANN-7f3a9c disabled")
    view = shown(scene, SignInView)
    assert view.outcome == outcome(SigningIn.OPERATOR_OFF, operator="11")
