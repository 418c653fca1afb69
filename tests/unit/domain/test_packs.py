"""Numbers of units as packs add up exactly; what a fact says of packs is read with care."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec
from app.domain.packs import ONE, PACKED, InPacks, Pack, PackCount, PackLevel, in_fact, split

INNER, CASE, PALLET = (
    Pack(level, units) for level, units in zip(PACKED, (6, 12, 480), strict=True)
)
L = PackLevel
SIZES = st.lists(
    st.builds(Pack, st.sampled_from(PACKED), st.integers(2, 5_000)), max_size=3, unique_by=id
)


@given(units=st.integers(-1_000, 1_000_000), packs=SIZES)
def test_a_split_adds_up_exactly(units: int, packs: list[Pack]) -> None:
    found = split(units, packs)
    assert found.total == units
    assert all(pack.count > 0 for pack in found.packs)
    if units >= 0 and packs:
        assert 0 <= found.rest < min(pack.units for pack in packs)
    left = units
    for pack in found.packs:  # the largest first, and as many as there is room for
        left -= pack.total
        assert 0 <= left < pack.units


@pytest.mark.parametrize(
    ("units", "packs", "rest"),
    [
        (41, [(L.CASE, 3)], 5),
        (36, [(L.CASE, 3)], 0),
        (47, [(L.CASE, 3), (L.INNER, 1)], 5),
        (5, [], 5),
        (0, [], 0),
        (-12, [], -12),  # by the books a bin may owe units
        (1_001, [(L.PALLET, 2), (L.CASE, 3)], 5),
    ],
)
def test_the_largest_packs_come_first(
    units: int, packs: list[tuple[PackLevel, int]], rest: int
) -> None:
    found = split(units, (INNER, CASE, PALLET))
    assert [(one.level, one.count) for one in found.packs] == packs
    assert found.rest == rest


def test_without_packs_there_are_single_units_only() -> None:
    assert split(41, ()) == InPacks((), 41)


def test_a_fact_tells_its_packs() -> None:
    told = PackCount(L.CASE, 2, 12)
    assert in_fact({"quantity": 24, "pack": codec.dump(told)}) == told
    assert in_fact({"quantity": 24}) is None
    strange = {"level": "shipload", "count": 1, "units": 9}
    assert in_fact({"pack": strange}) is None, "of a newer program"


def test_levels_are_stored_by_these_words() -> None:
    """Facts and rows hold them for ever; columns of files begin with them."""
    assert [level.value for level in PackLevel] == ["each", "inner", "case", "pallet"]
    assert codec.dump(Pack(L.CASE, 12, ("C",))) == {"level": "case", "units": 12, "barcodes": ["C"]}


def test_what_is_no_pack_is_one_unit() -> None:
    assert (ONE.level, ONE.units) == (L.EACH, 1)
    assert InPacks().total == 0
