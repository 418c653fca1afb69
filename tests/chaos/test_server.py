"""The server dies in mid-push; it is set back to a backup in mid-shift."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import SystemClock
from app.domain.facts import FactKind
from app.store import schema
from app.store.admin import backup as centre_backup
from app.store.admin.backup import SSCC_SKIP
from app.store.database import open_centre
from tests.chaos import invariants
from tests.chaos.benches import benches
from tests.chaos.cluster import Cluster
from tests.chaos.work import more_facts, must_hold, people
from tests.helpers.fault_proxy import Fault
from tests.helpers.program import wait_until

pytestmark = pytest.mark.postgres

# A fact's kind goes over the line in a push only; statements are known to the server by a number.
IN_THE_PUSH = (FactKind.UNIT_PICKED.value.encode(),)
AT_ITS_END = (*IN_THE_PUSH, b"COMMIT")


@pytest.mark.parametrize(("fault", "words"), [(Fault.STALL, IN_THE_PUSH), (Fault.DEAF, AT_ITS_END)])
def test_a_server_killed_in_a_push(
    centre: Cluster, tmp_path: Path, fault: Fault, words: tuple[bytes, ...]
) -> None:
    """Before its commit nothing of the push is there, after it all is; the station cannot know."""
    with benches(centre, tmp_path, count=2, orders=60) as floor:
        with people(floor):
            more_facts(floor.desks, 20)
            line = floor.desks[0].line
            line.be(fault, after=words)
            wait_until(lambda: line.fault is fault, "the push")
            centre.die()
            more_facts(floor.desks, 20)  # nobody waits for the server
            centre.come_back()
            line.be(Fault.NONE)
            more_facts(floor.desks, 20)
        must_hold(floor, f"the server died after {words[-1].decode()}, line {fault}")


def set_back(centre: Cluster, file: Path) -> None:
    """The database is lost; a new one of its name is made from the backup, as an administrator does."""
    url = sa.make_url(centre.url)
    main = sa.create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with main.connect() as db:
        db.execute(sa.text(f'DROP DATABASE "{url.database}" WITH (FORCE)'))
        db.execute(sa.text(f'CREATE DATABASE "{url.database}" TEMPLATE template0'))
    main.dispose()
    engine = open_centre(centre.url)
    done = centre_backup.restore(
        file, engine, sscc_skip=SSCC_SKIP, at=SystemClock().now(), environ=os.environ
    )
    schema.check(engine)
    engine.dispose()
    assert done["epoch_before"]


def test_a_backup_is_restored_in_mid_shift(centre: Cluster, tmp_path: Path) -> None:
    file = tmp_path / "noon.backup"
    with benches(centre, tmp_path, count=2, orders=60) as floor:
        with people(floor):
            more_facts(floor.desks, 20)
            centre_backup.backup(sa.make_url(centre.url), file, os.environ)
            known = len(invariants.centre_of(centre.url).events)
            wait_until(
                lambda: len(invariants.centre_of(centre.url).events) >= known + 40,
                "facts that the backup does not know",
            )
            for desk in floor.desks:
                desk.line.be(Fault.REFUSE)
                desk.line.cut()
            before = invariants.centre_of(centre.url)
            set_back(centre, file)
            forgotten = len(before.events) - len(invariants.centre_of(centre.url).events)
            assert forgotten > 0
            more_facts(floor.desks, 10)  # the stations go on working
            for desk in floor.desks:
                desk.line.be(Fault.NONE)
            more_facts(floor.desks, 10)
        must_hold(floor, f"a restored centre had forgotten {forgotten} facts")
