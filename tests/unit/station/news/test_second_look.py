"""A serial number used before this station knew any: it stops as soon as the centre reports it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.outcome import outcome
from app.domain.pack.outcome import Packing
from tests.helpers.scenario import Scene

SITE = """\
given product CLOCK barcode=9521321000032 serial
given bin B-02-1 walk=4
given stock B-02-1 CLOCK 9
given carton BOX-S 250x200x150 tare=140
given carton BOX-L 600x400x400 tare=650
given operator 11 badge=B-ANN
given order SO-1 lines=1xCLOCK
scan B-ANN -> signed_in
scan SO-1 -> order_opened
scan B-02-1 -> bin_ok
scan 9521321000032 -> serial_needed
scan SN-7 -> line_picked
scan T-1 -> order_picked
scan T-1 -> order_opened
press OK -> carton_chosen
scan 9521321000032 -> serial_needed
scan SN-7 -> parcel_closed
scan 00$sscc -> order_packed
"""
SIGN_IN = """\
given order SO-2 lines=2xCLOCK
scan B-ANN -> signed_in
"""
SECOND = """\
scan SO-2 -> order_opened
scan B-02-1 -> bin_ok
scan 9521321000032 -> serial_needed
scan SN-7 -> unit_picked
scan 9521321000032 -> serial_needed
scan SN-8 -> line_picked
scan T-2 -> order_picked
scan T-2 -> order_opened
press OK -> carton_chosen
"""


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Scene]:
    """A station that was made after the number had been shipped."""
    first, second = Scene(tmp_path, name="P1"), Scene(tmp_path, name="P2")
    assert first.run(SITE) == []
    first.close()
    assert second.run(SIGN_IN) == []
    yield second
    second.close()


@pytest.fixture
def later(second: Scene) -> Scene:
    """The same, which has lost the centre, and has picked the number once more."""
    assert second.run(f"offline\n{SECOND}") == []
    return second


def test_a_serial_number_of_another_box_stops_the_bench(later: Scene) -> None:
    packed = "scan 9521321000032 -> serial_needed\nscan SN-7 -> unit_packed\nonline"
    assert later.run(packed) == []
    assert later.bench is not None
    told = later.bench.answers[-1].outcome
    assert told == outcome(Packing.SERIAL_SHIPPED_BEFORE, serial="SN-7", order="SO-1")
    lines = """\
scan 9521321000032 -> answer_first state=stopped
press OK -> cleared state=scan_item
press REMOVE -> remove_asked
scan 9521321000032 -> unit_removed
scan 9521321000032 -> serial_needed
scan SN-7 -> serial_packed order=SO-1
"""
    assert later.run(lines) == []


def test_what_the_centre_has_told_since_the_pick_is_refused_at_the_pack(second: Scene) -> None:
    assert second.run(SECOND) == []
    lines = """\
scan 9521321000032 -> serial_needed
scan SN-7 -> serial_packed order=SO-1
scan 9521321000032 -> serial_needed
scan SN-8 -> unit_packed
expect exceptions serial_elsewhere=1
"""
    assert second.run(lines) == []


def test_an_unused_serial_number_does_not_stop_the_bench(later: Scene) -> None:
    lines = "scan 9521321000032 -> serial_needed\nscan SN-8 -> unit_packed\nonline\n"
    assert later.run(f"{lines}scan 9521321000032 -> serial_needed state=scan_serial") == []
