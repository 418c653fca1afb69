"""Small mistakes are planted in a copy of the tree, one at a time: does a test see each?

    .venv/bin/python -m tests.mutants --count 40 --seed 7 --under app/station/home/rules.py

It is run by hand and takes minutes; the suite does not contain it. The work tree is never touched.
A mistake that no test sees is either a missing test, a line that is not needed, or a change that
changes nothing. The exit code is 0 whatever is found, and 2 where the call makes no sense.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.mutations import Mutation, mutations

ROOT = Path(__file__).resolve().parents[1]
# The test folders of a room, nearest first.
TESTS: dict[str, tuple[str, ...]] = {
    "app/domain": ("tests/unit/domain", "tests/unit/station", "tests/scenarios"),
    "app/station": ("tests/unit/station", "tests/scenarios"),
    "app/store": ("tests/integration/store", "tests/unit/db", "tests/unit/station"),
    "app/sync": ("tests/integration/sync", "tests/integration/store"),
    "app/reports": ("tests/unit/reports", "tests/integration/cli/test_report.py"),
}
LEFT_OUT = "migrations"  # what has run once at every site is never changed again
NOT_COPIED = {".git", ".venv", "home", "out", "dist", "build"}
SLACK_S = 30.0
SHOWN = 70


@dataclass(frozen=True)
class Mutant:
    """One mistake of one module; module: its path from the root."""

    module: str
    mutation: Mutation

    def __str__(self) -> str:
        what = self.mutation
        change = f"{_short(what.old)}  ->  {_short(what.new)}"
        return f"{self.module}:{what.line}: {change}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def modules(under: Iterable[str]) -> list[str]:
    """The modules at or below these paths, which are given from the root."""
    found: set[str] = set()
    for name in under:
        path = ROOT / name
        files = path.rglob("*.py") if path.is_dir() else [path]
        found |= {file.relative_to(ROOT).as_posix() for file in files}
    return sorted(name for name in found if LEFT_OUT not in Path(name).parts)


def room_of(module: str) -> str:
    """The room a path lies in, "" none of those that have tests here."""
    return next((room for room in TESTS if Path(module).is_relative_to(room)), "")


def picked(names: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """So many of all mistakes, the same ones for the same seed, module by module."""
    every = [
        Mutant(name, mutation)
        for name in names
        for mutation in mutations((ROOT / name).read_text("utf-8"))
    ]
    chosen = random.Random(seed).sample(range(len(every)), min(count, len(every)))
    return [every[at] for at in sorted(chosen)]


def nearest(module: str, places: Sequence[str] = ()) -> list[str]:
    """Test files of these places, else of the module's room; those named like it run first."""
    files: list[Path] = []
    for place in places or TESTS[room_of(module)]:
        path = ROOT / place
        files += sorted(path.rglob("test_*.py")) if path.is_dir() else [path]
    words = set(Path(module).stem.split("_"))
    files.sort(key=lambda file: words.isdisjoint(file.stem.split("_")))
    return [file.relative_to(ROOT).as_posix() for file in files]


class Copy:
    """A copy of the tree that is broken and mended."""

    def __init__(self, folder: Path) -> None:
        self._root = folder / "tree"
        shutil.copytree(ROOT, self._root, ignore=_unwanted, symlinks=True)

    def passes(self, tests: Sequence[str], limit_s: float | None = None) -> bool | None:
        """Whether all of these tests pass; None = they did not end in time."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly", *tests]
        process = subprocess.Popen(
            [*command, "-p", "no:cacheprovider"],
            cwd=self._root,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that whatever a test has started ends with it
        )
        try:
            return process.wait(limit_s) == 0
        except subprocess.TimeoutExpired:
            return None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def verdict(self, mutant: Mutant, tests: Sequence[str], limit_s: float) -> str:
        """What the tests make of the mistake; the copy is whole again afterwards."""
        file = self._root / mutant.module
        whole = file.read_bytes()
        file.write_text(mutant.mutation.applied(whole.decode()), "utf-8")
        try:
            passed = self.passes(tests, limit_s)
        finally:
            file.write_bytes(whole)
        if passed is None:
            return "timed out"
        return "survived" if passed else "caught"


def _unwanted(folder: str, names: list[str]) -> set[str]:
    caches = {name for name in names if name == "__pycache__" or name.endswith("_cache")}
    return caches | (NOT_COPIED & set(names) if Path(folder) == ROOT else set())


def verdicts(
    chosen: Sequence[Mutant], only: Sequence[str], limit_s: float
) -> Iterator[tuple[Mutant, str]]:
    """Each mistake with what became of it. Raises UsageError where tests fail without any."""
    # Looked for before the copy is made: a test that is written meanwhile is not in it.
    found = {mutant.module: tuple(nearest(mutant.module, only)) for mutant in chosen}
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Copy(Path(folder))
        limits: dict[tuple[str, ...], float] = {}
        for mutant in chosen:
            tests = found[mutant.module]
            same = tuple(sorted(tests))
            if same not in limits:
                began = time.monotonic()
                if not copy.passes(tests):
                    raise UsageError("The tests fail before anything is changed.")
                limits[same] = limit_s or SLACK_S + 3 * (time.monotonic() - began)
            yield mutant, copy.verdict(mutant, tests, limits[same])


class UsageError(Exception):
    """The call makes no sense; the text says why."""


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def demand_known(under: Sequence[str], only: Sequence[str]) -> None:
    for name in under:
        if not room_of(name) or not (ROOT / name).exists():
            raise UsageError(f"{name} is nothing in {', '.join(TESTS)}.")
    for name in only:
        if not (ROOT / name).exists():
            raise UsageError(f"There are no tests at {name}.")


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="how many mistakes (20)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    parser.add_argument("--under", action="append", help="folder or module; may be repeated")
    parser.add_argument("--tests", nargs="+", default=[], help="run these instead of the room's")
    parser.add_argument("--limit", type=float, default=0.0, help="seconds a run may take")
    args = parser.parse_args(words)
    under = args.under or list(TESTS)
    tally = {"caught": 0, "survived": 0, "timed out": 0}
    try:
        demand_known(under, args.tests)
        chosen = picked(modules(under), args.count, args.seed)
        for mutant, verdict in verdicts(chosen, args.tests, args.limit):
            tally[verdict] += 1
            say(f"{verdict:9}  {mutant}")
    except UsageError as error:
        parser.error(str(error))
    # A mistake that keeps the program from ending is seen, too.
    say(f"caught {tally['caught'] + tally['timed out']} of {sum(tally.values())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
