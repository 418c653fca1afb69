"""A day's log as the input of a simulation: which orders came when, and what they took of whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from app.domain.facts import Fact, FactKind, Kind
from app.domain.plan.whatif import Floor, Heads, Job, Pick, heads, stretches
from app.domain.rows.orders import Order
from app.reports.course import Orders, WorkStage
from app.reports.fold import KINDS, STAGES
from app.reports.ledger import PAUSE, Cause, Chain, Gap, seen

K = FactKind
READ = (*KINDS, K.ORDER_PLACED)
"""The facts that tell a day."""
BREAK = timedelta(minutes=20)
"""Who does nothing at a stage for longer is not there."""
_MS = timedelta(milliseconds=1)
_DAY = timedelta(days=1)
_SOME_MS = 60_000
"""Of an order on a day that has measured none."""


@dataclass
class _Seen:
    """What the day tells of one order, ms of the day."""

    placed: int | None = None
    began: dict[WorkStage, int] = field(default_factory=dict)
    ended: dict[WorkStage, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)
    first: str = ""
    rest: int = 0
    pack: int = 0


@dataclass(frozen=True)
class Replayed:
    """jobs: orders that were packed that day or could have been. packed: when, ms of the day.

    guessed: of how many orders no seconds were measured, and were drawn from those of the others.
    """

    since: datetime
    jobs: tuple[Job, ...]
    packed: dict[str, int]
    floor: Floor
    guessed: int


def replayed(facts: Iterable[Fact], orders: Orders, since: datetime, *, seed: int = 1) -> Replayed:
    """facts: of `READ`, of one day that begins at `since`, by their time."""
    return _Log(since).all(facts).jobs(orders, Random(seed))  # noqa: S311  a simulation


class _Log:
    def __init__(self, since: datetime) -> None:
        self._since = since
        self._seen: dict[str, _Seen] = defaultdict(_Seen)
        self._chains: dict[str, Chain] = defaultdict(Chain)
        self._people: dict[tuple[WorkStage, str], list[tuple[int, int]]] = defaultdict(list)
        self._ended: dict[str, int] = {}
        self._between: list[int] = []

    def all(self, facts: Iterable[Fact]) -> _Log:
        for fact in facts:
            kind = FactKind(fact.kind)
            names = [name for about, name in fact.subjects if about == Kind.ORDER.value]
            at = (fact.occurred_at - self._since) // _MS
            if kind is K.ORDER_PLACED:
                for name in names:
                    self._seen[name].placed = at
                continue
            gap = self._chains[fact.origin].add(seen(fact))
            stage = STAGES.get(kind)
            if stage in {WorkStage.PICK, WorkStage.PACK} and len(names) == 1:
                self._step(self._seen[names[0]], fact, kind, at, gap)
        return self

    def _step(self, one: _Seen, fact: Fact, kind: FactKind, at: int, gap: Gap | None) -> None:
        stage, who = STAGES[kind], fact.operator or fact.origin
        began = kind in {K.PICK_STARTED, K.PACK_STARTED}
        took = 0 if began or gap is None or gap.cause is Cause.IDLE else gap.ms
        self._people[stage, who].append((at - took, at))
        before = self._ended.pop(who, None)
        if before is not None and kind is K.PACK_STARTED and at - before <= PAUSE // _MS:
            self._between.append(at - before)
        if began:
            one.began.setdefault(stage, at)
        elif kind in {K.ORDER_PICKED, K.ORDER_PACKED}:
            one.ended[stage] = at
        if kind is K.ORDER_PACKED:
            self._ended[who] = at
        if stage is WorkStage.PACK:
            one.pack += took
        elif kind is K.UNIT_PICKED and gap is not None and gap.cause is Cause.SEARCHING:
            place = str(fact.body.get("bin", ""))
            one.first = one.first or place
            one.ways[place] = one.ways.get(place, 0) + took
        else:
            one.rest += took

    def jobs(self, orders: Orders, dice: Random) -> Replayed:
        rows = orders(sorted(self._seen))
        jobs, guessed = [], 0
        picks = [_pick(one) for one in self._seen.values() if WorkStage.PICK in one.ended]
        packs = [one.pack for one in self._seen.values() if WorkStage.PACK in one.ended]
        between = sorted(self._between)[len(self._between) // 2] if self._between else 0
        for name, one in sorted(self._seen.items()):
            row = rows.get(name)
            packed = WorkStage.PACK in one.ended
            if not packed and (row is None or not self._was_due(row)):
                continue
            pick: Pick | None = _pick(one)
            if WorkStage.PICK not in one.ended:
                # It was picked before the day, or its picking has left no facts.
                pick = None if packed else (dice.choice(picks) if picks else Pick())
            pack = one.pack if packed else (dice.choice(packs) if packs else _SOME_MS)
            guessed += not packed
            jobs.append(self._job(name, one, row, pick, pack + between))
        ended = {
            name: one.ended[WorkStage.PACK]
            for name, one in self._seen.items()
            if WorkStage.PACK in one.ended
        }
        floor = Floor(self._heads(WorkStage.PICK), self._heads(WorkStage.PACK))
        return Replayed(self._since, tuple(jobs), ended, floor, guessed)

    def _was_due(self, row: Order) -> bool:
        """Whether it should have been packed that day, though it was not."""
        due = row.cut_off
        return due is not None and due < self._since + _DAY and not row.cancelled

    def _job(self, name: str, one: _Seen, row: Order | None, pick: Pick | None, pack: int) -> Job:
        at = 0 if one.placed is None else one.placed
        first = min(one.began.values(), default=at)
        due = None if row is None or row.cut_off is None else (row.cut_off - self._since) // _MS
        carrier, priority = (row.carrier, row.precedence) if row else ("", 0)
        return Job(name, min(at, first), pick, pack, carrier, due, priority)

    def _heads(self, stage: WorkStage) -> Heads:
        pause = BREAK // _MS
        return heads(
            [
                stretch
                for (one, _), spans in sorted(self._people.items())
                if one is stage
                for stretch in stretches(spans, pause)
            ],
            pause,
        )


def _pick(one: _Seen) -> Pick:
    return Pick(dict(one.ways), one.first, one.rest)


@dataclass(frozen=True)
class Truck:
    """Orders of one carrier and cut-off: how many, the last of them packed, how many after it.

    due: ms of the day, None = without a cut-off. last: None = one is never packed.
    """

    carrier: str
    due: int | None
    orders: int
    last: int | None
    late: int


def trucks(jobs: Iterable[Job], packed: dict[str, int], never: int) -> Iterator[Truck]:
    """By their cut-off. packed: when; an order that is missing in it, or has `never`, is not."""
    found: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for job in jobs:
        found[job.carrier, job.due].append(packed.get(job.order, never))
    for (carrier, due), times in sorted(
        found.items(), key=lambda one: (one[0][1] is None, one[0][1] or 0, one[0][0])
    ):
        last = max(times)
        late = 0 if due is None else sum(time > due for time in times)
        yield Truck(carrier, due, len(times), None if last >= never else last, late)
