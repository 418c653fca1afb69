"""From a scanned text to what it is here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.config import Config
from app.domain.codes import Reading, read
from app.domain.facts import Kind, Subject
from app.domain.world import Hit, HitKind
from app.store.lookup import badge_key, gtin_key
from app.store.station.file import StationFile

_KINDS = {
    Kind.PRODUCT: HitKind.PRODUCT,
    Kind.BIN: HitKind.BIN,
    Kind.TOTE: HitKind.TOTE,
    Kind.ORDER: HitKind.ORDER,
    Kind.PARCEL: HitKind.PARCEL,
    Kind.LOAD: HitKind.LOAD,
    Kind.CARTON: HitKind.CARTON,
}
# Where one code names things of several kinds, the narrower place or thing is meant.
_RANK = (Kind.PARCEL, Kind.LOAD, Kind.TOTE, Kind.BIN, Kind.CARTON, Kind.PRODUCT, Kind.ORDER)


PRINTER_PREFIX = "PBPRN-"


@dataclass(frozen=True)
class Resolved:
    """hit, and how many orders answer to the code (more than one: nobody may guess)."""

    hit: Hit
    orders: int = 0


def badge_owner(file: StationFile, text: str) -> str:
    """The operator this badge belongs to; "" where it is no badge."""
    for item in file.find(badge_key(text)):
        return item.id
    return ""


def resolve(
    file: StationFile, config: Config, text: str, symbology: str, prefer: frozenset[str]
) -> Resolved:
    """What a code means. Codes of the site are looked up as they stand before GS1 rules apply.

    prefer: SKUs of the open task; a barcode that several products share means one of these.
    """
    plain = Reading(text)
    exact = _best(file.find(text), prefer)
    if exact is not None:
        orders = sum(item.kind is Kind.ORDER for item in file.find(text))
        reading = plain if exact.kind is not Kind.PRODUCT else read(text, symbology)
        return Resolved(Hit(_KINDS[exact.kind], exact.id, reading), orders)
    reading = read(text, symbology)
    if reading.gtin:
        found = _best(file.find(gtin_key(reading.gtin)), prefer)
        if found is not None:
            return Resolved(Hit(_KINDS[found.kind], found.id, reading))
    if reading.sscc and _best(file.find(reading.sscc), prefer) is not None:
        return Resolved(Hit(HitKind.PARCEL, reading.sscc, reading))
    if text.startswith(PRINTER_PREFIX) and text.removeprefix(PRINTER_PREFIX) in config.printers:
        return Resolved(Hit(HitKind.PRINTER, text.removeprefix(PRINTER_PREFIX), plain))
    if config.tote_regex.match(text):
        return Resolved(Hit(HitKind.TOTE, text, plain))
    return Resolved(Hit(HitKind.TEXT, text, reading))


def _best(found: Iterable[Subject], prefer: frozenset[str]) -> Subject | None:
    known = [item for item in found if item.kind in _KINDS]
    known.sort(key=lambda item: (_RANK.index(item.kind), item.id not in prefer, item.id))
    return known[0] if known else None
