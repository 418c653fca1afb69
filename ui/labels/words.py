"""The words of the screen of the last labels."""

from __future__ import annotations

from app.station.labels.outcome import LabelsPrompt
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    prompts={
        LabelsPrompt.CHOOSE_LABEL: QT_TRANSLATE_NOOP("Prompt", "Scan a label, or its number"),
    },
    screen={
        "labels": QT_TRANSLATE_NOOP("Screen", "Last labels"),
        "no_labels": QT_TRANSLATE_NOOP("Screen", "No label was sent from here yet"),
        "sent_times": QT_TRANSLATE_NOOP("Screen", "sent {count} ×"),
    },
    icons={
        LabelsPrompt.CHOOSE_LABEL: "tag",
    },
)
