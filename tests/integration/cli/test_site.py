"""`packbench site`: a supervisor decides a rule; centre and benches follow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.clock import SystemClock
from app.domain.plan.allocate import Ends
from app.errors import ExitCode
from app.paths import Home
from app.sync.centre import SqlCentre
from tests.helpers.scenario import Scene, scene
from tests.integration.cli.conftest import Cli

SITE = """\
given operator 11 badge=B-ANN roles=picker
given operator 90 badge=B-SUE roles=supervisor
scan B-ANN -> signed_in
"""


def rules(cli: Cli) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in cli("site", "list", "--json").json["rules"]}


def ends(played: Scene) -> str:
    assert played.bench is not None
    return played.bench.station.world.ends.value


def test_the_centre_and_the_benches_follow(cli: Cli, home: Path) -> None:
    with scene(home) as played:
        assert played.run(SITE) == []
        assert ends(played) == "either"
        assert (
            cli("site", "set", "expires_by", "best_before", "--operator", "90").code == ExitCode.OK
        )
        rule = rules(cli)["expires_by"]
        assert (rule["value"], rule["set"], rule["by"]) == ("best_before", True, "90")
        centre = SqlCentre.open(Home(home).centre_url, SystemClock())
        assert centre.ends() is Ends.BEST_BEFORE
        centre.close()
        played.do("wait 1")
        assert ends(played) == "best_before"
        cli("site", "set", "expires_by", "", "--operator", "90")
        played.do("wait 1")
        assert ends(played) == "either"
        assert not rules(cli)["expires_by"]["set"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("expires_by", "moon", "--operator", "90"), "one of either, expiry, best_before"),
        (("moon", "1", "--operator", "90"), "no rule moon"),
        (("expires_by", "expiry", "--operator", "11"), "takes a supervisor"),
        (("expires_by", "expiry", "--operator", "99"), "knows no person 99"),
    ],
)
def test_what_is_refused_changes_nothing(
    cli: Cli, home: Path, words: tuple[str, ...], told: str
) -> None:
    with scene(home) as played:
        assert played.run(SITE) == []
    done = cli("site", "set", *words)
    assert done.code != ExitCode.OK
    assert told in done.err
    assert not rules(cli)["expires_by"]["set"]
