"""An hour of a warehouse in the clock of a test: six people, and all that goes wrong in an hour.

A printer runs out of paper, goods are missing, a truck is late, a shop cancels an order that is
being picked and sells less of another one, a bench loses the network. A shift lead decides what
opens. Everything goes the ways of the program: benches, imports, the office's word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.clock import ManualClock
from app.compose.bench import Plan, ScriptBench
from app.config import Config
from app.demo import site
from app.demo.operator import Act, SimulatedOperator
from app.device_api import Scan
from app.domain.commands import Command
from app.domain.desk.decide import decide
from app.domain.desk.decisions import Decision, offered
from app.domain.documents import OperatorDocument, OrderDocument
from app.domain.outcome import Outcome
from app.domain.pick.outcome import PickPrompt
from app.domain.rows.orders import Order
from app.domain.rows.things import ExceptionRow
from app.importing.desk import CentreWorld
from app.importing.direct import import_documents
from app.importing.saying import say
from app.paths import Home
from app.station.home.view import HomeView
from app.station.messages import Message, Press, Tick
from app.station.pick.view import PickView
from app.station.sign_in.view import SignInView
from app.station.views import View
from app.sync.centre import SqlCentre
from tests.helpers.scenario import TestPrinter

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
STEP = timedelta(seconds=2)
BENCHES = 6
LEAD = "90"
_Event = Callable[[], str]
_PACES_S = (6, 7, 8, 9, 10, 12)
"""How long each person takes for one act."""


@dataclass
class Seat:
    """One bench and who works there."""

    bench: ScriptBench
    printer: TestPrinter
    person: SimulatedOperator
    pace: timedelta
    due: datetime
    view: View

    def feed(self, message: Message) -> None:
        if answers := self.bench.feed(message):
            self.view = answers[-1].view


@dataclass
class Hour:
    """home: of the centre and all benches. told: what happened, by the minute."""

    folder: Path
    orders: int = 40
    seed: int = 5
    clock: ManualClock = field(default_factory=lambda: ManualClock(START))
    seats: list[Seat] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.home = Home(self.folder)
        self.home.ensure()
        self.site = site.make(START, orders=self.orders, seed=self.seed)
        self._missed = False

    # --- the hour ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Import the site, and open the benches."""
        people = tuple(
            OperatorDocument(str(20 + n), f"Person {n + 1}", f"PBID-HOUR-{n}", roles=_WORKERS)
            for n in range(BENCHES)
        )
        early = tuple(
            replace(one, cut_off=START + timedelta(minutes=12)) if n < _LATE else one
            for n, one in enumerate(self.site.orders)
        )
        self._import(
            bins=self.site.bins,
            products=self.site.products,
            stock=self.site.stock,
            operators=(*self.site.operators, *people),
            cartons=self.site.cartons,
            loads=self.site.loads,
            orders=early,
        )
        for n in range(BENCHES):
            plan = Plan(self.home, f"P{n + 1}", Config(reserve=2), self.home.centre_url, self.clock)
            printer = TestPrinter()
            bench = ScriptBench(plan, (printer,))
            bench.open()
            person = SimulatedOperator(f"PBID-HOUR-{n}", mistakes=n == 0)
            person.hands.totes = 1000 * (n + 1)
            person.hands.serials = 1000 * (n + 1)
            pace = timedelta(seconds=_PACES_S[n])
            first = bench.answers[-1].view
            self.seats.append(Seat(bench, printer, person, pace, START + n * STEP, first))

    def run(self, until: timedelta = HOUR) -> None:
        """Work until then. What happens at a minute happens once."""
        events = dict(self._events())
        while self.clock.now() < START + until:
            minute = int((self.clock.now() - START).total_seconds() // 60)
            for at in [one for one in events if one <= minute]:
                self.told.append(f"{at:02} {events[at]()}")
                del events[at]
            self._round()
            self.clock.advance(STEP.total_seconds())

    def close(self) -> None:
        for seat in self.seats:
            seat.bench.close()

    def _round(self) -> None:
        for seat in self.seats:
            if self.clock.now() >= seat.due:
                seat.due = self.clock.now() + seat.pace
                self._act(seat)

    def _act(self, seat: Seat) -> None:
        """A person does the next thing; one who has nothing left to do looks again later."""
        if seat.person.finished:
            seat.person = _again(seat.person)
            seat.due += _BREAK
            return
        if self._misses(seat):
            return
        act = seat.person.next(seat.view)
        seat.feed(Tick(self.clock.now()) if act is None else self._message(act))

    def _message(self, act: Act) -> Message:
        if act.command is not None:
            return Press(act.command)
        return Scan(act.code, "", "hour", self.clock.now(), batch=True)

    def _misses(self, seat: Seat) -> bool:
        """Once, after a quarter of an hour, a picker stands before a bin in which nothing is."""
        view = seat.view
        wanted = isinstance(view, PickView) and view.bar.prompt is PickPrompt.SCAN_PRODUCT
        if self._missed or not wanted or self.clock.now() < START + timedelta(minutes=15):
            return False
        assert isinstance(view, PickView)
        if view.line.done:
            return False
        self._missed = True
        for command in (Command.SHORT, Command.OK, Command.OK):
            if isinstance(seat.view, PickView) and seat.view.bar.prompt != PickPrompt.GO_TO_BIN:
                seat.feed(Press(command))
        self.told.append(f"15 {view.line.sku} is missing in {view.bin}")
        return True

    # --- what happens -----------------------------------------------------------------------------

    def _events(self) -> Iterator[tuple[int, _Event]]:
        yield 6, self._paper_ends
        yield 11, self._paper_comes
        yield 14, self._shop_cancels
        yield 18, self._shop_sells_less
        yield 20, self._network_goes
        yield 33, self._network_comes
        yield 30, self._lead_looks
        yield 40, self._goods_go_back
        yield 45, self._lead_looks

    def _paper_ends(self) -> str:
        self.seats[2].printer.broken = True
        return "P3 has no paper"

    def _paper_comes(self) -> str:
        self.seats[2].printer.broken = False
        return "P3 has paper again"

    def _begun(self, skip: int = 0) -> OrderDocument:
        """An order that somebody has units of in his hands."""
        documents = {f"{one.channel}:{one.ref}": one for one in self.site.orders}
        found = []
        for seat in self.seats:
            name = seat.bench.station.session.open_order
            order = seat.bench.station.world.order(name)
            if order is not None and any(line.picked for line in order.lines):
                found.append(documents[name])
        return found[skip % len(found)]

    def _shop_cancels(self) -> str:
        document = self._begun()
        self._import(orders=(replace(document, cancelled=True, hold="the customer"),))
        return f"the shop cancels {document.ref}"

    def _shop_sells_less(self) -> str:
        document = self._begun(1)
        line = document.lines[-1]
        less = replace(line, quantity=line.quantity - 1) if line.quantity > 1 else None
        lines = (*document.lines[:-1], *((less,) if less else ()))
        if not lines:
            lines = (replace(line, quantity=line.quantity + 1),)
        self._import(orders=(replace(document, lines=lines),))
        return f"the shop sells less of {document.ref}"

    def _goods_go_back(self) -> str:
        """Somebody brings what was picked for the cancelled order back to its bins."""
        seat = self.seats[1]
        self._come_home(seat)
        totes = [tote for row in self._cancelled(seat) for tote in row.totes]
        for tote in totes:
            for _asked_and_done in range(2):
                seat.feed(self._message(Act(tote)))
        return f"goods of {len(totes)} totes are back in their bins"

    def _come_home(self, seat: Seat) -> None:
        """To the home screen, by what a person would do."""
        for _ in range(60):
            if isinstance(seat.view, HomeView):
                return
            locked = isinstance(seat.view, SignInView)
            act = Act(seat.person.badge) if locked else Act(command=Command.HOME)
            if not locked and seat.bench.station.session.task is not None:
                act = seat.person.next(seat.view) or Act(command=Command.OK)
            seat.feed(self._message(act))
            self.clock.advance(1)

    def _cancelled(self, seat: Seat) -> list[Order]:
        names = [f"{one.channel}:{one.ref}" for one in self.site.orders]
        rows = [seat.bench.station.world.order(name) for name in names]
        return [row for row in rows if row is not None and row.cancelled and row.totes]

    def _network_goes(self) -> str:
        self.seats[5].bench.go_offline()
        return "P6 has no network"

    def _network_comes(self) -> str:
        self.seats[5].bench.go_online()
        return "P6 has its network again"

    def _lead_looks(self) -> str:
        return f"the lead decides {self.decide_all()}"

    def _import(self, **documents: tuple[object, ...]) -> None:
        import_documents(documents, self.home, self.home.centre_url, self.clock)

    # --- the shift lead ---------------------------------------------------------------------------

    def waiting(self) -> dict[str, ExceptionRow]:
        centre = SqlCentre.open(self.home.centre_url, self.clock)
        try:
            return centre.exceptions(closed=False)
        finally:
            centre.close()

    def decide_all(self, *, accept: bool = False) -> int:
        """Decide each exception once: by its first decision that is possible, else as it is.

        accept: all are taken as they are, also those whose work nobody will do any more.
        """
        centre = SqlCentre.open(self.home.centre_url, self.clock)
        made = 0
        try:
            world = CentreWorld(centre, self.clock)
            for name, row in centre.exceptions(closed=False).items():
                if row.decision and not accept:
                    continue
                choices = (Decision.ACCEPT,) if accept else _best_first(row.reason)
                for choice in choices:
                    facts = decide(name, row, choice, "looked at it", world)
                    if not isinstance(facts, Outcome):
                        say(facts, self.home, self.home.centre_url, self.clock, operator=LEAD)
                        made += 1
                        break
        finally:
            centre.close()
        return made


_WORKERS = ("picker", "packer", "loader")
_LATE = 6
_BREAK = timedelta(seconds=90)
"""So long somebody who has nothing left to do waits before looking again."""
"""So many orders are to leave with a truck that nobody can make."""


def _best_first(reason: str) -> tuple[Decision, ...]:
    """What is done about it before it is taken as it is; nobody only looks after it."""
    found = [one for one in offered(reason) if one not in {Decision.TAKE, Decision.HOLD_ORDER}]
    return tuple(found)


def _again(before: SimulatedOperator) -> SimulatedOperator:
    person = SimulatedOperator(before.badge, mistakes=False)
    person.hands = before.hands
    return person
