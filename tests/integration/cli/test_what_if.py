"""`packbench what-if` over the facts of a real day."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import ExitCode
from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli

GIVEN = """\
given product MUG barcode=9521321000001 weight=340
given bin A-1 walk=1
given stock A-1 MUG 30
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN roles=picker,packer,loader
scan B-ANN
"""
ORDER = """\
given order SO-{n} carrier={carrier} lines=1xMUG cut_off=08:{cut_off}
wait 20
scan SO-{n}
wait 60
scan A-1
scan 9521321000001
wait 10
scan T-{n}
scan T-{n}
press OK
wait 100
scan 9521321000001
wait 30
scan 00$sscc -> order_packed
"""
DAY = ("--day", "2026-03-02")


@pytest.fixture
def site(cli: Cli, home: Path) -> Cli:
    orders = (
        ORDER.format(n=n, carrier="UPS" if n > 2 else "DHL", cut_off="08" if n > 2 else "30")
        for n in range(1, 5)
    )
    with scene(home) as played:
        assert played.run(GIVEN + "".join(orders)) == []
    return cli


def test_a_day_as_it_was_and_as_it_would_have_been(site: Cli) -> None:
    found = site("what-if", *DAY, "--json").json
    assert (found["orders"], found["guessed"], found["packers"]) == (4, 0, 1)
    late = {one["carrier"]: one["late"] for one in found["trucks"]}
    assert late == {"DHL": 0, "UPS": 2}
    assert abs(found["error_minutes"]) <= 2
    assert found["trucks"][0]["cut_off"].startswith("2026-03-02T08:08")

    changed = site("what-if", *DAY, "--packers", "2", "--cut-off", "UPS=08:40", "--json").json
    ups = next(one for one in changed["trucks"] if one["carrier"] == "UPS")
    assert (ups["late"], ups["what_if_late"]) == (2, 0)
    assert ups["what_if_cut_off"].startswith("2026-03-02T08:40")
    assert changed["end_what_if"] <= found["end_what_if"]

    text = site("what-if", *DAY, "--batch", "2")
    assert text.code == ExitCode.OK
    assert "Simulated as it was it ends" in text.out and "UPS" in text.out


def test_an_order_that_nobody_was_there_to_pick_is_never_packed_and_late(
    cli: Cli, home: Path
) -> None:
    """It came that day; all that was packed had been picked the day before."""
    night = "wait 10\nscan T-1\nwait 90000\nscan B-ANN\n"
    order = ORDER.format(n=1, carrier="DHL", cut_off="30").replace("wait 10\n", night)
    with scene(home) as played:
        assert played.run(f"{GIVEN}{order}given order SO-9 carrier=DHL lines=1xMUG\n") == []
    words = ("what-if", "--day", "2026-03-03")
    found = cli(*words, "--json").json
    assert (found["orders"], found["guessed"]) == (2, 1)
    ends = [(one["last"], one["late"], one["what_if_last"]) for one in found["trucks"]]
    assert ends[1] == (None, 1, None)
    assert ends[0][1] == 1 and found["end_what_if"] is not None
    assert "03-02 08:30" in cli(*words).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--day", "monday"), "is no time"),
        (("--day", "2020-01-01"), "Nothing was packed on 2020-01-01"),
        ((*DAY, "--packers", "0"), "--packers goes from 1"),
        ((*DAY, "--batch", "501"), "--batch goes from 1"),
        ((*DAY, "--cut-off", "UPS"), "is no carrier and time"),
        ((*DAY, "--cut-off", "UPS=25:00"), "is no carrier and time"),
        ((*DAY, "--cut-off", "=08:00"), "is no carrier and time"),
        ((*DAY, "--cut-off", "Horse=08:00"), "No order of that day had a cut-off with Horse"),
    ],
)
def test_what_cannot_be(site: Cli, words: tuple[str, ...], said: str) -> None:
    done = site("what-if", *words)
    assert (done.code, said in done.err) == (ExitCode.USAGE, True), done.err
