"""A serial number's whole life against an oracle: in a bin, picked, boxed, gone, back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec, serials
from app.domain.capture import Unit
from app.domain.effect import Effect
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.outcome import outcome
from app.domain.outcome_work import Working
from app.domain.reduce import reduce
from app.domain.rows.orders import OrderLine, Taken
from app.domain.rows.stock_move import GONE, StockMove
from app.domain.rows.things import Serial, SerialState
from app.domain.stock import Status, StockKey
from tests.unit.domain.world import NOW, ORDER, FakeWorld, as_fact, order

K, S = FactKind, SerialState
NAME = serial_id("CLOCK", "A")
ONE, TWO, BOX, OTHER = ORDER, "shop:SO-2", "1", "2"


def told(kind: FactKind, about: str = ONE, **body: Any) -> Any:
    unit = {"sku": "CLOCK", "serial": "A", "quantity": 1, "line": 1, "order": about}
    subjects = (Subject(Kind.ORDER, about), Subject(Kind.SERIAL, NAME))
    return as_fact(NewFact(kind, subjects, unit | body))


def step(row: Serial | None, kind: FactKind, about: str = ONE, **body: Any) -> Effect:
    return reduce(Kind.SERIAL, row, told(kind, about, **body), NAME)


def moved(source: str, target: str) -> Any:
    """The unit goes there; where it would stay it is put on hold, and where it is gone written off."""
    key = StockKey("CLOCK")
    status = Status.SCRAP if target == GONE else Status.HOLD if source == target else key.status
    move = StockMove(source, target, key, replace(key, status=status), 1, serials=("A",))
    assert move.possible
    return as_fact(move.fact())


@dataclass(frozen=True)
class Life:
    """The oracle: where the unit is, in one word, and the names that go with it."""

    state: SerialState = S.LOOSE
    bin: str = ""
    box: str = ""
    order: str = ""
    picker: str = ""  # the order that a picker took it for, also while it is in a box


Act = tuple[FactKind, str, str]
"""(kind, order, bin or box)"""
ACTS = st.one_of(
    st.tuples(
        st.sampled_from([K.UNIT_PICKED, K.PICK_UNDONE, K.BIN_COUNTED]),
        st.sampled_from([ONE, TWO]),
        st.sampled_from(["B1", "B2"]),
    ),
    st.tuples(
        st.sampled_from(
            [
                K.UNIT_PACKED,
                K.UNIT_REMOVED,
                K.PARCEL_WITHDRAWN,
                K.LOAD_CLOSED,
                K.HANDED_OVER,
                K.LOAD_REOPENED,
                K.PARCEL_RETURNED,
            ]
        ),
        st.sampled_from([ONE, TWO]),
        st.sampled_from([BOX, OTHER]),
    ),
)
MOVES = st.tuples(
    st.just(K.STOCK_MOVED),
    st.sampled_from(["bin:B1", "bin:B2"]),
    st.sampled_from(["bin:B1", "bin:B2", GONE]),
)
DAMAGE = st.tuples(
    st.sampled_from([K.UNIT_DAMAGED, K.DAMAGE_UNDONE]), st.sampled_from([ONE, TWO]), st.just("")
)
BOXED = {S.PACKED, S.SHIPPED, S.RETURNED}
OUT = {K.UNIT_REMOVED, K.PARCEL_WITHDRAWN}
LEFT = {K.LOAD_CLOSED, K.HANDED_OVER}


def carried(life: Life, act: Act) -> tuple[Life, bool]:
    """The same after an act that brings the unit to another place, or calls it damaged."""
    kind, name, where = act
    if kind is K.STOCK_MOVED:
        if life.state in {S.PACKED, S.SHIPPED}:
            return replace(life, picker=""), True
        here_ = life.bin in {"", name.removeprefix("bin:")}
        asked = life.state is S.PICKED or not here_ or bool(life.picker)
        if where == GONE:
            return Life(), asked
        return Life(S.IN_STOCK, bin=where.removeprefix("bin:")), asked
    if kind is K.UNIT_DAMAGED:
        return (life, True) if life.state in BOXED else (Life(), life.picker not in {"", name})
    if life.state in BOXED or life.picker == name:
        return life, False
    return Life(S.PICKED, picker=name), bool(life.picker or life.bin)


def lived(life: Life, act: Act) -> tuple[Life, bool]:
    """The life after an act, and whether a person must be asked."""
    kind, name, where = act
    boxed, here = life.state in BOXED, life.box == where and life.state in BOXED
    if kind is K.UNIT_PICKED:
        if boxed:
            late = life.order == name
            return (replace(life, picker=name) if late else life), not late
        elsewhere = life.state is S.IN_STOCK and life.bin != where
        another = life.state is S.PICKED and life.picker != name
        return Life(S.PICKED, picker=name), elsewhere or another
    if kind is K.PICK_UNDONE:
        if life.state is S.PICKED and life.picker == name:
            return Life(S.IN_STOCK, bin=where), False
        return (replace(life, picker="") if life.picker == name else life), False
    if kind is K.BIN_COUNTED:
        if life.state in {S.PACKED, S.SHIPPED}:
            return replace(life, picker=""), True
        return Life(S.IN_STOCK, bin=where), False
    if kind in {K.STOCK_MOVED, K.UNIT_DAMAGED, K.DAMAGE_UNDONE}:
        return carried(life, act)
    if kind is K.UNIT_PACKED:
        if boxed:
            return life, True
        another = life.picker not in {"", name}
        picker = "" if another else life.picker
        return Life(S.PACKED, box=where, order=name, picker=picker), another
    if not here:
        return life, False
    if kind in OUT:
        return Life(S.PICKED if life.picker else S.LOOSE, picker=life.picker), False
    if kind in LEFT:
        return replace(life, state=S.SHIPPED), False
    if kind is K.PARCEL_RETURNED:
        return replace(life, state=S.RETURNED), False
    return (replace(life, state=S.PACKED) if life.state is S.SHIPPED else life), False


@given(st.lists(st.one_of(ACTS, MOVES, DAMAGE), min_size=1, max_size=12))
def test_every_answer_is_the_oracles(acts: list[Act]) -> None:
    row: Serial | None = None
    life = Life()
    for act in acts:
        kind, name, where = act
        if kind is K.STOCK_MOVED:
            effect = reduce(Kind.SERIAL, row, moved(name, where), NAME)
        else:
            effect = step(row, kind, name, bin=where, sscc=where, ssccs=[where])
        life, asked = lived(life, act)
        assert bool(effect.conflict or effect.exception) is asked, act
        row = effect.row
        shown = row or Serial("CLOCK", "A")
        assert shown.state is life.state, act
        assert shown.place == (life.box or life.bin)
        assert shown.order == life.order
        if life.state is S.PICKED:
            assert shown.picked == life.picker
        assert row is None or codec.from_text(Serial, codec.to_text(row)) == row


def test_facts_of_before_build_the_rows_of_before() -> None:
    packed = step(None, K.UNIT_PACKED, sscc=BOX).row
    assert codec.dump(packed) == {"sku": "CLOCK", "serial": "A", "order": ONE, "parcel": BOX}
    assert codec.dump(step(packed, K.UNIT_REMOVED, sscc=BOX).row) == {"sku": "CLOCK", "serial": "A"}


def test_a_new_number_is_told_by_its_count() -> None:
    odd = serial_id("CL/OCK", "A/1")
    fact = as_fact(
        NewFact(K.BIN_COUNTED, (Subject(Kind.SERIAL, odd),), {"sku": "CL/OCK", "bin": "B1"})
    )
    assert reduce(Kind.SERIAL, None, fact, odd).row == Serial("CL/OCK", "A/1", bin="B1")


def known(row: Serial) -> FakeWorld:
    world = FakeWorld()
    held = OrderLine(1, "CLOCK", "Clock", 1, picked=1, taken=(Taken("", "A", 1),))
    world.put(Kind.ORDER, TWO, replace(order(("CLOCK", 1)), ref="SO-2", lines=(held,)))
    world.put(Kind.SERIAL, NAME, row)
    return world


A = Serial("CLOCK", "A")
IN_BOX = replace(A, order=TWO, parcel=BOX)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (A, None),
        (replace(A, bin="B1"), None),
        (replace(A, bin="B2"), outcome(Working.SERIAL_IN_BIN, serial="A", bin="B2")),
        (replace(A, picked=ONE), None),
        (replace(A, picked=TWO), outcome(Working.SERIAL_PICKED, serial="A", order="SO-2")),
        (IN_BOX, outcome(Working.SERIAL_PACKED, serial="A", order="SO-2")),
        (
            replace(IN_BOX, left_at=NOW),
            outcome(Working.SERIAL_SHIPPED, serial="A", order="SO-2", date="2026-03-02"),
        ),
        (
            replace(IN_BOX, returned=True),
            outcome(Working.SERIAL_RETURNED, serial="A", order="SO-2"),
        ),
    ],
)
def test_each_refusal_says_where_the_unit_is(row: Serial, said: object) -> None:
    assert serials.refused(Unit("CLOCK", serial="A"), ONE, known(row), "B1") == said


def test_what_nobody_here_knows_is_not_refused() -> None:
    unit = Unit("CLOCK", serial="A")
    assert serials.refused(unit, ONE, FakeWorld(), "B1") is None
    assert serials.refused(Unit("CLOCK"), ONE, known(IN_BOX), "B1") is None
    assert serials.refused(unit, ONE, known(replace(A, bin="B2"))) is None, "no bin is told"


def test_a_cancelled_order_holds_nothing() -> None:
    world = known(replace(A, picked=TWO))
    row = world.order(TWO)
    assert row is not None
    world.put(Kind.ORDER, TWO, reduce(Kind.ORDER, row, told(K.ORDER_CANCELLED, TWO)).row)
    assert serials.refused(Unit("CLOCK", serial="A"), ONE, world, "B1") is None


def test_a_load_of_an_older_program_told_its_order_only() -> None:
    world = known(IN_BOX)
    row = world.order(TWO)
    assert row is not None
    world.put(Kind.ORDER, TWO, replace(row, dispatched_at=NOW))
    said = serials.refused(Unit("CLOCK", serial="A"), ONE, world)
    assert said == outcome(Working.SERIAL_SHIPPED, serial="A", order="SO-2", date="2026-03-02")
