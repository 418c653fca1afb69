"""The words of the page that manages an order, and of what can be said there."""

from __future__ import annotations

from app.domain.desk.outcome import Deciding
from app.domain.facts import FactKind
from app.station.manage.outcome import ManagePrompt, Managing
from app.station.manage.rules import BY
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Managing.ORDER_TO_MANAGE: (
            QT_TRANSLATE_NOOP("Outcome", "Touch what is to happen"),
            QT_TRANSLATE_NOOP("Outcome", "Or type its number."),
        ),
        Managing.WORD_CHOSEN: (
            QT_TRANSLATE_NOOP("Outcome", "A supervisor signs it"),
            QT_TRANSLATE_NOOP("Outcome", "By OK; another one scans a badge first."),
        ),
        Managing.ORDER_TOLD: (QT_TRANSLATE_NOOP("Outcome", "{order}: {word}"), ""),
        Managing.MANAGE_ORDERS_ONLY: (
            QT_TRANSLATE_NOOP("Outcome", "No order is known by {code}"),
            QT_TRANSLATE_NOOP("Outcome", "Scan an order, a tote or a box."),
        ),
        Deciding.PRIORITY_ALREADY: (
            QT_TRANSLATE_NOOP("Outcome", "{order} has that priority already"),
            "",
        ),
        Deciding.GOES_THERE_ALREADY: (
            QT_TRANSLATE_NOOP("Outcome", "{order} goes there already"),
            "",
        ),
    },
    prompts={
        ManagePrompt.SCAN_ORDER: QT_TRANSLATE_NOOP("Prompt", "Scan the order to manage"),
        ManagePrompt.CHOOSE_WORD: QT_TRANSLATE_NOOP("Prompt", "What is to happen?"),
        ManagePrompt.SIGN_WORD: QT_TRANSLATE_NOOP("Prompt", "OK: {word}"),
    },
    facts={FactKind.ORDER_REDIRECTED: QT_TRANSLATE_NOOP("Fact", "Sent another way")},
    screen={
        "manage_nothing": QT_TRANSLATE_NOOP("Screen", "Nothing can be said of it any more"),
        "manage_held": QT_TRANSLATE_NOOP("Screen", "On hold: {reason}"),
        "manage_priority": QT_TRANSLATE_NOOP("Screen", "Priority {priority}"),
        "manage_units": QT_TRANSLATE_NOOP("Screen", "{done} of {wanted} packed"),
        "manage_open_at": QT_TRANSLATE_NOOP("Screen", "Open at {station}"),
    },
)

SAID = {
    "first": QT_TRANSLATE_NOOP("Order", "Before all others"),
    "in_turn": QT_TRANSLATE_NOOP("Order", "In its turn again"),
    "hold": QT_TRANSLATE_NOOP("Order", "Hold"),
    "release": QT_TRANSLATE_NOOP("Order", "Release"),
    "cancel": QT_TRANSLATE_NOOP("Order", "Cancel the order"),
    BY: QT_TRANSLATE_NOOP("Order", "Send it by {carrier}"),
}
"""What can be said of an order, by its code."""
IMAGES = {
    "first": "chevrons-up",
    "in_turn": "list-checks",
    "hold": "pause",
    "release": "check",
    "cancel": "x",
    BY: "truck",
}
