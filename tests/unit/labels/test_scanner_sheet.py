"""The sheet a scanner is set up with, read back from its PDF."""

from __future__ import annotations

import io

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import pytest
from PIL import Image

from app.domain.bench.scanner_check import GS, SHEET
from app.labels.errors import LabelError
from app.labels.scanner_sheet import scanner_sheet
from tests.helpers.program import codes_in

PRINTERS = [("PBPRN-Z2", "Z2"), ("PBPRN-Dock 4", "Dock 4")]


def pages(pdf: bytes) -> list[tuple[Image.Image, str]]:
    """Picture and text of each page."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [
            (page.render(scale=4).to_pil(), page.get_textpage().get_text_bounded())
            for page in document
        ]
    finally:
        document.close()


def test_every_code_of_the_sheet_can_be_read() -> None:
    ((picture, text),) = pages(scanner_sheet(SHEET, []))
    assert codes_in(picture) == {code.replace(GS, "") for code in SHEET}
    assert "1" in text and "扫描枪" in text and "PBCXTEST" in text


def test_only_the_code_with_a_separator_is_gs1() -> None:
    """An independent reader tells GS1-128 by the symbol's first character (FNC1)."""
    zxing = pytest.importorskip("zxingcpp")
    ((picture, _),) = pages(scanner_sheet(SHEET, []))
    found = {one.text.replace("<GS>", GS): one for one in zxing.read_barcodes(picture)}
    gs1 = {text for text, one in found.items() if one.content_type.name.upper().startswith("GS1")}
    assert len(found) == len(SHEET)
    assert len(gs1) == 1


def test_the_printers_barcodes_carry_their_names() -> None:
    ((picture, text),) = pages(scanner_sheet(SHEET, PRINTERS))
    assert {code for code, _ in PRINTERS} <= codes_in(picture)
    for _, name in PRINTERS:
        assert name in text


def test_many_printers_take_more_pages_and_none_is_lost() -> None:
    many = [(f"PBPRN-Z{number}", f"Z{number}") for number in range(1, 20)]
    made = pages(scanner_sheet(SHEET, many))
    assert len(made) > 2
    read = set().union(*(codes_in(picture) for picture, _ in made))
    assert {code for code, _ in many} <= read


@pytest.mark.parametrize("name", ["Wärme", "打印机", "Z" * 80])
def test_a_name_that_is_no_barcode_is_a_sentence(name: str) -> None:
    with pytest.raises(LabelError, match=r"\.$"):
        scanner_sheet(SHEET, [(f"PBPRN-{name}", name)])
