"""The labels of a carrier's ZPL. Only the printer draws them; their commands say some things.

Known from ^XA .. ^XZ: how many labels there are and whether one is cut. Known where they stand:
copies (^PQ), width and length (^PW, ^LL), and with both the resolution.
"""

from __future__ import annotations

import re

from app.labels.errors import LabelDoesNotFit, LabelError
from app.paper import DPIS, PAPERS, Paper

_ALIKE = 0.02
"""4 x 6 inches and 100 x 150 mm are one size to a carrier: what differs is margin."""

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
_FIELD = re.compile(rb"\^F[DV](.*?)\^FS", re.DOTALL | re.IGNORECASE)
_PICTURE = re.compile(rb"\^G[FS]|\^XG|\^IM", re.IGNORECASE)
_CODE_SETS = re.compile(rb">[0-9:;<=?]|[^0-9A-Za-z]")
"""In field data of a Code 128: its switches between sets, and what people put between digits."""


def is_zpl(data: bytes) -> bool:
    return bool(_FORMAT.search(data))


def zpl_labels(data: bytes, dpi: int, paper: Paper) -> tuple[bytes, ...]:
    """The labels of the data, each with everything that is not another label.

    Raises LabelError where there is none, or one that this printer and paper cannot print.
    """
    if _UNENDED.search(_FORMAT.sub(b"", data)):
        raise LabelError("The carrier's ZPL ends in the middle of a label.")
    copies = max((int(count) for count in _COPIES.findall(data)), default=1)
    if copies > 1:
        raise LabelError(f"The carrier's ZPL asks for {copies} labels; one parcel has one.")
    printing = [
        found
        for found in _FORMAT.finditer(data)
        if not _STORED.search(found[1]) and _PRINTS.search(found[1])
    ]
    if not printing:
        raise LabelError("The carrier's ZPL prints nothing.")
    _demand_resolution(data, dpi)
    _demand_size(data, dpi, paper)
    return tuple(_alone(data, found, printing) for found in printing)


def _alone(data: bytes, wanted: re.Match[bytes], printing: list[re.Match[bytes]]) -> bytes:
    """The data without the labels that are not wanted."""
    kept, at = b"", 0
    for found in printing:
        if found is not wanted:
            kept, at = kept + data[at : found.start()], found.end()
    return kept + data[at:]


def _demand_resolution(data: bytes, dpi: int) -> None:
    made_for = zpl_dpi(data)
    if made_for not in {0, dpi}:
        raise LabelError(
            f"The carrier's label is made for {made_for} dpi and the printer has {dpi}: it would "
            f"come out in the wrong size. Ask the carrier for {dpi} dpi."
        )


def _demand_size(data: bytes, dpi: int, paper: Paper) -> None:
    """Raises LabelDoesNotFit where the page is larger than the paper."""
    size = _size(data)
    across, along = size[0] / dpi * 25.4, size[1] / dpi * 25.4
    if across > paper.width * (1 + _ALIKE) or along > paper.height * (1 + _ALIKE):
        said = [f"{across:.0f} mm wide"] if size[0] else []
        said += [f"{along:.0f} mm long"] if size[1] else []
        raise LabelDoesNotFit(
            f"The carrier's label is {' and '.join(said)}; the printer's paper {paper.name} is "
            f"{paper.width:.0f} x {paper.height:.0f} mm. Load larger paper and set paper=, or ask "
            "the carrier for this size."
        )


def zpl_dpi(data: bytes) -> int:
    """203 or 300 where width and length of the page (^PW, ^LL) are those of a paper, else 0.

    With ^JMB every dot is twice as large.
    """
    width, length = _size(data)
    if not width:
        return 0
    for dpi in DPIS:
        for paper in PAPERS.values():
            across, along = paper.dots(dpi)
            if abs(width - across) <= _ALIKE * across and (
                not length or abs(length - along) <= _ALIKE * along
            ):
                return dpi
    return 0


def _size(data: bytes) -> tuple[int, int]:
    """Width and length of the page in dots; 0 = it does not say."""
    double = 2 if _HALVED.search(data) else 1
    widths, lengths = _WIDTH.findall(data), _LENGTH.findall(data)
    return (
        int(widths[-1]) * double if widths else 0,
        int(lengths[-1]) * double if lengths else 0,
    )


def zpl_carries(label: bytes, number: str) -> bool | None:
    """Whether a field of a label holds this number; None = its text may be a picture."""
    wanted = _CODE_SETS.sub(b"", number.encode())
    texts = [_CODE_SETS.sub(b"", text) for text in _FIELD.findall(label)]
    if any(wanted in text for text in texts):
        return True
    return None if _PICTURE.search(label) else False
