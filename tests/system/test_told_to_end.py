"""A station that is told to end while it starts, ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import ExitCode
from tests.helpers.program import DEADLINE_S, environment, make_site

PROGRAM = """
import os, signal, sys
from app.__main__ import main
from app.compose.desktop import Desktop

start = Desktop.start

def told_at_once(desktop):
    start(desktop)
    os.kill(os.getpid(), signal.SIGTERM)

Desktop.start = told_at_once
sys.exit(main())
"""


@pytest.mark.parametrize("more", [(), ("--kiosk",)], ids=["window", "kiosk"])
def test_a_signal_before_the_window_works_is_not_forgotten(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    make_site(tmp_path)
    words = ["station", "--offscreen", "--home", str(tmp_path), *more]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
