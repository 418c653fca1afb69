"""What each fact does to an order, and conflicts by their names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind
from app.domain.reduce import reduce
from app.domain.rows.orders import Order, OrderLine, ParcelMark, Stage, State, Sub
from tests.unit.domain.test_reduce import RANK, about, unit
from tests.unit.domain.world import (
    NOW,
    document,
    order,
)

K = FactKind

# --- orders --------------------------------------------------------------------------------------

STARTED = order(("MUG", 2), state=State.PICKING, sub=Sub.STARTED, worked_by="P1")
PACKING = replace(STARTED, sub=Sub.PACKING)
FULL = (OrderLine(1, "MUG", "Mug", 2, picked=2, packed=2),)
CANCELLED = order(("MUG", 2), state=State.CANCELLED, sub=Sub.CANCELLED)
ELSEWHERE = replace(STARTED, worked_by="P2")

CONFLICTS: list[tuple[str, Order | None, Fact]] = [
    ("unknown_order", None, unit(K.UNIT_PICKED)),
    ("unknown_line", STARTED, about(K.UNIT_PICKED, line=9, sku="MUG", quantity=1)),
    ("unknown_line", PACKING, about(K.UNIT_PACKED, line=9, sku="MUG", quantity=1)),
    ("unknown_parcel", PACKING, about(K.PARCEL_SEALED, sscc="1")),
    ("picked_twice", replace(STARTED, lines=FULL), unit(K.UNIT_PICKED)),
    ("picked_twice", STARTED, unit(K.UNIT_PICKED, 3)),
    ("packed_twice", replace(PACKING, lines=FULL), unit(K.UNIT_PACKED)),
    ("picked_cancelled", CANCELLED, unit(K.UNIT_PICKED)),
    ("picked_cancelled", CANCELLED, about(K.PICK_STARTED)),
    ("packed_cancelled", CANCELLED, unit(K.UNIT_PACKED)),
    ("packed_cancelled", CANCELLED, about(K.PACK_STARTED)),
    ("packed_cancelled", CANCELLED, about(K.ORDER_PACKED)),
    ("dispatched_cancelled", CANCELLED, about(K.LOAD_CLOSED, ssccs=["1"])),
    ("worked_by_another_station", ELSEWHERE, about(K.PICK_STARTED)),
    ("worked_by_another_station", ELSEWHERE, about(K.PACK_STARTED)),
    ("worked_by_another_station", ELSEWHERE, unit(K.UNIT_PICKED)),
    ("worked_by_another_station", replace(ELSEWHERE, sub=Sub.PACKING), unit(K.UNIT_PACKED)),
    ("undone_never_picked", STARTED, unit(K.PICK_UNDONE)),
    ("removed_never_packed", PACKING, unit(K.UNIT_REMOVED)),
    ("placed_twice", STARTED, about(K.ORDER_PLACED, document=codec.dump(document(("MUG", 1))))),
    ("changed_after_cancel", CANCELLED, about(K.ORDER_CHANGED, document=codec.dump(document()))),
    (
        "cancelled_after_dispatch",
        replace(STARTED, state=State.DISPATCHED, sub=Sub.MANIFESTED),
        about(K.ORDER_CANCELLED),
    ),
]


@pytest.mark.parametrize(("reason", "row", "fact"), CONFLICTS)
def test_an_order_in_conflict(reason: str, row: Order | None, fact: Fact) -> None:
    effect = reduce(Kind.ORDER, row, fact)
    assert effect.conflict == reason
    if row is not None:
        assert RANK[effect.row.sub] >= RANK[row.sub]


def test_what_was_picked_twice_is_still_counted() -> None:
    row = reduce(Kind.ORDER, replace(STARTED, lines=FULL), unit(K.UNIT_PICKED)).row
    assert row.lines[0].picked == 3
    assert reduce(Kind.ORDER, CANCELLED, unit(K.UNIT_PICKED)).row.lines[0].picked == 1


TROUBLES: list[tuple[str, Order, Fact]] = [
    ("short", STARTED, unit(K.PICK_SHORT)),
    ("short", PACKING, unit(K.PACK_SHORT)),
    ("damaged", STARTED, unit(K.UNIT_DAMAGED, source="bin:A1")),
    ("nothing_picked", STARTED, about(K.ORDER_PICKED)),
    ("parked", PACKING, about(K.ORDER_PARKED, shelf="H-1")),
    ("return_goods", replace(STARTED, lines=FULL), about(K.ORDER_CANCELLED)),
    (
        "lines_changed_while_worked",
        STARTED,
        about(K.ORDER_CHANGED, document=codec.dump(document(("MUG", 5)))),
    ),
]


@pytest.mark.parametrize(("reason", "row", "fact"), TROUBLES)
def test_an_order_that_needs_a_person(reason: str, row: Order, fact: Fact) -> None:
    effect = reduce(Kind.ORDER, row, fact)
    assert (effect.exception, effect.conflict) == (reason, "")


def test_an_order_changes_freely_before_the_work() -> None:
    new = about(
        K.ORDER_CHANGED, document=codec.dump(document(("POT", 7), carrier="UPS")), digest="n"
    )
    before = reduce(Kind.ORDER, order(("MUG", 2)), new).row
    assert [line.sku for line in before.lines] == ["POT"]
    assert (before.carrier, before.digest, before.sub) == ("UPS", "n", Sub.RELEASED)


def test_the_same_document_again_is_no_conflict() -> None:
    fact = about(K.ORDER_PLACED, document=codec.dump(document(("MUG", 2))), digest="d")
    row = reduce(Kind.ORDER, None, fact).row
    assert reduce(Kind.ORDER, row, fact) == type(reduce(Kind.ORDER, row, fact))(row)


def test_an_order_leaves_with_its_last_parcel() -> None:
    marks = (ParcelMark("1", 1, Stage.LOADED), ParcelMark("2", 2, Stage.LOADED))
    row = replace(STARTED, sub=Sub.PACKED, parcels=marks)
    first = reduce(Kind.ORDER, row, about(K.LOAD_CLOSED, ssccs=["1"], load="L-1")).row
    assert (first.sub, first.dispatched_at) == (Sub.PACKED, None)
    last = reduce(Kind.ORDER, first, about(K.LOAD_CLOSED, ssccs=["2"], load="L-2")).row
    assert (last.state, last.dispatched_at) == (State.DISPATCHED, NOW)
    void = replace(row, parcels=(marks[0], ParcelMark("2", 2, Stage.VOID)))
    assert reduce(Kind.ORDER, void, about(K.LOAD_CLOSED, ssccs=["1"], load="L")).row.dispatched_at


def test_a_station_gives_back_only_what_is_its_own() -> None:
    assert reduce(Kind.ORDER, STARTED, about(K.PICK_LEFT)).row.worked_by == ""
    assert reduce(Kind.ORDER, ELSEWHERE, about(K.PICK_LEFT)).row.worked_by == "P2"
    assert reduce(Kind.ORDER, ELSEWHERE, about(K.TAKEN_OVER)).row.worked_by == "P1"
