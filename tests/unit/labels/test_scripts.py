"""Names of every script on the label, in PDF, dots, ZPL and on the A4 documents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from app.domain.address import Address
from app.domain.letters import unprintable
from app.labels import shaping
from app.labels.documents import (
    Manifest,
    ManifestParcel,
    PackingSlip,
    SlipLine,
    manifest,
    packing_slip,
)
from app.labels.make import make_shipping_label
from app.labels.raster import rasterise
from tests.unit.labels.samples import BARE, ENGLISH, SSCC
from tests.unit.labels.scripts import ADDRESSES, sheet

TEXTS = {
    name: [line for line in address.lines() if len(line) > 2] for name, address in ADDRESSES.items()
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_letter_has_a_glyph(name: str) -> None:
    for text in TEXTS[name]:
        assert unprintable(text) == ""
        for bold in (False, True):
            line = shaping.line(text, bold=bold)
            assert line.missing == ""
            glyphs = [glyph for run in line.runs for glyph in run.glyphs]
            assert all(glyph.number for glyph in glyphs), "0 is the box of a missing glyph"
            assert sum(len(run.text) for run in line.runs) + len(glyphs) > 0


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_label_is_made_and_its_codes_read(name: str) -> None:
    made = make_shipping_label(replace(ENGLISH, receiver=ADDRESSES[name]), native_zpl=True)
    assert made.zpl.startswith(b"^XA") and made.pdf.startswith(b"%PDF-")


def test_the_sheet_shows_them_all() -> None:
    page = sheet()
    assert page.height > 1800 and sum(page.histogram()[:128]) > 100_000


def ink(text: str) -> int:
    made = make_shipping_label(replace(BARE, receiver=Address(name=text)))
    area = made.image.convert("L").crop((0, 300, 500, 600))
    return sum(area.histogram()[:128])


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_name_leaves_ink(name: str) -> None:
    assert ink(TEXTS[name][0]) > ink("") + 100


def test_letters_that_join_are_shaped() -> None:
    """Arabic letters look different at the begin, in the middle and at the end of a word."""
    numbers = [glyph.number for run in shaping.line("ههه", bold=False).runs for glyph in run.glyphs]
    assert len(set(numbers)) == 3
    conjunct = shaping.line("क्ष", bold=False).runs[0].glyphs
    assert len(conjunct) < 3, "three letters become one sign"


def test_what_runs_to_the_left_begins_at_the_right() -> None:
    line = shaping.line("אב 12", bold=False)
    assert line.runs[0].text == "12" and line.runs[-1].glyphs
    assert line.width == pytest.approx(sum(run.width for run in line.runs))


def test_a_mark_never_begins_a_line() -> None:
    from app.labels import fonts

    text = "กรุงเทพมหานครนี้ที่น้ำ"
    lines = fonts.wrap(text, 20, 60) or ()
    assert len(lines) > 2 and "".join(lines) == text
    assert not any(shaping.line(line[0], bold=False).runs[0].width == 0 for line in lines)


@pytest.mark.parametrize("name", ["Thai", "Arabic", "Hebrew", "Korean", "Devanagari", "Georgian"])
def test_slip_and_manifest_show_it_too(name: str) -> None:
    address = ADDRESSES[name]
    lines = (SlipLine("SKU", "Mug", 1, 1, 0),)
    slip = PackingSlip(ENGLISH.sender, address, "SO-1", SSCC, 1, lines)
    plain = replace(slip, receiver=Address(name="-"))
    row = ManifestParcel(SSCC, "SO-1", address.name, address.city, address.country, 1)
    load = Manifest("Site", ENGLISH.sender, "L-1", "DHL", "4", None, "Ann", (row,), ())
    empty = replace(load, parcels=(replace(row, receiver="-", city="-"),))
    for with_name, without in (
        (packing_slip(slip), packing_slip(plain)),
        (manifest(load), manifest(empty)),
    ):
        assert dark(with_name) > dark(without) + 50


def dark(pdf: bytes) -> int:
    image: Image.Image = rasterise(pdf, 72, (596, 842)).convert("L")
    return sum(image.histogram()[:128])
