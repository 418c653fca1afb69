"""What `packbench order show` prints of packs."""

from __future__ import annotations

import pytest

from app.cli.timeline import events


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"quantity": 12, "sku": "COLA"}, "quantity 12, sku COLA"),
        (
            {"pack": {"level": "case", "count": 1, "units": 12}, "quantity": 12, "sku": "COLA"},
            "1 case, 12 units, sku COLA",
        ),
        (
            {"pack": {"level": "pallet", "count": 2, "units": 480}, "quantity": 960},
            "2 pallets, 960 units",
        ),
        ({"pack": {"level": "shipload", "count": 1, "units": 9}, "quantity": 9}, "quantity 9"),
    ],
)
def test_a_pack_stands_before_its_units(values: dict[str, object], said: str) -> None:
    event = {
        "at": "2026-03-02T08:00:04+00:00",
        "what": "unit_picked",
        "station": "P1",
        "operator": "11",
        "name": "Ann",
        "device": "scanner",
        "where": "bin A-1",
        "reason": "",
        "values": values,
    }
    (line,) = events([event])[1:]
    assert line.endswith(said)
    assert line.split()[1:4] == ["unit_picked", "Ann", "P1"]
