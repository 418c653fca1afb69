"""`packbench supervisor` as a program: it opens, survives, and ends when it is told to."""

from __future__ import annotations

from pathlib import Path

from app.errors import ExitCode
from tests.helpers.program import Program, make_site, run_program, wait_until


def test_it_watches_an_embedded_centre_and_ends_in_order(tmp_path: Path) -> None:
    home = make_site(tmp_path / "home", "SO-1 lines=2xMUG")
    log = home / "logs" / "packbench.log"
    with Program("supervisor", "--offscreen", "--home", home) as program:
        wait_until(lambda: log.exists() and "centre answers" in log.read_text("utf-8"), "it")
        # Another program may work meanwhile: whoever watches locks nothing.
        done = run_program("order", "show", "SO-1", "--home", home)
        assert done.code == ExitCode.OK
        ended = program.stop(20)
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    assert "Traceback" not in log.read_text("utf-8")


def test_a_centre_that_cannot_be_is_told_in_words(tmp_path: Path) -> None:
    done = run_program("supervisor", "--offscreen", "--home", tmp_path, "--centre", "mysql://x")
    assert done.code == ExitCode.USAGE
    assert "Traceback" not in done.err and done.sentence
