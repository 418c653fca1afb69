"""A real station's process, killed with -9 in the middle of its talk with a PostgreSQL centre."""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from io import StringIO
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, cast

from app.cli.replay import Replay
from app.clock import ManualClock
from app.compose.bench import Plan, ScriptBench
from app.config import Config
from app.domain.address import Address
from app.domain.documents import (
    BinDocument,
    LineDocument,
    OperatorDocument,
    OrderDocument,
    ProductDocument,
    StockDocument,
)
from app.domain.facts import FactKind, Kind, chain_hash
from app.importing.direct import import_documents
from app.paths import Home
from tests.chaos import invariants
from tests.helpers.model import START
from tests.helpers.program import pause

NAME = "P1"
ORDER = "shop:SO-1"
BARCODE = "9521321000003"
LINES = 10_000
MOST_SCANS = 12
MOST_S = 0.03  # about as long as one scan and its exchange with the centre


@dataclass(frozen=True)
class Loss:
    """acknowledged: scans answered. extra: durable, and killed before the answer was seen."""

    kills: int
    acknowledged: int
    lost: int
    doubled: int
    extra: int


class Said:
    """The child's standard output: one line, one message."""

    def __init__(self, to: Connection[str, str]) -> None:
        self._to = to

    def write(self, text: str) -> None:
        self._to.send(text)

    def flush(self) -> None:
        """Nothing is held back."""


def child(home: Home, url: str, to: Connection[str, str]) -> None:
    """`packbench replay` at that centre, on lines that never end; it syncs after every one."""
    sys.stdout = cast("IO[str]", Said(to))
    clock = ManualClock(START)
    bench = ScriptBench(Plan(home, NAME, Config(), url, clock), ())
    Replay(bench, clock).run([f"scan {BARCODE}"] * LINES)


def prepare(folder: Path, url: str) -> Home:
    """A picker stands before a bin with plenty of one product."""
    home = Home(folder).ensure()
    import_documents(
        {
            "bins": [BinDocument("A-01-1", 1)],
            "products": [ProductDocument("MUG", "Mug", (BARCODE,), 340, 90, 90, 90)],
            "stock": [StockDocument("A-01-1", "MUG", 1_000_000)],
            "operators": [OperatorDocument("11", "Ann", "B-ANN")],
            "orders": [
                OrderDocument(
                    "shop", "SO-1", START, Address("Ada"), (LineDocument(1, "MUG", "Mug", 900_000),)
                )
            ],
        },
        home,
        url,
        ManualClock(START),
    )
    clock = ManualClock(START)
    bench = ScriptBench(Plan(home, NAME, Config(), url, clock), ())
    try:
        with redirect_stdout(StringIO()):
            code = Replay(bench, clock).run(["scan B-ANN", "scan SO-1", "scan A-01-1"])
        assert code == 0
        assert bench.online
    finally:
        bench.close()
    return home


def run(folder: Path, url: str, *, kills: int, dice: random.Random) -> Loss:
    home = prepare(folder, url)
    path = home.station_file(NAME)
    programs = multiprocessing.get_context("forkserver")
    programs.set_forkserver_preload([__name__])
    told, acknowledged, lost, extra = 0, 0, 0, 0
    for _ in range(kills):
        before = _units(path)
        here, there = programs.Pipe(duplex=False)
        with here:
            program = programs.Process(target=child, args=(home, url, there))
            program.start()
            there.close()
            seen = dice.randint(1, MOST_SCANS)
            for _scan in range(seen):
                told = _number(here)
            pause(dice.uniform(0, MOST_S))
            program.kill()
            program.join(20)
            # What it said before it died was said after it was durable.
            with suppress(EOFError):
                while True:
                    told = _number(here)
                    seen += 1
            program.close()
        acknowledged += seen
        now = _units(path)
        lost += max(0, seen - (now - before))
        extra += max(0, now - before - seen)
    _settle(home, url)
    return Loss(kills, acknowledged, *_compare(path, url, told, lost), extra)


def _number(said: Connection[str, str]) -> int:
    answer = json.loads(said.recv())
    assert answer["outcome"]["kind"] == "unit_picked", answer
    return int(answer["seq"])


def _units(path: Path) -> int:
    return sum(fact.kind == FactKind.UNIT_PICKED for fact in invariants.facts_in(path, NAME))


def _settle(home: Home, url: str) -> None:
    bench = ScriptBench(Plan(home, NAME, Config(), url, ManualClock(START)), ())
    try:
        bench.open()
        assert bench.online
    finally:
        bench.close()


def _compare(path: Path, url: str, told: int, lost: int) -> tuple[int, int]:
    """Lost and doubled facts, in the file and at the centre."""
    facts = invariants.facts_in(path, NAME)
    previous = ""
    for fact in facts:
        assert chain_hash(previous, fact) == fact.hash
        previous = fact.hash
    centre = invariants.centre_of(url)
    there = [row for row in centre.events if row.origin == NAME]
    lost += max(0, told - len(facts)) + len(
        {f.event_id for f in facts} - {r.event_id for r in there}
    )
    doubled = len(there) - len({row.seq for row in there}) + max(0, len(there) - len(facts))
    units = sum(fact.kind == FactKind.UNIT_PICKED for fact in facts)
    picked = centre.values(Kind.ORDER)[ORDER].lines[0].picked
    return lost + max(0, units - picked), doubled + max(0, picked - units)
