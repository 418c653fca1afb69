"""A pull of many pages is one change."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import Kind, Subject
from app.domain.rows.orders import Sub
from app.store.station.file import StationFile
from tests.helpers.model import START, picked
from tests.integration.store.station.rows import order, order_row, take


def test_rows_of_every_page_are_read_anew(file: StationFile) -> None:
    """They may be in memory, and only what is gone for good is dropped by a pull of changes."""
    take(file, order_row("1"), order_row("2"), order_row("3"))
    for ref in "123":
        assert order(file, f"shop:{ref}").sub is Sub.RELEASED
    file.refresh.stage([order_row("1", sub=Sub.PACKED)])
    file.refresh.stage([order_row("2", sub=Sub.PACKED)])
    take(file, order_row("4"))
    assert [order(file, f"shop:{ref}").sub for ref in "123"] == [
        Sub.PACKED,
        Sub.PACKED,
        Sub.RELEASED,
    ]


def test_it_tells_what_came_in_every_page(file: StationFile) -> None:
    def taken(ref: str, *, full: bool) -> list[str]:
        came = file.refresh.take_over([order_row(ref)], full=full, meta=file.meta)
        assert all(item.kind is Kind.ORDER for item in came)
        return [item.id for item in came]

    for full in (False, True):
        file.refresh.stage([order_row("1"), order_row("2")])
        file.refresh.stage([order_row("3")])
        assert taken("4", full=full) == ["shop:1", "shop:2", "shop:3", "shop:4"]
        assert taken("5", full=full) == ["shop:5"]


def test_what_the_centre_has_applied_is_not_counted_twice(file: StationFile) -> None:
    take(file, order_row("1"))
    file.record(None, [picked("shop:1")], at=START)
    line = order(file, "shop:1").lines[0]
    meta = replace(file.meta, applied=1)
    row = order_row("1", lines=(line,), sub=Sub.STARTED)
    assert file.refresh.take_over([row], full=False, meta=meta) == (Subject(Kind.ORDER, "shop:1"),)
    assert order(file, "shop:1").lines[0].picked == 1
    assert file.rows.count(("started",)) == 1
