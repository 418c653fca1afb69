"""What the bar asks a picker for."""

from __future__ import annotations

from app.domain.capture import Missing, Unit
from app.domain.demands import missing
from app.domain.outcome import Prompt
from app.domain.outcome_work import WorkPrompt
from app.domain.pick import damage
from app.domain.pick.outcome import PickPrompt
from app.domain.pick.task import PickPhase, PickTask
from app.domain.world import World


def prompt(task: PickTask, world: World) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    stop = task.stop
    if task.stopped:
        return WorkPrompt.STOPPED, {"reason": task.stopped}
    match task.phase:
        case PickPhase.BIN:
            return PickPrompt.GO_TO_BIN, {"bin": stop.bin}
        case PickPhase.PRODUCT:
            if task.typed:
                return WorkPrompt.SCAN_COUNTED, {"number": task.typed}
            return PickPrompt.SCAN_PRODUCT, {"sku": stop.sku}
        case PickPhase.CAPTURE:
            unit = task.pending or Unit(stop.sku)
            order = world.order(task.order)
            line = order.line(stop.line) if order else None
            what = missing(world.product(unit.sku), unit, line)
            asks = {
                Missing.LOT: WorkPrompt.SCAN_LOT,
                Missing.EXPIRY: WorkPrompt.SCAN_EXPIRY,
                Missing.SERIAL: WorkPrompt.SCAN_SERIAL,
                None: PickPrompt.SCAN_PRODUCT,
            }
            return asks[what], {"sku": unit.sku}
        case PickPhase.TOTE:
            if task.other_tote:
                return PickPrompt.CONFIRM_TOTE, {"tote": task.other_tote}
            return PickPrompt.SCAN_TOTE, {"tote": task.tote}
        case PickPhase.FOUND:
            return WorkPrompt.HOW_MANY_FOUND, {"sku": stop.sku, "number": task.typed}
        case PickPhase.DAMAGED if task.pending is not None:
            serial = damage.missing(task.pending, world) is Missing.SERIAL
            asked = WorkPrompt.SCAN_SERIAL if serial else WorkPrompt.SCAN_LOT
            return asked, {"sku": task.pending.sku}
        case PickPhase.DAMAGED:
            return WorkPrompt.SCAN_DAMAGED, {}
