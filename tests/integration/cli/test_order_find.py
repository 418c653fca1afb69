"""`packbench order find`, and an order's packing, evidence and its comparison."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # publishes no types

from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli, order

SSCC = "095213210000000018"
DAY = """\
given product MUG barcode=9521321000001
given product CLOCK barcode=9521321000032 serial
given bin A-01-1 walk=1
given bin B-01-1 walk=2
given stock A-01-1 MUG 20
given stock B-01-1 CLOCK 3
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN
given order SO-1 lines=2xMUG,1xCLOCK
given order SO-2 lines=1xMUG
scan B-ANN -> signed_in
scan SO-1 -> order_opened
scan A-01-1 -> bin_ok
scan 9521321000001
scan 9521321000001
scan T-22
scan B-01-1 -> bin_ok
scan 01095213210000322171 -> line_picked
scan T-22 -> order_picked
scan T-22 -> order_opened
press OK -> carton_chosen
scan 9521321000001 -> unit_packed
scan 01095213210000322171 -> line_packed
scan 9521321000001 -> parcel_closed
scan 00$sscc -> order_packed
"""


@pytest.fixture
def day(home: Path) -> None:
    with scene(home) as played:
        assert played.run(DAY) == []


def refs(found: dict[str, Any]) -> list[str]:
    return [one["ref"] for one in found["orders"]]


@pytest.mark.usefixtures("day")
def test_an_order_is_found_by_what_somebody_knows(cli: Cli) -> None:
    for text, what in {
        "so-1": "order",
        SSCC: "parcel",
        SSCC[-5:]: "parcel",
        "clock": "sku",
        "71": "serial",
    }.items():
        found = cli("order", "find", text, "--json").json
        assert refs(found) == ["SO-1"], text
        assert what in {by["what"] for by in found["orders"][0]["found_by"]}
        assert cli("order", "show", text, "--json").json["order"]["ref"] == "SO-1"
    lines = cli("order", "find", "mug").out.splitlines()
    assert [line.split()[0] for line in lines] == ["ORDER", "SO-2", "SO-1"]
    first = cli("order", "find", "mug", "--limit", "1")
    assert first.out.splitlines()[-1] == "There are more: say more of the order, or --limit."


@pytest.mark.usefixtures("day")
def test_nothing_or_too_much(cli: Cli) -> None:
    assert cli("order", "find", "zz").out.startswith("Nothing with zz. Tried: order, ")
    assert cli("order", "find", "clocc").out.splitlines()[2:4] == [
        "Nearly so:",
        "ORDER  CHANNEL  STATE   CUSTOMER     PLACED      FOUND BY",
    ]
    assert cli("order", "find", "x").out.startswith("A search needs 2 letters or digits")
    several = cli("order", "show", "mug")
    assert (several.code, several.out) == (1, "")
    assert "Several orders are found by mug. Say which one: shop:SO-2, shop:SO-1" in several.err
    assert "Nothing with clocc" in cli("order", "show", "clocc").err
    for verb in ("find", "show"):
        assert cli("order", verb, "ab\udcff").code == 2
    for wrong in ("0", "-1", "1001", "x"):
        assert cli("order", "find", "mug", "--limit", wrong).code == 2


@pytest.mark.usefixtures("day")
def test_the_packing_step_by_step(cli: Cli) -> None:
    steps = cli("order", "show", "SO-1", "--replay", "--json").json["steps"]
    assert [(one["what"], one["contents"]) for one in steps][:5] == [
        ("parcel_opened", {}),
        ("unit_packed", {"MUG": 1}),
        ("unit_packed", {"MUG": 1, "CLOCK": 1}),
        ("unit_packed", {"MUG": 2, "CLOCK": 1}),
        ("parcel_sealed", {"MUG": 2, "CLOCK": 1}),
    ]
    assert {(one["box"], one["station"], one["operator"]) for one in steps} == {(1, "P1", "11")}
    text = cli("order", "show", "SO-1", "--replay").out
    assert "2 x MUG, 1 x CLOCK" in text
    assert cli("order", "show", "SO-2", "--replay").out == "Nothing of shop:SO-2 was packed.\n"


@pytest.mark.usefixtures("day")
def test_the_timeline_says_who_where_and_what_it_cannot_say(cli: Cli) -> None:
    shown = cli("order", "show", "SO-1", "--json").json
    packed = [one for one in shown["timeline"] if one["what"] == "unit_packed"]
    assert {(one["name"], one["where"], one["verdict"]) for one in packed} == {
        ("11", f"box {SSCC}", "applied")
    }
    assert "Scans that were refused are no facts" in cli("order", "show", "SO-1").out


@pytest.mark.usefixtures("day")
def test_evidence_can_be_compared_with_the_centre(
    cli: Cli, tmp_path: Path, orders_file: Callable[..., Path]
) -> None:
    file = tmp_path / "evidence.pdf"
    assert cli("order", "show", "SO-1", "--pdf", file, "--json").json["file"] == str(file)
    proof = cli("order", "show", "SO-1", "--json").json["proof"]
    with closing(PdfDocument(io.BytesIO(file.read_bytes()))) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    text = "\n".join(pages)
    for said in ("shop:SO-1", "Box 1", "71", "unit_packed", "label_proven", proof["sha256"]):
        assert said in text
    assert all(proof["sha256"] in page for page in pages)
    compare = ("order", "show", "SO-1", "--compare")
    assert cli(*compare, proof["sha256"]).out == (
        f"The copy shows {proof['facts']} facts of shop:SO-1 as the centre has them.\n"
    )
    path = orders_file(order("SO-1", 5, channel="shop", placed_at="2026-03-02T08:00:00Z"))
    assert cli("import", path, "--format", "packbench-json").code == 0
    later = cli(*compare, proof["sha256"], "--json").json
    assert later["copy"] == proof["facts"] < later["facts"]
    for text in ("0" * 64, "", "no hash"):
        wrong = cli(*compare, text)
        assert wrong.code == 1
        assert "one of the two was changed" in wrong.err
    assert cli("order", "show", "SO-1", "--pdf", tmp_path / "no" / "x.pdf").code == 1
