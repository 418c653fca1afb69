"""The command sheet as a file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import pytest

from app.domain.commands import Command
from app.errors import ExitCode
from tests.integration.cli.conftest import Cli


def test_the_sheet_replaces_the_one_before(cli: Cli, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    assert cli("commands", "--pdf", path, "--json").json == {"pdf": str(path)}
    words = _words(path)
    for command in Command:
        assert command.barcode in words
    assert "封箱" in words
    assert cli("commands", "--pdf", path, "--lanyard").out == f"{path}\n"
    assert Command.OK.barcode in _words(path)
    assert Command.N9.barcode not in _words(path)
    assert list(tmp_path.iterdir()) == [path]
    assert not home.exists()


def _words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("place", ["none/sheet.pdf", "file/sheet.pdf", "folder"])
def test_where_it_cannot_be_written(cli: Cli, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    found = cli("commands", "--pdf", tmp_path / place, "--json")
    assert found.code == ExitCode.ERROR
    assert str(tmp_path / place) in found.json["error"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
