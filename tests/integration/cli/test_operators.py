"""`packbench operators`: people, roles, PINs and badges, and who may change them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from app.errors import ExitCode
from tests.helpers.program import codes_in_file
from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli

SITE = """\
given product MUG barcode=9521321000001
given operator 11 badge=B-ANN roles=picker
given operator 1 badge=B-ROOT roles=admin
"""
BY = ("--operator", "1")


@pytest.fixture
def site(cli: Cli, home: Path) -> Cli:
    with scene(home) as played:
        for line in SITE.strip().splitlines():
            played.do(line)
    return cli


def people(site: Cli) -> dict[str, dict[str, Any]]:
    return {one["operator"]: one for one in site("operators", "list", "--json").json["operators"]}


def test_a_new_person_signs_in_by_the_printed_badge(site: Cli, home: Path, tmp_path: Path) -> None:
    card = tmp_path / "bob.pdf"
    words = ("operators", "add", "12", "--name", "Bob Ray", "--role", "packer", "--badge", card)
    done = site(*words, *BY)
    assert (done.code, "Bob Ray" in done.out) == (ExitCode.OK, True)
    (badge,) = codes_in_file(card)
    assert badge not in done.out + done.err
    with scene(home) as played:
        assert played.run(f"scan {badge} -> signed_in operator=Bob_Ray") == []
    files = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in files if badge.encode() in path.read_bytes()], "a secret is kept"


def test_a_new_badge_ends_the_old_one(site: Cli, home: Path, tmp_path: Path) -> None:
    site("operators", "set", "11", "--badge", tmp_path / "ann.pdf", *BY)
    (badge,) = codes_in_file(tmp_path / "ann.pdf")
    with scene(home) as played:
        assert played.run(f"scan B-ANN -> badge_unknown\nscan {badge} -> signed_in") == []


def test_a_pin_is_read_from_standard_input(site: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, code in (("12ab\n", ExitCode.USAGE), ("7777\n", ExitCode.USAGE), ("2580\n", 0)):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        assert site("operators", "set", "11", "--pin", *BY).code == code
    assert people(site)["11"]["pin"] is True
    assert site("operators", "set", "11", "--no-pin", *BY).code == ExitCode.OK
    assert people(site)["11"]["pin"] is False


def test_roles_language_and_disabling(site: Cli, home: Path) -> None:
    words = ("--role", "picker", "--role", "supervisor", "--lang", "zh_CN", "--disable")
    site("operators", "set", "11", *words, *BY)
    ann = people(site)["11"]
    assert (ann["roles"], ann["language"], ann["disabled"]) == (
        ["picker", "supervisor"],
        "zh_CN",
        True,
    )
    with scene(home) as played:
        assert played.do("scan B-ANN")["outcome"]["kind"] != "signed_in"
    assert site("operators", "set", "11", "--enable", *BY).code == ExitCode.OK


@pytest.mark.parametrize(
    "words", [("--disable",), ("--role", "picker"), ("--role", "supervisor", "--disable")]
)
def test_nobody_removes_the_last_administrator(site: Cli, words: tuple[str, ...]) -> None:
    done = site("operators", "set", "1", *words, *BY)
    assert (done.code, "last administrator" in done.err) == (ExitCode.ERROR, True)
    site("operators", "set", "11", "--role", "admin", *BY)
    assert site("operators", "set", "1", *words, *BY).code == ExitCode.OK
    assert site("operators", "set", "11", "--name", "Ann", "--operator", "1").code != ExitCode.OK


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "11", "--name", "X", "--operator", "11"), "takes an administrator"),
        (("set", "11", "--name", "X"), "which administrator you are"),
        (("set", "77", "--name", "X", *BY), "knows no person 77"),
        (("set", "11", *BY), "is so already"),
        (("set", "11", "--name", " ", *BY), "--name is empty"),
        (("add", "11", "--name", "X", "--badge", "x.pdf", *BY), "already: use set"),
        (("add", "12", "--name", "X", "--badge", "x.png", *BY), "a file .pdf"),
    ],
)
def test_what_cannot_be_is_refused_in_words(site: Cli, words: tuple[str, ...], said: str) -> None:
    before = people(site)
    done = site("operators", *words)
    assert done.code in {ExitCode.ERROR, ExitCode.USAGE}
    assert said in done.err, done.err
    assert people(site) == before


def test_a_site_without_an_administrator_gets_its_first_one(cli: Cli, home: Path) -> None:
    with scene(home) as played:
        played.do("given operator 11 badge=B-ANN roles=picker")
    assert cli("operators", "set", "11", "--role", "admin").code == ExitCode.OK
    assert cli("operators", "set", "11", "--role", "picker", "--operator", "11").code != 0
