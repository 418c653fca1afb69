"""The shift-start self-test: print a label, scan it back, weigh a known weight, hear a beep.

The rules are pure. A check whose device the bench lacks is left out. Somebody who knows the test
should need no more than 20 s.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.commands import Command
from app.domain.facts import FactKind, NewFact
from app.domain.outcome import Outcome, Prompt, outcome
from app.domain.weighing.outcome import Weighing
from app.domain.world import Step, Want, Wish


class CheckedPart(StrEnum):
    """The checks, in the order in which they are made."""

    PRINT = "print"  # the printer takes the label
    SCAN = "scan"  # the scanner reads that label
    WEIGH = "weigh"
    BEEP = "beep"


class PartVerdict(StrEnum):
    OPEN = "open"
    OK = "ok"
    FAILED = "failed"
    SKIPPED = "skipped"
    ABSENT = "absent"  # this bench has no such device


Checks = tuple[tuple[CheckedPart, PartVerdict], ...]


@dataclass(frozen=True)
class SelfTest:
    """One run of the test.

    code: what the printed label shows. grams: the known weight. began: ISO 8601, UTC.
    """

    code: str
    grams: int
    began: str
    checks: Checks
    trouble: str = ""  # the value of the printer's Trouble, "" = none
    read: int | None = None  # grams the scale showed, None = no reading yet

    @property
    def now(self) -> CheckedPart | None:
        """The check to make now; None once all are made."""
        return next((check for check, verdict in self.checks if verdict is PartVerdict.OPEN), None)

    def verdict(self, check: CheckedPart) -> PartVerdict:
        return dict(self.checks)[check]


TestStep = Step[SelfTest]


def start(code: str, began: datetime, *, printer: bool, scale: bool, grams: int) -> TestStep:
    """Begin a test. scale: there is a scale, and a known weight of `grams` to put on it."""
    absent = {CheckedPart.PRINT: not printer, CheckedPart.WEIGH: not scale}
    checks = tuple(
        (check, PartVerdict.ABSENT if absent.get(check) else PartVerdict.OPEN)
        for check in CheckedPart
    )
    test = SelfTest(code, grams, began.isoformat(), checks)
    wishes = (Wish(Want.TEST_LABEL, code),) if printer else ()
    return Step(outcome(Checking.SELF_TEST_STARTED), test, (), wishes)


def printed(test: SelfTest, trouble: str, now: datetime) -> TestStep | None:
    """The printer reported on the test label. None = the test does not wait for that.

    trouble: the value of the printer's Trouble, "" = the label was taken.
    """
    if test.now is not CheckedPart.PRINT:
        return None
    if trouble:
        return _made(replace(test, trouble=trouble), CheckedPart.PRINT, PartVerdict.FAILED, now)
    return _made(test, CheckedPart.PRINT, PartVerdict.OK, now)


def scanned(test: SelfTest, text: str, now: datetime) -> TestStep:
    """A code was read. If the label was printed, only its code passes; otherwise any code does."""
    if test.now is CheckedPart.PRINT and text == test.code:
        # The label was read before the printer reported: that proves the print.
        test = replace(test, checks=_with(test, CheckedPart.PRINT, PartVerdict.OK))
    if test.now is not CheckedPart.SCAN:
        return Step(outcome(Checking.TEST_SCANNED, code=text), test)
    if test.verdict(CheckedPart.PRINT) is PartVerdict.OK and text != test.code:
        return Step(outcome(Checking.TEST_STEP_FAILED, step=CheckedPart.SCAN.value), test)
    return _made(test, CheckedPart.SCAN, PartVerdict.OK, now)


def weighed(test: SelfTest, grams: int, now: datetime) -> TestStep:
    """Right within 0.2 %, and never closer than 2 g: coarser than any packing scale's division."""
    test = replace(test, read=grams)
    if test.now is not CheckedPart.WEIGH:
        return Step(outcome(Weighing.WEIGHT_NOTED, grams=grams), test)
    if abs(grams - test.grams) <= max(2, round(test.grams * 0.002)):
        return _made(test, CheckedPart.WEIGH, PartVerdict.OK, now)
    return Step(outcome(Weighing.WEIGHT_NOTED, grams=grams), test)


def answered(test: SelfTest, pressed: Command, now: datetime) -> TestStep | None:
    """A command: OK = the beep was heard; SKIP = the check was not made, or no beep was heard.

    None = the command means nothing to the test now.
    """
    check = test.now
    if check is CheckedPart.BEEP and pressed is Command.OK:
        return _made(test, check, PartVerdict.OK, now)
    if check is not None and pressed is Command.SKIP:
        verdict = PartVerdict.FAILED if check is CheckedPart.BEEP else PartVerdict.SKIPPED
        return _made(test, check, verdict, now)
    return None


def _made(test: SelfTest, check: CheckedPart, verdict: PartVerdict, now: datetime) -> TestStep:
    test = replace(test, checks=_with(test, check, verdict))
    kind = Checking.TEST_STEP_OK if verdict is PartVerdict.OK else Checking.TEST_STEP_FAILED
    said = outcome(kind, step=check.value)
    if test.now is CheckedPart.BEEP:
        return Step(said, test, (), (Wish(Want.BEEP, ""),))
    if test.now is not None:
        return Step(said, test)
    seconds = round((now - datetime.fromisoformat(test.began)).total_seconds())
    return Step(_result(test, seconds), test, (_fact(test, seconds),))


def _with(test: SelfTest, check: CheckedPart, verdict: PartVerdict) -> Checks:
    return tuple((name, verdict if name is check else old) for name, old in test.checks)


def _failed(test: SelfTest) -> list[str]:
    bad = {PartVerdict.FAILED, PartVerdict.SKIPPED}
    return [check.value for check, verdict in test.checks if verdict in bad]


def _result(test: SelfTest, seconds: int) -> Outcome:
    failed = _failed(test)
    if failed:
        return outcome(Checking.SELF_TEST_FAILED, steps=", ".join(failed))
    return outcome(Checking.SELF_TEST_PASSED, seconds=seconds)


def _fact(test: SelfTest, seconds: int) -> NewFact:
    body = {check.value: verdict.value for check, verdict in test.checks}
    more = {"passed": not _failed(test), "seconds": seconds, "trouble": test.trouble}
    return NewFact(FactKind.SELF_TESTED, (), {**body, **more, "read": test.read})


def prompt(test: SelfTest) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    match test.now:
        case CheckedPart.PRINT:
            return CheckPrompt.TEST_PRINTING, {}
        case CheckedPart.SCAN if test.verdict(CheckedPart.PRINT) is PartVerdict.OK:
            return CheckPrompt.TEST_SCAN_LABEL, {}
        case CheckedPart.SCAN:
            return CheckPrompt.TEST_SCAN_ANY, {}
        case CheckedPart.WEIGH:
            return CheckPrompt.TEST_WEIGH, {"grams": test.grams}
        case CheckedPart.BEEP:
            return CheckPrompt.TEST_BEEP, {}
        case None:
            return CheckPrompt.CHOOSE_PAGE, {}
