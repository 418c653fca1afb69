"""Moving goods: scan a bin, scan what is taken out of it, scan the bin where it goes.

Instead of another bin the goods may get another status: hold, damaged, written off ... A refusal
leaves the task as it was.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.digits import with_digit
from app.domain.move import booking, jobs, taking
from app.domain.move.outcome import Moving
from app.domain.move.task import MovePhase, MoveTask, at_source, free
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.permissions import role_for
from app.domain.rows import tasks
from app.domain.stock import CHANGES, Status
from app.domain.world import Hit, HitKind, Step, World

MoveStep = Step[MoveTask]
_LEAVING = frozenset({Command.CLEAR, Command.HOME})
_AT_REST = frozenset({MovePhase.SOURCE, MovePhase.GOODS})
"""Where nothing is half said."""


def start(task: MoveTask, code: str, world: World) -> MoveStep:
    """Stand before a bin to take goods out of it."""
    if world.bin(code) is None:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=code), task)
    refused = jobs.wrong_source(task, code)
    if refused is not None:
        return Step(refused, task)
    return Step(outcome(Moving.MOVE_FROM, bin=code), at_source(task, code))


# --- scans ----------------------------------------------------------------------------------------


def scan(task: MoveTask, hit: Hit, world: World) -> MoveStep:
    """Answer one scan."""
    if task.stopped:
        return Step(outcome(Moving.TASK_ELSEWHERE), task)
    if task.phase is MovePhase.DETAIL and task.pending is not None:
        return taking.told(task, task.pending, hit, world)
    match hit.kind:
        case HitKind.BIN:
            return _bin(task, hit.id, world)
        case HitKind.PRODUCT if task.phase is MovePhase.GOODS:
            return taking.scanned(task, hit, world)
        case HitKind.TEXT:
            return Step(outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text), task)
        case _:
            return Step(
                outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task
            )


def _bin(task: MoveTask, code: str, world: World) -> MoveStep:
    match task.phase:
        case MovePhase.SOURCE:
            return start(task, code, world)
        case MovePhase.GOODS if not task.hand and code == task.source:
            return taking.whole_bin(task, world)
        case MovePhase.GOODS if not task.hand:
            return start(task, code, world)
        case MovePhase.GOODS | MovePhase.PLACE:
            return booking.into_bin(task, code, world)
        case _:
            return Step(outcome(Anywhere.NOT_HERE, code=code, what=HitKind.BIN.value), task)


# --- commands -------------------------------------------------------------------------------------


def command(task: MoveTask, pressed: Command, world: World) -> MoveStep:
    """Answer one command."""
    if task.stopped:
        return jobs.given_to_another(task)
    if task.phase is MovePhase.LEAVE:
        return _leaving(task, pressed)
    if pressed in _LEAVING:
        return _leave(task, pressed)
    if pressed is Command.UNDO:
        return _undo(task, world)
    if pressed is Command.DELETE and task.typed:
        left = task.typed[:-1]
        return Step(outcome(Anywhere.DIGITS, number=left), replace(task, typed=left))
    if pressed.digit is not None:
        return _digit(task, pressed.digit, world)
    match pressed:
        case Command.STATUS if task.phase is MovePhase.GOODS and task.job is None:
            return _ask_status(task)
        case Command.NEXT if task.phase is MovePhase.SOURCE and task.job is None:
            return jobs.next_job(task, world)
        case Command.OK if task.phase is MovePhase.PLACE:
            return booking.into_bin(task, task.source, world)
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _digit(task: MoveTask, digit: int, world: World) -> MoveStep:
    """A number of units, or the number of a choice."""
    match task.phase:
        case MovePhase.GOODS:
            said, typed = with_digit(task.typed, digit)
            return Step(said, replace(task, typed=typed))
        case MovePhase.WHICH | MovePhase.STATUS | MovePhase.REASON:
            most = len(_choices(task))
            if not 1 <= digit <= most:
                return Step(outcome(Moving.NO_SUCH_CHOICE, most=most), task)
            return _chosen(task, digit - 1, world)
        case _:
            command = Command[f"N{digit}"].value
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=command), task)


def _choices(task: MoveTask) -> tuple[object, ...]:
    match task.phase:
        case MovePhase.WHICH:
            return task.choices
        case MovePhase.STATUS:
            return task.statuses
        case MovePhase.REASON:
            return task.reasons
        case _:
            return ()


def _chosen(task: MoveTask, at: int, world: World) -> MoveStep:
    match task.phase:
        case MovePhase.WHICH if task.pending is not None:
            return taking.take(task, task.pending, task.choices[at], world)
        case MovePhase.STATUS:
            return _status(task, task.statuses[at], world)
        case _:
            return _because(replace(task, reason=task.reasons[at]), world)


def _ask_status(task: MoveTask) -> MoveStep:
    if not task.hand:
        return Step(outcome(Moving.TAKE_FIRST, bin=task.source), task)
    if task.typed:
        return Step(outcome(Anywhere.DIGITS, number=task.typed), task)
    if not task.statuses:
        status = task.hand[0].key.status.value
        return Step(outcome(Moving.NO_STATUS_POSSIBLE, status=status), task)
    return Step(outcome(Moving.STATUS_ASKED), replace(task, phase=MovePhase.STATUS))


def _status(task: MoveTask, new: Status, world: World) -> MoveStep:
    for one in task.hand:
        duty = CHANGES[one.key.status, new].duty
        if not world.allows(duty):
            return Step(outcome(Anywhere.NO_PERMISSION, role=role_for(duty)), task)
    task = replace(task, into=new)
    if len(task.reasons) > 1:
        asked = outcome(Moving.REASON_ASKED, status=new.value)
        return Step(asked, replace(task, phase=MovePhase.REASON))
    return _because(replace(task, reason=task.reasons[0]), world)


def _because(task: MoveTask, world: World) -> MoveStep:
    if task.into is Status.SCRAP:
        return booking.written_off(task, world)
    said = outcome(Moving.PLACE_ASKED, status=task.into.value if task.into else "")
    return Step(said, replace(task, phase=MovePhase.PLACE))


def _undo(task: MoveTask, world: World) -> MoveStep:
    if task.typed or task.phase not in _AT_REST:
        return Step(outcome(Anywhere.CLEARED), _resting(task))
    if task.hand:
        undone = replace(task, hand=task.hand[:-1])
        return Step(outcome(Anywhere.UNDONE, what=task.hand[-1].key.sku), undone)
    if task.finished:
        return booking.taken_back(task, world)
    return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)


def _resting(task: MoveTask) -> MoveTask:
    """The task with what is in hand, and nothing half said."""
    emptied = at_source(task, task.source)
    return replace(emptied, hand=task.hand)


def _leave(task: MoveTask, pressed: Command) -> MoveStep:
    if task.typed or task.pending is not None:
        return Step(outcome(Anywhere.CLEARED), _resting(task))
    if task.hand:
        asked = replace(_resting(task), phase=MovePhase.LEAVE)
        return Step(outcome(Moving.LEAVE_MOVE_ASKED, bin=task.source), asked)
    if task.job is not None:
        left = None if pressed is Command.HOME else free(task)
        return Step(
            outcome(Moving.MOVE_TASK_LEFT, bin=task.job.target), left, (tasks.left(task.job),)
        )
    if pressed is Command.CLEAR and task.source:
        return Step(outcome(Anywhere.CLEARED), at_source(task, ""))
    return Step(outcome(Anywhere.CLEARED), None)


def _leaving(task: MoveTask, pressed: Command) -> MoveStep:
    if pressed in {*_LEAVING, Command.OK}:
        left = None if pressed is Command.HOME else free(task)
        facts = (tasks.left(task.job),) if task.job else ()
        return Step(outcome(Moving.MOVE_LEFT, bin=task.source), left, facts)
    if pressed is Command.UNDO:
        return Step(outcome(Anywhere.CLEARED), _resting(task))
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)
