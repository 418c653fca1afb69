"""The words of the supervisor's messages to benches."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "page_notes": QT_TRANSLATE_NOOP("Screen", "Messages"),
        "note_benches": QT_TRANSLATE_NOOP("Screen", "Benches"),
        "note_hint": QT_TRANSLATE_NOOP("Screen", "One line that stands there until it is read"),
        "note_send": QT_TRANSLATE_NOOP("Screen", "Send"),
        "note_back": QT_TRANSLATE_NOOP("Screen", "Take back"),
        "note_sent": QT_TRANSLATE_NOOP("Screen", "Messages that were sent"),
        "note_to": QT_TRANSLATE_NOOP("Screen", "To {station}"),
        "note_choose": QT_TRANSLATE_NOOP("Screen", "Touch a bench"),
        "note_sending": QT_TRANSLATE_NOOP("Screen", "Sending ..."),
        "note_done": QT_TRANSLATE_NOOP("Screen", "Done"),
        "note_nobody": QT_TRANSLATE_NOOP("Screen", "Sign in at the desk first"),
        "note_not_allowed": QT_TRANSLATE_NOOP("Screen", "That takes a supervisor"),
        "note_empty": QT_TRANSLATE_NOOP("Screen", "Type one line of text"),
        "note_read": QT_TRANSLATE_NOOP("Screen", "{name} read it at {time}"),
        "note_withdrawn": QT_TRANSLATE_NOOP("Screen", "taken back"),
        "note_shown": QT_TRANSLATE_NOOP("Screen", "shown, not read"),
        "note_waits": QT_TRANSLATE_NOOP("Screen", "not shown yet"),
    }
)
