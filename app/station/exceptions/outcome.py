"""What the list of exceptions says and asks for."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Listing(OutcomeKind):
    """The answers of the list of exceptions."""

    NOTHING_MORE = "nothing_more", Severity.SOFT, ("what", "code")  # the row says all there is


class ExceptionsPrompt(Prompt):
    """What the list of exceptions asks for."""

    CHOOSE_EXCEPTION = "choose_exception", ("number",)  # as typed so far
