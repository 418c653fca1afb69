"""The rules that make a repeated import a silent one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain import codec
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import Fact, FactKind, Kind
from app.domain.reduce import reduce
from app.domain.rows.orders import State, Sub
from app.domain.rows.shop_word import from_document
from app.importing.orders import digest_of

AT = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
DOCUMENT = OrderDocument("shop", "1", AT, Address("Ada"), (LineDocument(1, "MUG", "Mug", 2),))


@pytest.mark.parametrize(
    ("state", "sub", "kind", "conflict"),
    [
        (State.DISPATCHED, Sub.MANIFESTED, FactKind.ORDER_CANCELLED, "cancelled_after_dispatch"),
        (State.CANCELLED, Sub.CANCELLED, FactKind.ORDER_CHANGED, "changed_after_cancel"),
    ],
)
def test_what_comes_too_late_is_one_conflict(
    state: State, sub: Sub, kind: FactKind, conflict: str
) -> None:
    """The row takes the document's digest: the next import finds nothing new in it."""
    row = replace(from_document(DOCUMENT, "before"), state=state, sub=sub)
    late = replace(DOCUMENT, cancelled=kind is FactKind.ORDER_CANCELLED)
    body = {"document": codec.dump(late), "digest": digest_of(late)}
    fact = Fact("import", "i", 1, "e", kind.value, (("order", "shop:1"),), body, AT)
    effect = reduce(Kind.ORDER, row, fact)
    assert effect.conflict == conflict
    assert effect.row == replace(row, digest=digest_of(late))
