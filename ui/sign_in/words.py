"""The words of signing in and of the locked station."""

from __future__ import annotations

from app.domain.facts import FactKind
from app.station.sign_in.outcome import SigningIn, SignInPrompt
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
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
                "No centre for {days} {days:day|days}. Connect it, or ask your administrator.",
            ),
        ),
        SigningIn.CLOCK_BACK: (
            QT_TRANSLATE_NOOP("Outcome", "This bench's clock is wrong"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "It stands before its last use. Connect this bench, or set its clock.",
            ),
        ),
        SigningIn.NUMBERS_ENDING: (
            QT_TRANSLATE_NOOP("Outcome", "Parcel numbers: {percent} % used"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "Tell the administrator: the site needs another extension digit.",
            ),
        ),
        SigningIn.SIGN_IN_ENDING: (
            QT_TRANSLATE_NOOP("Outcome", "No centre for {days} {days:day|days}"),
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
        SigningIn.LOGIN_REFUSED: (
            QT_TRANSLATE_NOOP("Outcome", "The centre refuses this bench's login"),
            QT_TRANSLATE_NOOP("Outcome", "Your work is kept. Administrator: packbench db roles"),
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
            QT_TRANSLATE_NOOP(
                "Outcome", "Wait {seconds} {seconds:second|seconds}, then try again."
            ),
        ),
        SigningIn.STAFF_UNKNOWN: (
            QT_TRANSLATE_NOOP("Outcome", "Staff number {number} not known"),
            QT_TRANSLATE_NOOP("Outcome", "Check the number or scan your badge."),
        ),
        SigningIn.LOCKED: (
            QT_TRANSLATE_NOOP("Outcome", "Locked"),
            "",
        ),
        SigningIn.VOUCHED: (
            QT_TRANSLATE_NOOP("Outcome", "{operator} is here"),
            QT_TRANSLATE_NOOP("Outcome", "OK = accept. The packer stays signed in."),
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
    },
    prompts={
        SignInPrompt.SCAN_BADGE: QT_TRANSLATE_NOOP("Prompt", "Scan your badge"),
        SignInPrompt.ENTER_PIN: QT_TRANSLATE_NOOP("Prompt", "Enter your PIN, {operator}"),
        SignInPrompt.LOCKED: QT_TRANSLATE_NOOP("Prompt", "Locked. Scan your badge"),
        SignInPrompt.TAKE_OVER: QT_TRANSLATE_NOOP("Prompt", "Scan again: take over {order}"),
    },
    facts={
        FactKind.SIGNED_IN: QT_TRANSLATE_NOOP("Fact", "Signed in"),
        FactKind.SIGNED_OUT: QT_TRANSLATE_NOOP("Fact", "Signed out"),
        FactKind.LOCKED: QT_TRANSLATE_NOOP("Fact", "Locked"),
        FactKind.UNLOCKED: QT_TRANSLATE_NOOP("Fact", "Unlocked"),
        FactKind.PIN_PAUSED: QT_TRANSLATE_NOOP("Fact", "Too many wrong PINs"),
        FactKind.TAKEN_OVER: QT_TRANSLATE_NOOP("Fact", "Taken over"),
    },
    screen={
        "staff_number": QT_TRANSLATE_NOOP("Screen", "Staff number"),
        "pin": QT_TRANSLATE_NOOP("Screen", "PIN"),
        "locked_kept": QT_TRANSLATE_NOOP("Screen", "{order} is kept for {operator}"),
        "locked_plain": QT_TRANSLATE_NOOP("Screen", "Your work is kept"),
        "badge_or_number": QT_TRANSLATE_NOOP("Screen", "or enter your staff number"),
    },
    icons={
        SignInPrompt.SCAN_BADGE: "id-card",
        SignInPrompt.ENTER_PIN: "lock",
        SignInPrompt.LOCKED: "lock",
        SignInPrompt.TAKE_OVER: "user",
    },
)
