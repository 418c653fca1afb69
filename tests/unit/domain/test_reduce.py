"""What facts do to rows: never refused, never backwards, whatever their order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject, chain_hash
from app.domain.reduce import ROW_TYPES, RULES, moves, reduce
from app.domain.rows.orders import PROGRESS, Order, State
from app.domain.rows.things import Tote
from tests.unit.domain.facts import GOING_BACK, SHAPES, known_facts
from tests.unit.domain.world import (
    FakeWorld,
    as_fact,
)

K = FactKind
RANK = {sub: rank for rank, (_, sub) in enumerate(PROGRESS)}
STATE = {sub: state for state, sub in PROGRESS}


def about(kind: FactKind, **body: Any) -> Fact:
    return as_fact(NewFact(kind, (), body))


def unit(kind: FactKind, quantity: int = 1, source: str = "", **body: Any) -> Fact:
    if source:
        body["from"] = source
    return about(kind, line=1, sku="MUG", quantity=quantity, **body)


# --- for every fact there is ---------------------------------------------------------------------


def test_every_kind_of_fact_has_an_example() -> None:
    outside = {
        K.ORDER_PLACED,
        K.ORDER_CHANGED,
        K.PRODUCT_SET,
        K.OPERATOR_SET,
        K.CARTON_SET,
        K.LOAD_SET,
        K.STOCK_MOVED,
        K.TASK_WANTED,
    }
    assert set(SHAPES) | outside == set(FactKind)
    assert set(RULES) == set(Kind) == set(ROW_TYPES)


@settings(max_examples=300, deadline=None)
@given(st.lists(known_facts(), max_size=25))
def test_any_facts_in_any_order_never_raise_and_never_go_back(facts: list[Fact]) -> None:
    world = FakeWorld()
    for fact in facts:
        for item in fact.concerns():
            before = world.rows.get(item)
            effect = reduce(item.kind, before, fact)
            assert effect.row is None or isinstance(effect.row, ROW_TYPES[item.kind])
            assert before is None or effect.row is not None, "a row is never forgotten"
            world.rows[item] = effect.row
            goes_back = fact.kind in {K.ORDER_CHANGED, K.ORDER_HELD, *GOING_BACK}
            if isinstance(before, Order) and before.state is not State.ORDERED and not goes_back:
                assert effect.row is not None
                assert RANK[effect.row.sub] >= RANK[before.sub]
            if isinstance(effect.row, Order):
                assert effect.row.state is STATE[effect.row.sub]
            if effect.row is not None:
                text = codec.to_text(effect.row)
                assert codec.from_text(ROW_TYPES[item.kind], text) == effect.row


@given(known_facts(), st.sampled_from(Kind))
def test_a_rule_is_safe_on_a_row_that_is_not_there(fact: Fact, kind: Kind) -> None:
    if Subject(kind, "x").kind in {item.kind for item in fact.concerns()}:
        reduce(kind, None, fact)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("row", [None, Tote("T-1")])
def test_an_unknown_kind_of_fact_is_a_conflict_everywhere(kind: Kind, row: Any) -> None:
    effect = reduce(kind, row, replace(about(K.LOCKED), kind="teleported"))
    assert (effect.row, effect.conflict) == (row, "unknown_kind")


@given(known_facts())
def test_stock_only_moves(fact: Fact) -> None:
    total: dict[tuple[str, str], int] = {}
    for move in moves(fact):
        total[move.sku, move.lot] = total.get((move.sku, move.lot), 0) + move.delta
    if fact.kind in {K.STOCK_OPENED, K.BIN_COUNTED}:
        assert list(total.values()) == [fact.body["delta"]]
    else:
        assert set(total.values()) <= {0}


@given(known_facts(), st.text(max_size=5))
def test_the_chain_tells_every_change(fact: Fact, word: str) -> None:
    link = chain_hash("before", fact)
    assert chain_hash("before", fact) == link
    assert chain_hash("other", fact) != link
    for change in ({"seq": fact.seq + 1}, {"operator": fact.operator + "x"}, {"body": {"x": word}}):
        assert chain_hash("before", replace(fact, **change)) != link
