"""Logins of a PostgreSQL centre: one a station, with a password nobody has to think up."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import sqlalchemy as sa

from app.errors import EnvironmentFault, UsageFault
from app.store.admin.roles import GROUPS, REPORT, STATION, run
from app.store.centre.tables import login

# A connection that hangs must not keep its locks.
_SETTINGS = {
    "statement_timeout": "15s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "10s",
}
EVERY_SITE = "*"
"""The site of a login that reads every site; only for reports, as a written row has one site."""


@dataclass(frozen=True)
class Login:
    name: str
    origin: str
    site: str
    job: str


def logins(db: sa.Connection) -> list[Login]:
    rows = db.execute(sa.select(login).order_by(login.c.name))
    return [Login(row.name, row.origin, row.site, row.job) for row in rows]


def add(db: sa.Connection, new: Login) -> str:
    """Make a login; returns its password, which is kept nowhere.

    Raises UsageFault for a name or site that cannot be, EnvironmentFault for one that is taken.
    """
    _demand_sense(db, new)
    values = {"name": new.name, "origin": new.origin, "site": new.site, "job": new.job}
    db.execute(login.insert().values(values))
    return _make_role(db, new)


def make_missing(db: sa.Connection) -> dict[str, str]:
    """Make the logins that the centre knows and the server lacks, as after a restore on a new one.

    Returns their passwords by name.
    """
    there = {row.rolname for row in db.execute(sa.text("SELECT rolname FROM pg_roles"))}
    return {one.name: _make_role(db, one) for one in logins(db) if one.name not in there}


def new_password(db: sa.Connection, name: str) -> str:
    """Give a login another password and unlock it; returns it. Raises EnvironmentFault."""
    known = _known(db, name)
    if not _on_server(db, name):
        return _make_role(db, known)
    password = secrets.token_urlsafe(24)
    role = _quoted(db, name)
    run(db, f"ALTER ROLE {role} LOGIN")
    _set_limits(db, role)
    _set_password(db, name, password)
    return password


def _make_role(db: sa.Connection, new: Login) -> str:
    """Make the server's side of a login; returns its password."""
    password = secrets.token_urlsafe(24)
    role = _quoted(db, new.name)
    run(db, f"CREATE ROLE {role} LOGIN INHERIT CONNECTION LIMIT 20")
    _set_password(db, new.name, password)
    _set_limits(db, role)
    run(db, f"GRANT {new.job} TO {role}")
    return password


def lock(db: sa.Connection, name: str) -> None:
    """End every connection of a login and allow no new one. Raises EnvironmentFault."""
    _known(db, name)
    if not _on_server(db, name):
        raise EnvironmentFault(f"This server has no login {name}: nobody can come in with it.")
    run(db, f"ALTER ROLE {_quoted(db, name)} NOLOGIN")
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :name"
    db.execute(sa.text(end), {"name": name})


def _demand_sense(db: sa.Connection, new: Login) -> None:
    if not new.name or len(new.name.encode()) > 63 or not new.name.isprintable():
        raise UsageFault("A login's name is 1 to 63 characters long.")
    if new.name in GROUPS or new.name.startswith(("pb_", "pg_")):
        raise UsageFault("A login's name does not begin with pb_ or pg_.")
    if not new.site or (new.site == EVERY_SITE and new.job != REPORT):
        raise UsageFault("Name one site; every site (*) is for reports only.")
    if _on_server(db, new.name) or any(one.name == new.name for one in logins(db)):
        raise EnvironmentFault(
            f"There is a login {new.name} already. Give it a new password with --new-password."
        )
    taken = sa.select(login.c.name).where(login.c.origin == new.origin, login.c.job == STATION)
    if new.job == STATION and (other := db.execute(taken).scalar()) is not None:
        raise EnvironmentFault(f"Station {new.origin} has the login {other} already.")


def _known(db: sa.Connection, name: str) -> Login:
    for one in logins(db):
        if one.name == name:
            return one
    raise EnvironmentFault(f"This centre has no login {name}.")


def _on_server(db: sa.Connection, name: str) -> bool:
    query = sa.text("SELECT 1 FROM pg_roles WHERE rolname = :name")
    return db.execute(query, {"name": name}).first() is not None


def _set_limits(db: sa.Connection, role: str) -> None:
    """Reset the login's settings first: whoever had stolen it may have changed them."""
    run(db, f"ALTER ROLE {role} RESET ALL")
    for key, value in _SETTINGS.items():
        run(db, f"ALTER ROLE {role} SET {key} = '{value}'")


def _set_password(db: sa.Connection, name: str, password: str) -> None:
    """The server is sent the SCRAM verifier only: no log of its statements has the password."""
    pgconn = db.connection.driver_connection.pgconn  # type: ignore[union-attr]  # psycopg's own
    verifier = pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256").decode()
    run(db, f"ALTER ROLE {_quoted(db, name)} PASSWORD '{verifier}'")


def _quoted(db: sa.Connection, name: str) -> str:
    return db.dialect.identifier_preparer.quote_identifier(name)
