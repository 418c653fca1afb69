"""The shift's self-test: every bench, every way it can go wrong, one fact at the end."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bench import self_test
from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.bench.self_test import CheckedPart, PartVerdict, SelfTest, TestStep
from app.domain.commands import Command
from app.domain.facts import FactKind
from app.domain.weighing.outcome import Weighing
from app.domain.world import Want
from tests.unit.domain.world import NOW

CODE, GRAMS = "PBTL-080000", 1000
BENCHES = list(product([True, False], repeat=2))


def begin(*, printer: bool = True, scale: bool = True) -> SelfTest:
    return task(self_test.start(CODE, NOW, printer=printer, scale=scale, grams=GRAMS))


def task(step: TestStep | None) -> SelfTest:
    assert step is not None and step.task is not None
    return step.task


def fact(step: TestStep | None) -> dict[str, Any]:
    assert step is not None
    (found,) = step.facts
    assert (found.kind, found.subjects) == (FactKind.SELF_TESTED, ())
    return dict(found.body)


def well(test: SelfTest, at: datetime = NOW) -> TestStep | None:
    """The check at hand goes well."""
    match test.now:
        case CheckedPart.PRINT:
            return self_test.printed(test, "", at)
        case CheckedPart.SCAN:
            return self_test.scanned(test, CODE, at)
        case CheckedPart.WEIGH:
            return self_test.weighed(test, GRAMS, at)
        case _:
            return self_test.answered(test, Command.OK, at)


@pytest.mark.parametrize(("printer", "scale"), BENCHES)
def test_every_bench_passes_with_what_it_has(printer: bool, scale: bool) -> None:
    start = self_test.start(CODE, NOW, printer=printer, scale=scale, grams=GRAMS)
    assert [wish.want for wish in start.wishes] == ([Want.TEST_LABEL] if printer else [])
    test, step, made = task(start), None, []
    while test.now is not None:
        made.append(test.now)
        step = well(test, NOW + timedelta(seconds=17))
        test = task(step)
    absent = {CheckedPart.PRINT: not printer, CheckedPart.WEIGH: not scale}
    assert made == [check for check in CheckedPart if not absent.get(check)]
    assert step is not None and step.outcome.kind is Checking.SELF_TEST_PASSED
    body = fact(step)
    assert (body["passed"], body["seconds"], body["trouble"]) == (True, 17, "")
    assert {check: body[check.value] for check in CheckedPart} == {
        check: "absent" if absent.get(check) else "ok" for check in CheckedPart
    }
    assert body["read"] == (GRAMS if scale else None)


@pytest.mark.parametrize(("printer", "scale"), BENCHES)
def test_whatever_is_skipped_is_said(printer: bool, scale: bool) -> None:
    first = begin(printer=printer, scale=scale)
    for skipped in [check for check, verdict in first.checks if verdict is PartVerdict.OPEN]:
        test, step = first, None
        while test.now is not None:
            is_it = test.now is skipped
            step = self_test.answered(test, Command.SKIP, NOW) if is_it else well(test)
            test = task(step)
        body = fact(step)
        assert step is not None and step.outcome.kind is Checking.SELF_TEST_FAILED
        assert step.outcome.values["steps"] == skipped.value
        # Skipped at the beep means that nothing was heard.
        assert body[skipped.value] == ("failed" if skipped is CheckedPart.BEEP else "skipped")
        assert body["passed"] is False


def test_nothing_at_all_is_no_pass() -> None:
    test, step = begin(), None
    while test.now is not None:
        step = self_test.answered(test, Command.SKIP, NOW)
        test = task(step)
    assert fact(step)["passed"] is False


def test_a_printer_in_trouble_fails_and_the_rest_goes_on() -> None:
    step = self_test.printed(begin(), "paper_out", NOW)
    assert step is not None and step.outcome.kind is Checking.TEST_STEP_FAILED
    test = task(step)
    assert (test.trouble, test.now) == ("paper_out", CheckedPart.SCAN)
    assert self_test.prompt(test) == (CheckPrompt.TEST_SCAN_ANY, {})
    test = task(self_test.scanned(test, "9521321000001", NOW))
    assert test.verdict(CheckedPart.SCAN) is PartVerdict.OK
    while test.now is not None:
        step = well(test)
        test = task(step)
    body = fact(step)
    assert (body["print"], body["trouble"], body["passed"]) == ("failed", "paper_out", False)


def test_only_its_own_label_will_do() -> None:
    test = task(self_test.printed(begin(), "", NOW))
    for wrong in ("PBTL-075959", "9521321000001", "", CODE + "0"):
        step = self_test.scanned(test, wrong, NOW)
        assert (step.outcome.kind, step.task, step.facts) == (Checking.TEST_STEP_FAILED, test, ())
    assert task(self_test.scanned(test, CODE, NOW)).now is CheckedPart.WEIGH


def test_its_label_may_be_read_before_the_printer_has_answered() -> None:
    test = task(self_test.scanned(begin(), CODE, NOW))
    assert [test.verdict(one) for one in (CheckedPart.PRINT, CheckedPart.SCAN)] == [
        PartVerdict.OK
    ] * 2
    assert self_test.printed(test, "not_counted", NOW) is None, "nobody waits for it now"


def test_another_code_before_the_printer_has_answered_is_nothing() -> None:
    test = begin()
    step = self_test.scanned(test, "9521321000001", NOW)
    assert (step.outcome.kind, step.task) == (Checking.TEST_SCANNED, test)


@pytest.mark.parametrize(
    ("grams", "right"),
    [(1000, True), (998, True), (1002, True), (997, False), (1003, False), (0, False)],
)
def test_the_known_weight(grams: int, right: bool) -> None:
    test = task(self_test.scanned(begin(printer=False), "x", NOW))
    step = self_test.weighed(test, grams, NOW)
    after = task(step)
    assert after.verdict(CheckedPart.WEIGH) is (PartVerdict.OK if right else PartVerdict.OPEN)
    assert after.read == grams
    assert step.outcome.kind is (Checking.TEST_STEP_OK if right else Weighing.WEIGHT_NOTED)


@given(st.integers(1, 50_000), st.integers(-60_000, 60_000))
def test_a_wrong_scale_never_passes(known: int, grams: int) -> None:
    start = self_test.start(CODE, NOW, printer=False, scale=True, grams=known)
    test = task(self_test.weighed(task(self_test.scanned(task(start), "x", NOW)), grams, NOW))
    if abs(grams - known) > max(2, known * 0.0021):
        assert test.verdict(CheckedPart.WEIGH) is PartVerdict.OPEN
    if grams == known:
        assert test.verdict(CheckedPart.WEIGH) is PartVerdict.OK


def test_a_weight_at_the_wrong_time_passes_nothing() -> None:
    for test in (begin(), task(self_test.printed(begin(), "", NOW))):
        after = task(self_test.weighed(test, GRAMS, NOW))
        assert after.verdict(CheckedPart.WEIGH) is PartVerdict.OPEN


def test_a_beep_is_asked_for_when_it_is_to_be_heard() -> None:
    test = task(self_test.scanned(begin(printer=False, scale=False), "x", NOW))
    assert test.now is CheckedPart.BEEP
    step = self_test.scanned(begin(printer=False, scale=False), "x", NOW)
    assert [wish.want for wish in step.wishes] == [Want.BEEP]


def test_commands_that_are_no_answer_are_left_to_the_page() -> None:
    test = begin()
    for other in set(Command) - {Command.SKIP}:
        assert self_test.answered(test, other, NOW) is None, other
    done = test
    while done.now is not None:
        done = task(well(done))
    assert all(self_test.answered(done, one, NOW) is None for one in Command)


def test_the_prompt_names_every_check() -> None:
    test, found = begin(), []
    while test.now is not None:
        found.append(self_test.prompt(test)[0])
        test = task(well(test))
    assert found == [
        CheckPrompt.TEST_PRINTING,
        CheckPrompt.TEST_SCAN_LABEL,
        CheckPrompt.TEST_WEIGH,
        CheckPrompt.TEST_BEEP,
    ]
    assert self_test.prompt(test) == (CheckPrompt.CHOOSE_PAGE, {})
