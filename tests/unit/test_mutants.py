"""A known piece of a program has known mistakes, and each of them is a program."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests import mutants
from tests.mutations import mutations

ROOT = Path(__file__).resolve().parents[2]


def changes(source: str) -> set[tuple[str, str]]:
    """Old and new text of every mistake."""
    return {(one.old, one.new) for one in mutations(source)}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a == b", {("a == b", "(a != b)")}),
        ("a < b", {("a < b", "(a >= b)"), ("a < b", "(a <= b)")}),
        ("a >= b", {("a >= b", "(a < b)"), ("a >= b", "(a > b)")}),
        ("a is b", {("a is b", "(a is not b)")}),
        ("a not in b", {("a not in b", "(a in b)")}),
        ("a and b", {("a and b", "(a or b)")}),
        ("x = not a", {("not a", "(a)")}),
        ("x = a + b", {("a + b", "(a - b)")}),
        ("x = 7", {("7", "(8)")}),
        ("x = True", {("True", "(False)")}),
        ("x = 'word'", {("'word'", "('')")}),
        ("x = ''", {("''", "('x')")}),
        ("x = None", set()),
        ("x = a if b else c", {("b", "(not (b))")}),
        ("x = [a for a in b if a]", {("a", "(True)")}),
        ("f(a)", {("f(a)", "pass")}),
        ("x = sorted(a)", {("sorted(a)", "(sorted(a, reverse=True))")}),
        ("x = max(a, key=f)", {("max(a, key=f)", "(max(a))")}),
    ],
)
def test_the_mistakes_of_one_line(source: str, expected: set[tuple[str, str]]) -> None:
    assert changes(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "import a",
        "x: int",
        "def f(a: 'B') -> 'C': ...",
        "@dataclass(frozen=True)\nclass A: ...",
        "log.warning('not %s', a)",
        "raise ValueError('no')",
        "assert a == b",
        "x = f'{a + 1}'",
        "if TYPE_CHECKING:\n    x = 1",
        "__all__ = ['a']",
        "match a:\n    case 1: ...",
    ],
)
def test_what_says_nothing_of_the_work_is_left_alone(source: str) -> None:
    assert changes(source) == set()


FUNCTION = """\
def f(a):
    if a:
        return 'ä', g
    for b in a:
        return b
    return c
"""


def test_only_a_return_after_which_something_follows_is_forgotten() -> None:
    forgotten = [(one.line, one.old) for one in mutations(FUNCTION) if one.new == "pass"]
    assert forgotten == [(3, "return 'ä', g"), (5, "return b")]


def test_a_mistake_changes_its_own_place_and_nothing_else() -> None:
    (turned,) = [one for one in mutations("x = 'ä', (a\n    == b)  # why\n") if one.line == 1][1:]
    assert turned.applied("x = 'ä', (a\n    == b)  # why\n") == "x = 'ä', ((a != b))  # why\n"


@pytest.mark.parametrize("room", mutants.TESTS)
def test_every_mistake_of_a_room_is_still_a_program(room: str) -> None:
    for name in mutants.modules([room])[:6]:
        source = (ROOT / name).read_text("utf-8")
        found = mutations(source)
        for mutation in found[:: max(1, len(found) // 10)]:
            changed = mutation.applied(source)
            assert ast.unparse(ast.parse(changed)) != ast.unparse(ast.parse(source))


def test_the_same_seed_picks_the_same_mistakes() -> None:
    names = mutants.modules(["app/domain"])
    first = mutants.picked(names, 12, seed=3)
    assert first == mutants.picked(names, 12, seed=3)
    assert len(first) == 12
    assert first != mutants.picked(names, 12, seed=4)


def test_every_room_has_tests_and_migrations_are_left_out() -> None:
    for room in mutants.TESTS:
        names = mutants.modules([room])
        assert names and not any("migrations" in name for name in names)
        assert mutants.nearest(names[0])


def test_tests_named_like_the_module_run_first() -> None:
    folders = mutants.TESTS["app/domain"]
    first = mutants.nearest("app/domain/weighing/weights.py")[0]
    assert first == f"{folders[0]}/weighing/test_weights.py"


@pytest.mark.parametrize("words", [["--under", "ui"], ["--under", "app/domain/nothing.py"]])
def test_a_place_that_makes_no_sense(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        mutants.main(words)
    assert ended.value.code == 2
    assert "is nothing in app/domain" in capsys.readouterr().err


def test_each_mistake_is_told_and_then_how_many_were_seen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that keeps the tests from ending is seen, too."""
    words = iter(("caught", "survived", "timed out"))

    def judged(
        chosen: Sequence[mutants.Mutant], only: Sequence[str], limit_s: float
    ) -> Iterator[tuple[mutants.Mutant, str]]:
        yield from ((mutant, next(words)) for mutant in chosen)

    monkeypatch.setattr(mutants, "verdicts", judged)
    assert mutants.main(["--count", "3", "--under", "app/domain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:9].strip() for line in lines[:3]] == ["caught", "survived", "timed out"]
    assert all(re.match(r"app/domain/[\w/]+\.py:\d+: .+  ->  .+", line[11:]) for line in lines[:3])
    assert lines[3:] == ["caught 2 of 3"]


def test_tests_that_fail_without_a_mistake_end_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(mutants, "Copy", Broken)
    with pytest.raises(SystemExit) as ended:
        mutants.main(["--count", "1", "--under", "app/domain"])
    assert ended.value.code == 2
    assert "fail before anything is changed" in capsys.readouterr().err


class Broken:
    """A copy of a tree whose tests fail as it is."""

    def __init__(self, folder: Path) -> None:
        pass

    def passes(self, tests: Sequence[str], limit_s: float | None = None) -> bool:
        return False
