"""`packbench exceptions`: what waits is listed, shown and decided, on a file and on a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.errors import ExitCode
from app.store.database import open_centre
from app.sync.proof.verify import verify
from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli

SITE = """\
given product MUG barcode=9521321000001
given product POT barcode=9521321000018
given bin A-1 walk=1
given bin A-2 walk=2
given stock A-1 MUG 30
given stock A-2 POT 2
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN roles=picker,packer
given operator 90 name=Ines badge=B-INES roles=supervisor
given order SO-1 lines=1xMUG,2xPOT
scan B-ANN -> signed_in
scan SO-1 -> order_opened
scan A-1 -> bin_ok
scan 9521321000001 -> line_picked
scan T-1 -> put_in_tote
scan A-2 -> bin_ok
press SHORT -> short_asked
press 0 -> digits
press OK -> order_picked
"""
COUNT = (
    "wait 600",  # its clock begins anew with each play; the bench locks itself
    "scan B-ANN -> unlocked",
    "press COUNT",
    "press NEXT -> count_begun bin=A-2",
    "scan A-2 -> count_started",
    "press 2",
    "press OK -> count_right counted=2",
    "press HOME",
)
CARD = "short/order/shop:SO-1"
BY = ("--operator", "90")


@pytest.fixture
def site(cli: Cli, home: Path) -> Cli:
    play(home, *SITE.strip().splitlines())
    return cli


def play(home: Path, *lines: str) -> None:
    with scene(home) as played:
        assert played.run("\n".join(lines)) == []


def listed(site: Cli, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = site("exceptions", "list", *words, "--json").json["exceptions"]
    return found


def proven(home: Path) -> bool:
    engine = open_centre(f"sqlite:{home / 'centre.db'}")
    try:
        return verify(engine).findings == []
    finally:
        engine.dispose()


def test_what_waits_is_listed_and_shown(site: Cli) -> None:
    (one,) = listed(site)
    assert (one["id"], one["reason"], one["about"], one["operator"], one["closed"]) == (
        CARD,
        "short",
        "shop:SO-1",
        "11",
        False,
    )
    assert listed(site, "--reason", "recount") == []
    assert site("exceptions", "list", "--reason", "recount").out == "None.\n"
    assert CARD in site("exceptions", "list").out
    shown = site("exceptions", "show", CARD, "--json").json
    assert [event["what"] for event in shown["evidence"]] == ["pick_short"]
    assert shown["decisions"] == [
        *("pick_again", "ship_partly", "count", "hold_order", "take", "accept")
    ]
    text = site("exceptions", "show", CARD).out
    assert text.startswith("Goods are missing (short)") and "pick_short" in text


def test_a_decision_closes_it_and_stands_on_the_order(site: Cli, home: Path) -> None:
    done = site("exceptions", "decide", CARD, "ship_partly", *BY, "--note", "customer agrees")
    assert (done.code, done.out) == (ExitCode.OK, f"{CARD}: ship_partly, over\n")
    assert listed(site) == []
    (one,) = listed(site, "--all")
    assert (one["decision"], one["decided_by"], one["note"], one["closed_by"]) == (
        "ship_partly",
        "90",
        "customer agrees",
        "90",
    )
    told = site("order", "show", "SO-1", "--json").json["timeline"][-1]
    assert (told["what"], told["operator"]) == ("exception_decided", "90")
    assert told["values"]["decision"] == "ship_partly"
    assert proven(home)


def test_who_comes_second_is_told_who_solved_it(site: Cli) -> None:
    site("exceptions", "decide", CARD, "accept", *BY)
    again = site("exceptions", "decide", CARD, "ship_partly", *BY)
    assert (again.code, again.out) == (ExitCode.ERROR, "")
    assert "solved it 0 min ago. Decided: accept. Nothing is left to do here." in again.err


def test_work_that_follows_keeps_it_open_and_ends_it(site: Cli, home: Path) -> None:
    done = site("exceptions", "decide", CARD, "count", *BY, "--json").json
    assert (done["decision"], done["closed"]) == ("count", False)
    tasks = site("tasks", "list", "--json").json["tasks"]
    assert ("count", "A-2", "POT") in {(one["kind"], one["from"], one["sku"]) for one in tasks}
    play(home, *COUNT)
    done = site("exceptions", "decide", CARD, "pick_again", *BY, "--json").json
    assert (done["decision"], done["closed"]) == ("pick_again", True)
    order = site("order", "show", "SO-1", "--json").json
    assert (order["order"]["sub_state"], [line["short"] for line in order["lines"]]) == (
        "started",
        [0, 0],
    )
    assert proven(home)


REFUSED = {
    "no such exception": (("short/order/shop:SO-9", "accept", *BY), "no exception short/order"),
    "nobody": ((CARD, "accept", "--operator", "77"), "knows no person 77"),
    "a picker": ((CARD, "accept", "--operator", "11"), "takes a supervisor"),
    "missed there": ((CARD, "pick_again", *BY), "Nearest is A-2 (2)"),
    "not for this": ((CARD, "new_label", *BY), "Not for this: new_label"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_in_words(case: str, site: Cli) -> None:
    words, said = REFUSED[case]
    refused = site("exceptions", "decide", *words)
    assert (refused.code, refused.out) == (ExitCode.ERROR, "")
    assert said in refused.err
    assert [one["decision"] for one in listed(site)] == [""]


@pytest.mark.parametrize(
    "words",
    [("decide", CARD, "burn", *BY), ("decide", CARD, "accept"), ("list", "--open", "--all")],
    ids=["no decision", "nobody named", "both"],
)
def test_words_that_are_off(words: tuple[str, ...], cli: Cli) -> None:
    assert cli("exceptions", *words).code == ExitCode.USAGE
