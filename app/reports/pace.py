"""Fair pace: a person's own time against what the site takes for the same work.

Work is the same where stage, lines and units are. What the site takes is the median of own seconds
over the time span; what the system took, exceptions and pauses are in neither.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from app.reports.course import ENDS, STARTS, Course, WorkStage
from app.reports.spread import Spread

LEAST = 20
"""So many orders must be comparable, of the site for a median and of a person for a pace."""
_EXACT, _MOST = 9, 100

Like = tuple[WorkStage, int, int]
"""(stage, lines, units): work of one size."""


@dataclass(frozen=True)
class Pace:
    """percent: 100 = as the site, 120 = in 120 % of its pace; None = not computable, see `why`.

    n: orders of this person that the site's median could be had for. own_s, expected_s: of these.
    """

    name: str
    stage: WorkStage
    percent: float | None
    n: int
    own_s: float
    expected_s: float
    why: str = ""


@dataclass
class _Mine:
    n: int = 0
    ms: int = 0


@dataclass
class PaceBook:
    """Sums of orders by their size; as many cells as there are sizes, for each person."""

    site: dict[Like, Spread] = field(default_factory=lambda: defaultdict(Spread))
    mine: dict[tuple[str, Like], _Mine] = field(default_factory=lambda: defaultdict(_Mine))

    def add(self, course: Course) -> None:
        """The stages of an order that began and ended, each in the hands of one person."""
        for start, stage in STARTS.items():
            end = next(kind for kind, ended in ENDS.items() if ended is stage)
            effort = course.efforts.get(stage)
            if effort is None or len(effort.people) != 1 or not effort.units:
                continue
            if start in course.times and end in course.times:
                like = (stage, _size(len(effort.lines)), _size(effort.units))
                self.site[like].add(effort.own_ms / 1000)
                cell = self.mine[min(effort.people), like]
                cell.n += 1
                cell.ms += effort.own_ms

    def paces(self) -> tuple[Pace, ...]:
        """Of each person and stage."""
        return tuple(
            self._pace(*one) for one in sorted({(who, like[0]) for who, like in self.mine})
        )

    def _pace(self, who: str, stage: WorkStage) -> Pace:
        n, own, expected = 0, 0.0, 0.0
        for (name, like), cell in sorted(self.mine.items()):
            usual = self.site[like]
            if (name, like[0]) == (who, stage) and usual.n >= LEAST:
                n += cell.n
                own += cell.ms / 1000
                expected += cell.n * (usual.at(0.5) or 0.0)
        own, expected = round(own, 1), round(expected, 1)
        if n < LEAST:
            why = f"fewer than {LEAST} orders of sizes that the site packed or picked {LEAST} times"
            return Pace(who, stage, None, n, own, expected, why)
        if not own or not expected:
            return Pace(who, stage, None, n, own, expected, "the facts of an order have one time")
        return Pace(who, stage, round(100 * expected / own, 1), n, own, expected)


def _size(count: int) -> int:
    """Small numbers are themselves, larger ones their tens, and 100 is 100 or more."""
    return count if count <= _EXACT else min(_MOST, count // 10 * 10)
