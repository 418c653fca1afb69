"""What a newcomer at the demo does now, and which codes are at hand: read from the view alone.

Nothing is remembered between two views. A demo that is closed and opened again therefore goes on
where it was, and whoever does something else than advised is advised from there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from app.demo import site
from app.domain.bench.outcome import CheckPrompt
from app.domain.bench.scanner_check import SHEET
from app.domain.codes import copy_code
from app.domain.commands import DIGITS, Command
from app.domain.documents import OperatorDocument
from app.domain.load.outcome import LoadPrompt
from app.domain.move.outcome import MovePrompt
from app.domain.outcome import Values
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.pack.outcome import PackPrompt
from app.domain.pick.outcome import PickPrompt
from app.domain.rows.orders import Stage
from app.station.devices.view import DevicesView
from app.station.home.view import HomeView
from app.station.load.view import LoadRow, LoadView
from app.station.move.view import MoveView
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.station.sign_in.view import SignInView
from app.station.views import LineView, View


class Tip(StrEnum):
    """What is advised; `ui.words.demo` says it."""

    SIGN_IN = "sign_in"
    PIN = "pin"
    LOADING_SITE = "loading_site"
    TAKE_ORDER = "take_order"
    GO_TO_TRUCK = "go_to_truck"
    ALL_DONE = "all_done"
    FIND_BIN = "find_bin"
    PICK_UNIT = "pick_unit"
    READ_LOT = "read_lot"
    READ_DATE = "read_date"
    READ_SERIAL = "read_serial"
    INTO_TOTE = "into_tote"
    TAKE_BOX = "take_box"
    PACK_UNIT = "pack_unit"
    CLOSE_BOX = "close_box"
    LABEL_COMES = "label_comes"
    PROVE_LABEL = "prove_label"
    CHOOSE_TRUCK = "choose_truck"
    LOAD_BOX = "load_box"
    CLOSE_TRUCK = "close_truck"
    TRUCK_LEAVES = "truck_leaves"
    TAKE_TASK = "take_task"
    FIND_SOURCE = "find_source"
    TAKE_GOODS = "take_goods"
    BRING_GOODS = "bring_goods"
    TRY_SCANNER = "try_scanner"
    LOOK_ROUND = "look_round"
    ANSWER = "answer"


@dataclass(frozen=True)
class Code:
    """Something to scan. words: what it is on, "" where the code itself says it."""

    words: str
    code: str


@dataclass(frozen=True)
class Advice:
    """now: the code that the screen asks for; None = nothing is to be scanned, somebody waits.

    at_hand: the other codes that this screen may meet.
    """

    tip: Tip
    now: Code | None
    values: Values = field(default_factory=dict)
    at_hand: tuple[Code, ...] = ()


def advise(view: View) -> Advice:
    """What to do at this view."""
    match view:
        case SignInView():
            return _sign_in(view)
        case HomeView():
            return _home(view)
        case PickView():
            return _pick(view)
        case PackView():
            return _pack(view)
        case LoadView():
            return _load(view)
        case MoveView():
            return _move(view)
        case DevicesView() if view.bar.prompt is CheckPrompt.SCAN_TEST_SHEET:
            return _devices(view)
        case _:
            return Advice(Tip.LOOK_ROUND, press(Command.HOME))


def _move(view: MoveView) -> Advice:
    """The tasks that wait; whoever moves something else needs no advice."""
    job = view.job
    match view.bar.prompt:
        case MovePrompt.SCAN_SOURCE if view.waiting:
            return Advice(Tip.TAKE_TASK, press(Command.NEXT))
        case MovePrompt.GO_TO_SOURCE if job is not None:
            return Advice(Tip.FIND_SOURCE, Code("", job.source), {"bin": job.source})
        case MovePrompt.TAKE_SO_MANY | WorkPrompt.SCAN_COUNTED if job is not None:
            left = str(job.units - view.units)
            rest = left[len(view.typed) :]
            now = press(DIGITS[int(rest[0])]) if rest else Code(job.name, job.sku)
            return Advice(Tip.TAKE_GOODS, now, {"units": left, "name": job.name})
        case MovePrompt.BRING_TO if job is not None:
            return Advice(Tip.BRING_GOODS, Code("", job.target), {"bin": job.target})
        case MovePrompt.SCAN_SOURCE | MovePrompt.TAKE_GOODS:
            return Advice(Tip.LOOK_ROUND, press(Command.HOME))
        case _:
            return _answer(view)


def press(command: Command) -> Code:
    """A command as its code on the command sheet."""
    return Code("", command.barcode)


def _answer(view: View) -> Advice:
    """The screen asks something that the tour does not lead to: OK, if that is an answer."""
    on = {action.command for action in view.frame.actions if action.enabled}
    answers = (Command.OK, Command.UNDO, Command.HOME)
    return Advice(Tip.ANSWER, press(next((one for one in answers if one in on), Command.OK)))


# --- one screen each ------------------------------------------------------------------------------


def _sign_in(view: SignInView) -> Advice:
    if view.loading:
        return Advice(Tip.LOADING_SITE, None)
    name = str(view.bar.values.get("operator", ""))
    person = _person(name, view.frame.language)
    if view.asks_pin:
        typed = view.pin_digits
        done = typed >= len(person.pin)
        command = Command.OK if done else DIGITS[int(person.pin[typed])]
        return Advice(Tip.PIN, press(command), {"pin": person.pin, "name": person.name})
    return Advice(Tip.SIGN_IN, Code(person.name, person.badge), {"name": person.name})


def _person(name: str, language: str) -> OperatorDocument:
    """Who is asked for by name; else the first who reads the language."""
    people = site.people()
    named = [one for one in people if one.name == name]
    return (named or [one for one in people if one.language == language] or people)[0]


def _home(view: HomeView) -> Advice:
    waiting = [row for row in view.loads if row.expected > row.loaded]
    loads = tuple(_load_code(row) for row in view.loads)
    orders = tuple(Code("", row.order) for row in view.queue[:6])
    # The first box is followed to its truck at once; later ones wait until nothing is left to pack.
    left = bool(view.queue or view.to_pick or view.to_pack)
    if waiting and (view.my_orders <= 1 or not left):
        row = waiting[0]
        named = {"load": row.load, "carrier": row.carrier}
        return Advice(Tip.GO_TO_TRUCK, _load_code(row), named, loads + orders)
    if left:
        return Advice(Tip.TAKE_ORDER, press(Command.NEXT), {}, orders + loads)
    return Advice(Tip.ALL_DONE, None, {}, loads)


def _load_code(row: LoadRow) -> Code:
    return Code(row.carrier, row.load)


def _pick(view: PickView) -> Advice:
    line, order = view.line, view.frame.order
    goods = _goods(line)
    tote = Code("", view.tote or site.tote_of(order))
    place, serial = Code("", view.bin), _serial(order, line.sku)
    lot, expiry = Code("", site.lot_of(line.sku)), Code("2049-12-31", "491231")
    hand = (place, goods, tote)
    match view.bar.prompt:
        case PickPrompt.GO_TO_BIN:
            return Advice(Tip.FIND_BIN, place, {"bin": view.bin}, hand)
        case PickPrompt.SCAN_PRODUCT | WorkPrompt.SCAN_COUNTED:
            named: Values = {"name": goods.words, "left": line.wanted - line.short - line.done}
            return Advice(Tip.PICK_UNIT, goods, named, hand)
        case WorkPrompt.SCAN_LOT:
            return Advice(Tip.READ_LOT, lot, {"name": goods.words}, hand)
        case WorkPrompt.SCAN_EXPIRY:
            return Advice(Tip.READ_DATE, expiry, {"name": goods.words}, hand)
        case WorkPrompt.SCAN_SERIAL:
            return Advice(Tip.READ_SERIAL, serial, {"name": goods.words}, hand)
        case PickPrompt.SCAN_TOTE:
            return Advice(Tip.INTO_TOTE, tote, {"tote": tote.code}, hand)
        case PickPrompt.CONFIRM_TOTE:
            other = Code("", str(view.bar.values["tote"]))
            return Advice(Tip.INTO_TOTE, other, {"tote": other.code}, hand)
        case _:
            return _with(_answer(view), hand)


def _pack(view: PackView) -> Advice:
    line = view.line
    if line is None or line.complete:
        line = next((one for one in view.lines if not one.complete), view.line)
    boxes = tuple(Code(one.name, one.code) for one in view.cartons)
    hand = boxes + tuple(_goods(one) for one in view.lines)
    match view.bar.prompt:
        case PackPrompt.CHOOSE_CARTON if view.cartons:
            box = next((one for one in view.cartons if one.suggested), view.cartons[0])
            return Advice(Tip.TAKE_BOX, Code(box.name, box.code), {"name": box.name}, hand)
        case PackPrompt.SCAN_ITEM | WorkPrompt.SCAN_COUNTED if line is not None:
            goods = _goods(line)
            named: Values = {"name": goods.words, "left": line.wanted - line.short - line.done}
            return Advice(Tip.PACK_UNIT, goods, named, hand)
        case WorkPrompt.SCAN_SERIAL if line is not None:
            asked = str(view.bar.values["sku"])
            serial = _serial(view.frame.order, asked)
            return Advice(Tip.READ_SERIAL, serial, {"name": _goods(line).words}, hand)
        case PackPrompt.FETCH_TOTE:
            tote = Code("", str(view.bar.values["tote"]))
            return Advice(Tip.INTO_TOTE, tote, {"tote": tote.code}, hand)
        case PackPrompt.DAMAGED_PLACE:
            bad = Code("", str(view.bar.values["bin"]))
            return Advice(Tip.FIND_BIN, bad, {"bin": bad.code}, (bad, *hand))
        case PackPrompt.CLOSE_BOX:
            return Advice(Tip.CLOSE_BOX, press(Command.OK), {}, hand)
        case PackPrompt.LABEL_PRINTING:
            return Advice(Tip.LABEL_COMES, None)
        case PackPrompt.LABEL_TROUBLE:
            return Advice(Tip.ANSWER, press(Command.PRINT))
        case PackPrompt.SCAN_LABEL:
            return Advice(Tip.PROVE_LABEL, _label(view.sscc, view))
        case _:
            return _with(_answer(view), hand)


def _load(view: LoadView) -> Advice:
    here = [row for row in view.missing if row.state == Stage.CLOSED.value]
    hand = tuple(Code(row.order, "00" + row.sscc) for row in here[:8])
    match view.bar.prompt:
        case LoadPrompt.SCAN_LOAD:
            loads = tuple(_load_code(row) for row in view.open_loads)
            full = [row for row in view.open_loads if row.expected > row.loaded]
            now = _load_code(full[0]) if full else press(Command.HOME)
            return Advice(Tip.CHOOSE_TRUCK, now, {}, loads)
        case LoadPrompt.SCAN_PARCEL if here:
            named = {"order": here[0].order}
            return Advice(Tip.LOAD_BOX, _label(here[0].sscc, view), named, hand)
        case LoadPrompt.SCAN_PARCEL if view.loaded:
            return Advice(Tip.CLOSE_TRUCK, press(Command.FINISH), {"load": view.load})
        case LoadPrompt.SCAN_PARCEL:
            return Advice(Tip.LOOK_ROUND, press(Command.HOME))
        case LoadPrompt.LOAD_IS_CLOSED:
            return Advice(Tip.TRUCK_LEAVES, press(Command.FINISH), {"load": view.load})
        case _:
            return _with(_answer(view), hand)


def _devices(view: DevicesView) -> Advice:
    seen = {row.code for row in view.scans}
    codes = tuple(Code(f"Test {number}", code) for number, code in enumerate(SHEET, start=1))
    left = [code for number, code in enumerate(codes, start=1) if number not in seen]
    return Advice(Tip.TRY_SCANNER, (left or [press(Command.HOME)])[0], {}, codes)


# --- codes ----------------------------------------------------------------------------------------


def _with(advice: Advice, at_hand: Iterable[Code]) -> Advice:
    return Advice(advice.tip, advice.now, advice.values, tuple(at_hand))


def _goods(line: LineView) -> Code:
    return Code(line.name or line.sku, line.barcode or line.sku)


def _serial(order: str, sku: str) -> Code:
    """The unit's number. An order of the invented site has one unit of such a product at most."""
    return Code("", f"SN-{order}-{sku}")


def _label(sscc: str, view: View) -> Code:
    """The label of a box; where a second copy may be about, the copy's own code."""
    said = view.outcome
    if said is not None and said.kind is Working.COPY_NEEDED:
        return Code("", copy_code(sscc, int(str(said.values["copy"]))))
    return Code("", "00" + sscc)
