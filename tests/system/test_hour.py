"""An hour with six people and all that goes wrong in one: nothing is left open, and the reports of
the hour are what the event log says.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from app.__main__ import main
from app.domain.facts import Kind
from app.errors import ExitCode
from app.reports.fold import KINDS
from app.reports.rates import Rates
from app.reports.shift import Asked
from app.reports.whole import Whole, whole
from app.sync.centre import SqlCentre
from tests.helpers.hour import HOUR, START, Hour


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hour]:
    made = Hour(tmp_path_factory.mktemp("hour"))
    made.open()
    made.run()
    made.decide_all()
    # Goods with a lot or a serial number are back in their bins by now; no scan books that.
    made.decide_all(accept=True)
    yield made
    made.close()


def events(hour: Hour) -> list[dict[str, Any]]:
    """The event log itself, by no code of ours."""
    db = sqlite3.connect(hour.home.root / "centre.db")
    try:
        rows = db.execute("SELECT kind, origin, subjects, body FROM event").fetchall()
    finally:
        db.close()
    names = ("kind", "origin", "subjects", "body")
    found = [dict(zip(names, row, strict=True)) for row in rows]
    return [
        one | {"subjects": json.loads(one["subjects"]), "body": json.loads(one["body"])}
        for one in found
    ]


def report(hour: Hour) -> Whole:
    centre = SqlCentre.open(hour.home.centre_url, hour.clock)
    try:
        with centre.history() as past:
            return whole(
                lambda since, until: past.facts(KINDS, since, until),
                lambda names: past.rows(Kind.ORDER, names),
                past.on_hand,
                past.ahead,
                Asked(START, START + HOUR, hour.clock.now(), personal=True),
                Rates.of({}),
            )
    finally:
        centre.close()


def test_all_of_it_happened(hour: Hour) -> None:
    told = "\n".join(hour.told)
    for what in (
        "P3 has no paper",
        "the shop cancels",
        "the shop sells less",
        "is missing in",
        "P6 has no network",
        "P6 has its network again",
        "goods of 1 totes are back",
    ):
        assert what in told, told


def test_the_lead_leaves_nothing_open(hour: Hour) -> None:
    assert {name: row.decision for name, row in hour.waiting().items()} == {}


def test_the_bench_without_network_has_lost_nothing(hour: Hour) -> None:
    by_origin = Counter(one["origin"] for one in events(hour))
    for number, seat in enumerate(hour.seats, 1):
        assert by_origin[f"P{number}"] == seat.bench.file.last_seq


def test_the_centre_is_what_its_facts_say(hour: Hour) -> None:
    assert main(["--home", str(hour.home.root), "db", "verify"]) == ExitCode.OK


def test_the_reports_totals_are_those_of_the_event_log(hour: Hour) -> None:
    log = events(hour)
    figures = {one.code: one for one in report(hour).report.figures}

    def count(*kinds: str) -> int:
        return sum(one["kind"] in kinds for one in log)

    def units(*kinds: str) -> int:
        return sum(one["body"]["quantity"] for one in log if one["kind"] in kinds)

    assert figures["orders_packed"].value == count("order_packed")
    assert figures["units_picked"].value == units("unit_picked")
    assert figures["units_short"].value == units("pick_short", "pack_short") - units(
        "short_taken_back"
    )
    assert figures["units_damaged"].value == units("unit_damaged")
    assert figures["labels_failed"].value == count("label_failed") > 0
    assert count("order_packed") > hour.orders // 2
