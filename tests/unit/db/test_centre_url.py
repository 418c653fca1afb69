"""The address of a centre: no password in it, no open way to another machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import EnvironmentFault, UsageFault
from app.store.centre.url import PASSWORD_FILE, PASSWORD_VARIABLE, ready_url, refuse_password

PG = "postgresql+psycopg://u@"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://u:geheim@h/d",
        "postgresql+psycopg://u:geheim@h:port/d",
        f"{PG}h/d?password=geheim",
        "mysql://u:geheim@h/d",
        "geheim",
        "postgresql+psycopg://u:geheim@[h/d",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(url: str, tmp_path: Path) -> None:
    with pytest.raises(UsageFault) as caught:
        ready_url(url, home=tmp_path, environ={}, insecure=True)
    assert "geheim" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("place", "environ"),
    [
        ("centre.example/d", {}),
        ("centre.example/d?sslmode=require", {}),
        ("centre.example/d?sslmode=verify-ca", {}),
        ("/d?host=centre.example", {}),
        ("/d?hostaddr=10.0.0.1", {}),
        ("localhost/d?hostaddr=10.0.0.1", {}),
        ("/d?host=/tmp,centre.example", {}),
        ("/d?host=/tmp&host=centre.example", {}),
        ("/d", {"PGHOST": "centre.example"}),
        ("/d", {"PGHOSTADDR": "10.0.0.1"}),
        ("/d?service=x", {}),
        ("/d", {"PGSERVICE": "x"}),
        ("centre.example/d?sslmode=require", {"PGSSLMODE": "verify-full"}),
        ("localhost.example/d", {}),
    ],
)
def test_an_open_way_to_another_machine_is_refused(
    place: str, environ: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentFault, match=r"not safe|Name its host"):
        ready_url(PG + place, home=tmp_path, environ=environ)
    assert ready_url(PG + place, home=tmp_path, environ=environ, insecure=True).username == "u"


@pytest.mark.parametrize(
    ("place", "environ"),
    [
        ("localhost/d", {}),
        ("127.0.0.1:5433/d", {}),
        ("/d?host=/var/run/postgresql", {}),
        ("/d", {}),
        ("centre.example/d?sslmode=verify-full&sslrootcert=ca.crt", {}),
        ("centre.example/d", {"PGSSLMODE": "verify-full"}),
    ],
)
def test_a_safe_way_is_open(place: str, environ: dict[str, str], tmp_path: Path) -> None:
    assert ready_url(PG + place, home=tmp_path, environ=environ).password is None


def test_a_password_comes_from_the_environment_or_a_file_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / PASSWORD_FILE
    file.write_text("from file\n", "utf-8")
    file.chmod(0o600)
    url = f"{PG}localhost/d"
    assert ready_url(url, home=tmp_path, environ={}).password == "from file"
    given = {PASSWORD_VARIABLE: "given"}
    assert ready_url(url, home=tmp_path, environ=given).password == "given"
    assert "given" not in str(ready_url(url, home=tmp_path, environ=given))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_can_read_is_refused(mode: int, tmp_path: Path) -> None:
    file = tmp_path / PASSWORD_FILE
    file.write_text("geheim", "utf-8")
    file.chmod(mode)
    with pytest.raises(EnvironmentFault, match="chmod 600") as caught:
        ready_url(f"{PG}localhost/d", home=tmp_path, environ={})
    assert "geheim" not in str(caught.value)


def test_a_setting_with_a_password_is_refused() -> None:
    with pytest.raises(UsageFault, match=r"out of config\.toml"):
        refuse_password("postgresql+psycopg://u:x@h/d", "config.toml")
    refuse_password("sqlite:centre.db", "config.toml")
