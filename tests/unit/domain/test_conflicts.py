"""What two benches did without hearing of each other, in either order: docs/conflicts.md.

The document is what is tested: the reasons it names are the ones that are told, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.facts import FactKind, Kind, NewFact, Subject
from tests.helpers.model import order_document, picked
from tests.unit.domain.conflict_pairs import PEOPLE, Heard, hear
from tests.unit.domain.two_benches import IMPORT, ORDER, OTHER, Want, choices, copied, is_, moments
from tests.unit.domain.world import FakeWorld

K = FactKind
Step = Want | NewFact


@dataclass(frozen=True)
class Case:
    """Two writers that know the same moment. A wish is the first fact the writer can make so."""

    moment: str
    first: Sequence[Step]
    second: Sequence[Step]
    writers: tuple[str, str] = ("P1", "P2")


def loaded(sscc: str, **body: str) -> NewFact:
    subjects = (Subject(Kind.ORDER, ORDER), Subject(Kind.PARCEL, sscc), Subject(Kind.LOAD, "L-1"))
    return NewFact(K.PARCEL_LOADED, subjects, {"sscc": sscc, "load": "L-1", "order": ORDER, **body})


def numbered(sscc: str) -> NewFact:
    body = {"sscc": sscc, "order": ORDER, "number": 1}
    return NewFact(K.PARCEL_OPENED, (Subject(Kind.ORDER, ORDER), Subject(Kind.PARCEL, sscc)), body)


def in_tote(order: str) -> NewFact:
    body = {"line": 1, "sku": "S0", "tote": "T-1", "order": order, "quantity": 1}
    return NewFact(K.PUT_IN_TOTE, (Subject(Kind.ORDER, order), Subject(Kind.TOTE, "T-1")), body)


def damaged(place: str) -> NewFact:
    taken = picked(ORDER, place)
    return NewFact(K.UNIT_DAMAGED, taken.subjects, {**taken.body, "from": f"bin:{place}"})


def unit(kind: FactKind, line: int = 1) -> Want:
    return is_(kind, line=line)


TRUCK, OTHER_TRUCK = is_(K.PARCEL_LOADED, load="L-1"), is_(K.PARCEL_LOADED, load="L-2")
CLOSED, CANCEL = is_(K.LOAD_CLOSED), is_(K.ORDER_CANCELLED)
PICK = (is_(K.PICK_STARTED), unit(K.UNIT_PICKED), unit(K.UNIT_PICKED))
REST = (unit(K.UNIT_PICKED), unit(K.UNIT_PICKED, 2), unit(K.PUT_IN_TOTE), unit(K.PUT_IN_TOTE, 2))
SEAL = (is_(K.PARCEL_SEALED), is_(K.LABEL_PROVEN))
FILL = (is_(K.PARCEL_OPENED), unit(K.UNIT_PACKED), unit(K.UNIT_PACKED), unit(K.UNIT_PACKED, 2))
PACK = (is_(K.PACK_STARTED), *FILL, *SEAL, is_(K.ORDER_PACKED))
FROM_IMPORT = ("P1", IMPORT)


def changed(what: str) -> Want:
    """The order's new document: with fewer lines, or another carrier, address or hold."""
    old = order_document("1")

    def wanted(fact: NewFact) -> bool:
        if fact.kind is not K.ORDER_CHANGED:
            return False
        new = fact.body["document"]
        differs = {
            "lines": len(new["lines"]) == 1,
            "carrier": new["carrier"] != old.carrier,
            "address": new["customer"]["name"] != old.customer.name,
            "hold": "hold" in new,
            "fewer": len(new["lines"]) == 2 and new["lines"][0]["quantity"] < 2,
            "more": new["lines"][0]["quantity"] > 2,
        }
        return bool(differs[what])

    return wanted


CASES: dict[str, Case] = {
    "both begin to pick it": Case("released", PICK[:1], PICK[:1]),
    "both pick it": Case("released", PICK, PICK),
    "one begins to pick it, the other has picked it all": Case(
        "half picked", PICK[:1], (*REST, is_(K.ORDER_PICKED))
    ),
    "one puts a unit back, the other ends the pick": Case(
        "in the hand, nobody's", (is_(K.PICK_UNDONE),), (*REST, is_(K.ORDER_PICKED))
    ),
    "both put the same unit back": Case(
        "in the hand, nobody's", (is_(K.PICK_UNDONE),), (is_(K.PICK_UNDONE),)
    ),
    "both find too few": Case("released", (unit(K.PICK_SHORT),), (unit(K.PICK_SHORT),)),
    "one finds too few, the other picks them": Case(
        "half picked", (unit(K.PICK_SHORT),), (unit(K.UNIT_PICKED),)
    ),
    "both take the same shortage back": Case(
        "one short, nobody's", (is_(K.SHORT_TAKEN_BACK),), (is_(K.SHORT_TAKEN_BACK),)
    ),
    "both put a cancelled order's unit back into its bin": Case(
        "called off, nobody's", (is_(K.UNIT_PUT_BACK),), (is_(K.UNIT_PUT_BACK),)
    ),
    "both put into one tote for different orders": Case(
        "in the hand, nobody's", (in_tote(ORDER),), (in_tote(OTHER),)
    ),
    "a supervisor takes it over, the bench that had it goes on": Case(
        "begun elsewhere", (is_(K.TAKEN_OVER),), (unit(K.UNIT_PICKED),), ("P1", "P0")
    ),
    "two supervisors take it over": Case(
        "begun elsewhere", (is_(K.TAKEN_OVER),), (is_(K.TAKEN_OVER),)
    ),
    "both begin to pack it": Case("picked", PACK[:1], PACK[:1]),
    "both pack it": Case("picked", PACK, PACK),
    "one begins to pack it, the other has packed it": Case(
        "all proven", PACK[:1], (is_(K.ORDER_PACKED),)
    ),
    "both number a box alike": Case("picked", (numbered("1"),), (numbered("1"),)),
    "both open the first box": Case("picked", FILL[:1], FILL[:1]),
    "both put one serial number into a box": Case("picked", (FILL[0], FILL[3]), (FILL[0], FILL[3])),
    "both put one serial number into the same box": Case("empty box", FILL[3:], FILL[3:]),
    "one puts a unit in, the other seals the box": Case("half packed", (FILL[1],), SEAL[:1]),
    "one takes a unit out, the other ends the order": Case(
        "half packed", (unit(K.UNIT_REMOVED),), (FILL[1], *SEAL, is_(K.ORDER_PACKED))
    ),
    "both take the same unit out": Case(
        "half packed", (unit(K.UNIT_REMOVED),), (unit(K.UNIT_REMOVED),)
    ),
    "one packs a unit, the other had put it back": Case(
        "picked",
        FILL[:3],
        (
            picked(ORDER),
            NewFact(K.PICK_UNDONE, picked(ORDER).subjects, {**picked(ORDER).body, "quantity": 2}),
        ),
    ),
    "both seal the box": Case("half packed", SEAL[:1], SEAL[:1]),
    "one gives the empty box up, the other fills it": Case(
        "empty box", (is_(K.PARCEL_VOIDED),), (FILL[1],)
    ),
    "one gives the empty box up, the other fills, seals and proves it": Case(
        "empty box", (is_(K.PARCEL_VOIDED),), (FILL[1], *SEAL)
    ),
    "one opens a sealed box, the other proves its label": Case(
        "first box sealed", (is_(K.PARCEL_REOPENED),), SEAL[1:]
    ),
    "both prove the label": Case("first box sealed", SEAL[1:], SEAL[1:]),
    "both print its label again": Case(
        "first box sealed", (is_(K.LABEL_REPRINTED),), (is_(K.LABEL_REPRINTED),)
    ),
    "one prints its label again, the other proves the old one": Case(
        "first box sealed", (is_(K.LABEL_REPRINTED),), SEAL[1:]
    ),
    "both load it onto one truck": Case("packed", (TRUCK,), (TRUCK,)),
    "both load it onto two trucks": Case("packed", (TRUCK,), (OTHER_TRUCK,)),
    "one loads a box, the other closes the truck": Case("first box loaded", (TRUCK,), (CLOSED,)),
    "one takes a box off, the other closes the truck": Case(
        "all loaded", (is_(K.PARCEL_UNLOADED),), (CLOSED,)
    ),
    "one moves a box to another truck, and both trucks leave": Case(
        "first box loaded",
        (is_(K.PARCEL_UNLOADED), OTHER_TRUCK, is_(K.LOAD_CLOSED, load="L-2")),
        (CLOSED,),
    ),
    "both take the box off": Case(
        "all loaded", (is_(K.PARCEL_UNLOADED),), (is_(K.PARCEL_UNLOADED),)
    ),
    "both close the truck": Case("all loaded", (CLOSED,), (CLOSED,)),
    "the truck leaves before the bench says that the order is packed": Case(
        "all proven", (is_(K.ORDER_PACKED),), (TRUCK, TRUCK, CLOSED)
    ),
    "both pick from one bin": Case("released", (unit(K.UNIT_PICKED),), (unit(K.UNIT_PICKED),)),
    "both pick from a bin that nobody has named": Case(
        "released", (picked(ORDER, "B7"),), (picked(ORDER, "B7"),)
    ),
    "both find a damaged unit in a bin that nobody has named": Case(
        "released", (damaged("B7"),), (damaged("B7"),)
    ),
    "one counts a bin, the other picks from it": Case(
        "released", (is_(K.BIN_COUNTED, bin="B0"),), (unit(K.UNIT_PICKED),)
    ),
    "both count one bin": Case(
        "released", (is_(K.BIN_COUNTED, bin="B0"),), (is_(K.BIN_COUNTED, bin="B0"),)
    ),
    "one counts a bin, the other finds a damaged unit in it": Case(
        "released", (is_(K.BIN_COUNTED, bin="B0"),), (unit(K.UNIT_DAMAGED),)
    ),
    "one picks it, the shop cancels it": Case("released", PICK, (CANCEL,), FROM_IMPORT),
    "one packs it, the shop cancels it": Case(
        "half packed", (PACK[0], FILL[1]), (CANCEL,), FROM_IMPORT
    ),
    "one loads it, the shop cancels it": Case("packed", (TRUCK,), (CANCEL,), FROM_IMPORT),
    "the truck leaves, the shop cancels it": Case("all loaded", (CLOSED,), (CANCEL,), FROM_IMPORT),
    "one picks it, the shop takes a line out": Case(
        "released", (PICK[0], unit(K.UNIT_PICKED, 2)), (changed("lines"),), FROM_IMPORT
    ),
    "one packs it, the shop wants fewer": Case(
        "half packed", (PACK[0], FILL[1]), (changed("fewer"),), FROM_IMPORT
    ),
    "one ends the pick, the shop wants more": Case(
        "all in the tote", (is_(K.ORDER_PICKED),), (changed("more"),), ("P0", IMPORT)
    ),
    "one picks it, its newest document cannot be read": Case(
        "released", PICK, (is_(K.ORDER_HELD),), FROM_IMPORT
    ),
    "one begins to pick it, the shop holds it": Case(
        "released", PICK[:1], (changed("hold"),), FROM_IMPORT
    ),
    "one opens a box, the shop changes the carrier": Case(
        "picked", PACK[:2], (changed("carrier"),), FROM_IMPORT
    ),
    "one loads it, the shop changes the address": Case(
        "packed",
        (loaded("P0-1", to=order_document("1").customer.mark),),
        (changed("address"),),
        FROM_IMPORT,
    ),
    "the truck leaves, its carrier is changed": Case(
        "all loaded", (CLOSED,), (is_(K.LOAD_SET),), FROM_IMPORT
    ),
    "one picks from a bin, its opening stock is read in": Case(
        "released", (unit(K.UNIT_PICKED),), (is_(K.STOCK_OPENED),), FROM_IMPORT
    ),
    "a person chooses a language, the list of persons is read in": Case(
        "released", (is_(K.LANGUAGE_CHOSEN),), (is_(K.OPERATOR_SET),), FROM_IMPORT
    ),
}


def written(start: FakeWorld, me: str, steps: Sequence[Step]) -> list[tuple[str, NewFact]]:
    """The facts of one writer, each made from what it shows after the one before."""
    view = copied(start)
    view.station = me
    facts = []
    for step in steps:
        free = [step] if isinstance(step, NewFact) else [f for f in choices(view, me) if step(f)]
        view.do(free[0])
        facts.append((me, free[0]))
    return facts


def both_ways(case: Case) -> tuple[Heard, Heard]:
    start = moments()[case.moment]
    first = written(start, case.writers[0], case.first)
    second = written(start, case.writers[1], case.second)
    return hear(start, *first, *second), hear(start, *second, *first)


TEXT = PEOPLE.read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \| ([^|]*) \| ([^|]+) \|$", re.MULTILINE)


def table() -> dict[str, tuple[frozenset[str], bool]]:
    """What happened: the reasons, and whether they are told in both orders of arrival."""
    at_the_benches = TEXT.partition("## At the benches")[2].partition("\n## Counts")[0]
    return {
        name.strip(): (frozenset(re.findall(r"`(\w+)`", told)), "if late" not in told)
        for name, told, _do in ROW.findall(at_the_benches)
        if name.strip() != "two benches"
    }


def test_every_row_of_the_document_is_tried() -> None:
    assert set(table()) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_person_is_told_what_the_document_says(name: str) -> None:
    reasons, either_way = table()[name]
    ways = both_ways(CASES[name])
    assert frozenset(ways[0].told) | frozenset(ways[1].told) == reasons
    orders_told = sum(bool(way.told) for way in ways)
    assert orders_told == (0 if not reasons else 2 if either_way else 1)


@pytest.mark.parametrize("name", CASES)
def test_the_goods_moved_whatever_the_rules_say(name: str) -> None:
    """Bins and totes add up in either order, and so does a serial number's box."""
    one, other = both_ways(CASES[name])
    for item, row in one.rows.items():
        if item.kind is Kind.BIN:
            assert row.quantity("S0") == other.rows[item].quantity("S0")
            assert row.quantity("S1") == other.rows[item].quantity("S1")


def test_the_document_has_every_reason() -> None:
    sources = (Path(__file__).parents[3] / "app" / "domain" / "rows").glob("*.py")
    pattern = re.compile(r'(?:(?:conflict|exception)=|return |, |or |: |= )"([a-z]+_[a-z_]+)"')
    rules = [
        path
        for path in sources
        if path.stem.endswith(("rules", "_work", "_word", "_damage", "_boxes"))
        or path.stem in {"stages", "ends"}
    ]
    reasons = {reason for path in rules for reason in pattern.findall(path.read_text("utf-8"))}
    assert len(reasons) > 40
    assert sorted(reason for reason in reasons if f"`{reason}`" not in TEXT) == []
