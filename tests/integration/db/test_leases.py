"""Claims of stations that are gone: named, given back, and what happens when they come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import SystemClock
from app.domain.facts import FactKind, Kind
from app.domain.rows.orders import Sub
from app.store.admin import roles as centre_roles
from app.store.admin.logins import Login, add
from app.store.centre.tables import ROWS, claim, orders, station, stock_move
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.proof.verify import verify
from app.sync.wake import Listener
from tests.helpers.model import Site, about, picked, placed, stocked
from tests.helpers.program import wait_until
from tests.integration.db.conftest import Db
from tests.integration.sync.test_push import push, record

K = FactKind
NAMES = [f"shop:{number}" for number in range(4)]
HOUR = timedelta(hours=1)
Pusher = Callable[[str], tuple[SqlCentre, StationFile]]


@pytest.fixture
def origin(site: Site, tmp_path: Path) -> Iterator[Pusher]:
    """A connection and a file of its own, by the origin's name."""
    made: dict[str, tuple[SqlCentre, StationFile]] = {}

    def one(name: str) -> tuple[SqlCentre, StationFile]:
        if name not in made:
            made[name] = site.connect(), StationFile.open(tmp_path / f"{name}.db", name)
        return made[name]

    yield one
    for centre, file in made.values():
        centre.close()
        file.close()


@pytest.fixture
def silent(engine: sa.Engine, site: Site, origin: Pusher) -> Callable[[timedelta], None]:
    """Four orders; P1 has claimed three and begun one of them. Then: not heard of for so long."""
    site.clock.advance((SystemClock().now() - site.clock.now()).total_seconds())
    centre, file = origin("import")
    record(file, *stocked("B0", "S0", 20), *(placed(name[5:]) for name in NAMES))
    push(centre, file)
    centre, file = origin("P1")
    record(file, about(K.PICK_STARTED, NAMES[0]), picked(NAMES[0]))
    push(centre, file)
    assert centre.claim("P1", order=NAMES[0]).granted
    assert len(centre.claim("P1", count=2).granted) == 2

    def pass_by(span: timedelta) -> None:
        with engine.begin() as db:
            for row in db.execute(sa.select(station)).all():
                mine = station.c.origin == row.origin
                db.execute(station.update().where(mine).values(seen_at=row.seen_at - span))
            for row in db.execute(sa.select(claim)).all():
                mine = claim.c.order_id == row.order_id
                db.execute(claim.update().where(mine).values(until=row.until - span))

    return pass_by


def held(site: Site) -> dict[str, str]:
    return {row["order_id"]: row["origin"] for row in site.rows(claim)}


def test_status_names_a_station_that_is_gone_and_what_it_holds(
    silent: Callable[[timedelta], None], url: str, db: Db
) -> None:
    silent(HOUR - timedelta(minutes=5))
    assert db("status", "--url", url)["gone"] == []
    silent(timedelta(minutes=6))
    state = db("status", "--url", url)
    (gone,) = state["gone"]
    assert (gone["origin"], gone["site"], gone["waiting"], gone["begun"]) == ("P1", "Main", 2, 1)
    (told,) = [one for one in state["remedies"] if "--release P1" in one]
    assert "2 orders not begun and 1 begun; what it has not sent is unknown" in told


def test_what_it_has_not_begun_is_given_back_and_the_rest_left(
    silent: Callable[[timedelta], None], site: Site, url: str, db: Db, origin: Pusher
) -> None:
    centre, other = origin("P2")
    cursor = centre.pull("P2", other.meta.incarnation, epoch(centre, other), "").cursor
    silent(2 * HOUR)
    done = db("leases", "--release", "P1", "--url", url)
    assert (done["code"], done["given"], done["left"]) == (0, NAMES[1:3], {NAMES[0]: "started"})
    assert held(site) == {NAMES[0]: "P1"}
    # A bench that waits for work is told of just these orders, and is given them.
    seen = centre.pull("P2", other.meta.incarnation, epoch(centre, other), cursor)
    assert sorted(row.id for row in seen.rows) == NAMES[1:3]
    assert sorted(centre.claim("P2", count=9).granted) == NAMES[1:]
    again = db("leases", "--release", "P1", "--url", url)
    assert (again["given"], again["left"]) == ([], {NAMES[0]: "started"})


def epoch(centre: SqlCentre, file: StationFile) -> str:
    return centre.hello(file.origin, file.meta.incarnation, start=0, wants_sscc=False).epoch


def test_the_words_say_what_was_done_and_who_takes_over(
    silent: Callable[[timedelta], None],
    url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from app.__main__ import main

    silent(2 * HOUR)
    capsys.readouterr()
    words = ["--home", str(tmp_path / "home"), "db", "leases", "--release", "P1", "--url", url]
    assert main(words) == 0
    assert capsys.readouterr().out.splitlines() == [
        "shop:1: given back.",
        "shop:2: given back.",
        "shop:0: left, as it is started.",
        "A supervisor takes those over at a bench: scan the order twice.",
        "What P1 has not sent is unknown. Keep its file, and let it send.",
    ]


def test_a_station_that_was_heard_keeps_its_orders(
    silent: Callable[[timedelta], None], site: Site, url: str, db: Db
) -> None:
    silent(timedelta(minutes=25))
    refused = db("leases", "--release", "P1", "--url", url)
    assert refused["code"] == 1
    assert "Station P1 was heard of at" in refused["error"]
    assert "--even-if-alive" in refused["error"]
    assert len(held(site)) == 3
    done = db("leases", "--release", "P1", "--even-if-alive", "--url", url)
    assert (done["given"], list(held(site))) == (NAMES[1:3], NAMES[:1])


def test_a_station_that_only_renews_its_leases_is_alive(
    silent: Callable[[timedelta], None], site: Site, url: str, db: Db, origin: Pusher
) -> None:
    silent(2 * HOUR)
    origin("P1")[0].claims("P1", renew=True)
    assert db("status", "--url", url)["gone"] == []
    assert db("leases", "--release", "P1", "--url", url)["code"] == 1
    assert len(held(site)) == 3


def test_a_mistyped_station_is_no_success(
    silent: Callable[[timedelta], None], url: str, db: Db
) -> None:
    silent(2 * HOUR)
    answer = db("leases", "--release", "P7", "--url", url)
    assert (answer["code"], answer["error"]) == (1, "Station P7 holds no order.")
    assert db("leases", "--even-if-alive", "--url", url)["code"] == 2


def test_facts_about_a_released_order_are_kept_and_a_person_is_asked(
    engine: sa.Engine,
    silent: Callable[[timedelta], None],
    site: Site,
    url: str,
    db: Db,
    origin: Pusher,
) -> None:
    """P1 had picked one of them without the network; meanwhile P2 was given it and picked it."""
    silent(2 * HOUR)
    back, mine = origin("P1")
    name = NAMES[1]
    work = about(K.PICK_STARTED, name), picked(name, quantity=2), about(K.ORDER_PICKED, name)
    unsent = record(mine, *work)
    db("leases", "--release", "P1", "--url", url)
    centre, other = origin("P2")
    assert centre.claim("P2", order=name).granted
    started, *rest = work
    record(other, started)
    assert push(centre, other) == ()
    # It comes back, before the other has finished.
    assert push(back, mine)[0] == unsent[0].event_id
    assert back.claim("P1", order=name).holder == ""  # nobody's: it is picked
    record(other, *rest)
    assert len(push(centre, other)) == 1
    reasons = {one.reason for one in site.values(ROWS[Kind.EXCEPTION], Kind.EXCEPTION).values()}
    assert reasons == {"worked_by_another_station", "picked_twice"}
    moved = [row["delta"] for row in site.rows(stock_move) if row["place"] == "bin:B0"]
    assert sum(moved) == 20 - 1 - 2 - 2
    assert {row["origin"] for row in site.events()} == {"import", "P1", "P2"}
    assert site.values(orders, Kind.ORDER)[name].sub is Sub.PICKED
    assert verify(engine).well


def test_facts_about_a_released_order_that_nobody_took_make_it_the_stations_again(
    silent: Callable[[timedelta], None], site: Site, url: str, db: Db, origin: Pusher
) -> None:
    silent(2 * HOUR)
    back, mine = origin("P1")
    record(mine, about(K.PICK_STARTED, NAMES[1]), picked(NAMES[1]))
    db("leases", "--release", "P1", "--url", url)
    assert push(back, mine) == ()
    assert site.values(orders, Kind.ORDER)[NAMES[1]].worked_by == "P1"
    assert NAMES[1] not in origin("P2")[0].claim("P2", count=9).granted
    assert back.claim("P1", order=NAMES[1]).granted


ON_A_SERVER = pytest.mark.parametrize(
    "url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


@ON_A_SERVER
def test_waiting_benches_are_given_a_hint(
    silent: Callable[[timedelta], None], url: str, db: Db
) -> None:
    silent(2 * HOUR)
    hints: list[int] = []
    listener = Listener(url, lambda: hints.append(1))
    listener.start()
    try:
        engine = open_centre(url)
        query = sa.text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")

        def listens() -> bool:
            with engine.connect() as there:
                return bool(there.execute(query).scalar_one())

        wait_until(listens, "the listener")
        engine.dispose()
        assert hints == []
        db("leases", "--release", "P1", "--url", url)
        wait_until(lambda: hints, "the hint")
    finally:
        assert listener.stop()


@ON_A_SERVER
@pytest.mark.parametrize(("job", "may"), [("pb_supervisor", True), ("pb_station", False)])
def test_a_supervisor_may_and_a_station_may_not(
    silent: Callable[[timedelta], None],
    engine: sa.Engine,
    site: Site,
    url: str,
    db: Db,
    job: str,
    may: bool,
) -> None:
    silent(2 * HOUR)
    name = f"leases_{job.removeprefix('pb_')}"
    with engine.begin() as there:
        centre_roles.install(there)
        password = add(there, Login(name, "S1", "Main", job))
    try:
        theirs = sa.make_url(url).set(username=name).render_as_string()
        answer = db("leases", "--release", "P1", "--url", theirs)
        assert answer["code"] == (0 if may else 1)
        assert len(held(site)) == (1 if may else 3)
        if not may:
            assert "needs a supervisor's" in answer["error"]
        assert password not in str(answer)
    finally:
        with engine.begin() as there:
            there.execute(sa.text(f"DROP OWNED BY {name}"))
            there.execute(sa.text(f"DROP ROLE {name}"))
