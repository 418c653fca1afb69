"""What an input leads to, by the screen it comes on; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.clock import Clock
from app.config import Config
from app.device_api import Scan, Weight
from app.domain.commands import Command
from app.domain.count import rules as counting
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.load import rules as dispatching
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack import rules as packing
from app.domain.pick import rules as picking
from app.domain.weighing import scale_guard
from app.domain.weighing.outcome import Weighing
from app.domain.world import Hit, HitKind
from app.station import trims
from app.station.devices import rules as device_task
from app.station.devices.rules import DeviceTask
from app.station.home import rules as home
from app.station.labels import rules as labels_task
from app.station.resolve import resolve
from app.station.session import Screen, Session
from app.station.sign_in import rules as sign_in
from app.station.sign_in.outcome import SigningIn
from app.station.turn import Turn, from_step, say
from app.station.turn import home as home_session
from app.station.world import StationWorld
from app.store.station.file import StationFile

SHOWN_CODE = 80
"""A code on the screen is cut to this many characters; the scan log has it whole."""


@dataclass(frozen=True)
class Place:
    """Where the input is made."""

    file: StationFile
    world: StationWorld
    config: Config
    clock: Clock


def badge(session: Session, operator: str, place: Place) -> Turn:
    """A known badge, wherever it is scanned."""
    if session.screen is Screen.SIGN_IN:
        return sign_in.badge(session, operator, place.world)
    if operator == session.operator:
        return sign_in.lock(session)
    if session.screen in {Screen.HOME, Screen.ORDER}:
        left = replace(home_session(session), operator="", screen=Screen.SIGN_IN)
        return sign_in.badge(left, operator, place.world)
    return say(session, outcome(Anywhere.NOT_HERE, code="", what="badge"))


def code(session: Session, scan: Scan, place: Place) -> Turn:
    """A code that is neither a command nor a badge."""
    if session.screen is Screen.SIGN_IN:
        # At this screen an unknown code can only be meant as a badge.
        if not place.file.get("cursor"):
            return say(session, outcome(SigningIn.STILL_LOADING))
        found = resolve(place.file, place.config, scan.text, scan.symbology, frozenset())
        known = found.hit.kind is not HitKind.TEXT or found.hit.reading.gtin
        return say(session, outcome(SigningIn.SIGN_IN_FIRST if known else SigningIn.BADGE_UNKNOWN))
    found = resolve(place.file, place.config, scan.text, scan.symbology, _task_skus(session, place))
    hit = _named_by_order(session, found.hit, place)
    if hit.kind is HitKind.TEXT and hit.reading.fault and not _takes_text(session):
        said = outcome(Anywhere.WRONG_CHECK_DIGIT, code=scan.text[:SHOWN_CODE])
        return say(session, said)
    return _routed(session, hit, found.orders, place)


def _routed(session: Session, hit: Hit, orders: int, place: Place) -> Turn:
    match session.screen:
        case Screen.PICK if session.pick is not None:
            pick = picking.scan(session.pick, hit, place.world)
            return from_step(pick, _with_pick(session, pick.task))
        case Screen.PACK if session.pack is not None:
            pack = packing.scan(session.pack, hit, place.world)
            return from_step(pack, _with_pack(session, pack.task))
        case Screen.LOAD if session.load is not None:
            load = dispatching.scan(session.load, hit, place.world)
            return from_step(load, _with_load(session, load.task))
        case Screen.COUNT if session.count is not None:
            count = counting.scan(session.count, hit, place.world)
            return from_step(count, _with_count(session, count.task))
        case Screen.LABELS if session.labels is not None:
            labels = labels_task.scan(session.labels, hit, place.world)
            return from_step(labels, _with_labels(session, labels.task))
        case _:
            return home.scan(session, hit, orders, place.file, place.world)


def _task_skus(session: Session, place: Place) -> frozenset[str]:
    if session.count is not None and session.count.before is not None:
        return frozenset(item.sku for item in session.count.before.stock)
    order = place.world.order(session.open_order) if session.open_order else None
    return frozenset(line.sku for line in order.lines) if order else frozenset()


def _named_by_order(session: Session, hit: Hit, place: Place) -> Hit:
    """A code no master data know may stand on the open order itself."""
    order = place.world.order(session.open_order) if session.open_order else None
    if hit.kind is not HitKind.TEXT or order is None or _takes_text(session):
        return hit
    for line in order.lines:
        if hit.reading.text in {line.barcode, line.sku}:
            return Hit(HitKind.PRODUCT, line.sku, hit.reading)
    return hit


def _takes_text(session: Session) -> bool:
    """Any text is right now a lot, a serial number or a shelf."""
    pick, pack, count = session.pick, session.pack, session.count
    if count is not None:
        return count.phase is counting.Phase.LOT
    if pick is not None:
        return pick.phase is picking.Phase.CAPTURE
    return pack is not None and pack.phase in {packing.Phase.CAPTURE, packing.Phase.SHELF}


def command(
    session: Session, pressed: Command, place: Place, devices: device_task.Devices = ()
) -> Turn:
    """A button, key or command barcode; PIN digits never come here."""
    if session.screen is Screen.SIGN_IN:
        return sign_in.command(session, pressed, place.world, place.clock.now())
    if pressed is Command.LOCK:
        return sign_in.lock(session)
    if pressed is Command.SIGN_OUT:
        return sign_in.sign_out(session, place.world)
    if pressed is Command.HELP:
        order = session.open_order
        subjects = (Subject(Kind.ORDER, order),) if order else ()
        fact = NewFact(FactKind.HELP_CALLED, subjects, {"screen": session.screen.value})
        return Turn(session, outcome(Anywhere.HELP_CALLED), (fact,))
    match session.screen:
        case Screen.PICK if session.pick is not None:
            pick = picking.command(session.pick, pressed, place.world)
            return from_step(pick, _with_pick(session, pick.task))
        case Screen.PACK if session.pack is not None:
            pack = packing.command(session.pack, pressed, place.world)
            return from_step(pack, _with_pack(session, pack.task))
        case Screen.LOAD if session.load is not None:
            load = dispatching.command(session.load, pressed, place.world)
            return from_step(load, _with_load(session, load.task))
        case Screen.COUNT if session.count is not None:
            count = counting.command(session.count, pressed, place.world)
            return from_step(count, _with_count(session, count.task))
        case Screen.LABELS if session.labels is not None:
            labels = labels_task.command(session.labels, pressed, place.world)
            return from_step(labels, _with_labels(session, labels.task))
        case Screen.DEVICES if session.devices is not None:
            now = place.clock.now()
            found = device_task.command(session.devices, pressed, devices, place.config, now)
            return device_turn(session, found)
        case _:
            return home.command(session, pressed, place.file, place.world)


def tested(session: Session, task: DeviceTask, scan: Scan, text: str, now: datetime) -> Turn:
    """A scan on the device page: it touches no order. text: without what its scanner adds."""
    return device_turn(session, device_task.scan(task, scan, text, now))


def device_turn(session: Session, step: device_task.DeviceStep) -> Turn:
    """What the sheet taught about a scanner is kept in the station's file."""
    after = home_session(session) if step.task is None else replace(session, devices=step.task)
    sheet = step.task.sheet if step.task else None
    learned = any(fact.kind is FactKind.SCANNER_CHECKED for fact in step.facts)
    turn = from_step(step, after)
    return replace(turn, settings=trims.setting(sheet)) if sheet and learned else turn


def weigh(session: Session, weight: Weight, place: Place) -> Turn:
    """A stable weight; only a box in work makes something of it."""
    grams = weight.grams
    guard, counts = scale_guard.read(session.guard, grams)
    session = replace(session, guard=guard)
    if session.screen is Screen.DEVICES and session.devices is not None:
        now = place.clock.now()
        return device_turn(session, device_task.weigh(session.devices, weight, now))
    if session.screen is not Screen.PACK or session.pack is None or not session.pack.sscc:
        return say(session, outcome(Weighing.WEIGHT_NOTED, grams=grams))
    if not counts:
        return say(session, outcome(Weighing.STALE_WEIGHT, grams=grams))
    step = packing.weigh(session.pack, grams, place.world, str(weight.value), weight.unit.value)
    return from_step(step, _with_pack(session, step.task))


def garbage(text: str) -> bool:
    """Control characters but the GS1 separator (and RS, EOT of ISO/IEC 15434), half characters
    that no file can keep, or nothing.
    """
    return not text.strip() or any(
        (char < " " and char not in "\x1d\x1e\x04")
        or char == "\x7f"
        or "\ud800" <= char <= "\udfff"
        for char in text
    )


def printable(text: str) -> str:
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


def _with_pick(session: Session, task: picking.PickTask | None) -> Session:
    return home_session(session) if task is None else replace(session, pick=task)


def _with_pack(session: Session, task: packing.PackTask | None) -> Session:
    return home_session(session) if task is None else replace(session, pack=task)


def _with_count(session: Session, task: counting.CountTask | None) -> Session:
    return home_session(session) if task is None else replace(session, count=task)


def _with_labels(session: Session, task: labels_task.LabelsTask | None) -> Session:
    return home_session(session) if task is None else replace(session, labels=task)


def _with_load(session: Session, task: dispatching.LoadTask | None) -> Session:
    return home_session(session) if task is None else replace(session, load=task)
