"""The primary font, as the PDF writer knows it."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import resources

_FILES = {False: "NotoSansSC-Regular", True: "NotoSansSC-Bold"}


@dataclass(frozen=True)
class Face:
    """One weight of the font. advances: widths by code point, in thousandths of the em."""

    name: str
    advances: dict[int, float]
    default: float


@functools.cache
def face(*, bold: bool) -> Face:
    """The font's face, loaded and registered at the first call (about 20 ms)."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = _FILES[bold]
    font = TTFont(name, str(resources.path("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return Face(name, font.face.charWidths, font.face.defaultWidth)
