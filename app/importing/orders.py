"""Compares orders with those of the centre. Only what differs becomes a fact."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from app.domain import codec
from app.domain.documents import OrderDocument
from app.domain.facts import FactKind, Kind, NewFact, Subject, order_id
from app.importing.tally import ImportTally
from app.sync.centre import SqlCentre

OUTCOMES = ("orders_new", "orders_same", "orders_changed", "orders_cancelled")


def digest_of(document: OrderDocument) -> str:
    """SHA-256 of the document in hex, by which an order that is imported again is recognised."""
    return hashlib.sha256(codec.to_text(document).encode()).hexdigest()


def order_facts(
    documents: Iterable[OrderDocument], centre: SqlCentre, tally: ImportTally
) -> Iterator[NewFact]:
    """The facts, in the order of the documents. `tally` is complete after the last one."""
    tally.counts.update(dict.fromkeys(OUTCOMES, 0))
    digests, cancelled = centre.digests(Kind.ORDER), centre.cancelled()
    for document in documents:
        name, digest = order_id(document.channel, document.ref), digest_of(document)
        known = digests.get(name)
        if known == digest or (document.cancelled and name in cancelled):
            tally.counts["orders_same"] += 1
            continue
        if document.cancelled:
            outcome = "orders_cancelled"
        else:
            outcome = "orders_new" if known is None else "orders_changed"
        tally.counts[outcome] += 1
        body = {"document": codec.dump(document), "digest": digest}
        yield NewFact(_kind(document, known), (Subject(Kind.ORDER, name),), body)


def _kind(document: OrderDocument, known: str | None) -> FactKind:
    if known is None:
        return FactKind.ORDER_PLACED  # also where it is cancelled, so that it has a history
    return FactKind.ORDER_CANCELLED if document.cancelled else FactKind.ORDER_CHANGED
