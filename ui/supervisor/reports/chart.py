"""Bars of a table: title, axis with its unit, a value on each bar (main thread).

The bars differ by pattern, too: colour alone tells nothing.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.overview.report.view import Chart
from ui import messages
from ui.supervisor.reports.saying import labels, say
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, LEFT, RIGHT, draw_fitted, fit

TICKS = 4
LARGEST = 60
"""Pixels at scale 1 of a value on its bar: it is read at 2 m where the bar is wide enough."""
_INKS = ("action", "ok", "muted")
_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
)


def step_of(most: float) -> float:
    """The distance of the axis' lines: 1, 2 or 5 times a power of ten, at most `TICKS` of them."""
    if most <= 0:
        return 1.0
    rough = most / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough * 0.999)


class BarChart(QWidget):
    """Draws a Chart in all the room it has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(150))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(300))

    def show_chart(self, chart: Chart | None) -> None:
        if chart == self._chart:
            return
        self._chart = chart
        self.setAccessibleName(_spoken(chart) if chart is not None else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        chart = self._chart
        if chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._draw_head(painter, chart)
        most = max((value for one in chart.series for value in one.values if value), default=0.0)
        step = step_of(most)
        lines = max(1, math.ceil(most / step - 1e-9))
        left = self._axis_width(step, lines, chart.unit)
        below = QFontMetrics(self._theme.font(self._theme.size("muted"))).lineSpacing()
        values = self._value_pixels(chart, self.width() - left)
        plot = QRectF(left, top + values * 1.3, self.width() - left, 0)
        plot.setBottom(self.height() - below - self._theme.px(4))
        self._draw_axis(painter, plot, step, lines, chart.unit)
        self._draw_bars(painter, plot, chart, step * lines, values)
        painter.end()

    def _draw_head(self, painter: QPainter, chart: Chart) -> float:
        """Title and legend; returns where the plot may begin."""
        theme, gap = self._theme, self._theme.px(10)
        painter.setFont(theme.font(theme.size("title"), bold=True))
        painter.setPen(theme.colour("text"))
        metrics = painter.fontMetrics()
        height, title = metrics.height(), say(chart.table)
        if len(chart.labels) < _rows_of(chart):
            code = "reports_last" if chart.newest else "reports_first"
            title += f" ({messages.words(code, count=len(chart.labels))})"
        painter.drawText(QRectF(0, 0, self.width(), height), int(LEFT), title)
        font = theme.font(theme.size("body"))
        painter.setFont(font)
        side, right = theme.px(24), float(self.width())
        for number, one in reversed(list(enumerate(chart.series))):
            name = say(one.name)
            wide = QFontMetrics(font).horizontalAdvance(name) + theme.px(6)
            right -= wide
            painter.setPen(theme.colour("text"))
            painter.drawText(QRectF(right, 0, wide, height), int(LEFT), name)
            right -= side + gap
            self._fill(painter, QRectF(right, (height - side) / 2, side, side), number)
            right -= gap
        return height + theme.px(6)

    def _fill(self, painter: QPainter, place: QRectF, number: int) -> None:
        ink: QColor = self._theme.colour(_INKS[number])
        painter.setPen(QPen(ink, self._theme.px(2)))
        painter.setBrush(QBrush(ink, _PATTERNS[number]))
        painter.drawRect(place)

    def _axis_width(self, step: float, lines: int, unit: str) -> float:
        metrics = QFontMetrics(self._theme.font(self._theme.size("muted")))
        words = [_number(step * lines), _number(step), say(unit) if unit else ""]
        return max(map(metrics.horizontalAdvance, words)) + self._theme.px(14)

    def _draw_axis(
        self, painter: QPainter, plot: QRectF, step: float, lines: int, unit: str
    ) -> None:
        theme = self._theme
        painter.setFont(theme.font(theme.size("muted")))
        height = painter.fontMetrics().height()
        for at in range(lines + 1):
            y = plot.bottom() - plot.height() * at / lines
            painter.setPen(QPen(theme.colour("line" if at else "outline"), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(theme.colour("muted"))
            place = QRectF(0, y - height / 2, plot.left() - theme.px(8), height)
            painter.drawText(place, int(RIGHT), _number(step * at))
        if unit:
            place = QRectF(0, plot.top() - height * 1.6, plot.left() - theme.px(8), height)
            painter.drawText(place, int(RIGHT), say(unit))

    def _value_pixels(self, chart: Chart, width: float) -> int:
        """The size of the values on the bars: as large as their bars are wide."""
        theme = self._theme
        slot = _slot(chart, width)
        texts = [_number(value) for one in chart.series for value in one.values if value]
        pixels, least = theme.px(LARGEST), theme.px(14)
        while pixels > least:
            metrics = QFontMetrics(theme.font(pixels, bold=True))
            if max(map(metrics.horizontalAdvance, texts), default=0) <= slot * 0.9:
                break
            pixels -= 1
        return min(pixels, max(least, self.height() // 6))

    def _draw_bars(
        self, painter: QPainter, plot: QRectF, chart: Chart, most: float, pixels: int
    ) -> None:
        theme = self._theme
        group = plot.width() / len(chart.labels)
        slot = _slot(chart, plot.width())
        small = theme.size("muted")
        for at, label in enumerate(labels(chart.labels)):
            left = plot.left() + at * group + (group - slot * len(chart.series)) / 2
            for number, one in enumerate(chart.series):
                value = one.values[at]
                if value is not None:
                    high = plot.height() * value / most if most else 0.0
                    bar = QRectF(left, plot.bottom() - high, slot * 0.86, high)
                    self._fill(painter, bar, number)
                    self._write(painter, bar, _number(value), pixels)
                left += slot
            place = QRectF(plot.left() + at * group, plot.bottom() + theme.px(4), group - 4, 0)
            place.setBottom(self.height())
            room = place.toRect()
            painter.setPen(theme.colour("text"))
            draw_fitted(painter, room, label, fit(theme, label, room.size(), small), CENTRE, 1)

    def _write(self, painter: QPainter, bar: QRectF, text: str, pixels: int) -> None:
        font = self._theme.font(pixels, bold=True)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        metrics = QFontMetrics(font)
        wide, high = metrics.horizontalAdvance(text), metrics.ascent()
        painter.drawText(
            QRectF(bar.center().x() - wide / 2, bar.top() - high * 1.08, wide + 2, high),
            int(LEFT),
            text,
        )


def _slot(chart: Chart, width: float) -> float:
    """The width of one bar with the room beside it."""
    return width / max(1, len(chart.labels)) * 0.88 / max(1, len(chart.series))


def _rows_of(chart: Chart) -> int:
    return chart.rows or len(chart.labels)


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _spoken(chart: Chart) -> str:
    told = [say(chart.table)]
    for one in chart.series:
        most = max((value for value in one.values if value is not None), default=0.0)
        told.append(f"{say(one.name)} ≤ {_number(most)} {chart.unit}".strip())
    return ", ".join(told)
