"""What a shortest tour may look like between the aisles that are planned and those that are not.

A tour uses each stretch of aisle not at all, once or twice. Cut behind an aisle it shows at each
cross aisle whether an even or an odd number of its walks end there, and which of these ends hang
together on the planned side; nothing else of that side matters any more. So few such states exist
that all moves between them stand in tables: 6 with two cross aisles (Ratliff and Rosenthal, 1983),
24 with three (Roodbergen and De Koster, 2001).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import product

_NONE, _ODD, _EVEN = 0, 1, 2

State = tuple[tuple[int, int], ...]
"""For each cross aisle: how many walks end there (none, odd, even), and the part they belong to."""


class Way(IntEnum):
    """How a stretch of aisle between two cross aisles is walked."""

    ONCE = 0  # from one end to the other
    TWICE = 1  # there and back
    FROM_LOW = 2  # in to the last stop and back to the lower end
    FROM_HIGH = 3
    FROM_BOTH = 4  # from both ends up to the largest gap
    NOT = 5


@dataclass(frozen=True)
class Onward:
    """Walks from an aisle to the next. walks: so many along each cross aisle; total: together."""

    walks: tuple[int, ...]
    total: int
    state: int


@dataclass(frozen=True)
class Crossings:
    """All states of one number of cross aisles, by number; 0 is the state before the first aisle.

    walked[block][state][way]: the state after that.
    onward[needed][state]: the ways on to the next aisle. needed: bits of the cross aisles at which
    the tour has to call here.
    whole[needed]: the states in which a tour can be complete.
    """

    walked: tuple[tuple[tuple[int, ...], ...], ...]
    onward: tuple[tuple[tuple[Onward, ...], ...], ...]
    whole: tuple[frozenset[int], ...]


@cache
def crossings(count: int) -> Crossings:
    """The tables for so many cross aisles."""
    start: State = ((_NONE, 0),) * count
    numbers = {start: 0}
    states = [start]
    masks = range(1 << count)

    def number(state: State) -> int:
        if state not in numbers:
            numbers[state] = len(states)
            states.append(state)
        return numbers[state]

    walked: list[list[tuple[int, ...]]] = [[] for _ in range(count - 1)]
    onward: list[list[tuple[Onward, ...]]] = [[] for _ in masks]
    for state in states:  # it grows while it is read
        for block, table in enumerate(walked):
            table.append(tuple(number(_walked(state, block, way)) for way in Way))
        for needed, found in enumerate(onward):
            found.append(_onward(state, needed, number))
    return Crossings(
        walked=tuple(tuple(table) for table in walked),
        onward=tuple(tuple(found) for found in onward),
        whole=tuple(
            frozenset(at for at, state in enumerate(states) if _is_whole(state, needed))
            for needed in masks
        ),
    )


def _walked(state: State, low: int, way: Way) -> State:
    """The state after the block between cross aisles `low` and `low + 1` was walked."""
    high = low + 1
    ends = [list(end) for end in state]
    if way in {Way.ONCE, Way.TWICE}:
        parts = {ends[at][1] for at in (low, high) if ends[at][0] != _NONE}
        joined = min(parts, default=_new_part(state))
        for end in ends:
            if end[0] != _NONE and end[1] in parts:
                end[1] = joined
        for at in (low, high):
            degree = _more(ends[at][0], 1 if way is Way.ONCE else 2)
            ends[at] = [degree, joined]
    for at, ways in ((low, {Way.FROM_LOW, Way.FROM_BOTH}), (high, {Way.FROM_HIGH, Way.FROM_BOTH})):
        if way in ways:
            unused = ends[at][0] == _NONE
            part = _new_part(tuple((one, two) for one, two in ends)) if unused else ends[at][1]
            ends[at] = [_more(ends[at][0], 2), part]
    return _named(ends)


def _more(degree: int, walks: int) -> int:
    if walks == 2:
        return _EVEN if degree == _NONE else degree
    return _EVEN if degree == _ODD else _ODD


def _new_part(state: State) -> int:
    return 1 + max(part for _, part in state)


def _named(ends: list[list[int]]) -> State:
    """The state with its parts numbered in the order of the cross aisles."""
    names: dict[int, int] = {}
    return tuple(
        (degree, 0 if degree == _NONE else names.setdefault(part, len(names) + 1))
        for degree, part in ends
    )


def _onward(state: State, needed: int, number: Callable[[State], int]) -> tuple[Onward, ...]:
    """The ways on by which every number of walks at this aisle is even, and no part is left."""
    parts = {part for degree, part in state if degree != _NONE}
    choices: list[tuple[int, ...]] = []
    for at, (degree, _) in enumerate(state):
        if degree == _ODD:
            choices.append((1,))
        elif degree == _EVEN:
            choices.append((0, 2))
        else:
            choices.append((2,) if needed >> at & 1 else (0,))
    found = []
    for walks in product(*choices):
        # A cross aisle that nobody has used yet is the beginning of a part of its own.
        ends = [
            [_NONE, 0] if walk == 0 else [_ODD if walk == 1 else _EVEN, part or -at - 1]
            for at, (walk, (_, part)) in enumerate(zip(walks, state, strict=True))
        ]
        if parts <= {part for _, part in ends}:
            found.append(Onward(walks, sum(walks), number(_named(ends))))
    return tuple(found)


def _is_whole(state: State, needed: int) -> bool:
    used = sum(1 << at for at, (degree, _) in enumerate(state) if degree != _NONE)
    one_part = len({part for degree, part in state if degree != _NONE}) == 1
    return one_part and all(degree != _ODD for degree, _ in state) and needed & ~used == 0
