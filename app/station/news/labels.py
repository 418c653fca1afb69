"""What became of a label on its way to the printer, as a fact and as an answer."""

from __future__ import annotations

from dataclasses import dataclass

from app.device_api import PrintResult, Proof
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.pack.outcome import Packing
from app.domain.pack.task import PackTask, Phase
from app.domain.rows.things import Label
from app.domain.world import World
from app.station.paper import parcel_of


@dataclass(frozen=True)
class LabelNews:
    """reason "" = the printer has taken it. count: which print order of the parcel, 0 = the last.

    made: False = the label itself could not be made, so nothing was sent. doubtful: it may still
    come out. proof: what the printer knows of its paper. to: mark of the address on it.
    """

    sscc: str
    count: int
    reason: str = ""
    doubtful: bool = False
    made: bool = True
    printer: str = ""
    proof: Proof = Proof.NONE
    to: str = ""

    @classmethod
    def of(cls, result: PrintResult) -> LabelNews:
        sscc, count = parcel_of(result.job_id)
        reason = result.trouble.value if result.trouble else ""
        return cls(
            sscc,
            count,
            reason,
            doubtful=result.doubtful,
            printer=result.printer,
            proof=result.proof,
        )

    def fact(self, order: str) -> NewFact:
        subjects = (Subject(Kind.PARCEL, self.sscc), Subject(Kind.ORDER, order))
        body: dict[str, str | int | bool] = {"sscc": self.sscc, "printer": self.printer}
        if self.count:
            body["count"] = self.count
        if self.to:
            body["to"] = self.to
        if not self.reason:
            body["proof"] = self.proof.value
            return NewFact(FactKind.LABEL_SENT, subjects, body)
        body |= {"reason": self.reason, "doubtful": self.doubtful}
        return NewFact(FactKind.LABEL_FAILED, subjects, body)

    @property
    def outcome(self) -> Outcome:
        if not self.reason:
            return outcome(Packing.LABEL_SENT, sscc=self.sscc, printer=self.printer)
        kind = Packing.LABEL_DOUBTFUL if self.doubtful else Packing.LABEL_FAILED
        return outcome(
            kind if self.made else Packing.LABEL_REFUSED, sscc=self.sscc, reason=self.reason
        )


def interrupted(pack: PackTask | None, world: World) -> LabelNews | None:
    """After a start, of a label nothing is known of: its bytes may have left before the end."""
    parcel = world.parcel(pack.sscc) if pack is not None else None
    if pack is None or parcel is None or parcel.label is not Label.NONE:
        return None
    if pack.phase not in {Phase.LABEL, Phase.REPRINT}:
        return None
    return LabelNews(pack.sscc, max(pack.prints, 1), "interrupted", doubtful=True)
