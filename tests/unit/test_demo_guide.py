"""What the guide of the demo advises at each screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.demo import site
from app.demo.guide import Tip, advise
from app.domain.codes import copy_code
from app.domain.commands import Command
from app.domain.outcome import outcome
from app.domain.outcome_work import Working
from app.domain.rows.orders import Stage
from app.station.home.view import HomeView
from app.station.load.view import LoadView, MissingParcel
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from tests.helpers.sample_views import SAMPLES
from ui import rooms


@pytest.mark.parametrize("name", SAMPLES)
def test_there_is_advice_at_every_screen(name: str) -> None:
    advice = advise(SAMPLES[name]("en"))
    assert advice.now is None or advice.now.code
    assert all(one.code for one in advice.at_hand)


def test_each_tip_has_words() -> None:
    for tip in Tip:
        assert rooms.SCREEN[f"guide_{tip.value}"] and rooms.SCREEN[f"guide_{tip.value}_why"]


def _now(name: str) -> tuple[Tip, str]:
    advice = advise(SAMPLES[name]("en"))
    assert advice.now is not None
    return advice.tip, advice.now.code


def test_what_is_asked_for_comes_first() -> None:
    pick, tote, pack = (SAMPLES[name]("en") for name in ("pick", "pick_tote", "pack"))
    assert isinstance(pick, PickView) and isinstance(tote, PickView) and isinstance(pack, PackView)
    assert pack.line is not None
    assert _now("sign_in") == (Tip.SIGN_IN, "PBID-DEMO-12")
    assert _now("pick") == (Tip.FIND_BIN, pick.bin)
    assert _now("pick_product") == (Tip.PICK_UNIT, pick.line.sku)
    assert _now("pick_tote") == (Tip.INTO_TOTE, tote.tote or site.tote_of(tote.frame.order))
    assert _now("pack") == (Tip.PACK_UNIT, pack.line.sku)
    assert _now("timeline") == (Tip.LOOK_ROUND, Command.HOME.barcode)
    assert _now("load_close") == (Tip.ANSWER, Command.OK.barcode)


def test_the_first_box_goes_to_its_truck_and_the_later_ones_wait() -> None:
    home = SAMPLES["home"]("en")
    assert isinstance(home, HomeView)
    assert advise(replace(home, my_orders=1)).tip is Tip.GO_TO_TRUCK
    assert advise(replace(home, my_orders=2)).tip is Tip.TAKE_ORDER
    assert advise(replace(home, my_orders=2, queue=(), to_pick=0, to_pack=0)).tip is Tip.GO_TO_TRUCK
    assert advise(replace(home, my_orders=2, queue=(), to_pick=0, to_pack=0, loads=())).now is None


def test_the_label_asked_for_is_the_newest_copy() -> None:
    view = SAMPLES["pack_label"]("en")
    assert isinstance(view, PackView)
    assert _now("pack_label") == (Tip.PROVE_LABEL, "00" + view.sscc)
    asked = replace(view, outcome=outcome(Working.COPY_NEEDED, copy=2))
    now = advise(asked).now
    assert now is not None and now.code == copy_code(view.sscc, 2)


def test_a_box_that_waits_for_its_label_is_not_sent_to_the_truck() -> None:
    load = SAMPLES["load"]("en")
    assert isinstance(load, LoadView)
    sealed = MissingParcel("095213210000000014", "SO-1", "P1", Stage.SEALED.value, None)
    closed = MissingParcel("095213210000000021", "SO-2", "P1", Stage.CLOSED.value, None)
    ready = advise(replace(load, missing=(sealed, closed)))
    assert ready.now is not None and ready.now.code == "00095213210000000021"
    assert advise(replace(load, missing=(sealed,))).tip is Tip.CLOSE_TRUCK


def test_every_order_has_a_tote_of_its_own() -> None:
    totes = {site.tote_of(f"SO-{10480 + number}") for number in range(2000)}
    assert len(totes) == 2000
