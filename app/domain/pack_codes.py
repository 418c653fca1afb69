"""Which pack a code means: by the product's own codes, and by what a GTIN-14 says of itself.

The first digit of a GTIN-14 is its indicator. With 1 to 8 it is the number of a pack of the unit
whose GTIN has the same twelve digits behind a 0; with 9 it is a thing of variable measure, whose
content only its label tells (GS1 General Specifications 2.1.7 and 7.9).
"""

from __future__ import annotations

from app.domain.codes import Reading
from app.domain.packs import ONE, PackSize
from app.domain.retail import check_digit
from app.domain.rows.things import Product

_LENGTHS = frozenset({8, 12, 13, 14})
_OF_PACKS = frozenset("12345678")
_VARIABLE = "9"


def same_code(code: str) -> str:
    """A code as a scanner tells it apart: GTIN-8, -12, -13 and -14 are one number with zeros."""
    is_gtin = code.isascii() and code.isdigit() and len(code) in _LENGTHS
    return code.zfill(14) if is_gtin else code


def unit_gtin(gtin: str) -> str:
    """The GTIN, in 14 digits, of the unit of which this is a pack; "" = it is no pack's."""
    if len(gtin) != 14 or gtin[0] == "0":
        return ""
    unit = "0" + gtin[1:13]
    return unit + check_digit(unit)


def of_pack(code: str) -> str:
    """The GTIN of the unit, where the code is a GTIN-14 whose indicator says pack; else ""."""
    return unit_gtin(code) if code[:1] in _OF_PACKS else ""


def scanned_pack(product: Product, reading: Reading) -> PackSize | None:
    """What one of the scanned thing holds; None = by its number it is a pack, of which nobody told.

    A pack's number among the codes of the unit tells nothing where the unit's own is there, too:
    one of the two is wrong.
    """
    codes = {same_code(reading.text), reading.gtin, reading.or_gtin}
    for pack in product.packs:
        if any(same_code(code) in codes for code in pack.barcodes):
            return PackSize(pack.level, pack.units)
    unit = unit_gtin(reading.gtin)
    own = {same_code(code) for code in product.barcodes} if unit else set()
    if unit not in own:
        return ONE
    if reading.gtin[0] == _VARIABLE:
        return ONE if reading.count is not None or reading.gtin in own else None
    return None
