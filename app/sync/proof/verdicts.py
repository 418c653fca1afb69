"""What the centre decided about each fact: applied, or kept as a conflict, and why."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from app.domain.facts import FactKind
from app.store.centre.tables import event
from app.sync.proof.values import Finding, streamed

_KINDS = frozenset(kind.value for kind in FactKind)
_DECIDED = sa.or_(event.c.verdict != "applied", event.c.reason != "")


class Decided:
    """The conflicts that the rules find while rows are built anew.

    unsure: a row could not be built from all its facts, so a conflict about it may be missing here.
    """

    def __init__(self) -> None:
        self._reasons: dict[str, set[str]] = {}
        self.unsure = False

    def add(self, event_id: str, reason: str) -> None:
        self._reasons.setdefault(event_id, set()).add(reason)

    def findings(self, db: sa.Connection) -> Iterator[Finding]:
        """The events whose verdict is another one than the rules give. Ends the collection."""
        query = sa.select(
            *(event.c[name] for name in ("event_id", "origin", "incarnation", "seq", "kind")),
            event.c.verdict,
            event.c.reason,
        )
        for row in streamed(db, query.where(_DECIDED)):
            reasons = self._reasons.pop(row.event_id, set())
            if row.kind not in _KINDS:
                reasons.add("unknown_kind")
            right = row.verdict == "conflict" and row.reason in reasons
            if not right and not (self.unsure and not reasons):
                yield self._finding(row.origin, row.incarnation, row.seq, row.event_id)
        left = sa.select(event.c.event_id, event.c.origin, event.c.incarnation, event.c.seq)
        for name in self._reasons:
            for row in db.execute(left.where(event.c.event_id == name)):
                yield self._finding(row.origin, row.incarnation, row.seq, name)

    @staticmethod
    def _finding(origin: str, incarnation: str, seq: int, event_id: str) -> Finding:
        detail = "its verdict is not what the rules say"
        return Finding("verdict_differs", detail, origin, incarnation, seq, event_id)
