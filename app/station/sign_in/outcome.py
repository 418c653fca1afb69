"""What signing in says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class SigningIn(OutcomeKind):
    """The answers at the sign-in and lock screen."""

    SIGN_IN_FIRST = "sign_in_first", Severity.SOFT
    SIGNED_IN = "signed_in", Severity.GOOD, ("operator",)
    SIGNED_OUT = "signed_out", Severity.INFO, ("operator",)
    BADGE_UNKNOWN = "badge_unknown", Severity.BAD
    BADGE_OFF = "badge_off", Severity.BAD, ("operator",)
    OPERATOR_OFF = (
        "operator_off",
        Severity.BAD,
        ("operator",),
    )  # the badge was switched off while its owner worked
    STAFF_UNKNOWN = "staff_unknown", Severity.BAD, ("number",)
    PIN_ASKED = "pin_asked", Severity.INFO, ("operator",)
    PIN_WRONG = "pin_wrong", Severity.BAD, ("left",)
    PIN_PAUSED = "pin_paused", Severity.BAD, ("seconds",)
    LOCKED = "locked", Severity.INFO
    VOUCHED = "vouched", Severity.SOFT, ("operator",)  # of another person; the next answer is his
    UNLOCKED = "unlocked", Severity.GOOD, ("operator",)
    TAKE_OVER_ASKED = "take_over_asked", Severity.SOFT, ("operator", "order")
    TAKEN_OVER = "taken_over", Severity.GOOD, ("operator", "order")
    # whether this bench may let people in
    STILL_LOADING = "still_loading", Severity.SOFT  # the site's data have never been pulled yet
    OFFLINE_TOO_LONG = (
        "offline_too_long",
        Severity.BAD,
        ("days",),
    )  # the badges kept here are too old to be believed
    CLOCK_BACK = "clock_back", Severity.BAD  # the bench's clock stands before its last use
    SIGN_IN_ENDING = (
        "sign_in_ending",
        Severity.SOFT,
        ("days", "hours"),
    )  # offline for so many days, sign-in ends in so many hours
    NUMBERS_ENDING = "numbers_ending", Severity.SOFT, ("percent",)  # so much of all SSCCs is used
    PROGRAM_OUTDATED = "program_outdated", Severity.SOFT
    CENTRE_OUTDATED = "centre_outdated", Severity.SOFT
    LOGIN_REFUSED = "login_refused", Severity.SOFT  # the centre refuses this bench's login


class SignInPrompt(Prompt):
    """What the sign-in and lock screen asks for."""

    SCAN_BADGE = "scan_badge"
    ENTER_PIN = "enter_pin", ("operator",)
    LOCKED = "locked", ("operator", "order")  # order "" = none is open
    TAKE_OVER = "take_over", ("operator", "order")
