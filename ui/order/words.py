"""The words of the screen of one order."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "parcels": QT_TRANSLATE_NOOP("Screen", "Parcels"),
        "timeline": QT_TRANSLATE_NOOP("Screen", "Timeline"),
        "no_parcels": QT_TRANSLATE_NOOP("Screen", "No box yet"),
    },
)

VERDICTS: dict[str, str] = {
    "applied": QT_TRANSLATE_NOOP("Fact", "done"),
    "conflict": QT_TRANSLATE_NOOP("Fact", "conflict"),
    "waiting": QT_TRANSLATE_NOOP("Fact", "waiting"),
}
