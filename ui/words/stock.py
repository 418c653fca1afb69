"""The words of stock: in which state goods are, and why they were moved."""

from __future__ import annotations

from app.domain.stock import Reason, Status
from ui.words import QT_TRANSLATE_NOOP

STATUSES: dict[Status, str] = {
    Status.AVAILABLE: QT_TRANSLATE_NOOP("Thing", "available"),
    Status.HOLD: QT_TRANSLATE_NOOP("Thing", "on hold"),
    Status.QUALITY: QT_TRANSLATE_NOOP("Thing", "to be inspected"),
    Status.DAMAGED: QT_TRANSLATE_NOOP("Thing", "damaged"),
    Status.EXPIRED: QT_TRANSLATE_NOOP("Thing", "expired"),
    Status.QUARANTINE: QT_TRANSLATE_NOOP("Thing", "in quarantine"),
    Status.RETURNED: QT_TRANSLATE_NOOP("Thing", "returned"),
    Status.SCRAP: QT_TRANSLATE_NOOP("Thing", "written off"),
}
WHY: dict[Reason, str] = {
    Reason.NONE: "",
    Reason.ASKED: QT_TRANSLATE_NOOP("Thing", "wanted elsewhere"),
    Reason.DAMAGED: QT_TRANSLATE_NOOP("Thing", "damaged"),
    Reason.EXPIRED: QT_TRANSLATE_NOOP("Thing", "expired"),
    Reason.SUSPECT: QT_TRANSLATE_NOOP("Thing", "looks wrong"),
    Reason.RECALL: QT_TRANSLATE_NOOP("Thing", "recalled"),
    Reason.INSPECT: QT_TRANSLATE_NOOP("Thing", "to be inspected"),
    Reason.GOOD: QT_TRANSLATE_NOOP("Thing", "looked at, good"),
    Reason.REPAIRED: QT_TRANSLATE_NOOP("Thing", "repaired"),
    Reason.WORTHLESS: QT_TRANSLATE_NOOP("Thing", "worthless"),
    Reason.SAMPLE: QT_TRANSLATE_NOOP("Thing", "sample"),
    Reason.INTERNAL: QT_TRANSLATE_NOOP("Thing", "used here"),
}
