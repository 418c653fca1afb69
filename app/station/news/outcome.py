"""What the centre's news mean for the order at hand."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Severity


class FromCentre(OutcomeKind):
    """Said without an input: the centre knows more of the open order."""

    CHANGED_MEANWHILE = "changed_meanwhile", Severity.SOFT, ("order",)
    CANCELLED_MEANWHILE = "cancelled_meanwhile", Severity.STOP, ("order",)
    CLAIM_LOST = "claim_lost", Severity.STOP, ("order", "station")
    DONE_ELSEWHERE = "done_elsewhere", Severity.STOP, ("order",)
