"""Running the benchmarks: every one is tried, and a failure ends in the exit code."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from benchmarks import __main__ as runner
from benchmarks.__main__ import Benchmark


def given(monkeypatch: pytest.MonkeyPatch, *words: str) -> list[dict[str, int]]:
    """Three benchmarks, of which the first breaks; what the others were called with."""
    calls: list[dict[str, int]] = []

    def breaks() -> None:
        raise RuntimeError("it rotted")

    def works(**size: int) -> None:
        calls.append(size)

    def finds(**size: int) -> int:
        calls.append(size)
        return 1

    for name, main in (("breaks", breaks), ("works", works), ("finds", finds)):
        module = ModuleType(f"benchmarks.{name}")
        module.main = main  # type: ignore[attr-defined]  # a module made here
        monkeypatch.setitem(sys.modules, module.__name__, module)
    table = {"a": Benchmark("breaks"), "b": Benchmark("works", {"n": 1}), "c": Benchmark("finds")}
    monkeypatch.setattr(runner, "BENCHMARKS", table)
    monkeypatch.setattr(sys, "argv", ["benchmarks", *words])
    return calls


def test_the_others_go_on_after_one_that_broke(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = given(monkeypatch, "--smallest")
    assert runner.main() == 1
    assert calls == [{"n": 1}, {}]
    assert "failed: a, c" in capsys.readouterr().out


def test_the_full_size_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = given(monkeypatch, "b")
    assert runner.main() == 0
    assert calls == [{}]


def test_an_unknown_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, "d")
    assert runner.main() == 2
