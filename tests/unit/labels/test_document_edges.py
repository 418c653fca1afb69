"""Documents of extreme data: everything stays on the paper, nothing is cut without a sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # publishes no types
import pytest
import zxingcpp

from app.domain.address import Address
from app.labels.documents import (
    CommandCard,
    Manifest,
    ManifestParcel,
    PackingSlip,
    SlipLine,
    command_sheet,
    manifest,
    packing_slip,
)
from tests.unit.labels.samples import ENGLISH, LONG, SSCC

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = "W" * 60
SLIP = PackingSlip(
    ENGLISH.sender, ENGLISH.receiver, "SO-1", SSCC, 1, (SlipLine("SKU-1", "Bottle", 3, 2, 1),)
)
PARCEL = ManifestParcel(SSCC, "SO-1", "Łukasz Święcicki", "Łódź", "PL", 1250, "P-03")
LOAD = Manifest(
    "Göteborg", ENGLISH.sender, "L-7", "PostNord", "D4",
    datetime(2026, 1, 2, 3, tzinfo=UTC), "Ola", (PARCEL,), (),
)  # fmt: skip
WIDE = ManifestParcel(SSCC, WORD, WORD, WORD, "GB", 999_999, WORD)
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "slip": lambda: packing_slip(
        replace(
            SLIP, sender=LONG.receiver, receiver=LONG.receiver, order_ref=WORD,
            lines=(SlipLine(WORD, WORD * 3, 10**6, 10**6, 10**6), SlipLine("A", "word " * 3000, 1, 1, 1)),
        )
    ),
    "slip with nothing": lambda: packing_slip(
        replace(SLIP, sender=Address(), receiver=Address(), order_ref="", lines=())
    ),
    "slip to a novel": lambda: packing_slip(
        replace(SLIP, receiver=Address(name="word " * 500, street="\n".join([WORD] * 60)))
    ),
    "manifest": lambda: manifest(
        Manifest(WORD, LONG.receiver, WORD, WORD, WORD, None, WORD, (WIDE,) * 3, (WIDE,) * 2)
    ),
    "manifest with nothing": lambda: manifest(Manifest("", Address(), "", "", "", None, "", (), ())),
    "command sheet": lambda: command_sheet([CommandCard("PBCXDEFECT", WORD, "确认" * 30)] * 3),
    "command sheet with nothing": lambda: command_sheet([]),
}  # fmt: skip


def outside(pdf: bytes) -> list[tuple[float, ...]]:
    """Bounds of each text that leaves the page's margins, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[tuple[float, ...]] = []
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = part.get_bounds()
            if left < 40 or right > width - 40 or bottom < 20 or top > height - 20:
                found.append((number, left, bottom, right, top))
        page.close()
    document.close()
    return found


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return found


def read(pdf: bytes) -> list[list[tuple[str, str]]]:
    """(symbology, text) on each page, by the first reader."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for number in range(len(document)):
        image = document[number].render(scale=200 / 72, grayscale=True).to_pil().copy()
        codes = zxingcpp.read_barcodes(image, text_mode=zxingcpp.TextMode.Plain)
        pages.append([(code.symbology_identifier, code.text) for code in codes])
    document.close()
    return pages


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_text_leaves_the_paper(name: str) -> None:
    assert outside(DOCUMENTS[name]()) == []


@pytest.mark.parametrize("name", ["slip", "manifest", "command sheet"])
def test_what_was_cut_ends_in_an_ellipsis(name: str) -> None:
    assert "…" in "".join(texts(DOCUMENTS[name]()))


def test_a_slips_code_is_the_order_and_never_the_parcel() -> None:
    assert read(packing_slip(SLIP)) == [[("]Q1", SLIP.order_ref)]]
    for ref in (SSCC, "00" + SSCC, f"https://id.gs1.org/00/{SSCC}", "PBCXFINISH", ""):
        assert read(packing_slip(replace(SLIP, order_ref=ref))) == [[]]


def test_every_card_of_the_sheet_reads() -> None:
    sheet, cards = read(DOCUMENTS["command sheet"]())
    assert sheet == [("]C0", "PBCXDEFECT")] * 3
    assert cards == [("]C0", "PBCXDEFECT")]


@pytest.mark.parametrize("count", range(20, 34))
def test_the_signature_never_stands_alone(count: int) -> None:
    """Parcels and signature share a page however the list happens to end."""
    rows = tuple(replace(PARCEL, order_ref=f"SO-{n:04d}") for n in range(count))
    last = texts(manifest(replace(LOAD, parcels=rows)))[-1]
    assert "Signature" in last
    assert f"SO-{count - 1:04d}" in last


def test_1000_parcels_are_all_there_and_the_pages_numbered() -> None:
    rows = tuple(replace(PARCEL, order_ref=f"SO-{n:04d}") for n in range(1000))
    pages = texts(manifest(replace(LOAD, parcels=rows)))
    whole = "\n".join(pages)
    assert [n for n in range(1000) if f"SO-{n:04d}" not in whole] == []
    assert "1250.000 kg" in pages[0]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page


def test_missing_parcels_tell_where_they_were_last_seen() -> None:
    lost = replace(PARCEL, order_ref="SO-LOST", place="shelf P-09")
    (page,) = texts(manifest(replace(LOAD, missing=(lost,))))
    assert "SO-LOST" in page and "shelf P-09" in page


def test_a_letter_without_glyph_is_replaced_visibly() -> None:
    thai = "\U00013000\U00013001 Ann"
    slip = packing_slip(replace(SLIP, receiver=Address(name=thai)))
    load = manifest(replace(LOAD, parcels=(replace(PARCEL, receiver=thai),)))
    for pdf in (slip, load):
        (page,) = texts(pdf)
        assert "\U00013000" not in page
        assert "\ufffd\ufffd Ann" in page
        assert "stands for letters that cannot be printed: U+13000, U+13001" in page


def test_each_page_says_which_of_its_letters_no_font_has() -> None:
    rows = tuple(replace(PARCEL, order_ref=f"SO-{n}") for n in range(60))
    strange = "".join(chr(0x13000 + n) for n in range(12))
    pages = texts(manifest(replace(LOAD, parcels=(*rows, replace(PARCEL, receiver=strange)))))
    assert len(pages) > 1 and not any("cannot be printed" in page for page in pages[:-1])
    assert "U+13007 ..." in pages[-1] and "U+13008" not in pages[-1]
    assert not any("cannot be printed" in page for page in texts(packing_slip(SLIP)))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert packing_slip(SLIP) == packing_slip(SLIP)
    assert manifest(LOAD) == manifest(LOAD)
