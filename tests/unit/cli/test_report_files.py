"""A report's CSV: no text that a spreadsheet would run, and numbers that it can add up."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest

from app.cli.report_files import as_csv
from app.reports.tables import Cell, Table

AT = datetime(2026, 3, 3, tzinfo=UTC)


def written(cell: Cell) -> str:
    table = Table("Titles", ("a", "b"), (("x", cell),), "in words")
    rows = list(csv.reader(io.StringIO(as_csv("span", [table], AT).decode("utf-8-sig"))))
    assert rows[0] == ["report", "span"]
    assert (rows[1], rows[3]) == (["Titles", "a", "b"], ["Titles", "in words"])
    return rows[2][2]


@pytest.mark.parametrize(
    "hostile", ["=1+1", "+1", "@SUM(A1)", "-cmd|' /C calc'!A0", "\t=1", "\r=1"]
)
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(hostile: str) -> None:
    assert written(hostile) == f"'{hostile}"


@pytest.mark.parametrize(
    ("cell", "text"),
    [(-2.5, "-2.5"), (-3, "-3"), (None, "-"), ("-", "-"), ("", ""), ("café 1,5", "café 1,5")],
)
def test_numbers_and_plain_texts_are_left_as_they_are(cell: Cell, text: str) -> None:
    assert written(cell) == text
