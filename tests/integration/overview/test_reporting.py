"""Reports are made on a thread beside the window, on both databases, and saved into files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli.report_screen import report_for_screen
from app.clock import ManualClock
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.files import WriteTrouble
from app.overview.asking import AskThread, Came, Told
from app.overview.office import Office
from app.overview.order.view import Saved
from app.overview.report.view import Persons, ReportView, Span
from app.paths import Home
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.helpers.model import START, about, packed, placed
from tests.helpers.program import wait_until
from tests.integration.sync.test_push import push, record

K = FactKind
SSCC = "095213210000000018"


@pytest.fixture
def told() -> list[Told]:
    return []


@pytest.fixture
def asking(
    url: str, centre: SqlCentre, station: Callable[[str], StationFile], told: list[Told]
) -> Iterator[AskThread]:
    file = station("P1")
    people = (
        NewFact(
            K.OPERATOR_SET,
            (Subject(Kind.OPERATOR, number),),
            {"operator": number, "name": number, "badge_sha256": "", "roles": [role]},
        )
        for number, role in (("1", "supervisor"), ("2", "packer"))
    )
    record(file, *people, placed("1", 1), *packed("shop:1", SSCC, 1), about(K.PACK_LEFT, "shop:1"))
    push(centre, file)
    clock = ManualClock(START + timedelta(minutes=5))
    one = AskThread(lambda: SqlCentre.open(url, clock), clock, told.append)
    one.start()
    yield one
    assert one.stop()


def answer(told: list[Told], number: int) -> Told:
    wait_until(lambda: any(one.number == number for one in told), "an answer")
    return next(one for one in told if one.number == number)


def office(asking: AskThread, home: Path, *, personal: bool = True) -> Office:
    clock = ManualClock(START + timedelta(minutes=5))
    return Office(asking, Home(home), clock, report_for_screen, personal_reports=personal)


def test_a_report_and_its_files(asking: AskThread, told: list[Told], tmp_path: Path) -> None:
    one = office(asking, tmp_path)
    view = answer(told, one.report(Span.HOURS)).value
    assert isinstance(view, ReportView)
    figures = {row[0]: row[1] for row in view.tables[0].rows}
    assert figures["Orders packed"] == "1"
    assert view.persons is Persons.NOT_ASKED
    assert "By person" not in {table.title for table in view.tables}
    for form in view.forms:
        saved = answer(told, one.save_report(form)).value
        assert isinstance(saved, Saved) and saved.trouble is None
        path = Path(saved.path)
        assert (path.parent, path.suffix) == (tmp_path / "documents", f".{form}")
        assert path.stat().st_size > 100
    assert "Orders packed" in next(tmp_path.glob("documents/*.csv")).read_text("utf-8-sig")


def test_a_folder_that_cannot_be_written(
    asking: AskThread, told: list[Told], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "documents").write_text("a file is in the way")
    one = office(asking, home)
    answer(told, one.report(Span.HOURS))
    saved = answer(told, one.save_report("csv")).value
    assert isinstance(saved, Saved)
    assert saved.trouble is WriteTrouble.OTHER


@pytest.mark.parametrize(
    ("asker", "personal", "persons"),
    [
        ("1", True, Persons.SHOWN),
        ("2", True, Persons.REFUSED),
        ("9", True, Persons.REFUSED),
        ("", True, Persons.NOBODY),
        ("1", False, Persons.OFF),
    ],
)
def test_single_persons(
    asking: AskThread,
    told: list[Told],
    tmp_path: Path,
    asker: str,
    persons: Persons,
    *,
    personal: bool,
) -> None:
    one = office(asking, tmp_path, personal=personal)
    found = answer(told, one.report(Span.HOURS, persons=True, asker=asker))
    assert found.came is Came.ANSWERED
    view = found.value
    assert isinstance(view, ReportView)
    assert view.persons is persons
    saved = answer(told, one.save_report("csv")).value
    assert isinstance(saved, Saved)
    shows = any(table.title == "By person" for table in view.tables)
    saves = "By person" in Path(saved.path).read_text("utf-8-sig")
    assert (shows, saves) == (persons is Persons.SHOWN, persons is Persons.SHOWN)
