"""A workbook holds what the tables hold: texts as texts, numbers as numbers, never a formula."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from xml.etree import ElementTree as Xml

from app.reports.sheet import workbook
from app.reports.tables import Table, tables
from tests.helpers.model import START
from tests.unit.reports.days import one_order, report

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
AT = datetime(2026, 3, 3, 1, tzinfo=UTC)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://a")', "http://example.org", "007")


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def cells(book: zipfile.ZipFile, number: int) -> list[list[str | float | None]]:
    """The cells of a sheet as a spreadsheet would show them."""
    shared = Xml.fromstring(book.read("xl/sharedStrings.xml"))
    texts = ["".join(one.itertext()) for one in shared.findall("m:si", _NS)]
    sheet = Xml.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    found: list[list[str | float | None]] = []
    for row in sheet.findall(".//m:row", _NS):
        line: list[str | float | None] = []
        for cell in row.findall("m:c", _NS):
            value = cell.findtext("m:v", None, _NS)
            assert value is not None and cell.find("m:f", _NS) is None
            line.append(texts[int(value)] if cell.get("t") == "s" else float(value))
        found.append(line)
    return found


def test_texts_are_texts_and_numbers_are_numbers() -> None:
    rows = ((*HOSTILE[:3], 5, -2.5, Decimal("4.35"), None),)
    table = Table("T", tuple("abcdefg"), rows, "about it")
    found = cells(opened(workbook("span", [table], AT)), 1)
    assert found[0] == ["T, span"]
    assert found[1] == ["about it"]
    assert found[2] == list("abcdefg")
    assert found[3] == ["=1+1", "+1", "-1", 5, -2.5, 4.35]


def test_no_text_becomes_a_formula_or_a_link() -> None:
    table = Table("=T*", ("=x",), tuple((one,) for one in HOSTILE), "=about")
    with opened(workbook("=span", [table], AT)) as book:
        assert [row[0] for row in cells(book, 1)[3:]] == list(HOSTILE)
        for name in book.namelist():
            assert not re.search(rb"<f[ >]|<hyperlink", book.read(name)), name
            assert b'TargetMode="External"' not in book.read(name), name


def test_a_whole_report_is_a_sheet_a_table_and_the_same_bytes_each_time() -> None:
    made = list(tables(report(*one_order()), 7))
    content = workbook("span", made, AT)
    assert content == workbook("span", made, AT)
    with opened(content) as book:
        names = re.findall(rb'<sheet name="([^"]+)"', book.read("xl/workbook.xml"))
        assert [name.decode() for name in names] == [one.title for one in made]
        figures = cells(book, 1)
        assert ["Units picked", 3.0, "", 3.0, "units taken from bins"] in figures
        assert any(row[0] == f"{START.astimezone():%Y-%m-%d %H:00 %z}" for row in cells(book, 2))


def test_a_text_longer_than_a_cell_is_cut() -> None:
    table = Table("T", ("a",), (("x" * 40_000,),))
    (text,) = cells(opened(workbook("span", [table], AT)), 1)[-1]
    assert text == "x" * 32_767
