"""A report's figures are what an independent count says, and say so where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import FactKind
from app.domain.rows.orders import OrderLine
from app.reports.figures import NAMES
from app.reports.fold import KINDS
from app.reports.ledger import PAUSE
from app.reports.tables import PAPER, Table, tables, text_of
from tests.helpers.model import START
from tests.unit.domain.world import order
from tests.unit.reports.days import (
    MINUTE,
    TOMORROW,
    by_time,
    fact,
    figures,
    gone,
    one_order,
    report,
)

K = FactKind
ROW = order(("MUG", 5), carrier="DHL", cut_off=START + 60 * MINUTE, placed_at=START - 30 * MINUTE)


def test_one_order_from_pick_to_truck() -> None:
    made = report(*one_order(), orders={"shop:a": gone(ROW, 70)})
    found = figures(made)
    assert (found["orders_picked"], found["orders_packed"], found["orders_shipped"]) == (1, 1, 1)
    assert (found["units_picked"], found["units_packed"], found["units_short"]) == (3, 3, 1)
    assert (found["labels_caught"], found["labels_first_time"]) == (1, 0.0)
    assert (found["on_time_shipments"], found["shipped_complete"]) == (0.0, 100.0)
    assert (found["damage_free"], found["perfect_order"]) == (100.0, 0.0)
    assert [(one.step, one.half) for one in made.leads] == [
        ("picking", 4.0),
        ("packing", 3.0),
        ("waiting for a packer", 6.0),
        ("waiting for the truck", 57.0),
        ("loading", 10.0),
        ("placed to packed", 43.0),
        ("placed to shipped", 100.0),
    ]
    assert made.carriers == (("DHL", 1),)
    assert [(one.carrier, one.dated, one.met) for one in made.cut_offs] == [("DHL", 1, 0)]
    assert [(one.name, one.units) for one in made.people] == [("11", 3), ("12", 3)]
    (channel,) = made.channels
    assert (channel.name, channel.units_picked, channel.parcels, channel.loaded) == (
        "shop",
        3,
        1,
        1,
    )
    (carrier,) = made.through_carriers
    assert (carrier.name, carrier.picked, carrier.packed, carrier.dispatched) == ("DHL", 1, 1, 1)
    assert [(one.sku, one.bin, one.units) for one in made.shorts] == [("MUG", "A-1", 1)]
    (printer,) = made.printers
    assert (printer.station, printer.sent, printer.proven, printer.mismatch) == ("P2", 1, 1, 1)


@pytest.mark.parametrize(
    ("changed", "perfect"),
    [
        ({}, 100.0),
        ({"cut_off": START + 60 * MINUTE}, 0.0),
        ({"cut_off": None}, 100.0),
        ({"lines": (OrderLine(1, "MUG", "Mug", 5, short=1),)}, 0.0),
    ],
)
def test_a_perfect_order_is_on_time_and_whole(changed: dict[str, Any], perfect: float) -> None:
    facts = [one for one in one_order() if one.kind != K.LABEL_MISMATCH]
    row = replace(gone(ROW, 70), **{"cut_off": TOMORROW, **changed})
    assert figures(report(*facts, orders={"shop:a": row}))["perfect_order"] == perfect


@pytest.mark.parametrize(
    ("kind", "figure"),
    [
        (K.LABEL_FAILED, "labels_first_time"),
        (K.LABEL_REPRINTED, "labels_first_time"),
        (K.PARCEL_WITHDRAWN, "labels_first_time"),
        (K.UNIT_DAMAGED, "damage_free"),
    ],
)
def test_a_perfect_order_has_its_label_right_at_once_and_no_damage(
    kind: FactKind, figure: str
) -> None:
    facts = [one for one in one_order() if one.kind != K.LABEL_MISMATCH]
    wrong = fact(kind, 12.2, "shop:a", who="12", at="P2")
    row = replace(gone(ROW, 70), cut_off=None)
    found = figures(report(*by_time([*facts, wrong]), orders={"shop:a": row}))
    assert (found["perfect_order"], found[figure]) == (0.0, 0.0)


def test_an_order_of_which_a_box_is_here_still_is_not_shipped() -> None:
    made = report(*one_order(), orders={"shop:a": ROW})
    assert figures(made)["orders_shipped"] == 0
    again = report(*one_order(), fact(K.LOAD_REOPENED, 71, "shop:a", at="P2"))
    assert figures(again)["orders_shipped"] == 0


def test_an_order_that_its_customer_collects_is_shipped_then() -> None:
    facts = [one for one in one_order() if one.kind != K.LOAD_CLOSED]
    taken = fact(K.HANDED_OVER, 75, "shop:a", at="P2")
    made = report(*facts, taken, orders={"shop:a": gone(ROW, 75)})
    assert (figures(made)["orders_shipped"], made.hours[-1].dispatched) == (1, 1)


def test_a_relabelled_box_and_its_units_count_once() -> None:
    made = report(
        fact(K.UNIT_PACKED, 0, "shop:a", quantity=3, sscc="1", **{"from": "tote:T-1"}),
        fact(K.PARCEL_SEALED, 1, "shop:a", sscc="1"),
        fact(K.PARCEL_WITHDRAWN, 2, "shop:a", sscc="1", into="2"),
        fact(K.UNIT_PACKED, 2, "shop:a", quantity=3, sscc="2", **{"from": "parcel:1"}),
        fact(K.PARCEL_SEALED, 2, "shop:a", sscc="2"),
        fact(K.PARCEL_REOPENED, 3, "shop:a", sscc="2"),
        fact(K.PARCEL_SEALED, 4, "shop:a", sscc="2"),
    )
    found = figures(made)
    assert (found["units_packed"], found["parcels"], found["boxes_withdrawn"]) == (3, 1, 1)
    (station,) = made.stations
    assert (station.units_packed, station.parcels, made.hours[0].parcels) == (3, 1, 1)


def test_a_pause_is_no_work() -> None:
    long = PAUSE / MINUTE + 1
    made = report(
        fact(K.UNIT_PICKED, 0, "a", quantity=1),
        fact(K.UNIT_PICKED, 3, "a", quantity=1),
        fact(K.UNIT_PICKED, 3 + long, "a", quantity=1),
    )
    (station,) = made.stations
    assert (station.hours, station.per_hour) == (0.05, 60.0)
    (alone,) = report(fact(K.UNIT_PICKED, 0, "a", quantity=1)).stations
    assert alone.per_hour is None


def test_persons_and_customers_are_named_only_where_it_is_asked_for() -> None:
    orders = {"shop:a": gone(ROW, 70)}
    made = report(*one_order(), orders=orders, personal=False)
    assert (made.people, made.people_lost, made.paces, made.customers) == ((), (), (), ())
    (customer,) = report(*one_order(), orders=orders, customers=True).customers
    assert (customer.name, customer.orders, customer.late) == ("Ada", 1, 1)


def test_nothing_happened_and_each_figure_says_what_it_can() -> None:
    made = report()
    assert made.notes == ("Nothing happened in this time.",)
    assert figures(made)["orders_packed"] == 0
    empty = {one.code: one.why for one in made.figures if one.value is None}
    assert empty.keys() == {
        "on_time_shipments",
        "shipped_complete",
        "labels_first_time",
        "damage_free",
        "perfect_order",
        "order_picking_accuracy",
        "wrong_scans_refused",
    }
    assert all(empty.values())
    for table in tables(made, 7):
        assert all(len(row) == len(table.head) for row in (*table.texts, *table.paper))


def test_every_figure_has_a_name_and_a_formula() -> None:
    made = report(*one_order())
    assert [one.code for one in made.figures if one.code not in NAMES or not one.formula] == []
    assert NAMES.keys() == {one.code for one in made.figures}


def test_every_table_of_a_full_report_fits_its_head() -> None:
    row = gone(ROW, 70)
    made = report(*one_order(), orders={"shop:a": row}, customers=True, stock={"MUG": 2})
    titles = [table.title for table in tables(made, 7)]
    assert len(titles) == len(set(titles)) == 15
    for table in tables(made, 7):
        assert table.rows, table.title
        assert all(len(row) == len(table.head) for row in table.rows), table.title


def test_paper_has_the_first_rows_and_says_how_many_more_there_are() -> None:
    table = Table("T", ("a", "b"), tuple((n, None) for n in range(PAPER + 3)))
    assert (len(table.texts), len(table.paper)) == (PAPER + 3, PAPER + 1)
    assert table.paper[-1] == ("... and 3 more", "")
    assert (text_of(None), text_of(2.50), text_of(-3)) == ("-", "2.5", "-3")


def test_an_hour_that_comes_twice_is_two_hours() -> None:
    """In Central Europe 2026-10-25 has 25 hours; the report's hours are instants, not numbers."""
    night = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    twice = [
        replace(fact(K.ORDER_PACKED, 0, str(n)), occurred_at=night + n * timedelta(hours=1))
        for n in range(3)
    ]
    made = report(*twice, since=night, until=night + timedelta(hours=4))
    assert [one.packed for one in made.hours] == [1, 1, 1]
    assert len({one.start.astimezone(UTC) for one in made.hours}) == 3


def test_facts_later_than_now_are_told_by_station() -> None:
    late = fact(K.ORDER_PACKED, 24 * 60, "a", at="P2")
    made = report(fact(K.ORDER_PACKED, 1, "b"), late, until=TOMORROW + MINUTE, now=START + MINUTE)
    assert made.notes == (
        "The clock of P2 is ahead: 1 of its facts are later than now, and 1 of them are in these"
        " figures.",
    )
    outside = report(fact(K.ORDER_PACKED, 1, "b"), ahead={"P3": 7})
    assert outside.notes[0].startswith("The clock of P3 is ahead: 7 of its facts are later")


_KINDS = st.sampled_from(KINDS)


@given(
    st.lists(
        st.tuples(_KINDS, st.integers(0, 479), st.sampled_from("abc"), st.integers(1, 9)),
        max_size=60,
    )
)
def test_totals_are_those_of_an_independent_count(
    rows: list[tuple[FactKind, int, str, int]],
) -> None:
    rows.sort(key=lambda row: row[1])
    made = report(*(fact(kind, minute, name, quantity=n) for kind, minute, name, n in rows))
    found = figures(made)
    for kind, code in ((K.UNIT_PICKED, "units_picked"), (K.UNIT_PACKED, "units_packed")):
        assert found[code] == sum(n for one, _, _, n in rows if one is kind)
    for kind, code in ((K.ORDER_PICKED, "orders_picked"), (K.ORDER_PACKED, "orders_packed")):
        assert found[code] == sum(one is kind for one, *_ in rows)
    left: dict[str, int] = {}
    back: dict[str, int] = {}
    for kind, minute, name, _ in rows:
        if kind in {K.LOAD_CLOSED, K.HANDED_OVER}:
            left[name] = minute
        elif kind in {K.LOAD_REOPENED, K.PARCEL_RETURNED}:
            back[name] = minute
    shipped = {name for name, minute in left.items() if minute > back.get(name, -1)}
    assert sum(one.packed for one in made.hours) == found["orders_packed"]
    assert sum(one.units for one in made.people) == sum(one.units for one in made.stations)
    assert all(one.hours <= 8 for one in made.people)
    if all(minute - rows[0][1] < 60 for _, minute, _, _ in rows):
        assert found["orders_shipped"] == len(shipped)
