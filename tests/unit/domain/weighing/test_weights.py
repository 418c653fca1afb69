"""The expected weight, the verdict of the scale, and the likeliest cause."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast

import pytest

from app.domain.facts import Kind
from app.domain.outcome import Outcome
from app.domain.packs import Pack, PackCount, PackLevel
from app.domain.rows.learned import Learned
from app.domain.rows.things import Carton, Content, Parcel, Product
from app.domain.weighing import weights
from app.domain.weighing.outcome import Weighing
from app.domain.weighing.weight_model import carton_key
from app.domain.world import World
from benchmarks import weights as bench
from tests.unit.domain.world import ORDER, FakeWorld, order


@dataclass
class Shop(FakeWorld):
    """Mugs, pots, cups like mugs, cards too light to see, and one thing nobody ever weighed."""

    learned: dict[str, Learned] = field(default_factory=dict)

    def unit_weight(self, sku: str) -> Learned | None:
        return self.learned.get(sku)

    @property
    def world(self) -> World:
        return cast("World", self)


def shop(*known: str) -> Shop:
    """`known`: what has been learned well already."""
    made = Shop()
    for sku, grams in (("MUG", 340), ("POT", 980), ("CUP", 342), ("CARD", 4), ("LOST", 0)):
        made.put(Kind.PRODUCT, sku, Product(sku, sku.title(), weight_g=grams))
        if sku in known:
            made.learned[sku] = Learned(sku, grams, 0.25, 50)
    made.put(Kind.CARTON, "S", Carton("S", "Small", tare_g=140))
    made.learned[carton_key("S")] = Learned(carton_key("S"), 150, 0.5, 99)
    return made


def box(*contents: tuple[str, int]) -> Parcel:
    return Parcel("1", ORDER, 1, "S", contents=tuple(Content(1, sku, n) for sku, n in contents))


def check(world: Shop, grams: int, *contents: tuple[str, int]) -> Outcome:
    said = weights.check(box(*contents), "S", grams, world.world)
    assert said is not None
    return said


def suspect(said: Outcome) -> tuple[object, object, object]:
    assert said.kind is Weighing.WEIGHT_OFF
    return said.values["suspect"], said.values["count"], said.values["instead"]


def test_from_the_first_order_on_master_data() -> None:
    wanted = weights.expected(box(("MUG", 2)), "S", shop().world)
    assert wanted is not None
    assert wanted.grams == pytest.approx(830, abs=2)
    assert 15 < wanted.sd_g < 50
    learned = weights.expected(box(("MUG", 2)), "S", shop("MUG").world)
    assert learned is not None
    assert learned.sd_g < wanted.sd_g / 2


def test_a_unit_of_unknown_weight_proves_nothing_until_it_is_learned() -> None:
    world = shop()
    assert weights.expected(box(("MUG", 1), ("LOST", 1)), "S", world.world) is None
    assert weights.check(box(("NOBODY", 1)), "S", 1, world.world) is None
    world.learned["LOST"] = Learned("LOST", 77, 1.0)
    wanted = weights.expected(box(("LOST", 1)), "S", world.world)
    assert wanted is not None
    assert wanted.grams == 227


def test_an_unknown_carton_makes_it_vague() -> None:
    wanted = weights.expected(box(("MUG", 1)), "no such box", shop("MUG").world)
    assert wanted is not None
    assert wanted.sd_g > 100


def test_right_and_off() -> None:
    world = shop("MUG", "POT")
    said = check(world, 832, ("MUG", 2))
    assert said.kind is Weighing.WEIGHT_OK
    assert said.values["expected"] == 830
    assert said.values["grams"] == 832
    limit = said.values["tolerance"]
    assert isinstance(limit, int)
    assert check(world, 830 + limit, ("MUG", 2)).kind is Weighing.WEIGHT_OK
    assert check(world, 830 - limit, ("MUG", 2)).kind is Weighing.WEIGHT_OK
    assert check(world, 831 + limit, ("MUG", 2)).kind is Weighing.WEIGHT_OFF
    assert check(world, 829 - limit, ("MUG", 2)).kind is Weighing.WEIGHT_OFF


@pytest.mark.parametrize(
    ("off", "expected"),
    [
        (-340, ("MUG", -1, "")),
        (340, ("MUG", 1, "")),
        (-680, ("MUG", -2, "")),
        (980, ("POT", 1, "")),
        (1960, ("POT", 2, "")),
        (-980, ("POT", -1, "")),
        (-640, ("POT", -1, "MUG")),
        (640, ("MUG", -1, "POT")),
        (120, ("", 0, "")),
        (-500, ("", 0, "")),
        (30_000, ("", 0, "")),
    ],
)
def test_the_likeliest_cause(off: int, expected: tuple[str, int, str]) -> None:
    world = shop("MUG", "POT")
    said = check(world, 150 + 3 * 340 + 980 + off, ("MUG", 3), ("POT", 1))
    assert suspect(said) == expected
    assert said.values["suspect_name"] == expected[0].title()
    assert said.values["instead_name"] == expected[2].title()


def test_of_two_alike_none_is_named() -> None:
    said = check(shop("MUG", "CUP"), 150 + 342, ("MUG", 1), ("CUP", 1))
    assert suspect(said) == ("", 0, "")


def test_what_the_order_still_wants_may_be_too_much() -> None:
    world = shop("MUG", "POT")
    world.put(Kind.ORDER, ORDER, order(("MUG", 1), ("POT", 1)))
    assert suspect(check(world, 150 + 340 + 980, ("MUG", 1))) == ("POT", 1, "")
    assert suspect(check(world, 150 + 980, ("MUG", 1))) == ("MUG", -1, "POT")


def test_no_more_can_be_missing_than_was_put_in() -> None:
    said = check(shop("MUG"), 150 + 2 * 340 - 3 * 340, ("MUG", 2))
    assert suspect(said) == ("", 0, "")


def test_a_light_unit_does_not_make_the_limit_strict() -> None:
    world = shop("MUG", "CARD")
    plain, light = check(world, 830, ("MUG", 2)), check(world, 834, ("MUG", 2), ("CARD", 1))
    assert light.values["tolerance"] == pytest.approx(int(plain.values["tolerance"]), abs=1)


def test_the_limit_lies_between_its_bounds() -> None:
    wanted = weights.Expectation(1000, 10.0)
    assert weights.tolerance(wanted, None) == 35
    assert weights.tolerance(wanted, 30) == 24
    assert weights.tolerance(wanted, 60) == 30
    assert weights.tolerance(wanted, 500) == 35


def test_a_parcel_teaches_its_skus_and_its_carton() -> None:
    world = shop()
    told = weights.observed(box(("MUG", 1), ("MUG", 1)), "S", 850, world.world)
    assert [sku for sku, _, _ in told] == ["MUG", carton_key("S")]
    assert told[0][1] == pytest.approx(350, abs=1)


# --- packs ----------------------------------------------------------------------------------------

CASE = PackCount(PackLevel.CASE, 1, 12)
TINY = Pack(PackLevel.CASE, 12, weight_g=12 * 340 + 20)
MUGS = 150 + 12 * 340


def packed(world: Shop, grams: int, weight_g: int = 0, packs: int = 1) -> Outcome:
    """A box with a case of twelve mugs is weighed. weight_g: of the case by the master data."""
    pack = Pack(PackLevel.CASE, 12, weight_g=weight_g)
    world.put(Kind.PRODUCT, "MUG", Product("MUG", "Mug", weight_g=340, packs=(pack,)))
    inside = (("MUG", replace(CASE, count=packs)),) if packs else ()
    said = weights.check(box(("MUG", 12)), "S", grams, world.world, inside)
    assert said is not None
    return said


@pytest.mark.parametrize(("weight_g", "cardboard"), [(0, 240), (4380, 300)])
def test_a_case_may_go_in_whole_or_opened(weight_g: int, cardboard: int) -> None:
    """Well known mugs: a few grams count. The case's cardboard would be a false alarm."""
    world = shop("MUG")
    for grams in (MUGS, MUGS + cardboard // 2, MUGS + cardboard):
        assert packed(world, grams, weight_g).kind is Weighing.WEIGHT_OK
    assert packed(world, MUGS + cardboard, weight_g, packs=0).kind is Weighing.WEIGHT_OFF
    for grams in (MUGS - 4 * 340, MUGS + 4 * 340, MUGS - 12 * 340):
        assert packed(world, grams, weight_g).kind is Weighing.WEIGHT_OFF


@pytest.mark.parametrize(("off", "count"), [(-12, -12), (12, 12), (-1, -1)])
def test_a_case_too_few_or_too_many_is_named(off: int, count: int) -> None:
    """A case that was scanned twice, or never put in, is one mistake and not twelve."""
    world = shop("MUG")
    world.put(Kind.PRODUCT, "MUG", Product("MUG", "Mug", weight_g=340, packs=(TINY,)))
    said = weights.check(
        box(("MUG", 24)),
        "S",
        150 + (24 + off) * 340,
        world.world,
        (("MUG", replace(CASE, count=2)),),
    )
    assert said is not None
    assert suspect(said) == ("MUG", count, "")


def test_a_case_that_is_lighter_than_its_units_adds_nothing() -> None:
    wanted = packed(shop("MUG"), MUGS, weight_g=300)
    assert wanted.kind is Weighing.WEIGHT_OK
    assert wanted.values["expected"] == MUGS


def test_a_unit_of_a_case_weighs_its_share_of_the_cardboard() -> None:
    world = shop("MUG")
    alone, inside = (
        weights.unit_weight("MUG", world.world),
        weights.in_pack("MUG", CASE, world.world),
    )
    share = 12 * alone.mean_g * weights.WRAPPING / 2 / 12
    assert inside.mean_g == pytest.approx(alone.mean_g + share)
    assert inside.sd_g > share
    two = weights.in_pack("MUG", replace(CASE, count=2), world.world)
    assert two.mean_g == pytest.approx(inside.mean_g), "two cases have the cardboard twice"


# --- the benchmark, small ------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [101, 102])
def test_never_seen_mixes_on_an_invented_site(seed: int) -> None:
    whole = bench.Tally()
    for tally in bench.measure(seed, (0, 10, 300), 200, skus=60).values():
        whole.add(tally)
    bands = range(len(bench.BANDS))
    missing, caught = (sum(counts[n] for n in bands) for counts in (whole.missing, whole.caught))
    assert missing > 300
    assert caught >= 0.98 * missing
    assert whole.alarms <= 0.01 * whole.right
    assert whole.other_caught["extra"] >= 0.97 * whole.other["extra"]
    assert whole.other_caught["swapped"] >= 0.93 * whole.other["swapped"]
    assert whole.named >= 0.6 * whole.to_name
    assert whole.named_right >= 0.98 * whole.named
