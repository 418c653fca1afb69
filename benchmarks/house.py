"""What a turn and a workflow cost: statements, moves between files, the home screen, files.

Counts are the same on every machine; the home screen's times are this one's.
"""

from __future__ import annotations

import ast
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import sqlalchemy as sa

from app.device_api import Scan
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.station.messages import Message, Tick
from app.station.workflows import WORKFLOWS
from benchmarks.table import quantile, show
from tests.helpers.scenario import Scene

ROOT = Path(__file__).parents[1]
APP = str(ROOT / "app")
FLOORS = ("app/domain", "app/station", "ui")
UNITS = (0, 1_000, 6_000)
GIVEN = """
given product MUG barcode=9521321000001 weight=340
given product POT barcode=9521321000018 weight=980
given bin A-01-1 walk=1
given bin A-02-1 walk=2
given stock A-01-1 MUG 90
given stock A-02-1 POT 90
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN
given order SO-1 lines=4xMUG,4xPOT
given order SO-2 lines=4xMUG,4xPOT
"""
PICKED = ["scan A-01-1", *["scan 9521321000001"] * 4, "scan T-9"]
PICKED += ["scan A-02-1", *["scan 9521321000018"] * 4, "scan T-9"]


@dataclass
class Cost:
    statements: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def row(self) -> list[str]:
        begun = [text for text in self.statements if text.startswith("BEGIN")]
        writes = sum("IMMEDIATE" in text for text in begun)
        pairs = zip(self.files, self.files[1:], strict=False)
        moves = sum(before != after for before, after in pairs)
        return [str(len(self.statements)), str(writes), str(len(begun) - writes), str(moves)]


@contextmanager
def counted() -> Iterator[Cost]:
    cost = Cost()

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        cost.statements.append(statement)

    def enter(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(APP):
            cost.files.append(frame.f_code.co_filename)

    sa.event.listen(sa.engine.Engine, "before_cursor_execute", note)
    sys.setprofile(enter)
    try:
        yield cost
    finally:
        sys.setprofile(None)
        sa.event.remove(sa.engine.Engine, "before_cursor_execute", note)


def cost_of(scene: Scene, message: Callable[[], Message]) -> list[str]:
    assert scene.bench is not None
    scene.clock.advance(1)
    asked = message()
    with counted() as cost:
        scene.bench.station.handle(asked)
    scene.bench.settle()
    return cost.row


def turns(scene: Scene) -> list[list[str]]:
    """A picked and a packed unit, the second of their kind, and one second of an idle home."""

    def scan(text: str) -> Callable[[], Message]:
        return lambda: Scan(text, "", "sim", scene.clock.now())

    def do(*lines: str) -> None:
        for line in lines:
            scene.do(line)

    do("scan B-ANN", "scan SO-1", *PICKED[:2])
    picked = cost_of(scene, scan("9521321000001"))
    do(*PICKED[3:], "scan T-9", "press OK", "scan 9521321000001", "scan 9521321000018")
    packed = cost_of(scene, scan("9521321000001"))
    do("press HOLD", "press OK")
    idle = cost_of(scene, lambda: Tick(scene.clock.now()))
    return [["unit picked", *picked], ["unit packed", *packed], ["home, idle, a second", *idle]]


def redraws(scene: Scene, sizes: Sequence[int]) -> list[list[str]]:
    """The home screen after so many units packed by one person today."""
    assert scene.bench is not None
    station, file, rows = scene.bench.station, scene.bench.file, []
    today = Subject(Kind.OPERATOR, "11")
    body = {"quantity": 1, "line": 1, "sku": "MUG", "sscc": "0", "from": "tote:T"}
    unit = NewFact(FactKind.UNIT_PACKED, (today,), body)
    packed = 0
    for units in sizes:
        while packed < units:
            file.record(None, [unit] * 500, at=scene.clock.now(), operator="11")
            packed += 500
        scene.bench.settle()
        same, changed = [], []
        for _ in range(9):
            scene.clock.advance(1)
            same.append(_timed(lambda: station.handle(Tick(scene.clock.now()))))
            file.record(None, [unit], at=scene.clock.now(), operator="11")
            changed.append(_timed(lambda: station.handle(Tick(scene.clock.now()))))
        rows.append([str(units), f"{quantile(same, 0.5):.2f}", f"{quantile(changed, 0.5):.2f}"])
    return rows


def _timed(work: Callable[[], None]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def workflows() -> list[list[str]]:
    """Files and lines that are a workflow's own, and product files besides that name them."""
    files = [path for floor in ("app", "ui") for path in (ROOT / floor).rglob("*.py")]
    imports = {path: _imported(path) for path in files}
    rows = []
    for name in WORKFLOWS:
        homes = [ROOT / floor / name for floor in FLOORS]
        own = [path for path in files if any(home in path.parents for home in homes)]
        real = [path for path in own if path.name != "__init__.py"]
        packages = tuple(f"{floor.replace('/', '.')}.{name}" for floor in FLOORS)
        others = [
            path
            for path, names in imports.items()
            if path not in own and any(one.startswith(packages) for one in names)
        ]
        lines = sum(len(path.read_text("utf-8").splitlines()) for path in real)
        rows.append([name, str(len(real)), str(lines), str(len(others))])
    return rows


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{item.name}" for item in node.names)}
    return found


def main(units: Sequence[int] = UNITS) -> int:
    with tempfile.TemporaryDirectory(prefix="packbench-bench-") as folder:
        scene = Scene(Path(folder))
        for line in GIVEN.strip().splitlines():
            scene.do(line)
        scene.open()
        head = ["turn", "statements", "write transactions", "reads", "moves between files"]
        show("What a turn costs", head, turns(scene))
        head = ["units packed today", "nothing changed, p50 ms", "after a change, p50 ms"]
        show("One redraw of the home screen", head, redraws(scene, units))
        scene.close()
    head = ["workflow", "own files", "own lines", "other files that import them"]
    show("What a workflow is made of", head, workflows())
    return 0
