"""The last labels of this bench: choose one, say why, and it is sent again and counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import OutcomeKind, Prompt, outcome
from app.domain.pack.label import Reprint, clears, reprint_reason
from app.domain.rows.orders import Stage
from app.domain.world import Hit, HitKind, Step, Want, Wish, World

O = OutcomeKind  # noqa: E741  short for a long table of names
KEPT = 20


@dataclass(frozen=True)
class LabelsTask:
    """rows: SSCCs, newest first. chosen: the one that is wanted again, "" none yet."""

    rows: tuple[str, ...]
    typed: str = ""
    chosen: str = ""


LabelsStep = Step[LabelsTask]


def scan(task: LabelsTask, hit: Hit, world: World) -> LabelsStep:
    """A label that can still be read chooses itself, however old it is."""
    sscc = hit.id if hit.kind is HitKind.PARCEL else hit.reading.sscc
    if sscc and world.parcel(sscc) is not None:
        return Step(outcome(O.REPRINT_ASKED), replace(task, chosen=sscc, typed=""))
    if hit.kind is HitKind.TEXT:
        return Step(outcome(O.UNKNOWN_CODE, code=hit.reading.text), task)
    return Step(outcome(O.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)


def command(task: LabelsTask, pressed: Command, world: World) -> LabelsStep:
    if task.chosen:
        reason = reprint_reason(pressed)
        if reason is not None:
            return _again(task, reason, world)
        if pressed in {Command.CLEAR, Command.UNDO}:
            return Step(outcome(O.CLEARED), replace(task, chosen=""))
    elif pressed.digit is not None:
        typed = (task.typed + str(pressed.digit)).lstrip("0")[:2]
        return Step(outcome(O.DIGITS, number=typed), replace(task, typed=typed))
    elif pressed is Command.DELETE or (pressed in {Command.CLEAR, Command.UNDO} and task.typed):
        return Step(outcome(O.CLEARED), replace(task, typed=""))
    elif pressed is Command.OK and task.typed:
        number = int(task.typed)
        if number > len(task.rows):
            said = outcome(O.NUMBER_TOO_LARGE, number=number, most=len(task.rows))
            return Step(said, replace(task, typed=""))
        chosen = replace(task, chosen=task.rows[number - 1], typed="")
        return Step(outcome(O.REPRINT_ASKED), chosen)
    if pressed in {Command.HOME, Command.CLEAR, Command.UNDO}:
        return Step(outcome(O.CLEARED), None)
    return Step(outcome(O.COMMAND_NOT_HERE, command=pressed.value), task)


def _again(task: LabelsTask, reason: Reprint, world: World) -> LabelsStep:
    parcel = world.parcel(task.chosen)
    if parcel is None:
        return Step(outcome(O.UNKNOWN_PARCEL, code=task.chosen), replace(task, chosen=""))
    if parcel.stage in {Stage.OPEN, Stage.VOID}:
        order = world.order(parcel.order)
        said = outcome(O.PARCEL_NOT_CLOSED, sscc=parcel.sscc, order=order.ref if order else "")
        return Step(said, replace(task, chosen=""))
    if not world.allows("pack"):
        return Step(outcome(O.NO_PERMISSION, role="packer"), replace(task, chosen=""))
    count = parcel.prints + 1
    subjects = (Subject(Kind.ORDER, parcel.order), Subject(Kind.PARCEL, parcel.sscc))
    body = {"sscc": parcel.sscc, "count": count, "reason": reason.value}
    fact = NewFact(FactKind.LABEL_REPRINTED, subjects, body)
    wish = Wish(Want.LABEL, parcel.sscc, count, clear=clears(reason, parcel))
    said = outcome(O.REPRINTING, sscc=parcel.sscc, count=count)
    return Step(said, replace(task, chosen=""), (fact,), (wish,))


def prompt(task: LabelsTask) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    if task.chosen:
        return Prompt.REPRINT_REASON, {}
    return Prompt.CHOOSE_LABEL, {"number": task.typed}
