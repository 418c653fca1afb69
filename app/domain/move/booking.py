"""Where the goods in hand go; only then are they booked."""

from __future__ import annotations

from dataclasses import replace

from app.domain import codec
from app.domain.facts import NewFact
from app.domain.move import jobs
from app.domain.move.outcome import Moving
from app.domain.move.task import KEPT, Goods, Moved, MoveTask, at_source
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.putting import refused
from app.domain.rows import tasks
from app.domain.rows.since import told
from app.domain.rows.stock_move import GONE, StockMove, bin_place
from app.domain.stock import Reason, StockKey
from app.domain.world import Step, World

MoveStep = Step[MoveTask]


def into_bin(task: MoveTask, code: str, world: World) -> MoveStep:
    """The goods go into this bin; into the one they came from only with another status."""
    place = world.bin(code)
    if place is None:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=code), task)
    if task.typed:
        return Step(outcome(Anywhere.DIGITS, number=task.typed), task)
    if code != task.source:
        goods = ((_into(task, one.key), one.quantity) for one in task.goods)
        wrong = jobs.wrong_target(task, code) or refused(goods, place, world)
        if wrong is not None:
            return Step(wrong, task)
    elif task.into is None:
        return _put_back(task)
    gone = _gone_meanwhile(task, world)
    if gone is not None:
        return Step(gone, task)
    if task.into is None:
        said = outcome(Moving.GOODS_MOVED, units=task.units, bin=code)
        return _booked(task, bin_place(code), said, world)
    said = outcome(Moving.STATUS_CHANGED, units=task.units, status=task.into.value, bin=code)
    return _booked(task, bin_place(code), said, world)


def written_off(task: MoveTask, world: World) -> MoveStep:
    """The goods are no more."""
    gone = _gone_meanwhile(task, world)
    if gone is not None:
        return Step(gone, task)
    said = outcome(Moving.WRITTEN_OFF, units=task.units, bin=task.source)
    return _booked(task, GONE, said, world)


def taken_back(task: MoveTask, world: World) -> MoveStep:
    """The last move is undone: the same units go back, as they were.

    A status is given back only by the person who has changed it, who needs no duty for that. What
    was written off stays so.
    """
    last, rest = task.finished[0], task.finished[1:]
    back = tuple(move.undoing for move in reversed(last.moves))
    changed = any(move.key.status is not move.into.status for move in back)
    if any(move.target == GONE for move in last.moves):
        return Step(outcome(Moving.SCRAP_STAYS), task)
    if changed and last.by != world.operator:
        return Step(outcome(Moving.OTHERS_CHANGE), task)
    if not all(_there(move, world) and move.possible for move in back):
        return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)
    first = last.moves[0]
    source = first.source.removeprefix(bin_place(""))
    said = outcome(Moving.MOVE_UNDONE, units=last.units, bin=source)
    if changed:
        status = first.key.status.value
        said = outcome(Moving.STATUS_UNDONE, units=last.units, status=status, bin=source)
    return Step(said, replace(task, finished=rest), tuple(move.fact() for move in back))


def _there(move: StockMove, world: World) -> bool:
    place = world.bin(move.source.removeprefix(bin_place("")))
    return place is not None and place.of(move.key) >= move.quantity


def _put_back(task: MoveTask) -> MoveStep:
    said = outcome(Moving.MOVE_LEFT, bin=task.source)
    return Step(said, at_source(task, task.source))


def _gone_meanwhile(task: MoveTask, world: World) -> Outcome | None:
    """The refusal of goods that somebody else has taken by the books since they were scanned."""
    place = world.bin(task.source)
    for one in task.goods:
        known = max(0, place.of(one.key)) if place else 0
        if one.quantity > known:
            return outcome(Moving.MORE_THAN_THERE, sku=one.key.sku, bin=task.source, known=known)
    return None


def _booked(task: MoveTask, target: str, said: Outcome, world: World) -> MoveStep:
    made = [(_move(task, one, target, world), one) for one in task.goods]
    facts = tuple(_fact(move, goods) for move, goods in made)
    moved = Moved(tuple(move for move, _goods in made), world.operator)
    left = at_source(task, "")
    if task.job is not None:
        facts = (*facts, tasks.done(task.job, moved.units))
        said = outcome(Moving.TASK_IS_DONE, units=moved.units, bin=task.job.target)
        left = replace(left, job=None)
    return Step(said, replace(left, finished=(moved, *task.finished)[:KEPT]), facts)


def _move(task: MoveTask, goods: Goods, target: str, world: World) -> StockMove:
    reason = task.reason or Reason.ASKED
    source = bin_place(task.source)
    into, job = _into(task, goods.key), task.job.id if task.job else ""
    since = told(world.bin(task.source), goods.key)
    return StockMove(
        source, target, goods.key, into, goods.quantity, reason, job, since, goods.serials
    )


def _into(task: MoveTask, key: StockKey) -> StockKey:
    return key if task.into is None else replace(key, status=task.into)


def _fact(move: StockMove, goods: Goods) -> NewFact:
    fact = move.fact()
    if not goods.packs:
        return fact
    return replace(fact, body={**fact.body, "packs": codec.dump(goods.packs)})
