"""What the tests of the screens look at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget

from ui.widgets.fit_label import FitLabel
from ui.widgets.rows import RowList


class Pseudo(QTranslator):
    """Every text 40 % longer and marked: what is not marked was never given to the translator."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        longer = max(2, round(len(source) * 0.4) - 2)
        words = "~~~~~ " * (longer // 6) + "~" * (longer % 6)
        return f"[{source} {words}]"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield widget


def cut_words(window: QWidget) -> list[str]:
    """Texts that do not fit their widget."""
    found = []
    for widget in shown(window):
        fits = getattr(widget, "fits", None)
        if fits is not None:
            whole = fits()
        elif isinstance(widget, QLabel | QPushButton):
            whole = QFontMetrics(widget.font()).horizontalAdvance(widget.text()) <= widget.width()
        else:
            continue
        if not whole:
            found.append(f"{type(widget).__name__} {widget.objectName()}: {said(widget)}")
    return found


def hidden_rows(window: QWidget) -> list[str]:
    """Lists that show no whole row, and names and numbers that are cut in them."""
    found = []
    for rows in window.findChildren(RowList):
        if rows.isVisible() and rows.rows():
            found += [f"{rows.objectName()}: {text}" for text in rows.cut()]
            if rows.viewport().height() < rows.sizeHintForRow(0):
                found.append(f"{rows.objectName()} is {rows.viewport().height()} high")
    return found


def small_numbers(window: QWidget, least: int) -> list[str]:
    """Counts, bins and weights whose digits are less than `least` pixels high."""
    numbers = (window.findChild(FitLabel, name) for name in ("count", "bin", "live_weight"))
    return [
        f"{label.objectName()} {label.text()}: {label.shown_pixels()}"
        for label in numbers
        if label is not None and label.isVisible() and label.text()
        if label.shown_pixels() < least
    ]


def said(widget: QWidget) -> str:
    return widget.accessibleName()


def overlapping(window: QWidget) -> list[str]:
    """Widgets that reach over the edge of their parent, or over a neighbour."""
    found = []
    for widget in shown(window):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or _scrolled(widget) or widget.size().isEmpty():
            continue
        if not parent.rect().contains(widget.geometry()):
            found.append(f"{_named(widget)} {widget.geometry()} in {parent.size()}")
        for other in parent.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            both = other.geometry().intersected(widget.geometry())
            after = other.isVisible() and parent.children().index(other) > parent.children().index(
                widget
            )
            if after and both.width() > 1 and both.height() > 1:
                found.append(f"{_named(widget)} over {_named(other)}: {both.size()}")
    return found


def _scrolled(widget: QWidget) -> bool:
    """Whether the widget is inside something that can be scrolled."""
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QAbstractScrollArea) or _scrolled(parent))


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {said(widget)}"


def text_of(window: QWidget, name: str) -> str:
    label = window.findChild(FitLabel, name)
    assert label is not None, name
    return label.text()


def rows_of(window: QWidget, name: str) -> list[str]:
    rows = window.findChild(RowList, name)
    assert rows is not None, name
    return [row.spoken() for row in rows.rows()]
