"""From a scanned text to what it is here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.config import Config
from app.domain.codes import Reading
from app.domain.facts import Kind, Subject
from app.domain.pack_codes import scanned_pack, unit_gtin
from app.domain.rows.things import Product
from app.domain.world import Hit, HitKind
from app.station.hearing import Heard
from app.store.lookup import gtin_key

_KINDS = {
    Kind.PRODUCT: HitKind.PRODUCT,
    Kind.BIN: HitKind.BIN,
    Kind.TOTE: HitKind.TOTE,
    Kind.ORDER: HitKind.ORDER,
    Kind.PARCEL: HitKind.PARCEL,
    Kind.LOAD: HitKind.LOAD,
    Kind.CARTON: HitKind.CARTON,
}
# Where one code names rows of several kinds, the kind that comes first here is meant.
_RANK = (Kind.PARCEL, Kind.LOAD, Kind.TOTE, Kind.BIN, Kind.CARTON, Kind.PRODUCT, Kind.ORDER)


PRINTER_PREFIX = "PBPRN-"
"""A printer's barcode is this and the printer's name in `config.toml`."""


@dataclass(frozen=True)
class Resolved:
    """What a code means.

    orders: how many orders it names; of several none may be guessed.
    untold: SKU of which the scanned thing is a pack, and nobody has told what it holds; the hit is
    then the text. "" = it is none.
    """

    hit: Hit
    orders: int = 0
    untold: str = ""


def resolve(
    heard: Heard,
    config: Config,
    prefer: Callable[[], frozenset[str]],
    product: Callable[[str], Product | None],
) -> Resolved:
    """What a code means at this site. Rows that it names as it stands go before GS1 rules.

    prefer: gives the SKUs of the open task. It is asked only for a barcode that several rows
    share: one of these products is meant. product: gives the row of a SKU.
    """
    text, found = heard.scan.text, heard.found
    plain = Reading(text)
    reading = heard.reading or plain
    exact = _best(found.get(text, ()), prefer)
    if exact is not None:
        if exact.kind is Kind.PRODUCT:
            return _of_product(exact.id, reading, product)
        orders = sum(item.kind is Kind.ORDER for item in found[text])
        return Resolved(Hit(_KINDS[exact.kind], exact.id, plain), orders)
    if reading.sscc and _best(found.get(reading.sscc, ()), prefer) is not None:
        return Resolved(Hit(HitKind.PARCEL, reading.sscc, reading))
    meant = [gtin_key(gtin) for gtin in (reading.gtin, reading.or_gtin) if gtin]
    known = _best((row for key in meant for row in found.get(key, ())), prefer)
    if known is None and (unit := unit_gtin(reading.gtin)):
        known = _best(found.get(gtin_key(unit), ()), prefer)
    if known is not None:
        return _of_product(known.id, reading, product)
    if text.startswith(PRINTER_PREFIX) and text.removeprefix(PRINTER_PREFIX) in config.printers:
        return Resolved(Hit(HitKind.PRINTER, text.removeprefix(PRINTER_PREFIX), plain))
    if config.tote_regex.match(text):
        return Resolved(Hit(HitKind.TOTE, text, plain))
    return Resolved(Hit(HitKind.TEXT, text, reading))


def _of_product(sku: str, reading: Reading, product: Callable[[str], Product | None]) -> Resolved:
    """The product, with what one of the scanned thing holds."""
    row = product(sku)
    if row is None or not (row.packs or reading.gtin[:1] > "0"):
        return Resolved(Hit(HitKind.PRODUCT, sku, reading))
    pack = scanned_pack(row, reading)
    if pack is None:
        return Resolved(Hit(HitKind.TEXT, reading.text, reading), untold=sku)
    return Resolved(Hit(HitKind.PRODUCT, sku, reading, pack))


def _best(found: Iterable[Subject], prefer: Callable[[], frozenset[str]]) -> Subject | None:
    known = [item for item in found if item.kind in _KINDS]
    if len(known) > 1:
        skus = prefer()
        known.sort(key=lambda item: (_RANK.index(item.kind), item.id not in skus, item.id))
    return known[0] if known else None
