"""Sample views of stock-taking."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.count.outcome import Counting, CountPrompt
from app.domain.count.why import whys
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.rows.tasks import Rule
from app.station.count.view import CheckRow, CountedBin, CountRow, CountView
from app.station.views import Bar
from tests.helpers.sample_parts import empty, line

C = Command
ACTIONS = (C.UNDO, C.CLEAR, C.NEXT, C.OK)
FINISHED = (
    CountedBin("A-04-2", 48, right=True),
    CountedBin("A-04-1", 7, right=False),
    CountedBin("A-03-3", 0, right=True, sku="MUG-BLUE"),
)


def count(language: str = "en", **changes: object) -> CountView:
    last = line(3, language, 4)
    plain = CountView(
        empty(language, *ACTIONS),
        Bar(CountPrompt.COUNT_ITEMS, {"bin": "A-04-3"}),
        outcome(Counting.UNIT_COUNTED, sku=last.sku, counted=4),
        bin="A-04-3",
        zone="A",
        line=last,
        rows=rows(language),
        finished=FINISHED,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def rows(language: str, *expected: int) -> tuple[CountRow, ...]:
    """Four SKUs, one with a lot; expected () = not told."""
    told = expected or (None,) * 4
    counted, lots = (12, 7, 4, 30), ("", "L-2026-03", "", "")
    found = []
    for number, known in enumerate(told):
        one = line(number + 1, language)
        found.append(CountRow(one.sku, one.name, lots[number], counted[number], known))
    return tuple(found)


def count_walk(language: str = "en") -> CountView:
    return count(
        language,
        bin="",
        zone="",
        bar=Bar(CountPrompt.SCAN_BIN),
        outcome=outcome(Counting.COUNT_RIGHT, bin="A-04-2", counted=48),
        line=None,
        rows=(),
    )


def count_opened(language: str = "en") -> CountView:
    return replace(count_walk(language), outcome=outcome(Counting.COUNT_OPENED), finished=())


def count_begun(language: str = "en") -> CountView:
    said = outcome(Counting.COUNT_STARTED, bin="A-04-3")
    return count(language, outcome=said, line=None, rows=())


def count_typed(language: str = "en") -> CountView:
    bar, said = (
        Bar(WorkPrompt.SCAN_COUNTED, {"number": "24"}),
        outcome(Anywhere.DIGITS, number="24"),
    )
    return count(language, bar=bar, outcome=said, typed="24")


def count_lot(language: str = "en") -> CountView:
    last = line(2, language)
    bar = Bar(WorkPrompt.SCAN_LOT, {"sku": last.sku})
    return count(language, bar=bar, outcome=outcome(Working.LOT_NEEDED, sku=last.sku), line=last)


def count_other_bin(language: str = "en") -> CountView:
    return count(language, outcome=outcome(Counting.FINISH_BIN_FIRST, bin="A-04-3"))


def count_differs(language: str = "en") -> CountView:
    return count(
        language,
        bar=Bar(CountPrompt.RECORD_COUNT),
        outcome=outcome(Counting.COUNT_DIFFERS, bin="A-04-3"),
        rows=rows(language, 12, 9, 4, 28),
        comparing=True,
    )


def count_disturbed(language: str = "en") -> CountView:
    skus = ", ".join(row.sku for row in rows(language)[:3])
    return count(language, outcome=outcome(Counting.COUNT_DISTURBED, skus=skus))


def count_leave(language: str = "en") -> CountView:
    bar = Bar(CountPrompt.LEAVE_COUNT)
    return count(language, bar=bar, outcome=outcome(Counting.LEAVE_COUNT_ASKED, bin="A-04-3"))


def checks(language: str = "en") -> tuple[CheckRow, ...]:
    rules = (Rule.NEGATIVE, Rule.SHORT, Rule.ZERO, Rule.LOW)
    codes = ("A-04-3", "B-11-2", "A-01-1", "A-02-4")
    lines = (line(number, language) for number in (3, 2, 1, 4))
    rows = zip(codes, lines, rules, strict=True)
    return tuple(CheckRow(code, one.sku, one.name, rule) for code, one, rule in rows)


def count_waiting(language: str = "en") -> CountView:
    return replace(count_opened(language), waiting=checks(language))


def count_job(language: str = "en") -> CountView:
    job = checks(language)[0]
    said = outcome(Counting.COUNT_BEGUN, bin=job.bin, sku=job.sku)
    bar = Bar(CountPrompt.GO_TO_COUNT, {"bin": job.bin})
    last = line(3, language)
    return replace(count_opened(language), bar=bar, outcome=said, job=job, line=last)


def count_how_many(language: str = "en", **changes: object) -> CountView:
    job = checks(language)[0]
    asked = count(
        language,
        bar=Bar(CountPrompt.HOW_MANY, {"sku": job.sku}),
        outcome=outcome(Counting.COUNT_STARTED, bin=job.bin),
        line=line(3, language),
        rows=(),
        job=job,
    )
    return replace(asked, **changes)  # type: ignore[arg-type]  # any field of the view


def count_so_many(language: str = "en") -> CountView:
    sku = checks(language)[0].sku
    bar = Bar(CountPrompt.SO_MANY, {"number": "37", "sku": sku})
    said = outcome(Anywhere.DIGITS, number="37")
    return count_how_many(language, bar=bar, outcome=said, typed="37")


def count_empty(language: str = "en") -> CountView:
    job = replace(checks(language)[0], rule=Rule.ZERO)
    return count_how_many(language, bar=Bar(CountPrompt.IS_IT_EMPTY, {"sku": job.sku}), job=job)


def count_other_goods(language: str = "en") -> CountView:
    sku, wanted = line(2, language).sku, checks(language)[0].sku
    said = outcome(Counting.COUNT_OTHER_GOODS, sku=sku, wanted=wanted)
    return count_how_many(language, outcome=said)


def count_lots_apart(language: str = "en") -> CountView:
    said = outcome(Counting.LOTS_APART, sku=checks(language)[0].sku)
    return count_how_many(language, outcome=said)


def count_why(language: str = "en") -> CountView:
    found = whys([-2])
    bar = Bar(CountPrompt.CHOOSE_COUNT_WHY, {"most": len(found)})
    said = outcome(Counting.COUNT_WHY_ASKED, bin="A-04-3")
    return replace(count_differs(language), bar=bar, outcome=said, whys=found)


def count_elsewhere(language: str = "en") -> CountView:
    bar = Bar(WorkPrompt.STOPPED, {"reason": "taken"})
    return count_how_many(language, bar=bar, outcome=outcome(Counting.COUNT_ELSEWHERE))


COUNTING = {
    "count_waiting": count_waiting,
    "count_job": count_job,
    "count_how_many": count_how_many,
    "count_so_many": count_so_many,
    "count_empty": count_empty,
    "count_other_goods": count_other_goods,
    "count_lots_apart": count_lots_apart,
    "count_why": count_why,
    "count_elsewhere": count_elsewhere,
    "count": count,
    "count_walk": count_walk,
    "count_opened": count_opened,
    "count_begun": count_begun,
    "count_typed": count_typed,
    "count_lot": count_lot,
    "count_other_bin": count_other_bin,
    "count_differs": count_differs,
    "count_disturbed": count_disturbed,
    "count_leave": count_leave,
}
