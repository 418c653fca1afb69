"""Whether this program and the centre fit: the schema, and the rules that facts are applied by.

Facts are applied in the program that pushes them. The rules in force are therefore the newest that
any program has ever pushed with; older programs journal on and wait for their update.
"""

from __future__ import annotations

import sqlalchemy as sa

from app.domain.reduce import RULES_VERSION
from app.errors import Behind, VersionsDiffer
from app.store import schema
from app.sync.feed import FeedStanding
from app.sync.port import Hello

_RAISE = sa.text(
    "INSERT INTO meta AS m (key, value) VALUES ('rules', :text) ON CONFLICT (key) DO UPDATE"
    " SET value = excluded.value WHERE CAST(m.value AS integer) < :version"
)
_MEANS = sa.text(
    "SELECT to_regprocedure('raise_rules(integer)') IS NOT NULL AS by_function,"
    " has_table_privilege('meta', 'INSERT') AS by_hand"
)


def agree(db: sa.Connection, here: FeedStanding) -> None:
    """Before facts are applied: put this program's rules in force, unless they are already.

    Raises VersionsDiffer where newer ones are in force, or the schema is not this program's.
    """
    schema.demand(here.schema)
    if here.rules > RULES_VERSION:
        raise VersionsDiffer(Behind.PROGRAM)
    if here.rules < RULES_VERSION:
        _put_in_force(db)


def demand(hello: Hello) -> None:
    """For a station, which neither pushes nor claims by older rules. Raises VersionsDiffer."""
    if hello.rules_version > RULES_VERSION:
        raise VersionsDiffer(Behind.PROGRAM)


def _put_in_force(db: sa.Connection) -> None:
    """Write this program's version of the rules into `meta`.

    The logins of stations may not write `meta`; on a server with roles they call a function of the
    owner's that raises this one number.
    """
    if db.dialect.name == "postgresql":
        means = db.execute(_MEANS).one()
        if means.by_function:
            db.execute(sa.text("SELECT raise_rules(:version)"), {"version": RULES_VERSION})
            return
        if not means.by_hand:
            raise VersionsDiffer(Behind.CENTRE)
    values = {"text": str(RULES_VERSION), "version": RULES_VERSION}
    db.execute(_RAISE, values)
