"""What a printer would print of a label in ZPL."""

from __future__ import annotations

from PIL import Image

from devices.simulators.graphic_field import picture


def printed(zpl: bytes) -> Image.Image:
    """The dots of a label whose ZPL holds graphics, black = 0. Raises GraphicError."""
    page = picture(zpl)
    assert page is not None, "the ZPL holds no graphic"
    return page
