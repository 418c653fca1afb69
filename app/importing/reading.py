"""Reads one file, and says what its documents change."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from app.domain.documents import OrderDocument
from app.domain.facts import NewFact
from app.importing.codes import Codes
from app.importing.master import lot_tracked, master_facts
from app.importing.orders import order_facts
from app.importing.pack_notes import pack_notes
from app.importing.part_notes import part_notes
from app.importing.tally import ImportTally, some
from app.intake import shop_rules, site_rules
from app.intake.formats import ORDERS, Format
from app.intake.master_columns import PRODUCTS
from app.intake.site_rules import SiteRules
from app.intake.values import Parsed, ReadOptions
from app.sync.centre import SqlCentre

log = logging.getLogger(__name__)


class Watcher(Protocol):
    """Is told how far the import is; a progress bar, for example."""

    def phase(self, name: str) -> None:
        """A new phase begins: reading (counted in bytes), comparing, sending (in facts) ..."""
        ...

    def moved(self, done: int, total: int) -> None: ...


@dataclass(frozen=True)
class Request:
    """What to import. column_map, channel, encoding: "" = not given.

    dry_run: nothing is recorded, sent or written; the result says what would be.
    """

    path: Path
    format: Format
    column_map: str = ""
    channel: str = ""
    encoding: str = ""
    dry_run: bool = False


@dataclass(frozen=True)
class Reading:
    """The reading of one file for one centre."""

    request: Request
    centre: SqlCentre
    rules: SiteRules
    watcher: Watcher

    @cached_property
    def _codes(self) -> Codes:
        return Codes(self.centre)

    @property
    def _what(self) -> str:
        return self.request.format.what

    def read(self) -> Parsed:
        """Raises IntakeError and EnvironmentFault."""
        request = self.request
        lots = lot_tracked(self.centre) if self._what == "stock" else frozenset()
        options = ReadOptions(
            channel=request.channel,
            column_map=request.column_map,
            encoding=request.encoding or ReadOptions.encoding,
            lot_tracked=lots,
            taken=self._codes.check(self._what),
            progress=self.watcher.moved,
        )
        parsed = request.format.read(request.path, options)
        if self._what == ORDERS:
            site_rules.apply(parsed, self.rules, self._codes.virtual)
        if parsed.unaccounted:
            log.error(
                "the reader of %s has lost %d lines of %s",
                request.format.name,
                parsed.unaccounted,
                request.path,
            )
        return parsed

    def facts(self, parsed: Parsed, tally: ImportTally) -> Iterator[NewFact]:
        """The facts to make; `tally` is complete after the last one."""
        documents = self._watched(parsed.documents)
        if self._what != ORDERS:
            yield from master_facts(self._what, documents, self.centre, tally)
            if self._what == PRODUCTS.what:
                tally.notes += pack_notes(parsed.documents)
                tally.notes += part_notes(parsed.documents, self._codes.skus)
            return
        yield from order_facts(
            documents, self.centre, tally, parsed.endings, parsed.faulty, self._codes.bundles
        )
        self._note(parsed.documents, tally)

    def _note(self, orders: list[OrderDocument], tally: ImportTally) -> None:
        """What a person should know of orders that are right by themselves."""
        sold = {line.sku for order in orders if not order.cancelled for line in order.lines}
        bundles = self._codes.bundles
        skus = sold - bundles.keys()
        skus |= {part.sku for sku in sold & bundles.keys() for part in bundles[sku]}
        unknown = sorted(skus - self._codes.skus)
        tally.unknown_skus = len(unknown)
        if unknown:
            tally.notes.append(
                f"No product has the SKU {some(unknown)}. Nobody can pick it until the product is "
                "imported."
            )
        waiting = [one.ref for one in orders if shop_rules.NO_LETTERS in one.hold]
        if waiting:
            tally.notes.append(
                f"No font has some letters of {some(waiting)}. Such an order waits until the shop "
                "writes its address in other letters."
            )
        if badges := self._codes.badge_orders(orders):
            tally.notes.append(f"The order number {some(badges)} is somebody's badge, too.")

    def _watched(self, documents: list[Any]) -> Iterator[Any]:
        for number, document in enumerate(documents, start=1):
            yield document
            self.watcher.moved(number, len(documents))

    def channel(self, parsed: Parsed) -> str:
        """The channels of the orders, separated by commas; "" for other data."""
        if self._what != ORDERS:
            return ""
        return ", ".join(sorted({one.channel for one in parsed.documents}))
