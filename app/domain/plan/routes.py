"""The shortest walk to some places and back, and the simple one: up one aisle, down the next.

The shortest is found aisle by aisle (`crossings` says how): for each state the cheapest way to it
is kept, and the cheapest whole tour is then walked through. Aisles without stops are passed on the
cross aisles: a walk through such an aisle can be moved to a neighbour with stops, and no tour gets
longer by that. So the work grows with the aisles that have stops, and with nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.domain.plan.crossings import Way, crossings
from app.domain.plan.layout import Layout, Spot


@dataclass(frozen=True)
class Route:
    """order: the stops as indices of what was asked, from the depot on. length_mm: depot to depot.

    Stops at one place stand in the order in which they were given.
    """

    order: tuple[int, ...]
    length_mm: int


def exact(layout: Layout, stops: Sequence[Spot]) -> Route:
    """The shortest tour from the depot to all stops and back.

    Of several equally long ones always the same is taken, in whatever order the stops are given.
    """
    wanted = frozenset(stops)
    if all(spot.aisle == layout.depot.aisle for spot in wanted):
        ends = sorted({layout.depot, *wanted})
        streets, length = _Streets(), 2 * layout.distance(ends[0], ends[-1])
        for one, other in pairwise(ends):
            streets.join(one, other, 2)
    else:
        streets, length = _shortest(layout, _columns(layout, {layout.depot, *wanted}))
    tour = streets.tour(layout.depot)
    ahead = [spot for spot in dict.fromkeys(tour) if spot in wanted]
    back = [spot for spot in dict.fromkeys(reversed(tour)) if spot in wanted]
    return Route(_indices(stops, min(ahead, back)), length)


def _shortest(layout: Layout, columns: Sequence[_Column]) -> tuple[_Streets, int]:
    """The stretches of the shortest tour through several aisles, and its length."""
    ways, across, length = _cheapest(layout, columns)
    streets = _Streets()
    for column, chosen in zip(columns, ways, strict=True):
        column.lay(streets, chosen)
    for (here, there), walks in zip(pairwise(columns), across, strict=True):
        for cross, times in zip(layout.cross_mm, walks, strict=True):
            streets.join(Spot(here.aisle, cross), Spot(there.aisle, cross), times)
    return streets, length


def serpentine(layout: Layout, stops: Sequence[Spot]) -> Route:
    """Aisle after aisle with stops, up the first, down the next; between two stops the nearest way.

    Middle cross aisles do not part the aisles. The walk begins with the outermost aisle that is
    nearer to the depot.
    """
    aisles = sorted({spot.aisle for spot in stops})
    if aisles and abs(aisles[-1] - layout.depot.aisle) < abs(aisles[0] - layout.depot.aisle):
        aisles.reverse()
    middle = (layout.cross_mm[0] + layout.cross_mm[-1]) / 2
    up = layout.depot.position_mm <= middle
    spots: list[Spot] = []
    for aisle in aisles:
        there = sorted({spot for spot in stops if spot.aisle == aisle}, reverse=not up)
        spots += there
        up = not up
    return Route(_indices(stops, spots), walked(layout, spots))


def walked(layout: Layout, spots: Sequence[Spot]) -> int:
    """How far it is from the depot to the places in this order and back, mm."""
    tour = (layout.depot, *spots, layout.depot)
    return sum(layout.distance(one, other) for one, other in pairwise(tour))


def _indices(stops: Sequence[Spot], spots: Iterable[Spot]) -> tuple[int, ...]:
    at: dict[Spot, list[int]] = defaultdict(list)
    for index, spot in enumerate(stops):
        at[spot].append(index)
    return tuple(index for spot in spots for index in at[spot])


@dataclass(frozen=True)
class _Column:
    """One aisle with stops. blocks: the positions between two cross aisles, these included.

    needed: bits of the cross aisles at which the tour has to call here.
    below, above: positions of the dead ends, from the cross aisle on.
    """

    aisle: int
    blocks: tuple[tuple[int, ...], ...]
    needed: int
    below: tuple[int, ...]
    above: tuple[int, ...]

    @property
    def dead_ends(self) -> int:
        return 2 * (abs(self.below[0] - self.below[-1]) + abs(self.above[0] - self.above[-1]))

    def lay(self, streets: _Streets, ways: Sequence[Way]) -> None:
        for dead_end in (self.below, self.above):
            self._lay(streets, dead_end, 2)
        for block, way in zip(self.blocks, ways, strict=True):
            cut = _largest_gap(block)
            match way:
                case Way.ONCE:
                    self._lay(streets, block, 1)
                case Way.TWICE:
                    self._lay(streets, block, 2)
                case Way.FROM_LOW:
                    self._lay(streets, block[:-1], 2)
                case Way.FROM_HIGH:
                    self._lay(streets, block[1:], 2)
                case Way.FROM_BOTH:
                    self._lay(streets, block[:cut], 2)
                    self._lay(streets, block[cut:], 2)
                case Way.NOT:
                    pass

    def _lay(self, streets: _Streets, positions: Sequence[int], times: int) -> None:
        for one, other in pairwise(positions):
            streets.join(Spot(self.aisle, one), Spot(self.aisle, other), times)


def _columns(layout: Layout, spots: Iterable[Spot]) -> list[_Column]:
    found: dict[int, list[int]] = defaultdict(list)
    for spot in spots:
        found[spot.aisle].append(spot.position_mm)
    return [_column(layout.cross_mm, aisle, sorted(found[aisle])) for aisle in sorted(found)]


def _column(cross: tuple[int, ...], aisle: int, positions: list[int]) -> _Column:
    first, last = cross[0], cross[-1]
    below = (first, *(at for at in reversed(positions) if at < first))
    above = (last, *(at for at in positions if at > last))
    needed = sum(1 << number for number, at in enumerate(cross) if at in positions)
    needed |= len(below) > 1
    needed |= (len(above) > 1) << (len(cross) - 1)
    blocks = tuple(
        (low, *(at for at in positions if low < at < high), high) for low, high in pairwise(cross)
    )
    return _Column(aisle, blocks, needed, below, above)


def _largest_gap(block: Sequence[int]) -> int:
    """Behind how many positions the largest gap between two stops begins; 0 = there is none."""
    gaps = range(2, len(block) - 1)
    return max(gaps, key=lambda at: block[at] - block[at - 1], default=0)


def _prices(block: Sequence[int]) -> list[tuple[Way, int]]:
    """The ways that serve all stops of a block, with their lengths."""
    whole = block[-1] - block[0]
    through = [(Way.ONCE, whole), (Way.TWICE, 2 * whole)]
    if len(block) == 2:
        return [(Way.NOT, 0), *through]
    from_low, from_high = block[-2] - block[0], block[-1] - block[1]
    found = [*through, (Way.FROM_LOW, 2 * from_low), (Way.FROM_HIGH, 2 * from_high)]
    if cut := _largest_gap(block):
        found.append((Way.FROM_BOTH, 2 * (whole - block[cut] + block[cut - 1])))
    return found


_Reached = dict[int, int]
"""The length of the cheapest way to each state."""


def _cheapest(
    layout: Layout, columns: Sequence[_Column]
) -> tuple[list[list[Way]], list[tuple[int, ...]], int]:
    """The cheapest tour: the ways of each aisle's blocks, the walks on to the next, the length."""
    tables = crossings(len(layout.cross_mm))
    reached: _Reached = {0: 0}
    steps: list[dict[int, tuple[int, Way]]] = []
    moves: list[dict[int, tuple[int, tuple[int, ...]]]] = []
    for number, column in enumerate(columns):
        for block, table in zip(column.blocks, tables.walked, strict=True):
            reached, step = _through(reached, table, _prices(block))
            steps.append(step)
        if number + 1 < len(columns):
            far = layout.spacing_mm * (columns[number + 1].aisle - column.aisle)
            onward = tables.onward[column.needed]
            after: _Reached = {}
            move: dict[int, tuple[int, tuple[int, ...]]] = {}
            for state, length in reached.items():
                for way in onward[state]:
                    total = length + far * way.total
                    if total < after.get(way.state, total + 1):
                        after[way.state] = total
                        move[way.state] = (state, way.walks)
            reached = after
            moves.append(move)
    whole = tables.whole[columns[-1].needed]
    length, state = min((length, state) for state, length in reached.items() if state in whole)
    length += sum(column.dead_ends for column in columns)
    ways, across = _traced(state, steps, moves, len(layout.cross_mm) - 1)
    return ways, across, length


def _through(
    reached: _Reached, table: Sequence[Sequence[int]], prices: Sequence[tuple[Way, int]]
) -> tuple[_Reached, dict[int, tuple[int, Way]]]:
    after: _Reached = {}
    step: dict[int, tuple[int, Way]] = {}
    for state, length in reached.items():
        states = table[state]
        for way, price in prices:
            to, total = states[way], length + price
            if total < after.get(to, total + 1):
                after[to] = total
                step[to] = (state, way)
    return after, step


def _traced(
    state: int,
    steps: list[dict[int, tuple[int, Way]]],
    moves: list[dict[int, tuple[int, tuple[int, ...]]]],
    blocks: int,
) -> tuple[list[list[Way]], list[tuple[int, ...]]]:
    """The ways and walks that led to a state, from the first aisle on."""
    ways: list[list[Way]] = []
    across: list[tuple[int, ...]] = []
    while True:
        column: list[Way] = []
        for _ in range(blocks):
            state, way = steps.pop()[state]
            column.insert(0, way)
        ways.append(column)
        if not moves:
            return ways[::-1], across[::-1]
        state, walks = moves.pop()[state]
        across.append(walks)


@dataclass
class _Streets:
    """The stretches of a tour, each as often as it is walked."""

    _from: dict[Spot, list[Spot]] = field(default_factory=lambda: defaultdict(list))

    def join(self, one: Spot, other: Spot, times: int) -> None:
        for _ in range(times):
            self._from[one].append(other)
            self._from[other].append(one)

    def tour(self, depot: Spot) -> list[Spot]:
        """Every stretch as often as it was laid, in one walk (Hierholzer's method)."""
        for ways in self._from.values():
            ways.sort()
        walk, done = [depot], []
        while walk:
            ways = self._from[walk[-1]]
            if ways:
                to = ways.pop()
                self._from[to].remove(walk[-1])
                walk.append(to)
            else:
                done.append(walk.pop())
        return done
