"""What a script reads of each screen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, PACK_SO_2, PICK_SO_2, POT, said

BOX = "095213210000000018"


@pytest.fixture
def ann(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


def read(scene: Scene, *lines: str) -> dict[str, Any]:
    """What a script reads after the last of these lines."""
    said(scene, *lines[:-1])
    view: dict[str, Any] = scene.do(lines[-1])["view"]
    return view


def without_the_frame(view: dict[str, Any]) -> dict[str, Any]:
    """What this screen says beside what every screen says."""
    frame = {"screen", "state", "state_values", "operator", "language", "order", "online"}
    frame |= {"waiting", "reserved", "units_done", "units_wanted", "help", "messages"}
    assert frame <= view.keys()
    return {key: value for key, value in view.items() if key not in frame}


def test_what_every_screen_says(ann: Scene) -> None:
    view = read(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}")
    beside = without_the_frame(view)
    assert {key: value for key, value in view.items() if key not in beside} == {
        "screen": "pick",
        "state": "scan_product",
        "state_values": view["state_values"],
        "operator": "11",
        "language": "en",
        "order": "SO-1",
        "online": True,
        "waiting": 0,
        "reserved": True,
        "units_done": 1,
        "units_wanted": 3,
        "help": [],
        "messages": [],
    }


def test_a_walk(ann: Scene) -> None:
    view = read(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1")
    assert without_the_frame(view) == {
        "line": 2,
        "sku": "POT",
        "barcode": POT,
        "done": 0,
        "wanted": 1,
        "stop": 2,
        "stops": 2,
        "bin": "A-02-1",
        "tote": "T-1",
        "bin_confirmed": False,
        "alike": None,
    }


def test_a_box_in_work(ann: Scene) -> None:
    said(ann, "scan SO-1", "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1")
    said(ann, "scan A-02-1", f"scan {POT}", "scan T-1", "scan T-1", "press OK")
    view = read(ann, f"scan {MUG}", "press REMOVE")
    assert without_the_frame(view) == {
        "line": 1,
        "sku": "MUG",
        "barcode": MUG,
        "homeless": 0,
        "alike": None,
        "done": 1,
        "wanted": 2,
        "parcel": 1,
        "sscc": BOX,
        "carton": "BOX-S",
        "label": "none",
        "label_reason": "",
        "removing": True,
        "notes": [],
        "grams": None,
        "expected_grams": 490,
        "lines": [
            {"sku": "MUG", "done": 1, "wanted": 2, "short": 0},
            {"sku": "POT", "done": 0, "wanted": 1, "short": 0},
        ],
        "sets": [],
    }


def test_a_box_that_was_weighed_and_whose_label_failed(ann: Scene) -> None:
    said(ann, *PICK_SO_2, "scan T-2", "press OK", "given printer broken", f"scan {MUG}")
    view = read(ann, "weigh 491")
    assert (view["sscc"], view["grams"]) == (BOX, 491)
    assert (view["label"], view["label_reason"]) == ("failed", "paper_out")


def test_a_truck(ann: Scene) -> None:
    view = without_the_frame(read(ann, *PICK_SO_2, *PACK_SO_2, "scan L-1"))
    (missing,) = view.pop("missing")
    assert (missing["sscc"], missing["order"]) == (BOX, "SO-2")
    where = {"load": "L-1", "carrier": "DHL", "dock": "4"}
    assert view == {**where, "done": 0, "wanted": 1, "take_off": [], "to_come": ["SO-1"]}


def test_home(ann: Scene) -> None:
    view = without_the_frame(read(ann, *PICK_SO_2, f"scan {POT}"))
    assert [row["order"] for row in view.pop("queue")] == ["SO-2", "SO-1"]
    assert [row["load"] for row in view.pop("loads")] == ["L-1"]
    assert view.pop("card")["title"] == "POT"
    assert view == {"to_pick": 1, "to_pack": 1, "loads_open": 1, "exceptions": 0}


def test_an_order_s_history(ann: Scene) -> None:
    view = without_the_frame(read(ann, *PICK_SO_2, *PACK_SO_2, "scan SO-2"))
    assert [row["sscc"] for row in view.pop("parcels")] == [BOX]
    assert view.pop("town") == "GB 12345 Sampleton"
    stands = {"order_state": "PICKING", "order_sub_state": "packed"}
    assert view == {**stands, "notes": [], "opens": False}


def test_a_count(ann: Scene) -> None:
    view = without_the_frame(read(ann, "scan A-01-1", "press COUNT", f"scan {MUG}"))
    assert [row["sku"] for row in view.pop("rows")] == ["MUG"]
    expected = {"bin": "A-01-1", "sku": "MUG", "lot": "", "comparing": False, "finished": []}
    assert view == {**expected, "whys": [], "job": None}


def test_the_last_labels(ann: Scene) -> None:
    view = without_the_frame(read(ann, *PICK_SO_2, *PACK_SO_2, "press PRINT"))
    assert [row["sscc"] for row in view.pop("labels")] == [BOX]
    assert view == {"asking": False}


def test_the_device_page(ann: Scene) -> None:
    view = without_the_frame(read(ann, "press TEST"))
    assert view == {
        "page": "overview",
        "sheet_left": 3,
        "scans": [],
        "checks": {},
        "check": None,
        "printed": "",
    }


def test_a_locked_bench(ann: Scene) -> None:
    view = read(ann, "scan SO-1", "press LOCK")
    assert (view["screen"], view["operator"], view["state"]) == ("sign_in", "", "locked")
    assert without_the_frame(view) == {"locked": True, "asks_pin": False, "notice": None}
