"""Loading a truck: scan parcels onto the load; what does not belong there is stopped."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.load.outcome import Loading, LoadPrompt
from app.domain.load.task import LoadTask
from app.domain.outcome import Outcome, Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.rows.orders import Stage
from app.domain.rows.stages import addresses_differ, outdated
from app.domain.rows.things import Load, Parcel
from app.domain.world import Hit, HitKind, Step, Want, Wish, World

LoadStep = Step[LoadTask]


def open_load(name: str, world: World, task: LoadTask | None = None) -> LoadStep:
    """Open a load by its code. If that is not possible, the step keeps `task` as it is."""
    load = world.load(name)
    if load is None:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=name), task)
    if load.closed:
        return Step(outcome(Loading.LOAD_CLOSED_BEFORE, load=name), task)
    said = outcome(Loading.LOAD_OPENED, load=name, carrier=load.carrier, dock=load.dock)
    return Step(said, LoadTask(name))


def missing(load: Load, world: World) -> tuple[Parcel, ...]:
    """Parcels of the load's carrier that are sealed or closed and on no truck yet."""
    return tuple(
        parcel
        for parcel in world.parcels_for(load.carrier)
        if parcel.stage in {Stage.SEALED, Stage.CLOSED} and parcel.sscc not in load.parcels
    )


def scan(task: LoadTask, hit: Hit, world: World) -> LoadStep:
    """Answer one scan."""
    if hit.kind is HitKind.LOAD:
        return open_load(hit.id, world, task)
    load = world.load(task.load)
    if load is None:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    # A stopped parcel is set aside and never blocks the next one: every scan answers the stop.
    task = replace(task, asked_close=False, stopped="")
    sscc = hit.id if hit.kind is HitKind.PARCEL else hit.reading.sscc
    parcel = world.parcel(sscc) if sscc else None
    if parcel is None:
        if hit.kind in {HitKind.TEXT, HitKind.PARCEL}:
            return Step(outcome(Working.UNKNOWN_PARCEL, code=hit.reading.text), task)
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    if task.removing:
        return _unload(replace(task, removing=False), parcel, load, world)
    return _loaded(task, parcel, load, world, hit.reading.copy)


def _loaded(task: LoadTask, parcel: Parcel, load: Load, world: World, copy: int | None) -> LoadStep:
    refused = _refusal(parcel, load, world, copy)
    if refused is not None:
        stop = refused.kind.value if refused.severity.value == "stop" else ""
        return Step(refused, replace(task, stopped=stop))
    done = len(load.parcels) + 1
    wanted = len(load.parcels) + len(missing(load, world))
    ref = _ref(parcel, world)
    fact = NewFact(FactKind.PARCEL_LOADED, _subjects(parcel, load), _body(parcel, load))
    said = outcome(Loading.PARCEL_LOADED, sscc=parcel.sscc, order=ref, done=done, wanted=wanted)
    kept = replace(task, last=parcel.sscc, steps=(*task.steps, parcel.sscc))
    return Step(said, kept, (fact,))


def _refusal(parcel: Parcel, load: Load, world: World, copy: int | None) -> Outcome | None:
    ref, order = _ref(parcel, world), world.order(parcel.order)
    if parcel.sscc in load.parcels:
        return outcome(Loading.ALREADY_LOADED, sscc=parcel.sscc, load=load.load)
    if parcel.stage in {Stage.LOADED, Stage.DISPATCHED}:
        return outcome(Loading.ALREADY_LOADED, sscc=parcel.sscc, load=parcel.load)
    if order is not None and order.cancelled:
        return outcome(Loading.PARCEL_CANCELLED, sscc=parcel.sscc, order=ref)
    if parcel.stage is Stage.VOID:
        return outcome(Working.UNKNOWN_PARCEL, code=parcel.sscc)
    if parcel.stage is not Stage.CLOSED:
        return outcome(Working.PARCEL_NOT_CLOSED, sscc=parcel.sscc, order=ref)
    if outdated(parcel, order, copy):
        return outcome(Working.LABEL_OUTDATED, order=ref)
    if copy is None and addresses_differ(parcel):
        return outcome(Working.COPY_NEEDED, copy=parcel.prints)
    # An order without a carrier may go with any truck: its shop leaves the choice to the dock.
    if parcel.carrier and parcel.carrier != load.carrier:
        return outcome(
            Loading.WRONG_CARRIER,
            sscc=parcel.sscc,
            order=ref,
            carrier=parcel.carrier,
            wanted=load.carrier,
        )
    return None


def _ref(parcel: Parcel, world: World) -> str:
    order = world.order(parcel.order)
    return order.ref if order else parcel.order


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
    if parcel.sscc not in load.parcels:
        return Step(outcome(Working.UNKNOWN_PARCEL, code=parcel.sscc), task)
    fact = NewFact(FactKind.PARCEL_UNLOADED, _subjects(parcel, load), _body(parcel, load))
    said = outcome(Loading.PARCEL_UNLOADED, sscc=parcel.sscc, order=_ref(parcel, world))
    left = tuple(sscc for sscc in task.steps if sscc != parcel.sscc)
    return Step(said, replace(task, steps=left, last=""), (fact,))


def command(task: LoadTask, pressed: Command, world: World) -> LoadStep:
    """Answer one command."""
    load = world.load(task.load)
    if task.stopped and pressed in {Command.OK, Command.CLEAR, Command.UNDO}:
        return Step(outcome(Anywhere.CLEARED), replace(task, stopped=""))
    if load is None:
        if pressed in {Command.HOME, Command.CLEAR}:
            return Step(outcome(Anywhere.CLEARED), None)
        return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)
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
            return _close(task, load, world)
        case Command.OK if task.asked_close:
            return _closed(load, world)
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _close(task: LoadTask, load: Load, world: World) -> LoadStep:
    if not load.parcels:
        return Step(outcome(Loading.LOAD_EMPTY, load=load.load), task)
    absent = missing(load, world)
    if absent:
        said = outcome(Loading.LOAD_CLOSE_ASKED, missing=len(absent))
        return Step(said, replace(task, asked_close=True))
    return _closed(load, world)


def _closed(load: Load, world: World) -> LoadStep:
    absent = missing(load, world)
    found = (world.parcel(sscc) for sscc in load.parcels)
    parcels = [parcel for parcel in found if parcel is not None]
    orders = dict.fromkeys(parcel.order for parcel in parcels)
    subjects = (
        Subject(Kind.LOAD, load.load),
        *(Subject(Kind.PARCEL, parcel.sscc) for parcel in parcels),
        *(Subject(Kind.ORDER, name) for name in orders),
    )
    body = {
        "load": load.load,
        "carrier": load.carrier,
        "ssccs": list(load.parcels),
        "missing": [
            {"sscc": parcel.sscc, "order": parcel.order, "place": parcel.place} for parcel in absent
        ],
    }
    said = outcome(
        Loading.LOAD_CLOSED, load=load.load, parcels=len(load.parcels), missing=len(absent)
    )
    fact = NewFact(FactKind.LOAD_CLOSED, subjects, body)
    return Step(said, None, (fact,), (Wish(Want.MANIFEST, load.load),))


def prompt(task: LoadTask, world: World) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    load = world.load(task.load)
    if load is None:
        return LoadPrompt.SCAN_LOAD, {}
    if task.stopped:
        return WorkPrompt.STOPPED, {"reason": task.stopped}
    if task.removing:
        return WorkPrompt.SCAN_OUT, {}
    if task.asked_close:
        return LoadPrompt.CLOSE_LOAD, {"missing": len(missing(load, world))}
    return LoadPrompt.SCAN_PARCEL, {}
