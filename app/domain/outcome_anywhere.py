"""What any screen may answer."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Severity


class Anywhere(OutcomeKind):
    """To a code, to a command, or because the program itself is in trouble."""

    # codes
    UNKNOWN_CODE = "unknown_code", Severity.BAD, ("code",)
    WRONG_CHECK_DIGIT = "wrong_check_digit", Severity.BAD, ("code",)
    GS1_WRONG = "gs1_wrong", Severity.BAD, ("ai", "code")  # ai: the first one that is wrong
    PACK_UNTOLD = "pack_untold", Severity.BAD, ("code", "sku")  # what such a pack holds
    UNREADABLE = "unreadable", Severity.SOFT, ("code",), ("length",)
    TOO_LONG = "too_long", Severity.SOFT, ("code", "length")
    UNTERMINATED = "unterminated", Severity.SOFT, ("code", "length")
    SPLIT_SCAN = "split_scan", Severity.SOFT, ("code", "length")
    REPEAT = "repeat", Severity.INFO, ("code",)
    NOT_HERE = (
        "not_here",
        Severity.SOFT,
        ("code", "what"),
    )  # what: a HitKind, or "dock", "command" ...
    # commands
    COMMAND_NOT_HERE = "command_not_here", Severity.SOFT, ("command",)
    NO_PERMISSION = "no_permission", Severity.BAD, ("role",)
    NOTHING_TO_UNDO = "nothing_to_undo", Severity.SOFT
    UNDONE = "undone", Severity.GOOD, ("what",)
    CLEARED = "cleared", Severity.GOOD
    DIGITS = "digits", Severity.INFO, ("number",)
    NUMBER_TOO_LARGE = "number_too_large", Severity.BAD, ("number", "most")
    NUMBER_TOO_LONG = "number_too_long", Severity.BAD, ("number", "digits")  # the digit is refused
    HELP_CALLED = "help_called", Severity.GOOD
    HELP_UNHEARD = "help_unheard", Severity.SOFT  # the centre is away: nobody is told yet
    HELP_ENDED = "help_ended", Severity.GOOD
    MESSAGE_READ = "message_read", Severity.GOOD, ("left",)  # left: messages still to read
    NO_MESSAGE = "no_message", Severity.SOFT
    LANGUAGE_SET = "language_set", Severity.INFO, ("language",)
    # the program itself
    CRASHED = "crashed", Severity.STOP, ("report",)
    NOT_STORED = (
        "not_stored",
        Severity.STOP,
        ("reason",),
    )  # the disk refused it: the operator scans it again
    FILE_REBUILT = (
        "file_rebuilt",
        Severity.STOP,
        ("saved", "lost", "file"),
    )  # the station's file was damaged
    FILE_REBUILT_PARTLY = (
        "file_rebuilt_partly",
        Severity.STOP,
        ("saved", "lost", "file"),
    )  # as before; more may be lost than is known
    WORK_UNKNOWN = "work_unknown", Severity.SOFT, ("work",)  # open work of a newer program
