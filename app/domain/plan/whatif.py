"""A day's work gone through again, with other people, another cut-off or larger batches.

Orders come when they came, and take the seconds that they took. Picking and packing follow each
other. At every moment the most urgent orders that are ready are worked on, one by each person who
is there; a more urgent one that becomes ready takes a person from the least urgent. With this rule
no order is ever finished later when somebody more helps (Ha and Liu, "Validating timing constraints
in multiprocessor and distributed real-time systems", 1994: a missing person is a job that is more
urgent than all orders). Times are whole milliseconds, so that this holds exactly.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

NEVER = 10**15
"""Later than any time."""
WAITS_MS = 15 * 60_000
"""An order waits at most so long for others of its batch."""


@dataclass(frozen=True)
class Pick:
    """One order's picking. ways_ms: to each of its bins. first: the bin to which the way was from
    elsewhere, "" = it is not told. rest_ms: all else: units, tote, exceptions.
    """

    ways_ms: Mapping[str, int] = field(default_factory=dict)
    first: str = ""
    rest_ms: int = 0

    @property
    def ms(self) -> int:
        return sum(self.ways_ms.values()) + self.rest_ms


@dataclass(frozen=True)
class Job:
    """One order. at: when it came, ms of the day. rank: a smaller one is more urgent.

    pick: None = it was picked when it came. due: its cut-off, None = it has none.
    """

    order: str
    at: int
    pick: Pick | None
    pack_ms: int
    carrier: str = ""
    due: int | None = None
    priority: int = 0

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """As a queue of a site: priority, cut-off, then who came first."""
        return (-self.priority, NEVER if self.due is None else self.due, self.at, self.order)


@dataclass(frozen=True)
class Heads:
    """How many people are at a stage from each time on. times: rising; before the first nobody is.

    The last number holds for ever, and is 1 at least where there is work: what was begun is ended.
    """

    times: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()

    @property
    def most(self) -> int:
        return max(self.counts, default=0)

    def plus(self, more: int) -> Heads:
        """So many more (or fewer) people whenever anybody is there; at the end somebody stays."""
        counts = [max(0, count + more) if count else 0 for count in self.counts]
        if counts:
            counts[-1] = max(1, counts[-1])
        return Heads(self.times, tuple(counts))

    def at(self, time: int) -> int:
        place = bisect_right(self.times, time)
        return self.counts[place - 1] if place else 0

    def after(self, time: int) -> int:
        """When the number changes next."""
        place = bisect_right(self.times, time)
        return self.times[place] if place < len(self.times) else NEVER


@dataclass(frozen=True)
class Work:
    """Something to be done without a break, once it is ready. rank: a smaller one is first."""

    rank: tuple[int, int, int, str]
    ready: int
    ms: int


def finished(work: Sequence[Work], heads: Heads) -> list[int]:
    """When each is done, in the order given; NEVER where nobody is there any more."""
    coming = sorted(range(len(work)), key=lambda n: (work[n].ready, work[n].rank), reverse=True)
    ready: list[tuple[tuple[int, int, int, str], int]] = []
    left = [one.ms for one in work]
    done = [NEVER] * len(work)
    now = 0
    while coming or ready:
        while coming and work[coming[-1]].ready <= now:
            number = coming.pop()
            insort(ready, (work[number].rank, number))
        busy = [number for _, number in ready[: heads.at(now)]]
        until = min(
            heads.after(now),
            work[coming[-1]].ready if coming else NEVER,
            now + min((left[number] for number in busy), default=NEVER),
        )
        if until >= NEVER:
            return done
        for number in busy:
            left[number] -= until - now
        now = until
        for number in [number for number in busy if not left[number]]:
            done[number] = now
            ready.remove((work[number].rank, number))
    return done


@dataclass(frozen=True)
class Floor:
    """Who works, and how. batch: so many orders are picked on one walk."""

    pickers: Heads
    packers: Heads
    batch: int = 1


def day(jobs: Sequence[Job], floor: Floor) -> dict[str, int]:
    """When each order is packed."""
    picked = _picked(jobs, floor)
    packing = [Work(job.rank, picked[job.order], job.pack_ms) for job in jobs]
    return dict(zip((job.order for job in jobs), finished(packing, floor.packers), strict=True))


def _picked(jobs: Sequence[Job], floor: Floor) -> dict[str, int]:
    """When each order can be packed: with its batch."""
    found = {job.order: job.at for job in jobs if job.pick is None}
    batches = batched_by_coming([job for job in jobs if job.pick is not None], floor.batch)
    work = [
        Work(min(job.rank for job in batch), max(job.at for job in batch), batch_ms(batch))
        for batch in batches
    ]
    for batch, at in zip(batches, finished(work, floor.pickers), strict=True):
        found.update((job.order, at) for job in batch)
    return found


def batched_by_coming(jobs: Sequence[Job], size: int) -> list[list[Job]]:
    """Orders of one cut-off that come one after the other, none waiting longer than WAITS_MS."""
    open_: dict[int | None, list[Job]] = {}
    made: list[list[Job]] = []
    for job in sorted(jobs, key=lambda one: (one.at, one.rank)):
        batch = open_.get(job.due)
        if batch is None or len(batch) >= size or job.at - batch[0].at > WAITS_MS:
            batch = open_[job.due] = []
            made.append(batch)
        batch.append(job)
    return made


def batch_ms(batch: Sequence[Job]) -> int:
    """The walk of a batch: the longest way to a start, one to each further bin, all else of each.

    Where another order would have begun is a further bin now, as far as these are on average. What
    a rounder walk between many bins saves beside that is not known, and not counted.
    """
    picks = [job.pick for job in batch if job.pick is not None]
    starts: dict[str, int] = {}
    further: dict[str, int] = {}
    for pick in picks:
        for place, ms in pick.ways_ms.items():
            ways = starts if place == pick.first else further
            ways[place] = max(ms, ways.get(place, 0))
    begin = max(starts, key=lambda place: (starts[place], place), default="")
    usual = sum(further.values()) // len(further) if further else NEVER
    walk = starts.get(begin, 0)
    walk += sum(ms for place, ms in further.items() if place != begin)
    walk += sum(min(ms, usual) for place, ms in starts.items() if place not in {begin, *further})
    return walk + sum(pick.rest_ms for pick in picks)


def with_cut_offs(jobs: Sequence[Job], dues: Mapping[str, int]) -> list[Job]:
    """The same orders, those of these carriers with another cut-off."""
    return [
        replace(job, due=dues[job.carrier]) if job.carrier in dues and job.due is not None else job
        for job in jobs
    ]


def heads(stretches: Sequence[tuple[int, int]], pause: int) -> Heads:
    """From when to when each person was at a stage. Who was there until a `pause` before the end
    stays.
    """
    steps: dict[int, int] = {}
    end = max((last for _, last in stretches), default=0)
    for first, last in stretches:
        steps[first] = steps.get(first, 0) + 1
        if last < end - pause:
            steps[last] = steps.get(last, 0) - 1
    times = sorted(steps)
    counts: list[int] = []
    for time in times:
        counts.append((counts[-1] if counts else 0) + steps[time])
    return Heads(tuple(times), tuple(counts))


def stretches(spans: Sequence[tuple[int, int]], pause: int) -> list[tuple[int, int]]:
    """One person's pieces of work, joined where no longer pause is between them."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if made and first - made[-1][1] <= pause:
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        else:
            made.append((first, last))
    return made
