"""`packbench check`: every device, how it is, what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo terminals", allow_module_level=True)

from app.device_api import DeviceState, Trouble
from app.domain.facts import FactKind, NewFact
from app.errors import ExitCode
from devices.simulators.scales import SimulatedScale
from devices.simulators.serial_scanner import SimulatedSerialScanner
from devices.simulators.zebra import VirtualZebra
from tests.helpers.program import Program, environment, make_site, run_program, wait_until
from tests.helpers.scenario import Scene
from tests.integration.cli.conftest import Cli
from ui.words.troubles import TROUBLES

KEYS = {
    "kind",
    "device",
    "spec",
    "name",
    "state",
    "trouble",
    "detail",
    "abilities",
    "used",
    "remedy",
}


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as made:
        yield made


def used(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for row in found["devices"] if row["used"]]


def test_a_bench_with_nothing_named(cli: Cli) -> None:
    ran = cli("check", "--json")
    assert ran.code == ExitCode.OK
    assert all(set(row) == KEYS for row in ran.json["devices"])
    assert [row["kind"] for row in used(ran.json)] == ["scanner", "printer"]
    assert ran.json["self_test"] is None
    assert ran.json["sample"].startswith("Labels say SAMPLE: ")
    assert ran.json["sample"] in cli("check").err
    assert not any(row["remedy"] for row in used(ran.json))


def test_every_device_that_is_well(cli: Cli, stack: ExitStack) -> None:
    scanner = stack.enter_context(SimulatedSerialScanner("ssi"))
    scale = stack.enter_context(SimulatedScale("sics"))
    printer = stack.enter_context(VirtualZebra())
    specs = ("--scanner", scanner.spec, "--scale", scale.spec, "--printer", printer.spec)
    ran = cli("check", *specs, "--json")
    assert (ran.code, ran.err) == (ExitCode.OK, "")
    rows = used(ran.json)
    assert [(row["kind"], row["state"]) for row in rows] == [
        ("scanner", "ready"),
        ("scale", "ready"),
        ("printer", "ready"),
    ]
    assert [row["spec"] for row in rows[:2]] == [scanner.spec, scale.spec]
    assert "beep" in rows[0]["abilities"]
    assert {"status", "count"} <= set(rows[2]["abilities"])
    assert printer.printed == [], "nothing is printed for it"


def test_what_cannot_work_is_told_with_its_remedy(
    cli: Cli, stack: ExitStack, tmp_path: Path
) -> None:
    printer = stack.enter_context(VirtualZebra())
    printer.fault(Trouble.PAPER_OUT)
    words = ("--scanner", f"serial:{tmp_path}/none", "--printer", printer.spec)
    ran = cli("check", *words, "--json")
    assert ran.code == ExitCode.ERROR
    found = [(row["trouble"], row["remedy"]) for row in used(ran.json)]
    assert found == [
        (trouble.value, TROUBLES[trouble][1])
        for trouble in (Trouble.NOT_CONNECTED, Trouble.PAPER_OUT)
    ]
    said = cli("check", *words)
    assert said.code == ExitCode.ERROR
    for trouble in (Trouble.NOT_CONNECTED, Trouble.PAPER_OUT):
        assert all(word in said.out for word in TROUBLES[trouble])
    assert said.out.count("!! ") >= 2


def test_a_scale_that_is_silent(cli: Cli, stack: ExitStack) -> None:
    scale = stack.enter_context(SimulatedScale("sics"))
    scale.answer_with(b"")
    ran = cli("check", "--scale", scale.spec, "--json")
    (row,) = [row for row in used(ran.json) if row["kind"] == "scale"]
    assert (ran.code, row["trouble"]) == (ExitCode.ERROR, "not_answering")


def test_a_device_that_a_running_program_holds(stack: ExitStack, tmp_path: Path) -> None:
    scanner = stack.enter_context(SimulatedSerialScanner("none"))
    home = make_site(tmp_path / "home")
    words = ("check", "--home", tmp_path / "other", "--scanner", scanner.spec, "--json")
    holder = stack.enter_context(
        Program(
            "station",
            "--home",
            home,
            "--scanner",
            scanner.spec,
            env=environment(QT_QPA_PLATFORM="offscreen"),
        )
    )

    def held() -> dict[str, Any] | None:
        assert holder.process.poll() is None, holder.complaint()
        (row,) = [one for one in run_program(*words).answers[0]["devices"] if one["used"]][:1]
        return row if row["state"] != DeviceState.READY else None

    row: dict[str, Any] = wait_until(lambda: held() or {}, "the station to take the scanner")
    assert (row["state"], row["trouble"]) == ("busy", "port_busy")
    assert row["remedy"] == TROUBLES[Trouble.PORT_BUSY][1]
    assert run_program(*words).code == ExitCode.ERROR


@pytest.mark.parametrize(
    "words",
    [
        ("--scanner", "nonsense"),
        ("--scale", "nonsense"),
        ("--printer", "nonsense"),
        ("--scanner", "serial:/dev/ttyA", "--scanner", "serial:/dev/ttyA"),
    ],
    ids=["scanner", "scale", "printer", "twice"],
)
def test_a_wrong_word_is_a_sentence(cli: Cli, words: tuple[str, ...]) -> None:
    ran = cli("check", *words, "--json")
    assert ran.code == ExitCode.USAGE
    assert ran.json["error"].endswith(".")
    assert "mistake" not in ran.json["error"]


def test_a_printer_that_cannot_be_reached_is_not_ready(cli: Cli) -> None:
    """A raw printer tells nothing; that nobody listens at its address can be told all the same."""
    with VirtualZebra() as gone:
        spec = gone.spec
    ran = cli("check", "--printer", f"{spec};status=none", "--json")
    (row,) = [row for row in used(ran.json) if row["kind"] == "printer"]
    assert row["state"] != "ready"
    assert ran.code == ExitCode.ERROR


def test_the_last_self_test(cli: Cli, home: Path) -> None:
    scene = Scene(home)
    scene.open()
    assert scene.bench is not None
    body = {"print": "ok", "passed": True, "seconds": 17}
    fact = NewFact(FactKind.SELF_TESTED, (), body)
    scene.bench.file.record(None, [fact], at=scene.clock.now(), operator="11", device="")
    assert cli("check", "--json").json["self_test"] is None, "the station runs: its page shows it"
    scene.close()
    found = cli("check", "--json").json["self_test"]
    assert found == {"at": "2026-03-02T08:00:00+00:00", "operator": "11", **body}
    assert "Last self-test 2026-03-02T08:00:00 UTC: passed" in cli("check").out
    assert cli("check", "--station", "P2", "--json").json["self_test"] is None


def test_a_look_makes_no_home(cli: Cli, home: Path) -> None:
    cli("check")
    assert not home.exists() or {path.name for path in home.iterdir()} <= {"logs"}
