"""What spreadsheets do to codes is named, and never stored."""

from __future__ import annotations

import pytest

from app.intake import cells
from app.intake.cells import CellError
from tests.unit.intake.conftest import Read


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("4.01235E+12", "rounded"),
        ("4,01235E+12", "rounded"),
        ("1.23457e+11", "rounded"),
        ("4E+12", "rounded"),
        ('="MUG-BLUE"', "formula"),
        ('=HYPERLINK("http://x")', "formula"),
        ("=1+1", "formula"),
        ("#REF!", "error of a spreadsheet"),
        ("#N/A", "error of a spreadsheet"),
        ("########", "error of a spreadsheet"),
        ("'01234", "apostrophe"),
        ("４０１２", "full-width"),
        ("ＭＵＧ", "full-width"),
        ("MUG\u200bBLUE", r"U\+200B"),
        ("MUG\u00a0BLUE", r"U\+00A0"),
        ("\ufeffMUG", r"U\+FEFF"),
    ],
)
def test_codes_that_are_no_longer_what_they_were(value: str, words: str) -> None:
    with pytest.raises(CellError, match=words):
        cells.code("sku", value)


@pytest.mark.parametrize("value", ["#1001", "1E5", "MUG-BLUE", "C1E+X", "=", "杯子-1", "A+B", "ÄÖ"])
def test_codes_that_only_look_odd(value: str) -> None:
    assert cells.code("sku", value) == value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("12345678905", "lost its leading zero: it is 012345678905"),
        ("4012345678901 4012345678918", "two codes"),
        ("4012345678901,4012345678918", "two codes"),
        ("4012345678901\n4012345678918", "two codes"),
        ("4012345678901.0", "decimals"),
    ],
)
def test_barcodes_that_are_no_longer_what_they_were(value: str, words: str) -> None:
    with pytest.raises(CellError, match=words):
        cells.barcode("barcodes", value)


def test_a_text_loses_what_nobody_sees_and_keeps_joiners() -> None:
    assert cells.text("name", "\u200bAda\ufeff \u202eExample\u2069") == "Ada Example"
    assert cells.text("name", "क्‍ष") == "क्‍ष"


@pytest.mark.parametrize("value", ["'01234", "4.917E+11", "#REF!", '="01234"'])
def test_a_postcode_that_is_no_longer_what_it_was(value: str) -> None:
    with pytest.raises(CellError, match="spreadsheet"):
        cells.digits("postcode", value)
    assert cells.digits("postcode", "01234") == "01234"
    assert cells.text("note", "=) thanks, #7") == "=) thanks, #7"


def test_a_damaged_code_never_takes_a_products_place(read: Read) -> None:
    text = "sku,name,barcodes\nMUG,Mug,4.01235E+12\nPOT,Pot,4012345678901\n"
    parsed = read(text, "packbench-csv", "products")
    assert [one.sku for one in parsed.documents] == ["POT"]
    assert [(one.row, one.column) for one in parsed.rejected] == [(2, "barcodes")]


def test_two_orders_do_not_become_one_by_a_rounded_number(read: Read) -> None:
    text = "ref,placed_at,sku,quantity\n" + "1.23457E+11,2026-11-02T08:15:00Z,MUG,1\n" * 2
    parsed = read(text.replace("MUG", "POT", 1), "packbench-csv")
    assert parsed.documents == []
    assert {fault.column for fault in parsed.rejected} == {"ref"}
