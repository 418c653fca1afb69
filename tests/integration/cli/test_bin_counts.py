"""`packbench bins --counts`: what counts have found."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import ExitCode
from tests.helpers.scenario import Scene
from tests.integration.cli.conftest import Cli

COUNTED = """
given product MUG barcode=9521321000001 count
given bin A-1 walk=1
given bin A-2 walk=2
given bin B-1 walk=3
given stock A-1 MUG 5
given operator 11 badge=B-ANN
scan B-ANN -> signed_in
press COUNT -> count_opened
scan A-1 -> count_started
scan 9521321000001 -> unit_counted
press OK -> count_differs
press OK -> count_why_asked
press 9 -> count_recorded
scan A-2 -> count_started
press OK -> count_right
"""


@pytest.fixture
def site(cli: Cli, home: Path) -> Cli:
    scene = Scene(home)
    scene.open()
    assert scene.run(COUNTED) == []
    assert scene.bench is not None
    scene.bench.settle()
    scene.close()
    return cli


MOST = "3650"
"""Days: the scene's clock stands still."""


def test_zones_in_numbers(site: Cli) -> None:
    head, a, b = site("bins", "--counts", MOST).out.splitlines()
    assert head.split()[:7] == ["zone", "bins", "counted", "right", "%", "net", "absolute"]
    assert a.split()[:8] == ["A", "2", "2", "1", "50.0", "-4", "4", "0"]
    assert b.split() == ["B", "1", "0", "0", "0", "0", "1"]
    (zone,) = site("bins", "--zone", "A", "--counts", MOST, "--json").json["zones"]
    assert zone["whys"] == {"lost": 4}


def test_each_count_of_a_bin_with_its_reason(site: Cli) -> None:
    ran = site("bins", "A-1", "--counts", MOST)
    assert ran.out.splitlines()[-1].split()[1:] == ["A-1", "MUG", "1", "5", "lost", "P1", "11"]
    (count,) = site("bins", "A-1", "--counts", MOST, "--json").json["counts"]
    assert (count["counted"], count["expected"], count["why"]) == (1, 5, "lost")
    assert "Nothing was counted." in site("bins", "B-1", "--counts", MOST).out


@pytest.mark.parametrize("words", [("0",), ("3651",), ("5", "--check"), ("5", "--labels", "a.pdf")])
def test_what_cannot_be_shown_is_refused(site: Cli, words: tuple[str, ...]) -> None:
    ran = site("bins", "--counts", *words)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "ounts" in ran.err
