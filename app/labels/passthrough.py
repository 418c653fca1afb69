"""Prepares labels that a carrier made for our printers. ZPL stays as it is; others become dots.

A label is at most as large as the printer's paper. Pages in landscape are turned, and on larger
pages the label is looked for (`sheet`). Only pictures of another resolution are scaled. Every code
that was readable before must be readable after, or there is no label. Of several pages the one
that carries the parcel's number is the label.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import zxingcpp
from PIL import Image

from app.device_api import PageFormat
from app.labels.carrier import CarrierLabel, OtherPage, Source
from app.labels.carrier_zpl import is_zpl, zpl_carries, zpl_dpi, zpl_labels
from app.labels.errors import LabelDoesNotFit, LabelError, LabelNotProven
from app.labels.raster import BLACK_BELOW, PDFIUM, png_bytes
from app.labels.sheet import Code, is_blank, label_on
from app.labels.tspl import graphic_tspl
from app.labels.zpl import graphic_zpl
from app.paper import DPIS, PAPERS, Paper

MOST_BYTES = 16 * 1024 * 1024
MOST_PAGES = 20
_MOST_INCH = 12  # A4 and Letter
_SHARP_DPI = 400
_LEAST_DPI = 150  # a coarser picture has no bars that a scanner reads
_WHOLE_PAGE = 0.75  # a picture that covers so much of a page is the label
_MOST_PIXELS = 40_000_000
_ALIKE = 0.02
_TO_BITS = [255 * (value >= BLACK_BELOW) for value in range(256)]

_Page = tuple[int, Image.Image, tuple[Code, ...]]
"""Number in its file from 1, grey dots at the printer's dpi, the codes that were readable on it."""


def passthrough(
    data: bytes, *, dpi: int, paper: Paper = PAPERS["4x6"], number: str = ""
) -> CarrierLabel:
    """A carrier's label as bytes for a printer of 203 or 300 dpi.

    data: a PDF, PNG, JPEG, GIF or ZPL. ZPL comes back as ZPL only. number: the parcel's, which the
    label must carry; "" = not known.
    Raises LabelError with a sentence: for an unknown format, several pages of which none is known
    to be the label, a label that is too large or made for another resolution, and a code that
    would become unreadable.
    """
    if dpi not in DPIS:
        raise LabelError(f"Labels are made for 203 or 300 dpi printers, not {dpi}.")
    if len(data) > MOST_BYTES:
        raise LabelError("The carrier's label is larger than 16 MiB.")
    if data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"%PDF-"):
        return _of_pages(Source.PDF, _pdf_pages(data, dpi), dpi, paper, number)
    if data.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8")):
        page = _picture(data, dpi, paper)
        return _of_pages(Source.PICTURE, [page], dpi, paper, number)
    if is_zpl(data):
        return _of_zpl(data, dpi, paper, number)
    raise LabelError("The carrier's label is neither PDF nor PNG, JPEG, GIF or ZPL.")


# --- which page ----------------------------------------------------------------------------------


def _of_zpl(data: bytes, dpi: int, paper: Paper, number: str) -> CarrierLabel:
    labels = zpl_labels(data, dpi, paper)
    made_for = zpl_dpi(data)
    carry = [zpl_carries(label, number) if number else None for label in labels]
    chosen = _chosen("ZPL", "labels", number, carry, [True] * len(labels))
    made = [
        CarrierLabel(Source.ZPL, made_for, {PageFormat.ZPL: label}, page=page)
        for page, label in enumerate(labels, 1)
    ]
    others = (OtherPage(one.page, one) for one in made if one.page != chosen + 1)
    return replace(made[chosen], others=tuple(others))


def _of_pages(
    source: Source, pages: Sequence[_Page], dpi: int, paper: Paper, number: str
) -> CarrierLabel:
    inked = [page for page in pages if not is_blank(page[1])]
    if not inked:
        raise LabelError("The carrier's label is blank.")
    carry = [
        any(_plain(number) in _plain(code.text) for code in codes) if number else None
        for _, _, codes in inked
    ]
    chosen = _chosen(source.value.upper(), "pages", number, carry, [bool(p[2]) for p in inked])
    label = _dots(source, inked[chosen], dpi, paper)
    others = (
        _other(source, page, dpi, paper) for place, page in enumerate(inked) if place != chosen
    )
    return replace(label, others=tuple(others))


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _chosen(what: str, pages: str, number: str, carry: list[bool | None], coded: list[bool]) -> int:
    """Place of the page that is the label. carry: whether each has the number, None = not known."""
    sure = [place for place, has in enumerate(carry) if has]
    if number and not sure and all(has is False for has in carry):
        raise LabelNotProven(f"The carrier's {what} does not carry {number}: it is not printed.")
    with_codes = [place for place, has in enumerate(coded) if has]
    for places in (sure, range(len(carry)), with_codes):
        if len(places) == 1:
            return places[0]
    if len(sure) > 1:
        raise LabelError(f"The carrier's {what} has {len(sure)} {pages} that carry {number}.")
    raise LabelError(
        f"The carrier's {what} has {len(carry)} {pages}, and one parcel has one label. "
        "Say the parcel's number (--number), so that its label is found."
    )


def _other(source: Source, page: _Page, dpi: int, paper: Paper) -> OtherPage:
    try:
        return OtherPage(page[0], _dots(source, page, dpi, paper))
    except LabelError as error:
        return OtherPage(page[0], None, str(error))


# --- dots ----------------------------------------------------------------------------------------


def _dots(source: Source, page: _Page, dpi: int, paper: Paper) -> CarrierLabel:
    number, grey, readable = page
    label, wanted = label_on(grey, readable, dpi, paper)
    image = label.point(_TO_BITS, "1")
    codes = tuple(sorted({code.text for code in _read(image.convert("L"))}))
    lost = sorted({code.text for code in wanted} - set(codes))
    if lost:
        raise LabelNotProven(f"The label does not read as {lost[0]!r}, so it is not printed.")
    buffer = io.BytesIO()
    image.save(buffer, "PDF", resolution=dpi)
    payloads = {
        PageFormat.ZPL: graphic_zpl(image),
        PageFormat.TSPL: graphic_tspl(image, dpi),
        PageFormat.PNG: png_bytes(image, dpi),
        PageFormat.PDF: buffer.getvalue(),
    }
    return CarrierLabel(source, dpi, payloads, codes, number)


def _pdf_pages(data: bytes, dpi: int) -> list[_Page]:
    """The pages as grey dots at dpi, and the codes that a sharper rendering shows."""
    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data)
            try:
                if len(document) > MOST_PAGES:
                    raise LabelError(
                        f"The carrier's PDF has {len(document)} pages: it is no label."
                    )
                return [_rendered(document, place, dpi) for place in range(len(document))]
            finally:
                document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise LabelError("The carrier's PDF cannot be read.") from error


def _rendered(document: pypdfium2.PdfDocument, place: int, dpi: int) -> _Page:
    page = document[place]
    if not all(0 < points <= _MOST_INCH * 72 for points in page.get_size()):
        raise LabelDoesNotFit("The carrier's PDF page is no label: it is too large.")
    grey, sharp = (
        page.render(scale=scale / 72 * (1 - 1e-6), grayscale=True).to_pil().copy()
        for scale in (dpi, _SHARP_DPI)
    )
    for image in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = image.get_bounds()
        own = image.get_metadata().horizontal_dpi
        covered = (right - left) * (top - bottom) / (page.get_width() * page.get_height())
        if covered >= _WHOLE_PAGE and 0 < own < _LEAST_DPI:
            raise _too_coarse(own, dpi)
    return place + 1, grey, _read(sharp)


def _too_coarse(own: float, dpi: int) -> LabelNotProven:
    return LabelNotProven(
        f"The carrier's picture has {own:.0f} dpi: too coarse to be scanned."
        f" Ask the carrier for {dpi} dpi."
    )


def _picture(data: bytes, dpi: int, paper: Paper) -> _Page:
    """The picture as grey dots at dpi, and the codes that it had before any scaling."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF")) as image:
            if getattr(image, "n_frames", 1) != 1:
                raise LabelError("The carrier's picture is a film; a label is one page.")
            if image.width * image.height > _MOST_PIXELS:
                raise LabelDoesNotFit("The carrier's picture is no label: it is too large.")
            own = _own_dpi(image, paper)
            if own < _LEAST_DPI:
                raise _too_coarse(own, dpi)
            flat = Image.new("RGBA", image.size, "white")
            grey = Image.alpha_composite(flat, image.convert("RGBA")).convert("L")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise LabelError("The carrier's picture cannot be read.") from error
    codes = _read(grey)
    if abs(own - dpi) > _ALIKE * dpi:
        size = tuple(max(1, round(dots * dpi / own)) for dots in grey.size)
        grey = grey.resize((size[0], size[1]), Image.Resampling.LANCZOS)
    return 1, grey, codes


def _own_dpi(image: Image.Image, paper: Paper) -> float:
    """A picture's resolution: by its size if that makes a paper, else as it says, else 203."""
    short, long = sorted(image.size)
    said = float(image.info.get("dpi", (0, 0))[0])
    fits: list[tuple[float, float]] = []  # how far off, dpi
    for dpi in (203, 200, 300):
        for one in PAPERS.values():
            width, height = sorted((one.width * dpi / 25.4, one.height * dpi / 25.4))
            off = max(abs(short - width) / width, abs(long - height) / height)
            if off <= _ALIKE:
                fits.append((off, dpi))
    if fits:
        return min(fits, key=lambda fit: (abs(fit[1] - said) > _ALIKE * fit[1], fit[0]))[1]
    for one in (paper, PAPERS["4x6"]):
        across, along = short / one.width * 25.4, long / one.height * 25.4
        if abs(across - along) <= _ALIKE * along and across < _LEAST_DPI:
            return across
    return said if 50 <= said <= 1200 else 203.0


def _read(grey: Image.Image) -> tuple[Code, ...]:
    found = zxingcpp.read_barcodes(grey, text_mode=zxingcpp.TextMode.Plain)
    return tuple(Code(one.text, _box(one, grey.size)) for one in found if one.text)


def _box(code: zxingcpp.Barcode, size: tuple[int, int]) -> tuple[float, float, float, float]:
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
    across, along = [corner.x for corner in corners], [corner.y for corner in corners]
    return (
        min(across) / size[0],
        min(along) / size[1],
        max(across) / size[0],
        max(along) / size[1],
    )
