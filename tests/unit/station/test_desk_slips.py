"""Packing slips at the desk: on paper where somebody wants one, with the site's logo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.config import Config, load
from app.device_api import PageFormat, PrintJob
from app.station.desk import DeskWork
from app.station.ports import DocumentOrder
from tests.conftest import StrayLogs
from tests.unit.labels.test_documents import slip

LABELS = (PageFormat.ZPL, PageFormat.PNG)
PAGES = (PageFormat.PDF,)


class FakePrinter:
    """Keeps what it is given."""

    device = "fake"
    dpi = 203
    paper = None

    def __init__(self, formats: tuple[PageFormat, ...]) -> None:
        self.formats = formats
        self.jobs: list[PrintJob] = []

    def print(self, job: PrintJob) -> None:
        self.jobs.append(job)


MakeDesk = Callable[..., DeskWork]


@pytest.fixture
def desk(tmp_path: Path) -> MakeDesk:
    def make(*printers: FakePrinter, logo: Path | None = None) -> DeskWork:
        return DeskWork(
            lambda _message: None,
            Config(),
            printers,
            documents=tmp_path / "documents",
            pictures=tmp_path / "pictures",
            logo=logo,
        )

    return make


def order(*, printed: bool) -> DocumentOrder:
    return DocumentOrder("slip", slip().sscc, slip(), "en", printed)


def filed(tmp_path: Path) -> bytes:
    (path,) = (tmp_path / "documents").glob("slip-*.pdf")
    return path.read_bytes()


def test_a_slip_is_printed_where_pages_are_and_only_if_it_is_wanted(
    desk: MakeDesk, tmp_path: Path
) -> None:
    labels, pages = FakePrinter(LABELS), FakePrinter(PAGES)
    at = desk(pages, labels)
    at.file_document(order(printed=False))
    assert (labels.jobs, pages.jobs) == ([], [])
    at.file_document(order(printed=True))
    (job,) = pages.jobs
    assert job.payloads == {PageFormat.PDF: filed(tmp_path)}
    assert labels.jobs == []


def test_without_a_printer_of_pages_it_lies_in_the_folder(desk: MakeDesk, tmp_path: Path) -> None:
    labels = FakePrinter(LABELS)
    desk(labels).file_document(order(printed=True))
    assert labels.jobs == []
    assert filed(tmp_path).startswith(b"%PDF")


def test_a_logo_is_on_it_and_one_that_is_none_stops_no_slip(
    desk: MakeDesk, tmp_path: Path, stray_logs: StrayLogs
) -> None:
    desk().file_document(order(printed=False))
    plain = filed(tmp_path)
    logo = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), (200, 0, 0)).save(logo)
    desk(logo=logo).file_document(order(printed=False))
    assert filed(tmp_path) != plain
    stray_logs.expected.add("app.station.desk")
    logo.write_bytes(b"no picture")
    desk(logo=logo).file_document(order(printed=False))
    assert filed(tmp_path) == plain
    desk(logo=tmp_path / "gone.png").file_document(order(printed=False))
    assert filed(tmp_path) == plain


def test_a_site_says_how_something_comes_back(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        'print_slips = true\nlogo = "logo.png"\n[returns]\nen = "Within 30 days."\n', "utf-8"
    )
    config = load(tmp_path)
    assert (config.print_slips, config.logo) == (True, "logo.png")
    assert config.returns == {"en": "Within 30 days."}
