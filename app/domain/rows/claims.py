"""Which facts end a claim. The centre and the station share this rule."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.facts import Fact, FactKind, Kind

ENDING = frozenset(
    {
        FactKind.ORDER_PICKED.value,
        FactKind.ORDER_PACKED.value,
        FactKind.ORDER_CANCELLED.value,
        FactKind.TASK_DONE.value,
        FactKind.TASK_DROPPED.value,
    }
)
"""The order or the task waits for nobody any more to do what it was claimed for, whoever has it."""
LEAVING = frozenset(
    {
        FactKind.PICK_LEFT.value,
        FactKind.PACK_LEFT.value,
        FactKind.ORDER_PARKED.value,
        FactKind.TASK_LEFT.value,
    }
)
"""The station that says so has put the order or the task away."""


LETTING_GO = ENDING | LEAVING
"""A station's own facts of these kinds end its own claim."""
_OF_TASKS = frozenset(kind.value for kind in FactKind if kind.value.startswith("task_"))


def claims_of(fact: Fact) -> list[str]:
    """The claims a fact is about. A task's fact may name the order that waits for the task."""
    claimed = Kind.TASK if fact.kind in _OF_TASKS else Kind.ORDER
    return [name for kind, name in fact.subjects if kind == claimed.value]


def let_go(facts: Iterable[Fact]) -> frozenset[str]:
    """Orders and tasks of which a station's own facts end its claim."""
    return frozenset(name for fact in facts if fact.kind in LETTING_GO for name in claims_of(fact))
