"""`packbench tasks`: what a person of the office wants done on the floor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.errors import ExitCode
from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli

SITE = """\
given product MUG barcode=9521321000001 count
given product TEA barcode=9521321000025 lot
given bin A-1 walk=1 faces=MUG:2:10
given bin A-2 walk=2 capacity=5
given bin A-3 walk=3 locked=leaks
given bin R-1 walk=4 kind=reserve
given bin BAD-1 walk=9 kind=damaged
given stock A-1 MUG 3
given stock R-1 MUG 40
given stock R-1 TEA 6 lot=L1
given stock R-1 TEA 4 lot=L2
given operator 11 badge=B-ANN roles=picker
scan B-ANN -> signed_in
"""


@pytest.fixture
def site(cli: Cli, home: Path) -> Cli:
    with scene(home) as played:
        assert played.run(SITE) == []
    return cli


def waiting(site: Cli, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = site("tasks", "list", *words, "--json").json["tasks"]
    return found


def move(*words: str, kind: str = "transfer") -> tuple[str, ...]:
    return ("tasks", "add", kind, "--from", "R-1", *words)


def test_a_task_is_added_done_at_a_bench_and_listed(site: Cli, home: Path) -> None:
    words = move("--to", "A-2", "--sku", "TEA", "--lot", "L2", "--units", "3", "--priority", "7")
    name = site(*words, "--due", "2026-03-02T15:00Z", "--json").json["task"]
    (told,) = waiting(site)
    assert (told["task"], told["state"], told["rule"]) == (name, "open", "person")
    assert (told["from"], told["to"], told["sku"], told["lot"]) == ("R-1", "A-2", "TEA", "L2")
    assert (told["units"], told["priority"]) == (3, 7)
    assert told["due"] == "2026-03-02T15:00:00+00:00"
    head, row = site("tasks", "list").out.splitlines()
    assert (head.split()[0], row.split()[0], row.split()[1]) == ("task", name, "open")
    walked = """\
press MOVE -> move_opened
press NEXT -> task_begun bin=R-1 sku=TEA units=3
scan R-1 -> move_from
scan 9521321000025 -> lot_needed
scan L1 -> other_goods wanted=L2
scan 9521321000025 -> lot_needed
scan L2 -> goods_taken
"""
    with scene(home) as played:
        assert played.run(walked) == []
    (doing,) = waiting(site)
    assert (doing["state"], bool(doing["worked_by"])) == ("doing", True)
    refused = site("tasks", "drop", name, "--reason", "not needed")
    assert (refused.code, "is doing" in refused.err) == (ExitCode.ERROR, True)


REFUSED = {
    "no such bin": (move("--to", "X-9", "--sku", "MUG"), "no bin X-9"),
    "no such product": (move("--to", "A-2", "--sku", "POT"), "no product POT"),
    "more than lies there": (
        move("--to", "A-1", "--sku", "MUG", "--units", "41"),
        "holds 40 of MUG",
    ),
    "nothing there": (
        ("tasks", "add", "transfer", "--from", "A-2", "--to", "A-1", "--sku", "MUG"),
        "holds no MUG",
    ),
    "locked": (move("--to", "A-3", "--sku", "MUG", "--units", "1"), "locked: leaks"),
    "full": (move("--to", "A-2", "--sku", "MUG", "--units", "9"), "room for 5 more"),
    "wrong kind": (move("--to", "BAD-1", "--sku", "MUG", "--units", "1"), "kind damaged"),
    "which lot": (move("--to", "A-2", "--sku", "TEA", "--units", "1"), "name one of L1, L2"),
    "no face": (
        move("--to", "A-2", "--sku", "MUG", "--units", "1", kind="replenish"),
        "no pick face of MUG",
    ),
    "there already": (move("--to", "R-1", "--sku", "MUG"), "one bin"),
    "no goods told": (move("--to", "A-2"), "needs --from, --to and --sku"),
    "a count to somewhere": (move("--to", "A-2", kind="count"), "names its bin with --from"),
    "no time": (move("--to", "A-1", "--sku", "MUG", "--due", "soon"), "soon is no time"),
    "a time before all": (
        move("--to", "A-1", "--sku", "MUG", "--due", "0001-01-01T00:00+14:00"),
        "0001-01-01T00:00+14:00 is no time",
    ),
    "less than nothing": (move("--to", "A-1", "--sku", "MUG", "--units", "-1"), "not less than 0"),
    "no such task": (("tasks", "drop", "task/x", "--reason", "r"), "no task task/x"),
    "no reason": (("tasks", "drop", "task/x", "--reason", " "), "--reason why"),
}


def test_what_cannot_be_is_refused_and_leaves_nothing(site: Cli) -> None:
    for name, (words, said) in REFUSED.items():
        ran = site(*words)
        assert ran.code in {ExitCode.ERROR, ExitCode.USAGE}, name
        assert said in ran.err, (name, ran.err)
    assert waiting(site, "--all") == []


def test_the_same_is_wanted_once_and_may_be_wanted_again_once_dropped(site: Cli) -> None:
    words = ("tasks", "add", "count", "--from", "A-1", "--sku", "MUG")
    name = site(*words, "--json").json["task"]
    again = site(*words)
    assert (again.code, f"{name} is open" in again.err) == (ExitCode.ERROR, True)
    assert site("tasks", "drop", name, "--reason", "counted by hand").code == 0
    assert waiting(site) == []
    (over,) = waiting(site, "--all")
    assert over["state"] == "dropped"
    gone = site("tasks", "drop", name, "--reason", "again")
    assert (gone.code, "is dropped already" in gone.err) == (ExitCode.ERROR, True)
    assert site(*words).code == 0
    assert [one["state"] for one in waiting(site)] == ["open"]


def test_the_urgent_one_comes_first_and_a_face_has_one_task(site: Cli) -> None:
    site("tasks", "add", "count", "--from", "A-2")
    fill = move("--to", "A-1", "--sku", "MUG", "--units", "7", "--priority", "3", kind="replenish")
    assert site(*fill).code == 0
    assert [one["kind"] for one in waiting(site)] == ["replenish", "count"]
    assert "wanted already" in site(*fill).err
