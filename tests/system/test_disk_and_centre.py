"""The disk is full, or the centre is held by somebody else: the program goes on and loses nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import ExitCode
from tests.helpers.program import Program, make_site, order_of, rows, run_program

MUG = "9521321000001"
SIGN_IN = ("@1 scan B-ANN", "@2 scan SO-1")


def _mount(*words: str | Path) -> bool:
    try:
        return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


class Disk:
    """A small disk that can be filled and enlarged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self, *, leave: int = 0) -> None:
        room = os.statvfs(self.folder)
        self._filler.write_bytes(b"x" * (room.f_bavail * room.f_frsize - leave))

    def free(self) -> None:
        self._filler.unlink()

    def enlarge(self) -> None:
        assert _mount("-o", "remount,size=20m", self.folder)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root to mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    if not _mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", folder):
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def _kinds(file: Path) -> list[str]:
    return [verdict for (verdict,) in rows(file, "SELECT verdict FROM scan_log ORDER BY id")]


def test_a_full_disk_loses_nothing_that_was_answered(disk: Disk) -> None:
    home = make_site(disk.folder, "SO-1 lines=9xMUG")
    units = [f"@u{number} scan {MUG}" for number in range(9)]
    refused: list[str] = []
    with Program("replay", "-", "--home", home) as program:
        for line in (*SIGN_IN, "@3 scan A-01-1"):
            program.ask(line)
        disk.fill(leave=40_000)
        for line in units:
            said = program.ask(line)["outcome"]
            if said["kind"] == "not_stored":
                assert said["severity"] == "stop" and "disk is full" in said["values"]["reason"]
                refused.append(line)
        assert refused and refused == units[-len(refused) :]
        assert len(_kinds(home / "station-P1.db")) == 3 + len(units) - len(refused)
        disk.enlarge()
        answers = [program.ask(line) for line in units]  # the answered ones once more, too
        assert answers[-1]["outcome"]["kind"] == "line_picked"
        program.ask("online")
        assert program.ask("wait 1")["view"]["waiting"] == 0
        ended = program.close_input()
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    kinds = _kinds(home / "station-P1.db")
    assert kinds == ["signed_in", "order_opened", "bin_ok", *["unit_picked"] * 8, "line_picked"]
    assert order_of(home, "SO-1")["lines"][0]["picked"] == 9


def test_what_was_refused_for_want_of_room_is_done_whole_the_second_time(disk: Disk) -> None:
    home = make_site(disk.folder, "SO-1 lines=9xMUG")
    with Program("replay", "-", "--home", home) as program:
        for line in SIGN_IN:
            program.ask(line)
        disk.fill()
        assert program.ask("@3 scan A-01-1")["outcome"]["kind"] == "not_stored"
        disk.free()
        assert program.ask("@3 scan A-01-1")["outcome"]["kind"] == "bin_ok"
        program.kill()
    with Program("replay", "-", "--home", home) as program:
        assert program.ask("wait 1")["view"]["state"] == "scan_product"  # the bin is known
        assert program.close_input().code == ExitCode.OK


@pytest.mark.parametrize("leave", [28_672, 32_768])
def test_the_sync_goes_on_after_a_full_disk(disk: Disk, tmp_path: Path, leave: int) -> None:
    """The scan fits, the centre's acknowledgement of it does not."""
    site = make_site(tmp_path / "site", "SO-1 lines=9xMUG")
    words = ("--home", disk.folder, "--centre", f"sqlite:{site / 'centre.db'}")
    with Program("replay", "-", *words) as program:
        for line in (*SIGN_IN, "scan A-01-1"):
            program.ask(line)
        disk.fill(leave=leave)
        while program.ask(f"scan {MUG}")["outcome"]["kind"] != "not_stored":
            pass
        disk.free()
        view = program.ask(f"scan {MUG}")["view"]
        assert (view["online"], view["waiting"]) == (True, 0)
        done = view["done"]
        assert program.close_input().code == ExitCode.OK
    assert order_of(site, "SO-1")["lines"][0]["picked"] == done


def test_a_start_on_a_full_disk(disk: Disk) -> None:
    make_site(disk.folder)
    disk.fill()
    for words in (("replay", "-"), ("station", "--offscreen")):
        done = run_program(*words, "--home", disk.folder, input="scan B-ANN")
        assert (done.code, done.out) == (ExitCode.ERROR, "")
        assert done.sentence.startswith("The disk is full")


def test_a_centre_that_another_program_holds(tmp_path: Path) -> None:
    home = make_site(tmp_path, "SO-1 lines=2xMUG")
    with Program("replay", "-", "--home", home) as program:
        assert program.ask("scan B-ANN")["view"]["online"]
        with closing(sqlite3.connect(home / "centre.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            script = ("scan SO-1", "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1")
            found = [program.ask(line) for line in script]
            other.execute("ROLLBACK")
        assert [answer["view"]["online"] for answer in found] == [False] * len(script)
        assert found[-1]["outcome"]["kind"] == "order_picked"
        assert found[-1]["view"]["waiting"] > 0
        view = program.ask("online")["view"]
        assert (view["online"], view["waiting"]) == (True, 0)
        assert program.close_input().err == ""
    assert order_of(home, "SO-1")["order"]["sub_state"] == "picked"
