"""The address of a centre: its password comes from elsewhere, and the way there is encrypted.

A password in an address would stand in files, in shell histories and in the list of processes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import sqlalchemy as sa

from app.errors import EnvironmentFault, UsageFault
from app.secret_file import kept_secret

PASSWORD_VARIABLE = "PACKBENCH_CENTRE_PASSWORD"  # noqa: S105  a name, not a password
PASSWORD_FILE = "centre.password"  # noqa: S105  the name of a file
_LOCAL = {"", "localhost", "127.0.0.1", "::1"}


def ready_url(
    text: str, *, home: Path, environ: Mapping[str, str], insecure: bool = False
) -> sa.URL:
    """The address with its password, checked.

    Raises UsageFault for a password in it or another database, EnvironmentFault for a way that is
    not encrypted and for a password file that others can read. insecure: do not demand encryption.
    """
    url = _parsed(text)
    if url.drivername == "sqlite":
        return url
    refuse_password(text)
    if not insecure:
        _demand_tls(url, environ)
    password = kept_secret(home, PASSWORD_FILE, PASSWORD_VARIABLE, environ)
    # Without a password libpq itself looks into PGPASSWORD, PGPASSFILE and ~/.pgpass.
    return url.set(password=password) if password else url


def refuse_password(text: str, where: str = "the address") -> None:
    """Raises UsageFault for an address with a password. where: in which place it was written."""
    url = _parsed(text)
    if url.password is not None or "password" in url.query:
        raise UsageFault(
            f"Leave the password out of {where}. Put it into {PASSWORD_FILE} in the home"
            f" (mode 0600), into {PASSWORD_VARIABLE} or into ~/.pgpass."
        )


def _parsed(text: str) -> sa.URL:
    """The address; an error never repeats it, as it may hold a password."""
    if text.startswith("sqlite:"):
        path = text.removeprefix("sqlite:").removeprefix("///")
        return sa.URL.create("sqlite", database=path)
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError):
        raise UsageFault(
            "A centre is sqlite:FILE or postgresql+psycopg://USER@HOST/NAME."
        ) from None
    if url.drivername != "postgresql+psycopg":
        raise UsageFault("A centre is sqlite:FILE or postgresql+psycopg://USER@HOST/NAME.")
    return url


def _demand_tls(url: sa.URL, environ: Mapping[str, str]) -> None:
    if "service" in url.query or "PGSERVICE" in environ:
        raise EnvironmentFault("A service file hides where the centre is. Name its host.")
    if all(host in _LOCAL or host.startswith(("/", "@")) for host in _hosts(url, environ)):
        return
    mode = _word(url, "sslmode") or environ.get("PGSSLMODE", "")
    if mode != "verify-full":
        raise EnvironmentFault(
            "The way to the centre is not safe. Add ?sslmode=verify-full&sslrootcert=FILE to its"
            " address, or say --insecure."
        )


def _hosts(url: sa.URL, environ: Mapping[str, str]) -> list[str]:
    """Every host libpq may connect to."""
    found: list[str] = []
    for name, variable in (("host", "PGHOST"), ("hostaddr", "PGHOSTADDR")):
        given = url.query.get(name, ())
        texts = [given] if isinstance(given, str) else list(given)
        if name == "host" and url.host:
            texts.append(url.host)
        texts = texts or [environ.get(variable, "")]
        found += [host for text in texts for host in text.split(",")]
    return found


def _word(url: sa.URL, name: str) -> str:
    found = url.query.get(name, "")
    return found if isinstance(found, str) else found[-1]
