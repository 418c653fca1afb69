"""How many units a scan means, and what must be known of them: lot, expiry and serial number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.codes import Reading, are_elements
from app.domain.dates import written_date
from app.domain.gs1.elements import GS
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.packs import PackCount
from app.domain.rows.things import Bin, BinStock, Product
from app.domain.stock import PICKABLE, StockKey
from app.domain.world import Hit, HitKind, World

_UPC_A = 12  # digits


class Missing(StrEnum):
    """What the next scan has to bring."""

    LOT = "lot"
    EXPIRY = "expiry"
    SERIAL = "serial"


_ASK = {
    Missing.LOT: Working.LOT_NEEDED,
    Missing.EXPIRY: Working.EXPIRY_NEEDED,
    Missing.SERIAL: Working.SERIAL_NEEDED,
}

_AIS = {
    Missing.LOT: ("10",),
    Missing.EXPIRY: ("17", "7003", "15"),
    Missing.SERIAL: ("21",),
}
"""Which application identifiers of GS1 tell it."""


@dataclass(frozen=True)
class Unit:
    """One scanned unit (or `quantity` of them) on its way into a tote or box.

    pack: the packs that were scanned for it, None = single units were.
    key: which of its bin's goods it is, None = it has not been taken from a bin.
    """

    sku: str
    quantity: int = 1
    lot: str = ""
    expiry: date | None = None
    serial: str = ""
    pack: PackCount | None = None
    key: StockKey | None = None


MOST = 999_999
"""Units of one scan where nothing else limits them: no bin holds a million."""


def from_scan(hit: Hit, world: World, typed: str = "", most: int | None = None) -> Unit | Outcome:
    """The units that a scan means, or why it cannot mean any.

    They are what the scanned thing holds, times the number that was typed or that stands on the
    label of what holds it; where both are there, none is meant. typed: "" = nothing.
    most: units there is room for; None = a bin is counted, where any number may be typed.
    """
    reading, pack, told = hit.reading, hit.pack, hit.reading.count
    single = pack.units == 1
    if not typed and told in {None, 1} and single:
        return Unit(hit.id, 1, reading.lot, reading.expiry, reading.serial)
    product, number = world.product(hit.id), int(typed or 1)
    if told is not None and not single and not reading.contained:
        if told != pack.units:  # the label of this very pack says otherwise
            return outcome(Working.PACK_CONTRADICTED, sku=hit.id, known=pack.units, scanned=told)
    elif told not in {None, 1}:
        if typed:
            return outcome(Working.COUNT_NOT_ALLOWED, sku=hit.id)
        number = told or 0
    if product is not None and product.track_serial:
        kind = Working.COUNT_NOT_ALLOWED if single else Working.PACK_OF_SERIALS
        return outcome(kind, sku=hit.id)
    free = most is None or (product is not None and product.count_by_number)
    if number != 1 and not free:
        return outcome(Working.COUNT_NOT_ALLOWED, sku=hit.id)
    if number != 1 and most is not None and world.in_training:
        return outcome(Working.EACH_IN_TRAINING, sku=hit.id)
    units, room = number * pack.units, MOST if most is None else most
    if units > room or (not units and most is not None):
        if single or not number:
            return outcome(Anywhere.NUMBER_TOO_LARGE, number=units, most=room)
        level = pack.level.value
        return outcome(
            Working.PACK_TOO_LARGE, sku=hit.id, level=level, count=number, units=units, most=room
        )
    packs = None if single or not number else PackCount(pack.level, number, pack.units)
    return Unit(hit.id, units, reading.lot, reading.expiry, reading.serial, packs)


def missing(product: Product | None, unit: Unit, *, lots: bool = True) -> Missing | None:
    """The first thing that is still to be scanned, None = all is known.

    lots: False where lot and expiry do not matter and only the serial number does.
    """
    if product is None:
        return None
    if lots and product.track_lot and not unit.lot:
        return Missing.LOT
    if lots and product.track_expiry and unit.expiry is None:
        return Missing.EXPIRY
    if product.track_serial and not unit.serial:
        return Missing.SERIAL
    return None


def ask(what: Missing, sku: str) -> Outcome:
    return outcome(_ASK[what], sku=sku)


def explained(said: Outcome, reading: Reading) -> Outcome:
    """The question for a part of the unit; where the scan has that part, but wrong, it says so."""
    asked = next((what for what, kind in _ASK.items() if kind is said.kind), None)
    wrong = [ai for ai in reading.wrong if asked and ai in _AIS[asked]]
    return outcome(Working.PART_WRONG, ai=wrong[0], **said.values) if wrong else said


def known_expiry(unit: Unit, place: Bin | None) -> Unit:
    """The unit with the expiry that the bin's stock has for its lot, if the scan brought none."""
    if unit.expiry is not None or place is None or not unit.lot:
        return unit
    for item in place.stock:
        if (item.sku, item.lot) == (unit.sku, unit.lot) and item.expiry is not None:
            return replace(unit, expiry=item.expiry)
    return unit


def pickable(place: Bin | None, sku: str) -> int:
    """Units in the bin that a picker may take; their dates are not looked at."""
    stock = place.stock if place else ()
    return sum(item.quantity for item in stock if item.sku == sku and item.status in PICKABLE)


def key_of(
    unit: Unit, place: Bin | None, suits: Callable[[StockKey], bool] | None = None, owner: str = ""
) -> StockKey:
    """Which of the bin's goods the unit is, as far as its scan tells; what may be picked, first.

    A date that was scanned counts. Without one it is the earliest of which there is something.
    suits: what of several goods somebody is to take; he takes those. owner: of goods that the books
    do not know.
    """
    same = [
        item
        for item in (place.stock if place else ())
        if (item.sku, item.lot) == (unit.sku, unit.lot)
        and (unit.expiry is None or item.has_day(unit.expiry))
    ]
    if not same:
        return StockKey(unit.sku, unit.lot, unit.expiry, owner=owner)
    if len(same) == 1:
        return same[0].key
    return min(same, key=lambda item: _unlikely(item, unit, suits)).key


def _unlikely(
    item: BinStock, unit: Unit, suits: Callable[[StockKey], bool] | None
) -> tuple[bool, bool, bool, bool, str]:
    day = item.expiry or item.best_before
    other_day = unit.expiry is not None and unit.expiry not in {item.expiry, item.best_before}
    return (
        item.status not in PICKABLE,
        item.quantity <= 0,
        other_day,
        suits is not None and not suits(item.key),
        day.isoformat() if day else "9",
    )


def answered(unit: Unit, what: Missing, hit: Hit) -> Unit | Outcome:
    """The unit with all that a scan tells of it; the refusal of a scan that does not tell `what`.

    A label with application identifiers brings its parts under their names. One that names another
    product, or contradicts what is known of this unit, belongs to another unit. Any other text is
    the missing part itself.
    """
    reading = hit.reading
    if _of_another(unit, what, hit):
        return outcome(Working.OTHER_UNIT, code=reading.text, sku=unit.sku)
    for known, scanned in _told_twice(unit, reading):
        if known != scanned:
            return outcome(Working.UNIT_CONTRADICTED, sku=unit.sku, known=known, scanned=scanned)
    told = replace(
        unit,
        lot=unit.lot or reading.lot,
        expiry=unit.expiry or reading.expiry,
        serial=unit.serial or reading.serial,
    )
    if told != unit:
        return told
    if hit.kind is HitKind.PRODUCT or reading.has_elements:
        return ask(what, unit.sku)
    if what is Missing.EXPIRY:
        found = written_date(reading.text)
        if found is None:
            return outcome(Working.EXPIRY_UNREADABLE, code=reading.text)
        return replace(unit, expiry=found)
    if what is Missing.LOT:
        return replace(unit, lot=reading.text)
    return replace(unit, serial=reading.text)


def _of_another(unit: Unit, what: Missing, hit: Hit) -> bool:
    """Whether a scan names another product, one of this site or one that nobody here knows.

    Plain digits with a right check digit may be a serial number. As a lot they are taken for the
    barcode of a product as soon as they are as long as a UPC-A.
    """
    if hit.kind is HitKind.PRODUCT:
        return hit.id != unit.sku
    reading = hit.reading
    if not reading.gtin or reading.has_elements:
        return bool(reading.gtin)
    return what is Missing.LOT and len(reading.text) >= _UPC_A


def _told_twice(unit: Unit, reading: Reading) -> tuple[tuple[str, str], ...]:
    """(known, scanned) of each part that the unit has and the scan tells, too."""
    parts = (
        (unit.lot, reading.lot),
        (unit.serial, reading.serial),
        (_iso(unit.expiry), _iso(reading.expiry)),
    )
    return tuple((known, scanned) for known, scanned in parts if known and scanned)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def separator_lost(sku: str, reading: Reading, place: Bin | None) -> Outcome | None:
    """The refusal of a lot that swallowed the element behind it, because its separator is missing.

    The bin tells: it holds no such lot, but one with which the scanned lot begins, and what
    follows reads as elements.
    """
    if place is None or not reading.lot or GS in reading.text:
        return None
    lots = {item.lot for item in place.stock if item.sku == sku and item.lot}
    if reading.lot in lots:
        return None
    for lot in sorted(lots):
        rest = reading.lot.removeprefix(lot)
        if rest != reading.lot and (are_elements(rest) or are_elements(rest[1:])):
            return outcome(Working.SEPARATOR_LOST, code=reading.lot, lot=lot)
    return None
