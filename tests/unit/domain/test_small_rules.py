"""Cartons, weights, permissions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.facts import Kind
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack import cartons
from app.domain.permissions import DUTIES, allows, role_for
from app.domain.rows.things import Carton, Content, Operator, Parcel
from tests.unit.domain.world import ORDER, order, warehouse

# --- cartons --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([("MUG", 1)], "S"),
        ([("MUG", 6)], "S"),
        ([("MUG", 7)], "L"),
        ([("CLOCK", 11)], "L"),  # small, but heavier than the small one carries
        ([("POT", 99)], "L"),  # nothing holds it: the largest
    ],
)
def test_the_smallest_box_that_holds_it(lines: list[tuple[str, int]], code: str) -> None:
    world = warehouse()
    world.put(Kind.ORDER, ORDER, order(*lines))
    assert cartons.suggestion(world, ORDER) == code


def test_only_what_is_still_to_be_packed_needs_room() -> None:
    world = warehouse()
    full = order(("MUG", 7))
    world.put(Kind.ORDER, ORDER, replace(full, lines=(replace(full.lines[0], packed=5),)))
    assert cartons.suggestion(world, ORDER) == "S"


def test_no_boxes_no_suggestion() -> None:
    world = warehouse()
    world.rows = {item: row for item, row in world.rows.items() if not isinstance(row, Carton)}
    assert cartons.suggestion(world, ORDER) == ""


def test_a_box_of_which_only_the_name_is_known_has_no_size_and_no_weight() -> None:
    bare = Carton("BOX-S", "Small")
    assert (bare.length_mm, bare.width_mm, bare.height_mm) == (0, 0, 0)
    assert (bare.tare_g, bare.max_weight_g, bare.volume_mm3) == (0, 0, 0)


def box(*contents: tuple[str, int]) -> Parcel:
    return Parcel("1", ORDER, 1, contents=tuple(Content(1, sku, count) for sku, count in contents))


# --- permissions ---------------------------------------------------------------------------------


@pytest.mark.parametrize("duty", sorted(DUTIES))
def test_who_may_do_what(duty: str) -> None:
    for role in ("picker", "packer", "loader", "supervisor", "admin"):
        person = Operator("1", "A", "x", roles=(role,))
        assert allows(person, duty) is (role in DUTIES[duty])
        assert not allows(replace(person, disabled=True), duty)
    assert not allows(None, duty)
    assert not allows(Operator("1", "A", "x"), duty)
    assert role_for(duty) in DUTIES[duty]


def test_a_supervisor_may_do_everything_but_change_people() -> None:
    assert {duty for duty, roles in DUTIES.items() if "supervisor" not in roles} == {"people"}
    assert all("admin" in roles for roles in DUTIES.values())
    assert outcome(Anywhere.NO_PERMISSION, role="picker").values == {"role": "picker"}
