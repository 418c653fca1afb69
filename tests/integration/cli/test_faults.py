"""What goes wrong ends with one sentence and the documented code; nothing is ever printed twice."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli import import_file
from app.errors import ExitCode
from tests.conftest import StrayLogs
from tests.integration.cli.conftest import Cli, order

Orders = Callable[..., Path]
JSON = ("--format", "packbench-json", "--json")


def _sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and "Traceback" not in text and text.count("\n") == 1


def test_a_file_that_is_not_there(cli: Cli, tmp_path: Path) -> None:
    found = cli("import", tmp_path / "none.json", *JSON)
    assert (found.code, found.json) == (
        ExitCode.ERROR,
        {"error": f"There is no file {tmp_path / 'none.json'}."},
    )
    assert _sentence(found.err)


def test_a_broken_file(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text('{"orders": [', "utf-8")
    found = cli("import", path, *JSON)
    assert found.code == ExitCode.ERROR
    assert "not proper JSON" in found.json["error"]


def test_a_home_that_is_a_file(cli: Cli, home: Path, orders_file: Orders) -> None:
    home.write_text("", "utf-8")
    found = cli("import", orders_file(order("1")), *JSON)
    assert found.code == ExitCode.ERROR
    assert found.json["error"] == f"{home} is no folder. Name another one with --home."


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write")
def test_a_home_that_cannot_be_written(
    orders_file: Orders, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(orders_file(order("1")))
    code = main(["--home", "/proc/packbench", "import", path, *JSON])
    said = capsys.readouterr()
    assert code == ExitCode.ERROR
    assert "/proc/packbench" in json.loads(said.out)["error"]
    assert _sentence(said.err)


def test_a_centre_that_does_not_answer(cli: Cli, orders_file: Orders, tmp_path: Path) -> None:
    path, folder = orders_file(order("1")), tmp_path / "later"
    url = f"sqlite:{folder / 'centre.db'}"
    found = cli("import", path, *JSON, "--centre", url)
    assert (found.code, found.json) == (ExitCode.ERROR, {"error": "The centre does not answer."})
    folder.mkdir()
    assert cli("import", path, *JSON, "--centre", url).json["orders_new"] == 1


def test_a_centre_that_is_no_database(cli: Cli, home: Path, orders_file: Orders) -> None:
    home.mkdir()
    (home / "centre.db").write_bytes(b"this is no database at all" * 100)
    found = cli("import", orders_file(order("1")), *JSON)
    assert found.code == ExitCode.ERROR
    assert "damaged" in found.json["error"]


def test_other_words_for_a_centre(cli: Cli, orders_file: Orders) -> None:
    found = cli("import", orders_file(order("1")), *JSON, "--centre", "mysql://x")
    assert found.code == ExitCode.USAGE
    assert "sqlite:FILE" in found.json["error"]


def test_rows_go_to_the_home_where_the_folder_cannot_be_written(
    cli: Cli, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "archive"
    source.mkdir()
    path = source / "o.csv"
    path.write_text("ref,placed_at,sku,quantity\n1,2026-03-02T08:15:00Z,MUG,x\n", "utf-8")
    write = Path.open

    def refuse(target: Path, mode: str = "r", *words: object, **named: object) -> object:
        if target.parent == source and "w" in mode:
            raise PermissionError(13, os.strerror(13))
        return write(target, mode, *words, **named)  # type: ignore[call-overload]  # as it was

    monkeypatch.setattr(Path, "open", refuse)
    found = cli("import", path, "--format", "packbench-csv", "--json")
    assert found.code == ExitCode.REJECTED
    assert found.json["rejected_file"] == str(home / "rejected" / "o.rejected.csv")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ((), "COMMAND"),
        (("nonsense",), "nonsense"),
        (("import",), "FILE"),
        (("import", "x", "--format", "none"), "There is no format none"),
        (("import", "x", "--format", "csv"), "--map"),
        (("import", "x", "--format", "shopify-csv", "--map", "m"), "--map"),
        (("import", "x", "--format", "csv", "--what", "gold"), "gold"),
        (("formats", "none"), "no such format"),
        (("order",), "VERB"),
    ],
)
def test_words_that_are_off(cli: Cli, words: tuple[str, ...], part: str) -> None:
    found = cli(*words)
    assert (found.code, found.out) == (ExitCode.USAGE, "")
    assert part in found.err
    as_json = cli(*words, "--json")
    assert as_json.code == ExitCode.USAGE
    assert list(as_json.json) == ["error"]


@pytest.fixture
def a_bug(monkeypatch: pytest.MonkeyPatch, stray_logs: StrayLogs) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("a bug")

    stray_logs.expected.add("app.cli.main")
    monkeypatch.setattr(import_file, "run", broken)


@pytest.mark.usefixtures("a_bug")
def test_a_bug_is_a_number_and_a_line_in_the_log(cli: Cli, home: Path, orders_file: Orders) -> None:
    found = cli("import", orders_file(order("1")), *JSON)
    assert found.code == ExitCode.ERROR
    assert "Traceback" not in found.err
    log = home / "logs" / "packbench.log"
    assert str(log) in found.json["error"]
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    report = found.json["error"].split("report ")[1][:6]
    assert f"report {report}" in lines[-1]["text"]
    assert "ZeroDivisionError" in lines[-1]["traceback"]


@pytest.mark.usefixtures("a_bug")
def test_a_bug_where_no_log_can_be_written(cli: Cli, home: Path, orders_file: Orders) -> None:
    home.write_text("", "utf-8")
    found = cli("import", orders_file(order("1")), *JSON)
    assert found.code == ExitCode.ERROR
    assert "could not be written" in found.json["error"]


def test_the_keyboard_stops_it(
    cli: Cli, orders_file: Orders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_file, "run", stopped)
    found = cli("import", orders_file(order("1")), *JSON)
    assert (found.code, found.json) == (ExitCode.ERROR, {"error": "Stopped."})


def test_asking_founds_no_centre(cli: Cli, home: Path) -> None:
    found = cli("order", "show", "1", "--json")
    assert found.code == ExitCode.ERROR
    assert "no centre" in found.json["error"]
    assert not home.exists()
