"""Reads the outlines of the program's icons, so that paper shows what the screens show.

Only what these icons use of SVG is read: strokes of one width in a square of `UNITS`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

import resources

UNITS, STROKE = 24, 2
_TOKEN = re.compile(r"([a-zA-Z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
_KAPPA = 4 / 3 * (math.sqrt(2) - 1)  # of a quarter circle as a cubic curve

Move = tuple[str, tuple[float, ...]]
"""("M", x y), ("L", x y), ("C", three points) or ("Z", nothing); y downwards, from 0 to `UNITS`."""


@cache
def outline(name: str) -> tuple[Move, ...]:
    """The strokes of the icon with this name. Raises ValueError for what is not read."""
    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    moves: list[Move] = []
    for element in ElementTree.fromstring(source):  # noqa: S314  our own file
        moves += _element(element.tag.rpartition("}")[2], element.attrib)
    return tuple(moves)


def _element(kind: str, given: dict[str, str]) -> list[Move]:
    def number(key: str) -> float:
        return float(given.get(key, "0"))

    if kind == "path":
        return list(_path(given["d"]))
    if kind == "circle":
        radius = number("r")
        left, top = number("cx") - radius, number("cy") - radius
        return _round_rect(left, top, 2 * radius, 2 * radius, radius)
    if kind == "rect":
        place = (number("x"), number("y"), number("width"), number("height"))
        return _round_rect(*place, number("rx"))
    if kind == "polyline":
        numbers = [float(text) for _, text in _TOKEN.findall(given["points"])]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        return [("L" if at else "M", point) for at, point in enumerate(points)]
    if kind == "line":
        start, end = (number("x1"), number("y1")), (number("x2"), number("y2"))
        return [("M", start), ("L", end)]
    raise ValueError(f"icons have no <{kind}>")


def _round_rect(x: float, y: float, width: float, height: float, r: float) -> list[Move]:
    k = r * (1 - _KAPPA)
    right, bottom = x + width, y + height
    return [
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    ]


def _path(text: str) -> Iterator[Move]:
    """The moves of a path; all points absolute, arcs as curves."""
    x = y = start_x = start_y = 0.0
    for letter, values in _commands(text):
        kind, dx, dy = letter.upper(), x * letter.islower(), y * letter.islower()
        if kind == "Z":
            x, y = start_x, start_y
            yield "Z", ()
            continue
        if kind == "A":
            end = (values[5] + dx, values[6] + dy)
            yield from _arc((x, y), values, end)
            x, y = end
            continue
        if kind == "H":
            points: tuple[float, ...] = (values[0] + dx, y)
        elif kind == "V":
            points = (x, values[0] + dy)
        else:
            points = tuple(v + (dy if at % 2 else dx) for at, v in enumerate(values))
        if kind == "Q":
            points = _cubic((x, y), points)
        x, y = points[-2:]
        if kind == "M":
            start_x, start_y = x, y
        yield {"M": "M", "C": "C", "Q": "C"}.get(kind, "L"), points


def _commands(text: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each letter with one set of its numbers; a repeated M is a line."""
    letter, numbers = "", list[float]()
    for found, number in _TOKEN.findall(text):
        if found:
            letter = found
            if _COUNTS.get(letter.upper()) is None or letter.upper() == "S":
                raise ValueError(f"icons have no {letter} in a path")
            if letter in "zZ":
                yield letter, ()
            continue
        numbers.append(float(number))
        if len(numbers) == _COUNTS[letter.upper()]:
            yield letter, tuple(numbers)
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def _cubic(start: tuple[float, float], points: tuple[float, ...]) -> tuple[float, ...]:
    """A quadratic curve as a cubic one."""
    (x, y), (cx, cy, ex, ey) = start, points
    first = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y))
    return (*first, ex + 2 / 3 * (cx - ex), ey + 2 / 3 * (cy - ey), ex, ey)


def _arc(
    start: tuple[float, float], values: tuple[float, ...], end: tuple[float, float]
) -> Iterator[Move]:
    """A circular arc as curves of at most 90 degrees each (SVG 1.1, F.6.5).

    The icons have circles only, no ellipses.
    """
    radius, large, sweep = values[0], bool(values[3]), bool(values[4])
    if values[0] != values[1]:
        raise ValueError("icons have no ellipses")
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    half = math.hypot(half_x, half_y)
    if not half:
        return
    radius = max(radius, half)
    away = math.sqrt(max(0.0, radius * radius - half * half)) / half
    away = away if large != sweep else -away
    middle_x = (start[0] + end[0]) / 2 + away * half_y
    middle_y = (start[1] + end[1]) / 2 - away * half_x
    begin = math.atan2(start[1] - middle_y, start[0] - middle_x)
    turn = math.atan2(end[1] - middle_y, end[0] - middle_x) - begin
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    parts = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / parts
    pull = 4 / 3 * math.tan(step / 4) * radius
    for part in range(parts):
        one, two = begin + part * step, begin + (part + 1) * step
        ax, ay = middle_x + radius * math.cos(one), middle_y + radius * math.sin(one)
        bx, by = middle_x + radius * math.cos(two), middle_y + radius * math.sin(two)
        yield (
            "C",
            (
                ax - pull * math.sin(one),
                ay + pull * math.cos(one),
                bx + pull * math.sin(two),
                by - pull * math.cos(two),
                bx,
                by,
            ),
        )
