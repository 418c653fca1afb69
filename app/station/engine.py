"""The engine of one bench: every message becomes at most one durable turn and one frozen view.

It runs on the station thread (`app.station.loop`) and knows neither Qt nor devices.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from app.clock import Clock
from app.config import Config
from app.device_api import DeviceChanged, PrintResult, Scan, Weight
from app.domain.commands import Command
from app.domain.outcome import Outcome, Severity, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack.outcome import Packing
from app.domain.pick.outcome import Picking
from app.domain.weighing import scale_guard
from app.domain.weighing.outcome import Weighing
from app.errors import Crashed, StorageFault
from app.station import idle, inputs, present, session_text
from app.station.answer import Answer
from app.station.backlog import Backlog
from app.station.desk import OF_NO_PARCEL
from app.station.granting import Granting
from app.station.hearing import Hearing, Input, learned_trims
from app.station.home import rules as home
from app.station.inputs import Bench
from app.station.messages import (
    ChooseLanguage,
    EnterCode,
    LabelNotMade,
    LabelResult,
    Look,
    Message,
    PictureFetched,
    PinChecked,
    Press,
    Tick,
)
from app.station.news import rules as news
from app.station.news.labels import LabelNews, interrupted, label_turn, other_printed
from app.station.news.rebuilt import file_rebuilt
from app.station.pictures import Pictures
from app.station.pin import PinPad
from app.station.ports import Desk, Hand, Sync
from app.station.seen import Seen
from app.station.session import HOME, SIGN_IN, Session
from app.station.sign_in import rules as sign_in
from app.station.sign_in import trust
from app.station.standing import standing_of
from app.station.turn import Turn, guarded
from app.station.views import Link
from app.station.workflow import Table
from app.station.workflows import WORKFLOWS
from app.station.world import StationWorld
from app.store.station.file import StationFile
from app.store.station.meta import Meta
from app.store.station.salvage import Salvaged
from app.sync.news import CentreNews, LinkChanged

log = logging.getLogger(__name__)


class Station:
    """One thread calls `resume` once, then `handle` with each message; `shown` gets each view."""

    ticket = ""
    """Number the sender gave the input being handled; "" = none (see `app.cli.replay`)."""

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
        workflows: Table = WORKFLOWS,
    ) -> None:
        self.file = file
        self._kept = file.kept
        self.clock = clock
        self.config = config
        self.world = StationWorld(file, clock, config)
        self.link = Link(online=False, waiting=file.waiting)
        self.devices: dict[str, DeviceChanged] = {}
        self.outcome: Outcome | None = None
        self._pictures = Pictures(pictures, desk.fetch_picture)
        self._bench = Bench(self.world, config, clock, workflows)
        self._desk = desk
        self._sync = sync
        self._shown = shown
        self._granting = Granting(self.world, config, desk=desk, sync=sync, hand=hand)
        self._hearing = Hearing(file)
        self._pin = PinPad()
        self._results: Backlog[LabelResult] = Backlog(self._result)
        self._news: Backlog[CentreNews] = Backlog(self._write_news)
        self._news_refused = False
        self._scale: Weight | None = None  # what it showed last
        self._wrong_sku = ""
        self._now = clock.now()  # when the message that is being handled came
        self._last_input = self._now
        self._durable_at: datetime | None = None
        self._to_draw = False
        self._drawn: object = None  # what else the last view depended on
        text = file.meta.session
        self.session, self._unknown_work = (
            session_text.read(text, workflows) if text else (Session(language=language), "")
        )
        self.world.operator = self.session.operator

    def resume(self, salvaged: Salvaged | None = None) -> None:
        """Show where the bench stands after a start. A label that was on its way is in doubt.

        salvaged: what was saved of a damaged file; None = the file was sound.
        """
        self._now = self.clock.now()
        self._stand()
        self._show(None)
        if salvaged is not None:
            self._finish(file_rebuilt(self.session, salvaged), None)
        elif self._unknown_work:
            self._show(outcome(Anywhere.WORK_UNKNOWN, work=self._unknown_work))
        else:
            self._take_up()
        self._draw()

    def _take_up(self) -> None:
        """Go on where the last run ended."""
        if claimed := self.session.open_order or self.session.open_task:
            self._sync.wish(claimed)  # the last run may have ended before it asked for it
        doubt = interrupted(self.session.task, self.world)
        if doubt is not None:
            self._label_news(doubt)
            self._show(None)

    # --- the one entrance -----------------------------------------------------

    def handle(self, message: Message) -> None:
        """Answer one message; an input is durable when this returns. One view is drawn at most."""
        self._now = self.clock.now()
        self._handle(message)
        if self._results.waiting:
            self._results.work()
        if self._news.waiting:
            self._news.work()
        self._draw()

    def _handle(self, message: Message) -> None:
        match message:
            case Scan():
                self._scan(message)
            case EnterCode(text=text):
                self._scan(Scan(text.strip(), "", inputs.KEYBOARD, self._now))
            case Press(command=command):
                self._press(command, Input("screen", f"press {command.value}"))
            case Look(kind=kind, id=name):
                turn = inputs.looked(self.session, kind, name, self._bench)
                self._finish(turn, Input("screen", f"look {kind} {name}"))
            case ChooseLanguage(language=language):
                turn = sign_in.language_chosen(self.session, language)
                self._finish(turn, Input("screen", f"language {language}"))
            case Weight():
                self._weigh(message)
            case PinChecked():
                self._pin_checked(message)
            case LabelNotMade() | PrintResult():
                self._results.add(message)
            case DeviceChanged():
                self._device(message)
            case LinkChanged():
                self._link(message)
            case PictureFetched():
                self._show(self.outcome)
            case Tick():
                self._tick()
            case Crashed(report=report):
                self._show(outcome(Anywhere.CRASHED, report=report))
            case _:
                self._news.add(message)

    # --- inputs -----------------------------------------------------

    def _scan(self, scan: Scan) -> None:
        heard = self._hearing.hear(scan, self.session)
        if heard.command is not None and heard.refused is None:
            self._press(heard.command, heard.entry)
        else:
            self._finish(inputs.scanned(self.session, heard, self._bench), heard.entry)

    def _press(self, command: Command, heard: Input) -> None:
        turn = None
        if self.session.asks_pin:
            turn = self._pin.press(self.session, command, self.world)
            if command.digit is not None:
                heard = replace(heard, text="pin digit", symbology="")
        self._finish(turn or inputs.command(self.session, command, self._bench), heard)

    def _pin_checked(self, checked: PinChecked) -> None:
        now, correct = self._now, checked.correct
        turn = sign_in.pin_checked(
            self.session, checked.operator, correct=correct, world=self.world, now=now
        )
        self._finish(turn, Input("keypad", "pin"))

    def _weigh(self, weight: Weight) -> None:
        """Answer a stable weight. A scale sends by itself, so not every weight is recorded.

        One that means nothing is only shown if the task watches the scale or the scale is empty.
        """
        self._scale = weight
        turn = inputs.weighed(self.session, weight, self._bench)
        task = turn.session.task
        idle = task is None or not task.watching
        empty = abs(weight.grams) <= scale_guard.ZERO_G
        plain = turn.outcome is not None and turn.outcome.kind is Weighing.WEIGHT_NOTED
        if plain and (not idle or empty or self.session.screen == SIGN_IN):
            self.session = turn.session
            self._show(self.outcome)
            return
        self._finish(turn, Input(weight.device, f"weigh {weight.value} {weight.unit.value}"))

    # --- what happens without the operator -----------------------------------------------------

    def _result(self, result: LabelResult) -> bool:
        """False = the disk refused it; it is tried again, because a printer reports only once."""
        job = result.job_id if isinstance(result, PrintResult) else result.sscc
        if job.startswith(OF_NO_PARCEL):
            return self._finished(other_printed(self.session, result, self._now))
        return self._label_news(LabelNews.of(result, self._granting.address_on(job)))

    def _label_news(self, heard: LabelNews) -> bool:
        return self._finished(label_turn(self.session, heard, self.world, self.outcome))

    def _finished(self, turn: Turn | None) -> bool:
        """False = the disk refused it."""
        return turn is None or self._finish(turn, None)

    def _write_news(self, message: CentreNews) -> bool:
        """Store what the sync brought. False = the disk refused it; that is logged once.

        It is tried again with every message: the sync goes on only from what is stored.
        """
        try:
            turn = news.handle(message, self.file, self.session, self.world)
        except StorageFault as fault:
            if not self._news_refused:
                log.error("not stored: %s", fault)  # noqa: TRY400  the sentence says it all
            self._news_refused = True
            return False
        self._news_refused = False
        if turn is not None:
            self._finish(turn, None)
        return True

    def _device(self, changed: DeviceChanged) -> None:
        self.devices[changed.device] = changed
        self.world.device_kinds = frozenset(device.kind for device in self.devices.values())
        self._stand()
        self._show(self.outcome)

    def _stand(self) -> None:
        """Tell whoever watches the floor who works here, and which device needs a hand."""
        self._sync.stand(standing_of(self.session, self.devices.values()))

    def _link(self, changed: LinkChanged) -> None:
        since = None if changed.online else self._now
        self.link = Link(changed.online, self.file.waiting, since, changed.behind)
        self.world.online = changed.online
        self._finished(home.claimed(self.session, self.world))  # nobody can be asked any more

    def _tick(self) -> None:
        trust.keep_time(self.file, self._now)
        if idle.due(self.session, self.config, self._last_input, self._now):
            self._finish(sign_in.lock(self.session), Input("clock", "idle"))
        elif not self.link.online or self._counts_down() or self._locks_in():
            self._show(self.outcome)

    def _locks_in(self) -> int:
        return idle.told(self.session, self.config, self._last_input, self._now)

    def _counts_down(self) -> bool:
        """The screen shows how long something still takes: home, until the cut-offs."""
        found = self._bench.at_hand(self.session)
        return self.session.screen == HOME if found is None else found[0].counts_down

    # --- the end of every turn -----------------------------------------------------

    def _finish(self, turn: Turn, heard: Input | None) -> bool:
        """Make the turn durable, then answer: beep, wishes, view. False = the disk refused it."""
        now, operator = self._now, turn.operator or self.session.operator
        before, meta = self.session, self._kept.now
        turn = guarded(before, turn)
        if _who(turn.session) != _who(before):
            turn = trust.admitted(before, turn, meta, self.config, now)
        try:
            self._record(turn, heard, meta, at=now, operator=operator)
        except StorageFault as fault:
            log.error("not stored: %s", fault)  # noqa: TRY400  the sentence is the whole story
            self._sound(heard, Severity.STOP)
            self._show(outcome(Anywhere.NOT_STORED, reason=str(fault)))
            return False
        self.session = turn.session
        self.world.operator = self.session.operator
        if self.session.operator != before.operator:
            self._stand()
        if before.asks_pin and not self.session.asks_pin:
            self._pin.clear()
        if heard is not None:
            self._last_input = now
        if turn.outcome is not None:
            self._sound(heard, turn.outcome.kind.severity)
            self._wrong_sku = _mixed_up(turn.outcome)
        if turn.wishes:
            self._granting.grant(turn.wishes, self.devices, self.session.language)
        if turn.pin is not None:
            self._desk.check_pin(turn.pin.operator, turn.pin.pin_hash, turn.pin.pin)
        if turn.facts:
            self._sync.wake()
        self._show(turn.outcome if turn.outcome is not None else self.outcome, now)
        return True

    def _record(
        self, turn: Turn, heard: Input | None, meta: Meta, *, at: datetime, operator: str
    ) -> None:
        """Everything of the turn in one transaction."""
        taken, self.world.sscc_taken = self.world.sscc_taken, 0  # not stored: given again
        new = replace(meta, session=session_text.write(turn.session))
        if turn.facts:
            new = replace(
                new,
                sscc_next=meta.sscc_next + taken,
                trims=learned_trims(meta.trims, turn.facts),
            )
        entry = None
        if heard is not None and turn.outcome is not None:
            screen, ticket = self.session.screen, self.ticket
            entry = heard.entry(turn.outcome, screen, at=at, operator=operator, ticket=ticket)
        device = heard.device if heard else ""
        self.file.record(entry, turn.facts, at=at, operator=operator, device=device, meta=new)

    def _sound(self, heard: Input | None, severity: Severity) -> None:
        if heard is not None:
            self._granting.sound(heard.device, severity, self.session)

    # --- the one view of a message -----------------------------------------------------

    def _show(self, said: Outcome | None, durable_at: datetime | None = None) -> None:
        """Take this as the answer. It is drawn when the whole message is handled."""
        self.outcome = said
        self._durable_at = durable_at or self._durable_at
        self._to_draw = True

    def _draw(self) -> None:
        """Draw a view if there is an answer, or if rows, link or queue changed since the last."""
        self.link = replace(self.link, waiting=self.file.waiting)
        standing = (self.link, self.file.rows.version, self._kept.now.contact)
        if not self._to_draw and standing == self._drawn:
            return
        self._to_draw, self._drawn = False, standing
        at, self._durable_at = self._durable_at or self._now, None
        self._shown(Answer(self.outcome, present.view(self._seen(), self._bench.table), at))

    def _seen(self) -> Seen:
        return Seen(
            session=self.session,
            world=self.world,
            journal=self.file,
            config=self.config,
            pictures=self._pictures,
            link=self.link,
            devices=self.devices,
            outcome=self.outcome,
            scale=self._scale,
            wrong_sku=self._wrong_sku,
            pin_digits=len(self._pin) if self.session.asks_pin else 0,
            now=self._now,
            locks_in=self._locks_in() if self._last_input != self._now else 0,
        )


_who = attrgetter("operator", "locked", "asks_pin", "taking_over", "vouched_by")
"""Of a session: who works here, or is about to."""


def _mixed_up(said: Outcome) -> str:
    """SKU of the product that was taken for another one, "" none; the screen shows its picture."""
    mixed = said.kind in {Picking.WRONG_PRODUCT, Packing.NOT_ON_ORDER}
    return str(said.values.get("sku", "")) if mixed else ""
