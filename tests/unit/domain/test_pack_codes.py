"""What the first digit of a GTIN-14 says, and which pack of a product a code means."""

from __future__ import annotations

import pytest

from app.domain.codes import read
from app.domain.pack_codes import of_pack, same_code, scanned_pack, unit_gtin
from app.domain.packs import ONE, Pack, PackLevel, PackSize
from app.domain.rows.things import Product

UNIT, UNIT_14 = "9521321000056", "09521321000056"
CASE, INNER, FIFTH, VARIABLE = (
    "19521321000053",
    "29521321000050",
    "59521321000051",
    "99521321000059",
)
COLA = Product(
    "COLA",
    "Cola",
    (UNIT,),
    packs=(
        Pack(PackLevel.INNER, 6, (INNER, "INNER-6")),
        Pack(PackLevel.CASE, 12, (CASE, "4006381333931")),
    ),
)
SIX, TWELVE = PackSize(PackLevel.INNER, 6), PackSize(PackLevel.CASE, 12)


@pytest.mark.parametrize("code", [CASE, INNER, FIFTH, VARIABLE])
def test_the_unit_of_a_pack(code: str) -> None:
    assert unit_gtin(code) == UNIT_14


@pytest.mark.parametrize("code", ["", UNIT_14, UNIT, "96385074", "0"])
def test_what_is_no_packs_number(code: str) -> None:
    assert (unit_gtin(code), of_pack(code)) == ("", "")


def test_variable_measure_is_no_pack() -> None:
    assert (of_pack(CASE), of_pack(VARIABLE)) == (UNIT_14, "")


def test_zeros_in_front_make_no_other_code() -> None:
    assert same_code(UNIT) == same_code(UNIT_14) == UNIT_14
    assert same_code(CASE) == CASE != UNIT_14
    assert same_code("96385074") == "00000096385074"
    assert same_code("0056") == "0056", "a number of the house keeps its zeros"


@pytest.mark.parametrize(
    ("text", "symbology", "holds"),
    [
        (UNIT, "]E0", ONE),
        (UNIT_14, "]I1", ONE),  # ITF-14 with indicator 0
        (f"01{UNIT_14}", "]C1", ONE),
        (f"01{UNIT_14}3006", "]C1", ONE),  # six of them: its count says so
        (CASE, "]I1", TWELVE),
        (CASE, "", TWELVE),
        (f"01{CASE}10L1", "]C1", TWELVE),
        (f"(01){CASE}(10)L1", "", TWELVE),
        (f"https://id.gs1.org/01/{CASE}", "", TWELVE),
        (f"02{CASE}3704", "]C1", TWELVE),
        (INNER, "", SIX),
        ("INNER-6", "]C0", SIX),
        ("4006381333931", "]E0", TWELVE),  # a case with an EAN of its own
        ("04006381333931", "", TWELVE),
        ("COLA", "", ONE),
        (FIFTH, "", None),
        (f"01{FIFTH}", "]C1", None),
        (f"01{FIFTH}3006", "]C1", None),  # (30) belongs to things of variable measure
        (f"02{FIFTH}3704", "]C1", None),
        (VARIABLE, "", None),
        (f"01{VARIABLE}3006", "]C1", ONE),
    ],
)
def test_what_a_scan_holds(text: str, symbology: str, holds: PackSize | None) -> None:
    assert scanned_pack(COLA, read(text, symbology)) == holds


def test_a_packs_number_among_the_units_codes_tells_nothing() -> None:
    both = Product("COLA", "Cola", (UNIT, CASE))
    assert scanned_pack(both, read(CASE)) is None
    assert scanned_pack(both, read(UNIT)) == ONE


def test_a_product_that_is_sold_by_the_case_is_counted_by_the_case() -> None:
    """Its unit has no other code: the site calls this very case one unit."""
    assert scanned_pack(Product("CRATE", "Crate", (CASE,)), read(CASE)) == ONE


def test_a_weighed_piece_with_a_code_of_its_own_is_one() -> None:
    cheese = Product("CHEESE", "Cheese", (VARIABLE,))
    assert scanned_pack(cheese, read(f"01{VARIABLE}3103000500", "]C1")) == ONE
