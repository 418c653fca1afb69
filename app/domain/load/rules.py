"""Loading a truck: scan parcels onto the load; what does not belong there is stopped."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.load.belongs import missing, ref_of, refusal, stop_for
from app.domain.load.leaving import ask_why, close, closed_command, why
from app.domain.load.outcome import Loading, LoadPrompt
from app.domain.load.task import LoadStep, LoadTask
from app.domain.outcome import Prompt, Severity, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.rows.orders import Stage
from app.domain.rows.things import Load, Parcel
from app.domain.world import Hit, HitKind, Step, World


def open_load(name: str, world: World, task: LoadTask | None = None) -> LoadStep:
    """Open a load by its code. If that is not possible, the step keeps `task` as it is."""
    load = world.load(name)
    if load is None:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=name), task)
    if load.left:
        return Step(outcome(Loading.LOAD_LEFT_BEFORE, load=name), task)
    if load.closed:
        return Step(outcome(Loading.LOAD_CLOSED_BEFORE, load=name), LoadTask(name))
    said = outcome(Loading.LOAD_OPENED, load=name, carrier=load.carrier, dock=load.dock)
    return Step(said, LoadTask(name))


def scan(task: LoadTask, hit: Hit, world: World) -> LoadStep:
    """Answer one scan."""
    if hit.kind is HitKind.LOAD:
        return open_load(hit.id, world, task)
    load = world.load(task.load)
    if load is None and not task.removing:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    # A stopped parcel is set aside and never blocks the next one: every scan answers the stop.
    off, task = task.off, replace(task, asked_close=False, stopped="", off="", back="")
    sscc = hit.id if hit.kind is HitKind.PARCEL else hit.reading.sscc
    parcel = world.parcel(sscc) if sscc else None
    if parcel is None:
        if hit.kind in {HitKind.TEXT, HitKind.PARCEL}:
            return Step(outcome(Working.UNKNOWN_PARCEL, code=hit.reading.text), task)
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    left = parcel.stage is Stage.DISPATCHED and (load is None or parcel.sscc not in load.parcels)
    if task.removing and left and parcel.load:  # a truck took it, not its customer
        return ask_why(task, parcel, world)
    if load is None:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    if load.closed:
        return Step(outcome(Loading.LOAD_CLOSED_BEFORE, load=load.load), task)
    if task.removing or parcel.sscc == off:
        return _unload(replace(task, removing=False), parcel, load, world)
    return _loaded(task, parcel, load, world, hit.reading.copy)


def _loaded(task: LoadTask, parcel: Parcel, load: Load, world: World, copy: int | None) -> LoadStep:
    on_it = parcel.sscc in load.parcels
    refused = stop_for(parcel, load, world, copy) if on_it else None
    refused = refused or refusal(parcel, load, world, copy)
    if refused is not None:
        stop = refused.kind.value if refused.severity is Severity.STOP else ""
        return Step(refused, replace(task, stopped=stop, off=parcel.sscc if stop and on_it else ""))
    done = len(load.parcels) + 1
    wanted = len(load.parcels) + len(missing(load, world))
    ref = ref_of(parcel, world)
    fact = NewFact(FactKind.PARCEL_LOADED, _subjects(parcel, load), _body(parcel, load))
    said = outcome(Loading.PARCEL_LOADED, sscc=parcel.sscc, order=ref, done=done, wanted=wanted)
    kept = replace(task, last=parcel.sscc, steps=(*task.steps, parcel.sscc))
    return Step(said, kept, (fact,))


def _subjects(parcel: Parcel, load: Load) -> tuple[Subject, ...]:
    return (
        Subject(Kind.ORDER, parcel.order),
        Subject(Kind.PARCEL, parcel.sscc),
        Subject(Kind.LOAD, load.load),
    )


def _body(parcel: Parcel, load: Load) -> dict[str, str]:
    """The fact's body. to: mark of the address on the label; another bench may know a newer one."""
    body = {"sscc": parcel.sscc, "load": load.load, "order": parcel.order}
    return {**body, "to": parcel.label_to} if parcel.label_to else body


def _unload(task: LoadTask, parcel: Parcel, load: Load, world: World) -> LoadStep:
    if parcel.sscc not in load.parcels and parcel.load:
        return Step(outcome(Loading.ALREADY_LOADED, sscc=parcel.sscc, load=parcel.load), task)
    if parcel.sscc not in load.parcels:
        return Step(outcome(Working.UNKNOWN_PARCEL, code=parcel.sscc), task)
    fact = NewFact(FactKind.PARCEL_UNLOADED, _subjects(parcel, load), _body(parcel, load))
    said = outcome(Loading.PARCEL_UNLOADED, sscc=parcel.sscc, order=ref_of(parcel, world))
    left = tuple(sscc for sscc in task.steps if sscc != parcel.sscc)
    return Step(said, replace(task, steps=left, last=""), (fact,))


def command(task: LoadTask, pressed: Command, world: World) -> LoadStep:
    """Answer one command."""
    load = world.load(task.load)
    if task.back:
        return why(task, pressed, world)
    if task.stopped and pressed in {Command.OK, Command.CLEAR, Command.UNDO}:
        return Step(outcome(Anywhere.CLEARED), replace(task, stopped="", off=""))
    if pressed is Command.REMOVE and (load is None or load.closed):
        return Step(outcome(Working.REMOVE_ASKED), replace(task, removing=True))
    if load is not None and load.closed:
        return closed_command(task, pressed, load, world)
    if load is None:
        if pressed in {Command.HOME, Command.CLEAR}:
            return Step(outcome(Anywhere.CLEARED), None)
        return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)
    return _open_command(task, pressed, load, world)


def _open_command(task: LoadTask, pressed: Command, load: Load, world: World) -> LoadStep:
    """A command while an open load is shown."""
    match pressed:
        case Command.HOME:
            return Step(outcome(Anywhere.CLEARED), None)
        case Command.REMOVE:
            return Step(outcome(Working.REMOVE_ASKED), replace(task, removing=True))
        case Command.CLEAR:
            return Step(outcome(Anywhere.CLEARED), replace(task, removing=False, asked_close=False))
        case Command.UNDO if task.asked_close or task.removing:
            return Step(outcome(Anywhere.CLEARED), replace(task, removing=False, asked_close=False))
        case Command.UNDO:
            parcel = world.parcel(task.steps[-1]) if task.steps else None
            if parcel is None:
                return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)
            return _unload(task, parcel, load, world)
        case Command.FINISH | Command.CLOSE:
            return close(task, load, world)
        case Command.OK if task.asked_close:
            return close(task, load, world, sure=True)
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def prompt(task: LoadTask, world: World) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    load = world.load(task.load)
    if task.back:
        return LoadPrompt.RETURN_REASON, {}
    if task.removing:
        return WorkPrompt.SCAN_OUT, {}
    if load is None:
        return LoadPrompt.SCAN_LOAD, {}
    if task.off:
        parcel = world.parcel(task.off)
        return LoadPrompt.TAKE_OFF, {"order": ref_of(parcel, world) if parcel else ""}
    if task.stopped:
        return WorkPrompt.STOPPED, {"reason": task.stopped}
    if load.closed:
        return LoadPrompt.LOAD_IS_CLOSED, {}
    if task.asked_close:
        return LoadPrompt.CLOSE_LOAD, {"missing": len(missing(load, world))}
    return LoadPrompt.SCAN_PARCEL, {}
