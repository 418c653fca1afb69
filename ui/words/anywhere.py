"""The words of answers that any screen may give."""

from __future__ import annotations

from app.domain.facts import FactKind
from app.domain.outcome_anywhere import Anywhere
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Anywhere.UNKNOWN_CODE: (
            QT_TRANSLATE_NOOP("Outcome", "Not known here: {code}"),
            QT_TRANSLATE_NOOP("Outcome", "Check it is the product's barcode, not the carton's."),
        ),
        Anywhere.WRONG_CHECK_DIGIT: (
            QT_TRANSLATE_NOOP("Outcome", "Read error: {code}"),
            QT_TRANSLATE_NOOP("Outcome", "The check digit does not fit. Scan it again."),
        ),
        Anywhere.GS1_WRONG: (
            QT_TRANSLATE_NOOP("Outcome", "The barcode is wrong at ({ai})"),
            QT_TRANSLATE_NOOP("Outcome", "Scan another barcode of the same thing. Read: {code}"),
        ),
        Anywhere.PACK_UNTOLD: (
            QT_TRANSLATE_NOOP("Outcome", "Content unknown: pack of {sku}"),
            QT_TRANSLATE_NOOP(
                "Outcome", "Nobody has told how many {code} holds. Scan single units."
            ),
        ),
        Anywhere.UNREADABLE: (
            QT_TRANSLATE_NOOP("Outcome", "Read error, scan again"),
            QT_TRANSLATE_NOOP("Outcome", "Received: {code}"),
        ),
        Anywhere.TOO_LONG: (
            QT_TRANSLATE_NOOP("Outcome", "Too long, scan again"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "{length} {length:character|characters} without end. Check the scanner's settings.",
            ),
        ),
        Anywhere.UNTERMINATED: (
            QT_TRANSLATE_NOOP("Outcome", "Scan stopped halfway, scan again"),
            QT_TRANSLATE_NOOP("Outcome", "Received: {code}"),
        ),
        Anywhere.SPLIT_SCAN: (
            QT_TRANSLATE_NOOP("Outcome", "Scan was disturbed, scan again"),
            QT_TRANSLATE_NOOP("Outcome", "Keys were pressed during the scan."),
        ),
        Anywhere.REPEAT: (
            QT_TRANSLATE_NOOP("Outcome", "1 repeat ignored: {code}"),
            "",
        ),
        Anywhere.NOT_HERE: (
            QT_TRANSLATE_NOOP("Outcome", "That is {what}"),
            QT_TRANSLATE_NOOP("Outcome", "Scanned: {code}"),
        ),
        Anywhere.COMMAND_NOT_HERE: (
            QT_TRANSLATE_NOOP("Outcome", "Not possible now: {command}"),
            "",
        ),
        Anywhere.NO_PERMISSION: (
            QT_TRANSLATE_NOOP("Outcome", "Needs a {role}"),
            QT_TRANSLATE_NOOP("Outcome", "Call for help: press Help (F9)."),
        ),
        Anywhere.NOTHING_TO_UNDO: (
            QT_TRANSLATE_NOOP("Outcome", "Nothing to undo"),
            "",
        ),
        Anywhere.UNDONE: (
            QT_TRANSLATE_NOOP("Outcome", "Undone: {what}"),
            "",
        ),
        Anywhere.CLEARED: (
            QT_TRANSLATE_NOOP("Outcome", "Cleared"),
            "",
        ),
        Anywhere.DIGITS: (
            QT_TRANSLATE_NOOP("Outcome", "{number} × scan the product"),
            "",
        ),
        Anywhere.NUMBER_TOO_LARGE: (
            QT_TRANSLATE_NOOP("Outcome", "{number} is too many"),
            QT_TRANSLATE_NOOP("Outcome", "There are {most} at most."),
        ),
        Anywhere.NUMBER_TOO_LONG: (
            QT_TRANSLATE_NOOP("Outcome", "No more than {digits} {digits:digit|digits}"),
            QT_TRANSLATE_NOOP("Outcome", "It is still {number}. Clear it to begin again."),
        ),
        Anywhere.HELP_CALLED: (
            QT_TRANSLATE_NOOP("Outcome", "Help is called"),
            QT_TRANSLATE_NOOP("Outcome", "All benches see it. HELP again ends it."),
        ),
        Anywhere.HELP_UNHEARD: (
            QT_TRANSLATE_NOOP("Outcome", "Offline: nobody sees your call"),
            QT_TRANSLATE_NOOP("Outcome", "Go and fetch somebody."),
        ),
        Anywhere.HELP_ENDED: (
            QT_TRANSLATE_NOOP("Outcome", "The call for help is over"),
            "",
        ),
        Anywhere.MESSAGE_READ: (
            QT_TRANSLATE_NOOP("Outcome", "Read, and told so"),
            QT_TRANSLATE_NOOP("Outcome", "Messages still to read: {left}"),
        ),
        Anywhere.NO_MESSAGE: (
            QT_TRANSLATE_NOOP("Outcome", "There is no message to read"),
            "",
        ),
        Anywhere.LANGUAGE_SET: (
            QT_TRANSLATE_NOOP("Outcome", "Language: {language}"),
            "",
        ),
        Anywhere.CRASHED: (
            QT_TRANSLATE_NOOP("Outcome", "That did not work"),
            QT_TRANSLATE_NOOP("Outcome", "Your scans are saved. Report {report}."),
        ),
        Anywhere.NOT_STORED: (
            QT_TRANSLATE_NOOP("Outcome", "Not saved, scan it again"),
            QT_TRANSLATE_NOOP("Outcome", "{reason}"),
        ),
        Anywhere.FILE_REBUILT: (
            QT_TRANSLATE_NOOP("Outcome", "This station's file was rebuilt"),
            QT_TRANSLATE_NOOP("Outcome", "Saved: {saved}, lost: {lost}. Tell a supervisor."),
        ),
        Anywhere.FILE_REBUILT_PARTLY: (
            QT_TRANSLATE_NOOP("Outcome", "This station's file was rebuilt"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "Saved: {saved}, lost: {lost} or more. Tell a supervisor: boxes here need a look.",
            ),
        ),
        Anywhere.WORK_UNKNOWN: (
            QT_TRANSLATE_NOOP("Outcome", "Begun in a newer program"),
            QT_TRANSLATE_NOOP("Outcome", "Update this program, then begin it again."),
        ),
    },
    facts={
        FactKind.HELP_CALLED: QT_TRANSLATE_NOOP("Fact", "Help called"),
        FactKind.HELP_ENDED: QT_TRANSLATE_NOOP("Fact", "Help is there"),
        FactKind.SITE_RULE_SET: QT_TRANSLATE_NOOP("Fact", "Site rule set"),
        FactKind.MESSAGE_SENT: QT_TRANSLATE_NOOP("Fact", "Message sent"),
        FactKind.MESSAGE_SHOWN: QT_TRANSLATE_NOOP("Fact", "Message shown"),
        FactKind.MESSAGE_READ: QT_TRANSLATE_NOOP("Fact", "Message read"),
        FactKind.MESSAGE_WITHDRAWN: QT_TRANSLATE_NOOP("Fact", "Message withdrawn"),
        FactKind.LANGUAGE_CHOSEN: QT_TRANSLATE_NOOP("Fact", "Language chosen"),
        FactKind.FILE_REBUILT: QT_TRANSLATE_NOOP("Fact", "Station file rebuilt"),
    },
)
