"""The icons of the screens as strokes on paper."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import resources
from app.labels import icon
from app.labels.icon import UNITS, Move, outline
from ui.looks import COMMAND_IMAGES


def made(monkeypatch: pytest.MonkeyPatch, folder: Path, inside: str) -> tuple[Move, ...]:
    """The outline of an icon with this content."""
    file = folder / "tried.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', encoding="utf-8")
    monkeypatch.setattr(resources, "path", lambda *_names: file)
    icon.outline.cache_clear()
    try:
        return outline("tried")
    finally:
        icon.outline.cache_clear()


def ends(moves: tuple[Move, ...]) -> list[tuple[float, ...]]:
    return [tuple(round(value, 3) for value in points[-2:]) for _, points in moves if points]


@pytest.mark.parametrize("name", sorted({*COMMAND_IMAGES.values()} - {""}))
def test_every_command_has_an_icon_that_lies_in_its_square(name: str) -> None:
    moves = outline(name)
    assert moves[0][0] == "M"
    assert all(0 <= value <= UNITS for end in ends(moves) for value in end)


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("M1 2h3v4H0V0Z", [(1, 2), (4, 2), (4, 6), (0, 6), (0, 0)]),
        ("m1 2 3 4-1-1.5.5.5", [(1, 2), (4, 6), (3, 4.5), (3.5, 5)]),
        ("M1 1l2 2zl1 0", [(1, 1), (3, 3), (2, 1)]),
        ("M0 0c1 0 2 1 2 2C3 3 4 4 5 5", [(0, 0), (2, 2), (5, 5)]),
        ("M0 0q2 0 2 2", [(0, 0), (2, 2)]),
        ("M3 3a2 2 0 0 1 0 0", [(3, 3)]),
    ],
)
def test_a_path_is_followed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str, points: list[tuple[float, ...]]
) -> None:
    assert ends(made(monkeypatch, tmp_path, f'<path d="{path}"/>')) == points


@pytest.mark.parametrize(
    ("flags", "through"),
    [("0 1", (12, 2)), ("0 0", (12, 22))],
    ids=["clockwise", "counterclockwise"],
)
def test_half_a_circle_goes_the_right_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, flags: str, through: tuple[int, int]
) -> None:
    moves = made(monkeypatch, tmp_path, f'<path d="M2 12A10 10 0 {flags} 22 12"/>')
    assert ends(moves) == [(2, 12), through, (22, 12)]


@pytest.mark.parametrize(("flags", "quarters"), [("0 1", 1), ("1 1", 3), ("0 0", 1), ("1 0", 3)])
def test_the_long_way_round_is_three_quarters(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, flags: str, quarters: int
) -> None:
    moves = made(monkeypatch, tmp_path, f'<path d="M12 2A10 10 0 {flags} 22 12"/>')
    assert len(moves) == 1 + quarters
    middle = (12, 12) if flags in ("0 1", "1 0") else (22, 2)
    assert all(math.dist(end, middle) == pytest.approx(10) for end in ends(moves))


def test_other_shapes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    circle = made(monkeypatch, tmp_path, '<circle cx="12" cy="12" r="10"/>')
    assert {(12, 2), (22, 12), (12, 22), (2, 12)} <= set(ends(circle))
    rect = made(monkeypatch, tmp_path, '<rect x="2" y="3" width="20" height="5"/>')
    assert {(2, 3), (22, 3), (22, 8), (2, 8)} <= set(ends(rect))
    line = made(monkeypatch, tmp_path, '<line x1="1" x2="5" y1="2" y2="6"/>')
    assert ends(line) == [(1, 2), (5, 6)]
    polyline = made(monkeypatch, tmp_path, '<polyline points="3.29 7 12 12 20.71 7"/>')
    assert ends(polyline) == [(3.29, 7), (12, 12), (20.71, 7)]


@pytest.mark.parametrize(
    "inside",
    ["<text>no</text>", '<path d="M0 0S1 1 2 2"/>', '<path d="M0 0A1 2 0 0 1 3 3"/>'],
)
def test_what_is_not_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, inside: str
) -> None:
    with pytest.raises(ValueError, match="icons have no"):
        made(monkeypatch, tmp_path, inside)
