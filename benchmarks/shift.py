"""An invented shift over real arrivals: who packs when, and when each order is packed.

Orders come as they did in the shop, several days of it at once, because one is too small for a
team. Each order takes a while that grows with its lines; each packer has a pace of his own, has
breaks, and one goes home at 14:00. Whoever is free takes the order whose truck leaves first.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

MINUTE, HOUR = 60.0, 3600.0
TRUCKS = {
    "DHL": (12.5 * HOUR, 16.5 * HOUR),
    "GLS": (15 * HOUR,),
    "UPS": (14 * HOUR, 17.5 * HOUR),
    "Freight": (16 * HOUR,),
}
"""When each carrier's trucks leave, in seconds of the day."""
SHARES = (5, 3, 3, 1)
SLOW = {"Freight": 2.2}
"""Orders of this carrier take so much longer."""
LEAD = 40 * MINUTE
"""An order that comes so short before its truck leaves waits for the next one."""


@dataclass(frozen=True)
class Arrival:
    """at: seconds of the day. lines: how many the order has."""

    at: float
    lines: int


@dataclass(frozen=True)
class Job:
    """An order of a shift; times in seconds of the day. packed_at: whenever that was."""

    number: int
    carrier: str
    cut_off: float
    at: float
    lines: int
    began_at: float = 0.0
    packed_at: float = 0.0
    packer: str = ""


@dataclass(frozen=True)
class Packer:
    """pace: seconds of his for one of the average. away: (from, until) of each break."""

    name: str
    pace: float
    begins: float
    ends: float
    away: tuple[tuple[float, float], ...]

    def free_from(self, at: float) -> float | None:
        """When he can take an order at the earliest; None = not today any more."""
        at = max(at, self.begins)
        for first, last in self.away:
            if first <= at < last:
                at = last
        return at if at < self.ends else None


def jobs_of(arrivals: Iterable[Arrival], dice: Random) -> list[Job]:
    """Those that ride on a truck of this day, as they come."""
    found: list[Job] = []
    for arrival in sorted(arrivals, key=lambda one: one.at):
        (carrier,) = dice.choices(list(TRUCKS), SHARES)
        due = next((at for at in TRUCKS[carrier] if arrival.at + LEAD <= at), None)
        if due is not None:
            found.append(Job(len(found), carrier, due, arrival.at, arrival.lines))
    return found


def team(work_h: float, dice: Random) -> list[Packer]:
    """Three to eight people, more or fewer than the work asks for."""
    wanted = round(work_h / 6.5 * dice.uniform(0.75, 1.2))
    people = []
    for number in range(min(8, max(3, wanted))):
        lunch = dice.choice((11.5, 12.0, 12.5, 13.0)) * HOUR
        coffee = dice.uniform(9.5, 10.5) * HOUR, dice.uniform(14.5, 15.5) * HOUR
        breaks = (coffee[0], 15 * MINUTE), (lunch, 30 * MINUTE), (coffee[1], 15 * MINUTE)
        people.append(
            Packer(
                f"{number}",
                dice.uniform(0.7, 1.45),
                dice.choice((8.0, 8.5)) * HOUR,
                14 * HOUR if number == 0 else 18.5 * HOUR,
                tuple((at, at + long) for at, long in breaks),
            )
        )
    return people


def seconds_of(job: Job) -> float:
    """What the order takes on average."""
    return (75 + 14 * float(job.lines**0.8)) * SLOW.get(job.carrier, 1.0)


def packed(jobs: Sequence[Job], people: Sequence[Packer], dice: Random) -> list[Job]:
    """When each order is packed, and by whom; orders that nobody comes to are packed never."""
    free = [(one.free_from(0.0) or 0.0, number) for number, one in enumerate(people)]
    heapq.heapify(free)
    coming, waiting, done = (
        sorted(jobs, key=lambda job: job.at),
        list[tuple[float, float, int]](),
        {},
    )
    at_door = 0
    while free and (waiting or at_door < len(coming)):
        now, number = heapq.heappop(free)
        while at_door < len(coming) and coming[at_door].at <= now:
            job = coming[at_door]
            heapq.heappush(waiting, (job.cut_off, job.at, job.number))
            at_door += 1
        person = people[number]
        if not waiting:
            next_at = person.free_from(coming[at_door].at)
            if next_at is not None:
                heapq.heappush(free, (next_at, number))
            continue
        job = jobs[heapq.heappop(waiting)[2]]
        took = seconds_of(job) * person.pace * dice.lognormvariate(0.0, 0.3)
        done[job.number] = Job(
            job.number, job.carrier, job.cut_off, job.at, job.lines, now, now + took, person.name
        )
        again = person.free_from(now + took)
        if again is not None:
            heapq.heappush(free, (again, number))
    never = float("inf")
    return [
        done.get(job.number)
        or Job(job.number, job.carrier, job.cut_off, job.at, job.lines, never, never)
        for job in jobs
    ]


def shift(arrivals: Sequence[Arrival], seed: str) -> list[Job]:
    dice = Random(seed)
    jobs = jobs_of(arrivals, dice)
    work_h = sum(map(seconds_of, jobs)) / HOUR
    return packed(jobs, team(work_h, dice), dice)
