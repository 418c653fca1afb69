"""The words of the last labels and of the labels of bins."""

from __future__ import annotations

from app.domain.commands import Command
from app.station.labels.outcome import Labelling, LabelsPrompt
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Labelling.ZONE_OPENED: (
            QT_TRANSLATE_NOOP("Outcome", "Zone {zone}: {count} {count:bin|bins}"),
            QT_TRANSLATE_NOOP("Outcome", "Print the labels, or scan those that are there."),
        ),
        Labelling.BIN_LABELS_SENT: (
            QT_TRANSLATE_NOOP("Outcome", "{count} {count:label|labels} sent, {left} to go"),
            QT_TRANSLATE_NOOP("Outcome", "Stick each on its bin and scan it there."),
        ),
        Labelling.BIN_LABELS_FAILED: (
            QT_TRANSLATE_NOOP("Outcome", "The labels did not come out"),
            QT_TRANSLATE_NOOP("Outcome", "{reason}. PRINT begins again with what nobody scanned."),
        ),
        Labelling.BIN_LABELS_REFUSED: (
            QT_TRANSLATE_NOOP("Outcome", "Some labels cannot be made"),
            "{reason}",
        ),
        Labelling.BIN_LABEL_PROVEN: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} reads well"),
            "",
        ),
        Labelling.BIN_LABEL_KNOWN: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} was scanned before"),
            "",
        ),
        Labelling.BIN_LABEL_TYPED: (
            QT_TRANSLATE_NOOP("Outcome", "Scan the label of {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "A typed code proves no label."),
        ),
        Labelling.ZONE_PROVEN: (
            QT_TRANSLATE_NOOP("Outcome", "Zone {zone}: all labels read"),
            "",
        ),
        Labelling.OTHER_ZONE: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} is in zone {zone}"),
            QT_TRANSLATE_NOOP("Outcome", "Scan it again to go on with that zone."),
        ),
        Labelling.BIN_LABELS_MISSING: (
            QT_TRANSLATE_NOOP("Outcome", "{left} {left:label|labels} not scanned yet"),
            QT_TRANSLATE_NOOP("Outcome", "{bins}. CLEAR = leave them."),
        ),
    },
    prompts={
        LabelsPrompt.CHOOSE_LABEL: QT_TRANSLATE_NOOP("Prompt", "Scan label or bin, type number"),
        LabelsPrompt.SCAN_BIN_LABELS: QT_TRANSLATE_NOOP("Prompt", "Scan each bin: {left} left"),
        LabelsPrompt.ZONE_DONE: QT_TRANSLATE_NOOP("Prompt", "Scan a bin of another zone"),
    },
    screen={
        "labels": QT_TRANSLATE_NOOP("Screen", "Last labels"),
        "no_labels": QT_TRANSLATE_NOOP("Screen", "No label was sent from here yet"),
        "sent_times": QT_TRANSLATE_NOOP("Screen", "sent {count} ×"),
        "zone_bins": QT_TRANSLATE_NOOP("Screen", "Labels of bins"),
        "zone_named": QT_TRANSLATE_NOOP(
            "Screen", "Labels of zone {zone}: {done} of {count} scanned"
        ),
        "bin_to_print": QT_TRANSLATE_NOOP("Screen", "not scanned"),
        "bin_sent": QT_TRANSLATE_NOOP("Screen", "sent, not scanned"),
        "bin_proven": QT_TRANSLATE_NOOP("Screen", "scanned"),
    },
    commands_at={
        "zone_labels": {Command.PRINT: QT_TRANSLATE_NOOP("Command", "Print labels")},
    },
    icons={
        LabelsPrompt.CHOOSE_LABEL: "tag",
        LabelsPrompt.ZONE_DONE: "map-pin",
    },
    whole=frozenset({Labelling.ZONE_PROVEN}),
)
