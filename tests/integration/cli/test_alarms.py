"""`packbench alarms`: what is open is listed and acknowledged, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.clock import SystemClock
from app.domain.alarms import Alarm, Value
from app.domain.thresholds import AlarmKind, Thresholds
from app.errors import ExitCode
from app.sync.centre import SqlCentre
from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli

SITE = """\
given operator 11 badge=B-ANN roles=picker,packer
given operator 90 name=Ines badge=B-INES roles=supervisor
scan B-ANN -> signed_in
"""


@pytest.fixture
def site(cli: Cli, home: Path) -> Cli:
    with scene(home) as played:
        assert played.run(SITE) == []
    centre = SqlCentre.open(f"sqlite:{home / 'centre.db'}", SystemClock())
    now = SystemClock().now()
    device: dict[str, Value] = {"station": "P1", "device": "printer", "trouble": "paper_out"}
    truck: dict[str, Value] = {
        "carrier": "DHL",
        "at": "2026-03-02T15:30:00+00:00",
        "missed": 3,
        "late": 0,
    }
    found = [
        Alarm(AlarmKind.BIN_SHORTS, "A-1", now, {"count": 3, "hours": 8}),
        Alarm(AlarmKind.DEVICE_DOWN, "P1/printer", now, device),
        Alarm(AlarmKind.LATE_TO_CUT_OFF, "DHL/x", now.replace(year=2025), truck),
        Alarm(AlarmKind.BELOW_ZERO, "A-2", now, {}),
    ]
    centre.reconcile(found, Thresholds(device_minutes=0))
    centre.close()
    return cli


def test_alarms_are_listed_in_words_and_as_json(site: Cli) -> None:
    told = site("alarms", "list").out
    for words in (
        "A-1: goods missed: 3× in 8 h",
        "P1: printer: paper out",
        "DHL 2026-03-02 15:30 UTC: 3 will miss it",
        "A-2: stock below zero",
    ):
        assert words in told
    listed = site("alarms", "list", "--json").json["alarms"]
    assert {(one["kind"], one["acknowledged_by"]) for one in listed} == {
        ("bin_shorts", ""),
        ("device_down", ""),
        ("late_to_cut_off", ""),
        ("below_zero", ""),
    }


def test_a_supervisor_acknowledges_once_and_nobody_else(site: Cli) -> None:
    name = site("alarms", "list", "--json").json["alarms"][0]["id"]
    refused = site("alarms", "ack", name, "--operator", "11")
    assert refused.code == ExitCode.ERROR and "takes a supervisor" in refused.err
    assert "knows no person 12" in site("alarms", "ack", name, "--operator", "12").err
    done = site("alarms", "ack", name, "--operator", "90", "--json").json
    assert done == {"alarm": name, "acknowledged_by": "90"}
    again = site("alarms", "ack", name, "--operator", "90")
    assert again.code == ExitCode.ERROR and "90 has acknowledged" in again.err
    assert "No open alarm is x." in site("alarms", "ack", "x", "--operator", "90").err
    assert site("alarms", "list").out.count(" 90\n") == 1


def test_a_quiet_site_has_none(cli: Cli, home: Path) -> None:
    with scene(home) as played:
        assert played.run(SITE) == []
    assert cli("alarms", "list").out == "None.\n"
