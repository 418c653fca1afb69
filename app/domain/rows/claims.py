"""Which facts end a claim. The centre and the station share this rule."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.facts import Fact, FactKind, Kind

ENDING = frozenset(
    {FactKind.ORDER_PICKED.value, FactKind.ORDER_PACKED.value, FactKind.ORDER_CANCELLED.value}
)
"""The order waits for nobody any more to do what it was claimed for, whoever has it."""
LEAVING = frozenset(
    {FactKind.PICK_LEFT.value, FactKind.PACK_LEFT.value, FactKind.ORDER_PARKED.value}
)
"""The station that says so has put the order away."""


LETTING_GO = ENDING | LEAVING
"""A station's own facts of these kinds end its own claim."""


def let_go(facts: Iterable[Fact]) -> frozenset[str]:
    """Orders of which a station's own facts end its claim."""
    return frozenset(
        name
        for fact in facts
        if fact.kind in LETTING_GO
        for kind, name in fact.subjects
        if kind == Kind.ORDER.value
    )
