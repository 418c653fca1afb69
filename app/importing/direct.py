"""Imports documents that no file holds (of a demo, a benchmark, a test) as if one did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.clock import Clock
from app.importing.codes import Codes
from app.importing.journal import Pusher, open_journal, record
from app.importing.master import master_facts
from app.importing.orders import order_facts
from app.importing.tally import ImportTally
from app.paths import Home
from app.sync.centre import SqlCentre


def import_documents(
    documents: Mapping[str, Iterable[Any]], home: Home, centre_url: str, clock: Clock
) -> dict[str, int]:
    """Import documents; returns the counts of ImportTally. Raises EnvironmentFault.

    documents: by kind ("products", "bins", ... "orders"); the kinds are imported in this order.
    """
    file = open_journal(home, centre_url)
    counts: dict[str, int] = {}
    try:
        centre = SqlCentre.open(centre_url, clock)
        try:
            pusher = Pusher(file, centre)
            for what, rows in documents.items():
                tally = ImportTally()
                if what == "orders":
                    facts = order_facts(rows, centre, tally, bundles=Codes(centre).bundles)
                else:
                    facts = master_facts(what, rows, centre, tally)
                record(file, facts, clock)
                pusher.push(lambda _sent, _total: None)
                counts |= tally.counts
        finally:
            centre.close()
    finally:
        file.close()
    return counts
