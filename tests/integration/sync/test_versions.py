"""Programs of different versions at one centre: the older waits, loses nothing and goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.facts import FactKind
from app.domain.reduce import RULES_VERSION
from app.domain.rows.orders import Sub
from app.errors import Behind, EnvironmentFault, VersionsDiffer
from app.importing.journal import Pusher
from app.store import schema
from app.store.centre.tables import meta
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.sync import versions
from app.sync.centre import SqlCentre
from tests.helpers.model import START, Bench, Site, about, picked, placed, stocked

K = FactKind
NEWER = RULES_VERSION + 1


@pytest.fixture
def site(url: str, clock: ManualClock) -> Iterator[Site]:
    SqlCentre.open(url, clock).close()
    made = Site(url, clock)
    yield made
    made.close()


@pytest.fixture
def benches(site: Site, tmp_path: Path) -> Iterator[tuple[Bench, Bench]]:
    both = (Bench(tmp_path / "P1.db", "P1", site), Bench(tmp_path / "P2.db", "P2", site))
    both[0].record(*stocked("B0", "S0", 50), placed("1"), placed("2"))
    for bench in both:
        bench.settle()
    yield both
    for bench in both:
        bench.close()


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[[], AbstractContextManager[None]]:
    """Inside, the program is the next release: a rule answers differently."""

    @contextmanager
    def program() -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr(versions, "RULES_VERSION", NEWER)
            yield

    return program


Newer = Callable[[], AbstractContextManager[None]]
Two = tuple[Bench, Bench]


def in_force(site: Site) -> str:
    return next((row["value"] for row in site.rows(meta) if row["key"] == "rules"), "")


def seqs(site: Site, origin: str) -> list[int]:
    return sorted(row["seq"] for row in site.events() if row["origin"] == origin)


def told(bench: Bench) -> Behind | None:
    """Until it rests or is told which of the two is too old."""
    for _ in range(50):
        try:
            busy = bench.steps.step()
        except VersionsDiffer as differ:
            bench.steps.disconnect()
            bench.drain()
            return differ.behind
        if not (bench.drain() or busy):
            return None
    raise AssertionError(f"{bench.name} never comes to rest")


def test_nobody_has_pushed_yet(url: str, clock: ManualClock) -> None:
    centre = SqlCentre.open(url, clock)
    try:
        assert centre.hello("P1", "i", start=0, wants_sscc=False).rules_version == 0
    finally:
        centre.close()


def test_the_rules_in_force_are_the_newest_ever_pushed_with(
    site: Site, benches: Two, newer: Newer
) -> None:
    _, two = benches
    assert in_force(site) == str(RULES_VERSION)
    two.steps.disconnect()
    with newer():
        two.settle()
        assert in_force(site) == str(RULES_VERSION), "looking puts nothing in force"
        two.record(about(K.HELP_CALLED, "shop:1"))
        two.settle()
    assert (in_force(site), two.file.waiting) == (str(NEWER), 0)


def test_an_older_program_keeps_its_work_and_goes_on_once_it_is_updated(
    site: Site, benches: Two, newer: Newer
) -> None:
    one, two = benches
    held = site.live_claims()
    with newer():
        two.record(about(K.HELP_CALLED, "shop:1"))
        two.settle()
    before = seqs(site, "P1")
    one.record(picked("shop:1"), picked("shop:1"))
    assert told(one) is Behind.PROGRAM, "in the connection it has: at its push"
    one.steps.wish("shop:2")
    assert told(one) is Behind.PROGRAM, "in a new one: at hello"
    assert (one.file.waiting, seqs(site, "P1"), site.live_claims()) == (2, before, held)
    one.restart()
    one.record(about(K.ORDER_PICKED, "shop:1"))
    assert told(one) is Behind.PROGRAM
    row = one.world.order("shop:1")
    assert row is not None and row.lines[0].picked == 2 and row.sub is Sub.PICKED
    with newer():
        one.settle()
    assert (one.file.waiting, seqs(site, "P1")) == (0, list(range(1, one.file.last_seq + 1)))


def test_an_older_program_claims_nothing(site: Site, benches: Two, newer: Newer) -> None:
    """Its hello alone tells it: it has nothing to push."""
    one, two = benches
    with newer():
        two.record(about(K.HELP_CALLED, "shop:2"))
        two.settle()
    held = site.live_claims()
    free = "shop:1" if held.get("shop:1") != "P1" else "shop:2"
    one.steps.disconnect()
    one.steps.wish(free)
    assert told(one) is Behind.PROGRAM
    assert (one.file.waiting, site.live_claims()) == (0, held)


def test_a_newer_program_is_not_held_up_by_older_ones(
    site: Site, benches: Two, newer: Newer
) -> None:
    one, two = benches
    with newer():
        one.record(picked("shop:1"))
        one.settle()
        two.settle()
        assert two.world.order("shop:1") == one.world.order("shop:1")
    assert in_force(site) == str(NEWER)


def test_what_was_pushed_before_is_no_push(site: Site, benches: Two, newer: Newer) -> None:
    """An answer that was lost is asked for again, whoever has updated meanwhile."""
    one, two = benches
    one.record(picked("shop:1"))
    assert one.step("answer")
    with newer():
        two.record(about(K.HELP_CALLED, "shop:2"))
        two.settle()
    assert told(one) is Behind.PROGRAM
    assert one.file.waiting == 0


def test_an_import_of_an_older_program_waits_too(
    site: Site, benches: Two, newer: Newer, tmp_path: Path
) -> None:
    _, two = benches
    file = StationFile.open(tmp_path / "import.db", "import")
    port = site.connect()
    try:
        pusher = Pusher(file, port)
        file.record(None, [placed("7")], at=START)
        pusher.push(lambda _sent, _total: None)
        with newer():
            two.record(about(K.HELP_CALLED, "shop:2"))
            two.settle()
        file.record(None, [placed("8")], at=START)
        for each in (pusher, Pusher(file, port)):
            with pytest.raises(EnvironmentFault, match="Update this program"):
                each.push(lambda _sent, _total: None)
        assert file.waiting == 1
    finally:
        port.close()
        file.close()


# --- the schema ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("found", "behind"), [("c9999", Behind.PROGRAM), ("c0001", Behind.CENTRE)])
def test_a_schema_that_changes_under_a_connection_is_noticed_at_the_next_push_or_pull(
    site: Site, benches: Two, url: str, found: str, behind: Behind
) -> None:
    one, two = benches
    one.record(picked("shop:1"))
    set_schema(url, found)
    assert told(one) is behind
    assert one.file.waiting == 1
    set_schema(url, schema.HEAD["centre"])
    one.settle()
    set_schema(url, found)
    assert told(two) is behind, "it had nothing to say, but something to hear"
    set_schema(url, schema.HEAD["centre"])
    two.settle()
    assert two.world.order("shop:1") == one.world.order("shop:1")


@pytest.mark.parametrize(("found", "behind"), [("c9999", Behind.PROGRAM), ("c0001", Behind.CENTRE)])
def test_hello_over_a_schema_that_has_changed_is_refused(
    url: str, clock: ManualClock, found: str, behind: Behind
) -> None:
    with closing(SqlCentre.open(url, clock)) as centre:
        set_schema(url, found)
        with pytest.raises(VersionsDiffer) as caught:
            centre.hello("P1", "i", start=0, wants_sscc=True)
        assert caught.value.behind is behind


def test_a_centre_of_a_newer_program_is_not_opened(
    site: Site, url: str, clock: ManualClock
) -> None:
    """Neither on a server nor in a file, which programs of one PC migrate themselves."""
    set_schema(url, "c9999")
    with pytest.raises(VersionsDiffer) as caught:
        SqlCentre.open(url, clock)
    assert caught.value.behind is Behind.PROGRAM


def set_schema(url: str, version: str) -> None:
    """What another program's upgrade leaves behind."""
    engine = open_centre(url)
    with engine.begin() as db:
        db.execute(sa.text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    engine.dispose()
