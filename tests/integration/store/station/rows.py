"""Rows as the sync brings them, for tests of a station's file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain import codec
from app.domain.facts import Kind
from app.domain.rows.orders import Order
from app.domain.rows.shop_word import from_document
from app.store.station.file import StationFile
from app.store.station.values import IndexedRow, StoredRow, indexed
from tests.helpers.model import order_document


def row(kind: Kind, name: str, value: object) -> IndexedRow:
    """value None: the row is gone."""
    body = None if value is None else codec.to_text(value)
    return indexed(StoredRow(kind.value, name, body))


def order_row(ref: str, **changes: Any) -> IndexedRow:
    order = from_document(order_document(ref), "d")
    return row(Kind.ORDER, f"shop:{ref}", replace(order, **changes))


def take(file: StationFile, *rows: IndexedRow, full: bool = False, applied: int = 0) -> None:
    meta = replace(file.meta, cursor="c", applied=applied)
    file.refresh.take_over(rows, full=full, meta=meta)


def order(file: StationFile, name: str) -> Order:
    found = file.rows.get(Order, name)
    assert found is not None
    return found
