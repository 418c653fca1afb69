"""The last labels of this bench: choose one, say why, and it is sent again and counted."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.label import Reprint, clears, outdated_outcome, reprint_reason
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.rows.orders import Stage
from app.domain.rows.stages import outdated
from app.domain.world import Hit, HitKind, Step, Want, Wish, World
from app.station.labels import zone
from app.station.labels.outcome import LabelsPrompt
from app.station.labels.task import LabelsTask

KEPT = 20
"""So many labels are listed."""


LabelsStep = Step[LabelsTask]


def scan(task: LabelsTask, hit: Hit, world: World) -> LabelsStep:
    """A box label chooses its parcel, which need not be in the list; a bin opens its zone."""
    if hit.kind is HitKind.BIN:
        return zone.scan_bin(task, hit.id, world, typed=hit.typed)
    sscc = hit.id if hit.kind is HitKind.PARCEL else hit.reading.sscc
    if task.zone is None and sscc and world.parcel(sscc) is not None:
        return Step(outcome(Packing.REPRINT_ASKED), replace(task, chosen=sscc, typed=""))
    if hit.kind is HitKind.TEXT:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text), task)
    return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)


def command(task: LabelsTask, pressed: Command, world: World) -> LabelsStep:
    if task.zone is not None:
        return zone.command(task, task.zone, pressed)
    if task.chosen:
        reason = reprint_reason(pressed)
        if reason is not None:
            return _again(task, reason, world)
        if pressed in {Command.CLEAR, Command.UNDO}:
            return Step(outcome(Anywhere.CLEARED), replace(task, chosen=""))
    elif pressed.digit is not None:
        typed = (task.typed + str(pressed.digit)).lstrip("0")[:2]
        return Step(outcome(Anywhere.DIGITS, number=typed), replace(task, typed=typed))
    elif pressed is Command.DELETE or (pressed in {Command.CLEAR, Command.UNDO} and task.typed):
        return Step(outcome(Anywhere.CLEARED), replace(task, typed=""))
    elif pressed is Command.OK and task.typed:
        number = int(task.typed)
        if number > len(task.rows):
            said = outcome(Anywhere.NUMBER_TOO_LARGE, number=number, most=len(task.rows))
            return Step(said, replace(task, typed=""))
        chosen = replace(task, chosen=task.rows[number - 1], typed="")
        return Step(outcome(Packing.REPRINT_ASKED), chosen)
    if pressed in {Command.HOME, Command.CLEAR, Command.UNDO}:
        return Step(outcome(Anywhere.CLEARED), None)
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _again(task: LabelsTask, reason: Reprint, world: World) -> LabelsStep:
    """Send the chosen label again, if its box is packed and the operator may pack."""
    parcel = world.parcel(task.chosen)
    if parcel is None:
        return Step(outcome(Working.UNKNOWN_PARCEL, code=task.chosen), replace(task, chosen=""))
    order = world.order(parcel.order)
    if parcel.stage in {Stage.OPEN, Stage.VOID}:
        said = outcome(
            Working.PARCEL_NOT_CLOSED, sscc=parcel.sscc, order=order.ref if order else ""
        )
        return Step(said, replace(task, chosen=""))
    changed = outdated(parcel, order) if parcel.stage is Stage.CLOSED else ""
    if changed and order is not None:  # at packing it gets a new number, and the old label is void
        return Step(outdated_outcome(changed, order), replace(task, chosen=""))
    if not world.allows("pack"):
        return Step(outcome(Anywhere.NO_PERMISSION, role="packer"), replace(task, chosen=""))
    count = parcel.prints + 1
    subjects = (Subject(Kind.ORDER, parcel.order), Subject(Kind.PARCEL, parcel.sscc))
    body = {"sscc": parcel.sscc, "count": count, "reason": reason.value}
    fact = NewFact(FactKind.LABEL_REPRINTED, subjects, body)
    wish = Wish(Want.LABEL, parcel.sscc, count, clear=clears(reason, parcel))
    said = outcome(Packing.REPRINTING, sscc=parcel.sscc, count=count)
    return Step(said, replace(task, chosen=""), (fact,), (wish,))


def prompt(task: LabelsTask) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    if task.zone is not None:
        return zone.prompt(task.zone)
    if task.chosen:
        return PackPrompt.REPRINT_REASON, {}
    return LabelsPrompt.CHOOSE_LABEL, {"number": task.typed}
