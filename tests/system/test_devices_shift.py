"""One order on a bench with all its devices: a scanner that is beeped, a scale, a real-life printer.

The scanner speaks Zebra SSI on a pseudo terminal, the scale MT-SICS on another, the printer is a
virtual Zebra on TCP that runs out of paper in the middle and is loaded again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.station.sign_in.outcome import SigningIn

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo terminals", allow_module_level=True)

from app.clock import SystemClock
from app.compose.bench import Plan, ThreadBench
from app.compose.equipment import Specs
from app.config import Config
from app.device_api import Beep, DeviceState, Trouble
from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.commands import Command
from app.domain.facts import Kind, Subject
from app.domain.outcome import OutcomeKind
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pick.outcome import Picking
from app.domain.weighing.outcome import Weighing
from app.paths import Home
from app.station.answer import Answer
from app.station.devices.view import DevicesView
from app.station.home.view import HomeView
from app.station.messages import Press
from app.station.pack.view import PackView
from app.station.sign_in.view import SignInView
from app.station.views import View
from devices.printers.spec import open_printer
from devices.simulators.scales import SimulatedScale
from devices.simulators.serial_scanner import SimulatedSerialScanner
from devices.simulators.zebra import VirtualZebra
from tests.helpers.program import codes_in_file, make_site, pause, wait_until

MUG, POT = "9521321000001", "9521321000018"


@dataclass
class Bench:
    bench: ThreadBench
    scanner: SimulatedSerialScanner
    scale: SimulatedScale
    printer: VirtualZebra
    pictures: Path
    answers: list[Answer] = field(default_factory=list)
    last: str = ""

    @property
    def view(self) -> View:
        return self.answers[-1].view

    def sees(self, what: str, found: Any) -> Any:
        return wait_until(lambda: bool(self.answers) and found(self.view), what)

    def scan(self, code: str, kind: OutcomeKind, beep: Beep) -> None:
        """Read a code; what the engine says of it, and what the scanner sounds then."""
        if code == self.last:
            pause(0.15)  # sooner it would be the trigger's bounce
        self.last = code
        before, beeps = len(self.answers), len(self.scanner.beeps)
        assert self.scanner.scan(code)
        wait_until(lambda: self._said(kind, before), f"{kind} of {code}")
        wait_until(lambda: len(self.scanner.beeps) > beeps, f"a beep for {code}")
        assert self.scanner.beeps[beeps:] == [beep]

    def press(self, command: Command, kind: OutcomeKind) -> None:
        before = len(self.answers)
        self.bench.loop.submit(Press(command))
        wait_until(lambda: self._said(kind, before), f"{kind} of {command}")

    def _said(self, kind: OutcomeKind, since: int) -> bool:
        return any(one.outcome and one.outcome.kind is kind for one in self.answers[since:])

    def timeline(self, kind: Kind, name: str) -> list[tuple[str, dict[str, Any]]]:
        facts = self.bench.file.history.facts_about(Subject(kind, name))
        return [(fact.kind, dict(fact.body)) for fact in facts]


@contextmanager
def bench(folder: Path, *orders: str, **settings: Any) -> Iterator[Bench]:
    home = Home(make_site(folder / "home", *orders))
    answers: list[Answer] = []
    with ExitStack() as stack:
        scanner = stack.enter_context(SimulatedSerialScanner("ssi"))
        scale = stack.enter_context(SimulatedScale("sics"))
        pictures = folder / "printed"
        pictures.mkdir()
        printer = stack.enter_context(VirtualZebra(folder=pictures))
        clock = SystemClock()
        plan = Plan(home, "P1", Config(**settings), home.centre_url, clock)
        specs = Specs((scanner.spec,), scale.spec, lock_on_stop=True)
        running = ThreadBench(plan, (open_printer(printer.spec),), answers.append, specs)
        found = Bench(running, scanner, scale, printer, pictures, answers)
        running.start()
        try:
            devices = {"scanner", "scale", "printer"}
            found.sees(
                "all devices",
                lambda view: (
                    {d.kind for d in view.frame.devices if d.state is DeviceState.READY} == devices
                ),
            )
            found.sees("the site's data", lambda v: isinstance(v, SignInView) and not v.loading)
            yield found
        finally:
            assert running.stop()


def test_a_whole_order_with_every_device(tmp_path: Path) -> None:
    with bench(tmp_path, "SO-1 lines=2xMUG,1xPOT", scale_under_box=True) as at:
        at.scan("B-ANN", SigningIn.SIGNED_IN, Beep.GOOD)
        _pick(at)
        at.scan("T-10", Working.ORDER_OPENED, Beep.GOOD)
        at.press(Command.OK, Packing.CARTON_CHOSEN)
        at.scale.put(150)  # the empty box
        at.sees("the box on the scale", lambda view: view.frame.weight.startswith("150"))
        at.scan(MUG, Packing.UNIT_PACKED, Beep.GOOD)
        at.scale.put(341)
        at.sees("the first mug", lambda view: view.frame.weight.startswith("491"))
        at.scan(POT, Packing.LINE_PACKED, Beep.GOOD)
        at.scale.put(975)
        at.sees("the pot", lambda view: view.frame.weight.startswith("1466"))
        at.scan("T-99", Working.TOTE_EMPTY, Beep.BAD)
        at.printer.fault_with_next_job(Trouble.PAPER_OUT)
        at.scan(MUG, Packing.PARCEL_CLOSED, Beep.GOOD)
        at.sees("the doubt", lambda v: v.bar.prompt is PackPrompt.LABEL_DOUBTFUL)
        assert at.view.bar.values["reason"] == "paper_out"
        at.scale.put(338)
        wait_until(lambda: at._said(Weighing.WEIGHT_OK, 0), "the whole box is right")
        assert at.printer.printed == []
        at.printer.fault(None)  # paper is loaded, and what it holds comes out by itself
        at.sees("a label that was counted", lambda v: v.bar.prompt is PackPrompt.SCAN_LABEL)
        assert len(at.printer.printed) == 1, "one label, and never a second one"
        (picture,) = at.pictures.glob("*.png")
        (sscc,) = {code[-18:] for code in codes_in_file(picture) if code.isdigit()}
        at.scan(f"00{sscc}", Packing.ORDER_PACKED, Beep.GOOD)
        assert len(at.printer.printed) == 1
        told = [kind for kind, _ in at.timeline(Kind.PARCEL, sscc)]
    assert [kind for kind in told if kind.startswith("label")] == [
        "label_failed",
        "label_sent",
        "label_proven",
    ]
    assert "parcel_weighed" in told


def test_a_stop_locks_the_scanner_until_it_is_answered(tmp_path: Path) -> None:
    with bench(tmp_path, "SO-1 lines=1xMUG", "SO-2 lines=1xMUG") as at:
        at.scan("B-ANN", SigningIn.SIGNED_IN, Beep.GOOD)
        for order, tote in (("SO-1", "T-10"), ("SO-2", "T-11")):
            _pick(at, order, tote, pot=False)
        at.scan("T-10", Working.ORDER_OPENED, Beep.GOOD)
        at.press(Command.OK, Packing.CARTON_CHOSEN)
        at.scan(MUG, Packing.PARCEL_CLOSED, Beep.GOOD)
        at.sees("the label", lambda v: v.bar.prompt is PackPrompt.SCAN_LABEL)
        at.press(Command.FINISH, Packing.LABEL_MISSING)
        at.scan("T-11", Working.ORDER_OPENED, Beep.GOOD)
        at.press(Command.OK, Packing.CARTON_CHOSEN)
        at.scan(MUG, Packing.PARCEL_CLOSED, Beep.GOOD)
        at.sees("the second label", lambda v: v.bar.prompt is PackPrompt.SCAN_LABEL)
        first = sorted(at.pictures.glob("*.png"))[0]
        (sscc,) = {code[-18:] for code in codes_in_file(first) if code.isdigit()}
        at.scan(f"00{sscc}", Packing.WRONG_LABEL, Beep.STOP)
        wait_until(lambda: at.scanner.locked, "the trigger is locked")
        assert not at.scanner.scan(MUG), "a locked scanner reads nothing"
        at.press(Command.OK, Anywhere.CLEARED)
        wait_until(lambda: not at.scanner.locked, "the trigger is free again")


def test_the_self_test_takes_print_scan_weight_and_beep(tmp_path: Path) -> None:
    with bench(tmp_path, test_weight_g=500) as at:
        at.scan("B-ANN", SigningIn.SIGNED_IN, Beep.GOOD)
        at.press(Command.TEST, Anywhere.CLEARED)
        at.press(Command.TEST, Checking.SELF_TEST_STARTED)
        at.sees("the test label", lambda v: v.bar.prompt is CheckPrompt.TEST_SCAN_LABEL)
        (picture,) = at.pictures.glob("*.png")
        code = next(code for code in codes_in_file(picture) if code.startswith("PBTL-"))
        at.scan(code, Checking.TEST_STEP_OK, Beep.GOOD)
        at.scale.put(500)
        at.sees("the beep", lambda v: v.bar.prompt is CheckPrompt.TEST_BEEP)
        at.press(Command.OK, Checking.SELF_TEST_PASSED)
        view = at.view
        assert isinstance(view, DevicesView)
        assert [verdict.value for _, verdict in view.checks] == ["ok"] * 4
        assert view.passed


def _pick(at: Bench, order: str = "SO-1", tote: str = "T-10", *, pot: bool = True) -> None:
    assert isinstance(at.view, HomeView | PackView)
    at.scan(order, Working.ORDER_OPENED, Beep.GOOD)
    at.scan("A-01-1", Working.BIN_OK, Beep.GOOD)
    if not pot:
        at.scan(MUG, Picking.LINE_PICKED, Beep.GOOD)
        at.scan(tote, Picking.ORDER_PICKED, Beep.GOOD)
        return
    at.scan(MUG, Picking.UNIT_PICKED, Beep.GOOD)
    at.scan(MUG, Picking.LINE_PICKED, Beep.GOOD)
    at.scan(tote, Picking.PUT_IN_TOTE, Beep.GOOD)
    at.scan("A-02-1", Working.BIN_OK, Beep.GOOD)
    at.scan(POT, Picking.LINE_PICKED, Beep.GOOD)
    at.scan(tote, Picking.ORDER_PICKED, Beep.GOOD)
