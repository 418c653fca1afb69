"""A picker who scans another bin than the one of his stop."""

from __future__ import annotations

from dataclasses import replace

from app.domain.outcome import outcome
from app.domain.outcome_work import Working
from app.domain.pick.outcome import Picking
from app.domain.pick.task import PickPhase, PickStop, PickTask
from app.domain.pick.walk import PickStep, found_after_all, with_stop
from app.domain.world import Step, World


def at_other_bin(task: PickTask, code: str, world: World) -> PickStep:
    """Another bin than the stop's: the wrong one, one where a short was, or the unit lies there.

    The unit lies there if the picker insists: the bin's code three times in a row.
    """
    stop, calm = task.stop, task.phase in {PickPhase.BIN, PickPhase.PRODUCT}
    wrong = outcome(
        Picking.BACK_TO_BIN if task.confirmed else Picking.WRONG_BIN, bin=code, wanted=stop.bin
    )
    if not calm or task.in_hand:
        return Step(wrong, task)
    for at, item in enumerate(task.stops):
        back = found_after_all(task, at, world) if item.bin == code else None
        if back is not None:
            return back
    if task.other_bin != code:
        return Step(wrong, replace(task, other_bin=code, insisted=False))
    if not task.insisted:
        asked = outcome(Picking.FOUND_HERE_ASKED, sku=stop.sku, bin=code, wanted=stop.bin)
        return Step(asked, replace(task, insisted=True))
    return Step(outcome(Working.BIN_OK, bin=code), _moved_here(task, code))


def _moved_here(task: PickTask, code: str) -> PickTask:
    """The walk with a stop at this bin for what the present stop still wants."""
    stop, after = task.stop, task.at + 1
    here = PickStop(stop.line, stop.sku, code, stop.wanted - stop.done)
    stops = with_stop(task, replace(stop, wanted=stop.done)).stops
    shorts = tuple(replace(one, at=one.at + (one.at >= after)) for one in task.shorts)
    return replace(
        task,
        stops=(*stops[:after], here, *stops[after:]),
        at=after,
        shorts=shorts,
        phase=PickPhase.PRODUCT,
        confirmed=True,
        other_bin="",
        insisted=False,
        beyond=code,
        steps=(),
    )
