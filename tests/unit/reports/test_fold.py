"""The fold keeps little, and nothing hangs on which of two stations' facts comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import Fact, FactKind
from app.reports import course
from app.reports.fold import CHUNK, KINDS, Sums, fold
from app.reports.spread import Spread
from tests.helpers.model import START
from tests.unit.domain.world import order
from tests.unit.reports.days import MINUTE, fact, one_order, rows_of

K = FactKind
_STEPS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 50), st.sampled_from("abcd")), max_size=25
)


def _told(sums: Sums) -> dict[str, object]:
    return {one.name: getattr(sums, one.name) for one in fields(sums) if one.name != "held"}


def _station(name: str, steps: list[tuple[FactKind, int, str]]) -> list[Fact]:
    """A person of its own at each station."""
    minutes = sorted(minute for _, minute, _ in steps)
    return [
        fact(kind, minute, order_, who=name, at=name, quantity=1, sku="MUG", place="A-1")
        for minute, (kind, _, order_) in zip(minutes, steps, strict=True)
    ]


@given(_STEPS, _STEPS, st.data())
def test_facts_of_different_stations_come_in_any_order(
    one: list[tuple[FactKind, int, str]],
    other: list[tuple[FactKind, int, str]],
    data: st.DataObject,
) -> None:
    """Each station's own facts stay in their order; how the two streams mix does not matter."""
    left, right = _station("P1", one), _station("P2", other)
    turns = data.draw(st.permutations([True] * len(left) + [False] * len(right)))
    first, second = iter(left), iter(right)
    mixed = [next(first if turn else second) for turn in turns]
    rows = rows_of({name: replace(order(("MUG", 2)), carrier="DHL") for name in "ab"})
    assert _told(fold(mixed, rows)) == _told(fold([*left, *right], rows))


def _days(count: int) -> Iterator[Fact]:
    for n in range(count):
        yield from one_order(f"shop:{n}", 90 * n)


def test_memory_follows_from_the_work_in_hand_and_not_from_the_number_of_facts() -> None:
    short, long = fold(_days(20), rows_of({})), fold(_days(2000), rows_of({}))
    assert (short.counts[K.ORDER_PACKED], long.counts[K.ORDER_PACKED]) == (20, 2000)
    assert long.shipped["orders"] == 2000
    # A chunk of facts is met at once; what is kept beside it are orders of the last hour.
    assert long.held <= 2000 / len(one_order()) + 3 < 2000
    for name in ("stations", "people", "channels", "carriers", "printers", "shorts", "demand"):
        assert len(getattr(long, name)) == len(getattr(short, name)), name
    assert all(len(spread.cells) <= 2 for spread in long.leads.values())


def test_an_order_on_its_way_is_remembered_however_much_happens_in_between() -> None:
    others = [fact(K.UNIT_PICKED, 1, f"shop:{n % 50}") for n in range(2 * CHUNK)]
    first, last = fact(K.PACK_STARTED, 0, "shop:x"), fact(K.ORDER_PACKED, 2, "shop:x")
    spread = fold([first, *others, last], rows_of({})).leads["packing"]
    assert (spread.n, spread.at(0.5)) == (1, 2.0)


def test_a_box_taken_off_the_truck_again_is_not_loaded() -> None:
    sums = fold([fact(K.PARCEL_LOADED, 0, "a"), fact(K.PARCEL_UNLOADED, 1, "a")], rows_of({}))
    assert sums.stations["P1"]["parcels_loaded"] == 0
    assert sums.counts[K.PARCEL_LOADED] == 1


def test_orders_that_never_leave_are_forgotten() -> None:
    waiting = (fact(K.ORDER_PACKED, n, f"shop:{n}") for n in range(course.MOST + 5000))
    sums = fold(waiting, rows_of({}))
    assert sums.held == course.MOST
    assert sums.counts[K.ORDER_PACKED] == course.MOST + 5000


@given(st.lists(st.floats(0.001, 1e6), min_size=1, max_size=200), st.sampled_from([0.5, 0.9, 0.95]))
def test_a_quantile_without_the_values_is_that_of_the_values(
    values: list[float], share: float
) -> None:
    spread = Spread()
    for value in values:
        spread.add(value)
    exact = sorted(values)[min(len(values) - 1, int(share * len(values)))]
    found = spread.at(share)
    assert found is not None and abs(found - exact) <= 0.0051 * exact
    assert spread.n == len(values)


def test_no_values_have_no_quantile_and_many_take_few_cells() -> None:
    assert Spread().at(0.5) is None
    spread = Spread()
    for n in range(1, 100_000):
        spread.add(n / 7)
    assert len(spread.cells) < 6000


def test_an_order_placed_before_the_row_was_read_is_no_lead_time() -> None:
    row = replace(order(("MUG", 1)), placed_at=START + 500 * MINUTE)
    sums = fold(one_order(), rows_of({"shop:a": row}))
    assert "placed to packed" not in sums.leads
