"""Orders of a file against the orders of the centre: only what differs becomes a fact."""

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
    """Hex SHA-256 of the document: the same document again changes nothing."""
    return hashlib.sha256(codec.to_text(document).encode()).hexdigest()


def order_facts(
    documents: Iterable[OrderDocument], centre: SqlCentre, tally: ImportTally
) -> Iterator[NewFact]:
    """Facts in the file's sequence; `tally` is complete when they have been taken."""
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
        return FactKind.ORDER_PLACED  # also of a cancelled one, so that its history is there
    return FactKind.ORDER_CANCELLED if document.cancelled else FactKind.ORDER_CHANGED
