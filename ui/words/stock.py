"""The words of stock: in which state goods are, why they were moved, why a count differs."""

from __future__ import annotations

from app.domain.count.why import CountWhy
from app.domain.rows.tasks import Rule
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
    Reason.UNDONE: QT_TRANSLATE_NOOP("Thing", "undone"),
    Reason.REPAIRED: QT_TRANSLATE_NOOP("Thing", "repaired"),
    Reason.WORTHLESS: QT_TRANSLATE_NOOP("Thing", "worthless"),
    Reason.SAMPLE: QT_TRANSLATE_NOOP("Thing", "sample"),
    Reason.INTERNAL: QT_TRANSLATE_NOOP("Thing", "used here"),
}
COUNT_WHY: dict[CountWhy, str] = {
    CountWhy.MISCOUNTED: QT_TRANSLATE_NOOP("Thing", "miscounted before"),
    CountWhy.MISPICKED: QT_TRANSLATE_NOOP("Thing", "mispicked"),
    CountWhy.WRONG_BIN: QT_TRANSLATE_NOOP("Thing", "wrong bin"),
    CountWhy.WRONG_LOT: QT_TRANSLATE_NOOP("Thing", "wrong lot"),
    CountWhy.FOUND_ELSEWHERE: QT_TRANSLATE_NOOP("Thing", "found elsewhere"),
    CountWhy.NOT_BOOKED_IN: QT_TRANSLATE_NOOP("Thing", "not booked in"),
    CountWhy.NOT_BOOKED_OUT: QT_TRANSLATE_NOOP("Thing", "not booked out"),
    CountWhy.DAMAGED: QT_TRANSLATE_NOOP("Thing", "damaged"),
    CountWhy.EXPIRED: QT_TRANSLATE_NOOP("Thing", "expired"),
    CountWhy.LOST: QT_TRANSLATE_NOOP("Thing", "lost"),
    CountWhy.UNKNOWN: QT_TRANSLATE_NOOP("Thing", "nobody knows"),
}
CHECKS: dict[Rule, str] = {
    Rule.PERSON: QT_TRANSLATE_NOOP("Thing", "asked for"),
    Rule.SHORT: QT_TRANSLATE_NOOP("Thing", "too few"),
    Rule.LOW: QT_TRANSLATE_NOOP("Thing", "few left"),
    Rule.ZERO: QT_TRANSLATE_NOOP("Thing", "empty?"),
    Rule.NEGATIVE: QT_TRANSLATE_NOOP("Thing", "below zero"),
}
