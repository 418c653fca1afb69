"""The words of alarms: what each is about, and what is wrong."""

from __future__ import annotations

from app.domain.thresholds import AlarmKind
from ui.words import QT_TRANSLATE_NOOP

ALARMS: dict[AlarmKind, tuple[str, str]] = {
    AlarmKind.LATE_TO_CUT_OFF: (
        "{carrier} {time}",
        QT_TRANSLATE_NOOP("Alarm", "{missed} will miss it"),
    ),
    AlarmKind.IDLE_ORDER: ("{ref}", QT_TRANSLATE_NOOP("Alarm", "stands still")),
    AlarmKind.STATION_OFFLINE: ("{about}", QT_TRANSLATE_NOOP("Alarm", "not heard of")),
    AlarmKind.DEVICE_DOWN: ("{station}", "{trouble}"),
    AlarmKind.PRINTER_FAULTS: (
        "{about}",
        QT_TRANSLATE_NOOP("Alarm", "labels failed: {count}× in {minutes} min"),
    ),
    AlarmKind.BIN_SHORTS: (
        "{about}",
        QT_TRANSLATE_NOOP("Alarm", "goods missed: {count}× in {hours} h"),
    ),
    AlarmKind.MIX_UP: (
        "{expected} / {scanned}",
        QT_TRANSLATE_NOOP("Alarm", "mixed up {count}×"),
    ),
    AlarmKind.BELOW_ZERO: ("{about}", QT_TRANSLATE_NOOP("Alarm", "stock below zero")),
    AlarmKind.NO_STOCK: ("{about}", QT_TRANSLATE_NOOP("Alarm", "orders without goods: {orders}")),
}
"""Of each kind: what it is about, and what is wrong there."""
LATE = QT_TRANSLATE_NOOP("Alarm", "{late} not on the truck")
"""Of a truck that should have left."""
