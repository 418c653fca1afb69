"""Is stock the sum of its moves, at any moment, and is a face's work wanted once at a time?

Random facts of three benches are reduced onto the rows as the centre does it, beside a log of their
moves. Every key of every bin must equal the log's sum, in the end and at random past moments.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.place import BinKind, PickFace
from app.domain.plan.replenish import face_task, refill
from app.domain.reduce import moves, reduce
from app.domain.rows.stock_move import StockMove, bin_place
from app.domain.rows.tasks import WAITING, FloorTask
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import Reason, Status, StockKey
from benchmarks.table import show

FACTS = 1_000_000
MOMENTS = 100
BINS = 2_000
SKUS, HELD = 200, 2
"""So many SKUs in all, and in each bin: each key is moved again and again."""
FACES, TIMES = 50, 1000
START = datetime(2026, 3, 2, 8, tzinfo=UTC)
DAYS = (None, date(2027, 3, 31), date(2027, 9, 30))
STATUSES = (Status.AVAILABLE, Status.HOLD, Status.DAMAGED)
Sums = dict[str, Counter[StockKey]]


def main(facts: int = FACTS, moments: int = MOMENTS, times: int = TIMES) -> int:
    """1 where a sum was wrong or a face had two tasks."""
    stops = sorted(random.Random(3).sample(range(1, facts + 1), min(moments, facts)))
    began = time.perf_counter()
    wrong, moved = _replayed(facts, stops)
    seconds = time.perf_counter() - began
    twice = _refilled(times)
    show(
        f"{facts} random facts over {BINS} bins; the sum of moves against the rows",
        [
            "facts",
            "moves",
            "keys wrong at the end",
            "of past moments",
            "facts/s, with the comparisons",
        ],
        [
            [
                str(facts),
                str(moved),
                str(wrong[0]),
                f"{wrong[1]} of {len(stops)}",
                f"{facts / seconds:,.0f}",
            ]
        ],
    )
    show(
        f"Replenishment of {FACES} faces, computed {times} times by benches apart",
        ["tasks open", "faces with more than one"],
        [[str(twice[0]), str(twice[1])]],
    )
    return int(bool(wrong[0] or wrong[1] or twice[1]))


def _facts(count: int) -> Iterator[Fact]:
    dice = random.Random(1)
    for seq in range(1, count + 1):
        new = _move(dice) if dice.random() < 0.5 else _other(dice)
        yield Fact(
            origin=f"P{dice.randrange(3)}",
            incarnation="life",
            seq=seq,
            event_id=f"e{seq}",
            kind=new.kind.value,
            subjects=tuple((item.kind.value, item.id) for item in new.subjects),
            body=new.body,
            occurred_at=START + timedelta(seconds=seq),
        )


def _key(dice: random.Random) -> StockKey:
    lot = dice.choice(("", "L1", "L2"))
    status = dice.choice(STATUSES)
    owner = dice.choice(("", "", "ACME"))
    return StockKey(f"S{dice.randrange(SKUS)}", lot, dice.choice(DAYS), None, status, owner)


def _bin(dice: random.Random, sku: str) -> str:
    """One of the bins that hold the SKU."""
    kinds = SKUS // HELD
    return f"B{dice.randrange(BINS // kinds) * kinds + int(sku[1:]) % kinds}"


def _move(dice: random.Random) -> NewFact:
    key, units = _key(dice), dice.randint(1, 12)
    into = replace(key, status=dice.choice(STATUSES))
    source, target = (bin_place(_bin(dice, key.sku)) for _ in range(2))
    return StockMove(source, target, key, into, units, Reason.ASKED).fact()


def _other(dice: random.Random) -> NewFact:
    kinds = (FactKind.UNIT_PICKED, FactKind.UNIT_PUT_BACK, FactKind.BIN_COUNTED)
    key, units = _key(dice), dice.randint(1, 5)
    place = _bin(dice, key.sku)
    body = {"bin": place, "sku": key.sku, "lot": key.lot, "quantity": units, "from": "tote:T"}
    body |= {"expected": 0, "counted": units, "delta": dice.randint(-3, 3)}
    told = body | {"key": codec.dump(key)}
    return NewFact(dice.choice(kinds), (Subject(Kind.BIN, place),), told)


def _moved(fact: Fact) -> Iterator[tuple[int, str, StockKey, int]]:
    """(number of the fact, bin, key, units)."""
    for move in moves(fact):
        if move.place.startswith("bin:"):
            yield fact.seq, move.place.removeprefix("bin:"), move.key, move.delta


def _replayed(count: int, stops: Collection[int]) -> tuple[tuple[int, int], int]:
    """(keys that are wrong at the end, moments at which any key was), and the number of moves."""
    rows: dict[str, Bin] = {}
    log: list[tuple[int, str, StockKey, int]] = []
    sums: Sums = {}
    at, wrong, moments = 0, 0, frozenset(stops)
    for fact in _facts(count):
        log += _moved(fact)
        for item in fact.concerns():
            rows[item.id] = reduce(item.kind, rows.get(item.id), fact, item.id).row
        if fact.seq in moments:
            at = _summed(sums, log, at, fact.seq)
            wrong += bool(_different(rows, sums))
    _summed(sums, log, at, count)
    return (_different(rows, sums), wrong), len(log)


def _summed(sums: Sums, log: list[tuple[int, str, StockKey, int]], at: int, last: int) -> int:
    """Add the moves of the facts up to `last`; where the log goes on then."""
    while at < len(log) and log[at][0] <= last:
        _, place, key, units = log[at]
        sums.setdefault(place, Counter())[key] += units
        at += 1
    return at


def _different(rows: dict[str, Bin], sums: Sums) -> int:
    """Keys of which the row says another number than the moves."""
    wrong = 0
    for name in rows.keys() | sums.keys():
        row, told = rows.get(name, Bin(name)), sums.get(name, Counter())
        keys = {item.key for item in row.stock} | told.keys()
        said = Counter({item.key: item.quantity for item in row.stock})
        wrong += sum(said[key] != told[key] for key in keys)
    return wrong


def _refilled(times: int) -> tuple[int, int]:
    """Tasks that wait in the end, and faces that have more than one of them."""
    dice = random.Random(2)
    tasks: dict[str, FloorTask] = {}
    reserve = Bin("R", 99, stock=(BinStock("S", 10**6),), kind=BinKind.RESERVE)
    for seq in range(1, times + 1):
        held = (BinStock("S", dice.randrange(9)),)
        place = Bin(f"F{dice.randrange(FACES)}", 1, stock=held, faces=(PickFace("S", 5, 20),))
        # Half of the benches have not heard of the task that waits.
        known = tasks.get(face_task(place, "S")) if dice.random() < 0.5 else None
        fact = refill(place, "S", (reserve,), known, None, today=START.date())
        if fact is not None:
            name = fact.subjects[0].id
            told = Fact("P1", "life", seq, f"t{seq}", fact.kind.value, (), fact.body, START)
            tasks[name] = reduce(Kind.TASK, tasks.get(name), told, name).row
    open_ = Counter(task.target for task in tasks.values() if task.state in WAITING)
    return sum(open_.values()), sum(count > 1 for count in open_.values())
