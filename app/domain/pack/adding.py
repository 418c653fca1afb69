"""What a person of this site adds to an order: a substitute for what is short, or something free.

A permitted person allows it, the unit is scanned, and then the bin it comes from, so that stock,
timeline and packing slip know of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain import capture, codec
from app.domain.capture import Unit
from app.domain.commands import Command
from app.domain.demands import of_others
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.items import pack_unit
from app.domain.pack.outcome import Packing
from app.domain.pack.shortage import short_fact
from app.domain.pack.task import Addition, PackPhase, PackStep, PackTask, current_line
from app.domain.permissions import role_for
from app.domain.plan import checks
from app.domain.rows.orders import Order, OrderLine
from app.domain.world import Hit, Step, World


def ask(task: PackTask, pressed: Command, order: Order) -> PackStep:
    """FREE or SUBSTITUTE was pressed: a permitted person must allow it."""
    line = _replaced(task, order) if pressed is Command.SUBSTITUTE else None
    if pressed is Command.SUBSTITUTE and line is None:
        return Step(outcome(Packing.NOTHING_SHORT), task)
    asked = replace(
        task,
        phase=PackPhase.ADD_ASKED,
        typed="",
        adding=Addition(instead_of=line.number if line else 0),
    )
    if line is None:
        return Step(outcome(Packing.FREE_ASKED), asked)
    return Step(outcome(Packing.SUBSTITUTE_ASKED, sku=line.sku), asked)


def _replaced(task: PackTask, order: Order) -> OrderLine | None:
    """The line for which something else may come: the one in work, else one that is short."""
    line = current_line(task, order)
    return line or next((one for one in order.lines if one.short), None)


def allowed(task: PackTask, world: World) -> PackStep:
    """OK: only a permitted person's counts."""
    if not world.allows(task.duty):
        return Step(outcome(Anywhere.NO_PERMISSION, role=role_for(task.duty)), task)
    adding = replace(task.adding or Addition(), allowed=world.answering)
    return Step(outcome(Packing.ADD_ALLOWED), replace(task, phase=PackPhase.ADD, adding=adding))


def scanned(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    """The unit to add. Where its product lies in bins, the bin it came from is asked for."""
    unit = capture.from_scan(hit, world, most=1)
    if isinstance(unit, Outcome) or task.typed:
        return Step(outcome(Working.UNIT_WANTED, sku=hit.id), replace(task, typed=""))
    what = capture.missing(world.product(hit.id), unit)
    if what is not None:
        return Step(capture.ask(what, hit.id), task)
    if any(place.quantity(hit.id) > 0 for place in world.bins_of(hit.id)):
        asking = replace(task, phase=PackPhase.ADD_BIN, pending=unit)
        return Step(outcome(Packing.BIN_ASKED, sku=hit.id), asking)
    return _added(task, unit, "", order, world)


def from_bin(task: PackTask, code: str, order: Order, world: World) -> PackStep:
    """The bin the unit came from was scanned."""
    unit, place = task.pending or Unit(""), world.bin(code)
    if place is None or place.quantity(unit.sku) <= 0:
        return Step(outcome(Packing.NOT_IN_BIN, sku=unit.sku, bin=code), task)
    key = capture.key_of(unit, place, lambda key: key.owner == order.owner, order.owner)
    if key.owner != order.owner:
        return Step(of_others(key, order), task)
    return _added(task, replace(unit, key=key), code, order, world)


def _added(task: PackTask, unit: Unit, place: str, order: Order, world: World) -> PackStep:
    adding, product = task.adding or Addition(), world.product(unit.sku)
    number = 1 + max((line.number for line in order.lines), default=0)
    name = product.name if product else unit.sku
    why = "instead" if adding.instead_of else "free"
    line = OrderLine(number, unit.sku, name, 1, picked=1, added=why, instead_of=adding.instead_of)
    body = {
        "line": number,
        "sku": unit.sku,
        "name": name,
        "quantity": 1,
        "picked": 0 if place else 1,
        "added": why,
        "instead_of": adding.instead_of,
        "allowed": adding.allowed,
    }
    about = (Subject(Kind.ORDER, task.order),)
    facts = [NewFact(FactKind.LINE_ADDED, about, body)]
    here = world.bin(place)
    if here is not None:
        taken: dict[str, Any] = {"line": number, "sku": unit.sku, "bin": place, "quantity": 1}
        taken |= {"lot": unit.lot} if unit.lot else {}
        taken["key"] = codec.dump(unit.key)
        facts.append(NewFact(FactKind.UNIT_PICKED, (*about, Subject(Kind.BIN, place)), taken))
        facts += checks.after_taking(here, unit.sku, 1, world)
    lines = [*order.lines, line]
    replaced = order.line(adding.instead_of)
    if replaced is not None and replaced.to_pack:
        facts.append(short_fact(task.order, replaced, 1, "substituted"))
        at = lines.index(replaced)
        lines[at] = replace(replaced, short=replaced.short + 1)
    rest = PackPhase.ITEM if task.sscc else PackPhase.CARTON
    task = replace(task, phase=rest, pending=None, adding=None)
    grown = replace(order, lines=tuple(lines))
    step = pack_unit(task, grown, line, unit, world, source=f"hand:{world.station}")
    return replace(step, facts=(*facts, *step.facts))
