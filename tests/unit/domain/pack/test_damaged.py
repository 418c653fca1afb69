"""A unit that is damaged at the bench: its place, what is asked, and that all of it is undone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing
from app.domain.pack.task import PackPhase, PackStep, PackTask
from app.domain.place import BinKind
from app.domain.reduce import moves
from app.domain.rows.orders import Sub
from app.domain.rows.things import Bin
from app.domain.stock import Status, StockKey
from app.domain.world import Hit, HitKind
from tests.unit.domain.pack.test_packing import SMALL, begin, label, now, play, product
from tests.unit.domain.world import FakeWorld, as_fact, hit, warehouse

C, K = Command, FactKind
BAD = StockKey("MUG", status=Status.DAMAGED)


def bench(
    *lines: tuple[str, int], stock: bool = True, bad: bool = True
) -> tuple[FakeWorld, PackTask]:
    """An order at the bench. bad: the site has a bin for damaged goods. stock: bins hold goods."""
    world = warehouse()
    task = begin(world, *lines)
    if bad:
        world.put(Kind.BIN, "BAD-1", Bin("BAD-1", walk=90, kind=BinKind.DAMAGED))
    if not stock:
        for place in world.bins_of("MUG"):
            world.put(Kind.BIN, place.code, replace(place, stock=()))
    opened = play(world, task, SMALL).task
    assert opened is not None
    return world, opened


def bin_(code: str) -> Hit:
    return hit(HitKind.BIN, code)


def sums(facts: list[NewFact]) -> Counter[tuple[str, StockKey]]:
    found: Counter[tuple[str, StockKey]] = Counter()
    for seq, new in enumerate(facts, start=1):
        for move in moves(as_fact(new, seq)):
            found[move.place, move.key] += move.delta
    return Counter({key: count for key, count in found.items() if count})


@pytest.mark.parametrize(
    "answers",
    [
        (),
        (bin_("BAD-1"),),
        (C.OK,),
        (bin_("BAD-1"), C.OK),
        (bin_("BAD-1"), C.SHORT),
        (C.OK, C.OK, bin_("BAD-1")),
        (C.CLEAR, C.SHORT, bin_("BAD-1")),
    ],
)
@pytest.mark.parametrize("stock", [True, False])
def test_undo_takes_all_of_it_back(answers: tuple[Hit | Command, ...], stock: bool) -> None:
    """Whatever was answered: order, bins and sums are as before."""
    if not stock:
        answers = answers[:1]
    world, task = bench(("MUG", 2), ("POT", 1), stock=stock)
    before, bins = now(world), {row.code: row.stock for row in world.all(Kind.BIN)}
    facts: list[NewFact] = []
    step = PackStep(outcome(Anywhere.CLEARED), task)
    for done in (C.DAMAGED, product("MUG"), *answers, C.UNDO):
        step = play(world, task, done)
        facts += step.facts
        assert step.task is not None
        task = step.task
    assert step.outcome.kind is Packing.NOT_DAMAGED
    assert now(world) == before
    left = {row.code: [one for one in row.stock if one.quantity] for row in world.all(Kind.BIN)}
    assert left == {code: list(stock) for code, stock in bins.items()}
    assert sums(facts) == Counter()
    assert play(world, task, product("MUG")).outcome.kind is Packing.UNIT_PACKED


def test_damaged_stock_rises_where_the_unit_was_put() -> None:
    world, task = bench(("MUG", 2))
    step = play(world, task, C.DAMAGED, product("MUG"), bin_("BAD-1"))
    assert (step.outcome.kind, step.facts[0].body["reason"]) == (
        Working.DAMAGED_PUT_AWAY,
        "damaged",
    )
    place = world.bin("BAD-1")
    assert place is not None
    assert place.of(BAD) == 1


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"locked": "leaks"}, Working.PLACE_LOCKED),
        ({"kind": BinKind.LANE}, Working.PLACE_OTHER_KIND),
        ({"owner": "ACME"}, Working.PLACE_OF_OTHERS),
    ],
)
def test_a_place_that_does_not_take_it_is_refused(changes: dict[str, object], kind: object) -> None:
    world, task = bench(("MUG", 2))
    world.put(Kind.BIN, "X-1", replace(Bin("X-1", kind=BinKind.DAMAGED), **changes))  # type: ignore[arg-type]  # any field
    step = play(world, task, C.DAMAGED, product("MUG"), bin_("X-1"))
    assert (step.outcome.kind, step.facts) == (kind, ())
    assert step.task is not None
    assert step.task.phase is PackPhase.DAMAGED_BIN


def test_what_lies_nowhere_is_not_forgotten_with_the_next_box() -> None:
    world, task = bench(("MUG", 3))
    step = play(world, task, product("MUG"), C.DAMAGED, product("MUG"), C.OK, C.OK)
    step = play(world, left(step), C.REMOVE, product("MUG"), product("MUG"), C.BOX, label())
    step = play(world, left(step), SMALL, bin_("BAD-1"))
    assert step.outcome.kind is Working.DAMAGED_PUT_AWAY
    assert play(world, left(step), C.UNDO).outcome.kind is Packing.NOT_DAMAGED


def left(step: PackStep) -> PackTask:
    assert step.task is not None
    return step.task


def test_the_nearest_place_with_room_is_named() -> None:
    world, task = bench(("MUG", 2))
    world.put(Kind.BIN, "BAD-0", Bin("BAD-0", walk=5, kind=BinKind.DAMAGED, locked="leaks"))
    world.put(Kind.BIN, "BAD-2", Bin("BAD-2", walk=7, kind=BinKind.DAMAGED))
    step = play(world, task, C.DAMAGED, product("MUG"))
    assert step.outcome.values["bin"] == "BAD-2"


def test_without_such_a_place_nothing_is_asked() -> None:
    world, task = bench(("MUG", 2), bad=False)
    step = play(world, task, C.DAMAGED, product("MUG"))
    assert step.outcome.kind is Packing.FETCH_ASKED


def test_nothing_is_undone_once_another_was_picked() -> None:
    world, task = bench(("MUG", 2))
    step = play(world, task, C.DAMAGED, product("MUG"), bin_("BAD-1"), C.OK)
    assert step.task is not None
    lines = tuple(replace(line, picked=line.ordered) for line in now(world).lines)
    world.put(Kind.ORDER, step.task.order, replace(now(world), lines=lines))
    again = play(world, step.task, C.UNDO)
    assert (again.outcome.kind, again.facts) == (Anywhere.NOTHING_TO_UNDO, ())


def test_nothing_is_undone_once_it_left_its_bin() -> None:
    world, task = bench(("MUG", 2))
    step = play(world, task, C.DAMAGED, product("MUG"), bin_("BAD-1"))
    world.put(Kind.BIN, "BAD-1", Bin("BAD-1", kind=BinKind.DAMAGED))
    assert step.task is not None
    again = play(world, step.task, C.UNDO)
    assert (again.outcome.kind, again.facts) == (Anywhere.NOTHING_TO_UNDO, ())
    assert now(world).sub is Sub.STARTED
