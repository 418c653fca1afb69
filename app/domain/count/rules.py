"""Stock-taking: scan a bin, scan everything in it, compare, say why it differs, record.

A task of the floor's queue asks for one SKU of a bin; a number and OK, or OK alone, answers it.

The counter sees the expected numbers only after everything is counted, so that nobody copies them.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.count import jobs, record, units
from app.domain.count.outcome import Counting
from app.domain.count.task import CountPhase, CountTask, begun, ended, tallies, without
from app.domain.digits import with_digit
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.rows.things import Bin
from app.domain.world import Hit, HitKind, Step, World

_LEAVING = frozenset({Command.CLEAR, Command.HOME})
_DONE = frozenset({Command.OK, Command.FINISH})

CountStep = Step[CountTask]


def start(task: CountTask, code: str, world: World) -> CountStep:
    """Begin to count a bin."""
    place = world.bin(code)
    if place is None:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=code), task)
    refused = jobs.wrong_bin(task, code)
    if refused is not None:
        return Step(refused, task)
    return Step(outcome(Counting.COUNT_STARTED, bin=code), begun(task, place))


# --- scans ----------------------------------------------------------------------------------------


def scan(task: CountTask, hit: Hit, world: World) -> CountStep:
    """Answer one scan."""
    if task.stopped:
        return Step(outcome(Counting.COUNT_ELSEWHERE), task)
    if task.phase is CountPhase.LOT and task.pending is not None:
        return units.told(task, task.pending, hit, world)
    match hit.kind:
        case HitKind.BIN if task.before is None:
            return start(task, hit.id, world)
        case HitKind.BIN if hit.id == task.bin:
            return Step(outcome(Working.BIN_OK, bin=hit.id), task)
        case HitKind.BIN:
            return Step(outcome(Counting.FINISH_BIN_FIRST, bin=task.bin), task)
        case HitKind.PRODUCT if task.before is not None:
            return units.scanned(task, hit, world)
        case HitKind.TEXT:
            return Step(outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text), task)
        case _:
            return Step(
                outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task
            )


# --- commands -------------------------------------------------------------------------------------


def command(task: CountTask, pressed: Command, world: World) -> CountStep:
    """Answer one command."""
    if task.stopped:
        return jobs.given_to_another(task)
    if task.before is None:
        return _between(task, pressed, world)
    if task.phase is CountPhase.LEAVE:
        return _leaving(task, pressed)
    if pressed in _LEAVING:
        return _leave(task, pressed)
    match task.phase:
        case CountPhase.COMPARE if pressed in _DONE:
            return record.confirm(task, task.before, world)
        case CountPhase.COMPARE if pressed is Command.UNDO:
            return _again(task)
        case CountPhase.WHY if pressed.digit is not None:
            return record.explain(task, task.before, pressed.digit, world)
        case CountPhase.WHY if pressed is Command.UNDO:
            return Step(outcome(Anywhere.CLEARED), replace(task, phase=CountPhase.COMPARE))
        case CountPhase.ITEMS | CountPhase.LOT:
            return _counting(task, task.before, pressed, world)
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _between(task: CountTask, pressed: Command, world: World) -> CountStep:
    """No bin is being counted; one may be on the counter's way."""
    if pressed is Command.NEXT and task.job is None:
        return jobs.next_job(task, world)
    if pressed in _LEAVING and task.job is not None:
        return _left(task, pressed)
    if pressed in {*_LEAVING, Command.UNDO} and task.job is None:
        return Step(outcome(Anywhere.CLEARED), None)
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _counting(task: CountTask, place: Bin, pressed: Command, world: World) -> CountStep:
    if pressed in _DONE:
        return _counted(task, place, world)
    if pressed is Command.UNDO:
        return _undo(task)
    if task.phase is CountPhase.ITEMS and pressed.digit is not None:
        said, typed = with_digit(task.typed, pressed.digit)
        return Step(said, replace(task, typed=typed))
    if pressed is Command.DELETE and task.typed:
        left = task.typed[:-1]
        return Step(outcome(Anywhere.DIGITS, number=left), replace(task, typed=left))
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _counted(task: CountTask, place: Bin, world: World) -> CountStep:
    """Everything is counted. Of one SKU, a number that was typed may be the whole answer."""
    if not task.sku or task.units or task.pending is not None:
        return record.compare(task, place, world)
    if not task.typed:
        if task.asks_empty:
            return record.compare(task, place, world)
        return Step(outcome(Counting.NUMBER_WANTED, sku=task.sku), task)
    step = units.all_of_it(task, world)
    if step.task is None or step.outcome.kind is not Counting.UNIT_COUNTED:
        return step
    return record.compare(step.task, place, world)


def _undo(task: CountTask) -> CountStep:
    if task.typed or task.pending is not None:
        return Step(outcome(Anywhere.CLEARED), _nothing_half_done(task))
    if task.units:
        undone = replace(task, units=task.units[:-1])
        return Step(outcome(Anywhere.UNDONE, what=task.units[-1].sku), undone)
    return Step(outcome(Anywhere.UNDONE, what=task.bin), replace(ended(task), job=task.job))


def _again(task: CountTask) -> CountStep:
    wrong = dict.fromkeys(tally.sku for tally in tallies(task) if not tally.right)
    said = outcome(Counting.COUNT_AGAIN, skus=record.named(wrong))
    return Step(said, without(task, set(wrong)))


def _leave(task: CountTask, pressed: Command) -> CountStep:
    if pressed is Command.CLEAR and (task.typed or task.pending is not None):
        return Step(outcome(Anywhere.CLEARED), _nothing_half_done(task))
    if task.units:
        asked = replace(_nothing_half_done(task), phase=CountPhase.LEAVE)
        return Step(outcome(Counting.LEAVE_COUNT_ASKED, bin=task.bin), asked)
    return _left(task, pressed)


def _leaving(task: CountTask, pressed: Command) -> CountStep:
    if pressed in {*_LEAVING, Command.OK}:
        return _left(task, pressed)
    if pressed is Command.UNDO:
        return Step(outcome(Anywhere.CLEARED), _nothing_half_done(task))
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _left(task: CountTask, pressed: Command) -> CountStep:
    """Nothing is recorded; a task of the queue is anybody's again."""
    said = outcome(Counting.COUNT_LEFT, bin=task.bin)
    if task.job is not None:
        said = outcome(Counting.COUNT_TASK_LEFT, bin=task.job.source)
    rest = None if pressed is Command.HOME else ended(task)
    return Step(said, rest, jobs.given_up(task))


def _nothing_half_done(task: CountTask) -> CountTask:
    return replace(task, phase=CountPhase.ITEMS, pending=None, typed="")
