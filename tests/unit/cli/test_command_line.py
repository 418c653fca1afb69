"""The command line's shape: quick, without Qt, the home's option everywhere."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli.command_words import WORDS
from app.cli.import_file import KINDS
from app.cli.main import COMMANDS, parser
from app.cli.output import table, width
from app.domain.commands import Command
from app.intake import formats
from app.paths import Home

ROOT = Path(__file__).parents[3]
PRESENT = [
    (name, module, text)
    for name, (module, text) in COMMANDS.items()
    if importlib.util.find_spec(f"app.cli.{module}")
]


def _python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_help_is_quick() -> None:
    """Measured inside: how long a machine takes to start Python is not ours."""
    code = (
        "import time; t = time.perf_counter()\n"
        "from app.__main__ import main\n"
        "assert main(['--help']) == 0\n"
        "import sys; print(time.perf_counter() - t, file=sys.stderr)"
    )
    runs = [float(_python(code).stderr) for _ in range(3)]
    assert min(runs) < 0.25


@pytest.mark.parametrize(
    "words",
    [
        ["formats"],
        ["import", "none.csv", "--format", "packbench-csv"],
        ["order", "show", "1"],
        ["commands", "--pdf", "/none/sheet.pdf"],
    ],
)
def test_no_qt_without_a_window(words: list[str], tmp_path: Path) -> None:
    words = [*words, "--home", str(tmp_path / "home")]
    code = (
        f"import sys; from app.__main__ import main; main({words!r})\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)"
    )
    ran = _python(code)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_what_a_command_writes_is_for_its_owner_alone(tmp_path: Path) -> None:
    made = tmp_path / "sheet.pdf"
    before = os.umask(0o022)
    try:
        assert main(["commands", "--pdf", str(made), "--home", str(tmp_path / "home")]) == 0
        assert os.umask(0o022) == 0o022  # and the caller's own files are as before
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.parametrize(("name", "module", "text"), PRESENT)
def test_the_list_of_commands_says_what_they_say(name: str, module: str, text: str) -> None:
    made = argparse.ArgumentParser(prog="packbench")
    importlib.import_module(f"app.cli.{module}").add(made.add_subparsers())
    said = " ".join(made.format_help().split())
    assert f"{name} {text}" in said


@pytest.mark.parametrize(("name", "module", "text"), PRESENT)
def test_every_command_has_help(
    name: str, module: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, "--help"]) == 0
    assert "--home" in capsys.readouterr().out


def test_the_home_may_stand_before_and_after() -> None:
    for words in (["--home", "order", "formats"], ["formats", "--home", "order"]):
        assert parser(words).parse_args(words).home == "order"
    assert parser(["formats"]).parse_args(["formats"]).home is None


def test_the_home_of_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PACKBENCH_HOME", str(tmp_path))
    assert Home.find(None).root == tmp_path
    assert Home.find("here").root == Path("here").absolute()
    monkeypatch.delenv("PACKBENCH_HOME")
    assert "packbench" in str(Home.find(None).root)


def test_names_of_files_are_safe_and_stay_apart(tmp_path: Path) -> None:
    home = Home(tmp_path)
    names = ["P1", "a/b", "a:b", "a b", "打包", ""]
    paths = [home.station_file(name) for name in names]
    assert len(set(paths)) == len(names)
    assert {path.parent for path in paths} == {tmp_path}
    assert home.station_file("P1").name == "station-P1.db"


def test_formats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["formats"]) == len(formats.all_formats())
    assert "uci-online-retail" in found["maps"]
    assert main(["formats", "packbench-csv", "--what", "bins"]) == 0
    assert "position in the walking order" in capsys.readouterr().out
    assert main(["formats"]) == 0
    assert "woocommerce-json" in capsys.readouterr().out


def test_kinds_are_those_of_the_catalogue() -> None:
    assert tuple(dict.fromkeys(one.what for one in formats.all_formats())) == KINDS


def test_every_command_has_words_and_they_are_the_screens() -> None:
    from ui.words.commands import COMMANDS as ON_SCREEN

    assert set(WORDS) == set(Command)
    assert {command: words[0] for command, words in WORDS.items()} == ON_SCREEN


def test_columns_of_chinese_stay_in_line() -> None:
    lines = table([("打包", "1"), ("pack", "2")])
    assert [width(line) for line in lines] == [7, 7]
