"""Carriers' labels: what passes, what is refused, and that no code is lost on the way."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.device_api import PageFormat
from app.labels.barcodes import code128
from app.labels.carrier import Source
from app.labels.carrier_zpl import zpl_dpi
from app.labels.errors import LabelError
from app.labels.make import make_shipping_label
from app.labels.passthrough import passthrough
from app.labels.pdf import runs
from app.labels.raster import rasterise
from app.paper import PAPERS
from tests.helpers.printed import printed
from tests.unit.labels.samples import ENGLISH
from tests.unit.labels.test_tspl import dots

SAMPLES = (
    Path(__file__).parents[4] / "shared" / "data" / "formats" / "zpl-labels-zebrash" / "testdata"
)
MADE = {dpi: make_shipping_label(ENGLISH, dpi=dpi) for dpi in (203, 300)}
CODES = tuple(sorted(["00" + ENGLISH.sscc, ENGLISH.qr]))


def pdf(width_mm: float, height_mm: float, *, pages: int = 1, ink: bool = True) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width_mm / 25.4 * 72, height_mm / 25.4 * 72))
    for _ in range(pages):
        if ink:
            canvas.rect(40, 40, 60, 60, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def on_paper(width: int, height: int, left: int, top: int, kind: str = "PNG") -> bytes:
    """Our 203 dpi label somewhere on a larger white sheet."""
    sheet = Image.new("L", (width, height), 255)
    sheet.paste(printed(MADE[203].zpl), (left, top))
    buffer = io.BytesIO()
    sheet.save(buffer, kind, dpi=(203, 203))
    return buffer.getvalue()


# --- pages and pictures ------------------------------------------------------------------------


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_pdf_becomes_the_same_dots_in_every_language(dpi: int) -> None:
    label = passthrough(MADE[dpi].pdf, dpi=dpi)
    assert (label.source, label.dpi, label.codes) == (Source.PDF, dpi, CODES)
    image = printed(label.payloads[PageFormat.ZPL])
    assert image.tobytes() == printed(MADE[dpi].zpl).tobytes()
    with Image.open(io.BytesIO(label.payloads[PageFormat.PNG])) as png:
        assert png.tobytes() == image.tobytes()
    _, _, burnt = dots(label.payloads[PageFormat.TSPL])
    assert burnt.crop((0, 0, *image.size)).tobytes() == image.tobytes()
    assert rasterise(label.payloads[PageFormat.PDF], dpi, image.size).tobytes() == image.tobytes()


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG"])
def test_a_picture_keeps_its_codes(kind: str) -> None:
    buffer = io.BytesIO()
    printed(MADE[203].zpl).convert("L").save(buffer, kind)
    label = passthrough(buffer.getvalue(), dpi=203)
    assert (label.source, label.codes) == (Source.PICTURE, CODES)
    assert printed(label.payloads[PageFormat.ZPL]).size == (812, 1218)


@pytest.mark.parametrize(("own", "dpi"), [(300, 203), (203, 300)])
def test_a_picture_of_another_resolution_is_scaled_and_read_again(own: int, dpi: int) -> None:
    label = passthrough(MADE[own].png, dpi=dpi)
    assert label.codes == CODES
    assert printed(label.payloads[PageFormat.ZPL]).size == (4 * dpi, 6 * dpi)


def test_a_lying_label_is_turned() -> None:
    buffer = io.BytesIO()
    printed(MADE[203].zpl).transpose(Image.Transpose.ROTATE_270).save(buffer, "PNG")
    image = printed(passthrough(buffer.getvalue(), dpi=203).payloads[PageFormat.ZPL])
    assert image.tobytes() == printed(MADE[203].zpl).tobytes()


def test_white_margins_are_cut_off() -> None:
    label = passthrough(on_paper(1654, 2339, 300, 500), dpi=203)
    assert label.codes == CODES
    assert printed(label.payloads[PageFormat.ZPL]).size == (812, 1218)


def test_a_transparent_picture_is_white() -> None:
    image = Image.new("RGBA", (812, 1218), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (100, 100, 300, 300))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    got = printed(passthrough(buffer.getvalue(), dpi=203).payloads[PageFormat.ZPL])
    assert got.convert("L").histogram()[0] == 200 * 200


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf(100, 150, pages=3), "3 pages"),
        (pdf(700, 900), "too large"),
        (pdf(210, 297, ink=False), "blank"),
        (MADE[203].pdf[:200], "cannot be read"),
        (MADE[203].png[:200], "cannot be read"),
        (b"\xff\xd8\xff\xe0nothing", "cannot be read"),
        (b"GIF89a", "cannot be read"),
        (b"", "neither"),
        (b"<html>no label today</html>", "neither"),
        (b"^XA^XZ", "prints nothing"),
        (b"^XA^FO1,1^GB9,9^FS^XZ^XA^FO1,1^GB9,9^FS^XZ", "2 labels"),
        (b"%PDF-" + bytes(17 * 1024 * 1024), "16 MiB"),
    ],
)
def test_what_is_no_label_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(LabelError, match=sentence) as caught:
        passthrough(data, dpi=203)
    assert str(caught.value).endswith(".")


def test_a_label_too_large_for_the_paper() -> None:
    image = Image.new("L", (1654, 2339), 255)
    image.paste(0, (10, 10, 1600, 2300))
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(203, 203))
    with pytest.raises(LabelError, match="199 x 287 mm"):
        passthrough(buffer.getvalue(), dpi=203)


def test_a_film_is_no_label() -> None:
    frames = [Image.new("L", (40, 40), shade) for shade in (0, 255)]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(LabelError, match="film"):
        passthrough(buffer.getvalue(), dpi=203)


def test_printers_of_another_kind() -> None:
    with pytest.raises(LabelError, match="not 600"):
        passthrough(MADE[203].zpl, dpi=600)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"^XA"]),
)
def test_any_bytes_are_a_label_or_a_label_error(tail: bytes, head: bytes) -> None:
    try:
        label = passthrough(head + tail, dpi=203)
    except LabelError:
        return
    assert label.payloads


# --- ZPL -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("dpi", [203, 300])
def test_zpl_passes_byte_for_byte_to_a_printer_of_its_resolution(dpi: int) -> None:
    label = passthrough(MADE[dpi].zpl, dpi=dpi)
    assert (label.source, label.dpi) == (Source.ZPL, dpi)
    assert label.payloads == {PageFormat.ZPL: MADE[dpi].zpl}
    with pytest.raises(LabelError, match=f"made for {dpi} dpi"):
        passthrough(MADE[dpi].zpl, dpi=503 - dpi)


@pytest.mark.parametrize(
    ("zpl", "dpi"),
    [
        (b"^XA^PW812^LL1218^XZ", 203),
        (b"^xa^pw799^xz", 203),
        (b"^XA^PW1200^LL1800^XZ", 300),
        (b"^XA^JMB^PW600^LL900^XZ", 300),
        (b"^XA^JMA^PW812^LL1218^XZ", 203),
        (b"^XA^PW812^LL600^XZ", 0),
        (b"^XA^LL1218^XZ", 0),
        (b"^XA^FO1,1^XZ", 0),
    ],
)
def test_where_zpl_tells_its_resolution(zpl: bytes, dpi: int) -> None:
    assert zpl_dpi(zpl) == dpi


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collection of real labels is not here")
def test_real_labels_pass_unchanged() -> None:
    samples = sorted(SAMPLES.glob("*.zpl"))
    assert len(samples) > 30
    for sample in samples:
        data = sample.read_bytes()
        dpi = zpl_dpi(data) or 203
        if sample.stem == "templating":  # one template, recalled for two labels
            with pytest.raises(LabelError, match="2 labels"):
                passthrough(data, dpi=dpi)
        else:
            assert passthrough(data, dpi=dpi).payloads == {PageFormat.ZPL: data}, sample.name


@pytest.mark.parametrize(
    ("zpl", "words"),
    [
        (b"^XA^PW812^FO1,1^FDx^FS^PQ2^XZ", "asks for 2 labels"),
        (b"^XA^FO1,1^FDx^FS^XZ\n^XA^FO1,1^FDtwo is cut", "in the middle"),
    ],
)
def test_zpl_that_would_print_more_or_less_than_one_label(zpl: bytes, words: str) -> None:
    with pytest.raises(LabelError, match=words):
        passthrough(zpl, dpi=203)
    assert passthrough(b"^XA^FO1,1^FDx^FS^PQ1^XZ", dpi=203).payloads


def test_a_frame_one_dot_too_large_fits() -> None:
    page = Image.new("L", (813, 1219), 255)
    page.paste(0, (0, 0, 813, 3))
    page.paste(0, (0, 1216, 813, 1219))
    kept = io.BytesIO()
    page.save(kept, "PNG", dpi=(203, 203))
    assert passthrough(kept.getvalue(), dpi=203).dpi == 203


def test_a_picture_too_coarse_for_bars_is_refused() -> None:
    kept = io.BytesIO()
    Image.new("L", (288, 432), 0).save(kept, "PNG")
    with pytest.raises(LabelError, match="72 dpi"):
        passthrough(kept.getvalue(), dpi=203)


# --- several pages ------------------------------------------------------------------------------

FIRST, SECOND = "JJD000390007800000011", "RETURN00390007800000"


def pages(*texts: str, height_mm: float = 150) -> bytes:
    """A PDF of one page a text: its Code 128, or where it ends with a full stop, the text."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(100 / 25.4 * 72, height_mm / 25.4 * 72))
    for text in texts:
        if text.endswith("."):
            canvas.drawString(60, 60, text)
        elif text:
            for start, length in runs(code128(text)):
                canvas.rect(20 + start * 0.9, 100, length * 0.9, 80, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("sheets", "number", "page"),
    [
        ((FIRST, SECOND), FIRST, 1),
        ((SECOND, FIRST), FIRST[-9:], 2),
        ((FIRST, "Customs declaration."), "", 1),
        (("Return instructions.", FIRST, ""), "", 2),
        ((FIRST,), "", 1),
    ],
)
def test_the_page_with_the_parcels_number_is_the_label(
    sheets: tuple[str, ...], number: str, page: int
) -> None:
    label = passthrough(pages(*sheets), dpi=203, number=number)
    assert (label.page, label.codes) == (page, (FIRST,))
    beside = [place for place, text in enumerate(sheets, 1) if text and place != page]
    assert [other.page for other in label.others] == beside
    assert all(other.label and not other.why for other in label.others)


@pytest.mark.parametrize(
    ("sheets", "number", "words"),
    [
        ((FIRST, SECOND), "", "2 pages, and one parcel has one label. Say the parcel's number"),
        ((FIRST, FIRST), FIRST, "2 pages that carry JJD"),
        ((FIRST, SECOND), "999", "does not carry 999"),
        ((FIRST,), "999", "does not carry 999"),
        (("One.", "Two."), "", "2 pages"),
        (("",), "", "blank"),
    ],
)
def test_pages_of_which_none_is_known_to_be_the_label(
    sheets: tuple[str, ...], number: str, words: str
) -> None:
    with pytest.raises(LabelError, match=words):
        passthrough(pages(*sheets), dpi=203, number=number)


def test_a_page_beside_the_label_that_does_not_fit_is_named() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(100 / 25.4 * 72, 150 / 25.4 * 72))
    for start, length in runs(code128(FIRST)):
        canvas.rect(20 + start * 0.9, 100, length * 0.9, 80, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize((210 / 25.4 * 72, 297 / 25.4 * 72))
    canvas.rect(20, 20, 500, 800)
    canvas.showPage()
    canvas.save()
    (customs,) = passthrough(buffer.getvalue(), dpi=203).others
    assert (customs.page, customs.label) == (2, None)
    assert "4x6 is smaller" in customs.why


def zpl_of(*texts: bytes) -> bytes:
    return b"\n".join(b"^XA^PW812^LL1218^FO9,9^BCN,90^FD" + text + b"^FS^XZ" for text in texts)


def test_the_zpl_label_with_the_parcels_number_goes_alone() -> None:
    data = b"~DGR:X.GRF,1,1,FF" + zpl_of(b">;>800395011010000000019", b">:JJD01>500039")
    label = passthrough(data, dpi=203, number="395011010000000019")
    assert label.page == 1
    assert label.payloads == {
        PageFormat.ZPL: b"~DGR:X.GRF,1,1,FF" + zpl_of(b">;>800395011010000000019") + b"\n"
    }
    (other,) = label.others
    assert other.page == 2 and other.label is not None
    assert b"JJD01" in other.label.payloads[PageFormat.ZPL]
    assert passthrough(data, dpi=203, number="JJD0100039").page == 2


def test_zpl_that_does_not_carry_the_number_is_refused() -> None:
    with pytest.raises(LabelError, match="does not carry 123"):
        passthrough(zpl_of(b"ABC"), dpi=203, number="123")
    drawn = MADE[203].zpl  # its text is a picture, so nobody can tell
    assert passthrough(drawn, dpi=203, number="123").payloads


@pytest.mark.parametrize(
    ("zpl", "paper", "fits"),
    [
        (b"^XA^PW812^LL1218^FO1,1^FDx^FS^XZ", "100x150", True),
        (b"^XA^PW812^LL1218^FO1,1^FDx^FS^XZ", "A4", True),
        (b"^XA^PW812^LL1592^FO1,1^FDx^FS^XZ", "4x6", False),
        (b"^XA^PW812^LL1592^FO1,1^FDx^FS^XZ", "103x199", True),
        (b"^XA^PW1000^LL1000^FO1,1^FDx^FS^XZ", "4x6", False),
        (b"^XA^LL1300^FO1,1^FDx^FS^XZ", "4x6", False),
        (b"^XA^FO1,1^FDx^FS^XZ", "A6", True),
    ],
)
def test_zpl_is_measured_against_the_paper(zpl: bytes, paper: str, fits: bool) -> None:
    if fits:
        assert passthrough(zpl, dpi=203, paper=PAPERS[paper]).payloads
        return
    with pytest.raises(LabelError, match=f"the printer's paper {paper} is"):
        passthrough(zpl, dpi=203, paper=PAPERS[paper])


def test_a_coarse_picture_in_a_pdf_is_refused_like_one_alone() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(4 * 72, 6 * 72))
    coarse = printed(MADE[203].zpl).convert("L").resize((288, 432))
    canvas.drawImage(ImageReader(coarse), 0, 0, 4 * 72, 6 * 72)
    canvas.showPage()
    canvas.save()
    with pytest.raises(LabelError, match="72 dpi: too coarse"):
        passthrough(buffer.getvalue(), dpi=203)
