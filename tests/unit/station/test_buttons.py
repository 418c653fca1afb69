"""Which buttons are lit: in every phase of every screen only those that do something now."""

from __future__ import annotations

import pytest

from app.device_api import DeviceChanged, DeviceKind, DeviceState
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, PACK_SO_2, PACK_SO_7, PICK_SO_2, PICK_SO_7, said

CLOCK = "9521321000032"
PRINTER = DeviceChanged(DeviceKind.PRINTER, "zebra", DeviceState.READY)
SCALE = DeviceChanged(DeviceKind.SCALE, "bench scale", DeviceState.READY)


def lit(scene: Scene, *lines: str) -> tuple[str, str]:
    """What is asked for after these lines, and the names of the lit buttons, left to right."""
    said(scene, *lines)
    assert scene.bench is not None
    view = scene.bench.answers[-1].view
    names = [action.command.name for action in view.frame.actions if action.enabled]
    return view.bar.prompt.value, " ".join(names)


@pytest.fixture(autouse=True)
def signed_in(scene: Scene) -> None:
    assert said(scene, f"scan {ANN}") == ["signed_in"]


AT_BIN = ("scan SO-1", "scan A-01-1")
CAPTURE = (
    f"given product CLOCK barcode={CLOCK} serial",
    "given bin B-01-1 walk=3",
    "given stock B-01-1 CLOCK 4",
    "given order SO-9 lines=2xCLOCK",
    "scan SO-9",
    "scan B-01-1",
)
ONE_CLOCK = ("scan SN-1", f"scan {CLOCK}", "scan SN-2", "scan T-9", "scan T-9", "press OK")
IN_PACK = (*PICK_SO_2, "scan T-2")
IN_BOX = (*IN_PACK, "press OK")
LOADED = (*PICK_SO_2, *PACK_SO_2, "scan L-1")
BOX = "scan 00095213210000000018"  # the first box of this bench
ONE_OF_TWO = (*PICK_SO_2, *PACK_SO_2, *PICK_SO_7, *PACK_SO_7, "scan L-1", BOX)
OTHER_CARRIER = ("given load L-2 carrier=UPS", *PICK_SO_2, *PACK_SO_2, "scan L-2", BOX)
COUNTING = ("press COUNT", "scan A-01-1")


@pytest.mark.parametrize(
    ("prompt", "lines", "buttons"),
    [
        ("go_to_bin", ("scan SO-1",), "UNDO SHORT DAMAGED SKIP HOLD"),
        ("scan_product", AT_BIN, "UNDO SHORT DAMAGED SKIP HOLD"),
        ("scan_serial", (*CAPTURE, f"scan {CLOCK}"), "UNDO"),
        ("scan_tote", (*AT_BIN, f"scan {MUG}", f"scan {MUG}"), "UNDO HOLD"),
        ("how_many_found", (*AT_BIN, "press SHORT"), "UNDO OK"),
        ("scan_damaged", (*AT_BIN, "press DAMAGED"), "UNDO"),
    ],
)
def test_picking(scene: Scene, prompt: str, lines: tuple[str, ...], buttons: str) -> None:
    assert lit(scene, *lines) == (prompt, buttons)


def test_picking_an_order_that_was_cancelled_can_be_ended(scene: Scene) -> None:
    assert "OK" not in lit(scene, *AT_BIN)[1].split()
    assert "OK" in lit(scene, "given order SO-1 lines=2xMUG,1xPOT cancelled")[1].split()


WORK = "UNDO SHORT DAMAGED REMOVE BOX HOLD FINISH"


@pytest.mark.parametrize(
    ("prompt", "lines", "buttons"),
    [
        ("choose_carton", IN_PACK, "UNDO HOLD OK FINISH"),
        ("scan_item", IN_BOX, WORK),
        (
            "scan_serial",
            (*CAPTURE, f"scan {CLOCK}", *ONE_CLOCK, f"scan {CLOCK}"),
            "UNDO HOLD FINISH",
        ),
        ("scan_out", (*IN_BOX, "press REMOVE"), "UNDO HOLD FINISH"),
        ("scan_damaged", (*IN_BOX, "press DAMAGED"), "UNDO HOLD FINISH"),
        ("how_many_found", (*IN_BOX, "press SHORT"), "UNDO HOLD OK FINISH"),
        ("ship_partly", (*IN_BOX, "press FINISH"), "UNDO HOLD OK FINISH"),
        ("hold_shelf", (*IN_BOX, "press HOLD"), "UNDO HOLD OK FINISH"),
        ("scan_label", (*IN_BOX, f"scan {MUG}"), "UNDO PRINT SLIP HOLD FINISH"),
        ("reprint_reason", (*IN_BOX, f"scan {MUG}", "press PRINT"), "UNDO"),
        ("stopped", (*IN_BOX, f"scan {MUG}", "weigh 4000"), "UNDO OK"),
    ],
)
def test_packing(scene: Scene, prompt: str, lines: tuple[str, ...], buttons: str) -> None:
    assert lit(scene, *lines) == (prompt, buttons)


def test_packing_a_full_box_of_the_wrong_weight(scene: Scene) -> None:
    """The order is shipped with what is in the box, and the scale has just weighed that."""
    two = ("given order SO-8 lines=2xMUG", "scan SO-8", "scan A-01-1", "press 2", f"scan {MUG}")
    packed = ("scan T-8", "scan T-8", "press OK", f"scan {MUG}", "weigh 4000", "press BOX")
    assert lit(scene, *two, *packed) == ("check_weight", "UNDO HOLD OK FINISH")


@pytest.mark.parametrize(
    ("prompt", "lines", "buttons"),
    [
        ("scan_load", ("press LOAD",), "REMOVE HOME"),
        ("scan_parcel", LOADED, "UNDO REMOVE HOME FINISH"),
        ("scan_out", (*LOADED, "press REMOVE"), "UNDO REMOVE HOME FINISH"),
        ("close_load", (*ONE_OF_TWO, "press FINISH"), "UNDO REMOVE HOME OK FINISH"),
        ("stopped", OTHER_CARRIER, "UNDO REMOVE HOME OK FINISH"),
    ],
)
def test_loading(scene: Scene, prompt: str, lines: tuple[str, ...], buttons: str) -> None:
    assert lit(scene, *lines) == (prompt, buttons)


@pytest.mark.parametrize(
    ("prompt", "lines", "buttons"),
    [
        ("scan_bin", ("press COUNT",), "CLEAR"),
        ("count_items", COUNTING, "UNDO CLEAR OK"),
        ("record_count", (*COUNTING, f"scan {MUG}", "press OK"), "UNDO CLEAR OK"),
        ("leave_count", (*COUNTING, f"scan {MUG}", "press CLEAR"), "UNDO CLEAR OK"),
    ],
)
def test_counting(scene: Scene, prompt: str, lines: tuple[str, ...], buttons: str) -> None:
    assert lit(scene, *lines) == (prompt, buttons)


@pytest.mark.parametrize(
    ("devices", "lines", "buttons"),
    [
        ((), ("press TEST",), "HOME OK TEST"),
        ((PRINTER,), ("press TEST",), "HOME PRINT OK TEST"),
        ((SCALE,), ("press TEST",), "HOME WEIGH OK TEST"),
        ((), ("press TEST", "press TEST"), "HOME SKIP OK TEST"),
        ((), ("press TEST", "press TEST", "press SKIP", "press SKIP"), "HOME OK TEST"),
    ],
)
def test_the_device_page(
    scene: Scene, devices: tuple[DeviceChanged, ...], lines: tuple[str, ...], buttons: str
) -> None:
    assert scene.bench is not None
    for device in devices:
        scene.bench.feed(device)
    assert lit(scene, *lines)[1] == buttons


@pytest.mark.parametrize(
    ("prompt", "lines", "buttons"),
    [
        ("choose_label", ("press PRINT",), "HOME CLEAR"),
        ("choose_label", ("press PRINT", "press 1"), "HOME CLEAR OK"),
        (
            "reprint_reason",
            (*PICK_SO_2, *PACK_SO_2, "press PRINT", "press 1", "press OK"),
            "HOME CLEAR",
        ),
    ],
)
def test_the_last_labels(scene: Scene, prompt: str, lines: tuple[str, ...], buttons: str) -> None:
    assert lit(scene, *lines) == (prompt, buttons)


@pytest.mark.parametrize(
    ("prompt", "lines", "buttons"),
    [
        ("scan_anything", (), "SIGN_OUT LOCK PRINT TEST HELP NEXT"),
        (
            "scan_anything",
            (*PICK_SO_2, *PACK_SO_2, "scan SO-2"),
            "HOME REOPEN SLIP MANAGE HELP NEXT",
        ),
        ("scan_badge", ("press SIGN_OUT",), ""),
    ],
)
def test_other_screens(scene: Scene, prompt: str, lines: tuple[str, ...], buttons: str) -> None:
    assert lit(scene, *lines) == (prompt, buttons)


def test_home_after_the_bench_was_locked_at_the_device_page(scene: Scene) -> None:
    back = ("press TEST", "press LOCK", f"scan {ANN}")
    assert lit(scene, *back) == ("scan_anything", "SIGN_OUT LOCK PRINT TEST HELP NEXT")
