"""Carriers' labels: what passes, what is refused, and that no code is lost on the way."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.device_api import PageFormat
from app.labels.errors import LabelError
from app.labels.make import make_shipping_label
from app.labels.passthrough import Source, passthrough, zpl_dpi
from app.labels.raster import rasterise
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
        (pdf(102, 152, pages=3), "3 pages"),
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
