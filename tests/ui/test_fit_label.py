"""What is said to fit is whole: no foot of a letter and no accent is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.theme import Theme
from ui.widgets.fit_label import LEFT, Fit, FitLabel, draw_fitted, fit

AROUND = 60


def inked(text: str, place: QSize, fitted: Fit, lines: int, *, around: int) -> int:
    """How many rows of pixels have ink. around: of room above and below, 0 = cut at the place."""
    picture = QImage(place.width(), place.height() + 2 * around, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setPen(QColor("black"))
    place_ = QRect(0, around, place.width(), place.height())
    draw_fitted(painter, place_, text, fitted, LEFT, lines)
    painter.end()
    rows = (
        [picture.pixelColor(x, y).value() for x in range(picture.width())]
        for y in range(picture.height())
    )
    return sum(min(row) < 100 for row in rows)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("scale", [0.6, 0.71, 1.0])
@pytest.mark.parametrize(
    ("text", "lines"),
    [("Qgjpy", 1), ("ÅÉgjpy", 1), ("Qgjpy quick jumping pygmy gjpy", 2)],
)
def test_no_letter_is_cut(
    qapp: QApplication, language: str, scale: float, text: str, lines: int
) -> None:
    theme = Theme(language=language, scale=scale)
    tried = 0
    for size in ("muted", "body", "title", "instruction"):
        pixels = theme.size(size)
        for height in range(pixels // 2, pixels * lines * 3 // 2, 2):
            place = QSize(pixels * 6, height)
            fitted = fit(theme, text, place, pixels, lines=lines)
            if fitted.fits:
                tried += 1
                whole = inked(text, place, fitted, lines, around=AROUND)
                assert inked(text, place, fitted, lines, around=0) == whole, (size, height)
    assert tried > 10


def test_a_name_is_cut_in_width_only(qapp: QApplication) -> None:
    label = FitLabel(Theme(), "title", data=True)
    label.set_text("gjpy " * 40)
    label.resize(120, 24)
    assert label.fits()
    fitted = Fit(label._fit().font, fits=False)
    whole = inked("gjpy", QSize(120, 24), fitted, 1, around=AROUND)
    assert inked("gjpy", QSize(120, 24), fitted, 1, around=0) == whole
