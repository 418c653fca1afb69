"""Three stations, an import and a centre, and everything that can go wrong between them.

The invariants are those of the design: I1 an acknowledged fact is in its journal after any crash;
I2 at the centre exactly once and in order; I3 stock is the opening plus all moves; I4 everybody
shows the same in the end; I5 nothing is packed twice without an exception; I6 a station never
loses sight of its own work, nor counts it twice; I7 a cursor skips nothing; I8 no order is claimed
by two; I9 no unit is promised to two. A failure begins with the name of the invariant that is broken.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.clock import ManualClock
from app.domain.facts import Fact, FactKind, Kind
from app.domain.rows.orders import Order
from app.importing.journal import Pusher
from app.store.centre.settings import LEASE
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.helpers.model import (
    START,
    Bench,
    FragileFile,
    Site,
    about,
    days,
    packed,
    picked,
    placed,
    stocked,
    unpicked,
)
from tests.integration.sync.checks import (
    BINS,
    STOCK,
    empty_files,
    facts_arrived,
    fast_folder,
    promised_once,
    rows_agree,
)

NAMES = ("P1", "P2", "P3")
name = st.sampled_from(NAMES)
choice = st.integers(0, 7)


def units_of(facts: Iterable[Fact]) -> Counter[str]:
    """Units picked less undone, by order."""
    found: Counter[str] = Counter()
    for fact in facts:
        found[fact.subjects[0][1]] += fact.kind == FactKind.UNIT_PICKED
        found[fact.subjects[0][1]] -= fact.kind == FactKind.PICK_UNDONE
    return found


class Warehouse(RuleBasedStateMachine):
    url: ClassVar[str] = ""  # "" = a new SQLite file for every example
    centres: ClassVar[type[SqlCentre]] = SqlCentre
    files: ClassVar[type[FragileFile]] = FragileFile

    def __init__(self) -> None:
        super().__init__()
        self.folder = fast_folder()
        self.clock = ManualClock(START)
        station_file, centre_file = empty_files()
        url = self.url
        if not url:
            (self.folder / "centre.db").write_bytes(centre_file)
            url = f"sqlite:{self.folder / 'centre.db'}"
        self.site = Site(url, self.clock, self.centres)
        self.site.wipe()
        self.port = self.site.connect()
        for origin in (*NAMES, "import"):
            (self.folder / f"{origin}.db").write_bytes(station_file)
        self.shop = StationFile.open(self.folder / "import.db", "import")
        self.benches = {
            origin: Bench(self.folder / f"{origin}.db", origin, self.site, self.files)
            for origin in NAMES
        }
        self.acknowledged: dict[str, dict[str, Fact]] = {origin: {} for origin in NAMES}
        self.on_disk: dict[str, set[str]] = {origin: set() for origin in NAMES}
        self.buried: Counter[str] = Counter()
        self.orders = 0
        self.boxes = 0
        self.own: dict[str, Counter[str]] = {origin: Counter() for origin in NAMES}
        opened = [fact for place in BINS for fact in stocked(place, "S0", STOCK)]
        self.shop.record(None, opened, at=START, reduce_rows=False)
        for quantity in (1, 2, 2, 3):
            self.place_order(quantity)
        for bench in self.benches.values():
            bench.settle()
            bench.shut()  # a closed file is one file
            shutil.copy(bench.path, self.disk_copy(bench))
            bench.open()
        self.site.backup()
        self.touched: set[str] = set()

    def disk_copy(self, bench: Bench) -> Path:
        return self.folder / f"{bench.name}.copy"

    # --- what people do ---------------------------------------------------------------------------

    def import_now(self) -> None:
        Pusher(self.shop, self.port).push(lambda _sent, _total: None)

    @rule(quantity=st.integers(1, 2))
    def place_order(self, quantity: int) -> None:
        self.orders += 1
        new = placed(f"{self.orders:02}", quantity)
        self.shop.record(None, [new], at=self.clock.now(), reduce_rows=False)
        self.import_now()

    @rule(origin=name, at=choice, place=st.sampled_from(BINS), units=st.integers(1, 3))
    def pick(self, origin: str, at: int, place: str, units: int) -> None:
        """Claimed or not: offline work is allowed."""
        bench = self.benches[origin]
        for _ in range(units):
            found = self.seen(bench, lambda order: order.pickable)
            if not found:
                return
            order, row = found[at % len(found)]
            start = [] if row.worked_by == origin else [about(FactKind.PICK_STARTED, order)]
            last = sum(line.to_pick for line in row.lines) == 1
            end = [about(FactKind.ORDER_PICKED, order)] if last else []
            self.acknowledge(bench, *bench.record(*start, picked(order, place), *end))

    @rule(origin=name, at=choice, place=st.sampled_from(BINS))
    def undo(self, origin: str, at: int, place: str) -> None:
        bench = self.benches[origin]
        found = [order for order, count in sorted(self.own[origin].items()) if count > 0]
        if found:
            order = found[at % len(found)]
            self.acknowledge(bench, *bench.record(unpicked(order, place)))

    @rule(origin=name, at=choice)
    def pack(self, origin: str, at: int) -> None:
        bench = self.benches[origin]
        found = self.seen(bench, lambda order: order.packable)
        if found:
            order, row = found[at % len(found)]
            self.boxes += 1
            units = sum(line.to_pack for line in row.lines)
            sscc = f"{origin}-{self.boxes}"
            self.acknowledge(bench, *bench.record(*packed(order, sscc, units)))

    @rule(origin=name, at=choice)
    def claim(self, origin: str, at: int) -> None:
        self.benches[origin].steps.wish(f"shop:{1 + at % 4:02}")
        self.exchanges(origin, 3)

    # --- what happens between them ----------------------------------------------------------------

    @rule(
        origin=name, fault=st.sampled_from(["", "request", "answer", "twice"]), slow=st.booleans()
    )
    def exchange(self, origin: str, fault: str, slow: bool) -> None:
        """One step of a station's sync. slow: the engine has no time to look at its news yet."""
        bench = self.benches[origin]
        before = self.site.live_claims()
        bench.step(fault)
        for order, holder in self.site.live_claims().items():
            assert before.get(order, holder) == holder or holder != origin, f"I8: {order}"
        if not slow and bench.drain():
            self.touched.add(origin)

    @rule(origin=name, times=st.integers(3, 9))
    def exchanges(self, origin: str, times: int) -> None:
        for _ in range(times):
            self.exchange(origin, "", slow=False)

    @rule(times=st.integers(3, 9))
    def everybody_exchanges(self, times: int) -> None:
        for origin in NAMES:
            self.exchanges(origin, times)

    @rule(origin=name)
    def restart(self, origin: str) -> None:
        self.benches[origin].restart()
        self.look_into_the_journal(origin)
        self.touched.add(origin)

    @rule(origin=name)
    def die_while_rows_come(self, origin: str) -> None:
        bench = self.benches[origin]
        bench.file.kill = True
        for _ in range(3):
            bench.step()
            bench.drain()
        bench.file.kill = False
        self.look_into_the_journal(origin)
        self.touched.add(origin)

    @rule(origin=name)
    def go(self, origin: str) -> None:
        bench = self.benches[origin]
        bench.online = not bench.online
        bench.steps.disconnect()

    @rule(origin=name, by=st.sampled_from([-11, -1, 1, 11]))
    def set_clock(self, origin: str, by: int) -> None:
        self.benches[origin].clock.advance(days(by))

    @rule()
    def leases_run_out(self) -> None:
        self.clock.advance(LEASE.total_seconds() + 1)

    @rule()
    def back_up(self) -> None:
        self.site.backup()

    @rule()
    def restore(self) -> None:
        """The centre comes back as it was; the shop's file is read in again at once.

        Facts of a disk that was replaced before were at the centre alone: they are gone for good.
        """
        self.site.restore()
        for bench in self.benches.values():
            self.bury(bench)
        self.import_now()

    @rule(origin=name)
    def old_disk(self, origin: str) -> None:
        """The station's disk is replaced by its copy: what only this disk had is gone for good."""
        bench = self.benches[origin]
        bench.shut()
        shutil.copy(self.disk_copy(bench), bench.path)
        bench.open()
        self.touched.add(origin)
        self.bury(bench)
        journal = bench.journal()
        self.own[origin] = units_of(journal)
        self.on_disk[origin] = {fact.event_id for fact in journal}

    def bury(self, bench: Bench) -> None:
        """Facts that neither the station's disk nor the centre has any more."""
        kept = {fact.event_id for fact in bench.journal()}
        kept |= {row["event_id"] for row in self.site.events()}
        mine = self.acknowledged[bench.name]
        for lost in mine.keys() - kept:
            # Rows that were pulled earlier may still show it until the next pull.
            self.buried[mine[lost].subjects[0][1]] += mine[lost].kind == FactKind.UNIT_PICKED
            del mine[lost]

    # --- what must hold ---------------------------------------------------------------------------

    def acknowledge(self, bench: Bench, *facts: Fact) -> None:
        new = {fact.event_id: fact for fact in facts}
        self.acknowledged[bench.name].update(new)
        self.on_disk[bench.name].update(new)
        self.own[bench.name].update(units_of(facts))
        self.touched.add(bench.name)

    def look_into_the_journal(self, origin: str) -> None:
        """I1, after a program has ended in whatever way."""
        there = {fact.event_id for fact in self.benches[origin].journal()}
        lost = self.on_disk[origin] - there
        assert not lost, f"I1: the journal of {origin} lost {len(lost)} acknowledged facts"

    def seen(self, bench: Bench, wanted: Callable[[Order], bool]) -> list[tuple[str, Order]]:
        """Orders as one station sees them."""
        names = sorted(bench.file.rows.names(Kind.ORDER))
        rows = ((order, bench.world.order(order)) for order in names)
        return [(order, row) for order, row in rows if row is not None and wanted(row)]

    @invariant()
    def own_work_is_seen_once(self) -> None:
        """I6, with what is cached and with what is read anew."""
        total: Counter[str] = Counter(self.buried)
        for facts in self.acknowledged.values():
            for fact in facts.values():
                total[fact.subjects[0][1]] += fact.kind == FactKind.UNIT_PICKED
        undone = {order for own in self.own.values() for order, count in own.items() if count < 0}
        for origin in sorted(self.touched):
            bench = self.benches[origin]
            cached = dict(self.seen(bench, lambda _order: True))
            bench.file.rows.forget()
            for order, row in self.seen(bench, lambda _order: True):
                assert cached[order] == row, f"I6: {origin} shows an old {order}"
                units = sum(line.picked for line in row.lines)
                assert units <= total[order], f"I6: {origin} counts {order} double"
                mine = self.own[origin][order]
                assert order in undone or units >= mine, f"I6: {origin} lost its work on {order}"
        self.touched.clear()

    def teardown(self) -> None:
        try:
            self.check_the_end()
        finally:
            self.shop.close()
            self.port.close()
            for bench in self.benches.values():
                bench.close()
            self.site.close()
            shutil.rmtree(self.folder)

    def check_the_end(self) -> None:
        for bench in self.benches.values():
            bench.restart()
            self.look_into_the_journal(bench.name)
            bench.online = True
        self.import_now()
        for _ in range(2):
            for bench in self.benches.values():
                bench.settle()
        facts_arrived(self.site, self.benches, self.acknowledged)
        promised_once(self.site)
        rows_agree(self.site, self.benches, self.acknowledged)
