"""The words of answers to a weight."""

from __future__ import annotations

from app.domain.weighing.outcome import Weighing
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Weighing.WEIGHT_OK: (
            QT_TRANSLATE_NOOP("Outcome", "Weight is right: {grams} g"),
            "",
        ),
        Weighing.WEIGHT_OFF: (
            QT_TRANSLATE_NOOP("Outcome", "Wrong weight: {grams} g"),
            QT_TRANSLATE_NOOP("Outcome", "Expected {expected} g ± {tolerance} g"),
        ),
        Weighing.WEIGHT_NOTED: (
            QT_TRANSLATE_NOOP("Outcome", "Weight: {grams} g"),
            "",
        ),
        Weighing.SCANNED_TWICE: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} scanned twice?"),
            QT_TRANSLATE_NOOP("Outcome", "The scale felt one {name}. Put in the other, or UNDO."),
        ),
        Weighing.UNSCANNED_UNIT: (
            QT_TRANSLATE_NOOP("Outcome", "Put in unscanned: {grams} g"),
            QT_TRANSLATE_NOOP("Outcome", "Looks like {name}. Take it out and scan it."),
        ),
        Weighing.NOT_PUT_IN: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is not in yet?"),
            QT_TRANSLATE_NOOP("Outcome", "The scale felt no {name}. Put it in, or UNDO."),
        ),
        Weighing.TAKEN_OUT_UNSCANNED: (
            QT_TRANSLATE_NOOP("Outcome", "Taken out unscanned: {grams} g"),
            QT_TRANSLATE_NOOP("Outcome", "Looks like {name}. Put it back in."),
        ),
        Weighing.STALE_WEIGHT: (
            QT_TRANSLATE_NOOP("Outcome", "Still the last weight: {grams} g"),
            QT_TRANSLATE_NOOP("Outcome", "Clear the scale, then put this box on it."),
        ),
    },
)
