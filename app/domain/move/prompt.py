"""What the bar asks of somebody who moves goods."""

from __future__ import annotations

from app.domain.move import taking
from app.domain.move.outcome import MovePrompt
from app.domain.move.task import MovePhase, MoveTask
from app.domain.outcome import Prompt
from app.domain.outcome_work import WorkPrompt
from app.domain.rows.tasks import FloorTask

Asked = tuple[Prompt, dict[str, str | int]]


def prompt(task: MoveTask) -> Asked:
    """The one thing to do now."""
    if task.stopped:
        return WorkPrompt.STOPPED, {"reason": task.stopped}
    if task.typed:
        return WorkPrompt.SCAN_COUNTED, {"number": task.typed}
    match task.phase:
        case MovePhase.SOURCE if task.job is not None and task.job.source:
            return MovePrompt.GO_TO_SOURCE, {"bin": task.job.source}
        case MovePhase.SOURCE:
            return MovePrompt.SCAN_SOURCE, {}
        case MovePhase.GOODS:
            return _goods(task) if task.job is None else _of_job(task, task.job)
        case MovePhase.DETAIL:
            return taking.detail_prompt(task)
        case MovePhase.WHICH:
            return MovePrompt.CHOOSE_WHICH, {"most": len(task.choices)}
        case MovePhase.STATUS:
            return MovePrompt.CHOOSE_STATUS, {"most": len(task.statuses)}
        case MovePhase.REASON:
            return MovePrompt.CHOOSE_WHY, {"most": len(task.reasons)}
        case MovePhase.PLACE:
            return MovePrompt.SCAN_STATUS_PLACE, {}
        case MovePhase.LEAVE:
            return MovePrompt.LEAVE_MOVE, {}


def _goods(task: MoveTask) -> Asked:
    if task.hand:
        return MovePrompt.SCAN_TARGET, {"units": task.units}
    return MovePrompt.TAKE_GOODS, {"bin": task.source}


def _of_job(task: MoveTask, job: FloorTask) -> Asked:
    if task.units < job.quantity:
        return MovePrompt.TAKE_SO_MANY, {"sku": job.sku, "units": job.quantity - task.units}
    return MovePrompt.BRING_TO, {"bin": job.target, "units": task.units}
