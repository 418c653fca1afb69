"""What one turn costs, counted: statements, transactions, moves between files, views.

Times are measured in benchmarks/; a count does not depend on the machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import sqlalchemy as sa

from app.device_api import Scan
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.station.messages import Message, Press, Tick
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, said

APP = str(Path(__file__).parents[3] / "app")
MUG, POT = "9521321000001", "9521321000018"


@dataclass
class Cost:
    """files: every file of the program entered, in sequence; one that is entered again comes again."""

    statements: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    views: int = 0

    @property
    def moves(self) -> int:
        pairs = zip(self.files, self.files[1:], strict=False)
        return sum(before != after for before, after in pairs)

    @property
    def transactions(self) -> list[str]:
        return [text for text in self.statements if text.startswith("BEGIN")]


@contextmanager
def counted(scene: Scene) -> Iterator[Cost]:
    assert scene.bench is not None
    cost, engine = Cost(), scene.bench.file.db.engine
    station = scene.bench.station
    shown = station._shown

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        cost.statements.append(statement)

    def enter(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(APP):
            cost.files.append(frame.f_code.co_filename)

    def draw(answer: Any) -> None:
        cost.views += 1
        shown(answer)

    sa.event.listen(engine, "before_cursor_execute", note)
    station._shown = draw
    before = sys.getprofile()
    sys.setprofile(enter)
    try:
        yield cost
    finally:
        sys.setprofile(before)
        station._shown = shown
        sa.event.remove(engine, "before_cursor_execute", note)


def cost_of(scene: Scene, message: Message) -> Cost:
    """Of the message alone; what the sync brings afterwards is handled before the next one."""
    assert scene.bench is not None
    scene.clock.advance(1)
    with counted(scene) as cost:
        scene.bench.station.handle(message)
    scene.bench.settle()
    return cost


def scan(scene: Scene, text: str) -> Scan:
    return Scan(text, "", "sim", scene.clock.now())


@pytest.fixture
def picking(scene: Scene) -> Scene:
    scene.do("given order SO-9 lines=9xMUG,9xPOT")
    assert said(scene, f"scan {ANN}", "scan SO-9", "scan A-01-1")[-1] == "bin_ok"
    return scene


@pytest.fixture
def packing(scene: Scene) -> Scene:
    scene.do("given order SO-9 lines=4xMUG,4xPOT")
    walk = [f"scan {ANN}", "scan SO-9"]
    for place, code in (("A-01-1", MUG), ("A-02-1", POT)):
        walk += [f"scan {place}", *[f"scan {code}"] * 4, "scan T-9"]
    assert said(scene, *walk, "scan T-9", "press OK")[-1] == "carton_chosen"
    assert said(scene, f"scan {MUG}", f"scan {POT}")[-1] == "unit_packed"
    return scene


def test_a_picked_unit(picking: Scene) -> None:
    said(picking, f"scan {MUG}")
    cost = cost_of(picking, scan(picking, MUG))
    assert cost.transactions == ["BEGIN", "BEGIN IMMEDIATE"], "the codes are read, the turn written"
    assert len(cost.statements) <= 8
    assert cost.moves <= 92
    assert cost.views == 1


def test_a_packed_unit(packing: Scene) -> None:
    cost = cost_of(packing, scan(packing, MUG))
    assert cost.transactions == ["BEGIN", "BEGIN IMMEDIATE"]
    assert len(cost.statements) <= 8
    assert cost.moves <= 110
    assert cost.views == 1


def test_a_refused_scan_writes_the_log_alone(picking: Scene) -> None:
    cost = cost_of(picking, scan(picking, POT))
    writes = [text.split(" (")[0] for text in cost.statements if text.startswith("INSERT")]
    assert writes == ["INSERT INTO scan_log"], "nothing else has changed"
    assert cost.views == 1


def test_a_button_reads_no_code(picking: Scene) -> None:
    from app.domain.commands import Command

    cost = cost_of(picking, Press(Command.SHORT))
    assert cost.transactions == ["BEGIN IMMEDIATE"]
    assert cost.views == 1


@pytest.fixture
def home(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


def test_an_idle_home_screen_asks_nothing(home: Scene) -> None:
    assert home.bench is not None
    for _ in range(3):
        cost = cost_of(home, Tick(home.clock.now()))
        assert (cost.statements, cost.views) == ([], 1), "only its clock goes on"


def test_news_that_change_nothing_draw_nothing(picking: Scene) -> None:
    assert picking.bench is not None
    from app.sync.news import ClaimsHeld, FactsPushed

    file = picking.bench.file
    held = ClaimsHeld(dict(file.rows.reserved), pins=dict(file.rows.pins))
    for message in (FactsPushed(file.meta.acked), held):
        cost = cost_of(picking, message)
        assert (cost.statements, cost.views) == ([], 0)


def test_home_does_not_grow_with_the_day(home: Scene) -> None:
    """A redraw after something has changed asks as much after 600 packed units as after none."""
    assert home.bench is not None
    file, costs = home.bench.file, []
    unit = NewFact(
        FactKind.UNIT_PACKED,
        (Subject(Kind.OPERATOR, "11"),),
        {"quantity": 1, "line": 1, "sku": "MUG", "sscc": "0", "from": "tote:T"},
    )
    for packed in (0, 600):
        if packed:
            file.record(None, [unit] * packed, at=home.clock.now(), operator="11")
        home.bench.settle()
        file.rows.forget()
        costs.append(cost_of(home, Tick(home.clock.now())))
    none, many = costs
    assert [text.split(" FROM")[0] for text in many.statements] == [
        text.split(" FROM")[0] for text in none.statements
    ]
    assert not any("json_extract" in text for text in many.statements), "the day is not read again"
    view = home.bench.answers[-1].view if home.bench.answers else None
    assert view is None or view.screen == "home"
    assert home.bench.file.history.work_since("11", home.clock.now().replace(hour=0))[1] == 600
