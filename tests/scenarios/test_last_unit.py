"""Two pickers and one last unit: the second one is told before he walks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.scenario import Scene

GIVEN = """
given product CLOCK barcode=9521321000032 weight=340
given product MUG barcode=9521321000001 weight=340
given bin A-01-1 walk=1
given bin A-02-1 walk=2
given stock A-01-1 CLOCK 1
given stock A-02-1 MUG 9
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN
given operator 12 badge=B-BOB
given order SO-1 lines=1xCLOCK
given order SO-2 lines=1xCLOCK,1xMUG
"""
Benches = tuple[Scene, Scene]


@pytest.fixture
def benches(tmp_path: Path) -> Iterator[Benches]:
    """Ann stands before the clock; Bob's bench has been given SO-2."""
    ann, bob = Scene(tmp_path), Scene(tmp_path, name="P2")
    for line in GIVEN.strip().splitlines():
        ann.do(line)
    for line in ("scan B-ANN", "scan SO-1"):
        ann.do(line)
    for line in ("scan B-BOB", "press NEXT", "press HOME"):
        bob.do(line)
    ann.do("wait 2")
    bob.do("wait 2")
    yield ann, bob
    for scene in (ann, bob):
        scene.close()


def said(scene: Scene, *lines: str) -> list[str]:
    return [str(scene.do(line)["outcome"]["kind"]) for line in lines]


def test_the_second_picker_is_told_and_walks_for_the_rest_alone(benches: Benches) -> None:
    ann, bob = benches
    done: dict[str, Any] = bob.do("press NEXT")
    assert (done["outcome"]["kind"], done["outcome"]["values"]["skus"]) == ("opened_short", "CLOCK")
    assert done["view"]["bin"] == "A-02-1"
    assert said(bob, "scan A-02-1", "scan 9521321000001", "scan T-7")[-1] == "order_picked"
    assert said(ann, "scan A-01-1", "scan 9521321000032") == ["bin_ok", "line_picked"]


def test_what_the_shop_takes_from_the_first_one_is_the_second_ones(benches: Benches) -> None:
    ann, bob = benches
    ann.do("given order SO-1 lines=1xCLOCK cancelled")
    ann.do("wait 2")
    bob.do("wait 2")
    done: dict[str, Any] = bob.do("press NEXT")
    assert (done["outcome"]["kind"], done["view"]["bin"]) == ("order_opened", "A-01-1")
