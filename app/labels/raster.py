"""Renders a PDF page into the dots that a printer burns."""

from __future__ import annotations

import io
import threading
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # publishes no types

from app.labels.errors import LabelError

if TYPE_CHECKING:
    from PIL import Image

# PDFium is not thread-safe, so the process renders one page at a time.
PDFIUM = threading.Lock()
# Letters are anti-aliased before they become dots; symbols have no grey. A little above the
# middle keeps thin strokes of small Han letters.
BLACK_BELOW = 150
# The renderer rounds the page up to whole dots, and a PDF has four decimals of a point: 839.0001
# must not become 840.
_HAIR = 1 - 1e-6
_TO_BITS = [255 * (value >= BLACK_BELOW) for value in range(256)]


def rasterise(pdf: bytes, dpi: int, size: tuple[int, int]) -> Image.Image:
    """The first page as a 1-bit image of `size` dots, black = 0. Raises LabelError."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[0].render(scale=dpi / 72 * _HAIR, grayscale=True)
            grey: Image.Image = bitmap.to_pil().copy()
            bitmap.close()
        finally:
            document.close()
    if grey.size != size:
        raise LabelError(f"The page is {grey.size} dots, not {size}.")
    return grey.point(_TO_BITS, "1")


def png_bytes(image: Image.Image, dpi: int) -> bytes:
    """The image as PNG, with its resolution."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(dpi, dpi), compress_level=6)
    return buffer.getvalue()
