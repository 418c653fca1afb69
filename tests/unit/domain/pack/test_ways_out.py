"""Ways out at the bench: another box type, a closed box, notes, totes, what is short or added."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind
from app.domain.outcome import OutcomeKind
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import opening
from app.domain.pack.boxes import ask_to_open
from app.domain.pack.outcome import Packing
from app.domain.pack.task import PackPhase, PackTask
from app.domain.rows.orders import OrderLine, Stage, Sub, Taken
from app.domain.rows.stages import outdated
from app.domain.rows.things import Label, Tote
from app.domain.world import Hit, HitKind
from tests.unit.domain.pack.test_packing import (
    BOX1,
    SMALL,
    begin,
    label,
    now,
    play,
    product,
)
from tests.unit.domain.world import ORDER, FakeWorld, hit, warehouse

K = FactKind
BOX2 = "2".zfill(18)
LARGE = hit(HitKind.CARTON, "L")
SUE = "1"


def changed(world: FakeWorld, **changes: object) -> None:
    """The shop says something else of the order."""
    world.put(Kind.ORDER, ORDER, replace(now(world), **changes))  # type: ignore[arg-type]  # any field


def lined(world: FakeWorld, number: int, **changes: object) -> None:
    """The shop says something else of one line."""
    row = now(world)
    lines = tuple(
        replace(line, **changes) if line.number == number else line  # type: ignore[arg-type]  # any field
        for line in row.lines
    )
    changed(world, lines=lines)


def proven(world: FakeWorld) -> PackTask:
    """Two mugs in a proven box; the task as it waited for the label."""
    task = play(world, begin(world, ("MUG", 2)), SMALL, product("MUG"), product("MUG")).task
    assert task is not None
    parcel = world.parcel(BOX1)
    world.put(Kind.PARCEL, BOX1, replace(parcel, label=Label.SENT))  # type: ignore[type-var]  # it is there
    play(world, task, label())
    assert world.parcel(BOX1).stage is Stage.CLOSED  # type: ignore[union-attr]  # it is there
    return task


# --- boxes ----------------------------------------------------------------------------------------


def test_goods_move_into_another_box_type_until_the_box_is_closed() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 2)), SMALL, product("MUG"), LARGE)
    assert (step.outcome.kind, world.parcel(BOX1).carton) == (Packing.CARTON_CHANGED, "L")  # type: ignore[union-attr]  # it is there
    assert step.task is not None and step.task.carton == "L"
    same = play(world, step.task, LARGE)
    assert (same.outcome.kind, same.facts) == (Packing.CARTON_CHANGED, ())
    closed = play(world, step.task, product("MUG"), SMALL)
    assert (closed.outcome.kind, closed.facts) == (Packing.OPEN_BOX_FIRST, ())


def test_only_a_permitted_person_opens_a_closed_box_and_its_number_is_void() -> None:
    world = warehouse()
    proven(world)
    task = ask_to_open(ORDER, now(world), BOX1).task
    assert task is not None and task.duty == "open_box"
    assert play(world, task, Command.OK).outcome.kind is Anywhere.NO_PERMISSION
    assert play(world, task, Command.UNDO).task is None
    world.operator = SUE
    step = play(world, task, Command.OK)
    assert [fact.kind for fact in step.facts] == [
        K.PARCEL_WITHDRAWN,
        K.PARCEL_OPENED,
        K.UNIT_PACKED,
    ]
    old, new = world.parcel(BOX1), world.parcel(BOX2)
    assert old is not None and new is not None
    assert (old.stage, old.units, new.stage, new.units) == (Stage.VOID, 0, Stage.OPEN, 2)
    assert (new.number, now(world).sub, now(world).lines[0].packed) == (1, Sub.PACKING, 2)


@pytest.mark.parametrize(
    ("change", "what"),
    [({"carrier": "UPS"}, "carrier"), ({"service": "Express"}, "carrier"), ({}, "")],
)
def test_a_label_shows_carrier_and_service(change: dict[str, str], what: str) -> None:
    world = warehouse()
    proven(world)
    changed(world, **change)
    assert outdated(world.parcel(BOX1), now(world)) == what


def test_a_proven_box_of_another_carrier_is_relabelled_under_another_number() -> None:
    world = warehouse()
    proven(world)
    changed(world, carrier="UPS")
    start = opening.start(ORDER, now(world), world)
    assert (start.outcome.kind, start.task and start.task.stopped) == (
        Working.CARRIER_OUTDATED,
        "carrier",
    )
    assert start.task is not None
    step = play(world, start.task, Command.OK)
    assert step.outcome.kind is Packing.RELABELLED
    parcel = world.parcel(BOX2)
    assert parcel is not None
    assert (parcel.stage, parcel.carrier, parcel.units) == (Stage.SEALED, "UPS", 2)


# --- the shop -------------------------------------------------------------------------------------


def test_what_is_not_wanted_any_more_comes_out_and_nothing_else_goes_on() -> None:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2), ("POT", 1)), SMALL, product("MUG")).task
    task = play(world, task or PackTask(ORDER), product("MUG")).task
    assert task is not None
    lined(world, 1, ordered=1)
    stop = play(world, task, product("POT"))
    assert (stop.outcome.kind, stop.outcome.values["units"]) == (Working.TAKE_OUT, 1)
    assert stop.facts == () and stop.task is not None
    assert play(world, stop.task, Command.SHORT).outcome.kind is Packing.ANSWER_FIRST
    out = play(world, stop.task, Command.OK)
    assert out.task is not None and out.task.phase is PackPhase.REMOVE
    assert play(world, out.task, product("POT")).outcome.kind is Packing.NOT_IN_PARCEL
    done = play(world, out.task, product("MUG"))
    assert (done.outcome.kind, now(world).surplus) == (Packing.UNIT_REMOVED, ())
    assert now(world).to_put_back[0][1] == 1


def test_a_held_order_is_put_on_a_shelf_and_goes_on_when_it_is_released() -> None:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2)), SMALL).task
    assert task is not None
    changed(world, hold="fraud check")
    stop = play(world, task, product("MUG"))
    assert (stop.outcome.kind, stop.facts) == (Working.ORDER_HELD, ())
    assert stop.task is not None
    changed(world, hold="")
    assert play(world, stop.task, product("MUG")).outcome.kind is Packing.UNIT_PACKED
    changed(world, hold="fraud check")
    shelf = play(world, stop.task, Command.OK, hit(HitKind.TEXT, "H-1"))
    assert shelf.facts[0].body == {"shelf": "H-1", "for": "hold"}
    assert not now(world).set_aside


# --- before the first unit ------------------------------------------------------------------------


def test_a_note_is_read_once() -> None:
    world = warehouse()
    begin(world, ("MUG", 1))
    changed(world, note="Ring twice", gift_message="Dear Ada")
    task = opening.start(ORDER, now(world), world).task
    assert task is not None and task.phase is PackPhase.NOTE
    assert play(world, task, SMALL).outcome.kind is Packing.READ_NOTE_FIRST
    read = play(world, task, Command.OK)
    assert read.facts[0].body == {"notes": ["Ring twice", "Dear Ada"]}
    again = opening.start(ORDER, now(world), world).task
    assert again is not None and again.phase is PackPhase.CARTON
    changed(world, note="Ring once")
    new = opening.start(ORDER, now(world), world).task
    assert new is not None and new.phase is PackPhase.NOTE


def test_every_tote_of_the_order_is_asked_for() -> None:
    world = warehouse()
    begin(world, ("MUG", 1))
    world.put(Kind.TOTE, "T-2", Tote("T-2", ORDER))
    changed(world, totes=("T-1", "T-2"))
    task = opening.start(ORDER, now(world), world, "T-1").task
    assert task is not None and (task.phase, task.totes) == (PackPhase.TOTES, ("T-1",))
    assert play(world, task, product("MUG")).outcome.kind is Packing.TOTE_ASKED
    here = play(world, task, hit(HitKind.TOTE, "T-2"))
    assert here.task is not None and here.task.phase is PackPhase.CARTON
    left = play(world, task, Command.OK)
    assert (left.outcome.kind, left.outcome.values["tote"]) == (Packing.TOTE_LEFT, "T-2")


# --- what goes in ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scanned", "kind"),
    [({"serial": "SN9"}, Packing.NOT_THE_PICKED), ({"serial": "SN1"}, Packing.PARCEL_CLOSED)],
)
def test_only_the_serial_number_that_was_picked(scanned: dict[str, str], kind: OutcomeKind) -> None:
    world = warehouse()
    task = begin(world, ("CLOCK", 1))
    lined(world, 1, taken=(Taken("", "SN1", 1),))
    step = play(world, task, SMALL, hit(HitKind.PRODUCT, "CLOCK", **scanned))
    assert step.outcome.kind is kind


def sample(world: FakeWorld, pressed: Command, *inputs: Hit | Command) -> list[str]:
    """The answers after a permitted person said OK."""
    world.operator = SUE
    task = play(world, begin(world, ("MUG", 1), ("POT", 1)), SMALL, product("POT")).task
    answers = []
    for one in (pressed, Command.OK, *inputs):
        assert task is not None
        step = play(world, task, one)
        answers.append(step.outcome.kind.value)
        task = step.task
    return answers


def test_a_substitute_closes_the_line_that_it_replaces() -> None:
    world = warehouse()
    asked = sample(world, Command.SUBSTITUTE, product("POT"), hit(HitKind.BIN, "A2"))
    assert asked == ["substitute_asked", "add_allowed", "bin_asked", "parcel_closed"]
    mug, _pot, instead = now(world).lines
    assert (mug.short, instead.added, instead.instead_of) == (1, "instead", 1)
    assert (instead.picked, instead.packed) == (1, 1)
    place = world.bin("A2")
    assert place is not None and place.quantity("POT") == 4


def test_something_free_comes_from_a_bin_that_has_it_or_from_none() -> None:
    world = warehouse()
    asked = sample(world, Command.FREE, product("POT"), hit(HitKind.BIN, "B1"))
    assert asked[-2:] == ["bin_asked", "not_in_bin"]
    world = warehouse()
    assert sample(world, Command.FREE, product("LOST"))[-1] == "line_packed"
    assert now(world).lines[-1] == OrderLine(3, "LOST", "Lost", 1, picked=1, packed=1, added="free")


def test_nobody_adds_anything_alone() -> None:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2)), SMALL, Command.FREE).task
    assert task is not None and task.duty == "add_line"
    refused = play(world, task, Command.OK)
    assert (refused.outcome.kind, refused.facts) == (Anywhere.NO_PERMISSION, ())
    assert play(world, task, product("MUG")).outcome.kind is Packing.ANSWER_FIRST
