"""A picker who scans another bin than the one of his stop."""

from __future__ import annotations

from dataclasses import replace

from app.domain.outcome import outcome
from app.domain.outcome_work import Working
from app.domain.pick.outcome import Picking
from app.domain.pick.task import PickPhase, PickStop, PickTask
from app.domain.pick.walk import PickStep, found_after_all, with_stop
from app.domain.world import Step


def at_other_bin(task: PickTask, code: str) -> PickStep:
    """Another bin than the stop's: the wrong one, one where a short was, or the unit lies there.

    The unit lies there if the picker insists: the bin's code three times in a row.
    """
    stop, calm = task.stop, task.phase in {PickPhase.BIN, PickPhase.PRODUCT}
    wrong = outcome(Picking.WRONG_BIN, bin=code, wanted=stop.bin)
    if not calm or task.in_hand:
        return Step(wrong, task)
    for at, item in enumerate(task.stops):
        back = found_after_all(task, at) if item.bin == code else None
        if back is not None:
            return back
    if task.other_bin == code:
        asked = outcome(Picking.FOUND_HERE_ASKED, sku=stop.sku, bin=code, wanted=stop.bin)
        return Step(asked, replace(task, other_bin=_insisted(code)))
    if task.other_bin != _insisted(code):
        return Step(wrong, replace(task, other_bin=code))
    here = PickStop(stop.line, stop.sku, code, stop.wanted - stop.done)
    task = with_stop(task, replace(stop, wanted=stop.done))
    at = task.at + (1 if stop.done else 0)
    rest = task.stops[task.at + 1 :]
    kept = task.stops[: task.at + 1] if stop.done else task.stops[: task.at]
    shorts = tuple(replace(one, at=one.at + (one.at > task.at)) for one in task.shorts)
    if not stop.done:
        shorts = task.shorts
    task = replace(
        task,
        stops=(*kept, here, *rest),
        at=at,
        shorts=shorts,
        phase=PickPhase.PRODUCT,
        confirmed=True,
        other_bin="",
        beyond=code,
        steps=(),
    )
    return Step(outcome(Working.BIN_OK, bin=code), task)


def _insisted(code: str) -> str:
    """What the task notes of a wrong bin that was scanned twice."""
    return f"{code} again"
