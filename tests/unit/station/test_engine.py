"""One input, one durable turn: bounces, defects, a disk that refuses, bugs, weights."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest

from app.device_api import (
    Beep,
    DeviceChanged,
    DeviceKind,
    DeviceState,
    Scan,
    ScanDefect,
    Trouble,
    Weight,
    WeightUnit,
)
from app.domain import codec
from app.domain.commands import Command
from app.domain.pick.outcome import Picking
from app.errors import Crashed, StorageFault
from app.station.answer import Answer
from app.station.messages import ChooseLanguage, EnterCode, Press, Tick
from app.sync.news import LinkChanged
from tests.conftest import StrayLogs
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, said

MUG, POT = "9521321000001", "9521321000018"


def scan(scene: Scene, text: str, after: float = 1.0, **words: Any) -> str:
    """Fed as a device would; the first answer's kind."""
    assert scene.bench is not None
    scene.clock.advance(after)
    device = words.pop("device", "sim")
    answers = scene.bench.feed(Scan(text, "", device, scene.clock.now(), **words))
    first = answers[0].outcome
    return first.kind.value if first else "-"


def log_of(scene: Scene) -> list[tuple[str, str, str]]:
    """Device, text and verdict of every input."""
    assert scene.bench is not None
    with closing(sqlite3.connect(scene.bench.file.path)) as db:
        query = "SELECT device, input, verdict FROM scan_log ORDER BY id"
        return [tuple(row) for row in db.execute(query)]


@pytest.fixture
def picking(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}", "scan SO-1", "scan A-01-1")[-1] == "bin_ok"
    return scene


def seq(scene: Scene) -> int:
    assert scene.bench is not None
    return scene.bench.file.last_seq


# --- repeats and defects -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "kind"),
    [(0.0, "repeat"), (0.040, "repeat"), (0.079, "repeat"), (0.080, "line_picked")],
)
def test_a_bouncing_trigger_counts_once(picking: Scene, after: float, kind: str) -> None:
    assert scan(picking, MUG) == "unit_picked"
    before = seq(picking)
    assert scan(picking, MUG, after) == kind
    assert seq(picking) == before + (kind != "repeat")
    assert log_of(picking)[-1] == ("sim", MUG, kind), "shown and logged, never dropped"


def test_a_bounce_of_a_bounce_is_a_bounce(picking: Scene) -> None:
    assert [scan(picking, MUG, 0.06) for _ in range(4)] == ["unit_picked"] + ["repeat"] * 3


def test_a_clock_set_back_makes_no_unit_a_repeat(picking: Scene) -> None:
    assert scan(picking, MUG) == "unit_picked"
    assert scan(picking, MUG, -86_400) == "line_picked"


def test_only_the_same_code_of_the_same_device_is_a_repeat(picking: Scene) -> None:
    assert scan(picking, MUG) == "unit_picked"
    assert scan(picking, POT, 0.01) == "wrong_product"
    assert scan(picking, MUG, 0.01, device="other") == "line_picked"


def test_a_batch_scanner_means_what_it_repeats(picking: Scene) -> None:
    assert scan(picking, MUG, batch=True) == "unit_picked"
    assert scan(picking, MUG, 0.0, batch=True) == "line_picked"


@pytest.mark.parametrize(
    ("defect", "kind"),
    [
        (ScanDefect.UNREADABLE, "unreadable"),
        (ScanDefect.TOO_LONG, "too_long"),
        (ScanDefect.UNTERMINATED, "unterminated"),
        (ScanDefect.SPLIT, "split_scan"),
    ],
)
def test_a_defect_is_never_a_code(picking: Scene, defect: ScanDefect, kind: str) -> None:
    before = seq(picking)
    assert scan(picking, MUG, defect=defect) == kind
    assert seq(picking) == before
    # It is no first half of a repeat either.
    assert scan(picking, MUG, 0.01) == "unit_picked"


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "A\x07B", "\x1fbadge:x", "\x7f", "\n", "\ud800", "9521\x1b[2J"]
)
def test_garbage_is_unreadable(picking: Scene, text: str) -> None:
    before = seq(picking)
    assert scan(picking, text) == "unreadable"
    assert seq(picking) == before


def test_a_very_long_code_is_cut_on_the_screen_and_whole_in_the_log(picking: Scene) -> None:
    assert picking.bench is not None
    text = "X" * 3000
    assert scan(picking, text) == "unknown_code"
    answer = picking.bench.station.outcome
    assert answer is not None and len(str(answer.values["code"])) <= 3000
    assert log_of(picking)[-1][1] == text


def test_a_typed_code_is_a_scan(picking: Scene) -> None:
    assert picking.bench is not None
    answers = picking.bench.feed(EnterCode(f"  {MUG} "))
    assert answers[0].outcome is not None
    assert answers[0].outcome.kind is Picking.UNIT_PICKED
    assert log_of(picking)[-1][0] == "keyboard"


def test_an_unknown_command_barcode_is_no_product(picking: Scene) -> None:
    assert scan(picking, "PBCXNOPE") == "unknown_code"
    assert scan(picking, Command.HELP.barcode) == "help_called"


def test_messages_that_no_screen_sends_are_handled(picking: Scene) -> None:
    assert picking.bench is not None
    now = picking.clock.now()
    changed = DeviceChanged(DeviceKind.SCANNER, "sim", DeviceState.LOST, Trouble.NOT_CONNECTED)
    weight = Weight(Decimal(500), WeightUnit.G, "scale", now)
    for message in (weight, changed, LinkChanged(online=False)):
        assert picking.bench.feed(message)
    assert picking.bench.feed(Tick(now)) == [], "nothing moves on a picker's screen by itself"
    assert picking.bench.station.devices["sim"].state is DeviceState.LOST
    picking.bench.feed(ChooseLanguage("zh_CN"))
    assert picking.bench.station.session.language == "zh_CN"


# --- the disk refuses ----------------------------------------------------------------------------


def test_what_is_not_stored_has_not_happened(
    picking: Scene, stray_logs: StrayLogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert picking.bench is not None
    stray_logs.expected.add("app.station.engine")
    file, station = picking.bench.file, picking.bench.station
    session, before, row = station.session, seq(picking), picking.bench.file.meta.session

    def full(*_args: Any, **_words: Any) -> None:
        raise StorageFault("The disk is full: station-P1.db cannot be written.")

    with monkeypatch.context() as patch:
        patch.setattr(file, "record", full)
        for _ in range(2):
            assert scan(picking, MUG) == "not_stored"
        assert station.outcome is not None
        assert str(station.outcome.values["reason"]).startswith("The disk is full")
        assert station.session == session
    assert (seq(picking), file.meta.session) == (before, row)
    assert scan(picking, MUG) == "unit_picked"
    picking.reopen()
    assert said(picking, f"scan {MUG}") == ["line_picked"]


@dataclass
class Heard:
    """A scanner's own beeper."""

    beeps: list[Beep] = field(default_factory=list)

    def give(self, device: str, beep: Beep) -> None:
        assert device == "sim"
        self.beeps.append(beep)


def test_the_scanner_sounds_only_what_is_stored(
    picking: Scene, stray_logs: StrayLogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert picking.bench is not None
    stray_logs.expected.add("app.station.engine")
    heard = Heard()
    monkeypatch.setattr(picking.bench.station._granting, "_hand", heard)
    scan(picking, MUG)
    scan(picking, POT)

    def locked(*_args: Any, **_words: Any) -> None:
        assert heard.beeps == [Beep.GOOD, Beep.BAD], "no beep before it is durable"
        raise StorageFault("locked")

    monkeypatch.setattr(picking.bench.file, "record", locked)
    scan(picking, MUG)
    assert heard.beeps == [Beep.GOOD, Beep.BAD, Beep.STOP]


# --- a bug ---------------------------------------------------------------------------------------


class Planted(Exception):
    """A bug."""


def broken(*_args: Any, **_words: Any) -> None:
    raise Planted


def test_a_bug_is_told_as_a_bug_and_the_work_goes_on(
    picking: Scene, stray_logs: StrayLogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert picking.bench is not None
    stray_logs.expected.add("app.station.loop")
    session = picking.bench.station.session
    with monkeypatch.context() as patch:
        patch.setattr("app.station.inputs.resolve", broken)
        assert scan(picking, MUG) == "crashed"
    answer = picking.bench.station.outcome
    assert answer is not None and len(str(answer.values["report"])) == 6
    assert picking.bench.station.session == session
    assert scan(picking, MUG) == "unit_picked"


def test_a_bug_in_what_is_shown_does_not_end_the_loop(
    picking: Scene, stray_logs: StrayLogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert picking.bench is not None
    stray_logs.expected.add("app.station.loop")
    before = seq(picking)
    with monkeypatch.context() as patch:
        patch.setattr("app.station.present.view", broken)
        picking.clock.advance(1)
        assert picking.bench.feed(Scan(MUG, "", "sim", picking.clock.now())) == []
    assert seq(picking) == before + 1, "the scan itself was good"
    assert scan(picking, MUG) == "line_picked"


def test_a_bug_of_another_part_is_shown(picking: Scene) -> None:
    assert picking.bench is not None
    answers = picking.bench.feed(Crashed("sync", "ABC123"))
    assert answers[0].outcome is not None
    assert answers[0].outcome.values == {"report": "ABC123"}


def test_the_thread_answers_in_order_and_ends(picking: Scene) -> None:
    """The same loop with its thread; what is queued before the end is still done."""
    assert picking.bench is not None
    shown: list[Answer] = []
    picking.bench.station._shown = shown.append
    loop = picking.bench.loop
    loop.start()
    for number in range(2):
        loop.submit(Scan(MUG, "", f"sim{number}", picking.clock.now()))
    loop.submit(Press(Command.UNDO))
    assert loop.stop(timeout_s=20)
    kinds = [one.outcome.kind.value for one in shown if one.outcome]
    assert kinds == ["unit_picked", "line_picked", "undone"]


# --- weights -------------------------------------------------------------------------------------


def weigh(scene: Scene, value: str, unit: WeightUnit = WeightUnit.G) -> str:
    """The kind of what stands on the screen then."""
    assert scene.bench is not None
    scene.clock.advance(1)
    scene.bench.feed(Weight(Decimal(value), unit, "scale", scene.clock.now()))
    said = scene.bench.station.outcome
    return said.kind.value if said else "-"


@pytest.fixture
def packing(scene: Scene) -> Scene:
    """Two orders of one mug each are picked; the first one's box is open."""
    scene.do("given order SO-3 lines=1xMUG")
    lines = [f"scan {ANN}"]
    for order, tote in (("SO-2", "T-60"), ("SO-3", "T-61")):
        lines += [f"scan {order}", "scan A-01-1", f"scan {MUG}", f"scan {tote}"]
    assert said(scene, *lines, "scan T-60", "press OK")[-1] == "carton_chosen"
    return scene


def learned(scene: Scene, name: str = "MUG") -> int:
    """How many parcels taught this weight."""
    assert scene.bench is not None
    row = scene.bench.station.world.unit_weight(name)
    return row.seen if row else 0


def test_a_weight_is_kept_as_the_scale_sent_it(packing: Scene) -> None:
    assert packing.bench is not None
    said(packing, f"scan {MUG}")
    assert weigh(packing, "0.490", WeightUnit.KG) == "weight_ok"
    fact = packing.bench.file.history.facts_after(0, 1000)[-1]
    body = dict(fact.body)
    assert (fact.kind, body["value"], body["unit"], body["grams"]) == (
        "parcel_weighed",
        "0.490",
        "kg",
        490,
    )


def test_the_last_parcels_weight_is_not_the_next_ones(packing: Scene) -> None:
    said(packing, f"scan {MUG}")
    assert weigh(packing, "490") == "weight_ok"
    said(packing, "scan 00095213210000000018", "scan T-61", "press OK", f"scan {MUG}")
    before = seq(packing)
    assert weigh(packing, "492") == "stale_weight"
    assert seq(packing) == before
    weigh(packing, "0")
    assert weigh(packing, "490") == "weight_ok"


def test_the_guard_outlives_a_restart(packing: Scene) -> None:
    said(packing, f"scan {MUG}")
    weigh(packing, "490")
    said(packing, "scan 00095213210000000018", "scan T-61", "press OK", f"scan {MUG}")
    packing.reopen()
    assert weigh(packing, "490") == "stale_weight"
    assert weigh(packing, "830") == "weight_off", "another weight counts at once"


def test_a_weight_at_home_is_shown_and_makes_no_fact(scene: Scene) -> None:
    assert scene.bench is not None
    said(scene, f"scan {ANN}")
    before = seq(scene)
    weigh(scene, "490")
    assert seq(scene) == before
    assert scene.bench.answers[-1].view.frame.weight.startswith("490")


def test_an_empty_scale_neither_speaks_nor_is_kept(packing: Scene) -> None:
    entries = len(log_of(packing))
    for grams in ("0", "2", "0", "-3"):
        assert weigh(packing, grams) == "carton_chosen"
    assert len(log_of(packing)) == entries


def test_lifting_the_box_to_label_it_does_not_stop_the_bench(packing: Scene) -> None:
    said(packing, f"scan {MUG}")
    assert weigh(packing, "490") == "weight_ok"
    weigh(packing, "0")
    assert packing.bench is not None
    assert not packing.bench.station.session.halted
    assert said(packing, "scan 00095213210000000018") == ["order_packed"]


def test_the_station_and_the_centre_learn_the_same_and_once(packing: Scene) -> None:
    assert packing.bench is not None
    said(packing, f"scan {MUG}")
    weigh(packing, "480")
    station = packing.bench.station.world
    before = [station.unit_weight(name) for name in ("MUG", "carton:BOX-S")]
    assert [row.seen for row in before if row] == [1, 1]
    packing.bench.settle()
    assert packing.bench.station.link.waiting == 0
    assert [station.unit_weight(name) for name in ("MUG", "carton:BOX-S")] == before
    with closing(sqlite3.connect(packing.home.root / "centre.db")) as db:
        found = dict(db.execute("SELECT id, body FROM weight ORDER BY id").fetchall())
    assert found == {row.sku: codec.to_text(row) for row in before if row}


def test_a_weight_learned_offline_is_not_learned_again_at_the_sync(packing: Scene) -> None:
    said(packing, "offline", f"scan {MUG}")
    weigh(packing, "480")
    assert learned(packing) == 1
    said(packing, "online")
    assert packing.bench is not None
    assert packing.bench.station.link.waiting == 0
    assert learned(packing) == 1


def test_a_scale_that_speaks_always_never_keeps_a_bench_awake(
    packing: Scene,
) -> None:
    """Nobody is there: the screen locks although a draught moves the scale."""
    assert packing.bench is not None
    for second in range(400):
        packing.clock.advance(1)
        now = packing.clock.now()
        packing.bench.feed(Weight(Decimal(second % 3), WeightUnit.G, "scale", now))
        packing.bench.feed(Tick(now))
    assert packing.bench.station.session.locked
