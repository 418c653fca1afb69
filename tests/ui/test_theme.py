"""Contrast, sizes and fonts."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

import resources
from ui.icons import icon
from ui.looks import COMMAND_IMAGES, DEVICE_IMAGES, SEVERITY_IMAGES
from ui.rooms import ICONS, ICONS_AT
from ui.theme import (
    BENCH,
    DARK,
    HANDHELD,
    LEAST_ROOM,
    LEAST_SCALE,
    LIGHT,
    LOW_BENCH,
    Profile,
    Theme,
    contrast,
    fit_scale,
    least_size,
    sheet,
    zoom_at,
)

TEXT = [
    *[(text, ground) for text in ("text", "muted") for ground in ("bg", "surface", "raised")],
    *[("text", ground) for ground in ("done", "short", "cur")],
    *[("muted", ground) for ground in ("done", "short", "cur")],
    *[("on_" + ground, ground) for ground in ("action", "ok", "warn", "bad", "alarm")],
    *[(ink, "raised") for ink in ("action", "ok", "warn", "bad")],
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(colours: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_can_be_seen(colours: dict[str, str]) -> None:
    assert contrast(colours["outline"], colours["raised"]) >= 3
    assert contrast(colours["alarm"], colours["bg"]) >= 3
    assert contrast(colours["focus"], colours["surface"]) >= 3


def test_contrast_is_the_standard_s() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_a_packer_reads_at_two_metres() -> None:
    sizes = {name: Theme().size(name) for name in ("instruction", "count", "sku", "body", "muted")}
    assert sizes == {"instruction": 64, "count": 150, "sku": 44, "body": 28, "muted": 24}
    assert Theme(language="zh_CN").size("instruction") == 72
    assert Theme().size("button") >= 88
    assert Theme(profile="handheld").size("button") >= 96


def test_both_profiles_know_the_same_sizes() -> None:
    assert set(BENCH) == set(HANDHELD) == set(LOW_BENCH)
    assert set(LIGHT) == set(DARK)


def test_the_layout_fills_the_window() -> None:
    assert fit_scale("bench", 1920, 1080) == 1.0
    assert fit_scale("bench", 1366, 768) == pytest.approx(0.711)
    assert fit_scale("handheld", 480, 800) == 1.0
    assert fit_scale("bench", 100, 100) == 0.6


def test_a_zoom_ends_where_no_screen_would_be_whole() -> None:
    assert fit_scale("bench", 1920, 1080, 1.6) == 1.6
    assert fit_scale("bench", 1280, 1024, 1.6) == pytest.approx(1.067)
    assert fit_scale("handheld", 480, 800, 1.3) == 1.0
    assert zoom_at("handheld", 480, 800, 1.0) == 1.0
    assert zoom_at("bench", 1366, 768, fit_scale("bench", 1366, 768, 1.3)) == pytest.approx(1.3)


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_the_smallest_window_has_the_least_room(profile: Profile) -> None:
    width, height = least_size(profile)
    scale = fit_scale(profile, width, height, 1.6)
    assert scale == LEAST_SCALE[profile]
    assert (width / scale, height / scale) == pytest.approx(LEAST_ROOM[profile], rel=0.01)


def test_the_sheet_is_filled() -> None:
    for theme in (Theme(), Theme(dark=True, scale=0.7)):
        assert "$" not in sheet(theme)


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def test_the_bundled_font_has_every_character_of_the_translation(
    qapp: QApplication, name: str
) -> None:
    text = resources.path("translations", "packbench_zh_CN.ts").read_text(encoding="utf-8")
    font = QRawFont(str(resources.path("fonts", name)), 20.0)
    used = {letter for letter in text if ord(letter) > 127}
    assert [letter for letter in used if not font.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize(
    "table", [COMMAND_IMAGES, ICONS, *ICONS_AT.values(), SEVERITY_IMAGES, DEVICE_IMAGES]
)
def test_every_icon_is_there(qapp: QApplication, table: dict[object, str]) -> None:
    for name in table.values():
        if name:
            image = icon(name, Theme().colour("text"), 24).toImage()
            assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
@pytest.mark.parametrize("name", ["button", "header", "header_key", "row"])
def test_what_is_touched_is_large_enough(size: tuple[int, int], name: str) -> None:
    for low in (False, True):
        assert Theme(scale=fit_scale("bench", *size), low=low).size(name) >= 48


def test_an_alarm_is_red_in_every_light() -> None:
    for colours in (LIGHT, DARK):
        red, green, blue = (int(colours["alarm"][at : at + 2], 16) for at in (1, 3, 5))
        assert red > 3 * max(green, blue)
