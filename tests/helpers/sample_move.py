"""Sample views of moving goods."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.move.outcome import MovePrompt, Moving
from app.domain.outcome import outcome
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.packs import Pack, PackLevel, split
from app.domain.stock import CHANGES, Reason, Status
from app.station.move.view import GoodsRow, JobRow, MovedRow, MoveView
from app.station.views import Bar
from tests.helpers.sample_parts import empty, line

C = Command
ACTIONS = (C.UNDO, C.CLEAR, C.NEXT, C.STATUS, C.OK)
FINISHED = (
    MovedRow("A-04-3", "R-01-1", 36),
    MovedRow("A-02-1", "A-02-1", 2, Status.HOLD),
    MovedRow("A-01-1", "DAMAGED-1", 1, Status.DAMAGED),
    MovedRow("B-07-2", "", 3, Status.SCRAP),
)


def goods(language: str = "en") -> tuple[GoodsRow, ...]:
    """Two dates of one lot, of the later one some on hold; another owner's goods on a pallet."""
    tea, mug = line(2, language), line(3, language)
    case = (Pack(PackLevel.CASE, 12),)
    return (
        GoodsRow(tea.sku, tea.name, 41, "L-2026-03", "2027-03-31", left=split(41, case)),
        GoodsRow(tea.sku, tea.name, 7, "L-2026-03", "2027-09-30"),
        GoodsRow(tea.sku, tea.name, 2, "L-2026-03", "2027-09-30", Status.HOLD),
        GoodsRow(mug.sku, mug.name, 120, owner="ACME", container="PAL-0007"),
    )


def move(language: str = "en", **changes: object) -> MoveView:
    last = line(2, language, 7)
    plain = MoveView(
        empty(language, *ACTIONS),
        Bar(MovePrompt.SCAN_TARGET, {"units": 48}),
        outcome(Moving.GOODS_TAKEN, sku=last.sku, units=7),
        bin="A-04-3",
        zone="A",
        line=last,
        here=goods(language),
        hand=goods(language)[:2],
        finished=FINISHED,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def move_opened(language: str = "en") -> MoveView:
    return move(
        language,
        bin="",
        zone="",
        bar=Bar(MovePrompt.SCAN_SOURCE),
        outcome=outcome(Moving.MOVE_OPENED),
        line=None,
        here=(),
        hand=(),
        finished=(),
    )


def move_done(language: str = "en") -> MoveView:
    said = outcome(Moving.GOODS_MOVED, units=36, bin="R-01-1")
    return replace(move_opened(language), outcome=said, finished=FINISHED)


def move_from(language: str = "en") -> MoveView:
    return move(
        language,
        bar=Bar(MovePrompt.TAKE_GOODS, {"bin": "A-04-3"}),
        outcome=outcome(Moving.MOVE_FROM, bin="A-04-3"),
        line=None,
        hand=(),
    )


def move_which(language: str = "en") -> MoveView:
    rows = goods(language)[1:3]
    said = outcome(Moving.WHICH_ASKED, sku=rows[0].sku)
    return move(
        language, bar=Bar(MovePrompt.CHOOSE_WHICH, {"most": 2}), outcome=said, hand=(), which=rows
    )


def move_status(language: str = "en") -> MoveView:
    new = tuple(one for one in Status if (Status.AVAILABLE, one) in CHANGES)
    bar = Bar(MovePrompt.CHOOSE_STATUS, {"most": len(new)})
    return move(language, bar=bar, outcome=outcome(Moving.STATUS_ASKED), statuses=new)


def move_why(language: str = "en") -> MoveView:
    reasons = CHANGES[Status.AVAILABLE, Status.SCRAP].reasons
    assert Reason.SAMPLE in reasons
    bar = Bar(MovePrompt.CHOOSE_WHY, {"most": len(reasons)})
    said = outcome(Moving.REASON_ASKED, status=Status.SCRAP.value)
    return move(language, bar=bar, outcome=said, reasons=reasons, into=Status.SCRAP)


def move_place(language: str = "en") -> MoveView:
    said = outcome(Moving.PLACE_ASKED, status=Status.DAMAGED.value)
    return move(language, bar=Bar(MovePrompt.SCAN_STATUS_PLACE), outcome=said, into=Status.DAMAGED)


def move_full(language: str = "en") -> MoveView:
    return move(language, outcome=outcome(Working.PLACE_FULL, bin="A-01-1", units=12))


def move_too_many(language: str = "en") -> MoveView:
    sku = line(2, language).sku
    said = outcome(Moving.MORE_THAN_THERE, sku=sku, bin="A-04-3", known=48)
    return move(language, outcome=said)


def move_leave(language: str = "en") -> MoveView:
    bar = Bar(MovePrompt.LEAVE_MOVE)
    return move(language, bar=bar, outcome=outcome(Moving.LEAVE_MOVE_ASKED, bin="A-04-3"))


def jobs(language: str = "en") -> tuple[JobRow, ...]:
    tea, mug = line(2, language), line(3, language)
    case = (Pack(PackLevel.CASE, 12),)
    return (
        JobRow("R-01-1", "A-04-3", tea.sku, tea.name, 24, split(24, case), urgent=True),
        JobRow("R-02-4", "A-01-1", mug.sku, mug.name, 40),
    )


def move_tasks(language: str = "en") -> MoveView:
    return replace(move_opened(language), waiting=jobs(language))


def move_job(language: str = "en") -> MoveView:
    job = jobs(language)[0]
    said = outcome(Moving.TASK_BEGUN, bin=job.source, units=job.units, sku=job.sku)
    bar = Bar(MovePrompt.GO_TO_SOURCE, {"bin": job.source})
    return replace(move_opened(language), bar=bar, outcome=said, job=job)


def move_job_goods(language: str = "en") -> MoveView:
    job = jobs(language)[0]
    bar = Bar(MovePrompt.TAKE_SO_MANY, {"sku": job.sku, "units": 17})
    return move(language, bin="R-01-1", bar=bar, hand=goods(language)[1:2], job=job)


def move_job_bring(language: str = "en") -> MoveView:
    job = jobs(language)[0]
    bar = Bar(MovePrompt.BRING_TO, {"bin": job.target, "units": job.units})
    return replace(move_job_goods(language), bar=bar, to=job.target)


def move_other_goods(language: str = "en") -> MoveView:
    said = outcome(Moving.OTHER_GOODS, sku=line(3, language).sku, wanted=line(2, language).sku)
    return replace(move_job_goods(language), outcome=said)


def move_elsewhere(language: str = "en") -> MoveView:
    bar = Bar(WorkPrompt.STOPPED, {"reason": "taken"})
    said = outcome(Moving.TASK_ELSEWHERE)
    return replace(move_job_goods(language), bar=bar, outcome=said)


MOVING = {
    "move_tasks": move_tasks,
    "move_job": move_job,
    "move_job_goods": move_job_goods,
    "move_job_bring": move_job_bring,
    "move_other_goods": move_other_goods,
    "move_elsewhere": move_elsewhere,
    "move": move,
    "move_opened": move_opened,
    "move_done": move_done,
    "move_from": move_from,
    "move_which": move_which,
    "move_status": move_status,
    "move_why": move_why,
    "move_place": move_place,
    "move_full": move_full,
    "move_too_many": move_too_many,
    "move_leave": move_leave,
}
