"""Answers that any screen may give, and those of signing in and home.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.outcome import OutcomeKind
from ui.words import QT_TRANSLATE_NOOP

K = OutcomeKind

ANYWHERE: dict[OutcomeKind, tuple[str, str]] = {
    K.UNKNOWN_CODE: (
        QT_TRANSLATE_NOOP("Outcome", "Not known here: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "Check it is the product's barcode, not the carton's."),
    ),
    K.WRONG_CHECK_DIGIT: (
        QT_TRANSLATE_NOOP("Outcome", "Read error: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "The check digit does not fit. Scan it again."),
    ),
    K.UNREADABLE: (
        QT_TRANSLATE_NOOP("Outcome", "Read error, scan again"),
        QT_TRANSLATE_NOOP("Outcome", "Received: {code}"),
    ),
    K.TOO_LONG: (
        QT_TRANSLATE_NOOP("Outcome", "Too long, scan again"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "{length} characters without an end. Check the scanner's settings.",
        ),
    ),
    K.UNTERMINATED: (
        QT_TRANSLATE_NOOP("Outcome", "Scan stopped halfway, scan again"),
        QT_TRANSLATE_NOOP("Outcome", "Received: {code}"),
    ),
    K.SPLIT_SCAN: (
        QT_TRANSLATE_NOOP("Outcome", "Scan was disturbed, scan again"),
        QT_TRANSLATE_NOOP("Outcome", "Keys were pressed during the scan."),
    ),
    K.AMBIGUOUS: (
        QT_TRANSLATE_NOOP("Outcome", "Several orders: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "{count} orders have this code. Type the whole number."),
    ),
    K.NO_NUMBERS: (
        QT_TRANSLATE_NOOP("Outcome", "No parcel numbers left"),
        QT_TRANSLATE_NOOP("Outcome", "Call a supervisor."),
    ),
    K.REPEAT: (
        QT_TRANSLATE_NOOP("Outcome", "1 repeat ignored: {code}"),
        "",
    ),
    K.NOT_HERE: (
        QT_TRANSLATE_NOOP("Outcome", "That is {what}"),
        QT_TRANSLATE_NOOP("Outcome", "Scanned: {code}"),
    ),
    K.COMMAND_NOT_HERE: (
        QT_TRANSLATE_NOOP("Outcome", "Not possible now: {command}"),
        "",
    ),
    K.NO_PERMISSION: (
        QT_TRANSLATE_NOOP("Outcome", "Needs a {role}"),
        QT_TRANSLATE_NOOP("Outcome", "Call for help: press Help (F9)."),
    ),
    K.NOTHING_TO_UNDO: (
        QT_TRANSLATE_NOOP("Outcome", "Nothing to undo"),
        "",
    ),
    K.UNDONE: (
        QT_TRANSLATE_NOOP("Outcome", "Undone: {what}"),
        "",
    ),
    K.CLEARED: (
        QT_TRANSLATE_NOOP("Outcome", "Cleared"),
        "",
    ),
    K.DIGITS: (
        QT_TRANSLATE_NOOP("Outcome", "{number} × scan the product"),
        "",
    ),
    K.NUMBER_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Outcome", "{number} is too many"),
        QT_TRANSLATE_NOOP("Outcome", "There are {most} at most."),
    ),
    K.HELP_CALLED: (
        QT_TRANSLATE_NOOP("Outcome", "Help is on the way"),
        "",
    ),
    K.LANGUAGE_SET: (
        QT_TRANSLATE_NOOP("Outcome", "Language: {language}"),
        "",
    ),
    K.CRASHED: (
        QT_TRANSLATE_NOOP("Outcome", "That did not work"),
        QT_TRANSLATE_NOOP("Outcome", "Your scans are saved. Report {report}."),
    ),
    K.NOT_STORED: (
        QT_TRANSLATE_NOOP("Outcome", "Not saved, scan it again"),
        QT_TRANSLATE_NOOP("Outcome", "{reason}"),
    ),
    K.FILE_REBUILT: (
        QT_TRANSLATE_NOOP("Outcome", "This station's file was rebuilt"),
        QT_TRANSLATE_NOOP("Outcome", "Saved: {saved}, lost: {lost}. Tell a supervisor."),
    ),
    K.SHOWN: (
        QT_TRANSLATE_NOOP("Outcome", "Found: {code}"),
        "",
    ),
    K.NOTHING_OPEN: (
        QT_TRANSLATE_NOOP("Outcome", "Nothing is open here"),
        "",
    ),
    # signing in
    K.SIGN_IN_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Scan your badge first"),
        QT_TRANSLATE_NOOP("Outcome", "The scan was noted but not performed."),
    ),
    K.SIGNED_IN: (
        QT_TRANSLATE_NOOP("Outcome", "Welcome, {operator}"),
        "",
    ),
    K.SIGNED_OUT: (
        QT_TRANSLATE_NOOP("Outcome", "Goodbye, {operator}"),
        "",
    ),
    K.BADGE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Outcome", "Badge not known"),
        QT_TRANSLATE_NOOP("Outcome", "Ask a supervisor."),
    ),
    K.STILL_LOADING: (
        QT_TRANSLATE_NOOP("Outcome", "Still loading the site's data"),
        QT_TRANSLATE_NOOP("Outcome", "Scan your badge again in a moment."),
    ),
    K.BADGE_OFF: (
        QT_TRANSLATE_NOOP("Outcome", "This badge is switched off"),
        QT_TRANSLATE_NOOP("Outcome", "{operator}: ask a supervisor."),
    ),
    K.OPERATOR_OFF: (
        QT_TRANSLATE_NOOP("Outcome", "{operator} is switched off"),
        QT_TRANSLATE_NOOP("Outcome", "Open work is kept. A supervisor takes it over."),
    ),
    K.OFFLINE_TOO_LONG: (
        QT_TRANSLATE_NOOP("Outcome", "Nobody can sign in here"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "No centre for {days} days. Connect this bench, or ask your administrator.",
        ),
    ),
    K.CLOCK_BACK: (
        QT_TRANSLATE_NOOP("Outcome", "This bench's clock is wrong"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "It stands before its last use. Connect this bench, or set its clock.",
        ),
    ),
    K.SIGN_IN_ENDING: (
        QT_TRANSLATE_NOOP("Outcome", "No centre for {days} days"),
        QT_TRANSLATE_NOOP("Outcome", "Hours until sign-in ends: {hours}. Connect this bench."),
    ),
    K.PROGRAM_OUTDATED: (
        QT_TRANSLATE_NOOP("Outcome", "Update this program"),
        QT_TRANSLATE_NOOP("Outcome", "The centre is newer. Your work is kept and waits here."),
    ),
    K.CENTRE_OUTDATED: (
        QT_TRANSLATE_NOOP("Outcome", "The centre must be upgraded"),
        QT_TRANSLATE_NOOP("Outcome", "Your work is kept. Administrator: packbench db upgrade"),
    ),
    K.PIN_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Enter your PIN, {operator}"),
        "",
    ),
    K.PIN_WRONG: (
        QT_TRANSLATE_NOOP("Outcome", "Wrong PIN"),
        QT_TRANSLATE_NOOP("Outcome", "Attempts left: {left}"),
    ),
    K.PIN_PAUSED: (
        QT_TRANSLATE_NOOP("Outcome", "Too many wrong PINs"),
        QT_TRANSLATE_NOOP("Outcome", "Wait {seconds} seconds, then try again."),
    ),
    K.STAFF_UNKNOWN: (
        QT_TRANSLATE_NOOP("Outcome", "Staff number {number} not known"),
        QT_TRANSLATE_NOOP("Outcome", "Check the number or scan your badge."),
    ),
    K.LOCKED: (
        QT_TRANSLATE_NOOP("Outcome", "Locked"),
        "",
    ),
    K.UNLOCKED: (
        QT_TRANSLATE_NOOP("Outcome", "Welcome back, {operator}"),
        "",
    ),
    K.TAKE_OVER_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "{operator} works on {order}"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "Scan your badge again to take it over. Scan HOLD to park it.",
        ),
    ),
    K.TAKEN_OVER: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is yours now"),
        QT_TRANSLATE_NOOP("Outcome", "Taken over from {operator}."),
    ),
    # home
    K.ORDER_OPENED: (
        QT_TRANSLATE_NOOP("Outcome", "Opened: {order}"),
        "",
    ),
    K.TAKE_ORDER_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Take {order} from station {station}?"),
        QT_TRANSLATE_NOOP("Outcome", "Scan it again to take it over. What is packed there stays."),
    ),
    K.ORDER_TAKEN: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is taken"),
        QT_TRANSLATE_NOOP("Outcome", "Open at station {station}. Take another order."),
    ),
    K.NOT_PICKED_YET: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is not picked yet"),
        QT_TRANSLATE_NOOP("Outcome", "Lines still being picked: {lines} ({bins})"),
    ),
    K.ORDER_CANCELLED: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: {order} was cancelled"),
        QT_TRANSLATE_NOOP("Outcome", "Return the goods. Do not send them."),
    ),
    K.ORDER_ON_HOLD: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is on hold"),
        QT_TRANSLATE_NOOP("Outcome", "{reason}"),
    ),
    K.ALREADY_PACKED: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is already packed"),
        "",
    ),
    K.ALREADY_SHIPPED: (
        QT_TRANSLATE_NOOP("Outcome", "{order} has already left"),
        "",
    ),
    K.QUEUE_EMPTY: (
        QT_TRANSLATE_NOOP("Outcome", "Nothing is waiting"),
        QT_TRANSLATE_NOOP("Outcome", "Scan a tote or an order."),
    ),
    K.TOTE_EMPTY: (
        QT_TRANSLATE_NOOP("Outcome", "Tote {tote} is empty"),
        QT_TRANSLATE_NOOP("Outcome", "No order is in it."),
    ),
    K.NO_BIN: (
        QT_TRANSLATE_NOOP("Outcome", "No bin known for {order}"),
        QT_TRANSLATE_NOOP("Outcome", "{skus}"),
    ),
    # news from the centre
    K.CANCELLED_MEANWHILE: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: {order} was cancelled"),
        QT_TRANSLATE_NOOP("Outcome", "Put everything back. Do not send it."),
    ),
    K.CHANGED_MEANWHILE: (
        QT_TRANSLATE_NOOP("Outcome", "{order} was changed"),
        QT_TRANSLATE_NOOP("Outcome", "Receiver or carrier is another one now."),
    ),
    K.CLAIM_LOST: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is elsewhere"),
        QT_TRANSLATE_NOOP("Outcome", "Station {station} works on it. Put it aside."),
    ),
    K.DONE_ELSEWHERE: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is done already"),
        QT_TRANSLATE_NOOP("Outcome", "Another station did it. Put these goods back."),
    ),
}
