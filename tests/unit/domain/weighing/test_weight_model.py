"""Unit weights learned from parcels: convergence, drift, outliers, and the same on every machine."""

from __future__ import annotations

import random
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec
from app.domain.rows.learned import Learned, learn
from app.domain.weighing import weight_model
from app.domain.weighing.weight_model import UnitWeight, carton_key, observations

grams = st.floats(1, 5000)
variances = st.floats(0.001, 10_000)


def learned(*values: float, variance: float = 4.0) -> Learned:
    row = reduce(lambda row, value: learn(row, "A", value, variance), values, _none())
    assert row is not None
    return row


def _none() -> Learned | None:
    return None


def test_master_data_alone() -> None:
    unit = weight_model.prior(340)
    assert unit.mean_g == 340
    assert 3 < unit.sd_g < 35
    assert unit.known
    assert weight_model.prior(2).sd_g >= 1
    assert not weight_model.prior(0).known
    assert not weight_model.prior(None).known


def test_a_row_goes_from_the_first_parcel_to_the_mean_of_many() -> None:
    assert learned(351.25) == Learned("A", 351.25, 4.0, 1)
    row = learned(*(350 + (-1) ** n for n in range(100)))
    assert row.mean_g == pytest.approx(350, abs=0.5)
    assert row.variance < 1
    assert row.seen == 100


def test_memory_is_capped_and_follows_a_slow_change() -> None:
    row = learned(*([350.0] * 2000))
    floor = row.variance
    assert floor > 0.05
    moved = reduce(lambda row, n: learn(row, "A", 350 + n / 50, 4.0), range(500), row)
    assert moved.mean_g == pytest.approx(360, abs=1.5)
    assert moved.doubts == 0


def test_an_outlier_moves_nothing_unless_it_repeats() -> None:
    row = learned(*([350.0] * 20))
    once = learn(row, "A", 500, 4.0)
    assert (once.mean_g, once.variance, once.doubts) == (row.mean_g, row.variance, 1)
    assert learn(once, "A", 350, 4.0).doubts == 0
    other = learn(once, "A", 200, 4.0)
    assert (other.mean_g, other.doubts, other.doubt_g) == (row.mean_g, 1, 200)
    twice = learn(once, "A", 501, 4.0)
    assert (twice.mean_g, twice.doubts) == (row.mean_g, 2)
    new = learn(twice, "A", 502, 4.0)
    assert new == Learned("A", 502, 4.0, row.seen + 1, noise=row.noise)


def test_outliers_apart_never_add_up() -> None:
    row = learned(*([350.0] * 20))
    for _ in range(10):
        row = learn(learn(row, "A", 500, 4.0), "A", 350, 4.0)
    assert row.mean_g == pytest.approx(350, abs=0.01)


@given(st.lists(st.tuples(grams, variances), min_size=1, max_size=30))
def test_any_row_is_sane_and_travels_as_json(parcels: list[tuple[float, float]]) -> None:
    row = _none()
    for value, variance in parcels:
        row = learn(row, "A", value, variance)
    assert row is not None
    values = [value for value, _ in parcels]
    assert min(values) - 0.001 <= row.mean_g <= max(values) + 0.001
    assert 0 < row.variance <= max(variance for _, variance in parcels) + 0.001
    assert codec.from_text(Learned, codec.to_text(row)) == row


def test_master_and_parcels_are_joined_by_certainty() -> None:
    vague = weight_model.unit_weight(100, Learned("A", 110, 400.0))
    sharp = weight_model.unit_weight(100, Learned("A", 110, 0.25, 30))
    assert 100 < vague.mean_g < 101
    assert 109 < sharp.mean_g < 110
    assert sharp.seen == 30
    assert sharp.sd_g < vague.sd_g < weight_model.prior(100).sd_g
    wrong_master = weight_model.unit_weight(10, Learned("A", 110, 0.25, 30))
    assert wrong_master.mean_g == 110
    no_master = weight_model.unit_weight(None, Learned("A", 110, 0.25, 30))
    assert no_master.mean_g == pytest.approx(110, abs=0.01)
    assert no_master.known


def test_cartons_learn_like_skus() -> None:
    unseen = weight_model.carton_weight(140, None)
    assert 140 < unseen.mean_g < 170
    seen = weight_model.carton_weight(140, Learned(carton_key("S"), 171, 1.0, 50))
    assert seen.mean_g == pytest.approx(171, abs=1)
    assert weight_model.carton_weight(0, None).sd_g > 100


def test_the_residual_goes_where_the_uncertainty_is() -> None:
    weights = {"A": UnitWeight(100, 5), "B": UnitWeight(200, 0.5)}
    told = {
        sku: (value, variance)
        for sku, value, variance in observations({"A": 2, "B": 1}, 520, 100, weights)
    }
    assert told["A"][0] == 110  # 20 g too much, by two units of A
    assert told["B"][0] == 220
    assert told["A"][1] < told["B"][1]  # but what it says of B is worth little
    moved = {
        sku: (value - weights[sku].mean_g)
        * weights[sku].sd_g ** 2
        / (weights[sku].sd_g ** 2 + variance)
        for sku, (value, variance) in told.items()
    }
    assert 5 < moved["A"] < 10
    assert 0 < moved["B"] < 0.1


def test_a_carton_learns_how_much_its_parcels_scatter() -> None:
    dice = random.Random(3)
    found = []
    for factor in (0.8, 1.0, 2.0):
        row = learn(None, carton_key("S"), 150, 100.0)
        for _ in range(400):
            row = learn(row, row.sku, dice.gauss(150, 10 * factor), row.noise * 100.0)
        found.append(row.noise)
    assert found == pytest.approx([1.0, 1.12, 4.5], rel=0.4)
    contents, weights = {carton_key("S"): 1}, {carton_key("S"): UnitWeight(150, 1.0, 9, 4.0)}
    calm = {carton_key("S"): UnitWeight(150, 1.0, 9)}
    assert weight_model.parcel_variance(
        contents, 140, weights
    ) > 3.5 * weight_model.parcel_variance(contents, 140, calm)


def test_a_parcel_with_one_unknown_sku_tells_its_weight() -> None:
    weights = {"A": UnitWeight(100, 0.5), "NEW": weight_model.prior(None)}
    told = observations({"A": 1, "NEW": 2}, 900, 100, weights)
    assert [sku for sku, _, _ in told] == ["NEW"]  # and nothing of the other one
    assert told[0][1] == 350


def test_two_unknown_skus_tell_nothing() -> None:
    weights = {"N1": weight_model.prior(None), "N2": weight_model.prior(None)}
    assert observations({"N1": 1, "N2": 1}, 900, 100, weights) == ()


def test_many_mixed_parcels_find_each_weight() -> None:
    dice = random.Random(5)
    truth = {"A": 103.0, "B": 212.0, "C": 41.0, carton_key("S"): 160.0}
    master = {"A": 100, "B": 205, "C": 40}
    rows: dict[str, Learned] = {}
    for _ in range(400):
        contents = {sku: dice.randint(1, 3) for sku in dice.sample(list(master), 2)}
        contents[carton_key("S")] = 1
        weights = {
            sku: weight_model.unit_weight(master[sku], rows.get(sku))
            for sku in contents
            if sku in master
        }
        weights[carton_key("S")] = weight_model.carton_weight(140, rows.get(carton_key("S")))
        weighed = round(
            sum(
                count * dice.gauss(truth[sku], truth[sku] * 0.01) for sku, count in contents.items()
            )
        )
        for sku, value, variance in observations(contents, weighed, 140, weights):
            assert (round(value, 3), round(variance, 3)) == (value, variance)
            rows[sku] = learn(rows.get(sku), sku, value, variance)
    for sku, grams_ in truth.items():
        assert rows[sku].mean_g == pytest.approx(grams_, abs=2.5), sku
