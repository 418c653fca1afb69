"""Finds the label on a sheet that is larger than the printer's paper.

Ink with less than 4 mm between it belongs together. A label has barcodes. It has a frame around it,
or it is all that the paper can hold with them, apart from the rest of the page. Where neither is
so, nobody knows what belongs to the label, and there is none: half a label must not be printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageFilter, ImageOps

from app.labels.errors import LabelDoesNotFit, LabelError
from app.paper import Paper

Box = tuple[int, int, int, int]  # left, top, right, bottom

_GAP_CELLS = 2  # a cell is about 1 mm, and ink grows by this on every side
_HAIR_DOTS = 4  # 0.5 mm at 203 dpi
_APART_MM = 8
_INKED = [255 * (value > 16) for value in range(256)]


@dataclass(frozen=True)
class Code:
    """A barcode on a page: its text, and its box as parts of the page's width and height."""

    text: str
    box: tuple[float, float, float, float]

    def on(self, size: tuple[int, int]) -> Box:
        left, top, right, bottom = self.box
        return (
            int(left * size[0]),
            int(top * size[1]),
            int(right * size[0]),
            int(bottom * size[1]),
        )


def label_on(
    grey: Image.Image, codes: tuple[Code, ...], dpi: int, paper: Paper
) -> tuple[Image.Image, tuple[Code, ...]]:
    """The label's dots, upright and at most as large as the paper, and the codes it carries.

    A page that fits is the label as it is. Raises LabelError.
    """
    most = paper.dots(dpi)
    whole = _upright(grey, most)
    if whole is not None:
        return whole, codes
    box = _inked(grey)
    if box is None:
        raise LabelError("The carrier's label is blank.")
    if _upright(grey.crop(box), most) is None:
        box = _label_box(grey, codes, dpi, paper, box)
    label = _upright(grey.crop(box), most)
    assert label is not None
    page = Image.new("L", most, 255)
    page.paste(label, ((most[0] - label.width) // 2, (most[1] - label.height) // 2))
    return page, tuple(code for code in codes if _inside(_middle(code.on(grey.size)), box))


def is_blank(grey: Image.Image) -> bool:
    return _inked(grey) is None


def _inked(grey: Image.Image) -> Box | None:
    return ImageOps.invert(grey).point(_INKED).getbbox()


def _label_box(
    grey: Image.Image, codes: tuple[Code, ...], dpi: int, paper: Paper, inked: Box
) -> Box:
    """The part of the page that is the label. Raises LabelDoesNotFit."""
    most = paper.dots(dpi)
    blocks = _blocks(grey, max(1, dpi // 25))
    spots = [code.on(grey.size) for code in codes]
    coded = [block for block in blocks if any(_touch(block, spot) for spot in spots)]
    if not coded:
        size = _millimetres(inked, dpi)
        raise LabelDoesNotFit(
            f"The carrier's page holds {size}, the paper {paper.name} is smaller, and no barcode "
            f"shows where the label is. Ask the carrier for a label of {paper.name}."
        )
    label = _around(coded)
    if not _fits(label, most):
        raise LabelDoesNotFit(
            f"The carrier's label is {_millimetres(label, dpi)}; the printer's paper {paper.name} "
            f"is {paper.width:.0f} x {paper.height:.0f} mm. Ask the carrier for this size, or "
            "print it on larger paper."
        )
    framed = [one for one in blocks if _within(label, one) and _fits(one, most)]
    for block in sorted(framed, key=_area):
        if _has_frame(grey.crop(block)):
            return block
    choices = list(_largest(_choices(blocks, label, most)))
    if len(choices) != 1 or not _apart(choices[0], blocks, round(_APART_MM * dpi / 25.4)):
        raise LabelDoesNotFit(
            "The carrier's page holds more than the label, and nothing shows where the label ends. "
            f"Ask the carrier for a label of {paper.name}."
        )
    return _around(choices[0])


def _has_frame(grey: Image.Image) -> bool:
    """Whether a line goes around a block."""
    ink, line = ImageOps.invert(grey).point(_INKED), 8
    width, height = ink.size
    sides = (
        ink.crop((0, 0, width, line)).resize((width, 1), Image.Resampling.BOX),
        ink.crop((0, height - line, width, height)).resize((width, 1), Image.Resampling.BOX),
        ink.crop((0, 0, line, height)).resize((1, height), Image.Resampling.BOX),
        ink.crop((width - line, 0, width, height)).resize((1, height), Image.Resampling.BOX),
    )
    return all(sum(map(bool, side.tobytes())) >= 0.95 * max(side.size) for side in sides)


def _apart(held: frozenset[Box], blocks: list[Box], gap: int) -> bool:
    """Whether nothing else is nearer to what is held than this many dots."""
    left, top, right, bottom = _around(held)
    wide = (left - gap, top - gap, right + gap, bottom + gap)
    return not any(_touch(block, wide) for block in blocks if block not in held)


def _blocks(grey: Image.Image, cell: int) -> list[Box]:
    """Boxes of the ink that belongs together, in dots. cell: side in dots."""
    ink = ImageOps.invert(grey).point(_INKED)
    cells = ink.reduce(cell).point([255 * (value > 0) for value in range(256)])
    grown = cells.filter(ImageFilter.MaxFilter(2 * _GAP_CELLS + 1))
    width, height = grown.size
    left = {place for place, value in enumerate(grown.tobytes()) if value}
    found = []
    while left:
        waiting, block = [left.pop()], []
        while waiting:
            place = waiting.pop()
            block.append(place)
            for near in _neighbours(place, width, height):
                if near in left:
                    left.remove(near)
                    waiting.append(near)
        rows, columns = [place // width for place in block], [place % width for place in block]
        rough = (
            min(columns) * cell,
            min(rows) * cell,
            min((max(columns) + 1) * cell, grey.width),
            min((max(rows) + 1) * cell, grey.height),
        )
        exact = ink.crop(rough).getbbox()
        if exact is not None:
            found.append(
                (
                    rough[0] + exact[0],
                    rough[1] + exact[1],
                    rough[0] + exact[2],
                    rough[1] + exact[3],
                )
            )
    return found


def _neighbours(place: int, width: int, height: int) -> Iterator[int]:
    row, column = divmod(place, width)
    if column > 0:
        yield place - 1
    if column < width - 1:
        yield place + 1
    if row > 0:
        yield place - width
    if row < height - 1:
        yield place + width


def _choices(blocks: list[Box], label: Box, most: tuple[int, int]) -> Iterator[frozenset[Box]]:
    """All that the paper can hold together with the label, without cutting a block in two."""
    for width, height in {most, most[::-1]}:
        for left in {block[0] for block in blocks}:
            for top in {block[1] for block in blocks}:
                window = (left, top, left + width, top + height)
                held = frozenset(block for block in blocks if _within(block, window))
                if held and _within(label, window):
                    around = _around(held)
                    if not any(_touch(block, around) for block in blocks if block not in held):
                        yield held


def _largest(choices: Iterator[frozenset[Box]]) -> Iterator[frozenset[Box]]:
    """Those that are no part of another one."""
    every = set(choices)
    return (one for one in every if not any(one < other for other in every))


def _around(boxes: list[Box] | frozenset[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _middle(box: Box) -> tuple[int, int]:
    return ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)


def _inside(point: tuple[int, int], box: Box) -> bool:
    return box[0] <= point[0] < box[2] and box[1] <= point[1] < box[3]


def _fits(box: Box, most: tuple[int, int]) -> bool:
    """Whether the paper holds a box, but for a hair."""
    width, height = box[2] - box[0] - _HAIR_DOTS, box[3] - box[1] - _HAIR_DOTS
    return (width <= most[0] and height <= most[1]) or (width <= most[1] and height <= most[0])


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _millimetres(box: Box, dpi: int) -> str:
    return f"{(box[2] - box[0]) / dpi * 25.4:.0f} x {(box[3] - box[1]) / dpi * 25.4:.0f} mm"


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
