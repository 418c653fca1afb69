"""A label on a sheet larger than the paper is found whole, or there is none."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.device_api import PageFormat
from app.labels.errors import LabelDoesNotFit, LabelError
from app.labels.make import make_shipping_label
from app.labels.passthrough import passthrough
from app.paper import PAPERS
from tests.helpers.printed import printed
from tests.unit.labels.samples import ENGLISH

A6 = PAPERS["A6"]
LABEL = make_shipping_label(ENGLISH, dpi=300, paper=A6).image.convert("L")
CODES = tuple(sorted(["00" + ENGLISH.sscc, ENGLISH.qr]))
BARS = LABEL.crop((0, LABEL.height * 2 // 3, LABEL.width, LABEL.height))

Text = tuple[str, float, float]
FAR: tuple[Text, ...] = (
    ("Receipt of posting. Fold here and keep the lower half.", 20, 110),
    ("1. Cut. 2. Glue.", 150, 200),
)


def a4(
    *texts: Text,
    image: Image.Image = LABEL,
    frame: bool = False,
    at: tuple[float, float] = (10, 140),
    wide: float = 105,
) -> bytes:
    """An A4 sheet with a label `wide` mm wide, its lower left corner at `at`, and texts."""
    x, y = at
    high = wide * image.height / image.width
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(210 * mm, 297 * mm))
    canvas.drawImage(ImageReader(image), x * mm, y * mm, wide * mm, high * mm)
    if frame:
        canvas.rect((x + 1) * mm, (y + 1) * mm, (wide - 2) * mm, (high - 2) * mm)
    for text, across, along in texts:
        canvas.drawString(across * mm, along * mm, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def dots(sheet: bytes, paper: str = "A6") -> Image.Image:
    label = passthrough(sheet, dpi=203, paper=PAPERS[paper])
    assert label.codes == CODES
    return printed(label.payloads[PageFormat.ZPL])


def test_a_frame_shows_where_the_label_ends() -> None:
    image = dots(a4(*FAR, ("This is close by.", 121, 150), frame=True))
    assert image.size == A6.dots(203)
    left, top, right, bottom = image.convert("L").point(lambda value: 255 - value).getbbox() or (
        0, 0, 0, 0,
    )  # fmt: skip
    assert abs(right - left - 103 / 25.4 * 203) < 5
    assert abs(bottom - top - 146 / 25.4 * 203) < 5


@pytest.mark.parametrize("at", [(0, 149), (52, 70), (105, 0)])
def test_a_label_apart_from_all_else_is_found_whole(at: tuple[float, float]) -> None:
    """What is cut out is what is printed of the label alone."""
    above = at[1] + 148 + 15
    texts = [("Receipt of posting, for the sender.", 20, above)] if above < 290 else [FAR[0]]
    alone, found = dots(a4(at=at)), dots(a4(*texts, at=at))
    assert found.tobytes() == alone.tobytes()


def test_a_lying_label_on_a_sheet_is_turned() -> None:
    lying = LABEL.transpose(Image.Transpose.ROTATE_270)
    image = dots(a4(*FAR[:1], image=lying, at=(20, 160), wide=148))
    assert image.size == A6.dots(203)


@pytest.mark.parametrize(
    ("sheet", "paper", "words"),
    [
        # a text that may be part of the label
        (a4(("Sender: somebody", 117, 150)), "A6", "nothing shows where the label ends"),
        # the barcode has room for the text above or the one below, not for both
        (
            a4(("Receiver: Ada", 20, 290), ("Fold here", 20, 120), image=BARS, at=(10, 180)),
            "A6",
            "nothing shows where the label ends",
        ),
        (a4(*FAR, wide=140, at=(10, 90)), "A6", "the printer's paper A6 is 105 x 148 mm"),
        (a4(*FAR, image=LABEL.point(lambda _: 255)), "A6", "no barcode shows where the label is"),
    ],
)
def test_where_nobody_knows_there_is_none(sheet: bytes, paper: str, words: str) -> None:
    with pytest.raises(LabelDoesNotFit, match=words) as caught:
        passthrough(sheet, dpi=203, paper=PAPERS[paper])
    assert str(caught.value).endswith(".")


def test_a_sheet_for_a_printer_of_sheets_stays_as_it_is() -> None:
    assert dots(a4(*FAR), "A4").size in {(1678, 2373), (1678, 2374), (1679, 2374)}


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", PAPERS)
def test_our_own_label_passes_on_its_own_paper(paper: str, dpi: int) -> None:
    made = make_shipping_label(ENGLISH, dpi=dpi, paper=PAPERS[paper])
    for data in (made.pdf, made.png):
        label = passthrough(data, dpi=dpi, paper=PAPERS[paper])
        image = printed(label.payloads[PageFormat.ZPL])
        assert image.tobytes() == made.image.tobytes()
    assert passthrough(made.zpl, dpi=dpi, paper=PAPERS[paper]).dpi == dpi


def test_a_label_larger_than_the_paper_is_refused_in_every_format() -> None:
    made = make_shipping_label(ENGLISH, dpi=203, paper=PAPERS["103x199"])
    for data in (made.pdf, made.png, made.zpl):
        with pytest.raises(LabelError, match="4x6 is 102 x 152 mm"):
            passthrough(data, dpi=203)
        assert passthrough(data, dpi=203, paper=PAPERS["4x8"]).payloads
