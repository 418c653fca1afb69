"""Files to begin with, and what must hold when everybody has said everything."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.facts import Fact, Kind, Subject
from app.domain.reduce import moves
from app.store import schema
from app.store.centre.tables import ROWS, claim, promise, stock_move
from app.store.database import open_centre, open_station_writer
from app.sync.proof.promised import promise_findings
from tests.helpers.model import Bench, Site

BINS = ("B0", "B1")
STOCK = 50
Benches = Mapping[str, Bench]
Ledger = Mapping[str, Mapping[str, Fact]]
"""Origin -> event id -> a fact somebody was told is safe."""


def fast_folder() -> Path:
    """In memory where there is such a place: nothing here is about disks."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="pb", dir=memory if memory.is_dir() else None))


@cache
def empty_files() -> tuple[bytes, bytes]:
    """A station's file and a centre without content; migrating takes longer than an example."""
    folder = fast_folder()
    found = []
    for which, engine in {
        "station.db": open_station_writer(folder / "station.db"),
        "centre.db": open_centre(f"sqlite:{folder / 'centre.db'}"),
    }.items():
        schema.upgrade(engine, "station" if which == "station.db" else "centre")
        engine.dispose()
        found.append((folder / which).read_bytes())
    shutil.rmtree(folder)
    return found[0], found[1]


def promised_once(site: Site) -> None:
    """I9, and that no order has goods which nobody has claimed."""
    engine = open_centre(site.url)
    with engine.begin() as db:
        found = list(promise_findings(db))
    engine.dispose()
    assert not found, f"I9: {found[0].id}: {found[0].detail}"
    claimed = {row["order_id"] for row in site.rows(claim)}
    kept = {row["order_id"] for row in site.rows(promise)} - claimed
    assert not kept, f"I9: nobody has claimed {min(kept)}, and it keeps goods"


def facts_arrived(site: Site, benches: Benches, acknowledged: Ledger) -> None:
    """I1 and I2."""
    events = site.events()
    ids = {row["event_id"] for row in events}
    assert len(ids) == len(events), "I2: one event twice"
    for origin, bench in benches.items():
        mine = acknowledged[origin]
        journal = {fact.event_id for fact in bench.journal()}
        assert journal <= set(mine), "I1: a journal holds what nobody did"
        assert set(mine) <= ids, f"I2: {origin} lost {len(set(mine) - ids)} facts"
        here = [row for row in events if row["origin"] == origin]
        assert len(here) == len(mine), "I2: doubled"
        assert bench.file.meta.acked == bench.file.last_seq, (
            f"I2: {origin} is wrong on what is there"
        )
        lives = {row["incarnation"] for row in here}
        for life in lives:
            numbers = sorted(row["seq"] for row in here if row["incarnation"] == life)
            assert len(set(numbers)) == len(numbers), "I2: one number twice"


def shows(bench: Bench, orders: Mapping[str, Any], bins: Mapping[str, Any]) -> bool:
    """Exactly these rows, and no others."""
    return all(
        {key: bench.file.rows.at(Subject(kind, key)) for key in bench.file.rows.names(kind)} == rows
        for kind, rows in ((Kind.ORDER, orders), (Kind.BIN, bins))
    )


def all_show_the_same(site: Site, benches: Iterable[Bench]) -> None:
    """I4, and I7 where reading everything anew mends it."""
    orders = site.values(ROWS[Kind.ORDER], Kind.ORDER)
    bins = site.values(ROWS[Kind.BIN], Kind.BIN)
    for bench in benches:
        if shows(bench, orders, bins):
            continue
        bench.file.keep(replace(bench.file.meta, cursor=""))
        bench.restart()
        bench.settle()
        assert not shows(bench, orders, bins), f"I7: the cursor of {bench.name} skipped a change"
        raise AssertionError(f"I4: {bench.name} does not show what the centre shows")


def rows_agree(site: Site, benches: Benches, acknowledged: Ledger) -> None:
    """I3, I4, I5 and I7."""
    all_show_the_same(site, benches.values())
    orders = site.values(ROWS[Kind.ORDER], Kind.ORDER)
    bins = site.values(ROWS[Kind.BIN], Kind.BIN)
    wanted: Counter[str] = Counter()
    for facts in acknowledged.values():
        for fact in facts.values():
            for move in moves(fact):
                wanted[move.place] += move.delta
    stored: Counter[str] = Counter()
    for row in site.rows(stock_move):
        stored[row["place"]] += row["delta"]
    for place in BINS:
        assert stored[f"bin:{place}"] == STOCK + wanted[f"bin:{place}"], "I3: moves"
        assert bins[place].quantity("S0") == stored[f"bin:{place}"], "I3: the bin's own count"
    exceptions = site.values(ROWS[Kind.EXCEPTION], Kind.EXCEPTION).values()
    open_orders = {exception.subject_id for exception in exceptions}
    for order, row in orders.items():
        if any(line.packed > line.ordered for line in row.lines):
            assert order in open_orders, f"I5: {order} was packed twice in silence"
