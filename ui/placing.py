"""Where the window goes: never larger than its screen, never where nobody sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

SEEN = 64
"""So many pixels of a kept window must be on one screen, or the screen has gone meanwhile."""


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
