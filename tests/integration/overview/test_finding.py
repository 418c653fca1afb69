"""Orders are looked for and told on a thread beside the window, on both databases."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import pytest

from app.cli.report_screen import report_for_screen
from app.clock import ManualClock
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.errors import CentreAway
from app.files import WriteTrouble
from app.overview.asking import AskThread, Came, Told
from app.overview.office import Office
from app.overview.order.view import Found, OrderSheet, Saved
from app.paths import Home
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.conftest import StrayLogs
from tests.helpers.model import START, about, packed, picked, placed, stocked
from tests.helpers.program import wait_until
from tests.integration.sync.test_push import push, record

K = FactKind
Stations = Callable[[str], StationFile]
BADGE = "B-ANN"


class Heard:
    """The answers, in the sequence in which they came."""

    def __init__(self, connect: Callable[[], SqlCentre], home: Path) -> None:
        self.told: list[Told] = []
        clock = ManualClock(START)
        self.connect = connect
        self.asking = AskThread(self._connected, clock, self.told.append)
        self.office = Office(self.asking, Home(home), clock, report_for_screen)

    def _connected(self) -> SqlCentre:
        return self.connect()

    def __call__(self, number: int) -> Told:
        """The answer to the question with this number."""
        wait_until(lambda: any(one.number == number for one in self.told), "an answer")
        return next(one for one in self.told if one.number == number)


@pytest.fixture
def site(centre: SqlCentre, station: Stations) -> SqlCentre:
    ann = {
        "operator": "11",
        "name": "Ann",
        "badge_sha256": hashlib.sha256(BADGE.encode()).hexdigest(),
        "roles": ["packer"],
    }
    file = station("P1")
    record(
        file,
        *stocked("B0", "S0", 9),
        NewFact(K.OPERATOR_SET, (Subject(Kind.OPERATOR, "11"),), ann),
        placed("1", 1),
        placed("2", 1),
        about(K.PICK_STARTED, "shop:1"),
        picked("shop:1"),
        about(K.ORDER_PICKED, "shop:1"),
        *packed("shop:1", "095213210000000018", 1),
        picked("shop:1", quantity=1),
    )
    push(centre, file)
    return centre


@pytest.fixture
def heard(url: str, clock: ManualClock, tmp_path: Path, site: SqlCentre) -> Iterator[Heard]:
    del site
    heard = Heard(lambda: SqlCentre.open(url, clock), tmp_path / "home")
    yield heard
    assert heard.asking.stop()


def test_a_search_and_the_order_with_all_that_happened(heard: Heard, tmp_path: Path) -> None:
    heard.asking.start()
    labels = tmp_path / "home" / "labels"
    labels.mkdir(parents=True)
    for count in (1, 2, 10):
        (labels / f"label-095213210000000018-{count}.png").write_bytes(b"%d" % count)
    found = heard(heard.office.find("ada")).value
    assert isinstance(found, Found)
    assert ({one.ref for one in found.rows}, found.total) == ({"1", "2"}, 2)
    assert {(one.carrier, one.customer) for one in found.rows} == {("DHL", "Ada")}
    one = heard(heard.office.order("shop:1")).value
    assert isinstance(one, OrderSheet)
    assert (one.ref, one.facts, len(one.happened)) == ("1", 11, 11)
    assert [(line.sku, line.picked, line.packed) for line in one.lines] == [("S0", 2, 1)]
    (box,) = one.boxes
    assert (box.label, box.contents) == ("proven", (("S0", 1, "", ""),))
    assert [(step.happened.what, step.contents) for step in one.steps][:2] == [
        ("parcel_opened", ()),
        ("unit_packed", (("S0", 1),)),
    ]
    (late,) = [event for event in one.happened if event.verdict == "conflict"]
    assert (late.what, late.places) == ("unit_picked", (("bin", "B0"),))
    (card,) = one.cards
    assert (card.reason, card.evidence) == (late.reason, (late.event,))
    (label,) = one.labels
    assert (label.png, label.box) == (b"10", 1)
    assert heard(heard.office.order("shop:9")).value is None


def test_a_scanned_badge_is_not_searched_for(heard: Heard) -> None:
    heard.asking.start()
    told = heard(heard.office.find(BADGE, scanned=True))
    assert told.value == Found("", badge=True)
    found = heard(heard.office.find("095213210000000018", scanned=True)).value
    assert isinstance(found, Found)
    assert [one.order for one in found.rows] == ["shop:1"]


def test_evidence_is_saved_or_says_why_not(heard: Heard, tmp_path: Path) -> None:
    heard.asking.start()
    saved = heard(heard.office.evidence("shop:1")).value
    assert isinstance(saved, Saved) and saved.trouble is None
    path = Path(saved.path)
    assert path.parent == tmp_path / "home" / "documents"
    assert path.read_bytes().startswith(b"%PDF")
    full = OSError(28, "No space left on device")
    with mock.patch.object(Path, "write_bytes", side_effect=full):
        told = heard(heard.office.evidence("shop:2"))
    assert isinstance(told.value, Saved)
    assert told.value.trouble is WriteTrouble.FULL
    assert sorted(path.parent.iterdir()) == [path], "no part of a file is left"


def test_only_the_newest_question_of_a_topic_is_answered(heard: Heard) -> None:
    numbers = [heard.office.find(text) for text in ("first", "second", "ada")]
    order = heard.office.order("shop:1")
    heard.asking.start()
    heard(order)
    assert [one.number for one in heard.told] == [numbers[-1], order]


def test_a_question_that_is_taken_back_while_it_is_answered(heard: Heard) -> None:
    began, go_on = threading.Event(), threading.Event()

    def slow(_centre: SqlCentre) -> object:
        began.set()
        return go_on.wait(20)

    heard.asking.start()
    heard.asking.ask("find", slow)
    assert began.wait(20)
    newest = heard.office.find("ada")
    go_on.set()
    heard(newest)
    assert [one.number for one in heard.told] == [newest]


def test_a_centre_that_is_away_is_told_and_asked_again(heard: Heard, stray_logs: StrayLogs) -> None:
    there, heard.connect = heard.connect, mock.Mock(side_effect=CentreAway("gone"))
    heard.asking.start()
    assert heard(heard.office.find("ada")).came is Came.AWAY
    heard.connect = there
    assert heard(heard.office.find("ada")).came is Came.ANSWERED
    stray_logs.expected.add("app.overview.asking")

    def bug(_centre: SqlCentre) -> object:
        raise ZeroDivisionError

    assert heard(heard.asking.ask("find", bug)).came is Came.BROKEN
    assert heard(heard.office.find("ada")).came is Came.ANSWERED


def test_more_than_are_listed_are_counted(
    heard: Heard, centre: SqlCentre, station: Stations
) -> None:
    heard.asking.start()
    record(station("P2"), *(placed(f"many-{number}") for number in range(230)))
    push(centre, station("P2"))
    found = heard(heard.office.find("many")).value
    assert isinstance(found, Found)
    assert (len(found.rows), found.total) == (200, 230)
