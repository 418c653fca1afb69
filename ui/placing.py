"""Where the window goes: never larger than its screen, never where nobody sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.kept import Kept

SEEN = 64
"""So many pixels of a kept window must be on one screen, or the screen has gone meanwhile."""


def show_again(window: QWidget, kept: Kept) -> None:
    """Show the window where it was last, as far as its screen is still there."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    last = QRect(kept.left, kept.top, kept.width, kept.height)
    place = mended(last, window.sizeHint(), screens)
    window.setGeometry(place)
    # A window as large as its screen has no room for its frame: then it is maximised.
    if kept.maximised or place in screens:
        window.showMaximized()
    else:
        window.show()


def where(window: QWidget) -> dict[str, int]:
    """The window's place as `Kept` has it."""
    place = window.normalGeometry()
    return {
        "left": place.x(),
        "top": place.y(),
        "width": place.width(),
        "height": place.height(),
        "maximised": window.isMaximized(),
    }


def mended(kept: QRect, usual: QSize, screens: Sequence[QRect]) -> QRect:
    """The window's place. kept: the last one, empty = unknown. screens: the room of each, the
    main one first.

    A kept place stays on the screen that shows most of it; otherwise the window is in the middle
    of the main screen, in its usual size.
    """
    room = max(screens, key=lambda screen: _shown(kept, screen))
    if kept.isEmpty() or _shown(kept, room) < SEEN * SEEN:
        room = screens[0]
        place = QRect(room.topLeft(), usual.boundedTo(room.size()))
        place.moveCenter(room.center())
        return place
    place = QRect(kept.topLeft(), kept.size().boundedTo(room.size()))
    place.moveLeft(max(room.left(), min(place.left(), room.right() + 1 - place.width())))
    place.moveTop(max(room.top(), min(place.top(), room.bottom() + 1 - place.height())))
    return place


def _shown(place: QRect, screen: QRect) -> int:
    both = place.intersected(screen)
    return max(0, both.width()) * max(0, both.height())
