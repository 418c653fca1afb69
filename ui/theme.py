"""Colours, sizes and fonts, all in this place (main thread).

A theme is a value handed to each widget. For a new look, scale or language the window builds its
screens anew, so no widget needs code for being restyled.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

import resources

Profile = Literal["bench", "handheld"]

LIGHT = {
    "bg": "#E6E9EB",
    "surface": "#F7F8F9",
    "raised": "#FFFFFF",
    "line": "#B9C2C9",
    "outline": "#66727B",
    "text": "#12181D",
    "muted": "#48545E",
    "action": "#1B4F7A",
    "on_action": "#FFFFFF",
    "ok": "#17693A",
    "on_ok": "#FFFFFF",
    "warn": "#8A4B00",
    "on_warn": "#FFFFFF",
    "bad": "#A3161D",
    "on_bad": "#FFFFFF",
    "alarm": "#A3161D",
    "on_alarm": "#FFFFFF",
    "done": "#DCEBE1",
    "short": "#F6E7CF",
    "cur": "#DCE8F3",
    "focus": "#0B5CAD",
}
DARK = {
    "bg": "#15191C",
    "surface": "#1D2327",
    "raised": "#262D32",
    "line": "#55626B",
    "outline": "#8D9BA5",
    "text": "#F1F4F6",
    "muted": "#B4C0C8",
    "action": "#8CC4F0",
    "on_action": "#0A1A26",
    "ok": "#7BD69B",
    "on_ok": "#06210F",
    "warn": "#F5B454",
    "on_warn": "#2B1A00",
    "bad": "#FF9A94",
    "on_bad": "#370806",
    "alarm": "#C8202A",
    "on_alarm": "#FFFFFF",
    "done": "#1E3327",
    "short": "#3A2E18",
    "cur": "#1E3143",
    "focus": "#7CC4FF",
}

# Pixels at scale 1: a packer reads the instruction at 2 m, the SKU at 1.5 m, the rest at 1 m.
BENCH = {
    "instruction": 64,
    "refusal": 56,
    "detail": 34,
    "count": 150,
    "sku": 44,
    "title": 36,
    "body": 28,
    "muted": 24,
    "hint": 20,
    "header": 56,
    "header_key": 64,
    "bar": 170,
    "bar_icon": 100,
    "button": 88,
    "icon": 44,
    "row": 60,
    "strip": 96,
    "tile": 150,
    "progress": 30,
    "gap": 16,
    "margin": 24,
    "radius": 12,
}
# A low window, such as a zoomed one: what is read keeps its size, the frame around it does not.
LOW_BENCH = BENCH | {
    "instruction": 50,
    "refusal": 42,
    "detail": 28,
    "count": 110,
    "header": 52,
    "header_key": 56,
    "bar": 116,
    "bar_icon": 72,
    "button": 76,
    "icon": 36,
    "row": 52,
    "strip": 64,
    "tile": 84,
    "gap": 10,
    "margin": 16,
}
TOUCH = 48
"""What is touched is at least so many pixels high, however small the window is."""
_TOUCHED = {"header", "header_key", "button", "row"}
LOW = 940
"""Below this height, in pixels at scale 1, a bench's window is low."""
HANDHELD = {
    "instruction": 38,
    "refusal": 32,
    "detail": 22,
    "count": 76,
    "sku": 32,
    "title": 28,
    "body": 24,
    "muted": 20,
    "hint": 16,
    "header": 42,
    "header_key": 42,
    "bar": 124,
    "bar_icon": 56,
    "button": 96,
    "icon": 32,
    "row": 52,
    "strip": 44,
    "tile": 64,
    "progress": 26,
    "gap": 8,
    "margin": 12,
    "radius": 10,
}
BASE_SIZE: dict[Profile, tuple[int, int]] = {"bench": (1920, 1080), "handheld": (480, 800)}
# The least room, in pixels at scale 1, in which every screen is whole.
LEAST_ROOM: dict[Profile, tuple[int, int]] = {"bench": (1200, 675), "handheld": (480, 800)}
SMALLEST: dict[Profile, float] = {"bench": 0.6, "handheld": 0.8}
LEAST_SCALE: dict[Profile, float] = {"bench": 0.66, "handheld": 0.8}
"""Below this scale keys that are touched do not shrink, and the least room is not enough."""
LARGEST = 2.0

# China, Japan and Korea write many characters differently, so a language's own fonts come first.
_CHINESE = ("Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC")
_LATIN = ("Segoe UI", "Noto Sans", "DejaVu Sans", "Noto Sans SC")
_FONT_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")

_SHEET = Template("""
QWidget#root, QWidget#screen { background: $bg; }
QFrame#card, QFrame[card="yes"] {
    background: $raised; border: 1px solid $line; border-radius: ${radius}px;
}
QFrame[card="warn"] { background: $short; border: 3px solid $warn; border-radius: ${radius}px; }
QFrame[card="stop"] { background: $raised; border: 4px solid $alarm; border-radius: ${radius}px; }
QListView { background: $raised; border: none; outline: none; }
QScrollBar:vertical { background: $surface; width: ${scroll}px; border: none; margin: 0; }
QScrollBar::handle:vertical {
    background: $outline; border-radius: ${half_scroll}px; min-height: ${button}px;
}
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QLineEdit {
    background: $surface; color: $text; border: 2px solid $outline;
    border-radius: ${radius}px; padding: 0 ${gap}px; font-size: ${body}px;
    selection-background-color: $action; selection-color: $on_action;
}
QLineEdit:focus { border: 3px solid $focus; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
""")


@dataclass(frozen=True)
class Theme:
    """How everything looks at one station at this moment.

    low: the window has less height than the layout is drawn for.
    """

    dark: bool = False
    scale: float = 1.0
    profile: Profile = "bench"
    language: str = "en"
    low: bool = False

    @property
    def handheld(self) -> bool:
        return self.profile == "handheld"

    @property
    def scant(self) -> bool:
        """Whether there is no room for keys that the action row has, too."""
        return self.handheld or self.low

    @property
    def chinese(self) -> bool:
        return self.language.startswith("zh")

    def px(self, pixels: float) -> int:
        return max(1, round(pixels * self.scale))

    def size(self, name: str) -> int:
        """The named size in pixels, scaled for this station."""
        sizes = HANDHELD if self.handheld else LOW_BENCH if self.low else BENCH
        # Chinese characters are denser: instructions take the next step up.
        denser = 1.125 if self.chinese and name in {"instruction", "refusal"} else 1.0
        pixels = self.px(sizes[name] * denser)
        return max(TOUCH, pixels) if name in _TOUCHED and not self.handheld else pixels

    def hex(self, name: str) -> str:
        return (DARK if self.dark else LIGHT)[name]

    def colour(self, name: str) -> QColor:
        return _colour(self.hex(name))

    def font(self, pixels: int, *, bold: bool = False) -> QFont:
        return _font(self.chinese, pixels, bold)


def fit_scale(profile: Profile, width: int, height: int, wish: float = 1.0) -> float:
    """The scale at which the layout fills a window of width x height pixels, times `wish`.

    No screen would be whole at a larger scale than its least room allows: there the wish ends.
    """
    wished = max(SMALLEST[profile], _filling(BASE_SIZE[profile], width, height) * wish)
    return round(
        max(SMALLEST[profile], min(LARGEST, wished, _filling(LEAST_ROOM[profile], width, height))),
        3,
    )


def zoom_at(profile: Profile, width: int, height: int, scale: float) -> float:
    """The zoom that this scale is in a window of width x height pixels."""
    return round(scale / _filling(BASE_SIZE[profile], width, height), 2)


def least_size(profile: Profile) -> tuple[int, int]:
    """The smallest window, in pixels, in which every screen is whole."""
    width, height = LEAST_ROOM[profile]
    return round(width * LEAST_SCALE[profile]), round(height * LEAST_SCALE[profile])


def _filling(size: tuple[int, int], width: int, height: int) -> float:
    """The scale at which `size` just fits into width x height pixels."""
    return min(width / size[0], height / size[1])


def is_low(profile: Profile, height: int, scale: float) -> bool:
    return profile == "bench" and height / scale < LOW


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: style, palette, font and the one sheet."""
    load_fonts()
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(theme))
    app.setFont(theme.font(theme.size("body")))
    app.setStyleSheet(sheet(theme))


def sheet(theme: Theme) -> str:
    tokens: dict[str, str | int] = dict(DARK if theme.dark else LIGHT)
    sizes = {name: theme.size(name) for name in ("radius", "gap", "button", "body")}
    return _SHEET.substitute(tokens, **sizes, scroll=theme.px(20), half_scroll=theme.px(9))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "bg"),
        (role.Base, "raised"),
        (role.AlternateBase, "surface"),
        (role.Button, "raised"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "action"),
        (role.HighlightedText, "on_action"),
    ):
        palette.setColor(target, theme.colour(name))
    return palette


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled font. Returns its families; () where the file is not installed."""
    families: list[str] = []
    for name in _FONT_FILES:
        file = resources.path("fonts", name)
        if file.is_file():
            number = QFontDatabase.addApplicationFont(str(file))
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(families)


@cache
def _families(chinese: bool) -> list[str]:  # noqa: FBT001 - a cache key
    # Qt searches all fonts for a missing family, which is slow: only installed ones are named.
    wanted = (*_CHINESE, *_LATIN) if chinese else _LATIN
    there = set(QFontDatabase.families())
    return [family for family in wanted if family in there] or [QFont().family()]


@cache
def _font(chinese: bool, pixels: int, bold: bool) -> QFont:  # noqa: FBT001 - a cache key
    load_fonts()
    font = QFont(_families(chinese))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return font


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(value: str) -> float:
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
