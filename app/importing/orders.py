"""Compares orders with those of the centre. Only what differs becomes a fact."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from app.domain import codec
from app.domain.documents import LineDocument, LinePart, OrderDocument
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.rows.orders import Order, State
from app.domain.rows.shop_word import superseded
from app.importing.known_orders import KnownOrders
from app.importing.tally import ImportTally
from app.intake.shop_rules import holds
from app.intake.values import FaultyOrder
from app.sync.port import SyncPort

OUTCOMES = ("new", "same", "changed", "cancelled", "older", "held")
UNREADABLE = "its newest version has faults"
_REASON = 200
"""Characters of a hold that a person reads on a screen."""


def digest_of(document: OrderDocument) -> str:
    """SHA-256 of the document in hex, by which an order that is imported again is recognised."""
    return hashlib.sha256(codec.to_text(document).encode()).hexdigest()


def order_facts(
    documents: Iterable[OrderDocument],
    centre: SyncPort,
    tally: ImportTally,
    endings: Iterable[OrderDocument] = (),
    faulty: Iterable[FaultyOrder] = (),
    bundles: Mapping[str, tuple[LinePart, ...]] | None = None,
) -> Iterator[NewFact]:
    """The facts, in the order of the documents. `tally` is complete after the last one.

    endings, faulty: as in `Parsed`; they concern orders that the centre knows.
    bundles: what one set of each bundle holds, by its SKU.
    """
    tally.counts.update({f"orders_{outcome}": 0 for outcome in OUTCOMES})
    known = KnownOrders(centre)
    for document in documents:
        outcome, fact = _word(known, document, tally, bundles or {})
        yield from _counted(tally, outcome, fact)
    for ending in endings:
        yield from _counted(tally, *_end(known, ending))
    for one in faulty:
        yield from _counted(tally, *_hold(known, one, tally))


Word = tuple[str, NewFact | None]
"""One of OUTCOMES ("" = nothing to count), and the fact to make."""


def _counted(tally: ImportTally, outcome: str, fact: NewFact | None) -> Iterator[NewFact]:
    if outcome:
        tally.counts[f"orders_{outcome}"] += 1
    if fact is not None:
        yield fact


def _word(
    known: KnownOrders,
    document: OrderDocument,
    tally: ImportTally,
    bundles: Mapping[str, tuple[LinePart, ...]],
) -> Word:
    digest = digest_of(document)
    if known.has(document, digest):
        return "same", None
    name, row = known.find(document)
    if row is not None and superseded(row, document.changed_at):
        return "older", None
    if row is not None and document.cancelled and row.cancelled:
        return "same", None
    if row is None and "~" in name.removeprefix(f"{document.channel}:{document.ref}"):
        tally.notes.append(
            f"Order {document.ref} of {document.placed_at:%Y-%m-%d} is another order than the one "
            f"that is here with this number; it is kept as {name}."
        )
    known.take(name, document, digest)
    outcome = "cancelled" if document.cancelled else "new" if row is None else "changed"
    return outcome, _said(_kind(document, row), name, _with_parts(document, bundles), digest)


def _with_parts(
    document: OrderDocument, bundles: Mapping[str, tuple[LinePart, ...]]
) -> OrderDocument:
    """The document with what its bundles hold today, so that its fact says all that is picked.

    Its digest is that of the shop's own words: a bundle that changes makes no order another one.
    """
    if not any(line.sku in bundles for line in document.lines):
        return document
    lines = (replace(line, parts=bundles.get(line.sku, ())) for line in document.lines)
    pinned = [line.sku for line in document.lines if line.sku in bundles and _names_unit(line)]
    why = f"{pinned[0]} is a bundle: name the lot of its parts" if pinned else ""
    return replace(document, lines=tuple(lines), hold=holds(document.hold, why))


def _names_unit(line: LineDocument) -> bool:
    return bool(line.lot or line.serial)


def _end(known: KnownOrders, ending: OrderDocument) -> Word:
    """The shop's file says that nothing of an order is to be shipped from here (any more)."""
    name, row = known.find(ending)
    if row is None or row.cancelled or row.state not in {State.ORDERED, State.PICKING}:
        return "", None
    if superseded(row, ending.changed_at):
        return "older", None
    digest = digest_of(ending)
    known.take(name, ending, digest)
    return "cancelled", _said(FactKind.ORDER_CANCELLED, name, ending, digest)


def _hold(known: KnownOrders, one: FaultyOrder, tally: ImportTally) -> Word:
    """The newest document of an order that is in work cannot be used: the work waits."""
    found = known.about(one.identity)
    if found is None:
        return "", None
    name, row = found
    reason = f"{UNREADABLE}: {one.reason}"[:_REASON]
    waits_already = row.hold == reason and not row.digest
    ended = row.cancelled or row.state not in {State.ORDERED, State.PICKING}
    if ended or waits_already or superseded(row, one.identity.changed_at):
        return "", None
    tally.notes.append(f"Order {row.ref} waits: {reason}.")
    at = one.identity.changed_at
    body = {"reason": reason} | ({"changed_at": at.isoformat()} if at else {})
    return "held", NewFact(FactKind.ORDER_HELD, (Subject(Kind.ORDER, name),), body)


def _kind(document: OrderDocument, row: Order | None) -> FactKind:
    if row is None:
        return FactKind.ORDER_PLACED  # also where it is cancelled, so that it has a history
    return FactKind.ORDER_CANCELLED if document.cancelled else FactKind.ORDER_CHANGED


def _said(kind: FactKind, name: str, document: OrderDocument, digest: str) -> NewFact:
    body = {"document": codec.dump(document), "digest": digest}
    return NewFact(kind, (Subject(Kind.ORDER, name),), body)
