"""A label is made for the printer that prints it: its resolution and its paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.compose.equipment import Others
from app.config import Config
from app.device_api import PrintResult, Proof
from app.paper import PAPERS
from app.station.desk import DeskWork
from app.station.messages import Message
from app.station.ports import LabelOrder
from devices.printers.runner import InlinePrinter
from devices.printers.spec import open_printer
from devices.simulators.zebra import VirtualZebra
from tests.helpers.printed import printed
from tests.unit.labels.samples import ENGLISH


@pytest.mark.parametrize("said", ["", ";dpi=300"])
def test_another_benchs_printer_gets_a_label_of_its_own_dpi_and_paper(
    tmp_path: Path, said: str
) -> None:
    heard: list[Message] = []
    with VirtualZebra(dpi=203) as ours, VirtualZebra(dpi=300) as theirs:
        others = Others(
            [("Z2", f"tcp:{theirs.host}:{theirs.port};paper=100x200{said}")], heard.append
        )
        own = InlinePrinter(open_printer(f"tcp:{ours.host}:{ours.port}"), heard.append)
        own.look()
        desk = DeskWork(
            heard.append,
            Config(),
            [own],
            documents=tmp_path,
            pictures=tmp_path,
            elsewhere=others.find,
        )
        order = LabelOrder("label-1-1", ENGLISH)
        desk.print_label(order)
        desk.print_label(replace(order, job_id="label-1-2", printer="Z2"))
        results = [one for one in heard if isinstance(one, PrintResult)]
        assert [one.proof for one in results] == [Proof.COUNTED, Proof.COUNTED]
        assert printed(ours.printed[0]).size == PAPERS["4x6"].dots(203)
        assert printed(theirs.printed[0]).size == PAPERS["100x200"].dots(300)


def test_the_benchs_own_printer_says_its_resolution_itself(tmp_path: Path) -> None:
    """`config.toml` says 203; the printer that stands there now has 300."""
    heard: list[Message] = []
    with VirtualZebra(dpi=300) as zebra:
        printer = InlinePrinter(open_printer(f"tcp:{zebra.host}:{zebra.port}"), heard.append)
        printer.look()
        assert printer.dpi == 300
        config = Config(dpi=203, paper="A6")
        desk = DeskWork(heard.append, config, [printer], documents=tmp_path, pictures=tmp_path)
        desk.print_label(LabelOrder("label-1-1", ENGLISH))
        desk.print_test("TEST-1")
        assert [printed(one).size for one in zebra.printed] == [PAPERS["A6"].dots(300)] * 2
