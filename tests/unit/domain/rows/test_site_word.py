"""The site's own word stands beside the shop's: neither overwrites the other."""

from __future__ import annotations

import pytest

from app.domain.effect import Effect
from app.domain.facts import FactKind, Kind
from app.domain.reduce import reduce
from app.domain.rows.orders import Order, Stop, Sub
from app.store.lookup import place_of
from tests.unit.domain.rows.test_shop_word import GONE, PACKED, PICKED, says
from tests.unit.domain.test_reduce import about
from tests.unit.domain.world import document, order

K = FactKind
WAITING = order(("MUG", 2))


def held(row: Order, why: str = "look at it") -> Effect:
    return reduce(Kind.ORDER, row, about(K.SITE_HELD, reason=why))


def released(row: Order) -> Effect:
    return reduce(Kind.ORDER, row, about(K.SITE_RELEASED))


def urgent(row: Order, priority: int) -> Order:
    found: Order = reduce(Kind.ORDER, row, about(K.PRIORITY_SET, priority=priority)).row
    return found


def test_a_held_order_leaves_the_queue_and_comes_back() -> None:
    effect = held(WAITING)
    assert (effect.row.sub, effect.row.stopped, effect.exception) == (Sub.ON_HOLD, Stop.HELD, "")
    assert effect.row.held_for == "look at it"
    assert released(effect.row).row == WAITING


@pytest.mark.parametrize("row", [PICKED, PACKED])
def test_what_was_begun_stops_where_it_stands(row: Order) -> None:
    effect = held(row)
    assert (effect.row.sub, effect.row.stopped) == (row.sub, Stop.HELD)
    assert effect.exception == "held_while_worked"
    free = released(effect.row)
    assert (free.row, free.settles) == (row, ("held_while_worked",))


def test_the_shops_next_word_does_not_give_it_free() -> None:
    row = says(held(WAITING).row, document(("MUG", 3))).row
    assert (row.sub, row.held_for, row.lines[0].ordered) == (Sub.ON_HOLD, "look at it", 3)
    assert released(row).row.sub is Sub.RELEASED


def test_the_sites_release_does_not_lift_what_the_shop_holds() -> None:
    both = held(says(WAITING, document(("MUG", 2), hold="unpaid")).row).row
    free = released(both)
    assert (free.row.sub, free.row.held_for, free.settles) == (Sub.ON_HOLD, "unpaid", ())
    paid = says(both, document(("MUG", 2))).row
    assert (paid.sub, paid.held_for) == (Sub.ON_HOLD, "look at it")


def test_what_has_left_is_told_and_stays_gone() -> None:
    effect = held(GONE)
    assert (effect.row.stopped, effect.exception) == (None, "held_while_worked")


def test_a_cancelled_order_needs_no_hold() -> None:
    gone = reduce(Kind.ORDER, WAITING, about(K.ORDER_CANCELLED, digest="x")).row
    assert held(gone).row == gone


def test_the_sites_priority_counts_whatever_the_shop_says() -> None:
    row = urgent(WAITING, 7)
    assert (row.precedence, place_of(row).priority) == (7, -7)
    again = says(row, document(("MUG", 2), priority=1)).row
    assert (again.priority, again.precedence) == (1, 7)
    assert urgent(again, 0).precedence == 0
