"""Which row of the centre a document is about.

An order's row is named by its channel and number. Where a shop uses a number again, or two shops of
one channel use it, the later orders get "~2", "~3" ... behind it; a scan of the number finds all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from app.domain import codec
from app.domain.documents import OrderDocument
from app.domain.facts import Kind, order_id
from app.domain.rows.orders import Order
from app.domain.rows.shop_word import from_document
from app.domain.same_order import same_order
from app.intake.values import Identity
from app.sync.port import SyncPort


class KnownOrders:
    """The centre's orders, and those that this import has placed since."""

    def __init__(self, centre: SyncPort) -> None:
        self._centre = centre
        self._digests = centre.digests(Kind.ORDER)
        self._rows: dict[str, Order] = {}

    def has(self, document: OrderDocument, digest: str) -> bool:
        """Whether the centre has this very document."""
        return any(
            self._digests[name] == digest for name in self._names(document.channel, document.ref)
        )

    def find(self, document: OrderDocument) -> tuple[str, Order | None]:
        """The id of the document's order, and its row; None = it is new."""
        last: tuple[str, Order] | None = None
        for name in self._names(document.channel, document.ref):
            row = self._row(name)
            if row.ref == document.ref:
                last = name, row
                if same_order(row, document):
                    return last
        if last is not None and document.cancelled and not document.shop_id:
            return last  # a credit note has a date of its own and names the order by its number
        return self._free(document.channel, document.ref), None

    def about(self, identity: Identity) -> tuple[str, Order] | None:
        """The newest order that fits what is known of one; None = there is none."""
        found = None
        for name in self._names(identity.channel, identity.ref):
            row = self._row(name)
            if row.ref == identity.ref and _fits(row, identity):
                found = name, row
        return found

    def take(self, name: str, document: OrderDocument, digest: str) -> None:
        """Note that the order `name` has become this document."""
        self._digests[name] = digest
        self._rows[name] = from_document(document, digest)

    def _names(self, channel: str, ref: str) -> Iterator[str]:
        """The ids that an order of this number may have, of those that there are."""
        base = order_id(channel, ref)
        for number in count(1):
            name = base if number == 1 else f"{base}~{number}"
            if name not in self._digests:
                return
            yield name

    def _free(self, channel: str, ref: str) -> str:
        names = sum(1 for _ in self._names(channel, ref))
        base = order_id(channel, ref)
        return f"{base}~{names + 1}" if names else base

    def _row(self, name: str) -> Order:
        row = self._rows.get(name)
        if row is None:
            stored = self._centre.row(Kind.ORDER, name)
            body = stored.body if stored is not None else None
            assert body is not None, "an id of `digests` has a row"
            row = self._rows[name] = codec.from_text(Order, body)
        return row


def _fits(row: Order, identity: Identity) -> bool:
    if row.shop_id and identity.shop_id:
        return row.shop_id == identity.shop_id
    if identity.placed_at is None:
        return True
    return abs((row.placed_at - identity.placed_at).total_seconds()) < 86_400
