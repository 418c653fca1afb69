from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.progress import ProgressBar
from app.clock import SystemClock
from app.importing.reading import Request
from app.importing.run import run_import
from app.intake.formats import ORDERS, Format
from app.intake.values import Parsed, ReadOptions
from app.paths import Home
from tests.conftest import StrayLogs


def test_a_reader_that_lost_lines_is_reported(
    tmp_path: Path, stray_logs: StrayLogs, caplog: pytest.LogCaptureFixture
) -> None:
    """Its bug must not become an order that ships incomplete, and nobody knows."""

    def read(_path: Path, _options: ReadOptions) -> Parsed:
        return Parsed("odd", lines=3, lines_used=1)

    stray_logs.expected.add("app.importing.reading")
    home = Home(tmp_path)
    request = Request(tmp_path / "file.odd", Format("odd", ORDERS, "", (), {}, read))
    run_import(request, home, home.centre_url, SystemClock(), ProgressBar(on=False))
    assert "the reader of odd has lost 2 lines" in caplog.text
