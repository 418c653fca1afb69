"""Answers that any screen may give, and those of signing in and home.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.outcome import OutcomeKind
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing
from app.domain.pick.outcome import Picking
from app.station.home.outcome import AtHome
from app.station.news.outcome import FromCentre
from app.station.sign_in.outcome import SigningIn
from ui.words import QT_TRANSLATE_NOOP

ANYWHERE: dict[OutcomeKind, tuple[str, str]] = {
    Anywhere.UNKNOWN_CODE: (
        QT_TRANSLATE_NOOP("Outcome", "Not known here: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "Check it is the product's barcode, not the carton's."),
    ),
    Anywhere.WRONG_CHECK_DIGIT: (
        QT_TRANSLATE_NOOP("Outcome", "Read error: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "The check digit does not fit. Scan it again."),
    ),
    Anywhere.UNREADABLE: (
        QT_TRANSLATE_NOOP("Outcome", "Read error, scan again"),
        QT_TRANSLATE_NOOP("Outcome", "Received: {code}"),
    ),
    Anywhere.TOO_LONG: (
        QT_TRANSLATE_NOOP("Outcome", "Too long, scan again"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "{length} characters without an end. Check the scanner's settings.",
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
    AtHome.AMBIGUOUS: (
        QT_TRANSLATE_NOOP("Outcome", "Several orders: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "{count} orders have this code. Type the whole number."),
    ),
    Packing.NO_NUMBERS: (
        QT_TRANSLATE_NOOP("Outcome", "No parcel numbers left"),
        QT_TRANSLATE_NOOP("Outcome", "Call a supervisor."),
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
    Anywhere.HELP_CALLED: (
        QT_TRANSLATE_NOOP("Outcome", "Help is on the way"),
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
    AtHome.SHOWN: (
        QT_TRANSLATE_NOOP("Outcome", "Found: {code}"),
        "",
    ),
    Packing.NOTHING_OPEN: (
        QT_TRANSLATE_NOOP("Outcome", "Nothing is open here"),
        "",
    ),
    # signing in
    SigningIn.SIGN_IN_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Scan your badge first"),
        QT_TRANSLATE_NOOP("Outcome", "The scan was noted but not performed."),
    ),
    SigningIn.SIGNED_IN: (
        QT_TRANSLATE_NOOP("Outcome", "Welcome, {operator}"),
        "",
    ),
    SigningIn.SIGNED_OUT: (
        QT_TRANSLATE_NOOP("Outcome", "Goodbye, {operator}"),
        "",
    ),
    SigningIn.BADGE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Outcome", "Badge not known"),
        QT_TRANSLATE_NOOP("Outcome", "Ask a supervisor."),
    ),
    SigningIn.STILL_LOADING: (
        QT_TRANSLATE_NOOP("Outcome", "Still loading the site's data"),
        QT_TRANSLATE_NOOP("Outcome", "Scan your badge again in a moment."),
    ),
    SigningIn.BADGE_OFF: (
        QT_TRANSLATE_NOOP("Outcome", "This badge is switched off"),
        QT_TRANSLATE_NOOP("Outcome", "{operator}: ask a supervisor."),
    ),
    SigningIn.OPERATOR_OFF: (
        QT_TRANSLATE_NOOP("Outcome", "{operator} is switched off"),
        QT_TRANSLATE_NOOP("Outcome", "Open work is kept. A supervisor takes it over."),
    ),
    SigningIn.OFFLINE_TOO_LONG: (
        QT_TRANSLATE_NOOP("Outcome", "Nobody can sign in here"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "No centre for {days} days. Connect this bench, or ask your administrator.",
        ),
    ),
    SigningIn.CLOCK_BACK: (
        QT_TRANSLATE_NOOP("Outcome", "This bench's clock is wrong"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "It stands before its last use. Connect this bench, or set its clock.",
        ),
    ),
    SigningIn.SIGN_IN_ENDING: (
        QT_TRANSLATE_NOOP("Outcome", "No centre for {days} days"),
        QT_TRANSLATE_NOOP("Outcome", "Hours until sign-in ends: {hours}. Connect this bench."),
    ),
    SigningIn.PROGRAM_OUTDATED: (
        QT_TRANSLATE_NOOP("Outcome", "Update this program"),
        QT_TRANSLATE_NOOP("Outcome", "The centre is newer. Your work is kept and waits here."),
    ),
    SigningIn.CENTRE_OUTDATED: (
        QT_TRANSLATE_NOOP("Outcome", "The centre must be upgraded"),
        QT_TRANSLATE_NOOP("Outcome", "Your work is kept. Administrator: packbench db upgrade"),
    ),
    SigningIn.PIN_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Enter your PIN, {operator}"),
        "",
    ),
    SigningIn.PIN_WRONG: (
        QT_TRANSLATE_NOOP("Outcome", "Wrong PIN"),
        QT_TRANSLATE_NOOP("Outcome", "Attempts left: {left}"),
    ),
    SigningIn.PIN_PAUSED: (
        QT_TRANSLATE_NOOP("Outcome", "Too many wrong PINs"),
        QT_TRANSLATE_NOOP("Outcome", "Wait {seconds} seconds, then try again."),
    ),
    SigningIn.STAFF_UNKNOWN: (
        QT_TRANSLATE_NOOP("Outcome", "Staff number {number} not known"),
        QT_TRANSLATE_NOOP("Outcome", "Check the number or scan your badge."),
    ),
    SigningIn.LOCKED: (
        QT_TRANSLATE_NOOP("Outcome", "Locked"),
        "",
    ),
    SigningIn.UNLOCKED: (
        QT_TRANSLATE_NOOP("Outcome", "Welcome back, {operator}"),
        "",
    ),
    SigningIn.TAKE_OVER_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "{operator} works on {order}"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "Scan your badge again to take it over. Scan HOLD to park it.",
        ),
    ),
    SigningIn.TAKEN_OVER: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is yours now"),
        QT_TRANSLATE_NOOP("Outcome", "Taken over from {operator}."),
    ),
    # home
    Working.ORDER_OPENED: (
        QT_TRANSLATE_NOOP("Outcome", "Opened: {order}"),
        "",
    ),
    AtHome.TAKE_ORDER_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Take {order} from station {station}?"),
        QT_TRANSLATE_NOOP("Outcome", "Scan it again to take it over. What is packed there stays."),
    ),
    AtHome.ORDER_TAKEN: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is taken"),
        QT_TRANSLATE_NOOP("Outcome", "Open at station {station}. Take another order."),
    ),
    AtHome.NOT_PICKED_YET: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is not picked yet"),
        QT_TRANSLATE_NOOP("Outcome", "Lines still being picked: {lines} ({bins})"),
    ),
    Working.ORDER_CANCELLED: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: {order} was cancelled"),
        QT_TRANSLATE_NOOP("Outcome", "Return the goods. Do not send them."),
    ),
    AtHome.ORDER_ON_HOLD: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is on hold"),
        QT_TRANSLATE_NOOP("Outcome", "{reason}"),
    ),
    AtHome.ALREADY_PACKED: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is already packed"),
        "",
    ),
    AtHome.ALREADY_SHIPPED: (
        QT_TRANSLATE_NOOP("Outcome", "{order} has already left"),
        "",
    ),
    AtHome.QUEUE_EMPTY: (
        QT_TRANSLATE_NOOP("Outcome", "Nothing is waiting"),
        QT_TRANSLATE_NOOP("Outcome", "Scan a tote or an order."),
    ),
    Working.TOTE_EMPTY: (
        QT_TRANSLATE_NOOP("Outcome", "Tote {tote} is empty"),
        QT_TRANSLATE_NOOP("Outcome", "No order is in it."),
    ),
    Picking.NO_BIN: (
        QT_TRANSLATE_NOOP("Outcome", "No bin known for {order}"),
        QT_TRANSLATE_NOOP("Outcome", "{skus}"),
    ),
    # news from the centre
    FromCentre.CANCELLED_MEANWHILE: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: {order} was cancelled"),
        QT_TRANSLATE_NOOP("Outcome", "Put everything back. Do not send it."),
    ),
    FromCentre.CHANGED_MEANWHILE: (
        QT_TRANSLATE_NOOP("Outcome", "{order} was changed"),
        QT_TRANSLATE_NOOP("Outcome", "Receiver or carrier is another one now."),
    ),
    FromCentre.CLAIM_LOST: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is elsewhere"),
        QT_TRANSLATE_NOOP("Outcome", "Station {station} works on it. Put it aside."),
    ),
    FromCentre.DONE_ELSEWHERE: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is done already"),
        QT_TRANSLATE_NOOP("Outcome", "Another station did it. Put these goods back."),
    ),
}
