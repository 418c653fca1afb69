"""Rows, codes and queues; and a number that says whether asking again is worth it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.reduce import ROW_TYPES
from app.domain.rows.orders import Order, Sub
from app.domain.rows.things import Bin, Product
from app.store.station import rows as rows_module
from app.store.station.file import StationFile
from tests.helpers.model import START, about, picked, placed
from tests.helpers.statements import statements
from tests.integration.store.station.rows import order, order_row, row, take

Reopen = Callable[[], StationFile]
LATER = START + timedelta(hours=1)
MUG = Product("MUG", "Mug", ("9521321000003", "M"))


def test_a_row_is_asked_for_by_its_class(file: StationFile) -> None:
    take(file, order_row("1"), row(Kind.PRODUCT, "MUG", MUG))
    assert order(file, "shop:1").ref == "1"
    assert file.rows.get(Product, "MUG") == MUG == file.rows.at(Subject(Kind.PRODUCT, "MUG"))
    assert file.rows.get(Bin, "MUG") is None


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_row_has_a_class_of_its_own(file: StationFile, kind: Kind) -> None:
    assert file.rows.get(ROW_TYPES[kind], "nobody") is None
    assert Subject(kind, "nobody") in file.rows._cache


def test_several_codes_are_looked_up_in_one_statement(file: StationFile) -> None:
    take(file, order_row("1"), order_row("M"), row(Kind.PRODUCT, "MUG", MUG))
    with statements(file.db.engine) as seen:
        found = file.rows.find_each(("M", "1", "nothing", "M"))
    assert found == {
        "M": (Subject(Kind.ORDER, "shop:M"), Subject(Kind.PRODUCT, "MUG")),
        "1": (Subject(Kind.ORDER, "shop:1"),),
        "nothing": (),
    }
    assert len(seen) == 3
    assert {text: file.rows.find(text) for text in found} == found
    assert file.rows.find_each(()) == {}


def test_rows_are_found_by_a_part_of_their_text(file: StationFile) -> None:
    take(file, *(order_row(ref) for ref in ("N-17", "N-18", "50%")), row(Kind.PRODUCT, "N-1", MUG))
    assert file.rows.with_text(Kind.ORDER, "n-1", 9) == ("shop:N-17", "shop:N-18")
    assert file.rows.with_text(Kind.ORDER, "N-1", 1) == ("shop:N-17",)
    assert file.rows.with_text(Kind.ORDER, "%", 9) == ("shop:50%",)
    with statements(file.db.engine) as seen:
        assert file.rows.with_text(Kind.ORDER, "n-1", 9) == ("shop:N-17", "shop:N-18")
    assert seen == [], "nothing has changed"
    take(file, order_row("N-11"))
    assert "shop:N-11" in file.rows.with_text(Kind.ORDER, "n-1", 9)
    file.record(None, [placed("N-12")], at=START)
    assert "shop:N-12" in file.rows.with_text(Kind.ORDER, "n-1", 9), "the bench's own"


def test_only_the_row_asked_for_least_lately_is_forgotten(
    file: StationFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_module, "CACHE_ROWS", 3)
    take(file, *(order_row(str(ref)) for ref in range(5)))
    for ref in (0, 1, 2, 0, 3):  # the fourth row drives out the second
        order(file, f"shop:{ref}")
    with statements(file.db.engine) as seen:
        for ref in (0, 2, 3):
            order(file, f"shop:{ref}")
    assert seen == []
    with statements(file.db.engine) as seen:
        order(file, "shop:1")
    assert seen != []


def test_a_record_of_many_rows_keeps_the_bounds(
    file: StationFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_module, "CACHE_ROWS", 3)
    file.record(None, [placed(str(ref)) for ref in range(9)], at=START)
    assert len(file.rows._cache) == 3
    assert all(order(file, f"shop:{ref}").sub is Sub.RELEASED for ref in range(9))


def test_claims_are_in_memory_and_there_after_a_start(file: StationFile, reopen: Reopen) -> None:
    file.refresh.set_reserved({"shop:1": START, "shop:2": LATER})
    assert file.rows.reserved == reopen().rows.reserved == {"shop:1": START, "shop:2": LATER}


Step = Callable[[StationFile], Any]


def stage_and_take(file: StationFile) -> None:
    file.refresh.stage([order_row("8")])
    take(file)


def acknowledged(file: StationFile) -> None:
    take(file, applied=1)


CHANGES: dict[str, Step] = {
    "a fact": lambda file: file.record(None, [picked("shop:1")], at=START),
    "a fact about nothing": lambda file: file.record(
        None, [NewFact(FactKind.HELP_CALLED)], at=START
    ),
    "facts of an earlier file": lambda file: file.adopt(
        [replace(fact, event_id="e") for fact in file.history.facts_after(0, 1)]
    ),
    "rows": lambda file: take(file, order_row("1")),
    "a row that is gone": lambda file: take(file, row(Kind.ORDER, "shop:1", None)),
    "everything anew": lambda file: take(file, full=True),
    "pages put aside": stage_and_take,
    "own facts are applied": acknowledged,
    "other claims": lambda file: file.refresh.set_reserved({"shop:1": START}),
    "longer claims": lambda file: file.refresh.set_reserved({"shop:0": LATER}),
    "no claims": lambda file: file.refresh.set_reserved({}),
}
NO_CHANGES: dict[str, Step] = {
    "a session": lambda file: file.record(
        None, [], at=START, meta=replace(file.meta, session="s", sscc_next=9)
    ),
    "a question": lambda file: (file.rows.names(Kind.ORDER), file.rows.get(Order, "shop:1")),
    "the same claims": lambda file: file.refresh.set_reserved({"shop:0": START}),
    "facts are at the centre": lambda file: file.keep(replace(file.meta, acked=1)),
    "another cursor": lambda file: file.refresh.take_over(
        [], full=False, meta=replace(file.meta, cursor="d")
    ),
    "a page put aside": lambda file: file.refresh.stage([order_row("1", sub=Sub.PACKED)]),
    "another life": lambda file: file.new_incarnation(),
}


@pytest.fixture
def worked(file: StationFile) -> StationFile:
    take(file, order_row("1"), order_row("2"))
    file.record(None, [about(FactKind.HELP_CALLED, "shop:2")], at=START)
    file.refresh.set_reserved({"shop:0": START})
    return file


@pytest.mark.parametrize("name", CHANGES)
def test_the_version_rises_with_what_may_have_changed(worked: StationFile, name: str) -> None:
    before = worked.rows.version
    CHANGES[name](worked)
    assert worked.rows.version > before


@pytest.mark.parametrize("name", NO_CHANGES)
def test_the_version_stays_where_nothing_has(worked: StationFile, name: str) -> None:
    def answers() -> object:
        rows = worked.rows
        names = rows.names(Kind.ORDER), rows.count(("released",)), dict(rows.reserved)
        return names, [rows.get(Order, each) for each in names[0]]

    before, answer = worked.rows.version, answers()
    NO_CHANGES[name](worked)
    assert worked.rows.version == before
    assert answers() == answer
