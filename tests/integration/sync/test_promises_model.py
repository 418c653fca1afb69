"""Anything that may happen to a site's goods and orders, and what must be true of promises after it.

Everything is said to the centre at once: what gets lost on the way is the matter of `machine.py`.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from app.clock import ManualClock
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.plan.shelves import promisable, takeable
from app.domain.rows.orders import Order
from app.domain.rows.stock_move import StockMove
from app.domain.rows.things import Bin
from app.domain.stock import Status, StockKey
from app.store.centre.tables import ROWS, claim, promise
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.promise_book import pin_of
from app.sync.promises import needs
from app.sync.proof.verify import verify
from tests.helpers.model import (
    START,
    Site,
    about,
    cancelled,
    picked,
    placed,
    stocked,
    unpicked,
)
from tests.integration.sync.checks import empty_files, fast_folder
from tests.integration.sync.test_promises import changed, counted, short
from tests.integration.sync.test_push import exceptions, push, record

K = FactKind
BINS = ("B0", "B1", "B2")
SKUS = ("S0", "S1")
STATIONS = ("P1", "P2")
FIRST = int(os.environ.get("PACKBENCH_SEED", "1"))

bins, skus, origins = (st.sampled_from(names) for names in (BINS, SKUS, STATIONS))
at, units = st.integers(0, 7), st.integers(1, 3)


class Goods(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = fast_folder()
        station_file, centre_file = empty_files()
        (self.folder / "centre.db").write_bytes(centre_file)
        url = f"sqlite:{self.folder / 'centre.db'}"
        clock = ManualClock(START)
        self.site = Site(url, clock)
        self.centre = SqlCentre.open(url, clock)
        for name in ("import", *STATIONS):
            (self.folder / f"{name}.db").write_bytes(station_file)
        self.files = {
            name: StationFile.open(self.folder / f"{name}.db", name)
            for name in ("import", *STATIONS)
        }
        self.placed = 0
        self.offline: set[str] = set()
        for place in BINS:
            self.say("import", *stocked(place, "S0", 2), *stocked(place, "S1", 1))

    def say(self, origin: str, *facts: NewFact) -> None:
        record(self.files[origin], *facts)
        if origin not in self.offline:
            push(self.centre, self.files[origin])

    # --- what happens -----------------------------------------------------------------------------

    @rule(quantity=units, sku=skus)
    def order(self, quantity: int, sku: str) -> None:
        self.placed += 1
        self.say("import", placed(f"{self.placed:02}", quantity, sku))

    @rule(place=bins, sku=skus, quantity=units)
    def bring(self, place: str, sku: str, quantity: int) -> None:
        self.say("import", stocked(place, sku, quantity)[1])

    @rule(origin=origins, place=bins, sku=skus, by=st.integers(-3, 3))
    def count(self, origin: str, place: str, sku: str, by: int) -> None:
        self.say(origin, counted(place, by, 0, sku))

    @rule(origin=origins, place=bins, into=bins, sku=skus, quantity=units, hold=st.booleans())
    def move(self, origin: str, place: str, into: str, sku: str, quantity: int, hold: bool) -> None:
        key = StockKey(sku)
        new = StockKey(sku, status=Status.HOLD) if hold else key
        ways = f"bin:{place}", f"bin:{into}"
        self.say(origin, StockMove(*ways, key, new, quantity).fact())

    @rule(place=bins, locked=st.booleans())
    def lock(self, place: str, locked: bool) -> None:
        body = {"code": place, "walk": 1, **({"locked": "wet"} if locked else {})}
        self.say("import", NewFact(K.BIN_SET, (Subject(Kind.BIN, place),), body))

    @rule(origin=origins)
    def go_offline(self, origin: str) -> None:
        self.offline.add(origin)

    @rule(origin=origins)
    def come_back(self, origin: str) -> None:
        """Whatever was done meanwhile comes in one push."""
        self.offline.discard(origin)
        self.say(origin)

    @rule(origin=origins, count=st.integers(1, 2))
    def claim_next(self, origin: str, count: int) -> None:
        self.centre.claim(origin, count=count)

    @rule(origin=origins, which=at)
    def claim_one(self, origin: str, which: int) -> None:
        if self.placed:
            self.centre.claim(origin, order=self.named(which))

    @rule(origin=origins)
    def renew(self, origin: str) -> None:
        self.centre.claims(origin, renew=True)

    @rule(origin=origins, which=at)
    def give_back(self, origin: str, which: int) -> None:
        self.centre.give_back(origin, self.named(which))

    @rule(origin=origins)
    def release(self, origin: str) -> None:
        self.centre.release(origin)

    @rule(origin=origins, which=at, place=bins, quantity=units, undo=st.booleans())
    def pick(self, origin: str, which: int, place: str, quantity: int, undo: bool) -> None:
        """Whoever has it, from wherever he likes."""
        if self.placed:
            name = self.named(which)
            fact = (unpicked if undo else picked)(name, place, self.sku(name), quantity)
            self.say(origin, fact)

    @rule(origin=origins, which=at, place=bins, found=st.integers(0, 1))
    def miss(self, origin: str, which: int, place: str, found: int) -> None:
        if self.placed:
            fact = short(self.named(which), place, found, 2, 1)
            self.say(
                origin,
                NewFact(
                    fact.kind, fact.subjects, {**fact.body, "sku": self.sku(self.named(which))}
                ),
            )

    @rule(
        origin=origins,
        which=at,
        kind=st.sampled_from(
            [K.PICK_LEFT, K.ORDER_PICKED, K.ORDER_PARKED, K.TAKEN_OVER, K.PICK_STARTED]
        ),
    )
    def go(self, origin: str, which: int, kind: FactKind) -> None:
        if self.placed:
            self.say(origin, about(kind, self.named(which), shelf="H", **{"from": "P1"}))

    @rule(which=at, word=st.sampled_from(["cancel", "hold", "less", "more"]))
    def shop_says(self, which: int, word: str) -> None:
        if self.placed:
            name = self.named(which)
            ref, sku = name.removeprefix("shop:"), self.sku(name)
            fact: Any = {
                "cancel": lambda: cancelled(name),
                "hold": lambda: about(K.ORDER_HELD, name, reason="?"),
                "less": lambda: changed(ref, 1, sku=sku),
                "more": lambda: changed(ref, 4, sku=sku),
            }[word]
            self.say("import", fact())

    def named(self, which: int) -> str:
        return f"shop:{1 + which % max(1, self.placed):02}"

    def sku(self, name: str) -> str:
        return next(line.sku for line in self.orders()[name].lines)

    # --- what must hold ---------------------------------------------------------------------------

    def orders(self) -> dict[str, Order]:
        return self.site.values(ROWS[Kind.ORDER], Kind.ORDER)

    @invariant()
    def promises_hold(self) -> None:
        orders, claimed = self.orders(), {row["order_id"] for row in self.site.rows(claim)}
        places: dict[str, Bin] = self.site.values(ROWS[Kind.BIN], Kind.BIN)
        today = START.astimezone().date()
        free: Counter[str] = Counter()
        there: Counter[tuple[str, StockKey]] = Counter()
        for code, place in places.items():
            for sku in SKUS:
                for key, count in promisable(place, sku, today).items():
                    there[code, key] = count
                    free[sku] += count if takeable(place, sku) else 0
        has: Counter[tuple[str, int]] = Counter()
        promised: Counter[tuple[str, StockKey]] = Counter()
        with self.centre._engine.begin() as db:
            rows = [(row.order_id, pin_of(row)) for row in db.execute(promise.select())]
        for name, pin in rows:
            promised[pin.bin, pin.key] += pin.quantity
            has[name, pin.line] += pin.quantity
            free[pin.key.sku] -= pin.quantity if takeable(places[pin.bin], pin.key.sku) else 0
            assert name in claimed, f"{name} is nobody's and keeps goods"
        for where, count in promised.items():
            assert count <= there[where], f"{where}: {count} promised, {there[where]} there"
        broken = {one.subject_id for one in exceptions(self.centre) if _is_broken(one)}
        for name, order in orders.items():
            lines = {line.number: line for line in needs(order)}
            for (other, number), count in has.items():
                if other == name:
                    assert count <= lines[number].to_pick, f"{name} is promised more than it needs"
            lacks = [line for line in lines.values() if has[name, line.number] < line.to_pick]
            if name in claimed:
                for line in lacks:
                    assert free[line.sku] <= 0, f"{name} lacks {line.sku}, and some is free"
            if not lines or (name in claimed and not lacks):
                assert name not in broken, f"{name} lacks nothing, and a person is told so"

    def teardown(self) -> None:
        try:
            assert verify(self.centre._engine).findings == []
        finally:
            self.site.close()
            self.centre.close()
            for file in self.files.values():
                file.close()
            shutil.rmtree(self.folder)


def _is_broken(one: Any) -> bool:
    return one.reason == "promise_broken" and not one.closed


def test_no_unit_is_promised_twice_and_none_is_kept_from_who_needs_it() -> None:
    wanted = settings(
        max_examples=40,
        stateful_step_count=30,
        deadline=None,
        database=None,
        print_blob=False,
        report_multiple_bugs=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(FIRST)(Goods), settings=wanted)
