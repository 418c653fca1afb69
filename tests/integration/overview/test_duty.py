"""A watcher keeps the site's alarms; somebody is told once; whatever fails, the board goes on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import ManualClock
from app.domain.alarms import OpenAlarm
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.standing import Standing, to_text
from app.domain.thresholds import AlarmKind
from app.errors import CentreAway, EnvironmentFault
from app.overview.duty import AGAIN, SHOWN, SLOWLY, Duty, DutyThread, Word
from app.overview.glance import glance
from app.overview.telling import PAUSE, Teller
from app.overview.view import Note
from app.overview.watcher import Watcher
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.conftest import StrayLogs
from tests.helpers.model import START, about, placed, stocked
from tests.helpers.program import wait_until
from tests.integration.sync.test_push import push, record

K = FactKind
Stations = Callable[[str], StationFile]


def person(number: str, *roles: str) -> NewFact:
    body = {"operator": number, "name": f"Ann {number}", "badge_sha256": number * 32}
    return NewFact(K.OPERATOR_SET, (Subject(Kind.OPERATOR, number),), body | {"roles": list(roles)})


class Site:
    """A site on a file, whose time a test sets, with one who watches it."""

    def __init__(self, folder: Path, station: Stations) -> None:
        self.clock = ManualClock(START)
        self.url = f"sqlite:{folder / 'site.db'}"
        self.station = station
        self.away = False
        self.sent: list[list[str]] = []
        self.fault: EnvironmentFault | None = None
        self.teller = Teller({"mail": self._send}, self.clock)
        self.duty = Duty(self.connect, self.clock, self.teller)
        self.watcher = Watcher(self.connect, self.clock)
        self.centre = self.connect()

    def connect(self) -> SqlCentre:
        if self.away:
            raise CentreAway("The centre is away.")
        return SqlCentre.open(self.url, self.clock)

    def _send(self, due: Sequence[OpenAlarm]) -> None:
        if self.fault is not None:
            raise self.fault
        self.sent.append([one.about for one in due])

    def say(self, origin: str, *facts: NewFact) -> None:
        record(self.station(origin), *facts)
        push(self.centre, self.station(origin))

    def look(self) -> list[str]:
        """The open alarms after a look; what is due has been sent."""
        board = self.watcher.step()
        self.duty.look(glance(self.watcher.floor, board, board.now))
        while not self.teller._waiting.empty():
            due = self.teller._waiting.get()
            assert due is not None
            self.teller.send(due)
        return [f"{one.kind} {one.about}" for one in self.duty.open]

    def close(self) -> None:
        for part in (self.watcher, self.duty, self.centre):
            part.close()


@pytest.fixture
def site(tmp_path: Path, station: Stations) -> Site:
    return Site(tmp_path, station)


@pytest.fixture(autouse=True)
def _closed(site: Site) -> object:
    yield
    site.close()


def short(bin_: str) -> NewFact:
    body = {"line": 1, "sku": "S0", "quantity": 1, "bin": bin_, "lot": "", "doubted": True}
    return NewFact(K.PICK_SHORT, (Subject(Kind.ORDER, "shop:1"), Subject(Kind.BIN, bin_)), body)


def test_goods_that_are_missed_again_and_again_raise_an_alarm(site: Site) -> None:
    site.say("import", *stocked("B0", "S0", 9), placed("1", 5))
    site.say("P1", about(K.PICK_STARTED, "shop:1"), short("B0"), short("B0"))
    assert site.look() == []
    site.say("P1", short("B0"))
    assert site.look() == [], "the centre is not asked for it each time"
    site.clock.advance(SLOWLY.total_seconds())
    assert site.look() == ["bin_shorts B0"]
    assert site.sent == [["B0"]]
    site.clock.advance(SLOWLY.total_seconds())
    site.look()
    assert site.sent == [["B0"]], "it is told once"


def test_an_order_that_was_begun_and_left_is_found_by_its_last_fact(site: Site) -> None:
    site.say("import", *stocked("B0", "S0", 9), placed("1", 5), placed("2", 2), placed("3", 1))
    site.say("P1", about(K.PICK_STARTED, "shop:1"), about(K.PICK_STARTED, "shop:2"))
    site.look()
    moved = site.centre.moved(["shop:1", "shop:2", "of nobody"])
    assert set(moved) == {"shop:1", "shop:2"}
    # Ids of facts are made by the machine's clock in these tests.
    site.clock.advance((max(moved.values()) - START).total_seconds() + 46 * 60)
    assert "idle_order shop:1" not in site.look(), "nobody works"
    view = site.watcher.step()
    seen = glance(site.watcher.floor, view, view.now)
    assert set(seen.begun) == {"shop:1", "shop:2"}


def test_an_order_whose_goods_are_not_there_is_known_at_its_release(site: Site) -> None:
    site.say("import", *stocked("B0", "S0", 3), placed("1", 2), placed("2", 4))
    assert site.look() == ["no_stock S0"]
    assert site.duty.open[0].values == {"orders": 1, "units": 3, "ref": "2"}
    site.say("import", *stocked("B1", "S0", 9))
    site.clock.advance(SLOWLY.total_seconds())
    site.look()
    site.clock.advance(SLOWLY.total_seconds())
    assert site.look() == []


def test_a_device_and_a_station_in_trouble(site: Site) -> None:
    site.say("P1", placed("9"))
    site.centre.stand("P1", to_text(Standing("1", "11", (("printer", "paper_out"),))))
    assert "device_down P1/printer" not in site.look()
    site.clock.advance(120)
    assert "device_down P1/printer" in site.look()
    site.clock.advance(600)
    assert "station_offline P1" in site.look()


def test_only_who_may_says_that_he_knows(site: Site) -> None:
    site.say("import", person("1", "supervisor"), person("2", "packer"))
    site.say("import", *stocked("B0", "S0", 1), placed("1", 5))
    site.look()
    (alarm,) = site.duty.open
    for nobody in ("2", "77", ""):
        site.duty.hear(Word(alarm.id, nobody))
        assert site.duty.open[0].unheard and Note.NOT_ALLOWED in site.duty.notes
    site.clock.advance(SHOWN.total_seconds())
    assert site.duty.notes == frozenset()
    site.duty.hear(Word(alarm.id, "1"))
    assert site.duty.open[0].acknowledged_by == "1"


def test_what_could_not_be_sent_is_sent_later_and_said_once(
    site: Site, stray_logs: StrayLogs, caplog: pytest.LogCaptureFixture
) -> None:
    stray_logs.expected.add("app.overview.telling")
    site.fault = EnvironmentFault("The mail server is away.")
    site.say("import", *stocked("B0", "S0", 1), placed("1", 5))
    site.look()
    for _ in range(3):
        site.look()
    assert Note.NOT_SENT in site.duty.notes
    site.clock.advance(PAUSE.total_seconds())
    site.look()
    assert [x.message for x in caplog.records if x.levelno == logging.WARNING] == [
        "alarms could not be sent: The mail server is away."
    ]
    site.fault = None
    site.clock.advance(PAUSE.total_seconds())
    site.look()
    site.look()
    assert (site.sent, site.duty.notes) == ([["S0"]], frozenset())


def test_one_way_that_fails_does_not_hold_up_the_other(stray_logs: StrayLogs) -> None:
    stray_logs.expected.add("app.overview.telling")
    took: list[str] = []

    def fails(_due: Sequence[OpenAlarm]) -> None:
        raise EnvironmentFault("away")

    def works(due: Sequence[OpenAlarm]) -> None:
        took.extend(one.id for one in due)

    teller = Teller({"mail": works, "webhook": fails}, ManualClock(START))
    one = OpenAlarm("a", AlarmKind.NO_STOCK, "S", {}, START, START)
    teller.send([one])
    assert teller.ready() and teller.failed and teller.unsent() == ()
    teller.send([one])
    assert took == ["a", "a"]


def test_what_hangs_at_the_end_is_sent_by_whoever_watches_next(site: Site) -> None:
    """A mail server that does not answer: the program ends all the same, and nothing is lost."""
    hangs, freed = threading.Event(), threading.Event()

    def hang(_due: Sequence[OpenAlarm]) -> None:
        hangs.set()
        freed.wait(20)

    site.say("import", *stocked("B0", "S0", 1), placed("1", 5))
    teller = Teller({"mail": hang}, site.clock)
    duty = DutyThread(Duty(site.connect, site.clock, teller))
    teller.start()
    duty.start()
    board = site.watcher.step()
    duty.take(glance(site.watcher.floor, board, board.now))
    assert hangs.wait(10)
    assert not teller.stop(0.0)
    assert duty.stop()
    freed.set()
    site.look()
    assert site.sent == [["S0"]]
    assert teller.stop()


def test_the_board_goes_on_where_alarms_cannot_be_kept(
    site: Site, stray_logs: StrayLogs, caplog: pytest.LogCaptureFixture
) -> None:
    stray_logs.expected.add("app.overview.duty")
    site.watcher.step()
    site.away = True
    for _ in range(3):
        site.look()
        site.clock.advance(AGAIN.total_seconds())
    assert site.watcher.online and site.duty.notes == {Note.NOT_KEPT}
    assert len(caplog.records) == 1 + sum("answers" in one.message for one in caplog.records)
    site.away = False
    site.look()
    assert site.duty.notes == frozenset()


def test_the_thread_brings_alarms_to_the_board_and_words_to_the_centre(site: Site) -> None:
    site.say("import", person("1", "supervisor"), *stocked("B0", "S0", 1), placed("1", 5))
    duty = DutyThread(Duty(site.connect, site.clock))
    watcher = Watcher(site.connect, site.clock, duty)
    duty.start()
    watcher.step()
    (alarm,) = wait_until(lambda: watcher.step().alarms, "the alarm on the board")
    duty.hear(Word(alarm.id, "1"))
    wait_until(lambda: watcher.step().people == {"1": "Ann 1"}, "his name on the board")
    assert duty.stop()
    watcher.close()


def test_a_glance_is_due_every_few_seconds_and_only_one_at_once(site: Site) -> None:
    duty = DutyThread(site.duty)
    board = site.watcher.step()
    assert duty.due(START)
    duty.take(glance(site.watcher.floor, board, board.now))
    assert not duty.due(START + timedelta(hours=1)), "the last one has not been dealt with"
    duty.start()
    wait_until(lambda: duty.due(START + timedelta(hours=1)), "the first glance")
    assert not duty.due(START + timedelta(seconds=4))
    assert duty.stop()
