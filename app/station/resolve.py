"""From a scanned text to what it is here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.config import Config
from app.domain.codes import Reading
from app.domain.facts import Kind, Subject
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
    """What a code means. orders: how many orders it names; of several none may be guessed."""

    hit: Hit
    orders: int = 0


def resolve(heard: Heard, config: Config, prefer: Callable[[], frozenset[str]]) -> Resolved:
    """What a code means at this site. Rows that it names as it stands go before GS1 rules.

    prefer: gives the SKUs of the open task. It is asked only for a barcode that several rows
    share: one of these products is meant.
    """
    text, found = heard.scan.text, heard.found
    plain = Reading(text)
    reading = heard.reading or plain
    exact = _best(found.get(text, ()), prefer)
    if exact is not None:
        orders = sum(item.kind is Kind.ORDER for item in found[text])
        reading = reading if exact.kind is Kind.PRODUCT else plain
        return Resolved(Hit(_KINDS[exact.kind], exact.id, reading), orders)
    if reading.sscc and _best(found.get(reading.sscc, ()), prefer) is not None:
        return Resolved(Hit(HitKind.PARCEL, reading.sscc, reading))
    meant = [gtin_key(gtin) for gtin in (reading.gtin, reading.or_gtin) if gtin]
    product = _best((row for key in meant for row in found.get(key, ())), prefer)
    if product is not None:
        return Resolved(Hit(_KINDS[product.kind], product.id, reading))
    if text.startswith(PRINTER_PREFIX) and text.removeprefix(PRINTER_PREFIX) in config.printers:
        return Resolved(Hit(HitKind.PRINTER, text.removeprefix(PRINTER_PREFIX), plain))
    if config.tote_regex.match(text):
        return Resolved(Hit(HitKind.TOTE, text, plain))
    return Resolved(Hit(HitKind.TEXT, text, reading))


def _best(found: Iterable[Subject], prefer: Callable[[], frozenset[str]]) -> Subject | None:
    known = [item for item in found if item.kind in _KINDS]
    if len(known) > 1:
        skus = prefer()
        known.sort(key=lambda item: (_RANK.index(item.kind), item.id not in skus, item.id))
    return known[0] if known else None
