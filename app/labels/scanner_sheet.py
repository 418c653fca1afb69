"""The A4 sheet by which a new scanner is set up, with the barcodes of the site's printers.

It has linear symbols only, which every scanner reads.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.labels import a4
from app.labels.a4 import LEFT, RIGHT, A4Page, Align, Block, Pen

_MODULE = 0.36  # mm: 14 mil, read by any scanner at an arm's length
_BAR_HEIGHT = 16.0
_PITCH = 34.0
_FIRST_ROW = 62.0


def scanner_sheet(codes: Sequence[str], printers: Sequence[tuple[str, str]]) -> bytes:
    """The sheet as PDF. Raises LabelDataError.

    codes: a person scans them one after the other; those with a GS character are GS1-128.
    printers: (barcode, name) of each, to be stuck on it.
    """
    rows = [_row(code, str(number), "") for number, code in enumerate(codes, 1)]
    rows += [_row(code, "", name) for code, name in printers]
    pages = a4.paginate(rows, _FIRST_ROW, _FIRST_ROW)
    return a4.draw("Scanner set-up", pages, _around)


def _around(pen: Pen, page: A4Page) -> None:
    pen.text(LEFT, 20, "Scanner set-up  扫描枪设置", 20, bold=True)
    pen.text(LEFT, 30, "Open Devices (PBCXTEST), then scan 1, 2 and 3.", 12)
    pen.text(LEFT, 37, "打开“设备”页（PBCXTEST），然后依次扫描 1、2、3。", 12)
    pen.text(LEFT, 46, "What the scanner adds is cut off from then on; the page names faults.", 10)
    pen.text(LEFT, 52, "扫描枪附加的字符此后自动去除；页面会指出故障。", 10)
    pen.rule(57, thick=0.6)


def _row(code: str, number: str, name: str) -> Block:
    from app.labels import barcodes

    is_gs1 = "\x1d" in code
    modules = barcodes.gs1_128(code) if is_gs1 else barcodes.code128(code)
    shown = code.replace("\x1d", "<GS>")

    def paint(pen: Pen, top: float) -> None:
        left = LEFT + 12
        if number:
            pen.text(LEFT, top + 18, number, 24, bold=True)
        if name:
            pen.text(RIGHT, top + 18, name, 16, bold=True, align=Align.RIGHT)
        pen.bars(left, top + 4, modules, _MODULE, _BAR_HEIGHT)
        pen.text(left, top + 25, shown, 8)

    return Block(_PITCH, paint)
