"""Each origin's hash chain, computed again.

A fact's hash covers its content and the hash of the fact before it. Each hash is computed from the
stored hash before it, so one changed event is one finding. A copied disk goes on from a fact it
shares with the original, under its own incarnation: the fact before may be of any incarnation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from app.domain.facts import Fact, chain_hash
from app.domain.reduce import moves
from app.store.centre.archive import archived
from app.store.centre.moves import move_columns
from app.store.centre.tables import event, stock_move
from app.sync.proof.values import Finding, ProofTally, parts, stored_fact, streamed

_NEAR = 50
"""A fact that was moved by more numbers than this is reported as changed."""
_TRIES = 200
"""How many changed facts are looked for at other places; later ones are reported as changed."""


def chain_findings(db: sa.Connection, tally: ProofTally) -> Iterator[Finding]:
    taken_out = bool(archived(db))
    query = sa.select(event).order_by(event.c.origin, event.c.seq, event.c.incarnation)
    left = _TRIES
    for rows in _with_moves(db, query):
        for finding in rows:
            if finding.what == "changed" and left:
                left -= 1
                finding = _perhaps_moved(db, finding)  # noqa: PLW2901  the finding in other words
            if finding.what == "missing" and taken_out:
                tally.archived += 1
            else:
                yield finding
        tally.events += 1
    yield from _unexplained_moves(db)


def _with_moves(db: sa.Connection, query: sa.Select[Any]) -> Iterator[list[Finding]]:
    """A list of findings for each event, most of them empty."""
    chain = _Chain()
    for part in parts(streamed(db, query)):
        stored = _moves_of(db, [row.event_id for row in part])
        for row in part:
            try:
                fact = stored_fact(row)
            except (ValueError, TypeError, KeyError):
                yield [_about(row, "unreadable", "its text is damaged")]
                continue
            found = list(chain.follow(fact))
            if stored.get(fact.event_id, []) != _wanted_moves(fact):
                found.append(_about(fact, "moves_differ", "its stock moves are not what it says"))
            yield found


class _Chain:
    """Follows one origin after the other, by sequence number; keeps hashes of two numbers only."""

    def __init__(self) -> None:
        self._origin: str | None = None
        self._seq = 0
        self._here: list[str] = []
        self._before: list[str] = [""]

    def follow(self, fact: Fact) -> Iterator[Finding]:
        if fact.origin != self._origin:
            self._origin, self._seq, self._here, self._before = fact.origin, 0, [""], [""]
        if fact.seq != self._seq:
            if fact.seq > self._seq + 1:
                what = f"{self._seq + 1}" if fact.seq == self._seq + 2 else ""
                what = what or f"{self._seq + 1} to {fact.seq - 1}"
                yield replace(_about(fact, "missing", f"{what} before it is not there"))
                self._before = []
            else:
                self._before = self._here
            self._seq, self._here = fact.seq, []
        self._here.append(fact.hash)
        # After a gap there is nothing to compute from; the gap itself was named.
        if self._before and all(chain_hash(one, fact) != fact.hash for one in self._before):
            yield _about(fact, "changed", "its hash does not fit what it says")


def _perhaps_moved(db: sa.Connection, finding: Finding) -> Finding:
    """The finding as "reordered" where the event fits at another place of its origin's chain."""
    near = (
        sa.select(event)
        .where(event.c.origin == finding.origin)
        .where(event.c.seq.between(finding.seq - _NEAR, finding.seq + _NEAR))
    )
    facts = {}
    for row in db.execute(near):
        try:
            facts[row.event_id] = stored_fact(row)
        except (ValueError, TypeError, KeyError):
            continue
    me = facts.get(finding.event_id)
    if me is None:
        return finding
    hashes = {"", *(fact.hash for fact in facts.values())}
    for seq in sorted({fact.seq for fact in facts.values()}):
        moved = replace(me, seq=seq)
        if any(chain_hash(one, moved) == me.hash for one in hashes):
            if seq == me.seq:
                return replace(finding, what="reordered", detail="another fact stands before it")
            return replace(finding, what="reordered", detail=f"it was number {seq}")
    return finding


def _moves_of(db: sa.Connection, ids: list[str]) -> dict[str, list[dict[str, Any]]]:
    move = stock_move.c
    told = [column for column in move if column.name not in {"n", "site"}]
    query = sa.select(*told).where(move.event_id.in_(ids)).order_by(move.event_id, move.n)
    return {
        name: [{key: row[key] for key in row if key != "event_id"} for row in rows]
        for name, rows in groupby(db.execute(query).mappings(), key=lambda row: row["event_id"])
    }


def _wanted_moves(fact: Fact) -> list[dict[str, Any]]:
    try:
        return [move_columns(move) for move in moves(fact)]
    except (KeyError, TypeError, ValueError):
        return []  # the fact's text was changed; the chain reports it


def _unexplained_moves(db: sa.Connection) -> Iterator[Finding]:
    query = sa.select(stock_move.c.event_id).distinct()
    query = query.where(~sa.exists().where(event.c.event_id == stock_move.c.event_id))
    if archived(db):
        return
    for row in streamed(db, query):
        yield Finding("moves_unexplained", "stock moves of no event", event_id=row.event_id)


def _about(fact: Any, what: str, detail: str) -> Finding:
    """fact: a fact or an event row."""
    return Finding(what, detail, fact.origin, fact.incarnation, fact.seq, fact.event_id)
