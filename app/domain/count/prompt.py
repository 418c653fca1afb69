"""What the bar asks of somebody who counts."""

from __future__ import annotations

from app.domain.count.outcome import CountPrompt
from app.domain.count.task import CountPhase, CountTask
from app.domain.outcome import Prompt
from app.domain.outcome_work import WorkPrompt

Asked = tuple[Prompt, dict[str, str | int]]


def prompt(task: CountTask) -> Asked:
    """The one thing to do now."""
    if task.stopped:
        return WorkPrompt.STOPPED, {"reason": task.stopped}
    match task.phase:
        case CountPhase.BIN if task.job is not None:
            return CountPrompt.GO_TO_COUNT, {"bin": task.job.source}
        case CountPhase.BIN:
            return CountPrompt.SCAN_BIN, {}
        case CountPhase.ITEMS:
            return _items(task)
        case CountPhase.LOT if task.asks_date:
            return WorkPrompt.SCAN_EXPIRY, {"sku": task.pending.sku if task.pending else ""}
        case CountPhase.LOT:
            return WorkPrompt.SCAN_LOT, {"sku": task.pending.sku if task.pending else ""}
        case CountPhase.COMPARE:
            return CountPrompt.RECORD_COUNT, {}
        case CountPhase.WHY:
            return CountPrompt.CHOOSE_COUNT_WHY, {"most": len(task.whys)}
        case CountPhase.LEAVE:
            return CountPrompt.LEAVE_COUNT, {}


def _items(task: CountTask) -> Asked:
    if task.typed and task.sku and not task.units:
        return CountPrompt.SO_MANY, {"number": task.typed, "sku": task.sku}
    if task.typed:
        return WorkPrompt.SCAN_COUNTED, {"number": task.typed}
    if task.asks_empty:
        return CountPrompt.IS_IT_EMPTY, {"sku": task.sku}
    if task.sku:
        return CountPrompt.HOW_MANY, {"sku": task.sku}
    return CountPrompt.COUNT_ITEMS, {"bin": task.bin}
