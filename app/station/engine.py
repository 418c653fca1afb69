"""The engine of one bench: every input becomes one durable turn and one frozen view.

Runs on the station thread (`app.station.loop`); knows no Qt and no device.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.clock import Clock
from app.config import Config
from app.device_api import Beep, DeviceChanged, DeviceKind, PrintResult, Scan, ScanDefect, Weight
from app.domain import codec
from app.domain.commands import PREFIX, Command, from_barcode
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, Severity, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack.outcome import Packing
from app.domain.pick.outcome import Picking
from app.domain.rows.things import Label
from app.domain.weighing import scale_guard
from app.domain.weighing.outcome import Weighing
from app.domain.world import Want, Wish
from app.errors import Crashed, StorageFault
from app.station import inputs, paper, present, trims
from app.station.desk import TEST_JOB
from app.station.devices import rules as device_task
from app.station.inputs import SHOWN_CODE, Place, garbage, printable
from app.station.messages import (
    ChooseLanguage,
    EnterCode,
    LabelNotMade,
    PictureFetched,
    PinChecked,
    Press,
    Tick,
)
from app.station.news import rules as news
from app.station.news.labels import LabelNews, interrupted
from app.station.pictures import Pictures
from app.station.ports import Desk, Hand, Sync
from app.station.resolve import badge_owner
from app.station.session import Screen, Session
from app.station.sign_in import rules as sign_in
from app.station.sign_in import trust
from app.station.sign_in.outcome import SigningIn
from app.station.turn import Turn, say
from app.station.views import Link, View
from app.station.world import StationWorld
from app.store.station.file import StationFile
from app.store.station.salvage import Salvaged
from app.store.station.values import Entry
from app.sync.news import LinkChanged

log = logging.getLogger(__name__)

REPEAT = timedelta(milliseconds=80)
LABELS_UNDER_WAY = 50  # more than a printer ever has before it
DEFECTS = {
    ScanDefect.UNREADABLE: Anywhere.UNREADABLE,
    ScanDefect.TOO_LONG: Anywhere.TOO_LONG,
    ScanDefect.UNTERMINATED: Anywhere.UNTERMINATED,
    ScanDefect.SPLIT: Anywhere.SPLIT_SCAN,
}


@dataclass(frozen=True)
class Answer:
    """What one input led to. durable_at: when it was on the disk (the engine's clock)."""

    outcome: Outcome | None
    view: View
    durable_at: datetime


class Station:
    """handle() is the whole interface; `shown` is called after every turn, on the same thread."""

    def __init__(  # noqa: PLR0913  one argument for each thing it is built from
        self,
        file: StationFile,
        clock: Clock,
        config: Config,
        *,
        desk: Desk,
        sync: Sync,
        hand: Hand,
        shown: Callable[[Answer], None],
        pictures: Path,
        language: str = "en",
    ) -> None:
        self.file = file
        self.clock = clock
        self.config = config
        self.pictures = Pictures(pictures, desk.fetch_picture)
        self.world = StationWorld(file, clock, config)
        self._place = Place(file, self.world, config, clock)
        self.link = Link(online=False, waiting=file.waiting)
        self.devices: dict[str, DeviceChanged] = {}
        self.outcome: Outcome | None = None
        self.scale: Weight | None = None  # what it showed last
        self.wrong_sku = ""
        self._desk = desk
        self._sync = sync
        self._hand = hand
        self._shown = shown
        self._pin = ""
        self._last_scans: dict[str, tuple[str, datetime]] = {}
        self._last_input = clock.now()
        self._labels_to: dict[str, str] = {}  # job -> mark of the address on its label
        self._stopped: set[str] = set()  # scanners that got a stop nobody has answered
        self._news: deque[object] = deque()
        self._results: deque[LabelNotMade | PrintResult] = deque()
        self._news_wait = False
        text = file.get("session")
        self.session = codec.from_text(Session, text) if text else Session(language=language)
        self.world.operator = self.session.operator

    def resume(self, salvaged: Salvaged | None = None) -> None:
        """After a start: say where we stand; a label that was on its way is in doubt.

        salvaged: the file was damaged and begun anew.
        """
        if salvaged is not None:
            body: dict[str, str | int] = {
                "saved": salvaged.saved,
                "lost": salvaged.lost,
                "file": salvaged.kept.name,
            }
            fact = NewFact(FactKind.FILE_REBUILT, (), body)
            self._finish(Turn(self.session, outcome(Anywhere.FILE_REBUILT, **body), (fact,)), None)
            return
        if self.session.open_order:  # the centre may not have been asked for it any more
            self._sync.wish(self.session.open_order)
        doubt = interrupted(self.session.pack, self.world)
        if doubt is not None:
            self._label_news(doubt)
        self._show(None)

    @property
    def pin_digits(self) -> int:
        return len(self._pin)

    def my_day(self) -> tuple[int, int]:
        """Orders and units this operator packed here since the site's midnight."""
        midnight = self.clock.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return self.file.work_since(self.session.operator, midnight.astimezone(UTC))

    def open_exceptions(self) -> int:
        rows = (self.file.row(Kind.TROUBLE, name) for name in self.file.names(Kind.TROUBLE))
        return sum(row is not None and not row.closed for row in rows)

    # --- the one entrance -----------------------------------------------------

    def handle(self, message: object) -> None:
        """Answer one message; an input is durable when this returns."""
        self._handle(message)
        while self._results and self._result(self._results[0]):
            self._results.popleft()
        if self._news:
            self._write_news()

    def _handle(self, message: object) -> None:
        match message:
            case Scan():
                self._scan(message)
            case EnterCode(text=text):
                self._scan(Scan(text.strip(), "", "keyboard", self.clock.now()))
            case Press(command=command):
                self._press(command, "screen", f"press {command.value}")
            case ChooseLanguage(language=language):
                self._choose_language(language)
            case Weight():
                self._weigh(message)
            case PinChecked(operator=operator, correct=correct):
                now = self.clock.now()
                turn = sign_in.pin_checked(
                    self.session, operator, correct=correct, world=self.world, now=now
                )
                self._finish(turn, Input("keypad", "pin"))
            case LabelNotMade() | PrintResult():
                self._results.append(message)
            case DeviceChanged():
                self._device(message)
            case LinkChanged(online=online, behind=behind):
                since = None if online else self.clock.now()
                self.link = Link(online, self.file.waiting, since, behind)
                self._show(self.outcome)
            case PictureFetched():
                self._show(self.outcome)
            case Tick():
                self._tick()
            case Crashed(report=report):
                self._show(outcome(Anywhere.CRASHED, report=report))
            case _:
                self._news.append(message)

    def _scan(self, scan: Scan) -> None:
        raw, scan = scan, trims.trimmed(scan, self.file)
        owner = "" if garbage(scan.text) else badge_owner(self.file, scan.text)
        heard, cut = self._heard(scan, owner)
        if self._on_device_page(raw, scan, owner, heard):
            return
        if scan.defect is not None:
            kind = DEFECTS[scan.defect]
            said = outcome(kind, code=cut, length=len(scan.text))
            self._finish(say(self.session, said), heard)
            return
        if garbage(scan.text):
            self._finish(say(self.session, outcome(Anywhere.UNREADABLE, code=cut)), heard)
            return
        last = self._last_scans.get(scan.device)
        self._last_scans[scan.device] = (scan.text, scan.at)
        if last and not scan.batch and last[0] == scan.text and abs(scan.at - last[1]) < REPEAT:
            self._finish(say(self.session, outcome(Anywhere.REPEAT, code=cut)), heard)
            return
        command = from_barcode(scan.text)
        if command is not None:
            self._press(command, scan.device, scan.text)
            return
        if scan.text.startswith(PREFIX):
            self._finish(say(self.session, outcome(Anywhere.UNKNOWN_CODE, code=cut)), heard)
            return
        if owner:
            self._finish(inputs.badge(self.session, owner, self._place), heard)
            return
        self._finish(inputs.code(self.session, scan, self._place), heard)

    def _on_device_page(self, raw: Scan, scan: Scan, owner: str, heard: Input) -> bool:
        """There every scan but badges and commands is only looked at, as it came."""
        task = self.session.devices
        if task is None or self.session.screen is not Screen.DEVICES or owner:
            return False
        if from_barcode(scan.text) is not None:
            return False
        self._finish(inputs.tested(self.session, task, raw, scan.text, self.clock.now()), heard)
        return True

    def _heard(self, scan: Scan, owner: str) -> tuple[Input, str]:
        """What the log keeps and what the screen shows of a scan: badges and PINs are secrets."""
        text = printable(scan.text) if garbage(scan.text) else scan.text
        cut, command = text[:SHOWN_CODE], from_barcode(scan.text)
        if owner:
            text, cut = f"badge of {owner}", ""
        elif self.session.asks_pin and command is not None and command.digit is not None:
            text, cut = "pin digit", ""
        elif self.session.screen is Screen.SIGN_IN and command is None and not self.file.find(text):
            # It may be a badge all the same: half read, of another site or not yet imported.
            digest = hashlib.sha256(text.encode()).hexdigest()[:12]
            text, cut = f"unknown badge {digest}", ""
        return Input(scan.device, text, scan.symbology), cut

    def _press(self, command: Command, device: str, text: str) -> None:
        secret = bool(self.session.asks_pin) and command.digit is not None
        heard = Input(device, "pin digit" if secret else text)
        turn = self._pin_key(command) if self.session.asks_pin else None
        devices = tuple(self.devices.values())
        self._finish(turn or inputs.command(self.session, command, self._place, devices), heard)

    def _pin_key(self, command: Command) -> Turn | None:
        """PIN digits live in memory only."""
        session, digit = self.session, command.digit
        if digit is not None:
            self._pin = (self._pin + str(digit))[:12]
            return say(session, outcome(Anywhere.DIGITS, number="•" * len(self._pin)))
        if command is Command.DELETE:
            self._pin = self._pin[:-1]
            return say(session, outcome(Anywhere.DIGITS, number="•" * len(self._pin)))
        pin, self._pin = self._pin, ""
        person = self.world.person(session.asks_pin)
        if command is Command.OK and person is not None:
            said = outcome(SigningIn.PIN_ASKED, operator=person.name)
            return replace(say(session, said), pin=(person.operator, person.pin_hash, pin))
        return None

    def _weigh(self, weight: Weight) -> None:
        """A scale speaks of itself: what has no meaning now is shown, and neither kept nor said."""
        self.scale = weight
        turn = inputs.weigh(self.session, weight, self._place)
        watched = turn.session.pack is not None and turn.session.pack.watch is not None
        empty = abs(weight.grams) <= scale_guard.ZERO_G
        plain = turn.outcome is not None and turn.outcome.kind is Weighing.WEIGHT_NOTED
        if plain and (watched or empty or self.session.screen is Screen.SIGN_IN):
            self.session = turn.session
            self._show(self.outcome)
            return
        self._finish(turn, Input(weight.device, f"weigh {weight.value} {weight.unit.value}"))

    def _choose_language(self, language: str) -> None:
        session = replace(self.session, language=language)
        facts: tuple[NewFact, ...] = ()
        if session.operator and not session.locked:
            subject = (Subject(Kind.OPERATOR, session.operator),)
            facts = (NewFact(FactKind.LANGUAGE_CHOSEN, subject, {"language": language}),)
        turn = Turn(session, outcome(Anywhere.LANGUAGE_SET, language=language), facts)
        self._finish(turn, Input("screen", f"language {language}"))

    def _result(self, result: LabelNotMade | PrintResult) -> bool:
        """False = the disk refused it. No printer says it twice: it is tried again."""
        if isinstance(result, PrintResult):
            return self._printed(result)
        return self._label_news(LabelNews(result.sscc, 0, result.reason, made=False))

    def _printed(self, result: PrintResult) -> bool:
        if not result.job_id.startswith(TEST_JOB):
            made_for = self._labels_to.get(result.job_id, "")
            return self._label_news(replace(LabelNews.of(result), to=made_for))
        task, now = self.session.devices, self.clock.now()
        if task is not None:
            trouble = result.trouble.value if result.trouble else ""
            code, proof = result.job_id.removeprefix(TEST_JOB), result.proof.value
            step = device_task.printed(task, code, trouble, proof, now)
            if step is not None:
                return self._finish(inputs.device_turn(self.session, step), None)
        return True

    def _label_news(self, heard: LabelNews) -> bool:
        """What became of a label on its way to the printer."""
        parcel = self.world.parcel(heard.sscc)
        if parcel is None:
            return True
        heard = replace(heard, count=heard.count or max(parcel.prints, 1))
        ours = self.session.pack is not None and self.session.pack.sscc == heard.sscc
        current = heard.count >= parcel.prints and parcel.label is not Label.PROVEN
        # A good answer does not cover the outcome of the operator's own last scan.
        worth = bool(heard.reason) or self.outcome is None
        shown = heard.outcome if ours and current and worth else None
        return self._finish(Turn(self.session, shown, (heard.fact(parcel.order),)), None)

    def _device(self, changed: DeviceChanged) -> None:
        self.devices[changed.device] = changed
        self._show(self.outcome)

    def _tick(self) -> None:
        trust.keep_time(self.file, self.clock.now())
        idle = (self.clock.now() - self._last_input).total_seconds()
        session = self.session
        if session.operator and not session.locked and idle >= self.config.idle_lock_s:
            self._finish(sign_in.lock(session), Input("clock", "idle"))
        elif session.screen in {Screen.HOME, Screen.LOAD} or not self.link.online:
            self._show(self.outcome)

    def _write_news(self) -> None:
        """What the sync brought, in order. What the disk refuses is tried again at every message:
        the sync goes on only after what is written.
        """
        while self._news:
            message = self._news.popleft()
            try:
                turn = news.handle(message, self.file, self.session, self.world)
            except StorageFault as fault:
                self._news.appendleft(message)
                if not self._news_wait:
                    log.error("not stored: %s", fault)  # noqa: TRY400  the sentence says it all
                self._news_wait = True
                return
            self._news_wait = False
            self.link = replace(self.link, waiting=self.file.waiting)
            if turn is not None:
                self._finish(turn, None)
            else:
                self._show(self.outcome)

    # --- the end of every turn -----------------------------------------------------

    def _finish(self, turn: Turn, heard: Input | None) -> bool:
        """Make the turn durable, then answer: beep, wishes, view. False = the disk refused it."""
        now, operator = self.clock.now(), turn.operator or self.session.operator
        turn = _guarded(self.session, turn)
        turn = trust.admitted(self.session, turn, self.file, self.config, now)
        try:
            self._record(turn, heard, now, operator)
        except StorageFault as fault:
            log.error("not stored: %s", fault)  # noqa: TRY400  the sentence is the whole story
            self._beep(heard, Severity.STOP)
            self._show(outcome(Anywhere.NOT_STORED, reason=str(fault)))
            return False
        self.session = turn.session
        self.world.operator = self.session.operator
        if not self.session.asks_pin:
            self._pin = ""  # half typed and left
        self.link = replace(self.link, waiting=self.file.waiting)
        if heard is not None:
            self._last_input = now
        said = turn.outcome
        if said is not None:
            self._beep(heard, said.severity)
            self.wrong_sku = str(said.values.get("sku", "")) if _is_mixup(said) else ""
        for wish in turn.wishes:
            self._grant(wish)
        if turn.pin is not None:
            self._desk.check_pin(*turn.pin)
        if turn.facts:
            self._sync.wake()
        self._show(said if said is not None else self.outcome, now)
        return True

    def _record(
        self, turn: Turn, heard: Input | None, now: datetime, operator: str
    ) -> tuple[Fact, ...]:
        values = {**turn.settings, "session": codec.to_text(turn.session)}
        opened = sum(fact.kind is FactKind.PARCEL_OPENED for fact in turn.facts)
        if opened:
            values["sscc_next"] = str(int(self.file.get("sscc_next", "0")) + opened)
        entry = None
        if heard is not None and turn.outcome is not None:
            entry = Entry(
                at=now,
                device=heard.device,
                text=heard.text,
                symbology=heard.symbology,
                screen=self.session.screen.value,
                verdict=turn.outcome.kind.value,
                severity=turn.outcome.severity.value,
                operator=operator,
                values=json.dumps(dict(turn.outcome.values), ensure_ascii=False),
                ticket=self.ticket,
            )
        return self.file.record(
            entry,
            turn.facts,
            at=now,
            operator=operator,
            device=heard.device if heard else "",
            meta_values=values,
        )

    ticket = ""
    """Number the sender gave the input being handled; "" = none (see `app.cli.replay`)."""

    def _beep(self, heard: Input | None, severity: Severity) -> None:
        if heard is None:
            return
        if severity is Severity.STOP:
            self._stopped.add(heard.device)
        elif self._stopped and not self.session.stopped:
            for device in self._stopped:
                self._hand.free(device)
            self._stopped.clear()
        beep = Beep.GOOD
        if severity in {Severity.BAD, Severity.SOFT}:
            beep = Beep.BAD
        elif severity is Severity.STOP:
            beep = Beep.STOP
        self._hand.give(heard.device, beep)

    def _grant(self, wish: Wish) -> None:
        match wish.want:
            case Want.CLAIM:
                self._sync.wish(wish.subject)
            case Want.LABEL:
                order = paper.label_order(wish, self.world, self.config)
                if order is not None:
                    while len(self._labels_to) >= LABELS_UNDER_WAY:
                        self._labels_to.pop(next(iter(self._labels_to)))
                    self._labels_to[order.job_id] = order.label.receiver.mark
                    self._desk.print_label(order)
            case Want.SLIP | Want.MANIFEST:
                document = paper.document(wish, self.world, self.config, self.session.language)
                if document is not None:
                    self._desk.file_document(document)
            case Want.TEST_LABEL:
                self._desk.print_test(wish.subject)
            case Want.BEEP:
                for device in self.devices.values():
                    if device.kind is DeviceKind.SCANNER:
                        self._hand.give(device.device, Beep.GOOD)
            case Want.ZERO:
                self._hand.zero()

    def _show(self, said: Outcome | None, durable_at: datetime | None = None) -> None:
        self.outcome = said
        view = present.view(self)
        self._shown(Answer(said, view, durable_at or self.clock.now()))


def _guarded(before: Session, turn: Turn) -> Turn:
    """When the box at hand is another one, what the scale still shows is not its weight."""
    old, new = before.pack, turn.session.pack
    if old is None or not old.sscc or (new is not None and new.sscc == old.sscc):
        return turn
    guard = scale_guard.parcel_done(turn.session.guard)
    return replace(turn, session=replace(turn.session, guard=guard))


@dataclass(frozen=True)
class Input:
    """What the scan log says of an input: redacted where it is a secret."""

    device: str
    text: str
    symbology: str = ""


def _is_mixup(said: Outcome) -> bool:
    return said.kind in {Picking.WRONG_PRODUCT, Packing.NOT_ON_ORDER}
