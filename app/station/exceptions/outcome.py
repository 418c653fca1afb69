"""What the list of exceptions says and asks for."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Listing(OutcomeKind):
    """The answers of the list of exceptions and of their cards."""

    EXCEPTION_SHOWN = "exception_shown", Severity.INFO
    DECISION_CHOSEN = "decision_chosen", Severity.INFO, ("decision",)
    NOTHING_MORE = "nothing_more", Severity.SOFT, ("what", "code")  # the row says all there is


class ExceptionsPrompt(Prompt):
    """What the list of exceptions and a card ask for."""

    CHOOSE_EXCEPTION = "choose_exception", ("number",)  # as typed so far
    CHOOSE_DECISION = "choose_decision"
    SIGN_DECISION = "sign_decision", ("decision",)
    EXCEPTION_OVER = "exception_over"
