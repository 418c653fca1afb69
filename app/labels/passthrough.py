"""Prepares labels that a carrier made for our printers. ZPL stays as it is; others become dots.

A page is 4 x 6 inches at most, as our own labels are. Pages in landscape are turned, and white
margins of larger pages are cut off. Only pictures of another resolution are scaled. Every code that
was readable before must be readable after, or there is no label.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from enum import StrEnum

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import zxingcpp
from PIL import Image, ImageOps

from app.device_api import PageFormat
from app.labels.errors import LabelDoesNotFit, LabelError, LabelNotProven
from app.labels.raster import BLACK_BELOW, PDFIUM, png_bytes
from app.labels.tspl import graphic_tspl
from app.labels.zpl import graphic_zpl

MOST_BYTES = 16 * 1024 * 1024
_PAGE_INCH = (4, 6)
_MOST_INCH = 12  # A4 and Letter
_SHARP_DPI = 400
_HAIR_DOTS = 4  # 0.5 mm at 203 dpi
_LEAST_DPI = 150  # a coarser picture has no bars that a scanner reads
_MOST_PIXELS = 40_000_000
_DPIS = (203, 300)
_TO_BITS = [255 * (value >= BLACK_BELOW) for value in range(256)]
_INKED = [255 * (value > 16) for value in range(256)]

_FORMAT = re.compile(rb"\^XA(.*?)\^XZ", re.DOTALL | re.IGNORECASE)
_PRINTS = re.compile(
    rb"[^A-Z0-9](FD|FV|G[BCDEF]|XG|IM|XF|SN)", re.IGNORECASE
)  # ^CC may have replaced the ^
_STORED = re.compile(rb"\^DF", re.IGNORECASE)
_COPIES = re.compile(rb"\^PQ\s*(\d{1,8})", re.IGNORECASE)
_UNENDED = re.compile(rb"\^XA", re.IGNORECASE)
_HALVED = re.compile(rb"\^JMB", re.IGNORECASE)
_WIDTH = re.compile(rb"\^PW\s*(\d{1,5})", re.IGNORECASE)
_LENGTH = re.compile(rb"\^LL\s*(\d{1,5})", re.IGNORECASE)


class Source(StrEnum):
    PDF = "pdf"
    PICTURE = "picture"
    ZPL = "zpl"


@dataclass(frozen=True)
class CarrierLabel:
    """A label for PrintJob. dpi: what the payloads are made for; 0 = the ZPL does not say.

    codes: what zxing-cpp reads on the label, sorted; () for ZPL, which only the printer draws.
    """

    source: Source
    dpi: int
    payloads: dict[PageFormat, bytes] = field(hash=False, repr=False)
    codes: tuple[str, ...] = ()


def passthrough(data: bytes, *, dpi: int) -> CarrierLabel:
    """A carrier's label as bytes for a printer of 203 or 300 dpi.

    data: a PDF of one page, PNG, JPEG, GIF, or ZPL of one label. ZPL comes back as ZPL only.
    Raises LabelError with a sentence: for an unknown format, several pages, a label that is too
    large or made for another resolution, and a code that would become unreadable.
    """
    if dpi not in _DPIS:
        raise LabelError(f"Labels are made for 203 or 300 dpi printers, not {dpi}.")
    if len(data) > MOST_BYTES:
        raise LabelError("The carrier's label is larger than 16 MiB.")
    if data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"%PDF-"):
        return _dots(Source.PDF, _pdf_page(data, dpi), dpi)
    if data.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8")):
        return _dots(Source.PICTURE, _picture(data, dpi), dpi)
    if _FORMAT.search(data):
        return _zpl(data, dpi)
    raise LabelError("The carrier's label is neither PDF nor PNG, JPEG, GIF or ZPL.")


# --- ZPL -----------------------------------------------------------------------------------------


def _zpl(data: bytes, dpi: int) -> CarrierLabel:
    made_for = zpl_dpi(data)
    if made_for not in {0, dpi}:
        raise LabelError(
            f"The carrier's label is made for {made_for} dpi and the printer has {dpi}: it would "
            f"come out in the wrong size. Ask the carrier for {dpi} dpi."
        )
    bodies = [body for body in _FORMAT.findall(data) if not _STORED.search(body)]
    if _UNENDED.search(_FORMAT.sub(b"", data)):
        raise LabelError("The carrier's ZPL ends in the middle of a label.")
    copies = max((int(count) for count in _COPIES.findall(data)), default=1)
    if copies > 1:
        raise LabelError(f"The carrier's ZPL asks for {copies} labels; one parcel has one.")
    pages = sum(1 for body in bodies if _PRINTS.search(body))
    if pages == 0:
        raise LabelError("The carrier's ZPL prints nothing.")
    if pages > 1:
        raise LabelError(f"The carrier's ZPL has {pages} labels; one parcel has one.")
    return CarrierLabel(Source.ZPL, made_for, {PageFormat.ZPL: data})


def zpl_dpi(data: bytes) -> int:
    """203 or 300 where width and length of the page (^PW, ^LL) are 4 x 6 inches, else 0.

    With ^JMB every dot is twice as large.
    """
    widths, lengths = _WIDTH.findall(data), _LENGTH.findall(data)
    if not widths:
        return 0
    double = 2 if _HALVED.search(data) else 1
    size = [int(widths[-1]) * double, *(int(length) * double for length in lengths[-1:])]
    for dpi in _DPIS:
        if all(
            abs(dots - inch * dpi) <= 0.05 * inch * dpi
            for dots, inch in zip(size, _PAGE_INCH, strict=False)
        ):
            return dpi
    return 0


# --- dots ----------------------------------------------------------------------------------------


def _dots(source: Source, page: tuple[Image.Image, tuple[str, ...]], dpi: int) -> CarrierLabel:
    """The label of a page. page: grey dots, and the codes that must be readable on the label."""
    grey, wanted = page
    image = _fitted(grey, dpi).point(_TO_BITS, "1")
    codes = _read(image.convert("L"))
    lost = sorted(set(wanted) - set(codes))
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
    return CarrierLabel(source, dpi, payloads, codes)


def _pdf_page(data: bytes, dpi: int) -> tuple[Image.Image, tuple[str, ...]]:
    """The only page as grey dots at dpi, and the codes that a sharper rendering shows."""
    try:
        with PDFIUM:
            return _rendered(data, dpi)
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise LabelError("The carrier's PDF cannot be read.") from error


def _rendered(data: bytes, dpi: int) -> tuple[Image.Image, tuple[str, ...]]:
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) != 1:
            raise LabelError(f"The carrier's PDF has {len(document)} pages; a label is one page.")
        page = document[0]
        if not all(0 < points <= _MOST_INCH * 72 for points in page.get_size()):
            raise LabelDoesNotFit("The carrier's PDF page is no label: it is too large.")
        grey, sharp = (
            page.render(scale=scale / 72 * (1 - 1e-7), grayscale=True).to_pil().copy()
            for scale in (dpi, _SHARP_DPI)
        )
        return grey, _read(sharp)
    finally:
        document.close()


def _picture(data: bytes, dpi: int) -> tuple[Image.Image, tuple[str, ...]]:
    """The picture as grey dots at dpi, and the codes that it had before any scaling."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF")) as image:
            if getattr(image, "n_frames", 1) != 1:
                raise LabelError("The carrier's picture is a film; a label is one page.")
            if image.width * image.height > _MOST_PIXELS:
                raise LabelDoesNotFit("The carrier's picture is no label: it is too large.")
            own = _own_dpi(image)
            if own < _LEAST_DPI:
                raise LabelNotProven(
                    f"The carrier's picture has {own:.0f} dpi: too coarse to be scanned."
                    f" Ask the carrier for {dpi} dpi."
                )
            flat = Image.new("RGBA", image.size, "white")
            grey = Image.alpha_composite(flat, image.convert("RGBA")).convert("L")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise LabelError("The carrier's picture cannot be read.") from error
    codes = _read(grey)
    if abs(own - dpi) > 0.02 * dpi:
        size = tuple(max(1, round(dots * dpi / own)) for dots in grey.size)
        grey = grey.resize((size[0], size[1]), Image.Resampling.LANCZOS)
    return grey, codes


def _own_dpi(image: Image.Image) -> float:
    """A picture's resolution: by its size if that makes 4 x 6 inches, else as it says, else 203."""
    short, long = sorted(image.size)
    for dpi in (203, 200, 300):
        if abs(short - 4 * dpi) <= 0.02 * 4 * dpi and abs(long - 6 * dpi) <= 0.02 * 6 * dpi:
            return dpi
    across, along = short / _PAGE_INCH[0], long / _PAGE_INCH[1]
    if abs(across - along) <= 0.02 * along and across < _LEAST_DPI:
        return across
    said = image.info.get("dpi", (0, 0))[0]
    return float(said) if 50 <= said <= 1200 else 203.0


def _fitted(grey: Image.Image, dpi: int) -> Image.Image:
    """The dots on at most 4 x 6 inches: turned from landscape, and cut to what is not white."""
    most = (_PAGE_INCH[0] * dpi, _PAGE_INCH[1] * dpi)
    whole = _upright(grey, most)
    if whole is not None:
        return whole
    inked = ImageOps.invert(grey).point(_INKED).getbbox()
    if inked is None:
        raise LabelError("The carrier's label is blank.")
    label = _upright(grey.crop(inked), most)
    if label is None:
        width, height = ((inked[n + 2] - inked[n]) / dpi * 25.4 for n in (0, 1))
        raise LabelDoesNotFit(
            f"The carrier's label is {width:.0f} x {height:.0f} mm; the paper has 102 x 152 mm."
        )
    page = Image.new("L", most, 255)
    page.paste(label, ((most[0] - label.width) // 2, (most[1] - label.height) // 2))
    return page


def _upright(grey: Image.Image, most: tuple[int, int]) -> Image.Image | None:
    """The dots on the paper, None = too large. A hair that comes from rounding is cut off."""
    grey = _trimmed(grey, most)
    if grey.width <= most[0] and grey.height <= most[1]:
        return grey
    if grey.height <= most[0] and grey.width <= most[1]:
        return grey.transpose(Image.Transpose.ROTATE_90)
    return None


def _trimmed(grey: Image.Image, most: tuple[int, int]) -> Image.Image:
    """Without the dots by which a page is larger than the paper, where these are a hair."""
    for width, height in (most, most[::-1]):
        over = (grey.width - width, grey.height - height)
        if max(over) > 0 and all(dots <= _HAIR_DOTS for dots in over):
            return grey.crop((0, 0, min(grey.width, width), min(grey.height, height)))
    return grey


def _read(grey: Image.Image) -> tuple[str, ...]:
    found = zxingcpp.read_barcodes(grey, text_mode=zxingcpp.TextMode.Plain)
    return tuple(sorted({code.text for code in found if code.text}))
