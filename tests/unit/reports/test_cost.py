"""Money adds up to the hundredth, and nothing is taken for 0."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import FactKind
from app.domain.rows.orders import ParcelMark
from app.reports.cost import CostKind, Costs, apportioned, costs
from app.reports.fold import fold
from app.reports.rates import RateFault, Rates
from tests.unit.domain.world import order
from tests.unit.reports.days import fact, gone, one_order, rows_of

K = FactKind
RATES = {
    "cost_minute": "0.47",
    "cost_label": "0.031",
    "cost_carton": "0.5",
    "cost_freight.DHL": "4.35",
    "currency": "EUR",
}


def cost(*, without: str = "", **more: str) -> Costs:
    """Of one order of five mugs, with some rate left out or others told."""
    row = gone(order(("MUG", 5), carrier="DHL", parcels=(ParcelMark("1", 1),)), 70)
    sums = fold(one_order(), rows_of({"shop:a": row}))
    told = {name: value for name, value in {**RATES, **more}.items() if name != without}
    return costs(sums, Rates.of(told))


def test_each_line_is_its_count_times_its_rate_and_the_total_their_sum() -> None:
    made = cost()
    lines = {one.kind: (one.count, one.amount) for one in made.lines}
    # Picking: 2 min to the first unit, the tote 1 min; a minute of it ends in the shortage. Packing:
    # 0.5 + 0.5 + 0.5 min, the label 0.5 min, and after the swapped one 0.5 min; 0.5 min to the end.
    assert lines == {
        CostKind.WORK: (Decimal("5.0"), Decimal("2.35")),
        CostKind.WAITING: (Decimal("0.5"), Decimal("0.24")),
        CostKind.EXCEPTION: (Decimal("1.5"), Decimal("0.70")),
        CostKind.CARTON: (Decimal(1), Decimal("0.50")),
        CostKind.LABEL: (Decimal(1), Decimal("0.03")),
        CostKind.FREIGHT: (Decimal(1), Decimal("4.35")),
    }
    assert (made.currency, made.total) == ("EUR", Decimal("8.17"))
    assert (made.per_order, made.per_parcel) == (made.total, made.total)
    assert sum(one.amount for one in made.skus) == made.total
    assert [one.sku for one in made.skus] == ["MUG", ""]


@pytest.mark.parametrize("name", ["cost_minute", "cost_label", "cost_carton", "cost_freight.DHL"])
def test_a_missing_rate_is_named_and_is_not_0(name: str) -> None:
    made = cost(without=name)
    assert (made.total, made.per_order, made.per_parcel, made.skus) == (None, None, None, ())
    assert made.missing == (name,)
    assert made.why == f"not computable without {name}"
    assert all(one.amount is None for one in made.lines if one.rate == name)
    assert any(one.amount for one in made.lines)


def test_a_carton_may_have_a_rate_of_its_own_and_a_rate_may_be_0() -> None:
    made = cost(**{"cost_carton.BOX-S": "0", "cost_carton": "9"})
    (carton,) = (one for one in made.lines if one.kind is CostKind.CARTON)
    assert (carton.rate, carton.amount) == ("cost_carton.BOX-S", Decimal("0.00"))
    assert made.total == Decimal("7.67")


def test_a_box_costs_its_last_carton_and_a_relabelled_one_costs_no_second() -> None:
    facts = (
        fact(K.PARCEL_OPENED, 0, "a", sscc="1", carton="S"),
        fact(K.CARTON_CHANGED, 1, "a", sscc="1", carton="L"),
        fact(K.PARCEL_WITHDRAWN, 2, "a", sscc="1", into="2"),
        fact(K.PARCEL_OPENED, 2, "a", sscc="2", carton="L"),
        fact(K.PARCEL_OPENED, 3, "a", sscc="3", carton="S"),
        fact(K.PARCEL_VOIDED, 4, "a", sscc="3"),
    )
    assert fold(facts, rows_of({})).cartons == {"L": 1}


def test_nothing_done_costs_nothing_and_needs_no_rate() -> None:
    made = costs(fold((), rows_of({})), Rates())
    assert (made.lines, made.total, made.per_order, made.missing) == ((), Decimal(0), None, ())


def test_pauses_and_what_is_untold_cost_nothing() -> None:
    facts = (fact(K.ORDER_PACKED, 0, "a"), fact(K.PACK_STARTED, 1, "b"), fact(K.PACK_LEFT, 9, "b"))
    assert costs(fold(facts, rows_of({})), Rates.of(RATES)).lines == ()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("cost_minute", "a lot", "an amount such as"),
        ("cost_minute", "-1", "an amount such as"),
        ("cost_label", "NaN", "an amount such as"),
        ("cost_carton.BOX", "1e9", "an amount such as"),
        ("currency", "euro", "a code of ISO 4217"),
    ],
)
def test_rates_that_are_none(name: str, value: str, said: str) -> None:
    with pytest.raises(RateFault, match=said):
        Rates.of({name: value})


def test_other_settings_are_no_rates() -> None:
    assert Rates.of({"cover_days": "many", "cost_freight": "x", "cost_carton.": "x"}) == Rates()


@given(
    st.decimals(0, 100_000, places=2),
    st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 10**7), max_size=30),
)
def test_parts_add_up_to_the_total(total: Decimal, weights: dict[str, int]) -> None:
    parts = apportioned(total, weights)
    if sum(weights.values()):
        assert sum(parts.values()) == total
        whole = sum(weights.values())
        for name, part in parts.items():
            assert abs(part - total * weights[name] / whole) < Decimal("0.01")
    else:
        assert parts == {}


def test_the_hundredth_that_is_left_goes_to_the_largest_remainder() -> None:
    assert apportioned(Decimal("0.10"), {"a": 10, "b": 1}) == {
        "a": Decimal("0.09"),
        "b": Decimal("0.01"),
    }
    thirds = apportioned(Decimal("1.00"), {"b": 1, "a": 1, "c": 1})
    assert [str(thirds[name]) for name in "abc"] == ["0.34", "0.33", "0.33"]
