"""A supervisor says at a bench what is to happen to an order; the fact stands in its timeline."""

from __future__ import annotations

import pytest

from app.domain.facts import FactKind
from app.domain.rows.orders import Order
from app.station.manage.view import ManageView
from app.station.order.view import OrderView
from app.station.pick.view import PickView
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, BOB, MUG, SUE, said, shown


@pytest.fixture
def sue(scene: Scene) -> Scene:
    said(scene, "given load L-2 carrier=UPS", f"scan {SUE}", "press CONTROL")
    return scene


def order(scene: Scene, name: str = "shop:SO-1") -> Order:
    assert scene.bench is not None
    found = scene.bench.station.world.order(name)
    assert found is not None
    return found


def choices(scene: Scene) -> list[str]:
    return [one.word for one in shown(scene, ManageView).choices]


def say(scene: Scene, word: str) -> list[str]:
    return said(scene, f"press {choices(scene).index(word) + 1}", "press OK")


def test_a_code_names_the_order_and_each_word_has_its_number(sue: Scene) -> None:
    assert shown(sue, ManageView).order == ""
    assert said(sue, f"scan {MUG}", "scan SO-1") == ["manage_orders_only", "order_to_manage"]
    assert choices(sue) == ["first", "hold", "cancel", "by:UPS"]


def test_first_of_all_and_in_its_turn_again(sue: Scene) -> None:
    said(sue, "scan SO-2")
    assert say(sue, "first") == ["word_chosen", "order_told"]
    assert order(sue, "shop:SO-2").precedence == 9
    assert "first" not in choices(sue)
    assert say(sue, "in_turn")[-1] == "order_told"
    assert order(sue, "shop:SO-2").precedence == 0


def test_held_and_released(sue: Scene) -> None:
    said(sue, "scan SO-1")
    assert say(sue, "hold")[-1] == "order_told"
    assert shown(sue, ManageView).held == "a supervisor of this site"
    assert "hold" not in choices(sue)
    assert say(sue, "release")[-1] == "order_told"
    assert order(sue).held_for == ""
    told = [row.what for row in shown(sue, ManageView).timeline]
    assert told == ["order_placed", "site_held", "site_released"]


def test_cancelled_nothing_more_can_be_said(sue: Scene) -> None:
    said(sue, "scan SO-1")
    assert say(sue, "cancel")[-1] == "order_told"
    assert order(sue).cancelled
    assert choices(sue) == []


def test_by_another_carrier_whatever_the_shop_says_later(sue: Scene) -> None:
    said(sue, "scan SO-1")
    assert say(sue, "by:UPS")[-1] == "order_told"
    assert order(sue).carrier == "UPS"
    assert "by:UPS" not in choices(sue)
    said(sue, "wait 1", "given order SO-1 lines=3xMUG,1xPOT carrier=DHL", "wait 1")
    assert order(sue).lines[0].ordered == 3
    assert order(sue).carrier == "UPS"


def test_a_packer_may_choose_and_a_supervisors_badge_signs(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "press CONTROL", "scan SO-1")
    assert said(scene, "press 1", "press OK") == ["word_chosen", "no_permission"]
    assert order(scene).precedence == 0
    said(scene, f"scan {SUE}")
    assert said(scene, "press OK") == ["order_told"]
    assert order(scene).precedence == 9
    assert scene.bench is not None
    fact = scene.bench.file.history.last_fact(FactKind.PRIORITY_SET)
    assert fact is not None and fact.operator == "90"


def test_another_packers_badge_signs_nothing(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "press CONTROL", "scan SO-1", "press 1", f"scan {BOB}")
    assert said(scene, "press OK") == ["no_permission"]


def test_from_the_order_screen_and_back_to_it(sue: Scene) -> None:
    assert said(sue, "scan SO-1", "press CLR") == ["order_to_manage", "cleared"]
    assert shown(sue, OrderView).order == "SO-1"
    assert said(sue, "press CONTROL") == ["order_to_manage"]


def test_a_slip_of_the_finger_says_nothing(sue: Scene) -> None:
    said(sue, "scan SO-1")
    assert said(sue, "press 9", "press OK") == ["number_too_large", "command_not_here"]
    assert said(sue, "press 2", "press CLR", "press OK")[1:] == ["cleared", "command_not_here"]
    assert order(sue).held_for == ""


def test_work_that_another_bench_has_open_stops_there(sue: Scene) -> None:
    other = Scene(sue.home.root, name="P2")
    said(other, f"scan {BOB}", "scan SO-1")
    said(sue, "wait 1")
    said(other, "wait 1", "scan A-01-1", "wait 1")
    said(sue, "wait 1", "scan SO-1")
    assert shown(sue, ManageView).worked_by == "P2"
    say(sue, "hold")
    said(sue, "wait 1")
    assert said(other, "wait 1", "scan A-01-1")[-1] == "order_held"
    assert shown(other, PickView).bar.prompt.value == "stopped"
    other.close()


def test_what_has_left_is_left_alone(sue: Scene) -> None:
    said(sue, "given order SO-9 lines=1xMUG cancelled", "wait 1", "scan SO-9")
    assert shown(sue, ManageView).order == "SO-9"
    assert choices(sue) == []
