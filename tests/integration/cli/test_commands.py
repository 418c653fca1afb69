"""The command sheet as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import commands
from app.errors import ExitCode
from tests.integration.cli.conftest import Cli


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn is tested where it is drawn."""
    monkeypatch.setattr(commands, "_made", lambda name: f"%PDF {name}".encode())


def test_the_sheet_replaces_the_one_before(cli: Cli, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    assert cli("commands", "--pdf", path, "--json").json == {"pdf": str(path)}
    assert path.read_bytes() == b"%PDF command_sheet"
    assert cli("commands", "--pdf", path, "--lanyard").out == f"{path}\n"
    assert path.read_bytes() == b"%PDF lanyard"
    assert list(tmp_path.iterdir()) == [path]
    assert not home.exists()


@pytest.mark.parametrize("place", ["none/sheet.pdf", "file/sheet.pdf", "folder"])
def test_where_it_cannot_be_written(cli: Cli, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    found = cli("commands", "--pdf", tmp_path / place, "--json")
    assert found.code == ExitCode.ERROR
    assert str(tmp_path / place) in found.json["error"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
