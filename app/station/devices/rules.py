"""The rules of the device page. Nothing scanned there touches an order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from app.device_api import DeviceKind, Scan, ScanDefect, Weight
from app.domain.bench import scanner_check, self_test
from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.bench.scanner_check import SHEET, CodeCheck, ScannerSheet
from app.domain.bench.self_test import TestStep
from app.domain.commands import Command
from app.domain.facts import FactKind, NewFact
from app.domain.outcome import Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack.outcome import Packing
from app.domain.weighing.outcome import Weighing
from app.domain.world import Step, Want, Wish
from app.station.devices.task import DeviceTask, HeardScan, Page

KEPT = 4
"""So many scans are listed."""
SHOWN, KEPT_TEXT = 80, 400
"""A scanned text is cut to so many characters: in an answer, and in the list."""


DeviceStep = Step[DeviceTask]


class Surroundings(Protocol):
    """What the device page has to know of its bench; `StationWorld` has it."""

    @property
    def now(self) -> datetime: ...

    @property
    def device_kinds(self) -> Collection[DeviceKind]:
        """Kinds of which a device has been heard of."""
        ...

    @property
    def test_weight_g(self) -> int:
        """The known weight of the self-test in grams, 0 none."""
        ...


def look(task: DeviceTask, heard: Scan, text: str, bench: Surroundings) -> DeviceStep:
    """Show a scan. A code of the test sheet sets its scanner up.

    While a self-test runs the scan is taken for its label instead.
    heard: as the scanner sent it. text: without what the scanner is known to add.
    """
    if task.test is not None and task.test.now is not None:
        if heard.defect is not None:
            return Step(outcome(Checking.TEST_SCANNED, code=_shown(text)), task)
        return _tested(task, self_test.scanned(task.test, _shown(text), bench.now))
    raw = heard.frame
    terminated = heard.defect is not ScanDefect.UNTERMINATED
    typed = raw.typed if raw else ""
    check = scanner_check.examine(heard.text, heard.symbology, terminated=terminated, typed=typed)
    heard_scan = HeardScan(
        heard.device,
        _shown(heard.text, KEPT_TEXT),
        heard.symbology,
        raw.raw.hex(" ") if raw else "",
        raw.terminator.hex(" ") if raw else "",
        raw.span_ms if raw else 0,
        check,
    )
    task = replace(task, page=Page.SCANNER, frames=(heard_scan, *task.frames)[:KEPT])
    if not check.code:
        return Step(outcome(Checking.TEST_SCANNED, code=_shown(heard.text)), task)
    return _sheet(task, heard.device, check)


def _sheet(task: DeviceTask, device: str, check: CodeCheck) -> DeviceStep:
    before = task.sheet if task.sheet and task.sheet.device == device else ScannerSheet(device)
    if before.complete:
        before = ScannerSheet(device)  # somebody has changed the scanner and begins the sheet anew
    after = before.with_check(check)
    task = replace(task, sheet=after)
    if after.complete and not before.complete:
        body = {
            "device": device,
            "prefix": after.prefix,
            "suffix": after.suffix,
            "faults": [fault.value for fault in after.faults],
        }
        if after.separator:
            body["separator"] = after.separator
        fact = NewFact(FactKind.SCANNER_CHECKED, (), body)
        return Step(outcome(Checking.SCANNER_SET_UP, device=device), task, (fact,))
    return Step(outcome(Checking.TEST_SCANNED, code=check.code), task)


def weigh(task: DeviceTask, weight: Weight, bench: Surroundings) -> DeviceStep:
    if task.test is not None and task.test.now is not None:
        return _tested(task, self_test.weighed(task.test, weight.grams, bench.now))
    return Step(outcome(Weighing.WEIGHT_NOTED, grams=weight.grams), task)


def printed(
    task: DeviceTask, code: str, trouble: str, proof: str, now: datetime
) -> DeviceStep | None:
    """What the printer said of a test label; None = nobody waits for this label any more.

    code: the one the label shows. trouble: "" = it was printed. proof: how far that is known.
    """
    if code != task.label:
        return None
    task = replace(task, printed=trouble or proof)
    step = self_test.printed(task.test, trouble, now) if task.test is not None else None
    if step is not None:
        return _tested(task, step)
    if trouble:
        return Step(outcome(Packing.LABEL_FAILED, sscc="", reason=trouble), task)
    return Step(outcome(Checking.TEST_STEP_OK, step=self_test.CheckedPart.PRINT.value), task)


def command(task: DeviceTask, pressed: Command, bench: Surroundings) -> DeviceStep:
    """Digits choose the page; TEST starts the self-test; HOME leaves."""
    step = self_test.answered(task.test, pressed, bench.now) if task.test is not None else None
    if step is not None:
        return _tested(task, step)
    digit, pages = pressed.digit, tuple(Page)
    if digit and digit <= len(pages):
        return Step(outcome(Anywhere.CLEARED), replace(task, page=pages[digit - 1], test=None))
    match pressed:
        case Command.HOME | Command.CLEAR | Command.UNDO:
            return Step(outcome(Anywhere.CLEARED), None)
        case Command.TEST:
            return _start(task, bench)
        case Command.PRINT:
            return _test_label(task, bench)
        case Command.WEIGH:
            if DeviceKind.SCALE in bench.device_kinds:
                return Step(outcome(Checking.ZERO_ASKED), task, (), (Wish(Want.ZERO, ""),))
            return Step(outcome(Checking.NO_DEVICE, what=DeviceKind.SCALE.value), task)
        case Command.OK:
            return Step(outcome(Anywhere.CLEARED), task, (), (Wish(Want.BEEP, ""),))
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _start(task: DeviceTask, bench: Surroundings) -> DeviceStep:
    code, grams = test_code(bench.now), bench.test_weight_g
    step = self_test.start(
        code,
        bench.now,
        printer=DeviceKind.PRINTER in bench.device_kinds,
        scale=DeviceKind.SCALE in bench.device_kinds and grams > 0,
        grams=grams,
    )
    return _tested(replace(task, page=Page.TEST, label=code, printed=""), step)


def _test_label(task: DeviceTask, bench: Surroundings) -> DeviceStep:
    if DeviceKind.PRINTER not in bench.device_kinds:
        return Step(outcome(Checking.NO_DEVICE, what=DeviceKind.PRINTER.value), task)
    code = test_code(bench.now)
    wish = Wish(Want.TEST_LABEL, code)
    shown = replace(task, page=Page.PRINTER, label=code, printed="")
    return Step(outcome(Checking.TEST_LABEL_ASKED), shown, (), (wish,))


def _shown(text: str, most: int = SHOWN) -> str:
    """The beginning of a text, in characters that a file and a screen can hold."""
    return text[:most].encode(errors="backslashreplace").decode()


def test_code(now: datetime) -> str:
    """The code of a test label. It changes every second, so that an old label does not pass."""
    return f"PBTL-{now:%H%M%S}"


def _tested(task: DeviceTask, step: TestStep) -> DeviceStep:
    return Step(step.outcome, replace(task, test=step.task), step.facts, step.wishes)


def prompt(task: DeviceTask) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    if task.page is Page.TEST and task.test is not None:
        return self_test.prompt(task.test)
    if task.page is Page.SCANNER:
        left = len(SHEET) - (len(task.sheet.done) if task.sheet else 0)
        return CheckPrompt.SCAN_TEST_SHEET, {"left": left}
    return CheckPrompt.CHOOSE_PAGE, {}
