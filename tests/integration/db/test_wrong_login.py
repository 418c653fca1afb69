"""A station, an import or a question with the login of somebody else: one plain sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.facts import FactKind, Kind
from app.errors import Behind, WrongLogin
from app.store.admin import logins as centre_logins
from app.sync.centre import SqlCentre
from app.sync.news import LinkChanged
from app.sync.thread import SyncThread
from tests.helpers.model import START, about
from tests.helpers.program import run_program, wait_until
from tests.integration.db.test_roles import Centre, busy, centre

__all__ = ["busy", "centre"]
pytestmark = pytest.mark.postgres

SENTENCE = (
    "This login may not do that at the centre: it is another station's, or made for other work."
    " Use its own (packbench db roles)."
)


@pytest.mark.parametrize("login", ["P1", "report", "hub"])
def test_a_station_with_somebody_elses_login(busy: Centre, login: str) -> None:
    bench = busy.bench(login, "P2")
    bench.record(about(FactKind.HELP_CALLED, "shop:01"))
    with pytest.raises(WrongLogin) as told:
        bench.settle()
    assert str(told.value) == SENTENCE
    assert bench.file.waiting == 1


def test_a_station_goes_on_alone_and_says_why(busy: Centre) -> None:
    said: list[object] = []
    bench = busy.bench("P1", "P2")
    thread = SyncThread(bench.steps, said.append)
    thread.start()
    try:
        wait_until(lambda: said, "what the sync says")
    finally:
        thread.stop()
    [news] = said
    assert isinstance(news, LinkChanged)
    assert (news.online, news.behind, news.reason) == (False, Behind.LOGIN, SENTENCE)


def test_a_login_that_was_locked(busy: Centre) -> None:
    bench = busy.bench("P1")
    with busy.owner.begin() as db:
        centre_logins.lock(db, "P1")
    busy.engine("P1").dispose()
    with pytest.raises(WrongLogin, match="does not let this login in"):
        SqlCentre.open(busy.url_of("P1"), ManualClock(START))
    assert bench.file.waiting == 0


def test_a_question_that_a_login_may_not_ask(busy: Centre) -> None:
    port = SqlCentre.open(busy.url_of("P1"), ManualClock(START))
    with busy.owner.begin() as db:
        db.execute(sa.text("REVOKE SELECT ON event FROM pb_station"))
    with pytest.raises(WrongLogin):
        port.timeline(Kind.ORDER, "shop:01")
    port.close()


@pytest.mark.parametrize("login", ["P1", "report"])
def test_programs_end_with_the_sentence(busy: Centre, login: str, tmp_path: Path) -> None:
    script = tmp_path / "one.txt"
    script.write_text("scan B-ANN\n", "utf-8")
    orders = tmp_path / "orders.csv"
    orders.write_text("ref,sku,quantity\nSO-9,S0,1\n", "utf-8")
    for words in (
        ("replay", str(script), "--station", "P2"),
        ("import", str(orders), "--format", "packbench-csv", "--what", "orders"),
    ):
        ran = run_program(
            "--home", str(tmp_path / words[0]), *words, "--centre", busy.url_of(login)
        )
        assert ran.code == 1
        assert ran.err.splitlines()[-1] == SENTENCE
