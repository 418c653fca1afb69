"""Proof that nobody changed the centre's past: hash chains, stock moves, and rows rebuilt.

Everything is read in one snapshot and streamed; a few hundred events are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import sqlalchemy as sa

from app.store.database import centre_faults, reading
from app.sync.proof.chain import chain_findings
from app.sync.proof.lives import life_findings
from app.sync.proof.promised import promise_findings
from app.sync.proof.rows import row_findings
from app.sync.proof.values import Finding, ProofTally

MOST = 1000
"""How many findings are reported one by one; the rest is counted."""


@dataclass
class Verified:
    """counted: how much was looked at. findings: the first MOST. more: how many came after them."""

    counted: ProofTally = field(default_factory=ProofTally)
    findings: list[Finding] = field(default_factory=list)
    more: int = 0

    @property
    def well(self) -> bool:
        return not self.findings


def verify(engine: sa.Engine) -> Verified:
    """Prove every event and row. Raises CentreAway."""
    found = Verified()
    with centre_faults(), reading(engine) as db:
        for finding in _all(db, found.counted):
            if len(found.findings) < MOST:
                found.findings.append(finding)
            else:
                found.more += 1
    return found


def _all(db: sa.Connection, tally: ProofTally) -> Iterator[Finding]:
    yield from chain_findings(db, tally)
    yield from life_findings(db)
    yield from row_findings(db, tally)
    yield from promise_findings(db)
