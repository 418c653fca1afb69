"""Settings and rules are changed on threads beside the window, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest

from app import config
from app.cli.check_screen import CheckedDevices
from app.clock import ManualClock
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.importing import saying
from app.overview.asking import AskThread, Told
from app.overview.setting_office import SettingOffice
from app.overview.settings import SETTINGS, Changed, Refused, Rule, Tried, read
from app.overview.settings import shown as shown_value
from app.paths import Home
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.helpers.model import START
from tests.helpers.program import wait_until
from tests.integration.sync.test_push import push, record

K = FactKind


class Site:
    """The office with its threads; the answer to a question by its number."""

    def __init__(self, url: str, home: Path) -> None:
        self.told: list[Told] = []
        self.clock = ManualClock(START + timedelta(minutes=5))
        self.threads = [
            AskThread(self._open, self.clock, self.told.append, name=name)
            for name in ("asker", "hands")
        ]
        self.url, self.home = url, Home(home).ensure()
        asker, hands = self.threads
        devices = CheckedDevices(self.home)
        self.office = SettingOffice(asker, hands, self.home.root, devices, self._say)

    def _open(self) -> SqlCentre:
        return SqlCentre.open(self.url, self.clock)

    def _say(self, fact: NewFact, operator: str) -> None:
        saying.say([fact], self.home, self.url, self.clock, operator=operator)

    def __call__(self, number: int) -> object:
        """What the centre's thread answered."""
        return self.answer(number, frozenset({"rules", "rule_set"})).value

    def answer(self, number: int, topics: frozenset[str]) -> Told:
        """Both threads count their questions: the topic tells which one it was."""

        def found() -> Told | None:
            mine = (one for one in self.told if one.number == number and one.topic in topics)
            return next(mine, None)

        told = wait_until(found, "an answer")
        assert told is not None
        return told


@pytest.fixture
def site(
    url: str, centre: SqlCentre, station: Callable[[str], StationFile], tmp_path: Path
) -> Iterator[Site]:
    people = (
        NewFact(
            K.OPERATOR_SET,
            (Subject(Kind.OPERATOR, number),),
            {"operator": number, "name": number, "badge_sha256": "", "roles": [role]},
        )
        for number, role in (("1", "supervisor"), ("2", "packer"))
    )
    file = station("P1")
    record(file, *people)
    push(centre, file)
    one = Site(url, tmp_path / "home")
    for thread in one.threads:
        thread.start()
    yield one
    ended = [thread.stop() for thread in one.threads]
    assert all(ended)


def hands(site: Site, number: int) -> object:
    """What the thread of files and devices answered."""
    return site.answer(number, frozenset({"set", "test"})).value


def test_a_setting_is_written_or_says_why_not(site: Site) -> None:
    file = site.home.config
    file.write_text("# ours\nidle_lock_s = 300 # short\n", "utf-8")
    done = hands(site, site.office.change("idle_lock_s", "60"))
    assert isinstance(done, Changed) and done.config is not None
    assert (done.config.idle_lock_s, config.load(site.home.root).idle_lock_s) == (60, 60)
    assert file.read_text("utf-8") == "# ours\nidle_lock_s = 60 # short\n"
    for text, words in (("1", "from 10 to 86400"), ("soon", "is a whole number")):
        refused = hands(site, site.office.change("idle_lock_s", text))
        assert isinstance(refused, Changed)
        assert refused.refused is Refused.WRONG
        assert words in refused.words
    with mock.patch.object(Path, "write_bytes", side_effect=OSError(28, "full")):
        full = hands(site, site.office.change("idle_lock_s", "90"))
    assert full == Changed("idle_lock_s", refused=Refused.FULL)
    assert file.read_text("utf-8") == "# ours\nidle_lock_s = 60 # short\n"


def test_every_setting_of_the_table_is_one_of_the_file() -> None:
    known = config.Config()
    for one in SETTINGS:
        value = read(one, shown_value(one, known))
        assert value == getattr(known, one.key), one.key
        assert all(read(one, choice) is not None for choice in one.choices)


def test_a_spec_is_looked_at_before_it_is_kept(site: Site, tmp_path: Path) -> None:
    for key, wrong in (("scanners", "wdge"), ("scale", "pound:/dev/x"), ("printer", "fax:1")):
        refused = hands(site, site.office.change(key, wrong))
        assert isinstance(refused, Changed)
        assert (refused.refused, wrong in refused.words) == (Refused.WRONG, True)
        assert not site.home.config.exists()
        tried = hands(site, site.office.test(key, wrong))
        assert isinstance(tried, Changed)
    done = hands(site, site.office.change("scanners", "wedge\n\n  sim "))
    assert isinstance(done, Changed) and done.config is not None
    assert done.config.scanners == ("wedge", "sim")
    folder = tmp_path / "labels"
    tested = hands(site, site.office.test("printer", f"file:{folder}\ntcp:127.0.0.1:1"))
    assert isinstance(tested, tuple)
    good, bad = tested
    assert isinstance(good, Tried) and isinstance(bad, Tried)
    assert (good.trouble, bool(bad.trouble)) == ("", True)
    assert hands(site, site.office.test("scanners", "wedge")) == (Tried("wedge", ""),)
    assert hands(site, site.office.test("printer", "")) == ()


def test_a_rule_is_set_by_a_supervisor(site: Site) -> None:
    (rule, *_others) = _rules(site)
    assert (rule.name, rule.value, rule.by) == ("expires_by", "either", "")
    for asker, value, refused in (
        ("", "expiry", Refused.NOBODY),
        ("2", "expiry", Refused.NOT_ALLOWED),
        ("9", "expiry", Refused.NOT_ALLOWED),
        ("1", "whenever", Refused.WRONG),
    ):
        said = site(site.office.set_rule("expires_by", value, asker))
        assert isinstance(said, Changed)
        assert said.refused is refused
    unknown = site(site.office.set_rule("no_such", "1", "1"))
    assert isinstance(unknown, Changed) and unknown.refused is Refused.WRONG
    assert site(site.office.set_rule("expires_by", "expiry", "1")) == Changed("expires_by")
    (rule, *_others) = _rules(site)
    assert (rule.value, rule.by) == ("expiry", "1")


def _rules(site: Site) -> tuple[Rule, ...]:
    found = site(site.office.rules())
    assert isinstance(found, tuple)
    return found
