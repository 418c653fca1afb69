"""The board says of given rows what a shift lead must know."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.domain import codec
from app.domain.facts import FactKind, Kind
from app.domain.plan.flow import FlowStep
from app.domain.rows.exceptions import HELP_WANTED
from app.domain.rows.orders import Order, ParcelMark, Stage, Sub
from app.domain.rows.progress import STATE_OF
from app.domain.rows.things import ExceptionRow, Operator
from app.domain.standing import Standing
from app.overview.board import AWAY, WINDOW, board
from app.overview.floor import Floor
from app.store.station.values import StoredRow
from app.sync.watch import Heard, Passed, Watched
from tests.helpers.model import START
from tests.unit.domain.world import order

MINUTE = timedelta(minutes=1)
DHL, NIGHT = START + timedelta(hours=2), START + timedelta(hours=9)


def one(sub: Sub, stage: Stage | None = None, **changes: Any) -> Order:
    marks = (ParcelMark("1", 1, stage),) if stage else ()
    changes = {"carrier": "DHL", "cut_off": DHL, **changes}
    return order(("MUG", 1), state=STATE_OF[sub], sub=sub, parcels=marks, **changes)


def told(*rows: tuple[Kind, str, Any], full: bool = True, cursor: str = "1") -> Watched:
    stored = tuple(StoredRow(kind.value, name, codec.to_text(row)) for kind, name, row in rows)
    return Watched("e", cursor, stored, (), full=full, at=START)


def floor_of(*orders: Order, **others: Any) -> Floor:
    floor = Floor()
    rows = [(Kind.ORDER, f"shop:{number}", row) for number, row in enumerate(orders)]
    rows += [(Kind.EXCEPTION, f"x{n}", row) for n, row in enumerate(others.get("exceptions", ()))]
    rows += [(Kind.OPERATOR, row.operator, row) for row in others.get("people", ())]
    floor.take(told(*rows))
    floor.heard = others.get("heard", ())
    floor.take_passed(others.get("passed", ()), START)
    return floor


def packed(minutes_ago: int, station: str = "P1", who: str = "11") -> Passed:
    at = START - minutes_ago * MINUTE
    return Passed(FactKind.ORDER_PACKED.value, f"shop:p{minutes_ago}{station}", station, who, at)


def waits(reason: str, at: datetime, station: str = "P1") -> ExceptionRow:
    return ExceptionRow(reason, reason, Kind.ORDER.value, "shop:0", station, "11", at)


def test_orders_are_counted_by_step_and_late_ones_named() -> None:
    seen = board(
        floor_of(
            one(Sub.RELEASED),
            one(Sub.RELEASED, cut_off=START - MINUTE, ref="SO-9", placed_at=START - 9 * MINUTE),
            one(Sub.PACKED, Stage.SEALED),
            one(Sub.PACKED, Stage.LOADED, cut_off=START - MINUTE),
            one(Sub.CANCELLED),
        ),
        START,
        online=True,
    )
    assert seen.flow is not None
    counts = {step: count for step, count in seen.flow.items() if count}
    assert counts == {FlowStep.TO_PICK: 2, FlowStep.NO_LABEL: 1, FlowStep.LOADED: 1}
    assert seen.late == 1
    assert next((old.ref, old.late) for old in seen.oldest) == ("SO-9", True)


def test_a_truck_says_what_it_lacks_and_whether_it_is_made() -> None:
    orders = [one(Sub.RELEASED)] * 4 + [one(Sub.PACKED, Stage.CLOSED), one(Sub.ON_HOLD, hold="?")]
    orders += [one(Sub.PACKED, Stage.LOADED), one(Sub.RELEASED, cut_off=NIGHT)]
    fast = [packed(minutes) for minutes in range(1, 21)]
    bars = board(floor_of(*orders, passed=fast), START, online=True).bars
    assert [(bar.carrier, bar.at) for bar in bars] == [("DHL", DHL), ("DHL", NIGHT)]
    (truck, night) = bars
    assert (truck.planned, truck.packed, truck.loaded, truck.waits, truck.left) == (7, 1, 1, 1, 4)
    assert truck.forecast is not None and truck.forecast.made is True
    assert (truck.missed, truck.saved) == (0, 0)
    assert night.forecast is not None and night.forecast.half > truck.forecast.half


def test_a_slow_bench_is_seen_early_and_what_would_help() -> None:
    """Three an hour, two hours, ten orders: four are missed. A second packer saves them."""
    orders = [one(Sub.PICKED)] * 10
    slow = [packed(minutes) for minutes in (45, 25, 5)]
    (truck,) = board(floor_of(*orders, passed=slow), START, online=True).bars
    assert truck.forecast is not None and truck.forecast.made is False
    assert (truck.missed, truck.saved) == (4, 4)


def test_orders_that_customers_collect_ride_with_no_truck() -> None:
    seen = board(floor_of(one(Sub.RELEASED, pickup=True)), START, online=True)
    assert seen.bars == ()


def test_a_station_in_trouble_stands_first() -> None:
    heard = [Heard("P1", START), Heard("P2", START - AWAY - MINUTE), Heard("P3", START)]
    call = ExceptionRow("h", HELP_WANTED, Kind.OPERATOR.value, "12", "P3", "12", START - MINUTE)
    work = one(Sub.PACKING, worked_by="P1", worked_operator="11", ref="SO-7")
    tiles = board(
        floor_of(
            work,
            heard=(*heard, Heard("import", START)),
            exceptions=(call,),
            people=(Operator("11", "Ann", ""),),
            passed=[packed(3), packed(9), packed(3, "P2", "12")],
        ),
        START,
        online=True,
    ).tiles
    assert [tile.station for tile in tiles] == ["P3", "P2", "P1"]
    assert tiles[0].help_since == START - MINUTE and tiles[1].away
    mine = tiles[2]
    assert (mine.operator, mine.order, mine.per_hour) == ("Ann", "SO-7", 4.0)
    assert mine.idle_since is None and tiles[1].idle_since == START - 3 * MINUTE
    assert (sum(mine.done), mine.done[-1], mine.done[-2]) == (2, 1, 1)


def test_a_device_in_trouble_and_an_old_program_are_named() -> None:
    ill = Standing("1.10.0", "12", (("printer", "paper_out"),))
    heard = (
        Heard("P1", START, Standing("1.9.2", "11")),
        Heard("P2", START, ill),
        Heard("P3", START),
        Heard("P4", START, Standing("of tomorrow")),
    )
    people = (Operator("12", "Bob", ""),)
    tiles = board(floor_of(heard=heard, people=people), START, online=True).tiles
    assert [tile.station for tile in tiles] == ["P2", "P1", "P3", "P4"]
    assert (tiles[0].operator, tiles[0].troubles) == ("Bob", ill.troubles)
    assert [tile.behind for tile in tiles] == [False, True, False, False]


def test_cards_come_oldest_first_by_the_names_that_people_use() -> None:
    rows = (waits("short", START), waits("recount", START - MINUTE))
    seen = board(floor_of(one(Sub.RELEASED, ref="SO-1"), exceptions=rows), START, online=True)
    assert (seen.exceptions, [card.reason for card in seen.cards]) == (2, ["recount", "short"])
    assert {card.name for card in seen.cards} == {"SO-1"}


def test_a_closed_row_leaves_the_floor_and_a_damaged_one_is_left_out() -> None:
    floor = floor_of(one(Sub.RELEASED), exceptions=(waits("short", START),))
    gone = replace(waits("short", START), closed=True)
    floor.take(told((Kind.EXCEPTION, "x0", gone), full=False))
    bad = StoredRow(Kind.ORDER.value, "shop:0", "{")
    floor.take(Watched("e", "2", (bad,), (), full=False, at=START))
    assert (dict(floor.orders), dict(floor.exceptions)) == ({}, {})


def test_steps_are_counted_once_however_often_they_are_read() -> None:
    floor = floor_of(passed=[packed(3)])
    floor.take_passed([packed(3), packed(2)], START)
    assert [(START - one_.at) for one_ in floor.passed] == [3 * MINUTE, 2 * MINUTE]
    floor.take_passed([], START + 2 * WINDOW)
    assert list(floor.passed) == []


@pytest.mark.parametrize("online", [True, False])
def test_an_empty_floor_is_a_board_as_well(online: bool) -> None:
    seen = board(Floor(), START, online=online)
    assert (seen.at, seen.online, seen.bars, seen.late) == (None, online, (), 0)
