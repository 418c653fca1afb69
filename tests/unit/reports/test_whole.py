"""Beside the time before: each figure, its value then, and the difference."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from app.cli.report import day_of
from app.domain.facts import Fact, FactKind
from app.reports.demand import demands
from app.reports.rates import Rates
from app.reports.shift import Asked
from app.reports.whole import Whole, whole
from tests.helpers.model import START
from tests.unit.domain.world import order
from tests.unit.reports.days import MINUTE, TOMORROW, fact, gone, one_order, rows_of

K = FactKind
HOUR = timedelta(hours=1)
RATES = Rates.of({"cost_minute": "0.5", "cost_label": "0.1", "cost_carton": "0.4"})


def made(facts: Iterable[Fact], since: datetime, until: datetime) -> Whole:
    kept = list(facts)

    def between(first: datetime, last: datetime) -> list[Fact]:
        return [one for one in kept if first <= one.occurred_at < last]

    rows = rows_of({"shop:a": gone(order(("MUG", 3), carrier="DHL"), 70)})
    asked = Asked(since, until, TOMORROW)
    return whole(between, rows, lambda _skus: {}, lambda _now: {}, asked, RATES, compare=True)


def test_each_figure_has_its_value_before_and_the_difference() -> None:
    later = (replace(one, occurred_at=one.occurred_at + 2 * HOUR) for one in one_order("shop:b"))
    more = fact(K.UNIT_PICKED, 130, "shop:b", quantity=4)
    found = made([*one_order(), *later, more], START + 2 * HOUR, START + 4 * HOUR)
    changes = {one.name: one for one in found.changes}
    picked = changes["Units picked"]
    assert (picked.value, picked.before, picked.difference) == (7, 3, 4)
    lead = changes["picking, p50"]
    assert (lead.unit, lead.value, lead.before, lead.difference) == ("min", 4.0, 4.0, 0.0)
    untold = changes["Order picking accuracy"]
    assert (untold.value, untold.before, untold.difference) == (None, None, None)
    complete = changes["Shipped complete per customer order"]
    assert (complete.value, complete.before, complete.difference) == (None, 100.0, None)
    tables = [table.title for table in found.tables()]
    assert tables[tables.index("Figures") + 1] == "Compared with the time before"


def test_the_time_before_is_as_long_and_says_what_is_to_be_known_of_it() -> None:
    found = made(one_order(), START, START + 3 * HOUR)
    assert found.before is not None
    assert (found.before.since, found.before.until) == (START - 3 * HOUR, START)
    assert found.before.notes == ("Nothing happened in this time.",)
    (table,) = (one for one in found.tables() if one.title.startswith("Compared"))
    assert "Nothing happened in this time." in table.about


def test_products_whose_stock_does_not_last_are_marked() -> None:
    found = demands(
        {"MUG": 40, "POT": 2, "CUP": 10, "BACK": -1},
        timedelta(days=2),
        lambda skus: {sku: {"MUG": 100, "POT": 100, "CUP": -3}[sku] for sku in skus},
        7,
    )
    assert [(one.sku, one.a_day, one.cover_days, one.reorder) for one in found] == [
        ("CUP", 5.0, 0.0, True),
        ("MUG", 20.0, 5.0, True),
        ("POT", 1.0, 100.0, False),
    ]


def test_a_course_that_lasts_beyond_the_range_has_no_lead_of_it() -> None:
    found = made(one_order(), START + 11 * MINUTE, START + HOUR)
    assert [one.step for one in found.report.leads] == ["placed to packed"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone cannot be set")
def test_a_clock_that_changes_in_the_range_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        since, until = day_of("2026-10-25")
        assert until - since == timedelta(hours=25)
        found = made((), since, until)
        assert found.report.notes == (
            "Nothing happened in this time.",
            "The site's clock changed in this time, from +0200 to +0100: it has 25 hours.",
        )
        assert found.before is not None
        assert found.before.until - found.before.since == timedelta(hours=25)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_costs_are_tables_of_which_the_parts_add_up() -> None:
    found = made(one_order(), START, START + 3 * HOUR)
    tables = {table.title: table for table in found.tables()}
    *lines, total, per_order, per_parcel = tables["Costs"].rows
    assert total[4] == sum(Decimal(str(line[4])) for line in lines) == found.costs.total
    assert (per_order[0], per_order[2], per_parcel[2]) == ("per order packed", 1, 1)
    *parts, whole_ = tables["Costs by product"].rows
    assert sum(Decimal(str(part[1])) for part in parts) == whole_[1] == found.costs.total
