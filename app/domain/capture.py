"""What must be known of a unit before it counts: lot, expiry and serial number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.codes import Reading
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.rows.things import Bin, Product
from app.domain.world import World


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


@dataclass(frozen=True)
class Unit:
    """One scanned unit (or `quantity` of them) on its way into a tote or box."""

    sku: str
    quantity: int = 1
    lot: str = ""
    expiry: date | None = None
    serial: str = ""


def from_scan(sku: str, reading: Reading, quantity: int) -> Unit:
    return Unit(sku, quantity, reading.lot, reading.expiry, reading.serial)


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


def known_expiry(unit: Unit, place: Bin | None) -> Unit:
    """The unit with the expiry that the bin's stock has for its lot, if the scan brought none."""
    if unit.expiry is not None or place is None or not unit.lot:
        return unit
    for item in place.stock:
        if (item.sku, item.lot) == (unit.sku, unit.lot) and item.expiry is not None:
            return replace(unit, expiry=item.expiry)
    return unit


def expired(unit: Unit, world: World) -> Outcome | None:
    """The refusal of a unit whose date has passed."""
    if unit.expiry is None or unit.expiry >= world.today:
        return None
    return outcome(Working.LOT_EXPIRED, sku=unit.sku, lot=unit.lot, expiry=unit.expiry.isoformat())


def fill(unit: Unit, what: Missing, reading: Reading) -> Unit | Outcome:
    """The unit with the missing part taken from the scan; an outcome if the scan has no date.

    A GS1 scan brings lot, serial and expiry under their identifiers; any other scan is the part.
    """
    if what is Missing.LOT:
        return replace(unit, lot=reading.lot or reading.text)
    if what is Missing.SERIAL:
        return replace(unit, serial=reading.serial or reading.text)
    found = reading.expiry or _date(reading.text)
    if found is None:
        return outcome(Working.EXPIRY_UNREADABLE, code=reading.text)
    return replace(unit, expiry=found)


def _date(text: str) -> date | None:
    """A date from YYMMDD, as on GS1 labels, or YYYY-MM-DD; None = no date, as day 00 is none."""
    try:
        if len(text) == 6 and text.isdigit():
            return date(2000 + int(text[:2]), int(text[2:4]), int(text[4:]))
        return date.fromisoformat(text)
    except ValueError:
        return None
