"""Makes TSPL of the proven raster, as one BITMAP.

Source: TSC, TSPL/TSPL2 Programming Language: SIZE, DIRECTION, REFERENCE, CLS, BITMAP, PRINT. Gap
and black mark stay as the printer is set up.
"""

from __future__ import annotations

from PIL import Image

MM_PER_INCH = 25.4


def graphic_tspl(image: Image.Image, dpi: int) -> bytes:
    """A whole label: exactly these dots of a 1-bit image (black = 0), printed once.

    In TSPL a clear bit is black, so the bits that fill up the last byte of a row must be set.
    """
    row = (image.width + 7) // 8
    padded = Image.new("1", (row * 8, image.height), 1)
    padded.paste(image, (0, 0))
    width, height = (dots / dpi * MM_PER_INCH for dots in image.size)
    head = (
        f"SIZE {width:.2f} mm,{height:.2f} mm\r\n"
        "DIRECTION 0\r\nREFERENCE 0,0\r\nCLS\r\n"
        f"BITMAP 0,0,{row},{image.height},0,"
    )
    return head.encode("ascii") + padded.tobytes() + b"\r\nPRINT 1,1\r\n"
