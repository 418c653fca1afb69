"""The rules by which a site's orders get their goods."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.domain.plan.allocate import CHAIN, Rules, Stage
from app.store.centre.settings import allocation
from tests.integration.db.conftest import Db


def test_a_site_chooses_its_chain_and_takes_it_back(engine: sa.Engine, url: str, db: Db) -> None:
    def rules() -> Rules:
        with engine.begin() as connection:
            return allocation(connection)

    assert rules() == Rules(CHAIN)
    assert db("allocation", "--url", url)["sites"] == {}
    words = ("--chain", "nearest", "fefo", "nearest", "--complete")
    done = db("allocation", *words, "--url", url)
    main = {"chain": ["nearest", "fefo"], "complete": True}
    assert done["sites"] == {"Main": main}
    assert rules() == Rules((Stage.NEAREST, Stage.FEFO), complete=True)
    db("allocation", "--site", "North", "--chain", "fefo", "--url", url)
    assert rules().stages == (Stage.NEAREST, Stage.FEFO)
    assert db("allocation", "--default", "--url", url)["sites"].keys() == {"North"}
    assert rules() == Rules(CHAIN)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--chain", "cheapest"), "cheapest"),
        (("--complete",), "belongs to --chain"),
    ],
)
def test_what_makes_no_sense_is_refused(
    engine: sa.Engine,
    url: str,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    told: str,
) -> None:
    from app.__main__ import main

    try:
        code = main(["db", "allocation", *words, "--url", url])
    except SystemExit as end:
        code = int(end.code or 0)
    assert code
    assert told in "".join(capsys.readouterr())
