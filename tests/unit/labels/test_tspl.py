from __future__ import annotations

import re

import pytest
from PIL import Image

from app.labels.make import make_shipping_label
from app.labels.tspl import graphic_tspl
from tests.helpers.printed import printed
from tests.unit.labels.samples import ENGLISH

JOB = re.compile(
    rb"SIZE ([0-9.]+) mm,([0-9.]+) mm\r\nDIRECTION 0\r\nREFERENCE 0,0\r\nCLS\r\n"
    rb"BITMAP 0,0,(\d+),(\d+),0,(.*)\r\nPRINT 1,1\r\n",
    re.DOTALL,
)


def dots(tspl: bytes) -> tuple[float, float, Image.Image]:
    """Width and height in mm, and what the print head burns: a clear bit is black."""
    found = JOB.fullmatch(tspl)
    assert found is not None
    row, height = int(found[3]), int(found[4])
    return float(found[1]), float(found[2]), Image.frombytes("1", (row * 8, height), found[5])


@pytest.mark.parametrize("width", [8, 812, 813, 1200])
def test_the_same_dots_and_a_white_rest(width: int) -> None:
    image = Image.effect_noise((width, 7), 90).convert("1")
    _, _, burnt = dots(graphic_tspl(image, 203))
    assert burnt.crop((0, 0, width, 7)).tobytes() == image.tobytes()
    rest = burnt.crop((width, 0, burnt.width, 7))
    assert burnt.width - width < 8
    assert rest.width == 0 or rest.convert("L").getextrema() == (255, 255)


@pytest.mark.parametrize("dpi", [203, 300])
def test_our_label_is_four_by_six_inches(dpi: int) -> None:
    image = printed(make_shipping_label(ENGLISH, dpi=dpi).zpl)
    width, height, burnt = dots(graphic_tspl(image, dpi))
    assert (width, height) == (101.6, 152.4)
    assert burnt.crop((0, 0, *image.size)).tobytes() == image.tobytes()
