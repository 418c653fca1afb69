"""Packed files and progress."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from app.intake.opening import open_text
from app.intake.values import IntakeError

TEXT = "ref,sku\r\n" + "Ä,1\r\n" * 50_000


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress])
def test_plain_and_packed_files(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    path, steps = tmp_path / "named.anyhow", list[tuple[int, int]]()
    path.write_bytes(pack(TEXT.encode()))
    with open_text(path, "utf-8", lambda done, size: steps.append((done, size))) as file:
        assert file.read() == TEXT
    assert steps == sorted(steps)
    assert steps[-1] == (path.stat().st_size, path.stat().st_size)


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_a_cut_archive(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "cut"
    path.write_bytes(pack(TEXT.encode())[:-20])
    with pytest.raises(IntakeError, match="damaged"), open_text(path, "utf-8", None) as file:
        file.read()


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(IntakeError, match="permission"), open_text(tmp_path, "utf-8", None):
        pass
