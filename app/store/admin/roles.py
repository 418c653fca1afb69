"""Who may do what at a PostgreSQL centre: groups, column grants and row policies.

Groups have no login; a login is a member of one of them and has one line in the table `login`,
which says its origin and its site. What a connection may see and say follows from `session_user`
alone. Everything here is idempotent. docs/security.md has the table in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

OWNER = "pb_owner"
STATION, SUPERVISOR, HUB, REPORT = "pb_station", "pb_supervisor", "pb_hub", "pb_report"
GROUPS = (OWNER, STATION, SUPERVISOR, HUB, REPORT)
WRITERS = (STATION, SUPERVISOR, HUB)
ALL = (*WRITERS, REPORT)

# What a station's work leaves behind; rows of these kinds it may make and change.
_READ = ("parcel", "tote", "bin", "load", "serial", "weight", "task", "exception")
_WORK = (*_READ, "message")
# What an import brings, and what the site has decided.
_MASTER = ("orders", "product", "carton", "operator", "site_rule")
_ROWS = (*_WORK, *_MASTER)
_PILING = ("parcel", "load", "serial", "task", "exception", "message")
_ORDER_COLUMNS = "body, ref, sub, priority, due, digest, live"
_LOG = ("event", "event_subject", "stock_move", "feed")
_WATCHED = ("alarm", "mix_up")
_SITED = (*_ROWS, *_LOG, *_WATCHED, "station", "claim", "wish", "promise", "bin_sku", "order_word")

_ALARM_COLUMNS = "id, kind, about, details, since, raised_at"
_ALARM_CHANGES = (
    "details, raised_at, acknowledged_at, acknowledged_by, escalated_at, gone_at,"
    " cleared_at, told_at"
)
_MOVE_COLUMNS = (
    "event_id, n, sku, place, lot, delta, expiry, best_before, status, owner, container, was"
)

# Column grants; the keys are table names. A locking read needs UPDATE on one column.
_STATION_GRANTS = {
    "alembic_version": "SELECT",
    "meta": "SELECT, UPDATE (value)",
    "station": "SELECT, INSERT, UPDATE (last_seq, last_event, seen_at, standing)",
    # Neither site nor position: the centre fills these in.
    "event": "SELECT, INSERT (event_id, origin, incarnation, seq, kind, subjects, body,"
    " occurred_at, received_at, operator, device, hash, verdict, reason)",
    "event_subject": "SELECT, INSERT (kind, id, event_id)",
    "stock_move": f"INSERT ({_MOVE_COLUMNS})",
    "feed": "SELECT, INSERT (kind, id)",
    "claim": "SELECT, INSERT, UPDATE (until), DELETE",
    "wish": "SELECT, INSERT, DELETE",
    "promise": "SELECT, INSERT, UPDATE (quantity), DELETE",
    "bin_sku": "SELECT",
    "order_word": "SELECT, INSERT, DELETE",
    "mix_up": "SELECT, INSERT, UPDATE (count)",
    "orders": f"SELECT, UPDATE ({_ORDER_COLUMNS})",
    "product": "SELECT",
    "carton": "SELECT",
    "site_rule": "SELECT",
    "operator": "SELECT, UPDATE (body)",
    **dict.fromkeys(_WORK, "SELECT, INSERT, UPDATE (body)"),
    **dict.fromkeys(_PILING, "SELECT, INSERT, UPDATE (body, live)"),
}
_SUPERVISOR_GRANTS = {
    **_STATION_GRANTS,
    "alarm": f"SELECT, INSERT ({_ALARM_COLUMNS}), UPDATE ({_ALARM_CHANGES}), DELETE",
    "stock_move": f"SELECT, INSERT ({_MOVE_COLUMNS})",
    **dict.fromkeys(_ROWS, "SELECT, INSERT, UPDATE (body)"),
    **dict.fromkeys(_PILING, "SELECT, INSERT, UPDATE (body, live)"),
    "orders": f"SELECT, INSERT, UPDATE ({_ORDER_COLUMNS})",
}
# No bodies of orders and operators: these hold customers, badges and PINs. No words either, which
# are taken from the bodies. No messages: they are between two people.
_REPORT_GRANTS = {
    "alembic_version": "SELECT",
    "station": "SELECT",
    "event": "SELECT (event_id, origin, incarnation, seq, kind, occurred_at, received_at,"
    " operator, device, verdict, reason, site, position)",
    "stock_move": "SELECT",
    "claim": "SELECT",
    "wish": "SELECT",
    "promise": "SELECT",
    "alarm": "SELECT",
    "mix_up": "SELECT",
    "orders": "SELECT (id, ref, sub, priority, due, site)",
    **dict.fromkeys((*_READ, "product", "carton", "site_rule"), "SELECT"),
}
_GRANTS = {
    STATION: _STATION_GRANTS,
    SUPERVISOR: _SUPERVISOR_GRANTS,
    HUB: _SUPERVISOR_GRANTS,
    REPORT: _REPORT_GRANTS,
}

# The functions stand in a SELECT of their own, so that they are asked once a statement.
_MY_SITE = "site = (SELECT my_site())"
_ANY_SITE = f"({_MY_SITE} OR (SELECT my_site()) = '*')"
_MINE = f"{_MY_SITE} AND origin = (SELECT my_origin())"
_FREE = f"{_MY_SITE} AND is_free_origin(origin)"
# Python cannot read the time `infinity`: such a row would stop every reader, `verify` and `status`
# among them.
_TIMES = {
    "event": ("occurred_at", "received_at"),
    "station": ("seen_at",),
    "claim": ("until",),
    "wish": ("until",),
    "alarm": (
        "since",
        "raised_at",
        "acknowledged_at",
        "escalated_at",
        "gone_at",
        "cleared_at",
        "told_at",
    ),
}
_FUNCTIONS = ("my_site()", "my_origin()", "is_free_origin(text)", "this_server()")

# A station's facts may choose an operator's language, but neither roles nor PIN nor badge.
_OPERATOR_GUARD = """
CREATE OR REPLACE FUNCTION keep_operator() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM {schema}.login WHERE name = session_user AND job = '{station}')
        AND (NEW.body::jsonb - 'language') IS DISTINCT FROM (OLD.body::jsonb - 'language')
    THEN
        RAISE EXCEPTION 'a station may only choose an operator''s language'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
"""

# One block at a time, and ten a day: a bench uses a block in months, and a stolen login must not
# use up the site's numbers. What a login was given stands in `meta`, where no login may write it.
_SERIAL_GUARD = """
CREATE OR REPLACE FUNCTION keep_serials() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ DECLARE
    today CONSTANT text := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD');
    mine CONSTANT text := 'sscc_given ' || session_user;
    given text;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM {schema}.login WHERE name = session_user) THEN
        RETURN NEW;
    END IF;
    IF NEW.value::bigint > OLD.value::bigint + 10000 THEN
        RAISE EXCEPTION 'serial numbers are given in blocks of 10000'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO {schema}.meta AS m (key, value) VALUES (mine, today || ' 1')
    ON CONFLICT (key) DO UPDATE SET value = CASE split_part(m.value, ' ', 1)
        WHEN today THEN today || ' ' || split_part(m.value, ' ', 2)::integer + 1
        ELSE today || ' 1' END
    RETURNING value INTO given;
    IF split_part(given, ' ', 2)::integer > {blocks} THEN
        RAISE EXCEPTION 'a login is given {blocks} blocks of serial numbers a day'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
"""

BLOCKS_A_DAY = 10

# For logins that may not write `meta`: raises the version of the rules, and writes nothing else.
_RAISE_RULES = """
CREATE OR REPLACE FUNCTION raise_rules(wanted integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    INSERT INTO {schema}.meta AS m (key, value) VALUES ('rules', wanted::text)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE m.value::integer < wanted
$$
"""


def installed(db: sa.Connection) -> bool:
    """Whether the policies are in force."""
    return bool(
        db.execute(
            sa.text("SELECT relrowsecurity FROM pg_class WHERE oid = to_regclass('orders')")
        ).scalar()
    )


def install(db: sa.Connection) -> None:
    """Groups, owners, grants and policies, from the beginning. Needs CREATEROLE."""
    for statement in _statements(db):
        run(db, statement)


def run(db: sa.Connection, statement: str) -> None:
    """A statement without parameters."""
    db.execute(sa.text(statement.replace(":", "\\:")))


def _statements(db: sa.Connection) -> Iterator[str]:
    query = sa.text("SELECT rolname FROM pg_roles WHERE rolname = ANY(:names)")
    there = {row.rolname for row in db.execute(query, {"names": list(GROUPS)})}
    for group in GROUPS:
        if group not in there:
            yield f"CREATE ROLE {group} NOLOGIN"
    yield f"GRANT {OWNER} TO CURRENT_USER"
    row = db.execute(
        sa.text(
            "SELECT quote_ident(current_database()) AS base, quote_ident(current_schema()) AS s"
        )
    ).one()
    readers = ", ".join(ALL)
    yield f"REVOKE ALL ON DATABASE {row.base} FROM PUBLIC"
    yield f"GRANT CONNECT ON DATABASE {row.base} TO {readers}"
    yield f"GRANT CONNECT, CREATE ON DATABASE {row.base} TO {OWNER}"
    yield f"REVOKE ALL ON SCHEMA {row.s} FROM PUBLIC"
    yield f"GRANT USAGE, CREATE ON SCHEMA {row.s} TO {OWNER}"
    yield f"GRANT USAGE ON SCHEMA {row.s} TO {readers}"
    yield _OPERATOR_GUARD.format(schema=row.s, station=STATION)
    yield _SERIAL_GUARD.format(schema=row.s, blocks=BLOCKS_A_DAY)
    yield _RAISE_RULES.format(schema=row.s)
    yield "DROP TRIGGER IF EXISTS keep_serials ON meta"
    yield (
        "CREATE TRIGGER keep_serials BEFORE UPDATE ON meta FOR EACH ROW"
        " WHEN (OLD.key = 'sscc_next') EXECUTE FUNCTION keep_serials()"
    )
    yield "DROP TRIGGER IF EXISTS keep_operator ON operator"
    yield (
        "CREATE TRIGGER keep_operator BEFORE UPDATE ON operator"
        " FOR EACH ROW EXECUTE FUNCTION keep_operator()"
    )
    yield from _owned()
    for group, grants in _GRANTS.items():
        yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {row.s} FROM {group}"
        for table, words in grants.items():
            yield f'GRANT {words} ON "{table}" TO {group}'
    functions = ", ".join(_FUNCTIONS)
    yield f"REVOKE ALL ON FUNCTION {functions} FROM PUBLIC"
    yield f"GRANT EXECUTE ON FUNCTION {functions} TO {readers}"
    yield "REVOKE ALL ON FUNCTION raise_rules(integer) FROM PUBLIC"
    yield f"GRANT EXECUTE ON FUNCTION raise_rules(integer) TO {', '.join(WRITERS)}"
    yield f"GRANT USAGE ON SEQUENCE event_position, feed_seq_seq TO {', '.join(WRITERS)}"
    for table in (*_SITED, "meta"):
        yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
        yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
    for policy in _POLICIES:
        yield f'DROP POLICY IF EXISTS {policy.name} ON "{policy.table}"'
        yield policy.statement


def _owned() -> Iterator[str]:
    """Everything belongs to the owners' group, so that any of its members can upgrade."""
    yield f"ALTER SCHEMA events OWNER TO {OWNER}"
    yield f"""DO $$ DECLARE one record;
        here CONSTANT oid := to_regnamespace(quote_ident(current_schema()));
    BEGIN
        FOR one IN SELECT oid::regclass AS name FROM pg_class
            WHERE relnamespace IN (here, to_regnamespace('events'))
            AND relkind IN ('r', 'p') AND relowner <> '{OWNER}'::regrole
        LOOP EXECUTE format('ALTER TABLE %s OWNER TO {OWNER}', one.name); END LOOP;
        FOR one IN SELECT oid::regprocedure AS name FROM pg_proc
            WHERE pronamespace = here AND proowner <> '{OWNER}'::regrole
            AND proname IN ('my_site', 'my_origin', 'is_free_origin', 'keep_operator',
                'refuse_change', 'refuse_smaller_serial', 'keep_serials', 'raise_rules',
                'this_server', 'skip_serials', 'note_bin_skus')
        LOOP EXECUTE format('ALTER FUNCTION %s OWNER TO {OWNER}', one.name); END LOOP;
    END $$"""  # noqa: S608  a constant


@dataclass(frozen=True)
class _Policy:
    """using: which rows there are. check: which rows may be left behind."""

    table: str
    name: str
    verb: str
    to: tuple[str, ...]
    using: str = ""
    check: str = ""

    @property
    def statement(self) -> str:
        text = f'CREATE POLICY {self.name} ON "{self.table}" FOR {self.verb} TO '
        text += ", ".join(self.to)
        text += f" USING ({self.using})" if self.using else ""
        return text + (f" WITH CHECK ({self.check})" if self.check else "")


def _of_event(rule: str) -> str:
    return f"{_MY_SITE} AND EXISTS (SELECT 1 FROM event e WHERE e.event_id = {rule})"  # noqa: S608  constants


def _readable(table: str) -> str:
    """A time that is not told is readable, too."""
    return "".join(
        f" AND ({column} BETWEEN '0002-01-01' AND '9998-01-01') IS NOT FALSE"
        for column in _TIMES.get(table, ())
    )


def _policies() -> Iterator[_Policy]:
    own = (STATION, SUPERVISOR)
    for table in (*_SITED, "meta"):
        yield _Policy(table, "owner", "ALL", (OWNER,), "true", "true")
    for table in _SITED:
        readers = (SUPERVISOR, HUB, REPORT) if table == "station" else ALL
        yield _Policy(table, "see", "SELECT", readers, _ANY_SITE)
    for table in _ROWS:
        yield _Policy(table, "make", "INSERT", WRITERS, check=_MY_SITE)
        yield _Policy(table, "change", "UPDATE", WRITERS, _MY_SITE, _MY_SITE)
    yield _Policy("feed", "say", "INSERT", WRITERS, check=_MY_SITE)
    for table in ("event", "station", "claim", "wish", "mix_up"):
        yield _Policy(table, "say", "INSERT", own, check=_MINE + _readable(table))
        yield _Policy(table, "say_for", "INSERT", (HUB,), check=_FREE + _readable(table))
    for table in ("station", "claim", "mix_up"):
        yield _Policy(table, "go_on", "UPDATE", own, _MINE, _MINE + _readable(table))
        yield _Policy(table, "go_on_for", "UPDATE", (HUB,), _FREE, _FREE + _readable(table))
    yield _Policy("station", "see_own", "SELECT", (STATION,), _MINE)
    for table in ("event_subject", "stock_move"):
        mine = f"{table}.event_id AND e.origin = (SELECT my_origin())"
        free = f"{table}.event_id AND is_free_origin(e.origin)"
        yield _Policy(table, "say", "INSERT", own, check=_of_event(mine))
        yield _Policy(table, "say_for", "INSERT", (HUB,), check=_of_event(free))
    # Whatever a bench's facts do to a bin's goods, promises to others' orders follow at once.
    yield _Policy("promise", "make", "INSERT", WRITERS, check=_MY_SITE)
    yield _Policy("promise", "change", "UPDATE", WRITERS, _MY_SITE, _MY_SITE)
    # Whoever may watch the floor raises its alarms, clears them, and says that he has seen them.
    watching, sound = (SUPERVISOR, HUB), _MY_SITE + _readable("alarm")
    yield _Policy("alarm", "raise", "INSERT", watching, check=sound)
    yield _Policy("alarm", "change", "UPDATE", watching, _MY_SITE, sound)
    yield _Policy("alarm", "drop", "DELETE", watching, _MY_SITE)
    # The words of an order are written with its row.
    yield _Policy("order_word", "make", "INSERT", WRITERS, check=_MY_SITE)
    # A supervisor at any bench may take an order over, and a lease that ran out is anybody's.
    # A wish is over when anybody has the order.
    for table in ("claim", "wish", "promise", "order_word"):
        yield _Policy(table, "give_up", "DELETE", WRITERS, _MY_SITE)
    yield _Policy("meta", "see", "SELECT", ALL, "true")
    yield _Policy("meta", "count", "UPDATE", WRITERS, "key = 'sscc_next'", "key = 'sscc_next'")


_POLICIES = tuple(_policies())
