"""The state machine on both databases, and planted bugs that it must find."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa
import uuid_utils
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from app.domain.facts import Fact, Subject
from app.store.station_values import IndexedRow
from app.sync.centre import LEASE, SqlCentre
from app.sync.port import Claim, Pushed
from tests.conftest import StrayLogs
from tests.helpers.model import FragileFile, Killed
from tests.integration.sync.machine import Warehouse


def run(machine: type[Warehouse], examples: int, steps: int = 40, first: int | None = None) -> None:
    wanted = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        print_blob=False,
        report_multiple_bugs=False,
        phases=[Phase.generate],  # shrinking takes minutes; the printed steps say enough
        suppress_health_check=list(HealthCheck),
    )
    if first is None:
        run_state_machine_as_test(machine, settings=wanted)
    else:
        run_state_machine_as_test(seed(first)(machine), settings=wanted)


@pytest.fixture(autouse=True)
def quarrels(stray_logs: StrayLogs) -> None:
    """Fenced twins and gaps are what is tried here."""
    stray_logs.expected.add("app.sync.worker")


# The same runs everywhere; PACKBENCH_SEED=N goes where nobody has been.
SEED = int(os.environ.get("PACKBENCH_SEED", "1"))


def test_nothing_is_lost_doubled_or_shown_wrong() -> None:
    run(Warehouse, examples=40, first=SEED)


@pytest.mark.postgres
def test_nothing_is_lost_doubled_or_shown_wrong_on_postgres(postgres_url: str) -> None:
    class OnPostgres(Warehouse):
        url = postgres_url

    SqlCentre.open(postgres_url, None).close()  # type: ignore[arg-type]  # only the schema
    run(OnPostgres, examples=5, first=SEED)


# --- planted bugs --------------------------------------------------------------------------------


class NoDedupe(SqlCentre):
    """A lost answer is pushed again, and taken for something new."""

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        with self._engine.begin() as db:
            me = db.execute(self._me(origin, incarnation)).one()
            again = [fact for fact in facts if fact.seq <= me.last_seq]
            fresh = [replace(fact, event_id=str(uuid_utils.uuid7())) for fact in again]
            self._apply(db, fresh, self._now(db))
        return super().push(origin, incarnation, epoch, facts)


class NoFence(SqlCentre):
    """What has a number that is here already is taken for known."""

    def _known(self, db: sa.Connection, ids: Sequence[str]) -> set[str]:
        found = super()._known(db, ids)
        return found if found else set(ids)


class FreeClaims(SqlCentre):
    """Whoever asks is given the order."""

    def _claim_one(self, db: sa.Connection, origin: str, order: str, now: datetime) -> Claim:
        self._grant(db, origin, order, now + LEASE)
        return Claim({order: now + LEASE})


class NoWatermark(SqlCentre):
    """A pull says that everything is applied."""

    def pull(self, origin: str, incarnation: str, epoch: str, cursor: str) -> Any:
        return replace(super().pull(origin, incarnation, epoch, cursor), applied=0)


class CursorFirst(FragileFile):
    """The cursor is durable before the rows are."""

    def take_over(
        self, rows: Sequence[IndexedRow], *, full: bool, values: dict[str, str]
    ) -> tuple[Subject, ...]:
        self.set(**values)
        self.maybe_die()
        return super().take_over(rows, full=full, values=values)


class BugNoDedupe(Warehouse):
    centres = NoDedupe


class BugNoFence(Warehouse):
    centres = NoFence


class BugFreeClaims(Warehouse):
    centres = FreeClaims


class BugNoWatermark(Warehouse):
    centres = NoWatermark


class BugCursorFirst(Warehouse):
    files = CursorFirst


@pytest.mark.parametrize(
    "machine",
    [
        BugNoDedupe,
        BugNoFence,
        BugFreeClaims,
        BugNoWatermark,
        BugCursorFirst,
    ],
)
def test_a_planted_bug_is_found(machine: type[Warehouse]) -> None:
    """Some bugs need a rare order of events: up to six times sixty runs are given to find one."""
    for first in range(SEED, SEED + 6):
        try:
            run(machine, examples=60, first=first)
        except Killed:
            raise
        except Exception:  # noqa: BLE001  what it breaks first is its own affair
            return
    pytest.fail(f"nobody noticed {machine.__name__}")
