"""The shop's word counts wherever the order stands; what was done stays on the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec
from app.domain.documents import LineDocument, OrderDocument
from app.domain.effect import Effect
from app.domain.facts import FactKind, Kind
from app.domain.reduce import reduce
from app.domain.rows.orders import Order, OrderLine, ParcelMark, Stage, State, Stop, Sub
from app.domain.rows.shop_word import PART_LEFT, matched, superseded
from tests.unit.domain.test_reduce import about
from tests.unit.domain.world import NOW, document, order

K = FactKind
LATER = NOW + timedelta(hours=1)


def says(row: Order, new: OrderDocument, kind: FactKind = K.ORDER_CHANGED) -> Effect:
    body = {"document": codec.dump(new), "digest": codec.to_text(new)}
    return reduce(Kind.ORDER, row, about(kind, **body))


def worked(sub: Sub, *lines: OrderLine, **changes: Any) -> Order:
    state = State.DISPATCHED if sub is Sub.MANIFESTED else State.PICKING
    row = order(*((line.sku, line.ordered) for line in lines))
    return replace(row, state=state, sub=sub, lines=lines, **changes)


BOX = (ParcelMark("1", 1, Stage.CLOSED),)
PICKED = worked(Sub.PICKED, OrderLine(1, "MUG", "Mug", 3, picked=3, put=3))
PACKED = worked(Sub.PACKED, OrderLine(1, "MUG", "Mug", 3, picked=3, packed=3), parcels=BOX)
GONE = replace(PACKED, state=State.DISPATCHED, sub=Sub.MANIFESTED)


def test_less_of_a_packed_line_is_to_be_taken_out() -> None:
    effect = says(PACKED, document(("MUG", 2)))
    assert effect.exception == "lines_changed_while_worked"
    row = effect.row
    assert row.stopped is Stop.SURPLUS
    assert [(line.sku, units) for line, units in row.surplus] == [("MUG", 1)]
    out = reduce(Kind.ORDER, row, about(K.UNIT_REMOVED, line=1, sku="MUG", quantity=1)).row
    assert (out.stopped, out.surplus) == (None, ())
    assert [(line.sku, units) for line, units in out.to_put_back] == [("MUG", 1)]


def test_less_of_a_picked_line_is_to_be_put_back_and_stops_nothing() -> None:
    row = says(PICKED, document(("MUG", 1))).row
    assert (row.sub, row.stopped, row.units_to_pack) == (Sub.PICKED, None, 1)
    assert [units for _, units in row.to_put_back] == [2]


def test_a_line_that_is_gone_stays_with_nothing_ordered() -> None:
    two = worked(
        Sub.PICKED, OrderLine(1, "MUG", "Mug", 3, picked=3), OrderLine(2, "POT", "Pot", 1, picked=1)
    )
    row = says(two, document(("POT", 1))).row
    assert [(line.number, line.sku, line.ordered) for line in row.lines] == [
        (1, "MUG", 0),
        (2, "POT", 1),
    ]
    assert [(line.sku, units) for line, units in row.to_put_back] == [("MUG", 3)]


@pytest.mark.parametrize("row", [PICKED, PACKED, replace(PACKED, sub=Sub.PACKING)])
def test_more_is_to_be_picked_again(row: Order) -> None:
    effect = says(row, document(("MUG", 4), ("POT", 1)))
    assert effect.exception == "lines_changed_while_worked"
    assert (effect.row.state, effect.row.sub) == (State.PICKING, Sub.STARTED)
    assert [(line.number, line.to_pick) for line in effect.row.lines] == [(1, 1), (2, 1)]
    assert effect.row.pickable and not effect.row.packable


def test_packing_on_does_not_end_the_second_pick() -> None:
    """A bench that has not heard of it packs on, and even says that the order is packed."""
    half = OrderLine(1, "MUG", "Mug", 3, picked=3, packed=2)
    row = says(
        worked(Sub.PACKING, half, parcels=(ParcelMark("1", 1),)), document(("MUG", 3), ("POT", 1))
    ).row
    unit = about(K.UNIT_PACKED, line=1, sku="MUG", quantity=1)
    row = reduce(Kind.ORDER, row, unit).row
    sealed = replace(row, parcels=BOX)
    effect = reduce(Kind.ORDER, sealed, about(K.ORDER_PACKED))
    assert (effect.conflict, effect.row.sub) == ("packed_incomplete", Sub.STARTED)
    more = about(K.UNIT_PICKED, line=2, sku="POT", quantity=1, bin="A1")
    row = reduce(Kind.ORDER, effect.row, more).row
    assert reduce(Kind.ORDER, row, about(K.ORDER_PICKED)).row.sub is Sub.PICKED


def test_an_order_that_nobody_has_goes_to_the_packers_when_the_rest_is_taken_back() -> None:
    left = worked(Sub.STARTED, OrderLine(1, "MUG", "Mug", 3, picked=2, put=2))
    assert says(left, document(("MUG", 2))).row.sub is Sub.PICKED
    held = replace(left, worked_by="P1")
    assert says(held, document(("MUG", 2))).row.sub is Sub.STARTED


def test_units_that_were_short_are_the_first_that_nobody_waits_for() -> None:
    row = worked(Sub.PICKED, OrderLine(1, "MUG", "Mug", 3, picked=2, short=1))
    (less,) = says(row, document(("MUG", 2))).row.lines
    assert (less.short, less.to_pack, less.to_pick) == (0, 2, 0)
    (same,) = says(row, document(("MUG", 3), carrier="UPS")).row.lines
    assert (same.short, same.to_pack) == (1, 2)


def test_what_has_left_is_never_rewritten() -> None:
    effect = says(GONE, document(("POT", 9), carrier="UPS"))
    assert effect.exception == "lines_changed_while_worked"
    assert effect.row == replace(GONE, digest=effect.row.digest)
    assert effect.row.stopped is None


def test_less_of_an_order_of_which_a_part_has_left_is_for_a_person() -> None:
    """The shop may count what has left, or may not; the whole quantity again lets it go on."""
    two = (ParcelMark("1", 1, Stage.DISPATCHED), ParcelMark("2", 2, Stage.CLOSED))
    part = replace(PACKED, parcels=two)
    effect = says(part, document(("MUG", 1)))
    assert effect.exception == "lines_changed_while_worked"
    assert (effect.row.stopped, effect.row.hold) == (Stop.HELD, PART_LEFT)
    assert effect.row.lines == part.lines
    again = says(effect.row, document(("MUG", 3)))
    assert (again.row.stopped, again.exception) == (None, "")


@pytest.mark.parametrize("row", [PICKED, PACKED])
def test_a_hold_stops_the_work_and_goes_by_itself(row: Order) -> None:
    effect = says(row, document(("MUG", 3), hold="payment voided"))
    assert (effect.exception, effect.row.stopped) == ("held_while_worked", Stop.HELD)
    assert effect.row.sub is row.sub
    paid = says(effect.row, document(("MUG", 3)))
    assert (paid.row.stopped, paid.row.hold, paid.exception) == (None, "", "")


def test_an_order_whose_newest_document_is_faulty_is_held_until_one_can_be_read() -> None:
    first = says(order(("MUG", 2)), document(("MUG", 2))).row
    row = reduce(Kind.ORDER, first, about(K.ORDER_HELD, reason="sku is missing")).row
    assert (row.sub, row.hold, row.stopped) == (Sub.ON_HOLD, "sku is missing", Stop.HELD)
    again = says(row, document(("MUG", 2)))
    assert (again.row.sub, again.row.stopped) == (Sub.RELEASED, None)
    busy = reduce(Kind.ORDER, PACKED, about(K.ORDER_HELD, reason="sku is missing"))
    assert (busy.row.sub, busy.row.stopped) == (Sub.PACKED, Stop.HELD)
    assert busy.exception == "held_while_worked"
    late = reduce(Kind.ORDER, GONE, about(K.ORDER_HELD, reason="x"))
    assert late == Effect(GONE, exception="held_while_worked")


def test_an_older_word_changes_nothing() -> None:
    row = says(order(("MUG", 3)), document(("MUG", 2), changed_at=LATER)).row
    old = document(("MUG", 3), changed_at=NOW)
    assert says(row, old) == Effect(row)
    assert says(row, replace(old, cancelled=True), K.ORDER_CANCELLED) == Effect(row)
    old_fault = about(K.ORDER_HELD, reason="x", changed_at=NOW.isoformat())
    assert reduce(Kind.ORDER, row, old_fault) == Effect(row)
    assert superseded(row, NOW) and not superseded(row, LATER) and not superseded(row, None)


# --- cancelled, then paid -------------------------------------------------------------------------


def gone(row: Order, **changes: Any) -> Order:
    new = document(("MUG", 3), cancelled=True, hold="refunded", **changes)
    cancelled: Order = says(row, new, K.ORDER_CANCELLED).row
    return cancelled


def test_a_cancelled_order_says_why_and_what_goes_back() -> None:
    row = gone(PACKED)
    assert (row.sub, row.stopped, row.hold) == (Sub.CANCELLED, Stop.CANCELLED, "refunded")
    assert [units for _, units in row.surplus] == [3]
    assert [units for _, units in gone(PICKED).to_put_back] == [3]


def test_an_order_that_was_cancelled_from_the_start_comes_to_life_when_it_is_paid() -> None:
    failed = document(("MUG", 1), cancelled=True, hold="failed")
    body = {"document": codec.dump(failed), "digest": "f"}
    row = reduce(Kind.ORDER, None, about(K.ORDER_PLACED, **body)).row
    effect = says(row, document(("MUG", 1)))
    assert (effect.row.state, effect.row.sub) == (State.ORDERED, Sub.RELEASED)
    assert (effect.row.hold, effect.conflict, effect.exception) == ("", "", "")


@pytest.mark.parametrize(
    ("row", "sub"),
    [
        (PICKED, Sub.PICKED),
        (PACKED, Sub.PACKED),
        (worked(Sub.STARTED, OrderLine(1, "MUG", "Mug", 3, picked=1)), Sub.STARTED),
        (worked(Sub.STARTED, OrderLine(1, "MUG", "Mug", 3)), Sub.RELEASED),
    ],
)
def test_it_goes_on_where_its_goods_are(row: Order, sub: Sub) -> None:
    effect = says(gone(row, changed_at=NOW), document(("MUG", 3), changed_at=LATER))
    assert (effect.row.sub, effect.row.stopped, effect.conflict) == (sub, None, "")
    touched = any(line.picked for line in row.lines)
    assert effect.exception == ("changed_after_cancel" if touched else "")


def test_an_older_copy_of_a_cancelled_order_brings_nothing_back() -> None:
    first = document(("MUG", 3))
    row = gone(says(order(("MUG", 3)), first).row)
    effect = says(row, first)
    assert (effect.conflict, effect.row.sub) == ("changed_after_cancel", Sub.CANCELLED)


# --- lines ----------------------------------------------------------------------------------------


def test_lines_are_matched_by_the_shops_id_then_by_goods() -> None:
    old = (
        OrderLine(1, "MUG", "Mug", 1, picked=1, note="Engraving: Oma", key="11"),
        OrderLine(2, "MUG", "Mug", 1, packed=1, note="Engraving: Opa", key="12"),
    )
    new = (
        LineDocument(1, "MUG", "Mug", 2, note="Engraving: Opa", key="12"),
        LineDocument(2, "MUG", "Mug", 1, note="Engraving: Oma", key="99"),
        LineDocument(3, "MUG", "Mug", 1),
    )
    found = [(x.number, x.ordered, x.picked, x.packed, x.note) for x in matched(old, new)]
    assert found == [
        (1, 1, 1, 0, "Engraving: Oma"),
        (2, 2, 0, 1, "Engraving: Opa"),
        (3, 1, 0, 0, ""),
    ]


def test_another_engraving_is_other_goods() -> None:
    old = (OrderLine(1, "MUG", "Mug", 1, packed=1, note="Engraving: Oma", key="11"),)
    new = (LineDocument(1, "MUG", "Mug", 1, note="Engraving: Opa", key="11"),)
    assert [(x.ordered, x.packed, x.note) for x in matched(old, new)] == [
        (0, 1, "Engraving: Oma"),
        (1, 0, "Engraving: Opa"),
    ]


_SKUS = st.sampled_from(["MUG", "POT", "TEE"])
_OLD = st.lists(
    st.builds(
        lambda sku, units: OrderLine(0, sku, sku, units, picked=units), _SKUS, st.integers(1, 4)
    ),
    max_size=5,
).map(lambda lines: tuple(replace(x, number=n) for n, x in enumerate(lines, start=1)))
_NEW = st.lists(
    st.builds(lambda sku, units: LineDocument(0, sku, sku, units), _SKUS, st.integers(1, 4)),
    max_size=5,
).map(lambda lines: tuple(replace(x, number=n) for n, x in enumerate(lines, start=1)))


@given(_OLD, _NEW)
def test_matching_loses_no_unit_and_wants_what_the_shop_wants(
    old: tuple[OrderLine, ...], new: tuple[LineDocument, ...]
) -> None:
    lines = matched(old, new)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert [line.sku for line in lines[: len(old)]] == [line.sku for line in old]
    assert sum(x.picked for x in lines) == sum(x.picked for x in old)
    for sku in ("MUG", "POT", "TEE"):
        wanted = sum(x.quantity for x in new if x.sku == sku)
        assert sum(x.ordered for x in lines if x.sku == sku) == wanted


def test_a_truck_should_carry_what_its_carriers_orders_still_have_here() -> None:
    row = order(("MUG", 1))
    assert row.rides_with("DHL") and PACKED.rides_with("DHL")
    assert not row.rides_with("UPS")
    assert not GONE.rides_with("DHL")
    assert not gone(PACKED).rides_with("DHL")
    assert not replace(row, pickup=True).rides_with("DHL")
