"""The verbs of `packbench db`: each takes its options and returns a Report."""

from __future__ import annotations

import argparse
import os
import tempfile
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app import config as configuration
from app.cli.db import text as db_text
from app.clock import SystemClock
from app.domain import sscc
from app.domain.plan.allocate import Rules, Stage
from app.errors import EnvironmentFault, UsageFault
from app.store import schema
from app.store.admin import backup as centre_backup
from app.store.admin import centre as centre_admin
from app.store.admin import leases as centre_leases
from app.store.admin import logins as centre_logins
from app.store.admin import roles as centre_roles
from app.store.admin import status as state
from app.store.centre import settings as centre_settings
from app.store.centre.tables import MAIN_SITE
from app.store.centre.url import ready_url
from app.sync.centre import SqlCentre
from app.sync.proof.rebuild import rebuild as make_anew
from app.sync.proof.verify import Verified
from app.sync.proof.verify import verify as prove
from app.sync.wake import announce


@dataclass(frozen=True)
class Report:
    """What a verb found. values: the object of --json. lines: the same for a person.

    well: nothing is wrong, and the exit code is 0.
    """

    values: dict[str, Any]
    lines: list[str]
    well: bool = True


def _url(args: argparse.Namespace) -> sa.URL:
    return ready_url(
        args.url or args.home.centre_url,
        home=args.home.root,
        environ=os.environ,
        insecure=args.insecure,
    )


def _opened(args: argparse.Namespace, *, new: bool = False) -> AbstractContextManager[sa.Engine]:
    """Open the centre. new: create its file if it is missing; else its name may be mistyped."""
    url = _url(args)
    if url.drivername == "sqlite":
        path = Path(str(url.database))
        if not new and not path.is_file():
            raise EnvironmentFault(f"There is no centre at {path}.")
        if new and not path.parent.is_dir():
            raise EnvironmentFault(f"There is no folder {path.parent}.")
    return centre_admin.opened(url)


def _now() -> datetime:
    return SystemClock().now()


def _found(engine: sa.Engine) -> None:
    """Give a new centre its epoch."""
    url = engine.url.render_as_string(hide_password=False)
    if engine.dialect.name == "sqlite":
        url = f"sqlite:{engine.url.database}"
    SqlCentre.open(url, SystemClock()).close()


def init(args: argparse.Namespace) -> Report:
    with _opened(args, new=True) as engine:
        centre_admin.init(engine, _now().date())
        _found(engine)
        found = state.status(engine, _now())
    lines = [f"The centre is made (version {found.version})."]
    if found.roles is False:
        lines.append("Next: packbench db roles, so that every login sees its own site only.")
    return Report({"version": found.version, "epoch": found.epoch}, lines)


def upgrade(args: argparse.Namespace) -> Report:
    with _opened(args) as engine:
        before, after = centre_admin.upgrade(engine, _now().date())
        _found(engine)  # needed where `init` was killed
    line = f"The centre is at version {after}" + ("." if before == after else f" (was {before}).")
    return Report({"before": before, "version": after}, [line])


def status(args: argparse.Namespace) -> Report:
    made: list[str] = []
    with _opened(args) as engine:
        if args.maintain:
            centre_admin.existing(engine)
            made = centre_admin.maintain(engine, _now().date())
        found = state.status(engine, _now())
    config = configuration.load(args.home.root)
    room = sscc.room(config.company_prefix, config.sscc_extensions)
    values = db_text.plain(asdict(found)) | {"made": made, "sscc_room": room}
    return Report(values, db_text.status_lines(found, made, room))


def verify(args: argparse.Namespace) -> Report:
    with _opened(args) as engine:
        centre_admin.existing(engine)
        found = _proven(engine)
    values = db_text.plain(asdict(found)) | {"well": found.well}
    return Report(values, db_text.verify_lines(found), well=found.well)


def rebuild(args: argparse.Namespace) -> Report:
    with _opened(args) as engine:
        centre_admin.existing(engine)
        mended = make_anew(engine)
        if mended and engine.dialect.name == "postgresql":
            announce(engine)
        found = _proven(engine)
    values = {"mended": [f"{one.kind.value} {one.id}" for one in mended]}
    lines = [f"{name}: made anew from its facts." for name in values["mended"]]
    lines += db_text.verify_lines(found)
    return Report(values | db_text.plain(asdict(found)), lines, well=found.well)


def _proven(engine: sa.Engine) -> Verified:
    """Verify the centre. Of a SQLite file, verify a copy: a long read would hold up its writers."""
    if engine.dialect.name != "sqlite":
        return prove(engine)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "centre.db"
        centre_backup.copy_sqlite(Path(str(engine.url.database)), copy)
        with centre_admin.opened(sa.URL.create("sqlite", database=str(copy))) as other:
            return prove(other)


def backup(args: argparse.Namespace) -> Report:
    with _opened(args) as engine:
        centre_admin.existing(engine)
        size = centre_backup.backup(engine.url, args.file, os.environ)
    line = f"{args.file} has the whole centre ({size} bytes)."
    return Report({"file": str(args.file), "bytes": size}, [line])


def restore(args: argparse.Namespace) -> Report:
    skip = args.sscc_skip or centre_backup.SSCC_SKIP
    with _opened(args, new=True) as engine:
        done = centre_backup.restore(
            args.file, engine, sscc_skip=skip, at=_now(), environ=os.environ
        )
        server = engine.dialect.name == "postgresql"
    lines = [
        f"The centre is back as {done['file']} had it. Every station sends again what it has.",
        f"Serial numbers go on at {done['sscc_next']} (the backup said {done['sscc_before']}).",
    ]
    if server:
        lines.append(
            "Next: packbench db upgrade, then packbench db roles --make-missing: a backup has"
            " neither rights nor logins."
        )
    return Report(done, lines)


def roles(args: argparse.Namespace) -> Report:
    new = _new_login(args)
    with _opened(args) as engine:
        if engine.dialect.name != "postgresql":
            raise EnvironmentFault("A centre in one file has no roles; its folder's rights count.")
        centre_admin.existing(engine)
        passwords, there = schema.in_turn(engine, partial(_roles, args, new))
    values: dict[str, Any] = {"logins": [asdict(one) for one in there], "passwords": passwords}
    if name := new.name if new else args.new_password:
        values |= {"login": name, "password": passwords[name]}
    return Report(values, db_text.roles_lines(there, passwords))


def _roles(
    args: argparse.Namespace, new: centre_logins.Login | None, db: sa.Connection
) -> tuple[dict[str, str], list[centre_logins.Login]]:
    """(new passwords by login; all logins)."""
    passwords: dict[str, str] = {}
    if not (args.lock or args.new_password or new) or not centre_roles.installed(db):
        centre_roles.install(db)
    if args.lock:
        centre_logins.lock(db, args.lock)
    elif args.new_password:
        passwords = {args.new_password: centre_logins.new_password(db, args.new_password)}
    elif new:
        passwords = {new.name: centre_logins.add(db, new)}
    elif args.make_missing:
        passwords = centre_logins.make_missing(db)
    return passwords, centre_logins.logins(db)


def _new_login(args: argparse.Namespace) -> centre_logins.Login | None:
    name = args.add_station or args.add
    if not name:
        return None
    if not args.site:
        raise UsageFault("Say which site the login belongs to: --site SITE.")
    job = "station" if args.add_station else args.job
    if job is None:
        raise UsageFault("Say what the login is for: --job supervisor, hub or report.")
    origin = args.origin or ("import" if job == "supervisor" else name)
    return centre_logins.Login(name, origin, args.site, f"pb_{job}")


def leases(args: argparse.Namespace) -> Report:
    if args.release:
        return _release(args)
    if args.even_if_alive:
        raise UsageFault("--even-if-alive belongs to --release STATION.")
    with _opened(args) as engine:
        centre_admin.existing(engine)
        with engine.begin() as db:
            if args.after or args.never:
                centre_settings.set_lease_hours(db, args.site or MAIN_SITE, args.after)
            decided = centre_settings.all_lease_hours(db)
    lines = [
        f"{site}: a station's claimed orders are anybody's after hours of silence: {hours}."
        for site, hours in sorted(decided.items())
    ]
    rest = "Elsewhere" if decided else "Everywhere"
    return Report({"hours": decided}, [*lines, f"{rest} only a supervisor takes them over."])


def allocation(args: argparse.Namespace) -> Report:
    if args.complete and not args.chain:
        raise UsageFault("--complete belongs to --chain STAGE ....")
    with _opened(args) as engine:
        centre_admin.existing(engine)
        with engine.begin() as db:
            if args.chain:
                stages = tuple(dict.fromkeys(map(Stage, args.chain)))
                rules = Rules(stages, complete=args.complete)
                centre_settings.set_allocation(db, args.site or MAIN_SITE, rules)
            elif args.default:
                centre_settings.set_allocation(db, args.site or MAIN_SITE, None)
            decided = centre_settings.all_allocations(db)
    values = {
        site: {
            "chain": [stage.value for stage in one.stages],
            "complete": one.complete,
        }
        for site, one in sorted(decided.items())
    }
    return Report({"sites": values}, db_text.allocation_lines(decided))


def _release(args: argparse.Namespace) -> Report:
    with _opened(args) as engine:
        centre_admin.existing(engine)
        with engine.begin() as db:
            done = centre_leases.release(db, args.release, _now(), alive=args.even_if_alive)
        if done.given and engine.dialect.name == "postgresql":
            announce(engine)
    values = {"station": args.release, "given": list(done.given), "left": dict(done.left)}
    return Report(values, db_text.release_lines(args.release, done))


def archive(args: argparse.Namespace) -> Report:
    if not args.to.is_dir():
        raise EnvironmentFault(f"There is no folder {args.to}.")
    with _opened(args) as engine:
        centre_admin.existing(engine)
        done = centre_admin.archive(engine, args.to, args.older_than, _now().date(), os.environ)
    lines = [
        f"{file} has {name}. When it is safe elsewhere: DROP TABLE events.{name}"
        for name, file in done
    ]
    values = {"archived": [{"month": name, "file": str(file)} for name, file in done]}
    return Report(values, lines or ["No month is that old."])
