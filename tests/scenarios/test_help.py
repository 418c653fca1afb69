"""A call for help at one bench, seen at the others: two benches on one centre."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.scenario import Scene

GIVEN = """
given product MUG barcode=9521321000001 weight=340
given bin A-01-1 walk=1
given stock A-01-1 MUG 20
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN
given operator 12 badge=B-BOB
given order SO-1 lines=2xMUG
"""
Benches = tuple[Scene, Scene]


@pytest.fixture
def benches(tmp_path: Path) -> Iterator[Benches]:
    """Ann at P1, with SO-1 open; Bob at P2."""
    ann, bob = Scene(tmp_path), Scene(tmp_path, name="P2")
    for line in GIVEN.strip().splitlines():
        ann.do(line)
    ann.do("scan B-ANN")
    ann.do("scan SO-1")
    bob.do("scan B-BOB")
    yield ann, bob
    for scene in (ann, bob):
        scene.close()


def calls(scene: Scene) -> list[tuple[str, str, str]]:
    """What the bench shows, after it has heard of the centre."""
    view: dict[str, Any] = scene.do("wait 5")["view"]
    return [(call["station"], call["operator"], call.get("order", "")) for call in view["help"]]


def said(scene: Scene, line: str) -> str:
    return str(scene.do(line)["outcome"]["kind"])


def test_the_others_see_who_calls_and_with_which_order(benches: Benches) -> None:
    ann, bob = benches
    assert said(ann, "press HELP") == "help_called"
    assert calls(bob) == [("P1", "11", "SO-1")]
    assert calls(ann) == [("P1", "11", "SO-1")]  # it shows its own call, once
    assert said(bob, "press EXCEPTIONS") == "cleared"
    (line,) = bob.do("press 1")["view"]["exceptions"]
    assert (line["reason"], line["kind"], line["station"]) == ("help_wanted", "operator", "P1")
    card = bob.do("press OK")["view"]
    assert (card["reason"], card["choices"]) == ("help_wanted", "accept")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("press HELP", "help_ended"),
        ("press OK", "command_not_here"),
        ("scan A-01-1", "bin_ok"),  # work goes on: nobody is needed
        ("scan B-BOB", "not_here"),  # somebody has come
    ],
)
def test_it_ends_at_the_bench_that_called(benches: Benches, line: str, answer: str) -> None:
    ann, bob = benches
    said(ann, "press HELP")
    assert calls(bob)
    assert said(ann, line) == answer
    assert calls(bob) == calls(ann) == []


def test_a_call_outlives_a_restart_and_a_lock(benches: Benches) -> None:
    ann, bob = benches
    said(ann, "press HELP")
    ann.reopen()
    assert calls(ann) == [("P1", "11", "SO-1")]
    assert said(ann, "press LOCK") == "locked"
    assert calls(bob) == [("P1", "11", "SO-1")]
    assert said(ann, "scan B-ANN") == "unlocked"
    assert calls(bob) == []


def test_what_cannot_be_read_ends_no_call(benches: Benches) -> None:
    ann, bob = benches
    said(ann, "press HELP")
    assert said(ann, "scan \\x00\\x01") == "unreadable"
    assert calls(bob) == [("P1", "11", "SO-1")]


def test_a_second_call_is_a_new_one(benches: Benches) -> None:
    ann, bob = benches
    for _ in range(2):
        said(ann, "press HELP")
        assert len(calls(bob)) == 1
        said(ann, "press HELP")
        assert calls(bob) == []


def test_without_an_order_the_person_is_named_alone(benches: Benches) -> None:
    ann, bob = benches
    said(bob, "press HELP")
    assert calls(ann) == [("P2", "12", "")]


def test_offline_nobody_sees_it_and_the_bench_says_so(benches: Benches) -> None:
    ann, bob = benches
    ann.do("offline")
    assert said(ann, "press HELP") == "help_unheard"
    assert calls(bob) == []
    ann.do("online")
    assert calls(bob) == [("P1", "11", "SO-1")]
