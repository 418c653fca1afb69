"""What two benches can do offline about one thing, in either order: the table of docs/conflicts.md."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.orders import Order
from app.domain.reduce import moves, reduce
from tests.helpers.model import about, cancelled, packed, picked, placed, stocked
from tests.unit.domain.world import FakeWorld, as_fact

K = FactKind
ORDER = "shop:1"
TABLE = Path(__file__).parents[3] / "docs" / "conflicts.md"


@dataclass(frozen=True)
class Pair:
    """Facts of two benches; a_first, b_first: conflicts in each order of arrival.

    troubles: what a person has to know although nothing is in conflict, in either order.
    """

    first: tuple[NewFact, ...]
    second: tuple[NewFact, ...]
    a_first: tuple[str, ...]
    b_first: tuple[str, ...]
    troubles: tuple[str, ...] = ()


class Centre:
    """Rows, conflicts and moves after facts of several origins."""

    def __init__(self) -> None:
        self.world = FakeWorld()
        self.conflicts: list[str] = []
        self.troubles: list[str] = []
        self.hands = 0
        self.seq = 0
        self.hear("import", [*stocked("B0", "S0", 9), placed("1")])

    def hear(self, origin: str, facts: Iterable[NewFact]) -> None:
        for new in facts:
            self.seq += 1
            fact = as_fact(new, self.seq, origin)
            for item in fact.concerns():
                effect = reduce(item.kind, self.world.rows.get(item), fact, item.id)
                self.world.rows[item] = effect.row
                if effect.conflict:
                    self.conflicts.append(effect.conflict)
                if effect.trouble and item.kind is Kind.BIN:
                    self.troubles.append(effect.trouble)
            self.hands += sum(m.delta for m in moves(fact) if m.place.startswith("bin:"))

    @property
    def order(self) -> Order:
        found = self.world.order(ORDER)
        assert found is not None
        return found


def box(sscc: str) -> tuple[NewFact, ...]:
    return packed(ORDER, sscc, 2)


def to_load(sscc: str, load: str) -> NewFact:
    subjects = (
        Subject(Kind.ORDER, ORDER),
        Subject(Kind.PARCEL, sscc),
        Subject(Kind.LOAD, load),
    )
    return NewFact(K.PARCEL_LOADED, subjects, {"sscc": sscc, "load": load, "order": ORDER})


def in_tote(order: str, tote: str = "T-1") -> NewFact:
    body = {"line": 1, "sku": "S0", "tote": tote, "order": order, "quantity": 1}
    return NewFact(K.PUT_IN_TOTE, (Subject(Kind.TOTE, tote),), body)


def with_serial(sscc: str) -> NewFact:
    body = {
        "line": 1,
        "sku": "S0",
        "quantity": 1,
        "serial": "SN1",
        "order": ORDER,
        "sscc": sscc,
        "from": "tote:T",
    }
    return NewFact(K.UNIT_PACKED, (Subject(Kind.SERIAL, serial_id("S0", "SN1")),), body)


def counted(found: int) -> NewFact:
    """By somebody who knows of nothing but the opening stock."""
    body = {"bin": "B0", "sku": "S0", "lot": "", "counted": found, "expected": 9, "moves": 1}
    body["delta"] = found - 9
    return NewFact(K.BIN_COUNTED, (Subject(Kind.BIN, "B0"),), body)


def damaged() -> NewFact:
    body = {"line": 1, "sku": "S0", "quantity": 1, "bin": "B0", "from": "bin:B0"}
    return NewFact(K.UNIT_DAMAGED, (Subject(Kind.BIN, "B0"),), body)


TWO = (picked(ORDER), picked(ORDER))
STARTED = (about(K.PICK_STARTED, ORDER),)
PACKING = (about(K.PACK_STARTED, ORDER),)
PAIRS: dict[str, Pair] = {
    "both pick the order": Pair(TWO, TWO, ("picked_twice",) * 2, ("picked_twice",) * 2),
    "both begin to pick it": Pair(
        STARTED, STARTED, ("worked_by_another_station",), ("worked_by_another_station",)
    ),
    "both begin to pack it": Pair(
        PACKING, PACKING, ("worked_by_another_station",), ("worked_by_another_station",)
    ),
    "both pack it": Pair(box("1"), box("2"), ("packed_twice",), ("packed_twice",)),
    "both number a box alike": Pair(
        box("1"), box("1"), ("sscc_used_twice", "packed_twice"), ("sscc_used_twice", "packed_twice")
    ),
    "one picks, the other hears that it is cancelled": Pair(
        TWO, (cancelled(ORDER),), (), ("picked_cancelled",) * 2
    ),
    "one packs, the other hears that it is cancelled": Pair(
        box("1"), (cancelled(ORDER),), (), ("packed_cancelled",) * 3
    ),
    "both put into one tote for different orders": Pair(
        (in_tote(ORDER),),
        (in_tote("shop:2"),),
        ("tote_of_another_order",),
        ("tote_of_another_order",),
    ),
    "both pack one serial number": Pair(
        (with_serial("1"),),
        (with_serial("2"),),
        ("serial_packed_twice",),
        ("serial_packed_twice",),
    ),
    "both pick from one bin": Pair((picked(ORDER),), (picked(ORDER),), (), ()),
    "one empties a bin that does not exist": Pair(
        (picked(ORDER, "B7"),),
        (picked(ORDER),),
        ("unknown_bin",),
        ("unknown_bin",),
        ("negative_stock",),
    ),
    "one counts a bin, the other picks from it": Pair(
        (counted(8),), (picked(ORDER),), (), (), ("recount",)
    ),
    "both count one bin": Pair((counted(8),), (counted(8),), (), (), ("recount",)),
    "one counts a bin, the other finds a damaged unit in it": Pair(
        (counted(8),), (damaged(),), (), (), ("recount",)
    ),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("swapped", [False, True], ids=["as told", "the other way"])
def test_two_benches(name: str, *, swapped: bool) -> None:
    pair = PAIRS[name]
    centre = Centre()
    parties = [("P1", pair.first), ("P2", pair.second)]
    for origin, facts in parties[::-1] if swapped else parties:
        centre.hear(origin, facts)
    expected = pair.b_first if swapped else pair.a_first
    assert sorted(centre.conflicts) == sorted(expected)
    assert tuple(centre.troubles) == pair.troubles


@pytest.mark.parametrize("name", PAIRS)
def test_the_goods_moved_whatever_the_rules_say(name: str) -> None:
    """Bins add up in either order: what left a shelf has left it."""
    pair = PAIRS[name]
    stocks = []
    for parties in ([pair.first, pair.second], [pair.second, pair.first]):
        centre = Centre()
        for origin, facts in zip(("P1", "P2"), parties, strict=True):
            centre.hear(origin, facts)
        found = centre.world.get(Kind.BIN, "B0")
        stocks.append((found.quantity("S0"), centre.hands))
    assert stocks[0] == stocks[1]


def test_the_document_has_every_pair_and_every_reason() -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert [name for name in PAIRS if f"| {name} |" not in text] == []
    sources = (Path(__file__).parents[3] / "app" / "domain").glob("*.py")
    pattern = re.compile(r'(?:(?:conflict|trouble)=|return )"([a-z]+_[a-z_]+)"')
    reasons = {reason for path in sources for reason in pattern.findall(path.read_text("utf-8"))}
    assert len(reasons) > 20
    assert sorted(reason for reason in reasons if f"`{reason}`" not in text) == []
