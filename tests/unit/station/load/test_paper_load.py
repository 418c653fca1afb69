"""What the manifest says of each parcel's weight."""

from __future__ import annotations

from app.domain.world import Want, Wish
from app.labels.manifest import Manifest
from app.station import paper
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, PACK_SO_2, PICK_SO_2, said


def test_a_parcel_without_a_scale_has_the_weight_of_its_goods_and_box(scene: Scene) -> None:
    said(scene, f"scan {ANN}", *PICK_SO_2, *PACK_SO_2, "scan L-1", "scan 00095213210000000018")
    assert scene.bench is not None
    station = scene.bench.station
    order = paper.document(
        Wish(Want.MANIFEST, "L-1"), station._bench.world, station._bench.config, "en"
    )
    assert order is not None and isinstance(order.content, Manifest)
    [parcel] = order.content.parcels
    assert parcel.calculated
    # One mug of 340 g, a box of 140 g, and what is put around it.
    assert parcel.weight_g is not None and 480 <= parcel.weight_g <= 600
