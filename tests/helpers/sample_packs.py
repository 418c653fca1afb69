"""Sample views of products that come in packs and of bundles, too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.packs import InPacks, Pack, PackCount, PackLevel, split
from app.domain.pick.outcome import Picking, PickPrompt
from app.station.count.view import CountView
from app.station.order.view import OrderView
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.station.views import Bar, KitView, LineView, View
from tests.helpers.sample_count import count_differs
from tests.helpers.sample_desk import timeline
from tests.helpers.sample_parts import line, lines
from tests.helpers.sample_work import pack, pick

INNER = Pack(PackLevel.INNER, 6)
CASE = Pack(PackLevel.CASE, 24)
PALLET = Pack(PackLevel.PALLET, 96)
PACKS = (INNER, CASE, PALLET)


def in_packs(units: int) -> InPacks:
    return split(units, PACKS)


def packed_line(number: int, language: str, done: int, wanted: int) -> LineView:
    return line(number, language, done, wanted, current=True, left=in_packs(wanted - done))


def pick_packs(language: str = "en") -> PickView:
    return pick(
        language,
        bar=Bar(PickPrompt.SCAN_PRODUCT, {"sku": "SKU-20417"}),
        outcome=outcome(Picking.UNIT_PICKED, sku="SKU-20417", done=24, wanted=101),
        bin_confirmed=True,
        line=packed_line(1, language, 24, 101),
    )


def pick_pack_too_large(language: str = "en") -> PickView:
    values: dict[str, str | int] = {"sku": "SKU-20417", "level": "case", "count": 1}
    said = Outcome(Working.PACK_TOO_LARGE, values | {"units": 24, "most": 5})
    return replace(pick_packs(language), outcome=said, line=packed_line(1, language, 96, 101))


def pick_pack_untold(language: str = "en") -> PickView:
    said = outcome(Anywhere.PACK_UNTOLD, code="19521321000053", sku="SKU-20417")
    return replace(pick_packs(language), outcome=said)


def pick_pack_contradicted(language: str = "en") -> PickView:
    said = outcome(Working.PACK_CONTRADICTED, sku="SKU-20417", known=24, scanned=12)
    return replace(pick_packs(language), outcome=said)


def pick_pack_of_serials(language: str = "en") -> PickView:
    return replace(pick_packs(language), outcome=outcome(Working.PACK_OF_SERIALS, sku="SKU-20417"))


def pack_packs(language: str = "en") -> PackView:
    first = packed_line(1, language, 24, 197)
    return pack(
        language,
        outcome=outcome(Packing.UNIT_PACKED, sku="SKU-20417", done=24, wanted=197),
        line=first,
        last=first,
        lines=(first, *lines(language)[1:]),
    )


def pack_pack_not_inside(language: str = "en") -> PackView:
    values: dict[str, str | int] = {"sku": "SKU-20417", "level": "case", "count": 2}
    said = Outcome(Packing.PACK_NOT_INSIDE, values | {"units": 48, "most": 24})
    return replace(pack_packs(language), outcome=said, removing=True)


def pack_one_unit(language: str = "en") -> PackView:
    bar, said = Bar(PackPrompt.ADD_ITEM), outcome(Working.UNIT_WANTED, sku="SKU-20417")
    return replace(pack_packs(language), bar=bar, outcome=said)


def count_packs(language: str = "en") -> CountView:
    view = count_differs(language)
    rows = [
        replace(row, counted=counted, expected=expected)
        for row, (counted, expected) in zip(view.rows, ((77, 101), (24, 24)), strict=False)
    ]
    told = tuple(
        replace(
            row, counted_in=in_packs(row.counted), expected_in=in_packs(row.expected or 0), lot=""
        )
        for row in rows
    )
    return replace(view, rows=(*told, *view.rows[2:]))


def timeline_packs(language: str = "en") -> OrderView:
    view = timeline(language)
    rows = tuple(
        replace(
            row,
            values={"sku": "SKU-20417", "quantity": 24},
            pack=PackCount(PackLevel.CASE, 1, 24),
        )
        if row.what in {"unit_picked", "unit_packed"}
        else row
        for row in view.timeline
    )
    return replace(view, timeline=rows)


def kit(number: int, language: str, done: int) -> KitView:
    name = "Breakfast for two, boxed" if language == "en" else "双人早餐礼盒"
    return KitView(number, "GIFT-BREAKFAST", name, done, 3)


def pack_set(language: str = "en") -> PackView:
    """Two lines are parts of one bundle, of which a set has just become whole."""
    whole = kit(1, language, 2)
    first = line(1, language, 4, 6, current=True, kit=whole)
    rows = (first, line(2, language, 2, 3, kit=whole), *lines(language)[2:])
    said = outcome(Packing.SET_COMPLETE, kit=whole.name, done=2, wanted=3)
    return pack(language, outcome=said, line=first, last=first, lines=rows)


def pack_scan_parts(language: str = "en") -> PackView:
    return replace(pack_set(language), outcome=outcome(Working.SCAN_PARTS, sku="GIFT-BREAKFAST"))


def order_sets(language: str = "en") -> OrderView:
    view = timeline(language)
    whole = kit(1, language, 3)
    parts = (line(1, language, 6, 6, kit=whole), line(2, language, 3, 3, kit=whole))
    return replace(view, lines=(*parts, *lines(language)[2:]))


PACKED: dict[str, Callable[[str], View]] = {
    "pick_packs": pick_packs,
    "pick_pack_too_large": pick_pack_too_large,
    "pick_pack_untold": pick_pack_untold,
    "pick_pack_contradicted": pick_pack_contradicted,
    "pick_pack_of_serials": pick_pack_of_serials,
    "pack_packs": pack_packs,
    "pack_pack_not_inside": pack_pack_not_inside,
    "pack_one_unit": pack_one_unit,
    "count_packs": count_packs,
    "pack_set": pack_set,
    "pack_scan_parts": pack_scan_parts,
    "order_sets": order_sets,
}
