"""What became of a label on its way to the printer: as a fact, and as an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.device_api import PrintResult, Proof
from app.domain import letters
from app.domain.address import Address
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.pack.outcome import Packing
from app.domain.pack.task import PackPhase, PackTask
from app.domain.rows.things import Label
from app.domain.task import Task
from app.domain.world import World
from app.station.desk import TEST_JOB
from app.station.devices import rules as devices
from app.station.devices.task import DeviceTask
from app.station.labels import zone
from app.station.labels.outcome import Labelling
from app.station.labels.task import LabelsTask
from app.station.messages import LabelResult
from app.station.paper import parcel_of
from app.station.session import Session
from app.station.turn import Turn, stepped

_SHOWN = 6  # signs that a bar has room for


@dataclass(frozen=True)
class LabelNews:
    """The result of one order to print a parcel's label.

    count: number of that order, 0 = the parcel's last one. reason: the trouble, "" = none.
    doubtful: the printer is in trouble, but the label may still come out.
    made: False = the label itself could not be made, so nothing was sent.
    proof: what the printer knows of its paper. to: mark of the address on the label, "" unknown.
    left_out: emoji and ornaments of the address that are not on the label.
    """

    sscc: str
    count: int
    reason: str = ""
    doubtful: bool = False
    made: bool = True
    printer: str = ""
    proof: Proof = Proof.NONE
    to: str = ""
    left_out: str = ""

    @classmethod
    def of(cls, result: LabelResult, address: Address | None) -> LabelNews:
        """address: the one on the label, None = unknown."""
        if not isinstance(result, PrintResult):
            return cls(result.sscc, 0, result.reason, made=False)
        sscc, count = parcel_of(result.job_id)
        return cls(
            sscc,
            count,
            result.trouble.value if result.trouble else "",
            doubtful=result.doubtful,
            printer=result.printer,
            proof=result.proof,
            to=address.mark if address else "",
            left_out=letters.ornaments(" ".join(address.lines())) if address else "",
        )

    def fact(self, order: str) -> NewFact:
        subjects = (Subject(Kind.PARCEL, self.sscc), Subject(Kind.ORDER, order))
        body: dict[str, str | int | bool] = {"sscc": self.sscc, "printer": self.printer}
        if self.count:
            body |= {"count": self.count, "copy": self.count}
        if self.to:
            body["to"] = self.to
        if self.left_out:
            body["left_out"] = self.left_out
        if not self.reason:
            body["proof"] = self.proof.value
            return NewFact(FactKind.LABEL_SENT, subjects, body)
        body |= {"reason": self.reason, "doubtful": self.doubtful}
        return NewFact(FactKind.LABEL_FAILED, subjects, body)

    @property
    def outcome(self) -> Outcome:
        if not self.reason and self.left_out:
            return outcome(Packing.LABEL_WITHOUT, sscc=self.sscc, letters=self.left_out[:_SHOWN])
        if not self.reason:
            return outcome(Packing.LABEL_SENT, sscc=self.sscc, printer=self.printer)
        kind = Packing.LABEL_DOUBTFUL if self.doubtful else Packing.LABEL_FAILED
        return outcome(
            kind if self.made else Packing.LABEL_REFUSED, sscc=self.sscc, reason=self.reason
        )


def interrupted(task: Task | None, world: World) -> LabelNews | None:
    """After a start: the result of a label of which the last run heard nothing; None = no label.

    It is in doubt: its bytes may have gone to the printer before the run ended.
    """
    if not isinstance(task, PackTask) or task.phase not in {PackPhase.LABEL, PackPhase.REPRINT}:
        return None
    parcel = world.parcel(task.sscc)
    order = world.order(task.order)
    if parcel is None or parcel.label is not Label.NONE or (order is not None and order.pickup):
        return None
    return LabelNews(task.sscc, max(task.prints, 1), "interrupted", doubtful=True)


def label_turn(
    session: Session, heard: LabelNews, world: World, last: Outcome | None
) -> Turn | None:
    """The fact of a label's result, and an answer if it is the label of the box at hand.

    None = the parcel is unknown here. last: the answer on the screen. Good news do not replace
    it, because it answers the operator's own last scan.
    """
    parcel = world.parcel(heard.sscc)
    if parcel is None:
        return None
    heard = replace(heard, count=heard.count or max(parcel.prints, 1))
    ours = session.task is not None and session.task.box == heard.sscc
    current = heard.count >= parcel.prints and parcel.label is not Label.PROVEN
    worth = bool(heard.reason or heard.left_out) or last is None
    said = heard.outcome if ours and current and worth else None
    return Turn(session, said, (heard.fact(parcel.order),))


def other_printed(session: Session, result: LabelResult, now: datetime) -> Turn | None:
    """What became of a label of no parcel; None = nobody waits for it any more."""
    task = session.task
    if not isinstance(result, PrintResult):
        labelling = isinstance(task, LabelsTask) and task.zone is not None
        refused = outcome(Labelling.BIN_LABELS_REFUSED, reason=result.reason)
        return Turn(session, refused) if labelling else None
    trouble = result.trouble.value if result.trouble else ""
    if isinstance(task, DeviceTask) and result.job_id.startswith(TEST_JOB):
        code = result.job_id.removeprefix(TEST_JOB)
        step = devices.printed(task, code, trouble, result.proof.value, now)
        return None if step is None else stepped(session, step)
    if isinstance(task, LabelsTask) and task.zone is not None and trouble:
        return stepped(session, zone.failed(task, task.zone, trouble))
    return None
