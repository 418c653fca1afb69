"""Encrypted or not at all, to the right host with the right certificate, and only with a password."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.__main__ import main
from app.errors import EnvironmentFault
from app.store.admin import centre as centre_admin
from app.store.centre.url import PASSWORD_VARIABLE, ready_url
from tests.integration.db.tls_server import TlsServer, running_tls

pytestmark = pytest.mark.postgres

Cli = Callable[..., tuple[int, dict[str, object], str]]


@pytest.fixture(scope="module")
def tls() -> Iterator[TlsServer]:
    with running_tls() as server:
        yield server


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    def run(*words: str) -> tuple[int, dict[str, object], str]:
        code = main(["--home", str(tmp_path), "db", *words, "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out), said.err

    return run


@pytest.fixture
def password(tls: TlsServer, cli: Cli) -> str:
    """Of a station's login at a centre on this server."""
    if cli("status", "--url", tls.local)[1]["version"] is None:
        assert cli("init", "--url", tls.local)[0] == 0
        assert cli("roles", "--add-station", "P1", "--site", "North", "--url", tls.local)[0] == 0
    code, found, _err = cli("roles", "--new-password", "P1", "--url", tls.local)
    assert code == 0
    return str(found["password"])


def asked(url: str, home: Path, password: str) -> str:
    """What a connection is told: "" = it was let in, over TLS."""
    ready = ready_url(url, home=home, environ={PASSWORD_VARIABLE: password}, insecure=True)
    try:
        with centre_admin.opened(ready) as engine, engine.connect() as db:
            query = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
            assert db.execute(sa.text(query)).scalar() is True
            assert db.execute(sa.text("SELECT session_user")).scalar() == "P1"
    except EnvironmentFault as fault:
        told = str(fault)
    else:
        told = ""
    assert not password or password not in told
    return told


def test_only_the_right_way_in_is_open(tls: TlsServer, password: str, tmp_path: Path) -> None:
    full = {"sslmode": "verify-full", "sslrootcert": str(tls.ca)}
    assert asked(tls.url("P1", **full), tmp_path, password) == ""
    wrong_ca = tls.url("P1", sslmode="verify-full", sslrootcert=str(tls.other_ca))
    assert "certificate verify failed" in asked(wrong_ca, tmp_path, password)
    other_name = tls.url("P1", "127.0.0.1", **full)
    assert "does not match host name" in asked(other_name, tmp_path, password)
    # The server refuses what is not encrypted, whatever the client wants.
    assert "pg_hba.conf rejects" in asked(tls.url("P1", sslmode="disable"), tmp_path, password)
    assert "password authentication failed" in asked(tls.url("P1", **full), tmp_path, "guess")
    assert "no password supplied" in asked(tls.url("P1", **full), tmp_path, "")


def test_the_password_is_kept_as_scram(tls: TlsServer, password: str) -> None:
    engine = sa.create_engine(tls.local)
    with engine.connect() as db:
        kept = db.execute(sa.text("SELECT rolpassword FROM pg_authid WHERE rolname = 'P1'"))
        text = kept.scalar_one()
    engine.dispose()
    assert text.startswith("SCRAM-SHA-256$4096:")
    assert password not in text


def test_the_command_line_goes_there_with_a_file_and_says_no_secret(
    tls: TlsServer, password: str, tmp_path: Path, cli: Cli
) -> None:
    file = tmp_path / "centre.password"
    file.write_text(password + "\n")
    file.chmod(0o600)
    url = tls.url("P1", sslmode="verify-full", sslrootcert=str(tls.ca))
    code, found, err = cli("upgrade", "--url", url)
    assert code == 1  # a station's login is no administrator
    assert "may not do that" in str(found["error"]) or "refuses" in str(found["error"])
    assert password not in json.dumps(found) + err
    log = tmp_path / "logs" / "packbench.log"
    assert password not in (log.read_text() if log.exists() else "")
