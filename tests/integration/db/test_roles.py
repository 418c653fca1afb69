"""What each role may do through the real centre, and what it is refused with its own login."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.alarms import Alarm, MixUp
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.lookalike import DayCount
from app.domain.reduce import RULES_VERSION
from app.domain.rows.orders import Order
from app.domain.thresholds import AlarmKind, Thresholds
from app.errors import EnvironmentFault, UsageFault, VersionsDiffer
from app.store.admin import centre as centre_admin
from app.store.admin import logins as centre_logins
from app.store.admin import roles as centre_roles
from app.store.admin.logins import Login
from app.store.centre.settings import set_lease_hours
from app.store.database import open_centre
from app.sync import versions
from app.sync.centre import SqlCentre
from app.sync.proof.verify import verify
from tests.conftest import StrayLogs
from tests.helpers.model import START, Bench, Site, about, packed, picked, placed, stocked

K = FactKind
pytestmark = pytest.mark.postgres

LOGINS = (
    Login("P1", "P1", "North", centre_roles.STATION),
    Login("P2", "P2", "North", centre_roles.STATION),
    Login("Q1", "Q1", "South", centre_roles.STATION),
    Login("sup-north", "import", "North", centre_roles.SUPERVISOR),
    Login("sup-south", "import", "South", centre_roles.SUPERVISOR),
    Login("hub", "hub", "North", centre_roles.HUB),
    Login("report", "report", "North", centre_roles.REPORT),
    Login("all-reports", "all-reports", "*", centre_roles.REPORT),
)


class Centre:
    """A centre with roles, and its logins' connections."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.owner = open_centre(url)
        self._folder = folder
        self._engines: dict[str, sa.Engine] = {}
        self._sites: list[Site] = []
        self._benches: dict[tuple[str, str], Bench] = {}

    def url_of(self, login: str) -> str:
        return sa.make_url(self.url).set(username=login).render_as_string(hide_password=False)

    def engine(self, login: str) -> sa.Engine:
        if login not in self._engines:
            self._engines[login] = open_centre(self.url_of(login))
        return self._engines[login]

    def bench(self, login: str, origin: str = "") -> Bench:
        """A writer that goes through the real centre with this login."""
        key = (login, origin or login)
        if key not in self._benches:
            site = Site(self.url_of(login), ManualClock(START))
            self._sites.append(site)
            path = self._folder / f"{login}-{key[1]}.db"
            self._benches[key] = Bench(path, key[1], site)
        return self._benches[key]

    def rows(self, login: str, query: str) -> list[tuple[object, ...]]:
        with self.engine(login).begin() as db:
            return [tuple(row) for row in db.execute(sa.text(query))]

    @contextmanager
    def refused(self, login: str) -> Iterator[sa.Connection]:
        """What is done inside ends with the server's refusal."""
        with (
            pytest.raises(sa.exc.DBAPIError) as caught,
            self.engine(login).begin() as db,
        ):
            yield db
        assert getattr(caught.value.orig, "sqlstate", "") == "42501", str(caught.value.orig)

    def close(self) -> None:
        for bench in self._benches.values():
            bench.close()
        for site in self._sites:
            site.close()
        for engine in (self.owner, *self._engines.values()):
            engine.dispose()


@pytest.fixture
def centre(empty_postgres_url: str, tmp_path: Path) -> Iterator[Centre]:
    made = Centre(empty_postgres_url, tmp_path)
    centre_admin.init(made.owner, START.date())
    SqlCentre.open(empty_postgres_url, ManualClock(START)).close()
    with made.owner.begin() as db:
        there = {row.rolname for row in db.execute(sa.text("SELECT rolname FROM pg_roles"))}
        centre_roles.install(db)
        for login in LOGINS:
            if login.name in there:  # another test's; roles belong to the server
                centre_roles.run(db, f'DROP ROLE "{login.name}"')
            centre_logins.add(db, login)
    yield made
    made.close()
    engine = open_centre(empty_postgres_url)
    with engine.begin() as db:
        for login in LOGINS:
            centre_roles.run(db, f'DROP OWNED BY "{login.name}"')
    engine.dispose()


def operator(name: str) -> NewFact:
    body = {"operator": name, "name": f"{name}'s name", "badge_sha256": "b" * 64, "pin_hash": "p"}
    return NewFact(K.OPERATOR_SET, (Subject(Kind.OPERATOR, name),), body)


@pytest.fixture
def busy(centre: Centre) -> Centre:
    """Both sites have the same names of bins, orders and operators, and have worked."""
    for supervisor, station in (("sup-north", "P1"), ("sup-south", "Q1")):
        shop, bench = centre.bench(supervisor, "import"), centre.bench(station)
        shop.record(*stocked("B0", "S0", 50), placed("01", 2), placed("02", 1), operator("11"))
        shop.settle()
        bench.settle()
        bench.record(about(K.PICK_STARTED, "shop:01"), picked("shop:01"), picked("shop:01"))
        bench.record(about(K.ORDER_PICKED, "shop:01"), *packed("shop:01", f"{station}-1", 2))
        signed = NewFact(K.LANGUAGE_CHOSEN, (Subject(Kind.OPERATOR, "11"),), {"language": "zh_CN"})
        bench.record(signed, NewFact(K.SIGNED_IN, (Subject(Kind.OPERATOR, "11"),), {}))
        bench.settle()
    return centre


def test_a_station_works_its_whole_day_with_its_own_login(busy: Centre) -> None:
    one, two = busy.bench("P1"), busy.bench("P2")
    assert one.file.waiting == 0
    two.settle()
    assert two.file.rows.get(Order, "shop:01") == one.file.rows.get(Order, "shop:01")
    # An impossible fact opens an exception; a bin and a tote nobody knew are made.
    two.record(picked("shop:01", "B77"))
    tote = (Subject(Kind.ORDER, "shop:01"), Subject(Kind.TOTE, "T-1"))
    body = {"line": 1, "sku": "S0", "quantity": 1, "tote": "T-1", "order": "shop:01"}
    two.record(NewFact(K.PUT_IN_TOTE, tote, body))
    two.settle()
    assert two.file.waiting == 0
    port = SqlCentre.open(busy.url_of("P2"), ManualClock(START))
    assert port.hello("P2", two.file.meta.incarnation, start=0, wants_sscc=True).sscc[0] > 0
    assert len(port.timeline(Kind.ORDER, "shop:01")) > 8
    assert port.claim("P2", order="shop:02").granted or port.claim("P2", order="shop:02").holder
    port.close()
    assert verify(busy.owner).findings == []


def test_two_sites_share_names_but_neither_rows_nor_facts(busy: Centre) -> None:
    for login, site in (("P1", "North"), ("Q1", "South"), ("sup-north", "North")):
        for table in (
            "orders",
            "operator",
            "bin",
            "event",
            "feed",
            "promise",
            "bin_sku",
            "order_word",
        ):
            found = busy.rows(login, f"SELECT DISTINCT site FROM {table}")
            assert found == [(site,)], table
    assert busy.rows("all-reports", "SELECT DISTINCT site FROM orders ORDER BY 1") == [
        ("North",),
        ("South",),
    ]
    assert busy.rows("P1", "SELECT DISTINCT origin FROM station") == [("P1",)]


def test_a_hub_writes_for_handhelds_but_not_for_a_station(busy: Centre) -> None:
    handheld = busy.bench("hub", "web-1")
    handheld.settle()
    handheld.record(picked("shop:02"))
    handheld.settle()
    assert handheld.file.waiting == 0
    assert verify(busy.owner).findings == []
    with busy.refused("hub") as db:
        db.execute(sa.text(EVENT), {"id": "forged", "origin": "P1"})


EVENT = (
    "INSERT INTO event(event_id, origin, incarnation, seq, kind, subjects, body, occurred_at,"
    " received_at, operator, device, hash, verdict, reason)"
    " VALUES (:id, :origin, 'i', 1, 'k', '[]', '{}', now(), now(), '', '', '', '', '')"
)


def test_a_fact_of_another_origin_is_refused(busy: Centre) -> None:
    for login, origin in (("P1", "P2"), ("P1", "Q1"), ("P1", "import"), ("sup-north", "P1")):
        with busy.refused(login) as db:
            db.execute(sa.text(EVENT), {"id": f"{login}{origin}", "origin": origin})
    with busy.engine("P1").begin() as db:  # its own is not
        db.execute(sa.text(EVENT), {"id": "mine", "origin": "P1"})


FORBIDDEN = {
    "P1": [
        "UPDATE event SET body = ''",
        "DELETE FROM event",
        "TRUNCATE event",
        "SELECT * FROM events.other",
        "INSERT INTO event(event_id, origin, incarnation, seq, kind, subjects, body, occurred_at,"
        " received_at, operator, device, hash, verdict, reason, site) VALUES ('x', 'P1', 'i', 1,"
        " 'k', '[]', '{}', now(), now(), '', '', '', '', '', 'South')",
        "UPDATE stock_move SET delta = 1",
        "DELETE FROM stock_move",
        "INSERT INTO stock_move(event_id, n, sku, place, lot, delta) VALUES ('x', 0, 's', 'p', '', 1)",
        "INSERT INTO event_subject(kind, id, event_id) VALUES ('order', 'shop:01', 'x')",
        "DELETE FROM orders",
        "DELETE FROM exception",
        "INSERT INTO orders(id, body, ref, sub, priority, due, digest)"
        " VALUES ('x', '', '', '', 0, '', '')",
        "UPDATE orders SET id = 'x'",
        "UPDATE orders SET site = 'South'",
        "INSERT INTO product(id, body) VALUES ('x', '{}')",
        "UPDATE product SET body = ''",
        "INSERT INTO operator(id, body) VALUES ('x', '{}')",
        "UPDATE operator SET body = replace(body, 'bbb', 'ccc')",
        'UPDATE operator SET body = \'{"roles": ["admin"]}\'',
        "INSERT INTO tote(id, body, site) VALUES ('x', '{}', 'South')",
        "INSERT INTO station(origin, incarnation, last_seq, last_event, seen_at)"
        " VALUES ('P2', 'i', 0, '', now())",
        "INSERT INTO claim(order_id, origin, until) VALUES ('shop:02', 'P2', now())",
        "INSERT INTO promise SELECT 'x', line, bin, sku, lot, expiry, best_before, status, owner,"
        " container, 1, why, hard, 'South' FROM promise",
        "UPDATE promise SET bin = 'x'",
        "UPDATE promise SET site = 'South'",
        "INSERT INTO bin_sku VALUES ('x', 'x', 'North')",
        "DELETE FROM bin_sku",
        "INSERT INTO order_word VALUES ('shop:01', 'x', 'sku', '', 'South')",
        "UPDATE order_word SET word = 'x'",
        "UPDATE station SET site = 'South'",
        "SELECT * FROM alarm",
        "INSERT INTO alarm(id, kind, about, details, since) VALUES ('x', 'k', 'B', '{}', now())",
        "INSERT INTO mix_up(day, expected, scanned, origin, count)"
        " VALUES ('2026-01-01', 'A', 'B', 'P2', 1)",
        "DELETE FROM mix_up",
        "SELECT * FROM login",
        "INSERT INTO login VALUES ('P1', 'P2', 'South', 'pb_station')",
        "INSERT INTO meta VALUES ('epoch', 'x')",
        "INSERT INTO meta VALUES ('rules', '999')",
        "UPDATE meta SET key = 'rules' WHERE key = 'sscc_next'",
        "DELETE FROM meta",
        "TRUNCATE feed",
        "DELETE FROM feed",
        "UPDATE alembic_version SET version_num = 'x'",
        "CREATE TABLE mine(x int)",
        "CREATE TEMP TABLE mine(x int)",
        "DROP TABLE event",
        "ALTER TABLE orders DISABLE ROW LEVEL SECURITY",
        "CREATE ROLE friend",
        "SET ROLE pb_owner",
        "SET session_replication_role = replica",
        "COPY orders TO PROGRAM 'cat'",
    ],
    "sup-north": [
        "DELETE FROM orders",
        "INSERT INTO alarm(id, kind, about, details, since, site)"
        " VALUES ('x', 'k', 'B', '{}', now(), 'South')",
        "INSERT INTO alarm(id, kind, about, details, since)"
        " VALUES ('x', 'k', 'B', '{}', 'infinity')",
        "DELETE FROM event",
        "UPDATE event SET verdict = ''",
        "INSERT INTO operator(id, body, site) VALUES ('x', '{}', 'South')",
        "SELECT * FROM login",
        "SET ROLE pb_owner",
    ],
    "report": [
        "SELECT body FROM orders",
        "SELECT body FROM event",
        "SELECT word FROM order_word",
        "SELECT count(*) FROM order_word",
        "SELECT * FROM operator",
        "SELECT * FROM meta",
        "SELECT raise_rules(999)",
        "INSERT INTO tote(id, body) VALUES ('x', '{}')",
        "UPDATE orders SET priority = 9",
        "DELETE FROM claim",
        "DELETE FROM promise",
    ],
}


def test_every_forbidden_act_is_refused(busy: Centre) -> None:
    for login, statement in ((who, act) for who, acts in FORBIDDEN.items() for act in acts):
        print(login, statement)  # noqa: T201  which one it was
        with busy.refused(login) as db:
            db.exec_driver_sql(statement)


def test_who_watches_keeps_the_alarms_of_his_own_site(busy: Centre) -> None:
    found = Alarm(AlarmKind.BELOW_ZERO, "B0", START, {"times": 1})
    for login in ("sup-north", "sup-south", "hub"):
        centre = SqlCentre.open(busy.url_of(login), ManualClock(START))
        (one,) = centre.reconcile([found], Thresholds())
        centre.forget_old_alarms()
        assert [x.id for x in centre.claim_telling()] == ([] if login == "hub" else [one.id])
        assert centre.acknowledge(one.id, "11") is (login != "hub")
        centre.close()
    sites = "SELECT site FROM alarm ORDER BY 1"
    assert busy.rows("all-reports", sites) == [("North",), ("South",)]
    assert busy.rows("sup-north", sites) == [("North",)]


def test_a_station_tells_what_was_mixed_up_there_in_its_own_name(busy: Centre) -> None:
    for login, count in (("P1", 2), ("P1", 3), ("P1", 1), ("P2", 4), ("Q1", 9)):
        centre = SqlCentre.open(busy.url_of(login), ManualClock(START))
        centre.tell_mix_ups(login, [DayCount(date(2999, 1, 1), "A", "B", count)])
        centre.close()
    centre = SqlCentre.open(busy.url_of("P2"), ManualClock(START))
    assert centre.mix_ups(30, 3) == (MixUp("A", "B", 7),)
    assert centre.mix_ups(30, 8) == ()
    centre.close()


def test_what_is_out_of_sight_is_not_changed(busy: Centre) -> None:
    """Where a right is there, the policies leave other rows untouched."""
    for statement in (
        "UPDATE orders SET body = 'x' WHERE site = 'South'",
        "UPDATE operator SET body = 'x' WHERE site = 'South'",
        "UPDATE station SET last_seq = 0 WHERE origin <> 'P1'",
        "UPDATE meta SET value = 'x' WHERE key = 'epoch'",
        "UPDATE meta SET value = '0' WHERE key = 'rules'",
        "UPDATE claim SET until = now() WHERE origin <> 'P1'",
        "DELETE FROM claim WHERE site = 'South'",
        "DELETE FROM promise WHERE site = 'South'",
        "DELETE FROM order_word WHERE site = 'South'",
        "UPDATE promise SET quantity = 1 WHERE site = 'South'",
    ):
        with busy.engine("P1").begin() as db:
            assert db.exec_driver_sql(statement).rowcount == 0, statement


def test_the_serial_counter_never_goes_back(busy: Centre) -> None:
    for login in ("P1", "sup-north"):
        with (
            pytest.raises(sa.exc.DBAPIError, match="only grows"),
            busy.engine(login).begin() as db,
        ):
            db.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'sscc_next'")


def blocks_of(centre: Centre, login: str) -> int:
    """How many blocks a login was given on the day it was given its last one."""
    query = sa.text("SELECT value FROM meta WHERE key = 'sscc_given ' || :login")
    with centre.owner.begin() as db:
        found = db.execute(query, {"login": login}).scalar()
    return int(found.split()[1]) if found else 0


def test_a_login_is_given_a_days_blocks_and_no_more(busy: Centre) -> None:
    more = "UPDATE meta SET value = (value::bigint + 10000)::text WHERE key = 'sscc_next'"
    for _ in range(centre_roles.BLOCKS_A_DAY):
        if blocks_of(busy, "P1") < centre_roles.BLOCKS_A_DAY:
            with busy.engine("P1").begin() as db:
                db.exec_driver_sql(more)
    with (
        pytest.raises(sa.exc.DBAPIError, match="blocks of serial numbers a day"),
        busy.engine("P1").begin() as db,
    ):
        db.exec_driver_sql(more)
    with (
        pytest.raises(sa.exc.DBAPIError, match=r"permission denied|row-level security"),
        busy.engine("P1").begin() as db,
    ):
        db.exec_driver_sql("INSERT INTO meta(key, value) VALUES ('sscc_given P1', 'x')")
    with busy.engine("P1").begin() as db:
        forgotten = "UPDATE meta SET value = '2000-01-01 1' WHERE key = 'sscc_given P1'"
        assert db.exec_driver_sql(forgotten).rowcount == 0
    with busy.engine("P2").begin() as db:
        db.exec_driver_sql(more)  # each login has its own
    with busy.owner.begin() as db:
        yesterday = "UPDATE meta SET value = '2000-01-01 10' WHERE key = 'sscc_given P1'"
        assert db.exec_driver_sql(yesterday).rowcount == 1
    with busy.engine("P1").begin() as db:
        db.exec_driver_sql(more)


def test_a_station_without_another_block_says_hello_all_the_same(
    busy: Centre, stray_logs: StrayLogs
) -> None:
    stray_logs.expected.add("app.sync.exchange")
    with busy.owner.begin() as db:
        today = db.exec_driver_sql("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')")
        given = f"{today.scalar_one()} {centre_roles.BLOCKS_A_DAY}"
        row = {"key": "sscc_given P2", "value": given}
        db.execute(sa.text("DELETE FROM meta WHERE key = :key"), row)
        db.execute(sa.text("INSERT INTO meta(key, value) VALUES (:key, :value)"), row)
    hello = SqlCentre(busy.engine("P2"), ManualClock(START)).hello(
        "P2", "life", start=0, wants_sscc=True
    )
    assert hello.sscc == (0, 0) and hello.epoch


def test_rules_are_put_in_force_by_a_station_and_taken_back_by_nobody_but_an_owner(
    busy: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "SELECT value FROM meta WHERE key = 'rules'"
    assert busy.rows("P1", query) == [(str(RULES_VERSION),)]
    with monkeypatch.context() as newer:
        newer.setattr(versions, "RULES_VERSION", RULES_VERSION + 1)
        bench = busy.bench("P1")
        bench.record(about(K.HELP_CALLED, "shop:02"))
        bench.settle()
    busy.rows("P1", f"SELECT raise_rules({RULES_VERSION})")
    assert busy.rows("P1", query) == [(str(RULES_VERSION + 1),)]
    with busy.owner.begin() as db:
        db.execute(sa.text("SET ROLE pb_owner"))
        db.execute(sa.text("UPDATE meta SET value = :v WHERE key = 'rules'"), {"v": "0"})
    assert busy.rows("P1", query) == [("0",)]


def test_a_login_that_cannot_put_rules_in_force_says_what_is_missing(busy: Centre) -> None:
    with busy.owner.begin() as db:
        db.execute(sa.text("UPDATE meta SET value = '0' WHERE key = 'rules'"))
        db.execute(sa.text("DROP FUNCTION raise_rules(integer)"))
    bench = busy.bench("P1")
    bench.record(about(K.HELP_CALLED, "shop:02"))
    with pytest.raises(VersionsDiffer, match="packbench db upgrade"):
        bench.steps.step()
    with busy.owner.begin() as db:
        centre_roles.install(db)
    bench.settle()
    assert bench.file.waiting == 0


def test_a_report_counts_without_customers(busy: Centre) -> None:
    assert busy.rows("report", "SELECT count(*), min(site) FROM orders") == [(2, "North")]
    assert busy.rows("report", "SELECT sum(delta) FROM stock_move WHERE place = 'bin:B0'") == [
        (48,)
    ]


def test_a_login_without_a_line_sees_nothing(busy: Centre) -> None:
    with busy.owner.begin() as db:
        db.execute(sa.text("DELETE FROM login WHERE name = 'P2'"))
    for table in ("orders", "operator", "event"):
        assert busy.rows("P2", f"SELECT * FROM {table}") == []


def test_settings_and_functions_are_pinned(busy: Centre) -> None:
    assert busy.rows("P1", "SHOW statement_timeout") == [("15s",)]
    assert busy.rows("P1", "SHOW lock_timeout") == [("5s",)]
    assert busy.rows("P1", "SHOW idle_in_transaction_session_timeout") == [("10s",)]
    loose = busy.rows(
        "P1",
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        " AND NOT coalesce(array_to_string(proconfig, ','), '') LIKE '%search_path%'",
    )
    assert loose == []
    unforced = busy.rows(
        "P1",
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity)",
    )
    assert sorted(str(name) for (name,) in unforced) == ["alembic_version", "login"]


def test_installing_again_changes_nothing(busy: Centre) -> None:
    def shape() -> list[tuple[object, ...]]:
        return busy.rows(
            "P1",
            "SELECT relname, relacl::text, relowner::regrole::text, '' FROM pg_class"
            " WHERE relnamespace = 'public'::regnamespace UNION ALL"
            " SELECT tablename, policyname, qual, with_check FROM pg_policies ORDER BY 1, 2, 3, 4",
        )

    before = shape()
    with busy.owner.begin() as db:
        centre_roles.install(db)
    assert shape() == before
    assert any("pb_station" in str(row) for row in before)


def test_a_locked_login_is_thrown_out(busy: Centre) -> None:
    assert busy.rows("P2", "SELECT 1") == [(1,)]
    with busy.owner.begin() as db:
        centre_logins.lock(db, "P2")
    busy.engine("P2").dispose()
    with pytest.raises(sa.exc.OperationalError, match="not permitted to log in"):
        busy.rows("P2", "SELECT 1")
    with busy.owner.begin() as db:
        assert len(centre_logins.new_password(db, "P2")) >= 24
    assert busy.rows("P2", "SELECT 1") == [(1,)]


NONSENSE = (
    Login("P1", "P9", "North", centre_roles.STATION),
    Login("P9", "P1", "North", centre_roles.STATION),
    Login("pb_x", "x", "North", centre_roles.STATION),
    Login("P9", "P9", "*", centre_roles.STATION),
    Login("P9", "P9", "", centre_roles.STATION),
    Login("x" * 64, "x", "North", centre_roles.STATION),
)


def test_a_login_that_makes_no_sense_is_refused(centre: Centre) -> None:
    for new in NONSENSE:
        with pytest.raises((EnvironmentFault, UsageFault)), centre.owner.begin() as db:
            centre_logins.add(db, new)


def test_a_name_with_quotes_is_a_name(centre: Centre) -> None:
    name = "P'1\"; DROP TABLE event; --"
    with centre.owner.begin() as db:
        centre_logins.add(db, Login(name, name, "North", centre_roles.STATION))
    assert centre.rows(name, "SELECT my_origin(), my_site()") == [(name, "North")]
    centre.engine(name).dispose()
    with centre.owner.begin() as db:
        role = db.dialect.identifier_preparer.quote_identifier(name)
        centre_roles.run(db, f"DROP ROLE {role}")


def test_a_supervisor_takes_an_order_over_at_another_bench(busy: Centre) -> None:
    one = SqlCentre.open(busy.url_of("P1"), ManualClock(START))
    with busy.owner.begin() as db:
        db.execute(sa.text("DELETE FROM claim"))
    assert one.claim("P1", order="shop:02").granted
    one.close()
    bench = busy.bench("P2")
    bench.settle()
    bench.record(about(K.TAKEN_OVER, "shop:02"))
    bench.settle()
    assert bench.file.waiting == 0
    assert busy.rows("P2", "SELECT origin FROM claim WHERE order_id = 'shop:02'") == [("P2",)]


def test_an_expired_lease_is_anybodys(busy: Centre) -> None:
    with busy.owner.begin() as db:
        db.execute(sa.text("DELETE FROM claim"))
    one = SqlCentre.open(busy.url_of("P1"), ManualClock(START))
    two = SqlCentre.open(busy.url_of("P2"), ManualClock(START))
    assert one.claim("P1", order="shop:02").granted
    assert two.claim("P2", order="shop:02").holder == "P1"
    with busy.owner.begin() as db:
        db.execute(sa.text("UPDATE claim SET until = now() - :ago"), {"ago": timedelta(hours=1)})
    assert two.claim("P2", order="shop:02").holder == "P1"
    with busy.owner.begin() as db:
        set_lease_hours(db, "North", 1)
    assert two.claim("P2", order="shop:02").granted
    one.close()
    two.close()
