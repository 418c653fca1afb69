"""`packbench serial`: the life of one unit, from the centre's rows and facts."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli

DAY = """\
given product CLOCK barcode=9521321000032 serial
given bin B-01-1 walk=1
given stock B-01-1 CLOCK 3
given carton BOX-S 250x200x150 tare=140
given load L-1 carrier=DHL
given operator 11 badge=B-ANN
given order SO-1 lines=1xCLOCK
scan B-ANN -> signed_in
scan SO-1 -> order_opened
scan B-01-1 -> bin_ok
scan 01095213210000322171 -> line_picked
scan T-1 -> order_picked
scan T-1 -> order_opened
press OK -> carton_chosen
scan 01095213210000322171 -> parcel_closed
scan 00$sscc -> order_packed
scan L-1 -> load_opened
scan 00095213210000000018 -> parcel_loaded
press FINISH -> load_closed
"""


def test_it_prints_the_whole_life(cli: Cli, home: Path) -> None:
    with scene(home) as played:
        assert played.run(DAY) == []
    shown = cli("serial", "CLOCK", "71", "--json").json
    unit = shown["serial"]
    assert (unit["state"], unit["order"], unit["bin"]) == ("shipped", "shop:SO-1", "")
    assert unit["left_at"].startswith("2026-03-02T08:")
    happened = [one["what"] for one in shown["timeline"]]
    assert happened == ["unit_picked", "unit_packed", "load_closed"]
    text = cli("serial", "CLOCK", "71").out.splitlines()
    assert text[0] == "Serial number 71 of CLOCK: shipped"
    assert [line.split()[1] for line in text if line.startswith("2026-")] == happened


def test_a_number_that_nobody_has_scanned(cli: Cli, home: Path) -> None:
    with scene(home) as played:
        assert played.run("given operator 11 badge=B-ANN\nscan B-ANN -> signed_in\n") == []
    ran = cli("serial", "CLOCK", "71")
    assert (ran.code, ran.out) == (1, "")
    assert "Nobody has scanned the serial number 71 of CLOCK yet." in ran.err
