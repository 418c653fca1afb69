"""What the centre's news mean for the open order."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Severity


class FromCentre(OutcomeKind):
    """Answers without an input: the centre knows more of the open order than this station did."""

    CHANGED_MEANWHILE = "changed_meanwhile", Severity.SOFT, ("order",)
    LINES_CHANGED = "lines_changed", Severity.SOFT, ("order",)
    GOES_ON = "goes_on", Severity.GOOD, ("order",)  # what stopped it is over
    CANCELLED_MEANWHILE = "cancelled_meanwhile", Severity.STOP, ("order",)
    CLAIM_LOST = "claim_lost", Severity.STOP, ("order", "station")
    TASK_LOST = "task_lost", Severity.STOP, ("station",)
    CLAIM_GRANTED = "claim_granted", Severity.GOOD, ("order",)
    DONE_ELSEWHERE = "done_elsewhere", Severity.STOP, ("order",)
