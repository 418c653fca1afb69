"""What must hold once every line works again, looked up in the files and in the centre itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Fact, Kind
from app.domain.reduce import ROW_TYPES, moves
from app.domain.rows.working_set import in_work
from app.store.centre.tables import ROWS, claim, event, stock_move
from app.store.station.meta import meta_of
from app.store.station.reader import StationReader
from app.store.station.tables import journal, meta
from tests.helpers.program import rows

LOOKS = 5

Line = tuple[str, bool, str]
"""What must hold, whether it does, and what was counted."""


@dataclass
class Findings:
    """What was looked at, and the numbers of the benchmark."""

    lines: list[Line] = field(default_factory=list)
    facts: int = 0
    lost: int = 0
    doubled: int = 0
    conflicts: int = 0

    def note(self, what: str, holds: bool, counted: str) -> None:
        self.lines.append((what, holds, counted))

    @property
    def broken(self) -> list[Line]:
        return [line for line in self.lines if not line[1]]

    def text(self) -> str:
        return "".join(
            f"  {'holds' if holds else 'BROKEN'}  {what}: {counted}\n"
            for what, holds, counted in self.lines
        )


@dataclass(frozen=True)
class Centre:
    """The centre as it is now."""

    events: list[Any]
    rows: dict[Kind, dict[str, str]]
    moved: list[Any]
    claims: dict[str, str]

    def values(self, kind: Kind) -> dict[str, Any]:
        return {
            name: codec.from_text(ROW_TYPES[kind], body) for name, body in self.rows[kind].items()
        }


def centre_of(url: str) -> Centre:
    with _connected(url) as db:
        return Centre(
            list(db.execute(sa.select(event))),
            {kind: _bodies(db, table) for kind, table in ROWS.items()},
            list(db.execute(sa.select(stock_move))),
            {row.order_id: row.origin for row in db.execute(sa.select(claim))},
        )


@contextmanager
def _connected(url: str) -> Iterator[sa.Connection]:
    engine = sa.create_engine(url)
    try:
        with engine.connect() as db:
            yield db
    finally:
        engine.dispose()


def _bodies(db: sa.Connection, table: sa.Table) -> dict[str, str]:
    return {row.id: row.body for row in db.execute(sa.select(table.c.id, table.c.body))}


# --- a station's file ------------------------------------------------------------------------


def facts_in(path: Path, origin: str) -> tuple[Fact, ...]:
    reader = StationReader(path, origin)
    try:
        return reader.facts_after(0, 10_000_000)
    finally:
        reader.close()


def drained(path: Path) -> bool:
    """Everything it knows is at the centre, and it has read that it is."""
    kept = meta_of(dict(rows(path, f"SELECT key, value FROM {meta.name}")))
    last = rows(path, f"SELECT coalesce(max(seq), 0) FROM {journal.name}")[0][0]
    return kept.cursor != "" and last == kept.acked == kept.applied


def different(path: Path, centre: Centre) -> list[str]:
    """Rows a station shows otherwise than the centre; finished ones may be missing there."""
    mine = {
        (kind, name): body for kind, name, body in rows(path, "SELECT kind, id, body FROM base")
    }
    theirs = {
        (kind.value, name): body
        for kind, found in centre.rows.items()
        for name, body in found.items()
    }
    wrong = [f"{key} differs" for key in mine if theirs.get(key) != mine[key]]
    for key in theirs.keys() - mine.keys():
        if in_work(codec.from_text(ROW_TYPES[Kind(key[0])], theirs[key])):
            wrong.append(f"{key} is missing")
    return wrong


# --- the invariants ------------------------------------------------------------------------------


def check(
    look: Callable[[], Centre], files: Mapping[str, Path], told: Mapping[str, int]
) -> Findings:
    """look: reads the centre. files: of every origin.

    told: station -> last number somebody was told is durable.
    """
    centre = look()
    found = Findings()
    journals = {origin: facts_in(path, origin) for origin, path in files.items()}
    _facts(found, centre, journals, told)
    _stock(found, centre, journals)
    wrong = [f"{name}: {what}" for name in told for what in different(files[name], centre)]
    count = sum(len(rows_of) for rows_of in centre.rows.values())
    found.note(
        "I4 every station shows the centre's rows, by its cursor (I7)",
        not wrong,
        f"{count} rows; {wrong[:3]}",
    )
    _packed_once(found, centre)
    _claims(found, look, files, told)
    return found


def _facts(
    found: Findings,
    centre: Centre,
    journals: Mapping[str, tuple[Fact, ...]],
    told: Mapping[str, int],
) -> None:
    times = Counter(row.event_id for row in centre.events)
    known = {fact.event_id for facts in journals.values() for fact in facts}
    found.facts = len(known)
    found.lost = sum(max(0, told[name] - len(journals[name])) for name in told)
    found.lost += sum(not times[name] for name in known)
    found.doubled = sum(count - 1 for count in times.values())
    found.conflicts = sum(row.verdict == "conflict" for row in centre.events)
    strange = len(times.keys() - known)
    found.note(
        "I1 no acknowledged fact is lost",
        not found.lost,
        f"{sum(told.values())} told, {found.facts} facts",
    )
    found.note(
        "I2 none is doubled, none invented", not (found.doubled or strange), f"{len(times)} events"
    )
    gaps = []
    for origin, facts in journals.items():
        there = sorted((r.seq, r.event_id) for r in centre.events if r.origin == origin)
        if there != [(n, fact.event_id) for n, fact in enumerate(facts, start=1)]:
            gaps.append(origin)
    found.note(
        "I2 per origin 1..n without a gap, in the journal's order",
        not gaps,
        f"{len(journals)} origins {gaps}",
    )


def _stock(found: Findings, centre: Centre, journals: Mapping[str, tuple[Fact, ...]]) -> None:
    wanted: Counter[tuple[str, str]] = Counter()
    for facts in journals.values():
        for fact in facts:
            for move in moves(fact):
                wanted[move.place, move.sku] += move.delta
    stored: Counter[tuple[str, str]] = Counter()
    for row in centre.moved:
        stored[row.place, row.sku] += row.delta
    wrong = [key for key in wanted.keys() | stored.keys() if wanted[key] != stored[key]]
    for name, place in centre.values(Kind.BIN).items():
        for item in place.stock:
            if place.quantity(item.sku) != stored[f"bin:{name}", item.sku]:
                wrong.append((name, item.sku))
    found.note(
        "I3 stock is the opening and the moves",
        not wrong,
        f"{len(centre.moved)} moves; {wrong[:3]}",
    )


def _packed_once(found: Findings, centre: Centre) -> None:
    open_for = {row.subject_id for row in centre.values(Kind.EXCEPTION).values() if not row.closed}
    twice = [
        name
        for name, order in centre.values(Kind.ORDER).items()
        if any(line.packed > line.ordered for line in order.lines)
    ]
    silent = [name for name in twice if name not in open_for]
    found.note(
        "I5 nothing is packed twice without an open exception",
        not silent,
        f"{len(centre.rows[Kind.ORDER])} orders, {len(twice)} packed twice, {silent[:3]}",
    )


def wrong_claims(files: Mapping[str, Path], centre: Centre) -> list[str]:
    """Orders that a station believes to be its own and another one has, by the centre or itself.

    files: of the stations. A claim on its way from the centre to a station is no wrong one: until
    it arrives the station believes in less than it has.
    """
    held = {
        name: {row[0] for row in rows(path, "SELECT order_id FROM reserve")}
        for name, path in files.items()
    }
    owners = Counter(order for orders in held.values() for order in orders)
    wrong = [order for order, count in owners.items() if count > 1]
    return wrong + [o for name in held for o in held[name] if centre.claims.get(o, name) != name]


def _claims(
    found: Findings,
    look: Callable[[], Centre],
    files: Mapping[str, Path],
    stations: Mapping[str, int],
) -> None:
    """A station believes in no lease that another one has.

    Idle stations pass orders to each other while this looks. A lease that moved between the look
    at the centre and the look at the files is looked at again.
    """
    mine = {name: files[name] for name in stations}
    wrong = wrong_claims(mine, look())
    for _ in range(LOOKS):
        wrong = wrong and wrong_claims(mine, look())
    found.note("I8 no order is claimed by two", not wrong, f"{wrong[:3]}")
