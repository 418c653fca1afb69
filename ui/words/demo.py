"""The words of the demo panel."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "demo": QT_TRANSLATE_NOOP("Screen", "DEMO, nothing leaves this PC"),
        "sim_scanner": QT_TRANSLATE_NOOP("Screen", "Simulated scanner"),
        "sim_printer": QT_TRANSLATE_NOOP("Screen", "Simulated printer"),
        "sim_at_hand": QT_TRANSLATE_NOOP("Screen", "At hand now"),
        "sim_wrong": QT_TRANSLATE_NOOP("Screen", "A code nobody knows"),
        "sim_badges": QT_TRANSLATE_NOOP("Screen", "Badges"),
        "sim_commands": QT_TRANSLATE_NOOP("Screen", "Command sheet"),
        "sim_hint": QT_TRANSLATE_NOOP("Screen", "Click a code: it is scanned"),
        "sim_typed": QT_TRANSLATE_NOOP("Screen", "Type any code"),
        "sim_scan": QT_TRANSLATE_NOOP("Screen", "Scan"),
        "no_label_yet": QT_TRANSLATE_NOOP("Screen", "No label printed yet"),
    },
)
