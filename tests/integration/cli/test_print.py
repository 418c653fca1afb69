"""`packbench print`: one label of a carrier's file, once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.device_api import Trouble
from app.labels.make import make_shipping_label
from app.paper import PAPERS
from devices.simulators.zebra import VirtualZebra
from tests.helpers.printed import printed
from tests.integration.cli.conftest import Cli
from tests.unit.labels.samples import ENGLISH
from tests.unit.labels.test_passthrough import FIRST, SECOND, pages


@pytest.fixture
def zebra() -> Iterator[VirtualZebra]:
    with VirtualZebra(dpi=300) as virtual:
        yield virtual


@pytest.fixture
def label(tmp_path: Path) -> Path:
    path = tmp_path / "label.pdf"
    path.write_bytes(make_shipping_label(ENGLISH, dpi=203).pdf)
    return path


def test_a_label_is_made_for_the_printer_that_prints_it(
    cli: Cli, zebra: VirtualZebra, label: Path
) -> None:
    ran = cli("print", label, "--printer", f"{zebra.spec};paper=4x8", "--json")
    assert (ran.code, ran.json["proof"], ran.json["page"]) == (0, "counted", 1)
    assert "00" + ENGLISH.sscc in ran.json["codes"]
    assert printed(zebra.printed[0]).size == PAPERS["4x6"].dots(300)


def test_the_same_label_is_printed_again_only_where_somebody_insists(
    cli: Cli, zebra: VirtualZebra, label: Path
) -> None:
    assert cli("print", label, "--printer", zebra.spec).code == 0
    again = cli("print", label, "--printer", zebra.spec)
    assert again.code == 1
    assert "This label was sent before. It was printed" in again.err and "--again" in again.err
    assert len(zebra.printed) == 1
    assert cli("print", label, "--printer", zebra.spec, "--again").code == 0
    assert len(zebra.printed) == 2


def test_after_a_doubt_the_printer_is_cleared_before_the_label_goes_out_again(
    cli: Cli, zebra: VirtualZebra, label: Path
) -> None:
    zebra.fault_with_next_job(Trouble.PAPER_OUT)
    first = cli("print", label, "--printer", zebra.spec)
    assert first.code == 1 and "may still come out" in first.err
    again = cli("print", label, "--printer", zebra.spec)
    assert again.code == 1 and "in doubt" in again.err
    # The paper is out, so it stays in doubt; afterwards the held label must not come beside it.
    zebra.fault(Trouble.PAUSED)
    insisted = cli("print", label, "--printer", zebra.spec, "--again")
    assert insisted.code == 1
    zebra.fault(None)
    assert cli("print", label, "--printer", zebra.spec, "--again").code == 0
    assert len(zebra.printed) == 1


def test_a_printer_that_took_nothing_leaves_no_trace(
    cli: Cli, zebra: VirtualZebra, label: Path
) -> None:
    zebra.fault(Trouble.HEAD_OPEN)
    assert cli("print", label, "--printer", zebra.spec).code == 1
    zebra.fault(None)
    assert cli("print", label, "--printer", zebra.spec).code == 0
    assert len(zebra.printed) == 1


def test_a_run_that_was_killed_while_it_sent_is_known(
    cli: Cli, zebra: VirtualZebra, label: Path, home: Path
) -> None:
    assert cli("print", label, "--printer", zebra.spec).code == 0
    (entry,) = (home / "sent-labels").iterdir()
    for text in (json.dumps(json.loads(entry.read_text()) | {"state": "sending"}), "{", "[]"):
        entry.write_text(text)
        ran = cli("print", label, "--printer", zebra.spec)
        assert ran.code == 1 and "Printing it was begun" in ran.err
    assert len(zebra.printed) == 1


def test_of_several_pages_one_is_printed_and_the_others_are_named(
    cli: Cli, zebra: VirtualZebra, tmp_path: Path
) -> None:
    path = tmp_path / "both.pdf"
    path.write_bytes(pages(FIRST, SECOND, "A form."))
    ran = cli("print", path, "--printer", zebra.spec)
    assert ran.code == 1 and "3 pages" in ran.err and "--number" in ran.err
    ran = cli("print", path, "--printer", zebra.spec, "--number", SECOND)
    assert (ran.code, len(zebra.printed)) == (0, 1)
    assert "page 1: not sent. Print it with --all." in ran.err
    assert "page 3: not sent. Print it with --all." in ran.err
    ran = cli("print", path, "--printer", zebra.spec, "--number", FIRST, "--all", "--again")
    assert (ran.code, len(zebra.printed)) == (0, 4)
    assert "page 2: sent, and counted" in ran.err


def test_words_that_are_no_paper_and_numbers_that_are_not_there(
    cli: Cli, zebra: VirtualZebra, label: Path
) -> None:
    ran = cli("print", label, "--printer", f"{zebra.spec};paper=4x7")
    assert ran.code == 2 and "no paper size" in ran.err
    ran = cli("print", label, "--printer", zebra.spec, "--number", "777")
    assert ran.code == 1 and "does not carry 777" in ran.err
    ran = cli("print", label, "--printer", zebra.spec, "--paper", "A6")
    assert ran.code == 0  # its margins are wide enough
    assert printed(zebra.printed[0]).size == PAPERS["A6"].dots(300)
