"""`packbench order hold|release|prioritise`: a supervisor's word reaches the bench."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.errors import ExitCode
from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli

SITE = """\
given product MUG barcode=9521321000001
given bin A-1 walk=1
given stock A-1 MUG 30
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN roles=picker,packer
given operator 90 badge=B-INES roles=supervisor
given order SO-1 lines=2xMUG
given order SO-2 lines=1xMUG
given order SO-3 lines=1xMUG cancelled
"""
BY = ("--operator", "90")


@pytest.fixture
def site(cli: Cli, home: Path) -> Cli:
    with scene(home) as played:
        for line in SITE.strip().splitlines():
            played.do(line)
    return cli


def play(home: Path, *lines: str) -> None:
    with scene(home) as played:
        assert played.run("\n".join(lines)) == []


def shown(site: Cli, ref: str) -> dict[str, Any]:
    found: dict[str, Any] = site("order", "show", ref, "--json").json
    return found


def test_a_held_order_is_not_opened_until_it_is_released(site: Cli, home: Path) -> None:
    done = site("order", "hold", "SO-1", *BY, "--why", "call the customer")
    assert (done.code, done.out) == (
        ExitCode.OK,
        "shop:SO-1: on_hold, priority 0, held: call the customer\n",
    )
    play(home, "scan B-ANN -> signed_in", "scan SO-1 -> order_on_hold", "press NEXT", "press LOCK")
    told = [row for row in shown(site, "SO-1")["timeline"] if row["what"] == "site_held"]
    assert [(row["operator"], row["values"]["reason"]) for row in told] == [
        ("90", "call the customer")
    ]
    assert site("order", "release", "SO-1", *BY).code == ExitCode.OK
    assert shown(site, "SO-1")["order"]["hold"] == ""


def test_a_bench_that_has_it_open_stops(site: Cli, home: Path) -> None:
    with scene(home) as played:
        assert played.run("scan B-ANN\nscan SO-1 -> order_opened\nscan A-1 -> bin_ok") == []
        site("order", "hold", "SO-1", *BY, "--why", "recall")
        assert played.do("wait 5")["view"]["state"] == "stopped"
        said = played.do("scan 9521321000001")["outcome"]
        assert (said["kind"], said["values"]["reason"]) == ("order_held", "recall")
    assert site("db", "verify", "--json").code == ExitCode.OK


def test_what_is_put_first_comes_first(site: Cli, home: Path) -> None:
    site("order", "prioritise", "SO-2", *BY, "--priority", "5", "--why", "the boss called")
    with scene(home) as played:
        played.do("scan B-ANN")
        assert played.do("press NEXT")["view"]["order"] == "SO-2"


def test_another_way_is_on_the_label_and_in_the_timeline(site: Cli, home: Path) -> None:
    new = ("--carrier", "UPS", "--service", "express", "--street", "2 New Road")
    done = site("order", "redirect", "SO-1", *BY, *new, "--why", "the customer called", "--json")
    assert (done.json["carrier"], done.json["service"]) == ("UPS", "express")
    told = [row for row in shown(site, "SO-1")["timeline"] if row["what"] == "order_redirected"]
    assert [(row["operator"], row["values"]["why"]) for row in told] == [
        ("90", "the customer called")
    ]
    with scene(home) as played:
        mug = "scan 9521321000001"
        for line in ("scan B-ANN", "scan SO-1", "scan A-1", mug, mug, "scan T-1", "scan T-1"):
            played.do(line)
        assert played.do("wait 1")["view"]["screen"] == "pack"
    assert site("db", "verify", "--json").code == ExitCode.OK


def test_a_cancelled_order_stops_and_its_goods_go_back(site: Cli, home: Path) -> None:
    with scene(home) as played:
        lines = "scan B-ANN\nscan SO-1 -> order_opened\nscan A-1\nscan 9521321000001 -> unit_picked"
        assert played.run(lines) == []
        site("order", "cancel", "SO-1", *BY, "--why", "fraud")
        assert played.do("wait 5")["view"]["state"] == "stopped"
        said = played.do("scan 9521321000001")["outcome"]
        assert (said["kind"], said["values"]["units"]) == ("put_back_first", 1)
    order = shown(site, "SO-1")["order"]
    assert (order["state"], order["hold"]) == ("CANCELLED", "fraud")
    assert site("db", "verify", "--json").code == ExitCode.OK


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("hold", "SO-1", "--operator", "11", "--why", "x"), "it takes a supervisor"),
        (("hold", "SO-1", "--operator", "77", "--why", "x"), "knows no person 77"),
        (("hold", "SO-9", *BY, "--why", "x"), "knows no order SO-9"),
        (("hold", "SO-3", *BY, "--why", "x"), "is cancelled"),
        (("release", "SO-1", *BY), "Nobody of this site holds order SO-1"),
        (("prioritise", "SO-1", *BY, "--priority", "0"), "has priority 0 already"),
        (("prioritise", "SO-1", *BY, "--priority", "100"), "goes from -9 to 99"),
        (("hold", "SO-1", *BY, "--why", " "), "what stands against the order"),
        (("cancel", "SO-1", *BY, "--why", " "), "what stands against the order"),
        (("redirect", "SO-1", *BY), "goes there already"),
        (("redirect", "SO-1", *BY, "--service", "fast"), "--service belongs to --carrier"),
        (("redirect", "SO-1", *BY, "--street", ""), "has no street"),
        (("redirect", "SO-1", *BY, "--country", "ZZ"), "no country's code"),
        (("redirect", "SO-1", *BY, "--city", "\U00012000"), "No label can show"),
        (("redirect", "SO-3", *BY, "--carrier", "UPS"), "is cancelled"),
        (("cancel", "SO-3", *BY, "--why", "x"), "is cancelled"),
    ],
)
def test_what_cannot_be_is_refused_in_words(site: Cli, words: tuple[str, ...], said: str) -> None:
    done = site("order", *words)
    assert done.code in {ExitCode.ERROR, ExitCode.USAGE}
    assert (done.out, said in done.err) == ("", True), done.err
