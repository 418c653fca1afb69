"""What the weight of a parcel tells, on invented sites: caught, named, and false alarms.

Every checked parcel is a new mix. True weights, spreads, cartons and fill are drawn by a seed and
are never shown to the model, which sees master data that are off by some per cent and what the
scale said of the parcels before.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log
from typing import cast

from app.domain.outcome import Outcome
from app.domain.rows.learned import Learned, learn
from app.domain.rows.orders import Order
from app.domain.rows.things import Carton, Content, Parcel, Product
from app.domain.weighing import scale_watch as unit_once
from app.domain.weighing import weights
from app.domain.weighing.outcome import Weighing
from app.domain.weighing.scale_watch import StepVerdictKind, Watch
from app.domain.weighing.weight_model import UnitWeight
from app.domain.world import World
from benchmarks.table import show

SEEDS = (11, 23, 47)
LEARNED = (0, 10, 100, 1000)
CHECKED = 1000
SKUS = 150
DIVISION_G = 2
BANDS = ((3, 5), (5, 10), (10, 10_000))


@dataclass(frozen=True)
class Truth:
    """What a thing really weighs."""

    mean_g: float
    sd_g: float


@dataclass
class Site:
    """The rows a station would have, and, apart from them, the truth."""

    dice: random.Random
    products: dict[str, Product] = field(default_factory=dict)
    boxes: dict[str, Carton] = field(default_factory=dict)
    rows: dict[str, Learned] = field(default_factory=dict)
    truth: dict[str, Truth] = field(default_factory=dict)

    # what the rules ask of a world
    def product(self, sku: str) -> Product | None:
        return self.products.get(sku)

    def unit_weight(self, sku: str) -> Learned | None:
        return self.rows.get(sku)

    def carton(self, code: str) -> Carton | None:
        return next((one for one in self.cartons() if one.code == code), None)

    def cartons(self) -> tuple[Carton, ...]:
        return tuple(self.boxes.values())

    def order(self, name: str) -> Order | None:
        return None

    @property
    def world(self) -> World:
        return cast("World", self)

    def weighed(self, contents: Counter[str], carton: str) -> int:
        """What the scale shows of such a parcel."""
        dice, box = self.dice, self.truth[carton]
        grams = dice.gauss(box.mean_g, box.sd_g) + dice.gauss(0, 0.7)
        for sku, count in contents.items():
            unit = self.truth[sku]
            grams += sum(dice.gauss(unit.mean_g, unit.sd_g) for _ in range(count))
        return round(grams / DIVISION_G) * DIVISION_G

    def learn(self, parcel: Parcel, grams: int) -> None:
        for key, value, variance in weights.observed(parcel, parcel.carton, grams, self.world):
            self.rows[key] = learn(self.rows.get(key), key, value, variance)


def site(seed: int, skus: int = SKUS, *, rough: bool = False) -> Site:
    """Units of 4 g to 3 kg, half of them below 180 g; master data off by 3 % (1 sigma).

    rough: master data off by 6 %, and fill that varies twice as much.
    """
    worse = 2 if rough else 1
    dice = random.Random(seed)
    made = Site(dice)
    for number in range(skus):
        sku = f"S{number:03d}"
        true = min(3000.0, max(4.0, exp(dice.gauss(log(180), 1.1))))
        made.truth[sku] = Truth(true, true * dice.uniform(0.002, 0.015))
        master = max(1, round(true * dice.gauss(1, 0.03 * worse)))
        made.products[sku] = Product(sku, f"Product {number}", weight_g=master)
    for code, tare, fill in (("S", 80, 4), ("M", 190, 12), ("L", 420, 30)):
        real = tare * dice.gauss(1, 0.03) + fill * dice.uniform(0.5, 1.5)
        made.truth[code] = Truth(real, worse * (0.02 * tare + 0.25 * fill))
        made.boxes[code] = Carton(code, code, tare_g=tare)
    return made


def order(made: Site) -> Parcel:
    """1-12 lines, small orders and popular SKUs more often; 1-4 units of each."""
    dice, skus = made.dice, list(made.products)
    lines = min(12, 1 + int(dice.expovariate(1 / 3)))
    popular = [1 / (rank + 5) for rank in range(len(skus))]
    chosen = list(dict.fromkeys(dice.choices(skus, popular, k=lines)))
    contents = tuple(
        Content(number, sku, dice.choices((1, 2, 3, 4), (60, 25, 10, 5))[0])
        for number, sku in enumerate(chosen, start=1)
    )
    units = sum(content.quantity for content in contents)
    return Parcel("1", "o", 1, "S" if units <= 3 else "M" if units <= 9 else "L", contents=contents)


def counted(parcel: Parcel) -> Counter[str]:
    return Counter({content.sku: content.quantity for content in parcel.contents})


@dataclass
class Tally:
    """Numbers of one stage; the keys of `missing` are bands of sigma, -1 below all."""

    right: int = 0
    alarms: int = 0
    missing: Counter[int] = field(default_factory=Counter)
    caught: Counter[int] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    other_caught: Counter[str] = field(default_factory=Counter)
    named: int = 0
    named_right: int = 0
    to_name: int = 0

    def add(self, more: Tally) -> None:
        for name, value in vars(more).items():
            if isinstance(value, Counter):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)

    def hear(self, said: Outcome | None, *suspect: object) -> bool:
        """Whether it was an alarm; of a real error, also whether it was named and rightly."""
        off = said is not None and said.kind is Weighing.WEIGHT_OFF
        if off and said and suspect:
            self.to_name += 1
            self.named += bool(said.values["suspect"])
            found = (said.values["suspect"], said.values["count"], said.values["instead"])
            self.named_right += found == suspect
        return off


def band(sigmas: float) -> int:
    return next((n for n, (low, high) in enumerate(BANDS) if low <= sigmas < high), -1)


def check(made: Site, tally: Tally, count: int) -> None:
    """Check `count` new mixes: each as it should be, one short, one over, one swapped."""
    for _ in range(count):
        parcel = order(made)
        carton, right, world = parcel.carton, counted(parcel), made.world
        wanted = weights.expected(parcel, carton, world)
        assert wanted is not None

        def said(contents: Counter[str], parcel: Parcel = parcel) -> Outcome | None:
            grams = made.weighed(contents, parcel.carton)
            return weights.check(parcel, parcel.carton, grams, made.world)

        tally.right += 1
        tally.alarms += tally.hear(said(right))
        sku = made.dice.choice(sorted(right.elements()))
        unit = weights.unit_weight(sku, world).mean_g
        at = band(unit / wanted.sd_g)
        tally.missing[at] += 1
        tally.caught[at] += tally.hear(said(right - Counter([sku])), sku, -1, "")
        if at >= 0:
            tally.other["extra"] += 1
            tally.other_caught["extra"] += tally.hear(said(right + Counter([sku])), sku, 1, "")
        others = [one for one in made.products if one not in right]
        other = made.dice.choice(others)
        change = weights.unit_weight(other, world).mean_g - unit
        if abs(change) >= weights.RESOLVED * wanted.sd_g:
            tally.other["swapped"] += 1
            swapped = right - Counter([sku]) + Counter([other])
            tally.other_caught["swapped"] += tally.hear(said(swapped))


def trained(seed: int, parcels: int, skus: int = SKUS) -> Site:
    """A site that has learned from so many right parcels."""
    made = site(seed, skus)
    teach(made, parcels)
    return made


def teach(made: Site, parcels: int) -> None:
    """Right parcels; as at a station, one that raised an alarm teaches nothing."""
    for _ in range(parcels):
        parcel = order(made)
        grams = made.weighed(counted(parcel), parcel.carton)
        said = weights.check(parcel, parcel.carton, grams, made.world)
        if said is not None and said.kind is Weighing.WEIGHT_OK:
            made.learn(parcel, grams)


def measure(
    seed: int, stages: Iterable[int], checked: int, skus: int = SKUS, *, rough: bool = False
) -> dict[int, Tally]:
    """Tallies by how many parcels were learned before; every parcel learned was right."""
    made, learned, found = site(seed, skus, rough=rough), 0, {}
    for stage in stages:
        teach(made, stage - learned)
        learned = stage
        found[stage] = Tally()
        check(made, found[stage], checked)
    return found


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % of {whole}" if whole else "-"


def _once_row(seed: str, stage: int, seen: Once) -> list[str]:
    return [
        seed,
        str(stage),
        str(seen.units),
        f"{1000 * seen.asked_early / seen.units:.2f}",
        f"{1000 * (seen.asked - seen.asked_early) / seen.units:.2f}",
        share(seen.twice_caught, seen.twice),
        share(seen.twice_in_time, seen.twice),
        share(seen.slipped_caught, seen.slipped),
        share(seen.slipped_named, seen.slipped_caught),
    ]


ONCE_HEAD = (
    "packer",
    "seed",
    "learned",
    "units",
    "false questions per 1000: early",
    "at the end",
    "twice caught",
    "early",
    "unscanned caught",
    "named right",
)


def _row(seed: str, stage: int, tally: Tally) -> list[str]:
    resolved = range(len(BANDS))
    return [
        seed,
        str(stage),
        share(tally.alarms, tally.right),
        share(sum(tally.caught[n] for n in resolved), sum(tally.missing[n] for n in resolved)),
        *(share(tally.caught[n], tally.missing[n]) for n in resolved),
        str(tally.missing[-1]),
        share(tally.other_caught["extra"], tally.other["extra"]),
        share(tally.other_caught["swapped"], tally.other["swapped"]),
        share(tally.named, tally.to_name),
        share(tally.named_right, tally.named),
    ]


HEAD = (
    "seed",
    "learned",
    "false alarms",
    "missing >= 3 s",
    "3-5 s",
    "5-10 s",
    "> 10 s",
    "lighter",
    "extra",
    "swapped",
    "named",
    "named right",
)


# --- each unit once ------------------------------------------------------------------------------

ASKED = {
    StepVerdictKind.TWICE,
    StepVerdictKind.NOT_PUT,
    StepVerdictKind.UNSCANNED,
    StepVerdictKind.TAKEN_OUT,
}
HELD_BACK = 0.02  # units laid aside, to lie on top in the end
SEEN = 0.7  # movements after which the scale comes to rest before the next


@dataclass
class Packer:
    """One box packed by somebody who does things in any order, but does them all.

    twice: a unit that is scanned twice and put once. slipped: one that is put and never scanned.
    """

    made: Site
    watch: Watch
    weights: dict[str, UnitWeight]
    grams: float
    tidy: bool = False  # one unit at a time, each scanned and put, and nothing else happens
    asked: list[tuple[str, str]] = field(default_factory=list)
    in_time: int = 0

    def pack(self, units: list[str], twice: str = "", slipped: str = "") -> None:
        dice, top = self.made.dice, list[str]()
        while units:
            size = 1 if self.tidy else dice.choice((1, 1, 1, 2, 3, 5))
            batch, units = units[:size], units[size:]
            scans = batch + ([twice] if twice in batch else [])
            puts = batch + ([slipped] if slipped and not units else [])
            twice = "" if twice in batch else twice
            held = [sku for sku in batch if not self.tidy and dice.random() < HELD_BACK]
            top += held
            for sku in held:
                puts.remove(sku)
            dice.shuffle(puts)
            if not self.tidy and dice.random() < 0.3:
                self._put(puts)
                self._scan(scans)
            else:
                self._scan(scans)
                self._put(puts)
            if not self.tidy:
                self._fumble()
        self._put(top)
        self.in_time = len(self.asked)
        self._settle(at_last=True)
        while True:
            self.watch, verdict = unit_once.finished(self.watch, self.weights)
            if verdict.kind not in ASKED:
                return
            self.asked.append((verdict.kind.value, verdict.sku))

    def _scan(self, skus: list[str]) -> None:
        for sku in skus:
            self.watch = unit_once.scanned(self.watch, sku, self.weights[sku])

    def _put(self, skus: list[str]) -> None:
        for sku in skus:
            unit = self.made.truth[sku]
            self.grams += self.made.dice.gauss(unit.mean_g, unit.sd_g)
            self._settle()

    def _fumble(self) -> None:
        dice, grams = self.made.dice, self.grams
        match dice.choice(("", "", "", "lean", "off", "rearrange", "paper")):
            case "lean":
                self._show(grams + dice.uniform(20, 5000))
                self._settle()
            case "off":
                self._show(0)
                self._settle()
            case "rearrange":
                self._show(grams - dice.uniform(0, 0.5) * grams)
                self._settle()
            case "paper":
                self.grams += dice.uniform(0, 5)
                self._settle()
            case _:
                pass

    def _settle(self, *, at_last: bool = False) -> None:
        if at_last or self.tidy or self.made.dice.random() < SEEN:
            self._show(self.grams)

    def _show(self, grams: float) -> None:
        shown = round((grams + self.made.dice.gauss(0, 0.7)) / DIVISION_G) * DIVISION_G
        self.watch, verdict = unit_once.settled(self.watch, shown, self.weights)
        if verdict.kind in ASKED:
            self.asked.append((verdict.kind.value, verdict.sku))


@dataclass
class Once:
    """Numbers of one stage; twice and slipped: units heavy enough to be seen."""

    units: int = 0
    asked: int = 0
    asked_early: int = 0
    twice: int = 0
    twice_caught: int = 0
    twice_in_time: int = 0
    slipped: int = 0
    slipped_caught: int = 0
    slipped_named: int = 0


def watch_units(made: Site, boxes: int, *, tidy: bool = False) -> Once:
    found, dice = Once(), made.dice
    for _ in range(boxes):
        parcel = order(made)
        units = list(counted(parcel).elements())
        dice.shuffle(units)
        other = dice.choice(list(made.products))
        weights_ = {sku: weights.unit_weight(sku, made.world) for sku in {*units, other}}

        def packer(parcel: Parcel = parcel, known: dict[str, UnitWeight] = weights_) -> Packer:
            tare = made.truth[parcel.carton].mean_g
            return Packer(made, Watch(round(tare)), known, tare, tidy)

        right = packer()
        right.pack(list(units))
        found.units += len(units)
        found.asked += len(right.asked)
        found.asked_early += right.in_time
        sku = dice.choice(units)
        if not unit_once.is_light(weights_[sku]):
            wrong = packer()
            wrong.pack(list(units), twice=sku)
            kinds = {StepVerdictKind.TWICE.value, StepVerdictKind.NOT_PUT.value}
            hits = [
                n for n, (kind, name) in enumerate(wrong.asked) if kind in kinds and name == sku
            ]
            found.twice += 1
            found.twice_caught += bool(hits)
            found.twice_in_time += bool(hits) and hits[0] < wrong.in_time
        if not unit_once.is_light(weights_[other]):
            wrong = packer()
            wrong.pack(list(units), slipped=other)
            names = [name for kind, name in wrong.asked if kind == StepVerdictKind.UNSCANNED.value]
            found.slipped += 1
            found.slipped_caught += bool(names)
            found.slipped_named += other in names
    return found


def main(
    seeds: Sequence[int] = SEEDS, learned: Sequence[int] = LEARNED, checked: int = CHECKED
) -> None:
    rows, once = [], []
    for seed in seeds:
        for rough in (False, True):
            name = f"{seed} rough" if rough else str(seed)
            found = measure(seed, learned, checked, rough=rough)
            rows += [_row(name, stage, tally) for stage, tally in found.items()]
        for stage in (learned[0], learned[-1]):
            for tidy in (True, False):
                seen = watch_units(trained(seed, stage), checked, tidy=tidy)
                once.append(["tidy" if tidy else "any", *_once_row(str(seed), stage, seen)])
    show("Weight of the parcel, s = standard deviation of a right parcel", HEAD, rows)
    show(
        "Each unit once: a tidy packer, and one who scans, puts and fumbles in any order",
        ONCE_HEAD,
        once,
    )


if __name__ == "__main__":
    main()
