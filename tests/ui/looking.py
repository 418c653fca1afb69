"""What the tests of the screens look at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

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


def said(widget: QWidget) -> str:
    return widget.accessibleName()


def overlapping(window: QWidget) -> list[str]:
    """Widgets that reach over the edge of their parent."""
    found = []
    for widget in shown(window):
        parent = widget.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), RowList) or widget.isWindow():
            continue
        if not isinstance(widget, FitLabel | QPushButton):
            continue
        if not parent.rect().contains(widget.geometry()):
            found.append(f"{widget.objectName()} {said(widget)} {widget.geometry()}")
    return found


def text_of(window: QWidget, name: str) -> str:
    label = window.findChild(FitLabel, name)
    assert label is not None, name
    return label.text()


def rows_of(window: QWidget, name: str) -> list[str]:
    rows = window.findChild(RowList, name)
    assert rows is not None, name
    return [row.spoken() for row in rows.rows()]
