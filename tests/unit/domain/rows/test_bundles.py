"""A bundle is worked on by its parts, and the shop's word about it stays exact."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec
from app.domain.documents import LineDocument, LinePart, OrderDocument
from app.domain.effect import Effect
from app.domain.facts import FactKind, Kind
from app.domain.reduce import reduce
from app.domain.rows.kits import by_kit, kit_of
from app.domain.rows.orders import Kit, Order, Stop, Sub
from tests.unit.domain.test_reduce import about
from tests.unit.domain.world import document

K = FactKind
GIFT = (LinePart("MUG", "Mug", 2), LinePart("TEA", "Tea", 1))
PAIR = (LinePart("MUG", "Mug", 2),)
NOW_OTHER = (LinePart("MUG", "Mug", 5), LinePart("POT", "Pot", 1))


def shop(*quantities: tuple[str, int], **bundles: tuple[LinePart, ...]) -> OrderDocument:
    """What the shop says, with what the site's bundles hold by then."""
    plain = document(*quantities)
    lines = tuple(replace(one, parts=bundles.get(one.sku, ())) for one in plain.lines)
    return replace(plain, lines=lines)


def said(row: Order | None, told: OrderDocument, kind: FactKind = K.ORDER_CHANGED) -> Effect:
    body = {"document": codec.dump(told), "digest": codec.to_text(told)}
    return reduce(Kind.ORDER, row, about(kind, **body))


def placed(told: OrderDocument) -> Order:
    row = said(None, told, K.ORDER_PLACED).row
    assert isinstance(row, Order)
    return row


def did(row: Order, kind: FactKind, line: int, quantity: int, **more: Any) -> Order:
    sku = next(one.sku for one in row.lines if one.number == line)
    new = reduce(Kind.ORDER, row, about(kind, line=line, sku=sku, quantity=quantity, **more)).row
    assert isinstance(new, Order)
    return new


def numbers(row: Order) -> list[tuple[int, str, int]]:
    return [(line.number, line.sku, line.ordered) for line in row.lines]


def test_a_bundle_becomes_a_line_for_each_of_its_parts() -> None:
    row = placed(shop(("GIFT", 3), ("MUG", 1), ("GIFT", 1), GIFT=GIFT))
    assert numbers(row) == [
        (1, "MUG", 6),
        (4, "TEA", 3),
        (2, "MUG", 1),
        (3, "MUG", 2),
        (5, "TEA", 1),
    ]
    assert [line.kit for line in row.lines] == [
        Kit(1, "GIFT", "Gift", 2),
        Kit(1, "GIFT", "Gift", 1),
        None,
        Kit(3, "GIFT", "Gift", 2),
        Kit(3, "GIFT", "Gift", 1),
    ]
    assert [(one.sku, one.wanted) for one in by_kit(row.lines)] == [
        ("GIFT", 3),
        ("", 1),
        ("GIFT", 1),
    ]


def test_a_row_of_plain_lines_says_nothing_of_bundles() -> None:
    assert "kit" not in codec.to_text(placed(shop(("MUG", 1))))
    assert "parts" not in codec.to_text(shop(("MUG", 1)))


def test_a_set_is_whole_when_each_of_its_parts_is_there() -> None:
    row = placed(shop(("GIFT", 2), GIFT=GIFT))
    kit = kit_of(row.lines, 2)
    assert kit is not None and kit.whole(lambda line: line.packed) == 0
    for line, units, whole in ((1, 3, 0), (2, 1, 1), (2, 1, 1), (1, 1, 2)):
        row = did(row, K.UNIT_PACKED, line, units)
        kit = kit_of(row.lines, line)
        assert kit is not None and kit.whole(lambda line: line.packed) == whole
    assert row.packed_out
    assert kit_of(placed(shop(("MUG", 1))).lines, 1) is None


def test_another_quantity_changes_every_part() -> None:
    begun = did(did(placed(shop(("GIFT", 3), GIFT=GIFT)), K.UNIT_PICKED, 1, 6), K.UNIT_PICKED, 2, 3)
    packed = did(did(begun, K.UNIT_PACKED, 1, 6), K.UNIT_PACKED, 2, 3)
    effect = said(packed, shop(("GIFT", 1), GIFT=GIFT))
    assert effect.exception == "lines_changed_while_worked"
    row = effect.row
    assert numbers(row) == [(1, "MUG", 2), (2, "TEA", 1)]
    assert row.stopped is Stop.SURPLUS
    assert [(line.sku, units) for line, units in row.surplus] == [("MUG", 4), ("TEA", 2)]
    more = said(begun, shop(("GIFT", 4), ("MUG", 1), GIFT=GIFT)).row
    assert more.sub is Sub.STARTED
    assert [(line.number, line.to_pick) for line in more.lines] == [(1, 2), (2, 1), (3, 1)]


def test_a_bundle_that_the_shop_takes_back_is_put_back_part_by_part() -> None:
    begun = did(placed(shop(("GIFT", 1), ("POT", 1), GIFT=GIFT)), K.UNIT_PICKED, 1, 2)
    row = said(begun, shop(("POT", 1))).row
    assert numbers(row) == [(1, "MUG", 0), (3, "TEA", 0), (2, "POT", 1)]
    assert [(line.sku, units) for line, units in row.to_put_back] == [("MUG", 2)]
    cancelled = reduce(Kind.ORDER, begun, about(K.ORDER_CANCELLED)).row
    assert [(line.sku, units) for line, units in cancelled.to_put_back] == [("MUG", 2)]


def test_a_bundle_that_changes_at_the_site_rewrites_no_order() -> None:
    row = placed(shop(("GIFT", 1), ("POT", 1), GIFT=GIFT))
    for order in (row, did(row, K.UNIT_PICKED, 1, 1)):
        for parts in (NOW_OTHER, ()):
            new = said(order, shop(("GIFT", 2), ("POT", 1), GIFT=parts)).row
            assert numbers(new) == [(1, "MUG", 4), (3, "TEA", 2), (2, "POT", 1)]
    later = placed(shop(("GIFT", 1), GIFT=NOW_OTHER))
    assert numbers(later) == [(1, "MUG", 5), (2, "POT", 1)]


def test_a_bundle_that_is_new_in_an_order_has_the_parts_of_today() -> None:
    begun = did(placed(shop(("MUG", 1))), K.UNIT_PICKED, 1, 1)
    row = said(begun, shop(("MUG", 1), ("GIFT", 2), GIFT=GIFT)).row
    assert numbers(row) == [(1, "MUG", 1), (2, "MUG", 4), (3, "TEA", 2)]
    again = said(row, shop(("GIFT", 3), GIFT=NOW_OTHER)).row
    assert numbers(again) == [(1, "MUG", 0), (2, "MUG", 6), (3, "TEA", 3)]


def test_a_line_that_was_begun_as_one_thing_stays_one_thing() -> None:
    begun = did(placed(shop(("GIFT", 2))), K.UNIT_PICKED, 1, 1)
    assert numbers(said(begun, shop(("GIFT", 3), GIFT=GIFT)).row) == [(1, "GIFT", 3)]


def test_engraved_sets_are_other_goods() -> None:
    told = shop(("GIFT", 1), ("GIFT", 1), GIFT=GIFT)
    noted = replace(told, lines=(replace(told.lines[0], note="Engraving: Oma"), told.lines[1]))
    begun = did(placed(noted), K.UNIT_PICKED, 1, 1)
    assert [line.note for line in begun.lines] == ["Engraving: Oma"] * 2 + [""] * 2
    one = replace(noted, lines=(replace(noted.lines[1], number=1),))
    assert [line.ordered for line in said(begun, one).row.lines] == [0, 0, 2, 1]


BUNDLES = {"GIFT": GIFT, "PAIR": PAIR}
ORDERED = st.lists(
    st.tuples(st.sampled_from(["GIFT", "PAIR", "MUG", "TEA"]), st.integers(1, 4)),
    min_size=1,
    max_size=5,
)


def units(told: OrderDocument) -> Counter[str]:
    """What the shop wants of each SKU that lies in bins, counted by hand."""
    found: Counter[str] = Counter()
    for line in told.lines:
        for part in BUNDLES.get(line.sku, (LinePart(line.sku, "", 1),)):
            found[part.sku] += part.units * line.quantity
    return found


@given(words=st.lists(ORDERED, min_size=1, max_size=4), work=st.data())
def test_units_are_exact_whatever_the_shop_says(
    words: list[list[tuple[str, int]]], work: st.DataObject
) -> None:
    row = placed(shop(*words[0], **BUNDLES))
    for quantities in words:
        told = shop(*quantities, **BUNDLES)
        row = said(row, told).row
        wanted: Counter[str] = Counter()
        for line in row.lines:
            wanted[line.sku] += line.ordered
        assert +wanted == units(told)
        assert len({line.number for line in row.lines}) == len(row.lines)
        whole = [one for one in by_kit(row.lines) if one.sku]
        sold = Counter(dict.fromkeys(BUNDLES, 0))
        for kit in whole:
            assert all(
                line.ordered == kit.wanted * line.kit.units for line in kit.lines if line.kit
            )
            assert [(one.sku, one.kit.units) for one in kit.lines if one.kit] == [
                (part.sku, part.units) for part in BUNDLES[kit.sku]
            ]
            sold[kit.sku] += kit.wanted
        for sku, count in sold.items():
            assert count == sum(one.quantity for one in told.lines if one.sku == sku)
        line = work.draw(st.sampled_from(row.lines))
        if line.to_pick:
            row = did(row, K.UNIT_PICKED, line.number, work.draw(st.integers(1, line.to_pick)))
        assert row == codec.from_text(Order, codec.to_text(row))


def test_an_old_line_without_parts_is_read_as_before() -> None:
    old = {"number": 1, "sku": "GIFT", "name": "Gift", "quantity": 2}
    assert codec.load(LineDocument, old) == LineDocument(1, "GIFT", "Gift", 2)
