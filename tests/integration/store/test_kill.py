"""A station that is killed at any moment has lost nothing it acknowledged."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import IO, cast

import pytest

from app.cli.replay import Replay
from app.clock import ManualClock
from app.compose.bench import Plan, ScriptBench
from app.config import Config
from app.domain.facts import FactKind, chain_hash
from app.domain.rows.orders import Order
from app.paths import Home
from app.store.station.file import StationFile
from tests.helpers.scenario import START, Scene

KILLS = 20
LINES = 10_000

if sys.platform == "win32":
    pytest.skip("nothing is forked there", allow_module_level=True)


class Said:
    """The child's standard output: one line, one message."""

    def __init__(self, to: Connection[str, str]) -> None:
        self._to = to

    def write(self, text: str) -> None:
        self._to.send(text)

    def flush(self) -> None:
        """Nothing is held back."""


def child(home: Home, to: Connection[str, str]) -> None:
    """`packbench replay`, on lines that never end."""
    sys.stdout = cast("IO[str]", Said(to))
    clock = ManualClock(START)
    bench = ScriptBench(Plan(home, "P1", Config(), home.centre_url, clock), ())
    bench.online = False
    Replay(bench, clock).run(["scan 9521321000003"] * LINES)


@pytest.fixture
def home(tmp_path: os.PathLike[str]) -> Home:
    """A picker is signed in before a bin with plenty of one product."""
    scene = Scene(Home.find(str(tmp_path)).root / "home")
    try:
        scene.given("product MUG barcode=9521321000003 weight=340")
        scene.given("bin A-01-1 walk=1")
        scene.given("stock A-01-1 MUG 90000")
        scene.given("operator 11 badge=B-ANN")
        scene.given("order SO-1 lines=80000xMUG")
        for line in ("scan B-ANN -> signed_in", "scan SO-1 -> order_opened"):
            assert "unexpected" not in scene.do(line)
        assert "unexpected" not in scene.do("scan A-01-1 -> bin_ok")
    finally:
        scene.close()
    return scene.home


def test_every_acknowledged_scan_survives(home: Home) -> None:
    """The child is killed while it works, at a moment nobody has foreseen."""
    dice = random.Random(os.urandom(8))
    programs = multiprocessing.get_context("forkserver")
    programs.set_forkserver_preload([__name__])
    acknowledged = 0
    for _ in range(KILLS):
        here, there = programs.Pipe(duplex=False)
        with here:
            program = programs.Process(target=child, args=(home, there))
            program.start()
            there.close()
            for _line in range(dice.randint(1, 40)):
                acknowledged = number_of(here)
            program.kill()
            program.join(20)
            # What it said before it died was said after it was durable.
            with suppress(EOFError):
                while True:
                    acknowledged = number_of(here)
            program.close()
        check(home, acknowledged)
    assert acknowledged > KILLS


def number_of(said: Connection[str, str]) -> int:
    answer = json.loads(said.recv())
    assert answer["outcome"]["kind"] == "unit_picked"
    return int(answer["seq"])


def check(home: Home, acknowledged: int) -> None:
    file = StationFile.open(home.station_file("P1"), "P1")
    try:
        facts = file.history.facts_after(0, 100_000)
        assert file.last_seq >= acknowledged, f"{acknowledged - file.last_seq} scans are lost"
        assert [fact.seq for fact in facts] == list(range(1, file.last_seq + 1))
        previous = ""
        for fact in facts:
            assert chain_hash(previous, fact) == fact.hash
            previous = fact.hash
        units = sum(fact.kind == FactKind.UNIT_PICKED for fact in facts)
        order = file.rows.get(Order, "shop:SO-1")
        assert order is not None and order.lines[0].picked == units
        # The session goes on exactly where the journal stands.
        stops = json.loads(file.meta.session)["task"]["stops"]
        assert stops[0]["done"] == units
    finally:
        file.close()
