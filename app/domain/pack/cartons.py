"""Which box to suggest: the smallest that holds the volume and weight still to be packed."""

from __future__ import annotations

from app.domain.rows.things import Carton
from app.domain.world import World

FILL = 0.8
"""The share of a box's volume that goods of mixed shapes can fill in practice."""


def suggestion(world: World, order_name: str) -> str:
    """Code of the suggested carton; the largest where nothing fits; "" where none is known."""
    cartons = sorted(world.cartons(), key=lambda item: (item.volume_mm3, item.code))
    if not cartons:
        return ""
    volume, grams = _remaining(world, order_name)
    for carton in cartons:
        if _holds(carton, volume, grams):
            return carton.code
    return cartons[-1].code


def _holds(carton: Carton, volume_mm3: int, grams: int) -> bool:
    heavy = bool(carton.max_weight_g) and grams > carton.max_weight_g
    return not heavy and volume_mm3 <= carton.volume_mm3 * FILL


def _remaining(world: World, order_name: str) -> tuple[int, int]:
    order = world.order(order_name)
    volume = grams = 0
    for line in order.lines if order else ():
        product = world.product(line.sku)
        if product is not None:
            volume += line.to_pack * product.length_mm * product.width_mm * product.height_mm
            grams += line.to_pack * product.weight_g
    return volume, grams
